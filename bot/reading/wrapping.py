"""Whether lines that follow each other are one text that was broken into lines, or stand each for itself."""

from __future__ import annotations

from itertools import pairwise

WIDEST = 120
"""No editor breaks lines later than this (in characters): the end of a longer line ends a paragraph."""
_NARROWEST = 40
_FEW = 3
_GOES_ON = ",;-–—"
"""What ends a line of verse, or one that was broken between words, as well as it stands within a sentence."""


def width(blocks: list[list[str]]) -> int:
    """Return how wide a text is that an editor wrapped: its widest line that surely was; 0 where nobody did."""
    return max((max(map(len, block)) for block in blocks if is_wrapped(block, 0)), default=0)


def is_one(block: list[str], around: int) -> bool:
    """Tell whether lines are to be joined, given how wide the text around them was wrapped."""
    return is_wrapped(block, around) or _runs_on(block)


def is_wrapped(block: list[str], around: int) -> bool:
    """Tell whether an editor broke lines: none could have taken the next one's first word.

    Of a few lines that may be by chance, unless the text around them is as wide or they run on.
    """
    if len(block) == 1:
        return False
    widest = max(map(len, block))
    if not _NARROWEST <= widest <= WIDEST or not all(full(block, max(widest, around))):
        return False
    return around > 0 or len(block) > _FEW or _runs_on(block)


def full(block: list[str], widest: int) -> list[bool]:
    """Tell of each line but the last whether the next one's first word would not have found room in it."""
    return [len(line) + 1 + len(after.split(None, 1)[0]) > widest for line, after in pairwise(block)]


def _runs_on(block: list[str]) -> bool:
    """Tell whether lines were broken within sentences, as by hand: events, facts and steps each begin anew."""
    anew = sum(_begins(line) and before[-1] not in _GOES_ON for before, line in pairwise(block))
    return anew * 2 < len(block)


def _begins(line: str) -> bool:
    first = next(filter(str.isalnum, line), "")
    return first.isupper() or first.isdigit()
