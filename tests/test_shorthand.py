"""What is written short in messages is read as the word that it stands for, unless the article has it so."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.dialogue.shorthand import write_out
from bot.models import Question


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("how many ppl came b4 noon?", "how many people came before noon?"),
        ("wot is open 2nite", "what is open tonight"),
        ("how old r u", "how old are you"),
        ("what did the govt say abt it?", "what did the government say about it?"),
        ("is R a language?", "is R a language?"),
        ("who wrote the nite log?", "who wrote the nite log?"),
        ("what did people say?", "what did people say?"),
    ],
)
def test_short_words_are_written_out(text: str, written: str) -> None:
    assert write_out(text, {"nite": 1}.get if "log" in text else {}.get) == written


def test_a_short_message_is_answered() -> None:
    bot = Bot([article("The Holm ferry carried 900 people before the storm.", "Its pilots are well known in Lund.")])
    assert bot.ask(Question("how many ppl did the holm ferry carry b4 the storm")).reply == "900 people"
