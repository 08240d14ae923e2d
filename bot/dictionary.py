"""The English words and names that are never taken for typing errors, looked up in a file and not loaded."""

from __future__ import annotations

import mmap
from functools import cache, lru_cache
from pathlib import Path


class Dictionary:
    """Words of four letters and more, a line each, in the order of their lower-case form; names have a capital.

    A look-up bisects a memory map: nothing is read at the start, and all processes share the pages they touch.
    """

    def __init__(self, path: Path) -> None:
        """Open the file; OSError where it cannot be read."""
        with path.open("rb") as file:
            self._lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def find(self, word: str) -> str | None:
        """Return a lower-case word as the dictionary writes it ("japan" as "Japan"), or None."""
        key = word.encode()
        lines = self._lines
        low, high = 0, len(lines)
        while low < high:
            start = lines.rfind(b"\n", 0, (low + high) // 2) + 1
            end = lines.find(b"\n", start)
            found = lines[start:end]
            folded = found.lower()
            if folded == key:
                return found.decode()
            if folded < key:
                low = end + 1
            else:
                high = start
        return None


@cache
def _english() -> Dictionary:
    return Dictionary(Path(__file__).with_name("data") / "english.txt")


@lru_cache(maxsize=4096)
def english(word: str) -> str | None:
    """Return a lower-case word as the English dictionary that comes with the bot writes it, or None."""
    return _english().find(word)
