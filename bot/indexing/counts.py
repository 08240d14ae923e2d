"""How often paragraphs have each term and word: counted in columns, part by part, and summed up by number."""

from __future__ import annotations

import os
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.integer]


class Numbered(dict[str, int]):
    """Names, each with a number: how many there were before it."""

    def __init__(self) -> None:
        """Begin with none."""
        self.names: list[str] = []
        """The names by their numbers: going through a dictionary takes ten times as long, and some is done often."""

    def __missing__(self, name: str) -> int:
        """Give a new name its number."""
        number = self[name] = len(self)
        self.names.append(name)
        return number

    def numbers(self, names: Sequence[str]) -> Numbers:
        """Return the number of each name."""
        return np.fromiter(map(self.__getitem__, names), np.intp, len(names))


class Names(Protocol):
    """What terms and words are called that `Counts` have by number."""

    key: str
    """What tells whose numbers they are."""

    def since(self, terms: int, words: int) -> tuple[Sequence[str], Sequence[str], Sequence[int]]:
        """Return the terms from a number on, the words from another, and the number of each word's term.

        That is -1 for a word that is found by another.
        """
        ...


class Memory:
    """Terms and words by the numbers that one process has given them.

    Another process gets it bit by bit: pickled it has the names that are new since it was pickled before. A part has
    few new ones, and to look up all that it has takes longer than to count them.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.key = os.urandom(16).hex()
        self.terms, self.words = Numbered(), Numbered()
        self.terms_of_words = array("i")
        """The number of the term of each word, by the number of the word; for ``US`` the country's."""
        self._told = 0, 0

    def since(self, terms: int, words: int) -> tuple[list[str], list[str], array[int]]:
        """Return what is new; see `Names`."""
        new, of_new = self.words.names[words:], self.terms_of_words[words:]
        if "US" in new:
            at = new.index("US")
            new[at], of_new[at] = "us", -1  # the pronoun is a function word, and no word here
        return self.terms.names[terms:], new, of_new

    def __reduce__(self) -> tuple[type[Told], tuple[object, ...]]:
        """Make of it what another process is told next."""
        told, self._told = self._told, (len(self.terms), len(self.words))
        terms, words, of_words = self.since(*told)
        return Told, (self.key, *told, " ".join(terms), " ".join(words), of_words)


@dataclass(frozen=True, slots=True)
class Told:
    """What another process says of its memory: the names from two numbers on.

    They are parted by a space, for one text goes to another process in a tenth of the time of many.
    """

    key: str
    first_term: int
    first_word: int
    terms: str
    words: str
    terms_of_words: array[int]

    def since(self, terms: int, words: int) -> tuple[list[str], list[str], array[int]]:
        """Return what is new; see `Names`. What was told before is not known here."""
        terms, words = terms - self.first_term, words - self.first_word
        if terms < 0 or words < 0:
            raise LookupError(self.key)
        return _parted(self.terms)[terms:], _parted(self.words)[words:], self.terms_of_words[words:]


@dataclass(frozen=True, slots=True)
class Counts:
    """The terms and words of a part, by number, how many texts have the term and how often the word is there."""

    names: Names
    terms: Numbers
    texts: Numbers
    words: Numbers
    times: Numbers


_NONE: Numbers = np.zeros(0, np.intp)


class Tally:
    """What parts have together."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._terms, self._words = Numbered(), Numbered()
        self._known: dict[str, tuple[Numbers, Numbers]] = {}
        """The numbers here of the terms and the words of others, by those that they have there."""
        self._texts: Numbers = np.zeros(0, np.int64)
        self._times: Numbers = np.zeros(0, np.int64)
        self._terms_of_words: Numbers = np.zeros(0, np.int64)

    def add(self, found: Counts, sign: int = 1) -> None:
        """Count a part in, or with -1 off."""
        terms, words = self._numbers(found.names)
        self._texts[terms[found.terms]] += sign * found.texts
        np.add.at(self._times, words[found.words], sign * found.times)  # "US" and "U-S" are one word

    def _numbers(self, names: Names) -> tuple[Numbers, Numbers]:
        """Return the numbers here of terms and words that have others there."""
        terms, words = self._known.get(names.key, (_NONE, _NONE))
        new_terms, new_words, of_new = names.since(len(terms), len(words))
        terms = np.append(terms, self._terms.numbers(new_terms))
        new = self._words.numbers(new_words)
        words = np.append(words, new)
        self._known[names.key] = terms, words
        self._texts = _grown(self._texts, len(self._terms))
        self._times = _grown(self._times, len(self._words))
        self._terms_of_words = _grown(self._terms_of_words, len(self._words))
        self._terms_of_words[new] = np.append(terms, -1)[np.array(of_new, np.intp)]
        return terms, words

    @property
    def length(self) -> int:
        """How many words there are, each counted as often as it is there."""
        return int(self._times.sum())

    def terms(self) -> dict[str, int]:
        """Return how many texts have each term, but for those of which no more have it and no fewer."""
        return _changed(self._terms.names, self._texts)

    def words(self) -> dict[str, int]:
        """Return how often each word is there, but for those that are so no more and no less often."""
        return _changed(self._words.names, self._times)

    def terms_of_words(self) -> dict[str, str]:
        """Return the term of each of these words that has one."""
        names, places = self._terms.names, self._terms_of_words
        return {self._words.names[word]: names[places[word]] for word in np.flatnonzero(self._times * (places >= 0))}

    def places(self, words: Sequence[str], terms: Sequence[str]) -> NDArray[np.int64]:
        """Return where the term of each word stands among terms; for a word without one, how many there are."""
        found = np.full(len(self._terms) + 1, len(terms))
        found[self._terms.numbers(terms)] = np.arange(len(terms))
        return found[self._terms_of_words[self._words.numbers(words)]]


def _changed(names: Sequence[str], counts: Numbers) -> dict[str, int]:
    there = np.flatnonzero(counts)
    return dict(zip(map(names.__getitem__, there.tolist()), counts[there].tolist(), strict=True))


def _parted(names: str) -> list[str]:
    return names.split(" ") if names else []


def _grown(column: Numbers, size: int) -> Numbers:
    return np.append(column, np.zeros(size - len(column), column.dtype)) if size > len(column) else column
