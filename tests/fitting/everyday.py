"""Words that people ask with, and the words that news has for the same, listed by hand in ``everyday.txt``.

Vectors of single words are of little help there: they put "work" far from "employ", and "sack" by the bag alone.
"""

from __future__ import annotations

from itertools import permutations, product
from pathlib import Path

from bot.text import term

SAME, ONE_WAY = 0.9, 0.8
"""How near words of a line are that stand for one another, and one with other meanings to what it stands for: chosen on
the tuning halves of ``tests/questions``."""
_FILE = Path(__file__).with_name("everyday.txt")


def everyday() -> dict[tuple[str, str], float]:
    """Return pairs of terms with how near they are: one that is asked with, and one that an article has for it."""
    found: dict[tuple[str, str], float] = {}
    for line in _FILE.read_text("ascii").splitlines():
        asked, way, told = line.partition(">")
        strength = ONE_WAY if way else SAME
        if line.startswith("#"):
            continue
        for one, other in product(asked.split(), told.split()) if way else permutations(asked.split(), 2):
            pair = term(one), term(other)
            if pair[0] != pair[1]:
                found[pair] = max(strength, found.get(pair, 0.0))
    return found
