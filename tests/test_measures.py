"""A figure that measures counts nothing, a speed is no length, and a cause of something else has none of its own."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.models import Question

TEXT = (
    "The pilots of Holm threatened a 48-hour strike, nine of them in writing.",
    "The pool of Holm will have a 25-metre basin and lanes for schools.",
    "The tram of Holm is fast and goes at 30 miles an hour.",
    "The bus of Holm was painted red in 2019, with a stripe.",
    "Bakers moved to Holm partly due to rising rents in Lund.",
    "The pump of Holm is made of tin and steel, and the mill of Holm has two stones.",
    "The mill hums at 39 decibels.",
    "A petition of the bakers of Lund gathered 1,874 signatures.",
    "About a third of the bakers in Lund are in debt.",
    "The lease of the tin shop in Lund runs out next month.",
    "The robots of the lamp works need little help from fitters.",
)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("How many lanes does the pool of Holm have?", "unanswered"),
        ("How long is the basin of the pool?", "answered"),
        ("How fast is the tram of Holm?", "answered"),
        ("How fast is the bus of Holm?", "unanswered"),
        ("Why did bakers move to Holm?", "answered"),
        ("How loud is the mill?", "answered"),
        ("How many fitters help the robots of the lamp works?", "unanswered"),
        ("How much help do the robots of the lamp works need?", "answered"),
        ("How much does the petition of the bakers weigh?", "unanswered"),
        ("How many people signed the petition of the bakers?", "answered"),
        ("How many people walked behind the petition of the bakers?", "unanswered"),
        ("What share of the bakers in Lund are in debt?", "answered"),
        ("How many bakers are there in Lund?", "unanswered"),
        ("When does the lease of the tin shop run out?", "answered"),
        ("How loud is the pump of Holm?", "unanswered"),
        ("Why are rents rising in Lund?", "unanswered"),
    ],
)
def test_what_does_not_fit_the_question_is_refused(question: str, status: str) -> None:
    assert Bot([article(*TEXT)]).ask(Question(question)).status == status
