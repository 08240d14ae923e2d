"""Whether a sentence tells where something is, though it may name no place: "on the quay", "next door"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answerforms import CALENDAR
from bot.english.senses import kinds
from bot.english.wordclass import AUX, PREPOSITIONS, WH, is_verb
from bot.text import telling, term

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from bot.analysis import Sentence
    from bot.indexing.records import Recorded
    from bot.query import Query

_LOCATED = re.compile(
    r"\bwhere\s+(?:is|are|was|were)\s[^?]{1,80}\s(?:located|based|situated|headquartered)\W*\Z", re.IGNORECASE
)
_LIES = re.compile(
    r"\b(?:locat\w+|based|situat\w+|headquart\w*|seat|offices?|home|li(?:es|ved?)|stands?|stood|near|settled|moved|from)\b",
    re.IGNORECASE,
)
"""What tells that something is somewhere, as a place beside it does: "the museum in Graz"."""
_RIGHT_AT = re.compile(r",? (?:in|at|on|near|of) (?-i:[A-Z])")
_SOMEWHERE = re.compile(
    r"\b(?:here|there|\w+where|home|abroad|upstairs|downstairs|outdoors|indoors|outside|inside|near\w*|ashore|online"
    r"|next door|adjoin\w*|overlook\w*|visit\w*|north\w*|south\w*|east\w*|west\w*)\b",
    re.IGNORECASE,
)
"""What tells a place without naming any."""
_WHITHER = "to|from|into|onto|towards?|via|past"
_AT_REST = (
    r"in|at|on|behind|under|above|between|along\w*|across|over|off|beside|beneath|below|around|round|through|by|opposite"
    r"|beyond|amid|among|upon|aboard|facing|within"
)
_AT = re.compile(
    rf"\b(?:(?P<whither>{_WHITHER})|{_AT_REST})\s+(?P<what>(?:(?!(?:{_WHITHER}|{_AT_REST}"
    rf"|{'|'.join(sorted(PREPOSITIONS | AUX | WH))}|of|but|that|than|as|if)\b)[\w'\u2019-]+ ?){{1,8}})",
    re.IGNORECASE,
)
"""What may stand at a place: "on the quay", but also "in June", "at the meeting"."""
_GOES = re.compile(
    r"\b(?:go(?:es|ing|ne)?|went|c[oa]mes?|coming|from|to|sen[dt]s?|mov\w+|travel\w*|head\w*|fl(?:y|ew)|ship\w*|get|got)\b",
    re.IGNORECASE,
)
_ABSTRACT = re.compile(r"(?:tion|sion|ment|ness|ity|ance|ence|ism|ship|omy|acy)s?\Z")
"""How nouns end that mostly name no thing one can be at."""
_WITHIN = re.compile(
    r"\W*(?:is|are|was|were)\s+(?P<one>[^?]{1,60}?)\s+"
    r"(?:(?:an?\s+|one\s+)?(?:parts?|members?|one)\s+(?:\w+\s+)?of|(?:with)?in)\s+(?P<whole>[^?]{1,60}?)\W*\Z",
    re.IGNORECASE,
)
"""A question whether one thing is in another or belongs to it."""
_WHOLES = frozenset("part member state country".split())
_BELONGS = re.compile(r"\b(?:members?|parts? of|belong\w*|join\w*|consist\w*|compris\w*|made up)\b", re.IGNORECASE)
_PARTS = "countries|states|nations|members|cities|towns|regions|provinces|clubs|teams|parties"
MEMBERS = re.compile(
    rf"\b(?:which|what)\s+(?:\w+\s+){{0,2}}?(?:{_PARTS})\s+"
    r"(?:are\s+(?:in|(?:part|members?)\s+of)|make\s+up|belong\s+to|form|comprise)\s+(?P<whole>[^?]+)"
    rf"|\b(?:list|name|who\s+are|wh(?:at|ich)\s+are)\s+(?:all\s+)?(?:of\s+)?(?:the\s+)?(?:\w+\s+){{0,2}}?(?:{_PARTS})\s+"
    r"(?:of|in|that\s+(?:make\s+up|belong\s+to))\s+(?P<other>[^?]+)"
    rf"|\blist\s+(?:all\s+)?(?:the\s+)?(?:\w+\s+)?(?P<before>(?!all\b|the\b)\S+)\s+(?:member\s+)?(?:{_PARTS})\b",
    re.IGNORECASE,
)
"""A question which members something has, by their names."""
_LISTED = re.compile(r"['\u2019]?s?\s?[\u2013\u2014:(]")
"""What stands behind a name before a list of what it is made up of."""
_FEWEST = 2
"""Names that a list of members has at least."""
_INSIDE = re.compile(r",\s(?:in\s)?|\s(?:is\s|are\s|was\s|were\s)?(?:(?:with)?in|of)\s(?:the\s)?")
"""What stands between a name and that of what it is in: "Hull, England"."""


def tells_where(query: Query, sentence: Sentence, passage: Recorded) -> bool:
    """Tell whether a sentence may say where something is, and of what a question asks the seat of, whether it does."""
    somewhere = not sentence.places <= query.asked or _is_somewhere(query, sentence)
    return somewhere and (not _LOCATED.search(query.text) or _locates(query, sentence, passage))


def keeps_apart(query: Query, sentence: Sentence) -> bool:
    """Tell whether a question asks if a name is in another, and a sentence does not say so, even if it has both."""
    found = _WITHIN.match(query.text)
    if not found or not all("L" in kinds(word.lower()) for word in found["one"].split()):
        return False
    if any(term.common and term.lower not in _WHOLES and term.term not in sentence.names for term in query.terms):
        return False
    ones, wholes = (
        [token for token in sentence.tokens if token.term in terms]
        for terms in ({token.term for token in telling(found[part])} for part in ("one", "whole"))
    )
    if ones and wholes and _BELONGS.search(sentence.text):
        return False
    start = sentence.span.start
    return not any(
        _INSIDE.fullmatch(sentence.text, one.end - start, whole.start - start) for one in ones for whole in wholes
    )


def leaves_members_out(whole: Container[str], query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence does not name the members that something has, given by its terms."""
    others = [span for _, span, terms in sentence.runs if terms.isdisjoint(query.asked) and not sentence.is_time(span)]
    if len(others) < _FEWEST:
        return True
    ends = (token.end - sentence.span.start for token in sentence.tokens if token.term in whole)
    return not (_BELONGS.search(sentence.text) or any(_LISTED.match(sentence.text, end) for end in ends))


def _is_somewhere(query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence that names no place may tell one: by its words, or as what something stands at."""
    if _SOMEWHERE.search(sentence.text):
        return True
    goes = _GOES.search(query.text) is not None
    return any(
        _may_be_at(found["what"].split(), query)
        for found in _AT.finditer(sentence.text)
        if goes or not found["whither"]
    )


def _may_be_at(words: Sequence[str], query: Query) -> bool:
    """Tell whether a phrase may name a place: not what the question does, nor a time, nor what none can be at."""
    head = words[-1].lower()
    if any("L" in kinds(word.lower()) and term(word) not in query.asked for word in words):
        return True
    timed = kinds(head).startswith("T") or any(word[0].isdigit() or CALENDAR.fullmatch(word) for word in words)
    doing = words[0].endswith("ing") and is_verb(words[0].lower())
    return not (timed or doing or term(head) in query.asked or _ABSTRACT.search(head))


def _locates(query: Query, sentence: Sentence, passage: Recorded) -> bool:
    """Tell whether a paragraph has a word for where something lies, or a sentence of it a place right behind a name."""
    if not sentence.lists:  # where several places are told, each is another thing's
        return True
    names = [token for token in sentence.tokens if token.term in query.asked]
    start = sentence.span.start
    return _LIES.search(passage.paragraph.text) is not None or any(
        _RIGHT_AT.match(sentence.text, token.end - start) for token in names
    )
