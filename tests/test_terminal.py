"""What the terminal shows: the evidence marked, nothing that steers it, nothing cut."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

import pytest

from bot.models import Paragraph, Passage, Reply, Span
from bot.terminal import Terminal

if TYPE_CHECKING:
    from bot.models import Kind

TEXT = "First this. The mill was built in 1905. Then that."
EVIDENCE, HIGHLIGHT = Span(12, 39), Span(34, 38)


class Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


def reply(text: str = TEXT, kind: Kind = "body", number: int = 2, standalone: str = "When?") -> Reply:
    passage = Passage(Paragraph("mill", number, text, kind), "The Mill", 1.0, EVIDENCE, (HIGHLIGHT,))
    return Reply("When?", standalone, "answered", "1905", (passage,))


def shown(stream: io.StringIO, said: Reply) -> str:
    Terminal(stream).reply(said)
    return stream.getvalue()


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((40, 20)))


def test_a_pipe_gets_plain_signs() -> None:
    assert shown(io.StringIO(), reply()) == (
        "1905\n\nFirst this. [[The mill was built in 1905.]] Then that.\n\nThe Mill, paragraph 2 [mill#p2]\n"
    )


def test_a_terminal_gets_colour_for_evidence_and_highlight() -> None:
    text = shown(Tty(), reply())
    assert (
        "First this. \x1b[32mThe mill was built in \x1b[0m\x1b[1;4;32m1905\x1b[0m\x1b[32m.\x1b[0m\nThen that." in text
    )


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colour_can_be_declined(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    assert "\x1b" not in shown(Tty(), reply())


def test_lines_of_a_terminal_break_at_spaces_and_lose_nothing() -> None:
    said = reply(" ".join(["word", "longer-word"] * 20) + " " + "x" * 60)
    text = shown(Tty(), said).replace("\x1b[32m", "").replace("\x1b[1;4;32m", "").replace("\x1b[0m", "")
    quoted = text.split("\n\n")[1]
    assert quoted.replace("\n", " ") == said.passages[0].paragraph.text
    assert all(len(line) <= 40 for line in quoted.split("\n")[:-1])


@pytest.mark.parametrize("control", ["\x1b]0;owned\x07", "\x1b[2J", "\x9b31m", "\r", "\x00", "\x7f", "\b", "\u0085"])
def test_no_control_character_of_a_text_reaches_the_terminal(control: str) -> None:
    hostile = f"{control}{TEXT}{control}"
    passage = Passage(Paragraph(hostile, 1, hostile), hostile, 1.0, EVIDENCE)
    stream = io.StringIO()
    Terminal(stream).reply(Reply("q", hostile, "answered", hostile, (passage,)))
    Terminal(stream).reply(Reply("q", hostile, "unanswered", hostile, suggestions=(hostile,)))
    Terminal(stream).json({"reply": hostile})
    assert all(letter == "\n" or " " <= letter != "\x7f" for letter in stream.getvalue())
    assert not set(stream.getvalue()) & {chr(code) for code in range(0x80, 0xA0)}


@pytest.mark.parametrize(
    ("kind", "number", "place"),
    [
        ("body", 3, "paragraph 3"),
        ("caption", 2, "caption, paragraph 2"),
        ("note", 20, "author's note, paragraph 20"),
        ("byline", 0, "byline"),
    ],
)
def test_the_place_is_named(kind: Kind, number: int, place: str) -> None:
    assert f"The Mill, {place} [mill#p{number}]" in shown(io.StringIO(), reply(kind=kind, number=number))


def test_a_question_that_was_taken_otherwise_is_shown() -> None:
    text = shown(io.StringIO(), reply(standalone="When was the mill built?"))
    assert text.startswith("Understood as: When was the mill built?\n1905\n")


def test_a_refusal_suggests_and_cites_nothing() -> None:
    near = reply().passages
    said = Reply("Why?", "Why?", "unanswered", "The article does not say.", (), near, (), ("When was it built?",))
    assert shown(io.StringIO(), said) == "The article does not say.\nYou could ask:\n  When was it built?\n"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8", "utf-16"])
def test_any_encoding_of_the_output_will_do(encoding: str) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding, errors="strict")
    Terminal(stream).line("\u201cna\u00efve\u201d \u97e9 \ud800 end")
    stream.flush()
    assert raw.getvalue().decode(encoding).endswith(" end\n")
