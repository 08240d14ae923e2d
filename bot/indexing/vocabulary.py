"""Sorted words with a count each, over bytes that may be a memory map: looked up where they lie, never loaded.

A word's place is found by its checksum, which leads to one of the slots of a hash table.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, overload
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.indexing.columns import Columns, Sink

STRIDE = 64
"""Of so many words one is kept in memory to find those by that begin alike; the rest lie in blocks."""
SMALL = 8192
"""Words up to which all of them are kept in memory, each with its place."""
PREFIXED = 16
"""How many words that share a prefix are given at most; in a large corpus a prefix may have thousands."""


class Vocabulary(Sequence[str]):
    """The words of a corpus in the order of their code points; ``counts`` holds at the same places how often each is.

    Behind each word stands a line's end, so that those that begin alike are found in a block without a look at each.
    """

    def __init__(self, columns: Columns, name: str) -> None:
        """Take the columns that ``write`` wrote under the name."""
        self._words = columns[f"{name}.words"]
        self._starts = columns[f"{name}.starts"].cast("Q")
        self._slots = columns[f"{name}.slots"].cast("I")
        self.place: Callable[[str], int | None] = self._all().get if len(self) <= SMALL else self._find
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
        return str(self._words[self._starts[place] : self._starts[place + 1] - 1], "utf-8")

    @cached_property
    def _landmarks(self) -> list[str]:
        return self[::STRIDE]

    def _all(self) -> dict[str, int]:
        return dict(zip(str(self._words, "utf-8").split("\n"), range(len(self)), strict=False))

    def _block(self, first: int, last: int) -> bytes:
        """Return the words from one place to that before another; before and behind each stands a line's end."""
        starts = self._starts
        return b"\n" + self._words[starts[first] : starts[min(last, len(starts) - 1)]]

    def _find(self, word: str) -> int | None:
        key, slots, starts = word.encode(), self._slots, self._starts
        last = len(slots) - 1
        slot = crc32(key) & last
        while place := slots[slot]:  # one more than it is: 0 is an empty slot
            if self._words[starts[place - 1] : starts[place] - 1] == key:
                return place - 1
            slot = (slot + 1) & last
        return None

    def first(self, word: str) -> int:
        """Return where a word stands, or would stand."""
        high = bisect_right(self._landmarks, word) * STRIDE
        low = max(high - STRIDE, 0)
        return low + bisect_left(self._block(low, high).split(b"\n")[1:-1], word.encode())

    def count(self, word: str) -> int:
        """Return how often the corpus has a word, 0 where it has none."""
        place = self.place(word)
        return 0 if place is None else self.counts[place]

    def prefixed(self, prefix: str) -> list[str]:
        """Return the words that begin with a prefix, the most frequent `PREFIXED` of them in their order."""
        landmarks = self._landmarks
        low = max(bisect_left(landmarks, prefix) - 1, 0) * STRIDE
        block = self._block(low, bisect_left(landmarks, prefix + "\U0010ffff", low // STRIDE) * STRIDE)
        key = b"\n" + prefix.encode()
        start = block.find(key)
        if start < 0:
            return []
        words = block[start + 1 : block.index(b"\n", block.rfind(key) + 1)].decode().split("\n")
        if len(words) > PREFIXED:
            first = low + block.count(b"\n", 0, start)
            counts = list(self.counts[first : first + len(words)])
            places = sorted(range(len(words)), key=counts.__getitem__, reverse=True)[:PREFIXED]
            words = [words[place] for place in sorted(places)]
        return words


def write(sink: Sink, name: str, counts: Mapping[str, int]) -> list[str]:
    """Write a vocabulary's columns; return its words in their order."""
    words = sorted(counts)
    lines = "\n".join([*words, ""]).encode()
    ends = np.flatnonzero(np.frombuffer(lines, np.uint8) == ord("\n"))
    sink.put(f"{name}.words", lines)
    sink.put(f"{name}.starts", np.append(0, ends + 1).tobytes())
    sink.put(f"{name}.counts", np.fromiter(map(counts.__getitem__, words), np.int64, len(words)).tobytes())
    sink.put(f"{name}.slots", slots(lines))
    return words


def slots(lines: bytes) -> bytes:
    """Return the slots by which `Vocabulary` finds words, each of which ends with a line; they are half empty or more.

    A word stands in the slot that its checksum leads to, or in the next empty one after it.
    """
    words = lines.split(b"\n")[:-1]
    if len(words) <= SMALL:
        return b""
    found = np.zeros(1 << (2 * len(words) - 1).bit_length(), np.uint32)
    places = np.arange(1, len(words) + 1, dtype=np.uint32)
    at = np.fromiter(map(crc32, words), np.uint32, len(words))
    while len(places):
        at &= len(found) - 1
        empty = found[at] == 0
        found[at[empty]] = places[empty]  # of several the last
        left = found[at] != places
        places, at = places[left], at[left] + 1
    return found.tobytes()
