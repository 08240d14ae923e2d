"""Which patterns may be found in a question, told by its words: to look for one that is not there takes long.

Each question is another, but its words were met before, so what they may be part of is remembered.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.text import MEMORISED

if TYPE_CHECKING:
    from collections.abc import Mapping

_SMALL = frozenset(
    """
    about all an and any are at be but by can could did do does each every for from had has have he her his how in into
    is it its may me might must of on only or she so some that the their these they this those to us was were wh
    what when where which who whom whose why will would
    """.split()
)
"""Words that are in most questions, and in no pattern without another."""
_ENDS_OF_FIGURES = r"\(\?[:=]st\|nd\|rd\|th\)"
"""Digits before them are the sign: "the" is none."""
_NOT_SPELT = re.compile(rf"#.*|\\.|\(\?P<\w+>|[a-z][?*]|{_ENDS_OF_FIGURES}")
_LETTERS = re.compile(r"[a-z]{2,}")
_WORD = re.compile(r"\w+")
_NONE: frozenset[str] = frozenset()


class Cues:
    """Patterns by their names, none of which is found where no word begins as one in it does."""

    def __init__(self, patterns: Mapping[str, re.Pattern[str]]) -> None:
        """Read the words that the patterns spell out."""
        self._names: dict[str, set[str]] = {}
        for name, pattern in patterns.items():
            for beginning in _beginnings(pattern.pattern):
                self._names.setdefault(beginning, set()).add(name)
        self._longest = max(map(len, self._names))
        self._of = lru_cache(maxsize=MEMORISED)(self._look_up)

    def of(self, text: str) -> frozenset[str]:
        """Return the names of the patterns that may be found in a text."""
        return _NONE.union(*map(self._of, text.split(" ")))

    def _look_up(self, piece: str) -> frozenset[str]:
        beginnings = (
            word[:size] for word in _WORD.findall(piece.lower()) for size in range(1, min(len(word), self._longest) + 1)
        )
        return _NONE.union(*[self._names[beginning] for beginning in beginnings if beginning in self._names])


def _beginnings(pattern: str) -> set[str]:
    words = set(_LETTERS.findall(_NOT_SPELT.sub(" ", pattern).lower())) - _SMALL
    return words.union("0123456789") if r"\d" in pattern else words
