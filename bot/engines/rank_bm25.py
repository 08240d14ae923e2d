"""BM25 in memory with rank-bm25's own scores, at a cost that follows the matches and not the corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from bot.models import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

# BM25's free parameters, fitted on the first half of the SQuAD 2.0 articles: short paragraphs want less saturation
# and less length normalisation than the customary 1.5 and 0.75.
K1 = 0.9
B = 0.6


class RankBM25:
    """``rank_bm25.BM25Plus`` behind a postings map.

    The library scores each term's own paragraphs once, when the term is first asked for; a question adds those up.
    BM25Plus gives every paragraph ``idf * delta`` for every term, match or not; the sum of these is added to each
    score, so that scores equal ``get_scores`` over the whole corpus.
    """

    def __init__(self, documents: Iterable[Sequence[str]]) -> None:
        """Index the documents, each a sequence of terms."""
        from rank_bm25 import BM25Plus  # noqa: PLC0415 - a question answered from a stored index never needs it

        documents = list(documents)
        self._postings: dict[str, list[int]] = {}
        for number, document in enumerate(documents):
            for term in set(document):
                self._postings.setdefault(term, []).append(number)
        self._size = len(documents)
        # Without a single term the library divides by zero.
        self._bm25: Any = BM25Plus(documents, k1=K1, b=B) if self._postings else None
        if self._bm25 is not None:
            self._bm25.doc_len = np.array(self._bm25.doc_len)
        self._scored: dict[str, tuple[NDArray[np.intp], NDArray[np.float64], float]] = {}

    def search(self, terms: Sequence[str], limit: int, among: range | None = None) -> list[Hit]:
        """Return the hits; see ``Engine.search``."""
        scores = np.zeros(self._size)
        everywhere = 0.0
        for term in terms:
            if term not in self._postings:
                continue
            numbers, gains, constant = self._scored.get(term) or self._score(term)
            scores[numbers] += gains
            everywhere += constant
        start = 0
        if among is not None:
            scores, start = scores[among.start : among.stop], among.start
        found = np.flatnonzero(scores)
        if len(found) > limit:
            cut = np.partition(scores[found], len(found) - limit)[len(found) - limit]
            found = found[scores[found] >= cut]
        best = found[np.argsort(-scores[found], kind="stable")][:limit]
        return [Hit(start + int(n), float(scores[n]) + everywhere) for n in best]

    def _score(self, term: str) -> tuple[NDArray[np.intp], NDArray[np.float64], float]:
        numbers = self._postings[term]
        constant = self._bm25.idf[term] * self._bm25.delta
        gains = np.array(self._bm25.get_batch_scores([term], numbers)) - constant
        self._scored[term] = scored = (np.array(numbers), gains, constant)
        return scored
