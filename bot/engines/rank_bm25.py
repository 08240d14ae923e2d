"""BM25 with rank-bm25's own scores, at a cost that follows the matches and not the corpus."""

from __future__ import annotations

from array import array
from functools import lru_cache
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.engines.base import K1, B
from bot.models import Hit
from bot.text import MEMORISED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.indexing.columns import Columns, Sink
    from bot.indexing.vocabulary import Vocabulary

FEW = 100
"""Matches up to which adding up in Python is quicker than numpy's fixed cost; from there on numpy is imported."""


class _Postings(NamedTuple):
    """Where the postings of a term begin and end, what every paragraph gets for it, and of few the postings."""

    start: int
    end: int
    everywhere: float
    pairs: Sequence[tuple[int, float]]


class RankBM25:
    """``rank_bm25.BM25Plus`` behind a postings list.

    The library scores each term's own paragraphs once, when the corpus is indexed; a question adds those up.
    BM25Plus gives every paragraph ``idf * delta`` for every term, match or not: the sum of these is added to each
    score, so that scores equal ``get_scores`` over the whole corpus.
    """

    def __init__(self, columns: Columns, terms: Vocabulary, size: int) -> None:
        """Take what ``write`` wrote for so many paragraphs."""
        self._terms = terms
        self._size = size
        self._starts = columns["bm25.starts"].cast("Q")
        self._numbers = columns["bm25.numbers"].cast("I")
        self._gains = columns["bm25.gains"].cast("d")
        self._constants = columns["bm25.constants"].cast("d")
        self._find = lru_cache(maxsize=MEMORISED)(self._look_up)

    def search(self, terms: Sequence[str], limit: int, among: range | None = None) -> list[Hit]:
        """Return the hits; see ``Engine.search``."""
        matches = []
        everywhere, count = 0.0, 0
        for match in map(self._find, terms):
            if match is not None:
                matches.append(match)
                everywhere += match.everywhere
                count += match.end - match.start
        if count > FEW:
            return self._add_many(matches, everywhere, limit, among)
        return _add_few(matches, everywhere, limit, among)

    def _look_up(self, term: str) -> _Postings | None:
        place = self._terms.place(term)
        if place is None:
            return None
        start, end = self._starts[place], self._starts[place + 1]
        pairs = list(zip(self._numbers[start:end], self._gains[start:end], strict=True)) if end - start <= FEW else []
        return _Postings(start, end, self._constants[place], pairs)

    def _add_many(self, matches: Iterable[_Postings], everywhere: float, limit: int, among: range | None) -> list[Hit]:
        import numpy as np  # noqa: PLC0415 - costs a fifth of a second, and a small corpus never needs it

        scores = np.zeros(self._size)
        for start, end, _, _ in matches:
            scores[np.asarray(self._numbers[start:end])] += np.asarray(self._gains[start:end])
        first = 0
        if among is not None:
            scores, first = scores[among.start : among.stop], among.start
        found = np.flatnonzero(scores)
        if len(found) > limit:
            cut = np.partition(scores[found], len(found) - limit)[len(found) - limit]
            found = found[scores[found] >= cut]
        best = found[np.argsort(-scores[found], kind="stable")][:limit]
        return [Hit(first + int(number), float(scores[number]) + everywhere) for number in best]


def _add_few(matches: Iterable[_Postings], everywhere: float, limit: int, among: range | None) -> list[Hit]:
    scores: dict[int, float] = {}
    for _, _, _, pairs in matches:
        for number, gain in pairs:
            scores[number] = scores.get(number, 0.0) + gain
    # Less than nothing, so that what sorts first is the best and of two alike the first.
    found = [(-score, number) for number, score in scores.items() if among is None or number in among]
    found.sort()
    return list(map(tuple.__new__, repeat(Hit), [(number, everywhere - score) for score, number in found[:limit]]))


def write(sink: Sink, documents: Iterable[str], terms: Sequence[str]) -> None:
    """Score the documents, each its terms parted by white space, for each of their terms, which are given in order."""
    starts, numbers, gains, constants = array("Q", [0]), array("I"), array("d"), array("d")
    if terms:  # without a single one the library divides by zero
        import numpy as np  # noqa: PLC0415 - only here
        from rank_bm25 import BM25Plus  # noqa: PLC0415 - a question answered from a stored index never needs it

        bm25: Any = BM25Plus(map(str.split, documents), k1=K1, b=B)
        bm25.doc_len = np.array(bm25.doc_len)
        postings: dict[str, array[int]] = {term: array("I") for term in terms}
        for number, frequencies in enumerate(bm25.doc_freqs):
            for term in frequencies:
                postings[term].append(number)
        for term in terms:
            found = postings.pop(term)
            constant = bm25.idf[term] * bm25.delta
            constants.append(constant)
            gains.extend(score - constant for score in bm25.get_batch_scores([term], found))
            numbers.extend(found)
            starts.append(len(numbers))
    sink.put("bm25.starts", starts.tobytes())
    sink.put("bm25.numbers", numbers.tobytes())
    sink.put("bm25.gains", gains.tobytes())
    sink.put("bm25.constants", constants.tobytes())
