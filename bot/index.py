"""The articles' paragraphs, analysed once, and how many of them have each term."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from bot.analysis import analyse
from bot.engines.rank_bm25 import RankBM25

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.analysis import Analysed
    from bot.engines.base import Engine
    from bot.models import Article


class Index:
    """All that a question needs to know of the articles, held in memory."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """Analyse every passage of the articles."""
        self._passages: list[Analysed] = []
        self._ranges: dict[str, range] = {}
        for article in articles:
            start = len(self._passages)
            self._passages.extend(analyse(paragraph, article.title) for paragraph in article.passages)
            self._ranges[article.id] = range(start, len(self._passages))
        self._frequencies = Counter(term for passage in self._passages for term in passage.terms)
        self.engine: Engine = RankBM25(
            [token.term for sentence in passage.sentences for token in sentence.tokens] for passage in self._passages
        )

    def __len__(self) -> int:
        """Return how many passages there are."""
        return len(self._passages)

    def __getitem__(self, number: int) -> Analysed:
        """Return the passage at a hit's place."""
        return self._passages[number]

    def among(self, article: str) -> range:
        """Return the places of one article's passages; KeyError where there is no such article."""
        return self._ranges[article]

    def frequency(self, term: str) -> int:
        """Return how many passages have the term."""
        return self._frequencies.get(term, 0)

    def weight(self, term: str) -> float:
        """Return how telling a term is: BM25Plus's inverse document frequency, an unseen term as one seen once."""
        return math.log((len(self._passages) + 1) / max(self.frequency(term), 1))
