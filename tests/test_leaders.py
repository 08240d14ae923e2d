"""Who asks for the head of something is answered by whoever has a title there, and by nobody else."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.models import Question

TEXT = (
    "Ida Krag, a baker from Holm, has been director of the Dalmore-Holm Trust since May.",
    "The new government of Norland under President Marek Dvorak will double the number of ferries.",
    "The leaders of the Lake Union met in Graz and spoke about ferries and bread.",
    "Orla Foods sells bread and cakes on the ferries, and a lamp shaped like a loaf.",
)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Who heads the Dalmore-Holm Trust?", 1),
        ("who is the boss of the Dalmore-Holm Trust", 1),
        ("Who is in charge of the Dalmore-Holm Trust?", 1),
        ("Who leads Norland?", 2),
        ("Who is Norland's leader?", 2),
        ("Who is the head of Norland's new government?", 2),
        ("Who leads Holm?", None),
        ("Who leads the Lake Union?", None),
        ("Who is running Norland these days?", 2),
        ("Who runs Orla Foods?", None),
        ("Who is running Orla Foods?", None),
    ],
)
def test_a_title_answers_who_leads(question: str, number: int | None) -> None:
    answer = Bot([article(*TEXT)]).ask(Question(question))
    assert (answer.passages[0].paragraph.number if answer.passages else None) == number
