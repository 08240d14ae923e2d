"""What kind of answer a question asks for, and which stretches of a sentence are of that kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from bot.answerforms import FORMS, LASTING, measured
from bot.english.dictionary import english
from bot.english.wordclass import ANY_AUX, PREPOSITIONS, WH
from bot.leaders import leads
from bot.models import Span
from bot.speech import VIEWS

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.analysis import Sentence
    from bot.query import Query
    from bot.text import Token

Kind = Literal[
    "contact",
    "death",
    "colour",
    "score",
    "count",
    "age",
    "old",
    "amount",
    "price",
    "duration",
    "rate",
    "degree",
    "year",
    "date",
    "person",
    "location",
    "place",
    "reason",
    "thing",
    "manner",
    "polar",
]

CONTACT = r"(?:e-?mail\s+address|(?:tele)?phone\s+number)"
"""What someone is reached by."""
TELL = (
    r"(?:list(?!\s+(?:of|prices?)\b)|(?:name|give|show)(?:\s+(?:me|us))?(?=\s+(?:all|any|some|each|every|two|three)\b))"
)
"""What a list is asked for by, at the start of a question."""
_IS = r"(?:\W?s|\s+(?:is|are|was|were|will\s+be))"


_AMOUNTS = "rate|percentage|population|turnout|turnover|revenues?|profits?|budget"
_MEASURES = "height|weight|length|width|depth|size|temperature|speed|distance|altitude"
_PREPOSITION = "|".join(sorted(PREPOSITIONS))
_SUMS = "salary|fine|fee|fare|rent|price"
_OPENING = rf"{ANY_AUX}|{'|'.join(sorted(WH))}|and|but|so|tell|give|show|list|name|explain|describe|define"
"""What begins more than a few words to look for."""
TOLD_BY_FORM = re.compile(rf"\b(?:{_MEASURES}|dates?|times?)\b", re.IGNORECASE)
"""Nouns for what is asked that a sentence which tells a measure or a date need not have."""


def _noun(nouns: str) -> str:
    """Return the pattern of a question by a noun: "what is the average height", or cut short."""
    return (
        rf"what(?={_IS}\s+(?:(?:the|its|their|his|her)\s+)?(?:(?!(?:the|an?|of|{_PREPOSITION})\b)[\w'\u2019-]+\s+){{0,4}}"
        rf"(?:{nouns})\b)"
        rf"|{_cut_short(nouns, 'of|for|on')}"
    )


def _cut_short(nouns: str, before: str) -> str:
    """Return the pattern of a few words by a noun, before one of some prepositions or at the end: "tower height"."""
    return (
        rf"^(?!(?:{_OPENING})\b)(?=(?:the\s+)?(?:[\w-]+\s+){{0,2}}?(?:{nouns})\s+(?:{before})\b)"
        rf"|^(?!(?:{_OPENING})\b)(?=(?:[\w'\u2019-]+\s+){{1,4}}(?:{nouns})\W*$)"
        rf"|^(?=(?:{nouns})\s+(?:the\s|(?-i:[A-Z])))"
    )


# The words that only say what kind of answer is wanted are part of the match: no article need have them.
_KINDS: dict[Kind, str] = {
    "contact": rf"what(?=\b[^?]*\b{CONTACT})|{CONTACT}",
    "death": (
        r"what(?=\s+(?:did|does)\b[^?]*\bdie\s+(?:of|from)\W*$)|how(?=\s+did\s+[^?]{1,60}\sdie\W*$)"
        rf"|(?:what{_IS}\s+(?:the\s+)?)?cause\s+of(?=\s[^?]*\bdeath\b)"
    ),
    "colour": rf"(?:what|which)\s+colou?rs?|what{_IS}\s+(?:the|its|their)\s+colou?rs?\s+of",
    "score": (
        rf"what{_IS}\s+the\s+(?:(?:final|end|full-time)\s+)?(?=score(?:line)?\b)"
        r"|(?<!.)(?:the\s+)?(?:final\s+)?(?=score\W*$)"
    ),
    "count": r"how\s+many(?!\s+times\b)|(?:what|which)\s+(?:percent\w*|number|proportion|fraction)|number\s+of",
    "old": r"how\s+old(?=\s+(?:is|are)\b)",  # what somebody did "at 16" is no answer
    "age": r"how\s+old|(?:what|which)\s+age",
    "price": (
        r"how\s+much(?![^?]*\b(?:increase|rise|rose|risen|fall|fell|drop|decline|grow|grew|change|(?:go|gone)\s+(?:up|down))\b)"
        r"(?=[^?]*\b(?:cost|pay|paid|charged?|earn|worth|price|fee|rent|fined?|salary|ticket)s?\b"
        r"|\s+money\b|\s+(?:is|are|was|were)\s+(?:it|this|that|they|these|those)\W*$)"
        rf"|what(?=\s+(?:{_SUMS})s?\s+(?:{ANY_AUX})\b)"
        rf"|what(?=(?:\W?s|\s+is|\s+was)\s+(?:the|an?)\s+(?:\w+\s+)?(?:cost|{_SUMS})\b)"
        rf"|{_cut_short(f'(?:cost|{_SUMS})s?', 'of|for')}"
        rf"|what(?=\s+(?:does|do|did|will|would)\b[^?]*\b(?:(?:earn|charge)\W*$|pay\s+for\s+(?!(?:{_PREPOSITION})\b)\w"
        r"|cost(?:\s+(?:them|him|her|us|me|you|(?:the|an?|its|their|his|her)\s+[\w-]+(?:\s+[\w-]+)?))?\W*$))"
    ),
    "amount": rf"how\s+much|(?:what|which)\s+(?:amount|share)|{_noun(_AMOUNTS)}",
    "duration": r"how\s+long",
    "rate": r"how\s+(?:often|frequently|regularly|many\s+times)",
    "degree": (
        r"how\s+(?:large|big|tall|far|high|deep|wide|fast|heavy|thick|hot|cold|warm|loud|noisy)"
        rf"|what(?=\s+(?!size\b)(?:{_MEASURES})\s+(?:{ANY_AUX})\b)"
        rf"|{_noun(_MEASURES)}"
    ),
    "year": r"(?:what|which)\s+(?:years?|centur(?:y|ies)|decades?)",
    "date": (
        r"when|(?:what|which)\s+(?:dates?|days?|months?|time)"
        rf"|what(?={_IS}\s+(?:the|its|their)\s+(?:[\w-]+\s+)?dates?(?:\s+(?:of|for|when|on)\b|\W*$))|^(?=(?:the\s+)?dates?\s+of\b)"
        rf"|what(?={_IS}\s+(?:the|a)\s+(?:[\w-]+\s+)?time\s+(?:to|for)\b)|^(?=(?:the\s+)?(?:best|right|good)\s+time\b)"
    ),
    "person": (
        rf"whom?|whose|(?:what|which)\s+(?:person|people)|(?:what{_IS}\s+(?:the\s+)?)?(?:full\s+)?(?:names?|titles)\s+of"
        r"|what(?=\b[^?]*\b(?:name|called)\W*$)"
    ),
    "location": (
        r"(?:what|which)(?:\s+(?:country|countries|city|cities|region|town)"
        r"|(?=\s+(?!of\b)[\w-]+\s+(?:country|countries|city|cities|region|town)\b))"
    ),
    "place": r"where|(?:what|which)\s+place",
    "reason": (
        r"why|how\s+come|(?:what|which)\s+(?:reasons?|caused?|made|makes|led|prompted|drove)"
        rf"|what(?={_IS}\s+the\s+(?:purpose|aim|goal|reason|cause)\b)"
    ),
    "thing": (
        rf"what|which|how(?=\s+(?:{ANY_AUX})\s+[^?]{{1,60}}\s(?:{VIEWS}|feel\s+about)\b)"
        rf"|(?<!.){TELL}(?=\s)"
    ),
    "manner": r"how",
}
KINDS: dict[str, re.Pattern[str]] = {
    # Tried one by one only where one may begin.
    kind: re.compile(
        rf"\b(?=wh|how|e-?mail|(?:tele)?phone|number|full|name|(?<!.)\w)(?P<{kind}>{pattern})\b", re.IGNORECASE
    )
    for kind, pattern in _KINDS.items()
}
"""What asks for each kind of answer, by the words that say so."""
_ORDER = {kind: place for place, kind in enumerate(KINDS)}
"""Which kind counts, where the same word of a question asks for several."""

BARE = re.compile(
    r"\b(?:(?P<date>when)|(?P<person>whom?|whose)|(?P<place>where)|(?P<reason>why)|(?P<thing>what|which)|(?P<manner>how))\b",
    re.IGNORECASE,
)
"""What `KINDS` come to where a question has no other word that tells the kind."""
_POLAR = re.compile(
    r"\W*(?:(?:and|but|so)\s+)?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:says?|tells?|knows?|known|mentions?|shows?|explains?|states?|clear|sure|reveals?)(?:\s+(?:us|me|exactly))?\s+(?:(?:at|by|from|in|on|to)\s+)?$",
    re.IGNORECASE,
)


def kind_of(text: str, cues: Collection[str]) -> tuple[Kind, re.Match[str] | None]:
    """Return what kind of answer a question asks for, and the words that say so, where any do.

    ``cues`` tell which of `KINDS` it may have by more than a question word.
    "Is it based on what countries need?" asks yes or no; "does it say when it opens?" asks when.
    """
    found = BARE.search(text)
    others = [other for cue in cues if cue in KINDS and (other := KINDS[cue].search(text))]
    if others:
        found = min([*others, found] if found else others, key=_place)
    if found is None or (found.start() and _POLAR.match(text) and not _SAID.search(text, 0, found.start())):
        return "polar", None
    return found.lastgroup, found  # type: ignore[return-value] # the groups are the kinds


def _place(found: re.Match[str]) -> tuple[int, int]:
    return found.start(), _ORDER[found.lastgroup or ""]


_NO_NOUN = rf"(?!(?:{_PREPOSITION}|{ANY_AUX}|and|or|but|of|a|an|the)\b)"
_PLURAL = r"[a-z]+(?:-[a-z]+)*[^s\W]s\b"
_UP_TO_PLURAL = rf"\s(?:{_NO_NOUN}(?![a-z]+ed\s(?!{_PLURAL}))[a-z]+(?:-[a-z]+)*\s){{0,2}}?{_NO_NOUN}{_PLURAL}"
_COUNTED = re.compile(
    rf"\s?(?:percent|per cent|%)|\s?(?:million|billion|trillion|thousand)\b(?:{_UP_TO_PLURAL})?"
    rf"|{_UP_TO_PLURAL}|\s?{_NO_NOUN}(?![a-z]+ed\b)[a-z]+(?:-[a-z]+)*\b"
)
"""What stands behind a figure that belongs to it: a unit, or the words up to a plural, "90 young trees"."""
_ANEW = re.compile(r"\s(?:(?:in|on|at|by|to|last|this|next)\b|of\s(?:them|these|those|which|whom)\b)")
_YEAR_DIGITS = 4
AFTER = 3
"""Terms after a figure among which that stands which it counts: "140 new full-time jobs"."""

_PARTS = re.compile(r"\b(?:percent\w*|proportion|fraction|share)\b", re.IGNORECASE)
"""What asks which part of a whole."""
_OF_THE = re.compile(r"\W*(?:(?:and|but|so)\s+)?how\s+many\s+of\s+(?:the|its|their|these|those)\b", re.IGNORECASE)
_BEFORE_WHOLE = re.compile(r"\bof\s(?:the|its|their|these|those)\s$", re.IGNORECASE)
_WHITHER = frozenset(("in", "at", "to", "from"))
"""Words before the name of a place rather than a person's."""


def fits(query: Query, sentence: Sentence) -> dict[str, float]:
    """Return how well the sentence can hold the kind of answer that is asked for, by feature, each from 0 to 1."""
    asked, kind = query.asked, query.kind
    found: dict[str, float] = {}
    match kind:
        case "count" | "amount":
            counted = bool(sentence.figures) or sentence.shows("count" if kind == "count" else "quantity")
            counted = counted or (sentence.shows("amount") and _PARTS.search(query.text) is not None)  # "a third"
            found = {"number": bool(sentence.figures - asked), "uncounted": not counted}
            if kind == "count":
                found["counted"] = max((share for _, share in _counts(query, sentence)), default=0.0)
            else:
                found["money"] = sentence.shows("amount")
        case "price":
            found = {"number": bool(sentence.figures - asked), "money": sentence.shows("money")}
        case _ if kind in FORMS:
            found = {
                "age" if kind == "old" else kind: bool(answers(query, sentence)),
                "measured": _tells(query, sentence),
            }
        case "date":
            timed = bool(sentence.dates) or sentence.shows("time")
            found = {"date": bool(sentence.dates - asked), "untimed": not timed}
        case "location" | "place":
            places = len(sentence.locations - asked)
            found = {"place": min(places, 2) / 2, "nowhere": not places}
        case "person" | "thing":
            names = len(sentence.names - asked)
            unled = query.after_leader and not leads(sentence.text, asked)
            found = {kind: min(names, 3) / 3, "nobody": kind == "person" and not names, "unled": unled}
        case "reason":
            found = {kind: sentence.shows("reason")}
        case "manner":
            found = {kind: sentence.shows("manner")}
    return found


def _tells(query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence tells the measure that is asked for, where it is known which."""
    dimension = query.claims.dimension
    return bool(dimension) and measured(dimension).search(sentence.text) is not None


def answers(query: Query, sentence: Sentence) -> list[Span]:
    """Return the stretches of a sentence that are of the kind asked for, where such can be pointed at."""
    if query.kind in FORMS:
        spans = sentence.formed(query.kind)
        if query.claims.lasts:  # no length
            spans = [span for span in spans if LASTING.search(sentence.stretch(span))]
        told = [token.start for token in sentence.tokens if token.term in query.asked] if spans else []
        if query.kind == "old":  # "built in 1887" tells how old a building is, for all that it has its word
            told = [at for at in told if all(at != span.start for span in spans)]
        fresh = [span for span in spans if not any(span.start <= at < span.end for at in told)]
        if fresh or query.kind != "amount":
            return fresh
    match query.kind:
        case "count" | "amount":
            counts = _counts(query, sentence)
            most = max((share for _, share in counts), default=0.0)
            return [
                _with_noun(sentence, token) for token, share in counts if share == most or _counts_anew(sentence, token)
            ]
        case "date":
            return _dates(sentence, sentence.dates - query.asked)
        case "person":
            names = _names(query, sentence)
            return [span for word, span in names if word not in _WHITHER and not sentence.is_time(span)]
        case "location" | "place":
            return [span for word, span in _names(query, sentence) if word in _WHITHER]
    return []


def _names(query: Query, sentence: Sentence) -> list[tuple[str, Span]]:
    """Return the names that are not the question's own, each with the word such as "in" before it, or nothing."""
    names = {term.term for term in query.terms if not term.common or english(term.lower) != "word"}
    return [
        (word, span)
        for word, span, terms in sentence.runs
        if query.asked.isdisjoint(terms) or (names.isdisjoint(terms) and not terms <= query.asked)
    ]


def _counts(query: Query, sentence: Sentence) -> list[tuple[Token, float]]:
    """Return the figures that are not the question's own, each with how well it counts what was asked for."""
    figures = sentence.figures - query.asked
    tokens = sentence.tokens
    parts = _OF_THE.match(query.text) is not None
    return [
        (token, max((query.counts(other.term) for other in tokens[at + 1 : at + 1 + AFTER]), default=0.0))
        for at, token in enumerate(tokens)
        if token.term in figures and not (parts and _is_whole(sentence, token))
    ]


def _is_whole(sentence: Sentence, figure: Token) -> bool:
    """Tell whether a figure is of the whole that others are parts of: "of the 26 paintings, 19 are back"."""
    return _BEFORE_WHOLE.search(sentence.text[: figure.start - sentence.span.start]) is not None


def _with_noun(sentence: Sentence, figure: Token) -> Span:
    """Return a figure with the noun or unit right after it."""
    after = _COUNTED.match(sentence.text, figure.end - sentence.span.start)
    return Span(figure.start, after.end() + sentence.span.start if after else figure.end)


def _counts_anew(sentence: Sentence, figure: Token) -> bool:
    """Tell whether a figure counts what was counted before it: "11,900 in 2022", "24,000 of them"."""
    return _ANEW.match(sentence.text, figure.end - sentence.span.start) is not None


def _dates(sentence: Sentence, dates: frozenset[str]) -> list[Span]:
    """Return the dates, a month with its day and year as one."""
    spans: list[Span] = []
    for token in sentence.tokens:
        if token.term not in dates and not (token.term.isdigit() and len(token.term) < _YEAR_DIGITS):
            continue
        near = spans and token.start - spans[-1].end in (1, 2)
        spans[len(spans) - bool(near) :] = [Span(spans[-1].start if near else token.start, token.end)]
    named = {token.start for token in sentence.tokens if token.term in dates}
    return [span for span in spans if any(span.start <= at < span.end for at in named)]
