"""The word lists that come with the bot, looked up where they lie: nothing is read at the start."""

from __future__ import annotations

import mmap
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_BLOCK = 1024
"""Bytes that are searched rather than halved, or what a long line makes of them."""
_BEGINNING = 2
"""Letters of a word that tell where to begin to halve."""
FOLDER = Path(__file__).with_name("data")


def _before_tab(line: bytes) -> bytes:
    return line.partition(b"\t")[0]


class WordFile:
    """A file with a line a word, in the byte order of the words; opened when it is first asked.

    A look-up halves a memory map, and all processes share the pages they touch.
    """

    def __init__(self, name: str, word: Callable[[bytes], bytes] = _before_tab, *, capitals: bool = False) -> None:
        """Name the file of the data folder; ``word`` returns the word of a line, as the lines are ordered by.

        ``capitals`` says that the file has some which count for nothing there.
        """
        self._name = name
        self._word = word
        self._capitals = capitals
        self._halves: dict[int, tuple[int, bytes]] = {}
        self._begun: dict[bytes, tuple[int, int]] = {}

    def find(self, word: str) -> bytes | None:
        """Return the line of a word, without its end; None where there is none. OSError: the file cannot be read."""
        key = word.encode()
        low, high = self._narrow(key, *(self._begun.get(key[:_BEGINNING]) or self._begin(key[:_BEGINNING])))
        block = b"\n" + self._lines[low:high]
        at = (block.lower() if self._capitals else block).find(b"\n" + key) + 1
        line = block[at : block.find(b"\n", at)]  # of the words that begin so the shortest comes first
        return line if at and self._word(line) == key else None

    def _narrow(self, key: bytes, low: int, high: int) -> tuple[int, int]:
        """Return the part of a stretch of lines, few enough to be searched, that has the line of a word if any has."""
        while high - low > _BLOCK:
            middle = (low + high) // 2
            start, first = self._halves.get(middle) or self._halve(middle)
            if start == low:
                break
            if first <= key:
                low = start
            else:
                high = start
        return low, high

    def _begin(self, letters: bytes) -> tuple[int, int]:
        """Return where the words may stand that begin with some letters, and remember it: it is half of the way."""
        whole = 0, len(self._lines)
        if not letters.isalpha():  # whoever asks may write anything, and only so much is to be remembered
            return whole
        found = self._narrow(letters, *whole)[0], self._narrow(letters + b"\xff", *whole)[1]
        self._begun[letters] = found
        return found

    def _halve(self, middle: int) -> tuple[int, bytes]:
        """Return the line at a place by its start and its word, and remember it: all look-ups begin with the same."""
        start = self._lines.rfind(b"\n", 0, middle) + 1
        end = self._lines.find(b"\n", start)
        self._halves[middle] = found = start, self._word(self._lines[start:end])
        return found

    def lines(self) -> list[str]:
        """Return all lines. OSError: the file cannot be read."""
        return self._lines[:].decode().splitlines()

    @cached_property
    def _lines(self) -> mmap.mmap:
        with (FOLDER / self._name).open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
