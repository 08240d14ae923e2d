"""Who did it is not told by a paragraph that has all but the deed, where the article tells that of something else."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.models import Question

TEXT = (
    "Ida Krag opened the swimming baths of Holm to visitors on Monday, after five years.",
    "Lars Dahl designed the new library of Holm.",
    "The trust that will run the tram belongs to Orla Berg.",
)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Who opened the swimming baths?", 1),
        ("Who designed the library?", 2),
        ("Who designed the swimming baths?", None),
        ("Who will run the swimming baths?", None),
    ],
)
def test_another_deed_is_none(question: str, number: int | None) -> None:
    answer = Bot([article(*TEXT)]).ask(Question(question))
    assert (answer.passages[0].paragraph.number if answer.status == "answered" else None) == number
