"""What an article goes on to say behind a passage that was shown: "tell me more", "and then?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answerforms import MANNER
from bot.models import Passage, Span
from bot.reading.prose import is_prose

if TYPE_CHECKING:
    from bot.index import Index

MOST = 3
"""Sentences that are shown at a time."""
_THING = r"(?:details?|info(?:rmation)?|context|background)"
_ON = re.compile(
    r"(?:(?:and|but|so|ok(?:ay)?|yes|yeah|sure|well|now|then|please|thanks|thank\s+you|great|cool|nice|wow|interesting)\b"
    r"[\s,.!]*)*(?:(?:can|could|would|will)\s+you\s+)?(?:please\s+)?"
    r"(?:(?:(?:tell|show|give)\s+(?:me|us)\s+|i\s+(?:want|need)\s+)?(?:(?:any|some|a\s+(?:bit|little))\s+)?more"
    rf"(?:\s+{_THING})?|{_THING}|in\s+more\s+detail|elaborate(?:\s+on\s+(?:it|this|that))?"
    r"|go\s+on|continue|carry\s+on|keep\s+going|read\s+on|then\s+what|what(?:['\u2019]?s|\s+is)?\s+next"
    r"|what\s+(?:happen(?:ed|s)|came|comes)\s+(?:next|then|after(?:wards|\s+that)))(?:\s+please)?[\s?!.]*"
    r"|(?:(?:and|then)\b[\s,?!.]*)+",
    re.IGNORECASE,
)
_ELSE = re.compile(r"(?:and\s+)?(?:anything|what)\s+else[\s?!.]*", re.IGNORECASE)
_ANOTHER = re.compile(
    r"(?:(?:and|but|so)\s+)?(?:(?:what|which|who|where|when|how|why|any(?:thing|one|body|where))\s+else"
    r"|how(?:\s+(?:exactly|precisely))?|in\s+what\s+way)[\s?!.]*",
    re.IGNORECASE,
)
"""What asks for another answer than the last, which gives it no word of its own."""
_BESIDE = re.compile(r"\b(?:and|or|also|as well)\b", re.IGNORECASE)
"""What a sentence may tell another by than was asked for first."""
_LONGEST = 80
"""Characters beyond which a text asks for something of its own."""


def asks_on(text: str) -> bool:
    """Tell whether a text asks for nothing but more: "go on", "and then?"."""
    return len(text) <= _LONGEST and _ON.fullmatch(text) is not None


def asks_else(text: str) -> bool:
    """Tell whether a text asks for anything else, which may be another answer to the last question."""
    return len(text) <= _LONGEST and _ELSE.fullmatch(text) is not None


def asks_another(text: str) -> bool:
    """Tell whether a text asks of the last question no more than what else answers it, or how: "where else?"."""
    return len(text) <= _LONGEST and _ANOTHER.fullmatch(text) is not None


def tells_another(text: str, told: str) -> bool:
    """Tell whether what was told may hold what such a text asks for: two that "and" joins, or a way."""
    return (_BESIDE if "else" in text.lower() else MANNER).search(told) is not None


def onward(shown: Passage, index: Index) -> Passage | None:
    """Return the sentences behind the evidence of a passage, else the next paragraph's; None where the article ends."""
    places = index.among(shown.paragraph.article)
    place = places.start + shown.paragraph.number - index.passage(places.start).paragraph.number
    found, start = index.passage(place), shown.evidence.end
    while True:
        spans = [found.sentence[number].span for number in range(len(found.lines))]
        spans = [span for span in spans if span.start >= start]
        if spans:
            span = Span(spans[0].start, spans[:MOST][-1].end)
            return Passage(found.paragraph, found.title, 0.0, span)
        place += 1
        if place >= places.stop:
            return None
        found = index.passage(place)
        start = 0 if found.kind == "body" and is_prose(found.paragraph.text) else len(found.paragraph.text)
