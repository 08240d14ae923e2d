"""What an engine is: one method, terms in, hits out, and the formula that all score by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.models import Hit

Name = Literal["rank-bm25", "tantivy"]
Choice = Literal["auto", "rank-bm25", "tantivy"]

# BM25's free parameters, fitted on the first half of the SQuAD 2.0 articles: short paragraphs want less saturation
# and less length normalisation than the customary 1.5 and 0.75.
K1 = 0.9
B = 0.6


class Engine(Protocol):
    """Finds the paragraphs that share terms with a question."""

    def search(self, terms: Sequence[str], limit: int, among: range | None = None) -> list[Hit]:
        """Return at most ``limit`` hits, best first, ties in the order of the corpus.

        ``among`` narrows the search to the paragraphs of one article. A paragraph that has none of the terms is no
        hit. Scores are those of ``rank_bm25.BM25Plus`` over all the paragraphs.
        """
        ...
