"""Whom a first question means by "she": the one whom the title names."""

from __future__ import annotations

import pytest

from bot.answering import Bot
from bot.models import Article, Paragraph, Question
from bot.subject import person

TEXTS = (
    "Her brother Peter died in 2003 and was a baker in the same town.",
    "The harbour was closed in winter, and the boats lay on land.",
    "Ida Olsen, keeper of the lighthouse, was born in 1931 and died in 2019.",
)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ida Olsen, who kept the light, dies at 88", "Ida Olsen"),
        ("Professor Ida Olsen-Lund obituary", "Ida Olsen-Lund"),
        ("Ida Olsen\u2019s long life", "Ida Olsen"),
        ("Ida Olsen and Peter Hansen on the pier", ""),
        ("Ministry Opens Second Round Of Harbour Loans", ""),
        ("A week in South Korea", ""),
        ("", ""),
    ],
)
def test_a_title_may_name_a_person(title: str, name: str) -> None:
    assert person(title) == name


@pytest.mark.parametrize(
    ("title", "question", "history", "reply"),
    [
        ("Ida Olsen, who kept the light, dies at 88", "When did she die?", (), "2019"),
        ("The keeper of the light", "When did she die?", (), "The article does not say."),
        ("Ida Olsen, who kept the light, dies at 88", "When did he die?", ("Who was Peter?",), "2003"),
    ],
)
def test_she_is_whom_the_title_names(title: str, question: str, history: tuple[str, ...], reply: str) -> None:
    paragraphs = tuple(Paragraph("a", number, text) for number, text in enumerate(TEXTS, 1))
    assert Bot([Article("a", title, paragraphs)]).ask(Question(question, history)).reply == reply


def test_without_an_article_she_is_nobody() -> None:
    assert Bot([]).ask(Question("When did she die?")).status == "unanswered"
