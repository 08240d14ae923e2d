"""Sorted words with a count each, over bytes that may be a memory map: looked up where they lie, never loaded."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, overload

from bot.text import MEMORISED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.columns import Columns, Sink

STRIDE = 64
"""Of so many words one is kept in memory for look-ups, in a small corpus every word."""
SMALL = 8192
"""Words up to which a corpus is small."""
PREFIXED = 16
"""How many words that share a prefix are given at most; in a large corpus a prefix may have thousands."""


class Vocabulary(Sequence[str]):
    """The words of a corpus in the order of their code points; ``counts`` holds at the same places how often each is.

    A look-up costs a bisection, some microseconds among a million words.
    """

    def __init__(self, columns: Columns, name: str) -> None:
        """Take the columns that ``write`` wrote under the name."""
        self._words = columns[f"{name}.words"]
        self._starts = columns[f"{name}.starts"].cast("Q")
        self._stride = 1 if len(self) <= SMALL else STRIDE
        self.place: Callable[[str], int | None] = lru_cache(maxsize=MEMORISED)(self._find)
        """Return a word's place, or None."""
        self.counts: Sequence[int] = columns[f"{name}.counts"].cast("Q")

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self._starts) - 1

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        """Return the word at a place."""
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        if place < 0:
            place += len(self)
        if not 0 <= place < len(self):
            raise IndexError(place)
        return str(self._words[self._starts[place] : self._starts[place + 1]], "utf-8")

    @cached_property
    def _landmarks(self) -> list[str]:
        return self[:: self._stride]

    def _find(self, word: str) -> int | None:
        place = self.first(word)
        return place if place < len(self) and self[place] == word else None

    def first(self, word: str) -> int:
        """Return where a word stands, or would stand."""
        high = bisect_left(self._landmarks, word) * self._stride
        if self._stride == 1:
            return high
        low, high = max(high - self._stride, 0), min(high, len(self))
        key, words, starts = word.encode(), self._words, self._starts
        while low < high:  # bisect_left, without a call for each word
            middle = (low + high) // 2
            if words[starts[middle] : starts[middle + 1]].tobytes() < key:
                low = middle + 1
            else:
                high = middle
        return low

    def count(self, word: str) -> int:
        """Return how often the corpus has a word, 0 where it has none."""
        place = self.place(word)
        return 0 if place is None else self.counts[place]

    def prefixed(self, prefix: str) -> list[str]:
        """Return the words that begin with a prefix, the most frequent `PREFIXED` of them in their order."""
        places = range(self.first(prefix), self.first(prefix + "\U0010ffff"))
        if len(places) > PREFIXED:
            counts = self.counts
            places = sorted(sorted(places, key=counts.__getitem__, reverse=True)[:PREFIXED])  # type: ignore[assignment]
        return [self[place] for place in places]


def write(sink: Sink, name: str, counts: Mapping[str, int]) -> list[str]:
    """Write a vocabulary's columns; return its words in their order, without those that have a count of 0."""
    words = sorted(word for word, count in counts.items() if count)
    encoded = [word.encode() for word in words]
    sink.put(f"{name}.words", b"".join(encoded))
    sink.put(f"{name}.starts", array("Q", accumulate(map(len, encoded), initial=0)).tobytes())
    sink.put(f"{name}.counts", array("Q", (counts[word] for word in words)).tobytes())
    return words
