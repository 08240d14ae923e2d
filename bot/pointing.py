"""Which of the names, figures and dates of a sentence is the one that answers, and how far it reaches."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.english.dictionary import english
from bot.english.lexicon import ANY_MONTH
from bot.english.senses import kinds, senses
from bot.english.wordclass import BREAKS
from bot.models import Span
from bot.slots import slots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.analysis import Sentence
    from bot.query import Query

NAMED = ("person", "location", "place")
"""Kinds of answers that are names: alone, a name does not tell whether it is the right one."""
_SOMEBODY = frozenset("PGBL")
"""Kinds of what may be somebody: persons, groups, beasts, and places, which win cups too."""
_LETTERS = 4
"""Letters that an abbreviation has at most: "TV" is nobody."""
_FOLLOWING = frozenset("of last this next".split())
"""Words behind a figure that are not what it counts."""
_BEFORE = 40
"""Characters looked at before a figure or a date."""

_NUMBER = (
    r"(?:[$\u00a3\u20ac]?\d[\d.,]*%?|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
    r"|thirty|forty|fifty|sixty|hundred)\b)"
)
_FROM_FIGURE = re.compile(
    rf"(?<![\w.,]){_NUMBER}(?:\s(?:to|or)\s|\s?[-\u2013]\s?)$|\bbetween\s{_NUMBER}(?:\s[a-z]+)?\sand\s$", re.IGNORECASE
)
_ABOUT = re.compile(
    r"\b(?:about|around|almost|nearly|some|roughly|approximately|over|under|up to|at least|at most"
    r"|(?:no )?(?:more|less|fewer) than|only|just)\s$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    rf"(?:mn|bn|tn|m|k)\b|(?<=illion)\s[a-z]+s\b|(?:,?\sand)?\s{_NUMBER}\s(?:minutes|seconds|hours|months|weeks|days)\b|-\d+\b"
    r"|\sor\s(?:more|less|so|over|under)\b"
)
_NOT = re.compile(r"\b(?:not|never|only|at\s(?:least|most)|(?:more|less)\sthan)\s$", re.IGNORECASE)
"""What stands before how often something is done, and belongs to it."""
_ROW = re.compile(r"(?:,\s[\w-]+(?:\s[\w-]+)?){0,6},?\s(?:and|or)\s[\w-]+\b")
"""What follows the first of several colours."""
_EACH = re.compile(r"\s(?:an?|per)\s[a-z]+\b")
_FROM_DATE = re.compile(r"\b(?:between|from)\s(?:(?:early|late|mid)[\s-])?$")
_TO_DATE = re.compile(
    r"(?:\s(?:to|and)\s|\s?[-\u2013]\s?)(?:(?:early|late|mid)[\s-])?"
    rf"(?:(?:{ANY_MONTH})\b(?:\s\d{{1,2}}\b)?(?:\s(?:1\d|20)\d\d\b)?|\d+\b)"
)
_TILL = re.compile(
    rf"\b(?:between\s)?(?:(?:{ANY_MONTH})(?:\s\d{{1,2}})?|(?:1\d|20)\d\d)\s(?:to|and|or|until|till|[-\u2013])\s$"
)
"""What stands before the second of two dates."""
_PART = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s|(?:early|late|mid)[\s-]"
    r"|(?:the )?(?:end|beginning|start|middle|spring|summer|autumn|winter|fall)(?: of)?\s)$"
)
_CENTURY = re.compile(
    r"(?:(?:the )?(?:first|second|latter) half of (?:the )?|(?:early|late|mid)[\s-])?\b[\w-]+(?:st|nd|rd|th)[\s-]$"
)
_FIRM = re.compile(r"\s(?:&|for)\s[A-Z][\w\u2019'-]*(?:\s[A-Z][\w\u2019'-]*){0,2}")
_REGION = re.compile(r",\s[A-Z][\w\u2019'-]+(?=[,.;]|\s(?:in|on|at|and|by|from|to|with|for)\b|\Z)")
"""What a place lies in: "Lyon, France"."""
_NUMBERED = re.compile(r"\s\d")
_GOES_ON = re.compile(r"\s[a-z]")
_THAN = re.compile(r"[\s-](?:[a-z]+\s){0,2}?(?:[a-z]{2,}er|more|less)\s(?:[\w-]+\s){0,2}?than\b")
"""What follows a figure that tells a difference: "30 metres longer than the old one"."""
_COMPARED = re.compile(
    r"\b(?:than|[a-z]{2,}er|more|less|differ\w*|compared|increase[ds]?|sav(?:e[ds]?|ings?)|extra|gap|r[io]se|grow[ns]?|grew)\b",
    re.IGNORECASE,
)
_BEHIND = (" of ", " for ", " of the ")
"""What stands before a name that only says more of another."""


def name(query: Query, sentence: Sentence, found: Sequence[Span], told: Sequence[int], member: Span | None) -> Span:
    """Return that of the names found, whole, which is nearest to the question's words, given by where they begin.

    Where it can be chosen, it stands in the member of the list that was asked about, a person is no place, and it does
    not only say more of another, as in "the European Centre for Astronomy".
    """
    # Who is asked after by name is told by what they are of.
    whose = query.defining and any(term.name for term in query.terms)

    def worth(span: Span) -> tuple[bool, bool, bool, int]:
        outside = member is not None and not member.start <= span.start < member.end
        nobody = beside = False
        if query.kind == "person":
            nobody = _is_nobody(query, sentence, span)
            beside = not whose and sentence.text[: span.start - sentence.span.start].endswith(_BEHIND)
        return nobody, beside, outside, _distance(span, told)

    return _named(sentence, min(found, key=worth))


def figure(query: Query, sentence: Sentence, found: Sequence[Span], told: Sequence[int]) -> tuple[Span, bool]:
    """Return that of the figures or dates found, whole, which is said of what is asked; and whether that is sure."""
    among = zip(slots(query, sentence, found), found, strict=True)
    slot, best = min(
        among,
        key=lambda each: (
            each[0].other_year,
            _is_difference(query, sentence, each[1]),
            -each[0].weight,
            each[0].aside,
            _distance(each[1], told),
        ),
    )
    return _measured(query, sentence, best), slot.sure


def _is_difference(query: Query, sentence: Sentence, span: Span) -> bool:
    """Tell whether a figure says how much more something has than another, where that is not asked."""
    return _THAN.match(sentence.text, span.end - sentence.span.start) is not None and not _COMPARED.search(query.text)


def _distance(span: Span, told: Sequence[int]) -> int:
    return min(abs(span.start - start) for start in told)


def is_thing(sentence: Sentence, span: Span) -> bool:
    """Tell whether a name is nobody's nor a place's: letters, a figure behind it, a cup or the like."""
    name = sentence.stretch(span)
    numbered = _NUMBERED.match(sentence.text, span.end - sentence.span.start)
    if numbered or (name.isupper() and len(name) <= _LETTERS and "." not in name):
        return True
    words = name.lower().split()
    return all(english(word) == "word" and _SOMEBODY.isdisjoint(kinds(word)) for word in words)


def _is_nobody(query: Query, sentence: Sentence, span: Span) -> bool:
    """Tell whether a name is no person's, or a people's that only says whose something is: "the Dutch general"."""
    if is_thing(sentence, span):
        return True
    name = sentence.stretch(span).lower()
    known = kinds(name)
    if "P" in known:
        goes_on = _GOES_ON.match(sentence.text, span.end - sentence.span.start)
        return query.who and "a" in senses(name) and goes_on is not None
    return "L" in known


def _named(sentence: Sentence, span: Span) -> Span:
    """Return a name with what belongs to it: "Trust for Nature", "Moss & Reed"."""
    text, start, end = sentence.text, sentence.span.start, span.end - sentence.span.start
    if more := _FIRM.match(text, end) or _REGION.match(text, end):
        return Span(span.start, start + more.end())
    return span


def _measured(query: Query, sentence: Sentence, span: Span) -> Span:
    """Return a figure or a date as far as it is said: "about 40 to 60 pounds a day", "early 11th century"."""
    text, offset = sentence.text, sentence.span.start
    start, end = span.start - offset, span.end - offset
    said, _, last = text[start:end].rpartition(" ")
    if said and (last in BREAKS or last in _FOLLOWING):  # "11 have", "two of the cores"
        end = start + len(said)
    before = text[max(start - _BEFORE, 0) : start]
    if query.kind in ("date", "year"):
        if _FROM_DATE.search(before) and (until := _TO_DATE.match(text, end)):
            end = until.end()
        elif till := _TILL.search(before):
            return Span(span.start - len(till[0]), offset + end)
        part = _CENTURY.search(before) if text.startswith("centur", start) else _PART.search(before)
        return Span(span.start - (len(part[0]) if part else 0), offset + end)
    if more := (_ROW if query.kind == "colour" else _UNIT).match(text, end):
        end = more.end()
    if query.kind in ("amount", "price", "rate") and (each := _EACH.match(text, end)):
        end = each.end()
    if begun := _FROM_FIGURE.search(before):
        start -= len(begun[0])
        before = before[: begun.start()]
    if about := (_NOT if query.kind == "rate" else _ABOUT).search(before):
        start -= len(about[0])
    return Span(offset + start, offset + end)
