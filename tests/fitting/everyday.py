"""Words that people ask with, and the words that news and reports have for the same, listed by hand.

``everyday.txt`` holds those that were found to matter, ``reports.txt`` many more that mean nearly the same.

Vectors of single words are of little help there: they put "work" far from "employ", and "sack" by the bag alone.
"""

from __future__ import annotations

from itertools import permutations, product
from pathlib import Path

from bot.text import term

NEAR = {"everyday.txt": (0.9, 0.8), "reports.txt": (0.8, 0.7)}
"""How near words of a line are that stand for one another, and one with other meanings to what it stands for, by file:
chosen on the tuning halves of ``tests/questions``."""


def everyday() -> dict[tuple[str, str], float]:
    """Return pairs of terms with how near they are: one that is asked with, and one that an article has for it."""
    found: dict[tuple[str, str], float] = {}
    for name, (same, one_way) in NEAR.items():
        for line in Path(__file__).with_name(name).read_text("ascii").splitlines():
            asked, way, told = line.partition(">")
            strength = one_way if way else same
            if line.startswith("#"):
                continue
            for one, other in product(asked.split(), told.split()) if way else permutations(asked.split(), 2):
                pair = term(one), term(other)
                if pair[0] != pair[1]:
                    found[pair] = max(strength, found.get(pair, 0.0))
    return found
