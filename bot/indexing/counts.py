"""How often paragraphs have each term and word: counted in columns, part by part, and summed up by number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.integer]


class Numbered(dict[str, int]):
    """Names, each with a number: how many there were before it."""

    def __missing__(self, name: str) -> int:
        """Give a new name its number."""
        number = self[name] = len(self)
        return number

    def numbers(self, names: Sequence[str]) -> Numbers:
        """Return the number of each name."""
        return np.fromiter(map(self.__getitem__, names), np.intp, len(names))


@dataclass(frozen=True, slots=True)
class Counts:
    """The terms and words of a part, each once, how many texts have the term and how often the word is there.

    Terms and words are parted by a space, for one text goes to another process in a tenth of the time of many.
    """

    terms: str
    texts: Numbers
    words: str
    times: Numbers
    terms_of_words: Numbers
    """The place of each word's term among the terms, -1 for one that is found by another."""


class Tally:
    """What parts have together."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._terms, self._words = Numbered(), Numbered()
        self._texts: Numbers = np.zeros(0, np.int64)
        self._times: Numbers = np.zeros(0, np.int64)
        self._terms_of_words: Numbers = np.zeros(0, np.int64)

    def add(self, found: Counts, sign: int = 1) -> None:
        """Count a part in, or with -1 off."""
        terms, words = self._terms.numbers(_parted(found.terms)), self._words.numbers(_parted(found.words))
        self._texts = _grown(self._texts, len(self._terms))
        self._times = _grown(self._times, len(self._words))
        self._terms_of_words = _grown(self._terms_of_words, len(self._words))
        self._texts[terms] += sign * found.texts
        self._times[words] += sign * found.times
        self._terms_of_words[words] = np.append(terms, -1)[found.terms_of_words]

    @property
    def length(self) -> int:
        """How many words there are, each counted as often as it is there."""
        return int(self._times.sum())

    def terms(self) -> dict[str, int]:
        """Return how many texts have each term."""
        return dict(zip(self._terms, self._texts.tolist(), strict=True))

    def words(self) -> dict[str, int]:
        """Return how often each word is there."""
        return dict(zip(self._words, self._times.tolist(), strict=True))

    def terms_of_words(self) -> dict[str, str]:
        """Return the term of each word that has one."""
        names = list(self._terms)
        places = zip(self._words, self._terms_of_words.tolist(), strict=True)
        return {word: names[place] for word, place in places if place >= 0}

    def places(self, words: Sequence[str], terms: Sequence[str]) -> NDArray[np.int64]:
        """Return where the term of each word stands among terms; for a word without one, how many there are."""
        found = np.full(len(self._terms) + 1, len(terms))
        found[self._terms.numbers(terms)] = np.arange(len(terms))
        return found[self._terms_of_words[self._words.numbers(words)]]


def _parted(names: str) -> list[str]:
    return names.split(" ") if names else []


def _grown(column: Numbers, size: int) -> Numbers:
    return np.append(column, np.zeros(size - len(column), column.dtype))
