"""Letters are taken for the words that the articles abbreviate with them, and are not told to be missing."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.models import Question

POND = article(
    "Daphnia magna can be seen in every pond near Upton, and feeds on algae.",
    "Jane Moss counts the pond's fleas. Karl Moss paints them.",
    title="Ponds",
)


@pytest.fixture(scope="module")
def bot() -> Bot:
    return Bot([POND])


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("What does D. magna feed on?", "Daphnia magna can be seen in every pond near Upton, and feeds on algae."),
        ("Where can D magna be seen?", "Daphnia magna can be seen in every pond near Upton, and feeds on algae."),
        ("What does J. Moss count?", "Jane Moss counts the pond's fleas."),
        ("What does K. Moss paint?", "Karl Moss paints them."),
    ],
)
def test_a_letter_before_a_name_is_the_first_of_it(bot: Bot, question: str, reply: str) -> None:
    said = bot.ask(Question(question))
    assert said.status == "answered"
    assert reply in said.passages[0].paragraph.text


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("What does E. magna feed on?", "The article does not say."),
        (
            "Moss vs Pughe: who counts the fleas?",
            "The article does not mention \u201cPughe\u201d.",
        ),
        ("Does the EU count fleas?", "The article does not mention \u201cEU\u201d."),
        ("what dose daphnia stand for", "The article does not say."),
    ],
)
def test_no_letter_nor_a_scrap_of_a_word_is_told_to_be_missing(bot: Bot, question: str, reply: str) -> None:
    assert bot.ask(Question(question)).reply == reply
