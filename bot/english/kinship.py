"""What is known of English beside the articles: how common a term is, and which terms are its kin.

``data/kin.tsv`` holds a line a term, in byte order: the term, in how many of 100,000 paragraphs of books it stands,
and its kin with a strength in tenths.
``tests/fitting/make_kin.py`` makes it; ``data/README.md`` names its sources and their licences.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.english.wordfile import WordFile
from bot.text import MEMORISED

if TYPE_CHECKING:
    from collections.abc import Sequence

_FILE = WordFile("kin.tsv")
_RARE = 0.5
"""The count of a term that the file lacks: seen in fewer than one of 100,000 paragraphs."""
_PARAGRAPHS = 100_000
SAME_STEM = 0.6
"""Which share of the longer of two terms their common beginning must be for one to be the other in another form; the
share is how near they are, on the scale of `kin`."""
_STRENGTHS = {str(tenths): tenths / 10 for tenths in range(1, 10)}


@lru_cache(maxsize=MEMORISED)
def _entry(term: str) -> tuple[float, str]:
    """Return the count of a term, and its kin as they are written."""
    line = _FILE.find(term)
    if line is None:
        return _RARE, ""
    _, count, kin = line.decode().split("\t")
    return float(count) or _RARE, kin


def commonness(term: str) -> float:
    """Return the share of English paragraphs that have the term, above 0."""
    return _entry(term)[0] / _PARAGRAPHS


def kin(term: str) -> dict[str, float]:
    """Return the terms that mean much the same, nearest first, each with how near it is: above 0, below 1."""
    words = _entry(term)[1].split()
    return dict(zip(words[::2], map(_STRENGTHS.__getitem__, words[1::2]), strict=True))


def shares(term: str, words: Sequence[str]) -> list[float]:
    """Return for each word which share of the longer of it and a term their common beginning is.

    The words are in order: the further from the term one stands there, the less it has in common with it.
    """
    size, at = len(term), bisect_left(words, term)
    found: list[list[float]] = []
    for side in (words[:at][::-1], words[at:]):
        same = size
        found.append([])
        for word in side:
            while not word.startswith(term[:same]):
                same -= 1
            found[-1].append(same / max(size, len(word)))
    return found[0][::-1] + found[1]
