"""The English words and names that are never taken for typing errors, looked up in a file and not loaded."""

from __future__ import annotations

import mmap
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

Entry = Literal["word", "name", "both"]
"""A common word; what is only ever written with a capital; what is either ("china")."""


class Dictionary:
    """Words of four letters and more, a line each, in the order of their lower-case form.

    Names have a capital, and a plus sign where they are a common word too. A look-up bisects a memory map: nothing is
    read at the start, and all processes share the pages they touch.
    """

    def __init__(self, path: Path) -> None:
        """Open the file; OSError where it cannot be read."""
        with path.open("rb") as file:
            self._lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def find(self, word: str) -> Entry | None:
        """Return what a word in lower case is, or None where the dictionary lacks it."""
        key = word.encode()
        lines = self._lines
        low, high = 0, len(lines)
        while low < high:
            start = lines.rfind(b"\n", 0, (low + high) // 2) + 1
            end = lines.find(b"\n", start)
            line = lines[start:end]
            found = line.rstrip(b"+").lower()
            if found == key:
                return "word" if line == key else "both" if line.endswith(b"+") else "name"
            if found < key:
                low = end + 1
            else:
                high = start
        return None


@cache
def _english() -> Dictionary:
    return Dictionary(Path(__file__).with_name("data") / "english.txt")


@lru_cache(maxsize=4096)
def english(word: str) -> Entry | None:
    """Return what a word in lower case is by the English dictionary that comes with the bot, or None."""
    return _english().find(word)
