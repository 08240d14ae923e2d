"""The word lists that come with the bot, looked up where they lie: nothing is read at the start."""

from __future__ import annotations

import mmap
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_FOLDER = Path(__file__).with_name("data")


class WordFile:
    """A file with a line a word, in the byte order of the words; opened when it is first asked.

    A look-up halves a memory map, and all processes share the pages they touch.
    """

    def __init__(self, name: str, word: Callable[[bytes], bytes]) -> None:
        """Name the file of the data folder; ``word`` returns the word of a line, as the lines are ordered by."""
        self._name = name
        self._word = word

    def find(self, word: str) -> bytes | None:
        """Return the line of a word, without its end; None where there is none. OSError: the file cannot be read."""
        key, lines = word.encode(), self._lines
        low, high = 0, len(lines)
        while low < high:
            start = lines.rfind(b"\n", 0, (low + high) // 2) + 1
            end = lines.find(b"\n", start)
            line = lines[start:end]
            found = self._word(line)
            if found == key:
                return line
            if found < key:
                low = end + 1
            else:
                high = start
        return None

    def lines(self) -> list[str]:
        """Return all lines. OSError: the file cannot be read."""
        return self._lines[:].decode().splitlines()

    @cached_property
    def _lines(self) -> mmap.mmap:
        with (_FOLDER / self._name).open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
