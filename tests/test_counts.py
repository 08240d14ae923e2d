"""What is counted part by part is the same together, whichever process counted it."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from bot.indexing.content import content
from bot.indexing.counts import Tally

if TYPE_CHECKING:
    from bot.indexing.counts import Counts

PARTS = (["Dogs bark at dogs.", "The US won."], ["A dog ran."], ["Zebrafish bark, but U-S cats won."], [])


def _tally(parts: list[Counts]) -> Tally:
    tally = Tally()
    for part in parts:
        tally.add(part)
    return tally


def _told(counts: Counts) -> Counts:
    told: Counts = pickle.loads(pickle.dumps(counts))  # noqa: S301 # our own
    return told


def test_parts_are_counted_together() -> None:
    tally = _tally([content(texts).count() for texts in PARTS])
    counts = {"dog": 2, "bark": 2, "u.s": 2, "win": 2, "run": 1, "zebrafish": 1, "u": 1, "cat": 1}
    assert tally.terms() == counts
    assert tally.words()["us"] == 2
    assert tally.terms_of_words()["dogs"] == "dog"
    assert tally.length == 13


def test_what_another_process_counts_is_the_same() -> None:
    counts = [content(texts).count() for texts in PARTS]
    here, there = _tally(counts), _tally([_told(each) for each in counts])
    assert there.terms() == here.terms()
    assert there.words() == here.words()
    assert there.terms_of_words() == here.terms_of_words()


def test_another_process_tells_a_name_once() -> None:
    first, again = (pickle.dumps(content(["The quokka."]).count()) for _ in range(2))
    assert b"quokka" in first
    assert b"quokka" not in again


def test_who_has_not_been_told_the_names_before_does_not_guess_them() -> None:
    pickle.dumps(content(["Dogs bark."]).count())
    told = _told(content(["Cats bark."]).count())
    with pytest.raises(LookupError):
        Tally().add(told)


def test_what_is_counted_off_again_is_no_word_any_more() -> None:
    tally = Tally()
    for sign in (1, -1):
        tally.add(content(["Dogs bark."]).count(), sign)
    assert (tally.terms(), tally.words(), tally.terms_of_words(), tally.length) == ({}, {}, {}, 0)
