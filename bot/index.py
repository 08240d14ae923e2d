"""The articles' paragraphs, analysed once, and how many of them have each term."""

from __future__ import annotations

import math
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from bot.analysis import analyse
from bot.engines.rank_bm25 import RankBM25
from bot.kinship import commonness, kin
from bot.spelling import Speller
from bot.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.analysis import Analysed
    from bot.engines.base import Engine
    from bot.models import Article


STEM = 5
"""Two terms that share this many first letters are taken for kin."""
SAME_STEM = 0.5
"""How near such kin is, on the scale of ``kinship.kin``."""
PRIOR = 200.0
"""How many paragraphs the prior on a term's frequency counts for."""


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
        self._frequencies = Counter(term for passage in self._passages for term in passage.places)
        self._stems: dict[str, list[str]] = {}
        for term in self._frequencies:
            if len(term) >= STEM:
                self._stems.setdefault(term[:STEM], []).append(term)
        self._kin: dict[str, tuple[tuple[str, float], ...]] = {}
        self.engine: Engine = RankBM25(
            [token.term for sentence in passage.sentences for token in sentence.tokens] for passage in self._passages
        )

    def __len__(self) -> int:
        """Return how many passages there are."""
        return len(self._passages)

    def __getitem__(self, number: int) -> Analysed:
        """Return the passage at a hit's place."""
        return self._passages[number]

    @cached_property
    def speller(self) -> Speller:
        """The articles' own words, to match mistyped ones to."""
        counts = Counter(
            fold(sentence.word(token))
            for passage in self._passages
            for sentence in passage.sentences
            for token in sentence.tokens
        )
        words = sorted(counts)
        return Speller(words, [counts[word] for word in words])

    def among(self, article: str) -> range:
        """Return the places of one article's passages; KeyError where there is no such article."""
        return self._ranges[article]

    def frequency(self, term: str) -> int:
        """Return how many passages have the term."""
        return self._frequencies.get(term, 0)

    def weight(self, term: str) -> float:
        """Return how telling a term is: its inverse document frequency, English at large counted in.

        The log odds of a Bayesian estimate whose prior is the term's share of English paragraphs: in one article the
        prior rules, in a large corpus the corpus does.
        """
        seen = self.frequency(term) + PRIOR * commonness(term)
        return math.log((len(self) + PRIOR) / seen)

    def kin(self, term: str) -> tuple[tuple[str, float], ...]:
        """Return the terms of the articles that may stand for a term, nearest first."""
        found = self._kin.get(term)
        if found is None:
            near = {other: strength for other, strength in kin(term) if self.frequency(other)}
            if len(term) >= STEM:
                for other in self._stems.get(term[:STEM], ()):
                    near[other] = max(near.get(other, 0.0), SAME_STEM)
            near.pop(term, None)
            self._kin[term] = found = tuple(sorted(near.items(), key=lambda pair: -pair[1]))
        return found
