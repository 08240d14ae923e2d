"""Which terms of a question need not be gone through to find the documents that score best by tantivy's BM25.

tantivy's Python binding scores every document that has any of the terms, so a question takes as long as its most
frequent terms are. Those tell least: a document that has them alone is seldom among the best. So only the documents
that have one of the other terms are scored; whether that left out any of the best is known from the scores found.
"""

from __future__ import annotations

from itertools import accumulate
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 2.2
"""What tantivy's BM25 gives a term at most, however often a document has it, in units of how rare the term is."""
_LOOK_UP = 3
"""How many times as long it takes to look a term up in a document as to go on to the next that has it."""


def needed(counts: Sequence[int], size: int, wanted: int) -> tuple[int, float]:
    """Return how many of a question's terms, rarest first, one at least must stand in a document to be scored.

    ``counts`` says how many of ``size`` documents have each term, and ``wanted`` how many are to be found. Beside it
    stands what a document without these terms scores at most: if the last one found scores more, they are the best.
    """
    values = [log(1 + (size - count + 0.5) / (count + 0.5)) for count in counts]
    expected = _expected(counts, values, size, wanted)
    rest = [_MOST * sum(values[first:]) for first in range(1, len(counts) + 1)]
    costs = [together * (1 + _LOOK_UP * (len(counts) - first)) for first, together in enumerate(accumulate(counts), 1)]
    first = min((at for at in range(len(counts)) if rest[at] < expected), key=costs.__getitem__, default=0)
    return first + 1, rest[first]


def _expected(counts: Sequence[int], values: Sequence[float], size: int, wanted: int) -> float:
    """Return what the last of the wanted documents may score: as many have these terms together by chance alone."""
    score, together = 0.0, float(size)
    for count, value in zip(counts, values, strict=True):
        if together * count / size >= wanted:
            together *= count / size
            score += value
    return score
