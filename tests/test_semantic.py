"""Meaning beside words."""

from __future__ import annotations

import sys

import pytest
from articles import article

from bot.answering import Bot
from bot.errors import BotError
from bot.models import Question

TEXTS = (
    "The town keeps its bridges in good repair, at a cost that the council pays.",
    "The mill gives employment to half the town, and pays by the week.",
    "A doctor comes over from the coast on Mondays.",
)
TOWN = article(*TEXTS, name="town", title="A Town")


@pytest.mark.parametrize(
    ("question", "paragraph"),
    [
        ("Where do people find jobs?", 2),
        ("Who looks after the sick?", 3),
        ("Who maintains the bridges?", 1),
    ],
)
def test_a_sentence_is_found_by_what_it_means(question: str, paragraph: int) -> None:
    pytest.importorskip("wordllama", reason="the extra semantic is not installed")
    found = Bot([TOWN], semantic=True).search(Question(question))
    assert found[0].paragraph.number == paragraph


def test_a_question_about_something_else_stays_refused() -> None:
    pytest.importorskip("wordllama", reason="the extra semantic is not installed")
    reply = Bot([TOWN], semantic=True).ask(Question("Who won the football match in Madrid?"))
    assert reply.status == "unanswered"


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "wordllama", None)
    with pytest.raises(BotError, match=r"article-bot\[semantic\]"):
        Bot([TOWN], semantic=True)
