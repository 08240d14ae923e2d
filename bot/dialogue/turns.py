"""The last question asked of another time than it was: of the year after, of who it was before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dialogue.clause import parse
from bot.dialogue.fragment import AND, END
from bot.english.wordclass import BE, base, past, present

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue.clause import Clause
    from bot.dialogue.phrase import Phrase

NOW = re.compile(
    r"\b(?:now|today|nowadays|yesterday|tomorrow|currently|at the moment"
    r"|(?:last|this|next) (?:year|month|week|season))\b",
    re.IGNORECASE,
)
"""What says when, without a year."""
_IN_TURN = re.compile(
    rf"{AND}(?:who )?(?P<order>(?P<when>before|after) (?:that|him|her|them|then)){END}"
    rf"|{AND}(?P<who>who (?:was|is) (?:it|that)) (?P<then>before|after)(?: (?:that|him|her|them|then))?{END}",
    re.IGNORECASE,
)
"""What asks for another at another time: of who it was, before him."""
_NUMBERS = {"": 1, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_NUMBERS |= {"nine": 9, "ten": 10}
_STEP = re.compile(
    rf"(?:the )?(?:(?P<years>{'|'.join(filter(None, _NUMBERS))}|\d{{1,3}}) )?"
    r"(?:years? (?:(?P<on>after|later|on)|before|earlier|prior)(?: that)?"
    r"|(?:(?P<next>(?<=the )next|following)|previous|preceding) year)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1\d|20)\d\d")
_AGO = {"is": "was", "are": "were", "has": "had", "does": "did", "do": "did"}


def in_turn(question: str, earlier: Sequence[Clause]) -> str:
    """Return "who led the club before?" of "and before that?", after "who leads the club now?"; "" of another."""
    found = _IN_TURN.match(question)
    if not found:
        return ""
    last, when = earlier[-1], found["when"] or found["then"]
    if found["who"]:
        last = next((one for one in reversed(earlier) if one.who), last)
    if told := next((one for one in last.phrases if one.time and one.preposition and one.start > len(last.wh)), None):
        return f"{last.body[: told.anchor]}{when} {told.text}{last.body[told.end :]}?"
    now = NOW.search(last.body)
    if now is None:
        return f"{last.body} {when if last.who else found['order'] or when}?"
    plain = parse(" ".join(f"{last.body[: now.start()]}{last.body[now.end() :]}".split()))
    return f"{_before(plain) if when.lower() == 'before' else plain.body} {when}?"


def _before(last: Clause) -> str:
    """Return a question as one of the past."""
    said = last.body
    at = last.aux if last.aux >= 0 else last.verb
    if at < 0:
        return said
    word = last.words[at]
    ago = _AGO.get(word.lower)
    bare = base(word.lower) if last.aux < 0 and last.form == "subject" and word.lower not in BE else None
    if ago is None and bare and word.lower in (bare, present(bare)):
        ago = past(bare)
    return f"{said[: word.start]}{ago}{said[word.end :]}" if ago else said


def another_year(text: str, last: Clause) -> str:
    """Return "who won in 2020?" of "the year after", after "who won in 2019?"; "" where no year was told."""
    found = _STEP.fullmatch(text)
    told = _told_year(last) if found else None
    if not found or not told:
        return ""
    number = (found["years"] or "").lower()
    years = int(number) if number.isdigit() else _NUMBERS[number]
    year = int(_YEAR.findall(told.text)[-1]) + (years if found["on"] or found["next"] else -years)
    return f"{last.body[: told.start]}{year}{last.body[told.end :]}?"


def _told_year(last: Clause) -> Phrase | None:
    return next((one for one in last.phrases if _YEAR.fullmatch(one.text) and one.anchor >= len(last.wh)), None)
