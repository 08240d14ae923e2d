"""Which terms of a question need not be gone through to find the documents that score best by tantivy's BM25.

tantivy's Python binding scores every document that has any of the terms, so a question takes as long as its most
frequent terms are. Those tell least: a document that has them alone is seldom among the best. So only the documents
that have one of the other terms are scored. What the last one found scores then tells whether that was enough.
"""

from __future__ import annotations

from itertools import accumulate
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 1.1
"""What tantivy's BM25 gives each of several terms at most, in units of how rare the term is.

A term that stands once in a document of middling length is given 1; a single one may be given up to 2.2, yet only
where it stands there again and again. Of the 12 best of 750,000 by the scores that count in the end 0.885 are found so,
and 0.888 where every document is scored: tantivy's own order is another."""
_TOGETHER = 1.3
"""How much more the best documents score than by chance: what is asked is mostly told together."""
_LOOK_UP = 3
"""How many times as long it takes to look a term up in a document as to go on to the next that has it."""


def expected(counts: Sequence[int], size: int, wanted: int) -> float:
    """Return what the last of the wanted documents may score, given how many of all have each term, rarest first."""
    score, together = 0.0, float(size)
    for count, value in zip(counts, _values(counts, size), strict=True):
        if together * count / size >= wanted:  # by chance alone so many have these terms together
            together *= count / size
            score += value
    return _TOGETHER * score


def needed(counts: Sequence[int], size: int, wanted: int, least: float, beyond: int = 0) -> tuple[int, float]:
    """Return how many of a question's terms, rarest first, one at least must stand in a document to be scored.

    That is where as many documents as wanted may have them, and those without them score no more than ``least``; more
    than ``beyond`` are taken. Beside it stands what these score at most: if the last document found scores less, more
    terms are needed.
    """
    values = _values(counts, size)
    rest = [_MOST * sum(values[first:]) for first in range(len(counts) + 1)]
    scored = list(accumulate(counts, initial=0))
    few = range(beyond + 1, len(counts))
    first = min(
        [*(first for first in few if scored[first] >= wanted and rest[first] <= least), len(counts)],
        key=lambda first: scored[first] * (1 + _LOOK_UP * (len(counts) - first)),
    )
    return first, rest[first]


def _values(counts: Sequence[int], size: int) -> list[float]:
    """Return how rare terms are."""
    return [log(1 + (size - count + 0.5) / (count + 0.5)) for count in counts]
