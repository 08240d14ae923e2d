"""A capital that does something stands for its country; a town that is asked about does not."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.models import Question

NEWS = (
    "Norway will double the number of ferries to Iceland by 2030. The Norwegian government called it overdue.",
    "A museum of ferries opened in Oslo in 2019, and costs 3 euros.",
    "Malaysia will pay for half of the ferries.",
)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("What does Oslo plan for the ferries to Iceland?", 1),
        ("what will oslo double?", 1),
        ("What did the government in Oslo call overdue?", 1),
        ("By when will Oslo's new government double the number of ferries?", 1),
        ("What will Kuala Lumpur pay for?", 3),
        ("What opened in Oslo in 2019?", 2),
        ("Is Oslo a museum of ferries?", 2),
        ("What will Tokyo pay for?", None),
    ],
)
def test_what_a_capital_does_its_country_does(question: str, number: int | None) -> None:
    reply = Bot([article(*NEWS)]).ask(Question(question))
    assert (reply.passages[0].paragraph.number if reply.passages else None) == number
