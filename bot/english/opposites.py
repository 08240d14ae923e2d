"""Terms that say the opposite of one another: "low" and "high", "begin" and "end".

``data/opposites.tsv`` holds a line a term, in byte order, with those opposed to it. ``tests/fitting/make_opposites.py``
makes it; ``data/README.md`` names its source and licence.
"""

from __future__ import annotations

from functools import lru_cache

from bot.english.wordfile import WordFile
from bot.text import MEMORISED

_FILE = WordFile("opposites.tsv")


@lru_cache(maxsize=MEMORISED)
def opposites(term: str) -> frozenset[str]:
    """Return the terms that say the opposite of one."""
    line = _FILE.find(term)
    return frozenset() if line is None else frozenset(line.decode().partition("\t")[2].split())
