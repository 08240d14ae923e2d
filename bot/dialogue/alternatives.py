"""A question of one or the other, or of several places, asked of each alone: "in May or June?", "in Lyon and Graz?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dialogue.clause import parse
from bot.dialogue.fragment import acts
from bot.english.lexicon import NUMERALS
from bot.english.senses import is_place
from bot.english.wordclass import BREAKS, DETERMINERS, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.dialogue.phrase import Word

_MOST = 5
"""Words of an alternative."""
_NO_OTHER = frozenset("not so more less else fewer both neither maybe".split())
"""What stands after an "or" that offers nothing else."""
_LEADING = DETERMINERS - {"no"}
_NAME = r"[\w'\u2019-]+(?:\s(?-i:[A-Z])[\w'\u2019-]*){0,2}"
_PLACES = re.compile(
    rf"\b(?:in|for|at|from|to|about|of)\s+(?P<names>{_NAME}(?:,\s+{_NAME}){{0,5}},?\s+and\s+{_NAME})",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r",?\s+and\s+|,\s+", re.IGNORECASE)
_JOINT = re.compile(r"\b(?:between|both|together|each other|difference|compare\w*)\b", re.IGNORECASE)


def each(question: str) -> tuple[tuple[str, str], ...]:
    """Return a question of yes or no that offers two things as two that offer one, each with what that is.

    "Who won, Ann or Bob?" is "who won?", with neither. There are none where nothing is offered so.
    """
    clause = parse(question)
    words = clause.words
    at = [place for place, word in enumerate(words) if word.lower == "or"]
    if len(at) != 1 or not 1 < at[0] < len(words) - 1 or words[at[0] + 1].lower in _NO_OTHER:
        return ()
    end = _end(words, at[0] + 1)
    start = _start(words, at[0], words[at[0] + 1 : end]) if end > at[0] + 1 else 0
    if not start or (start == 1 and end == len(words)):
        return ()
    before, other = question[: words[start].start], question[words[at[0] + 1].start : words[end - 1].end]
    one, after = question[words[start].start : words[at[0] - 1].end], question[words[end - 1].end :]
    if clause.form == "polar":
        return (f"{before}{one}{after}", one), (f"{before}{other}{after}", other)
    comma = before.rstrip()
    return ((f"{comma[:-1]}?", ""),) if clause.wh and comma.endswith(",") and not after.strip(" ?.!") else ()


def places(question: str) -> tuple[tuple[str, str], ...]:
    """Return a question of several places as one of each, with its name: "what is made in Lyon and Graz?".

    There are none where it asks of them as one: "the train between Lyon and Graz".
    """
    found = _PLACES.search(question)
    names = _BETWEEN.split(found["names"]) if found else []
    if found is None or _JOINT.search(question) or not all(map(_is_named, names)):
        return ()
    start, end = found.span("names")
    return tuple([(f"{question[:start]}{name}{question[end:]}", name) for name in names])


def _is_named(place: str) -> bool:
    return place[0].isupper() or is_place(place)


def _end(words: Sequence[Word], first: int) -> int:
    """Return the place after the last word of the phrase that begins at one."""
    place = first + (words[first].lower in PREPOSITIONS)
    opening = place
    for word in words[place : first + _MOST]:
        if word.lower in BREAKS or (place > opening and (acts(word.lower) or word.lower.endswith("ing"))):
            break
        place += 1
    return place


def _start(words: Sequence[Word], end: int, other: Sequence[Word]) -> int:
    """Return the place where the phrase before an "or" begins that is like the one behind it, 0 where none is."""
    near = words[max(end - _MOST, 1) : end]
    first = other[0].lower
    if first in PREPOSITIONS:
        return _last(near, PREPOSITIONS.__contains__, end)
    apart = next((at for at in range(len(near), 0, -1) if near[at - 1].lower in BREAKS), 0)
    near = near[apart:]
    if first in _LEADING or _counts(first):
        return (first in _LEADING and _last(near, _LEADING.__contains__, end)) or _last(near, _counts, end)
    if other[0].text[0].isupper():
        plain = next((at for at in range(len(near), 0, -1) if not near[at - 1].text[0].isupper()), 0)
        return end - len(near[plain:]) if near[plain:] else 0
    return end - len(other) if len(other) <= len(near) else 0


def _last(near: Sequence[Word], fits: Callable[[str], bool], end: int) -> int:
    """Return the place of the last of the words before another one that fits, 0 where none does."""
    return next((end - back for back in range(1, len(near) + 1) if fits(near[-back].lower)), 0)


def _counts(lower: str) -> bool:
    return lower[0].isdigit() or lower in NUMERALS
