"""What an article is about is named by its title, and meant by "she", "it" or "they" further down."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.models import Question

TITLE = "Marlowe, who gave the ferry its voice, retires"
TEXTS = (
    "Odalys Marlowe has kept the foghorns of the coast in tune since she was a girl, and nobody else could do it.",
    "Marlowe lives beside the engine house, where visitors may watch on Sundays.",
    "Her parents were a piano tuner and a nurse, and her husband died of a heart attack.",
    "The parents of the harbour master were farmers, and so was everyone else on the island.",
)


@pytest.fixture(scope="module")
def bot() -> Bot:
    return Bot([article(*TEXTS, title=TITLE)])


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("What did Marlowe's parents do?", 3),
        ("How did the husband of Marlowe die?", 3),
        ("Where does Marlowe live?", 2),
    ],
)
def test_a_pronoun_stands_for_what_the_title_names(bot: Bot, question: str, number: int) -> None:
    assert bot.search(Question(question))[0].paragraph.number == number
