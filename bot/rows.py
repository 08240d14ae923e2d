"""Where a comma parts words of one phrase or row and ends no clause: "a cool, salty wind", "in Hull, Bath or Rye"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.english.lexicon import IRREGULAR
from bot.english.senses import senses
from bot.english.wordclass import AUX, is_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 4
"""Words that a member of a row has at most."""

_HALF = re.compile(
    r"\b(?:an?|the|its|their|his|her)\s(?:(?:more|most|very|[a-z]+ly)\s)?[\u201c\"\u2018]?([a-z]+(?:-[a-z]+)*)$",
    re.IGNORECASE,
)
"""An article and an adjective whose noun is still to come."""
_LAST = re.compile(r"[\w\u2019'-]+(?:\s[\w\u2019'-]+){0,2}\s(?:and|or)\s[\w\u2019'-]+")
"""The end of a row without a comma before "and"."""
_FUNCTION = re.compile(
    r"\b(?:an?|the|its|their|in|on|at|of|for|from|with|by|to|between|is|are|was|were|has|have|had|than|as|that|and|or) "
)
RELATIVE_WORDS = r"(?:(?:in|on|at|for|of|to|from|with|through) )?(?:which|whom?|whose|where)"
RELATIVE = re.compile(rf"{RELATIVE_WORDS}\b")
OPENER = re.compile(
    r"(?:during|amid|in|at|on|after|before|since|for|with|by|as|from|under|while|when|if|although|because)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z\u2019']+")
_FINITE = AUX - {"be", "been", "being"}


def joined(members: Sequence[str], gaps: Sequence[str], *, listed: bool) -> frozenset[int]:
    """Return the places of the members of a sentence that go on in the next, given what parts them.

    Of a sentence that is told to be a list the members stand apart.
    """
    return frozenset(
        place
        for place, gap in enumerate(gaps)
        if gap == ","
        and (
            _is_half(members[place])
            or (not listed and not (place == 0 and OPENER.match(members[0])) and _in_row(members, gaps, place))
        )
    )


def phrase(text: str) -> int:
    """Return where the phrase begins that a text ends with and the next goes on with."""
    half = _HALF.search(text)
    return half.start() if half else max((word.end() for word in _FUNCTION.finditer(text)), default=0)


def _is_half(text: str) -> bool:
    half = _HALF.search(text)
    if half is None:
        return False
    found = senses(half[1].lower())
    return "-" in half[1] or found[:1] == "a" or (found[:1] != "n" and "a" in found)


def _in_row(members: Sequence[str], gaps: Sequence[str], place: int) -> bool:
    for after in range(place + 1, len(members)):
        text = members[after]
        if RELATIVE.match(text) or OPENER.match(text):
            return False
        if end := _LAST.match(text):
            return not acts(end[0])
        if len(text.split()) > MOST or acts(text) or (after < len(gaps) and gaps[after] != ","):
            return False
    return False


def acts(text: str) -> bool:
    """Tell whether a text has a verb that makes it a clause, as far as forms tell."""
    return any(
        word in _FINITE or (word[0].islower() and (word in IRREGULAR or (word.endswith(("ed", "s")) and is_verb(word))))
        for word in _WORD.findall(text)
    )
