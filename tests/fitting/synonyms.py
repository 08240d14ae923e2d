"""Words that WordNet 3.0 (Debian's wordnet-base) gives for one another, in a sense that is common of both."""

from __future__ import annotations

from collections import defaultdict

from places import PARTS, senses, synsets

from bot.english.lexicon import STOP_WORDS
from bot.text import term

STRENGTH = 0.6
"""How near synonyms are at least: vectors of single words put "spend" far from "expend", and "shut" from "close"."""
COMMON = 1
"""The sum of the places that the sense has among those of either word, from 0: the first of both, or of one."""


def synonyms() -> dict[tuple[str, str], float]:
    """Return pairs of terms that mean the same, in both orders, and how nearly."""
    places: dict[str, dict[str, int]] = defaultdict(dict)
    for part in PARTS:
        for word, ids in senses(part):
            if len(word) > 1 and word.isalpha() and word not in STOP_WORDS:
                for place, name in enumerate(ids):
                    places[name][word] = place
    found: dict[tuple[str, str], float] = {}
    for name, synset in synsets(*PARTS).items():
        words = {word.lower() for word in synset.words} & places[name].keys()
        for one in words:
            for other in words - {one}:
                if places[name][one] + places[name][other] <= COMMON and term(one) != term(other):
                    found[term(one), term(other)] = STRENGTH
    return found
