"""The stems of English words, looked up in a file where NLTK need not be imported, which takes half a second.

``data/stems.txt`` holds a line a word, in byte order, each with its stem where that is another;
``tests/fitting/make_stems.py`` makes it with NLTK's Snowball stemmer. It is searched where it lies, by a memory map.
"""

from __future__ import annotations

import mmap
from functools import cache
from pathlib import Path

SHORT = 3
"""Letters up to which the file has all words whose stem is another."""


@cache
def _lines() -> mmap.mmap:
    with Path(__file__).with_name("data").joinpath("stems.txt").open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def stem(word: str) -> str | None:
    """Return the stem of a word in lower case; None where only NLTK can tell."""
    if not (word.isascii() and word.isalpha()):
        return None
    key = word.encode()
    lines = _lines()
    low, high = 0, len(lines)
    while low < high:
        start = lines.rfind(b"\n", 0, (low + high) // 2) + 1
        end = lines.find(b"\n", start)
        found, _, other = lines[start:end].partition(b" ")
        if found == key:
            return (other or found).decode()
        if found < key:
            low = end + 1
        else:
            high = start
    return word if len(word) <= SHORT else None
