"""Meaning beside words: how near a sentence is to the question by static word vectors. The extra ``semantic``.

The vectors are wordllama's and travel in its wheel; nothing is fetched, nothing is learnt. In a corpus of up to
``SMALL`` passages the sentences nearest in meaning are candidates too, whatever their words. In a larger one BM25 finds
the candidates and meaning helps to order them, so that a question costs the same for any size.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.errors import BotError
from bot.libraries import loading
from bot.models import Hit
from bot.weights import MEANING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.index import Index
    from bot.indexing.records import Recorded

SMALL = 2000
"""Passages up to which every sentence's vector is kept."""
MORE = 10
"""Candidates that meaning adds to those of BM25."""


class Meaning:
    """Vectors for the sentences of an index."""

    def __init__(self, index: Index) -> None:
        """Load the word vectors; BotError where the extra is not installed."""
        try:
            with loading():
                import wordllama  # noqa: PLC0415 - an extra
        except ModuleNotFoundError:
            raise BotError("--semantic needs the extra semantic: pip install 'article-bot[semantic]'") from None
        self._model: Any = wordllama.WordLlama.load(
            cache_dir=Path(wordllama.__file__).parent,
            disable_download=True,
        )
        self._index = index
        self._vectors = [self.vectors(index[number]) for number in range(len(index))] if len(index) <= SMALL else []

    def vectors(self, passage: Recorded) -> NDArray[Any]:
        """Return a row for each sentence of a passage and a last one for all of it, each of length 1."""
        texts = [sentence.text for sentence in passage.sentences]
        rows: NDArray[Any] = self._model.embed([*texts, passage.paragraph.text], norm=True)
        return rows

    def read(self, question: str) -> Reading:
        """Return what the question means, to hold passages against."""
        return Reading(self, self._model.embed([question], norm=True)[0])

    def of(self, number: int) -> NDArray[Any]:
        """Return the vectors of the passage at a place of the index."""
        return self._vectors[number] if self._vectors else self.vectors(self._index[number])

    def nearest(self, question: NDArray[Any], among: range | None) -> list[int]:
        """Return the places of the passages that have the sentences nearest to a question, nearest first."""
        places = among if among is not None else range(len(self._vectors))
        found = [(float((self._vectors[place][:-1] @ question).max(initial=-1.0)), place) for place in places]
        return [place for _, place in sorted(found, reverse=True)]

    def more(self, question: NDArray[Any], hits: Sequence[Hit], terms: Sequence[str], among: range | None) -> list[Hit]:
        """Return hits that the words of the question did not find, with the score that their words have."""
        if not self._vectors:
            return []
        known = {hit.paragraph for hit in hits}
        places = [place for place in self.nearest(question, among)[: MORE + len(known)] if place not in known][:MORE]
        scored = self._index.scores(places, [term for term in terms if self._index.frequency(term)])
        return [Hit(place, score) for place, score in zip(places, scored, strict=True)]


class Reading:
    """A question's meaning."""

    def __init__(self, meaning: Meaning, vector: NDArray[Any]) -> None:
        """Keep the vector of the question, of length 1."""
        self._meaning = meaning
        self._vector = vector

    def more(self, hits: Sequence[Hit], terms: Sequence[str], among: range | None) -> list[Hit]:
        """Return the hits that meaning adds; see ``Meaning.more``."""
        return self._meaning.more(self._vector, hits, terms, among)

    def gains(self, number: int) -> list[float]:
        """Return what its meaning adds to the score of each sentence of the passage at a place."""
        near = self._meaning.of(number) @ self._vector
        base = MEANING["constant"] + MEANING["paragraph"] * float(near[-1])
        if len(near) == 1:
            return []
        base += MEANING["best"] * float(near[:-1].max())
        return [base + MEANING["sentence"] * float(each) for each in near[:-1]]
