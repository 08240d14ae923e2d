"""Whether a place is in another or belongs to it is answered by what says so, not by what only has both names."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.models import Question

TEXT = (
    "The Nordic Council is a bloc of eight lands, and Iceland is a member of it.",
    "The Nordic Council buys much of its timber in Poland because prices rose.",
    "The choir of the Nordic Council sang in Leeds, England, in May.",
    "The Baltic Union (Estonia, Latvia and Lithuania) met in Riga in May.",
)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Is Iceland part of the Nordic Council?", 1),
        ("Is Iceland a member of the Nordic Council?", 1),
        ("Is Poland in the Nordic Council?", None),
        ("Is Poland a member state of the Nordic Council?", None),
        ("Is Leeds in England?", 3),
        ("Is Leeds in Poland?", None),
        ("Which states are in the Nordic Council?", None),
        ("Which countries make up the Nordic Council?", None),
        ("List the members of the Nordic Council", None),
        ("Which countries belong to the Baltic Union?", 4),
        ("Which countries are in the Baltic Union?", 4),
    ],
)
def test_only_what_says_that_a_place_belongs_answers(question: str, number: int | None) -> None:
    answer = Bot([article(*TEXT)]).ask(Question(question))
    assert (answer.passages[0].paragraph.number if answer.status == "answered" else None) == number
