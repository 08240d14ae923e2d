"""What is known of English beside the articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.english import kinship
from bot.english.kinship import commonness, kin, shares
from bot.english.wordfile import WordFile

LINES = Path(kinship.__file__).with_name("data").joinpath("kin.tsv").read_text("utf-8").splitlines()


def test_the_file_is_in_byte_order_as_a_search_by_halves_needs() -> None:
    terms = [line.partition("\t")[0].encode() for line in LINES]
    assert terms == sorted(set(terms))


def test_every_line_is_found() -> None:
    for line in LINES:
        term, count, words = line.split("\t")
        assert commonness(term) == (float(count) or 0.5) / 100_000
        assert list(kin(term)) == words.split()[::2]


@pytest.mark.parametrize(
    ("term", "expected"),
    [("diplomat", "ambassador"), ("televis", "tv"), ("purchas", "buy"), ("shut", "close"), ("aid", "help")],
)
def test_words_that_mean_the_same_are_kin_both_ways(term: str, expected: str) -> None:
    assert expected in kin(term)
    assert term in kin(expected)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rich", "poor"),
        ("disadvantag", "benefit"),
        ("weaker", "stronger"),
        ("japan", "china"),
        ("monday", "sunday"),
        ("zzzz", "zzz"),
    ],
)
def test_opposites_and_sisters_are_no_kin(one: str, other: str) -> None:
    assert other not in kin(one)


@pytest.mark.parametrize(
    ("term", "words", "found"),
    [
        ("industri", ["industri"], [1.0]),
        ("coloni", ["colon"], [5 / 6]),
        ("moon", ["sun"], [0.0]),
        ("moon", ["mo", "monday", "moon", "moonlight", "moor"], [1 / 2, 1 / 3, 1.0, 4 / 9, 3 / 4]),
        ("moon", [], []),
    ],
)
def test_how_much_of_a_beginning_words_share_with_a_term(term: str, words: list[str], found: list[float]) -> None:
    assert shares(term, words) == found


def test_other_names_are_in_byte_order_too() -> None:
    names = [line.partition("\t")[0].encode() for line in WordFile("aliases.tsv", bytes.strip).lines()]
    assert names == sorted(set(names))
