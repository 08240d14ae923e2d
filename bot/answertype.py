"""What kind of answer a question asks for, and which stretches of a sentence are of that kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from bot.analysis import leading
from bot.dictionary import english
from bot.models import Span

if TYPE_CHECKING:
    from bot.analysis import Sentence
    from bot.query import Query
    from bot.text import Token

Kind = Literal[
    "count",
    "age",
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

# The words that only say what kind of answer is wanted are part of the match: no article need have them.
KINDS = re.compile(
    r"""\b(?:
    (?P<count>how\s+many|(?:what|which)\s+(?:percent\w*|number|proportion|fraction)|number\s+of)
    |(?P<age>how\s+old|(?:what|which)\s+age)
    |(?P<price>how\s+much(?=[^?]*\b(?:cost|pa(?:y|id|ys)|charged?|earn|worth|price|fee|rent|fined?|salary|ticket)s?\b)
        |what(?=(?:\W?s|\s+is|\s+was)\s+(?:the|an?)\s+(?:\w+\s+)?(?:cost|price|fee|fare|salary|fine|rent)\b)
        |what(?=\s+(?:does|do|did|will|would)\b[^?]*\b(?:earn|cost|charge)\W*$))
    |(?P<amount>how\s+much|(?:what|which)\s+(?:amount|share))
    |(?P<duration>how\s+long)
    |(?P<rate>how\s+(?:often|frequently|regularly))
    |(?P<degree>how\s+(?:large|big|tall|far|high|deep|wide|fast|heavy|thick))
    |(?P<year>(?:what|which)\s+(?:year|century|decade))
    |(?P<date>when|(?:what|which)\s+(?:date|day|month|time))
    |(?P<person>whom?|whose|(?:what|which)\s+(?:person|people))
    |(?P<location>(?:what|which)\s+(?:country|countries|city|cities|region|town))
    |(?P<place>where|(?:what|which)\s+place)
    |(?P<reason>why|how\s+come|(?:what|which)\s+(?:reason|caused?))
    |(?P<thing>what|which)
    |(?P<manner>how)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)

_NUMBER = (
    r"(?:\d+(?:[.,]\d+)*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    r"|fifty|sixty|hundred|several|few|half|couple|dozens?)"
)
_MORE = r"(?:[ -](?:and a half|more|full|to|or|about|nearly|of|million|billion|hundred|thousand|\d+(?:[.,]\d+)*))*"
_TIMES = r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies))"
_MEASURES = (
    r"(?:(?:(?:square|cubic|nautical)[ -])?(?:(?:kilo|centi|milli)?met(?:re|er)s?|miles?|feet|foot|inch(?:es)?|yards?)"
    r"|(?:light-)?years?|acres?|hectares?|km|cm|mm|m|kg|kilos?|kilograms?|grams?|tons?|tonnes?|pounds?|lit(?:re|er)s?|mph"
    r"|km/h|degrees?|percent|per cent|°C?|%)"
)
_CURRENCIES = (
    r"(?:dollars?|euros?|pounds?|yen|won|rupees?|francs?|kron(?:er|or)|cents?|pence|pesos?|yuan|dirhams?|shillings?)"
)
_DURATION = re.compile(
    rf"\b{_NUMBER}{_MORE}[ -]{_TIMES}\b|\b\d+(?:[.,]\d+)*{_MORE}[ -]?{_MEASURES}(?!\w)"
    rf"|\b(?:since|until|between|from) (?:\w+ ){{0,2}}?(?:1\d|20)\d\d(?: (?:and|to|until) (?:1\d|20)\d\d)?\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    rf"\b\d+(?:[.,]\d+)*{_MORE}[ -]?{_MEASURES}(?!\w)|\bas \w+ as (?:an?|the) \w+|\bat an? \w+ (?:pace|speed|rate)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"(?:US|A|C|NZ|HK|S)?[$£€¥₹]\s?\d+(?:[.,]\d+)*(?:\s?(?:million|billion|trillion|thousand|m|bn|k)\b)?"
    rf"|\b\d+(?:[.,]\d+)*(?:[ -](?:million|billion|trillion|thousand|m|bn))?[ -](?:US )?{_CURRENCIES}\b"
    r"|\b(?:USD|EUR|GBP|Rs\.?)\s?\d+(?:[.,]\d+)*|\bfree of charge\b|\b(?:for|is|are) free\b|\d ?%"
    r"|\b\d+(?:[.,]\d+)* per ?cent\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\b(?:age[ds]?(?: of)? \w+|\d+[ -]years?[ -]old|at \d{1,3}\b(?![,.]\d| \w+s\b)|born [^,.;]{0,40}\d{4}"
    r"|turn(?:s|ed) \d{1,3})\b"
    r"|(?<=, )\d{1,3}(?=,)|\b(?:is|was|were) \d{1,3}(?= (?:when|at|and)\b|[.,;]|$)|\b\d+ years of age\b"
    r"|\b(?:built|founded|opened|established)\b[^,.;]{0,30}\b(?:1\d|20)\d\d\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\b(?:every|each)(?: \w+){1,2}|\b(?:once|twice|\w+ times)(?: (?:an?|every|per|each) (?:\w+ )?\w+)?"
    r"|\b(?:hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annual(?:ly)?|always|never|rarely|usually)\b",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"\b(?:half|quarters?|doubl\w*|tripl\w*|dozens?|hundreds?|thousands?|millions?|billions?|several|many|few|most|major"
    r"ity|minority|all|both|each|none|little|single|once|twice|one|percent\w*)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:after|before|during|until|since|today|yesterday|tomorrow|tonight|now|recent\w*|current\w*"
    r"|ago|later|earl\w+|once|soon|winter|spring|summer|autumn|\w+day|night|noon|midnight|morning|evening"
    r"|century|centuries|decades?|[ap]\.?m)\b|\b\d{1,2}[.:]\d\d\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1\d|20)\d\ds?|\d{1,2}(?:st|nd|rd|th)[ -]century", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:because|due to|since|owing to|as a result|in order to|so that|therefore|thus|reasons?|caused?"
    r"|leads? to|led to|thanks to|so as to|for fear|prevent\w*|avoid\w*|explain\w*)\b",
    re.IGNORECASE,
)
_MANNER = re.compile(r"\b(?:by|through|via|using|with|means of|used?)\b", re.IGNORECASE)
_COUNTED = re.compile(r"\s?(?:percent|per cent|%|million|billion|trillion|thousand|[a-z]+(?:-[a-z]+)*)\b|%")
_YEAR_DIGITS = 4
_AFTER = 3
"""Terms after a figure among which that stands which it counts: "140 new full-time jobs"."""

_WITHIN = re.compile(r" |\. | (?:of|of the|and|de|van|von|bin|al|la) ")
_WHITHER = frozenset(("in", "at", "to", "from"))
"""Words before the name of a place rather than a person's."""

# What a kind's answers look like, where that can be told by their form alone.
_FORMS = {
    "age": _AGE,
    "amount": _MONEY,
    "price": _MONEY,
    "degree": _MEASURE,
    "duration": _DURATION,
    "rate": _RATE,
    "year": _YEAR,
}


def fits(query: Query, sentence: Sentence) -> dict[str, float]:
    """Return how well the sentence can hold the kind of answer that is asked for, by feature, each from 0 to 1."""
    asked, kind = query.asked, query.kind
    found: dict[str, float] = {}
    match kind:
        case "count" | "amount":
            counted = bool(sentence.figures) or bool(_QUANTITY.search(sentence.text))
            found = {"number": bool(sentence.figures - asked), "uncounted": not counted}
            if kind == "count":
                found["counted"] = max((share for _, share in _counts(query, sentence)), default=0.0)
            else:
                found["money"] = bool(_MONEY.search(sentence.text))
        case "price":
            found = {"number": bool(sentence.figures - asked), "money": bool(_MONEY.search(sentence.text))}
        case "age" | "duration" | "rate" | "degree" | "year":
            found = {kind: bool(answers(query, sentence))}
        case "date":
            timed = bool(sentence.dates) or bool(_TIME.search(sentence.text))
            found = {"date": bool(sentence.dates - asked), "untimed": not timed}
        case "location" | "place":
            places = len(sentence.locations - asked)
            found = {"place": min(places, 2) / 2, "nowhere": not places}
        case "person" | "thing":
            names = len(sentence.names - asked)
            found = {kind: min(names, 3) / 3, "nobody": kind == "person" and not names}
        case "reason":
            found = {kind: bool(_REASON.search(sentence.text))}
        case "manner":
            found = {kind: bool(_MANNER.search(sentence.text))}
    return found


def answers(query: Query, sentence: Sentence) -> list[Span]:
    """Return the stretches of a sentence that are of the kind asked for, where such can be pointed at."""
    start = sentence.span.start
    if form := _FORMS.get(query.kind):
        told = [token.start for token in sentence.tokens if token.term in query.asked]
        spans = [Span(start + found.start(), start + found.end()) for found in form.finditer(sentence.text)]
        fresh = [span for span in spans if not any(span.start <= at < span.end for at in told)]
        if fresh or query.kind != "amount":
            return fresh
    match query.kind:
        case "count" | "amount":
            counts = _counts(query, sentence)
            most = max((share for _, share in counts), default=0.0)
            return [_with_noun(sentence, token) for token, share in counts if share == most]
        case "date":
            return _dates(sentence, sentence.dates - query.asked)
        case "person":
            return [span for word, span in _names(query, sentence) if word not in _WHITHER]
        case "location" | "place":
            return [span for word, span in _names(query, sentence) if word in _WHITHER]
    return []


def _names(query: Query, sentence: Sentence) -> list[tuple[str, Span]]:
    """Return the names that are not the question's own, each with the word such as "in" before it, or nothing."""
    text, start = sentence.text, sentence.span.start
    runs: list[list[Token]] = []
    for token in sentence.tokens:
        if sentence.word(token)[0].isupper():
            if runs and _WITHIN.fullmatch(text, runs[-1][-1].end - start, token.start - start):
                runs[-1].append(token)
            else:
                runs.append([token])
    before = {token.start: word for word, token in leading(text, sentence.tokens, start)}
    return [
        (before.get(run[0].start, ""), Span(run[0].start, run[-1].end))
        for run in runs
        if query.asked.isdisjoint(token.term for token in run)
        # A capital at the start of a sentence says nothing.
        and (len(run) > 1 or run[0].start > start or english(run[0].term) in ("name", None))
    ]


def _counts(query: Query, sentence: Sentence) -> list[tuple[Token, float]]:
    """Return the figures that are not the question's own, each with how well it counts what was asked for."""
    figures = sentence.figures - query.asked
    tokens = sentence.tokens
    return [
        (token, max((query.counts(other.term) for other in tokens[at + 1 : at + 1 + _AFTER]), default=0.0))
        for at, token in enumerate(tokens)
        if token.term in figures
    ]


def _with_noun(sentence: Sentence, figure: Token) -> Span:
    """Return a figure with the noun or unit right after it."""
    after = _COUNTED.match(sentence.text, figure.end - sentence.span.start)
    return Span(figure.start, after.end() + sentence.span.start if after else figure.end)


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
