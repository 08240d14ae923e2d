"""Replies and figures as a terminal shows them: marked with colour there, with plain signs in a pipe."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
from typing import TYPE_CHECKING

from bot.marking import mark

if TYPE_CHECKING:
    from typing import Any, TextIO

    from bot.figures import Figures, Report
    from bot.models import Paragraph, Passage, Reply

WIDEST = 100
"""Columns beyond which a line is hard to read."""

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_BOLD, _EVIDENCE, _HIGHLIGHT, _FAINT = "1", "32", "1;4;32", "2"
_ROWS = {
    "questions": "questions",
    "recall_at_1": "R@1",
    "recall_at_3": "R@3",
    "recall_at_10": "R@10",
    "mrr": "MRR",
    "answered": "answered",
    "refused": "refused",
    "refused_foreign": "another article's refused",
    "evidence_holds": "evidence holds the answer",
    "evidence_share": "evidence, share of passage",
    "highlight_holds": "highlight holds the answer",
    "highlight_words": "highlight, words",
    "followups_right": "follow-ups right",
    "ms_median": "ms a question, median",
    "ms_mean": "ms a question, mean",
}


class Terminal:
    """Where the commands print; it never fails on a character, and passes on no control character of a text."""

    def __init__(self, stream: TextIO) -> None:
        """Find out what the stream can show; ``NO_COLOR`` (no-color.org) and a dumb terminal are respected."""
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
        self._stream = stream
        self._wide = stream.isatty()
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        self._colour = self._wide and not plain

    def line(self, text: str = "", style: str | None = None) -> None:
        """Print one line."""
        print(self._styled(self._wrapped(clean(text)), style), file=self._stream)

    def json(self, value: dict[str, Any]) -> None:
        """Print a value as JSON in plain ASCII, which any terminal and any encoding takes."""
        print(json.dumps(value, indent=2), file=self._stream)

    def reply(self, reply: Reply) -> None:
        """Print what is said, the passage it quotes with its evidence marked, and the place where that stands."""
        if reply.standalone_question != reply.question:
            self.line(f"Understood as: {reply.standalone_question}", _FAINT)
        for line in reply.reply.split("\n"):
            self.line(line, _BOLD)
        for passage in reply.cited:
            self.line()
            print(self._marked(passage), file=self._stream)
            self.line()
            self.line(f"{passage.title}, {_place(passage.paragraph)} [{passage.paragraph.id}]", _FAINT)
        if not reply.passages:
            self.suggest(reply.suggestions)

    def suggest(self, questions: tuple[str, ...]) -> None:
        """Print questions that can be asked, if there are any."""
        if questions:
            self.line("You could ask:")
        for question in questions:
            self.line(f"  {question}")

    def report(self, report: Report, *, misses: bool) -> None:
        """Print the figures in a table, a column for all questions and one for each kind; then the misses."""
        columns = {"all": report.figures, **(report.kinds if len(report.kinds) > 1 else {})}
        label = max(map(len, _ROWS.values()))
        heads = [clean(name) for name in columns]
        print(" " * label, *(f"{head:>10}" for head in heads), sep="  ", file=self._stream)
        for name, row in _ROWS.items():
            cells = [_cell(figures, name) for figures in columns.values()]
            if any(cell != "-" for cell in cells):
                shown = (f"{cell:>{max(10, len(head))}}" for cell, head in zip(cells, heads, strict=True))
                print(f"{row:{label}}", *shown, sep="  ", file=self._stream)
        for miss in report.misses if misses else ():
            asked = " / ".join([*miss.case.question.history, miss.case.question.text])
            wanted = " | ".join(miss.case.answers) or "no answer"
            self.line()
            self.line(f"{miss.fault}: {asked}", _BOLD)
            self.line(f"  wanted: {wanted}")
            self.line(f"  said:   {miss.reply.reply}")

    def _marked(self, passage: Passage) -> str:
        """Return the passage's text with the evidence marked, and the highlights in it where there is colour."""
        marked = mark(self._wrapped(clean(passage.paragraph.text)), passage.evidence, passage.highlights)
        if not self._colour:
            return f"{marked.before}[[{marked.quoted}]]{marked.after}"
        runs = (self._styled(run.text, _HIGHLIGHT if run.strong else _EVIDENCE) for run in marked.evidence)
        return marked.before + "".join(runs) + marked.after

    def _styled(self, text: str, style: str | None) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if style and self._colour else text

    def _wrapped(self, text: str) -> str:
        """Break the text at spaces to the terminal's width, no character more or less: spans stay true."""
        if not self._wide:
            return text
        width = min(shutil.get_terminal_size().columns, WIDEST)
        letters, line, space = list(text), 0, 0
        for at, letter in enumerate([*text, " "]):
            if at - line > width and space > line:
                letters[space] = "\n"
                line = space + 1
            if letter == " ":
                space = at
        return "".join(letters)


def clean(text: str) -> str:
    """Return the text with a space for each control character: none can steer the terminal."""
    return _CONTROLS.sub(" ", text)


def _place(paragraph: Paragraph) -> str:
    names = {"body": "paragraph", "caption": "caption, paragraph", "note": "author's note, paragraph"}
    return "byline" if paragraph.kind == "byline" else f"{names[paragraph.kind]} {paragraph.number}"


def _cell(figures: Figures, name: str) -> str:
    value = getattr(figures, name)
    if value is None:
        return "-"
    return str(value) if isinstance(value, int) else f"{value:.3f}"
