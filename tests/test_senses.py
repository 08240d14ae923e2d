from __future__ import annotations

from pathlib import Path

import pytest

from bot.dialogue.clause import parse
from bot.dialogue.sought import sought
from bot.english import senses as module
from bot.english.senses import kinds, senses, singular

LINES = Path(module.__file__).with_name("data").joinpath("senses.txt").read_text("ascii").splitlines()


def test_words_stand_in_the_order_they_are_looked_up_in() -> None:
    words = [line.split(" ")[0] for line in LINES]
    assert words == sorted(set(words))


@pytest.mark.parametrize(("word", "found"), [("grow", "v"), ("ban", "vn"), ("mayor", "nP"), ("river", ""), ("zzz", "")])
def test_word_has_its_parts_of_speech_and_kinds(word: str, found: str) -> None:
    assert senses(word) == found


@pytest.mark.parametrize(
    ("noun", "one", "kind"),
    [("diplomats", "diplomat", "P"), ("cities", "city", "L"), ("women", "woman", "P"), ("bus", "bus", "")],
)
def test_plural_is_what_its_singular_is(noun: str, one: str, kind: str) -> None:
    assert (singular(noun), kinds(noun)[:1]) == (one, kind)


@pytest.mark.parametrize(
    ("question", "asked_for"),
    [
        ("Who won the race?", "the person who won the race"),
        ("Which river flows through the town?", "the river that flows through the town"),
        ("In which city was the poet born?", "the city in which the poet was born"),
        ("What did the firemen find in the cellar?", "what the firemen found in the cellar"),
        ("What does her daughter do?", "what her daughter does"),
        ("When did it open?", None),
        ("Is it raining?", None),
        ("", None),
    ],
)
def test_what_a_question_asks_for_has_a_name(question: str, asked_for: str | None) -> None:
    found = sought(parse(question))
    assert (found.text if found else None) == asked_for
