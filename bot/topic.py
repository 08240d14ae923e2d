"""What an article is about: its title says it once, and "she", "it" and "they" go on with it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.english.senses import kinds
from bot.text import MEMORISED, telling

if TYPE_CHECKING:
    from bot.indexing.records import Recorded

CARRIED = 0.6
"""How well a paragraph holds what it goes on with and does not name; what it gains from 0.5 to 0.8 differs little."""
_PRONOUN = re.compile(
    r"\b(?:he|she|it|they|his|her|hers|its|their|theirs|him|them|this|these)\b",
    re.IGNORECASE,
)
_SCENE = frozenset("LG")
"""Kinds of what an article is set among rather than about: of places and groups it has many, and names each anew."""


def topic(passage: Recorded) -> frozenset[str]:
    """Return the terms that a passage goes on with: those of the title alone, where it has a pronoun for them."""
    if passage.topic is None:
        spoken = _PRONOUN.search(passage.paragraph.text)
        passage.topic = _terms(passage.title) - passage.terms if spoken else frozenset()
    return passage.topic


@lru_cache(maxsize=MEMORISED)
def _terms(title: str) -> frozenset[str]:
    words = telling(title)
    return frozenset([word.term for word in words if _SCENE.isdisjoint(kinds(title[word.start : word.end].lower()))])
