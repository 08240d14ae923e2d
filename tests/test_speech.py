"""What somebody said or thinks is found by whichever verb tells it, and nothing is said by who says nothing."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.models import Question

TEXT = (
    "Mayor Ida Krag opened the rebuilt ferry terminal of Holm on Monday.",
    "Krag stressed that the ferries would run until midnight from May.",
    "The harbour office of Holm has twelve clerks and two pilots.",
    "Baker Lars Dahl sees the terminal as a chance for his bread.",
)


@pytest.mark.parametrize(
    ("question", "history", "number"),
    [
        ("What did Krag say?", (), 2),
        ("What did Krag say about the ferries?", (), 2),
        ("What did she say?", ("Who is Ida Krag?",), 2),
        ("What does Lars Dahl think of the terminal?", (), 4),
        ("What does Dahl believe?", (), 4),
        ("What did she say?", (), None),
        ("What did the harbour office say?", (), None),
        ("What does the harbour office think?", (), None),
    ],
)
def test_whatever_verb_tells_it_answers(question: str, history: tuple[str, ...], number: int | None) -> None:
    answer = Bot([article(*TEXT)]).ask(Question(question, history))
    found = answer.passages[0].paragraph.number if answer.status == "answered" else None
    assert found == number


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Who claimed that Ida Krag of Holm wants a second pier?", "unanswered"),
        ("Who wants a second pier in Holm?", "answered"),
        ("What has been claimed of Ida Krag of Holm?", "answered"),
    ],
)
def test_nobody_says_what_has_been_said(question: str, status: str) -> None:
    text = "It has been claimed that Ida Krag of Holm wants a second pier."
    assert Bot([article(text, *TEXT[2:])]).ask(Question(question)).status == status


VIEWS = (
    "The new council under Mayor Ida Krag has brought the harbour bridge forward as a key project.",
    "Amid slow trade, Mayor Krag sees the bridge as a gate to the north.",
    "The town has eight arches and a fleet of tugs.",
)


@pytest.mark.parametrize("verb", ["view", "see", "describe"])
def test_how_somebody_sees_a_thing_is_told_by_what_says_as_what(verb: str) -> None:
    reply = Bot([article(*VIEWS)]).ask(Question(f"How does Mayor Krag {verb} the harbour bridge?"))
    assert reply.reply == VIEWS[1]


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("Will the ferries run until midnight from May?", "answered"),
        ("How many clerks does the harbour office have?", "chat"),
        ("What does a bicycle cost in Holm?", "chat"),
    ],
)
def test_who_says_so_is_whoever_is_named_or_else_the_article(last: str, told: str) -> None:
    reply = Bot([article(*TEXT)]).ask(Question("Who says so?", (last,)))
    assert reply.status == told
    assert ("word for word" in reply.reply) == ("clerks" in last)
