"""Chunks looked up together have the numbers that a dictionary gives them one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.indexing import lookup
from bot.indexing.counts import Numbered
from bot.indexing.lookup import Lookup

ALIKE = "a a\0 a\0\0 \0 abcdefgh abcdefghi abcdefgh\0 abcdefghijklmno abcdefghijklmnop \u00e9 e\u0301"


def _same(texts: list[str]) -> None:
    together, alone, known = Numbered(), Numbered(), Lookup()
    for text in [*texts, *texts]:
        found = known.numbers(text, together.__getitem__)
        assert found.tolist() == [alone[chunk] for chunk in text.split(" ")]


@pytest.mark.parametrize("text", ["", " ", "  a  b ", ALIKE, "the cat the hat"])
def test_chunks_that_are_alike_have_numbers_of_their_own(text: str) -> None:
    _same([text])


@given(st.lists(st.lists(st.text("ab\u00e9\u4e2d\0", max_size=20), min_size=1).map(" ".join), min_size=1))
def test_chunks_have_the_numbers_of_a_dictionary(texts: list[str]) -> None:
    _same(texts)


def test_chunks_for_which_there_is_one_place_have_numbers_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookup, "_LEAST", 1)
    monkeypatch.setattr(lookup, "_MOST", 1)
    _same(["the cat sat on the mat", "a mat on a hat", "the cat sat on the mat"])


def test_more_and_more_chunks_keep_their_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookup, "_LEAST", 2)
    monkeypatch.setattr(lookup, "_AT_ONCE", 40)
    _same([" ".join(map(str, range(200)))])
