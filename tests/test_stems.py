"""The stems that are looked up are those that NLTK works out."""

from __future__ import annotations

import pytest
from nltk.stem.snowball import EnglishStemmer

from bot.english.stems import stem
from bot.english.wordfile import FOLDER

LINES = (FOLDER / "stems.txt").read_text("ascii").splitlines()


def test_every_tenth_line_is_what_nltk_gives() -> None:
    snowball = EnglishStemmer().stem
    assert len(LINES) > 10_000
    for line in LINES[::10]:
        word, _, other = line.partition(" ")
        assert (other or word) == snowball(word) == stem(word)


def test_the_first_and_the_last_line_are_found() -> None:
    for line in (LINES[0], LINES[-1]):
        word, _, other = line.partition(" ")
        assert stem(word) == (other or word)


@pytest.mark.parametrize("word", ["a", "us", "fly", "gas", "axe", "zzz", "eds"])
def test_short_words_have_nltks_stem(word: str) -> None:
    assert stem(word) == EnglishStemmer().stem(word)


@pytest.mark.parametrize("word", ["kubernetes", "h\u00e9llo", "3d", "", "o'clock", "aaaa", "zzzz"])
def test_what_no_dictionary_has_is_left_to_nltk(word: str) -> None:
    assert stem(word) is None
