"""Which part of a sentence answers, where it stands at a place of its own.

That is the time or the reason that it begins with, the purpose that it ends with, and the post after "is".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.english.wordclass import ANY_AUX, base
from bot.models import Span
from bot.text import term

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.analysis import Sentence
    from bot.query import Query, Term

_WHEN_DID = re.compile(r"(?<!by )(?<!until )(?<!since )\bwhen\s+(?:did|was|were|had)\b", re.IGNORECASE)
_TIME = re.compile(r"\W*(?P<part>(?:during|after|before|while|when|upon|following)\s[^,;]{3,80}),", re.IGNORECASE)
_LIMIT = re.compile(r"\b(?:by|until|till|before)\s(?:(?:early|late|mid|the end of)[\s-])?$", re.IGNORECASE)
"""What stands before a date up to which something goes on: no time at which it was done."""
_LOOKED_BACK = 20
_WHY = re.compile(r"\W*(?:and\s+|but\s+)?why\b(?!\s+not\b)", re.IGNORECASE)
_REASON = re.compile(
    r"\W*(?P<part>(?:given|because(?:\sof)?|due\sto|owing\sto|thanks\sto|as|since|considering|in\sview\sof"
    r"|in\s(?:the\s)?light\sof|faced\swith|recogni[sz]ing|fearing|knowing)\s)",
    re.IGNORECASE,
)
_BECAUSE = re.compile(
    r"\b(?:(?:partly|mainly|mostly|largely|chiefly)\s)?(?:because|due\sto|owing\sto|thanks\sto|on\saccount\sof|so\sthat)\b"
    rf"[^;]*?(?=,\s(?:{ANY_AUX})\b|;|\Z)",
    re.IGNORECASE,
)
_FEW = 3
"""Words that a thing is called by at most."""
_MAINLY = 0.3
"""How much of what a sentence says of a question its beginning may say itself to be the reason of the rest."""
_PURPOSES = frozenset("purpose purposes aim aims goal goals objective objectives".split())
_PURPOSE = re.compile(
    r"\b(?:(?:aim(?:s|ed|ing)?|seek(?:s|ing)?|hop(?:es?|ing)|intended|designed|meant|in\sorder|so\sas)\sto|aim(?:s|ed|ing)?\sat"
    r"|so\sthat)\b[^;]*",
    re.IGNORECASE,
)
_POSTS = frozenset("job occupation profession position post".split())
_EARLIER = re.compile(r"\b(?:before|former(?:ly)?|previous(?:ly)?|earlier|used\sto)\b", re.IGNORECASE)
_IS_POST = re.compile(
    r"\b(?:is|was|works?\sas|worked\sas|serves?\sas|served\sas|became)\s(?:(?:an?|the|now|currently|also)\s)*"
    r"(?P<part>[a-z][^,;.()]{2,150})"
)
_WAS_POST = re.compile(r"\b(?P<part>(?:former(?:ly)?|previously|once)\s[^,;.()]{2,150})")
_APPOSED = re.compile(
    r"(?P<part>(?:[Tt]he\s)?[A-Z][\w'\u2019-]*(?:\s[A-Z][\w'\u2019-]*){0,4}),\s(?:an?|the|its|his|her|their)\s(?:[\w-]+\s){0,2}?"
    r"(?P<noun>[\w-]+)(?=[,.;]|\s(?:that|which|who|of|for|in|from|by|with|on|at)\b)"
)
_SAME = 0.7
"""How near a noun must be to the one asked for to be another word for it."""
_WHO_DOES = re.compile(
    r"\W*(?:(?:and|but|so)\s+)?(?:which|what)\s+(?:[\w-]+\s+){1,2}?(?!(?:does|do|did)\b)[\w-]+(?:s|ed)?\s",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"\W*(?:(?:and|but|so)\s+)?what\s+(?:does|do|did|is|are|was|were|will|would|has|have|can|could)\b", re.IGNORECASE
)
_MORE = 2
"""Terms that such a member says more than the question at least."""
_NEXT = re.compile(r"\s([a-z]+)")


def asked(query: Query) -> tuple[Callable[[Query, Sentence, Sequence[Span]], Span | None], ...]:
    """Return what finds the parts that a question asks for, in the order in which they are looked for."""
    text, kind = query.text, query.kind
    words = text.lower().rstrip(" ?!.").split()
    wanted = (
        (_time, kind == "date" and _WHEN_DID.search(text)),
        (_purpose, kind in ("reason", "thing") and (words[-1:] == ["for"] or not _PURPOSES.isdisjoint(words))),
        (_reason, kind == "reason" and _WHY.match(text)),
        (_because, kind == "reason" and _WHY.match(text)),
        (_post, kind == "person" and not _POSTS.isdisjoint(words)),
        (_apposed, kind in ("person", "thing") and query.claims.sort),
        (_firm, kind == "thing" and query.claims.group and _WHO_DOES.match(text)),
        (_definition, kind == "thing" and query.defining and len(query.terms) <= _FEW),
    )
    return tuple([find for find, wants in wanted if wants])


def deed(query: Query) -> Term | None:
    """Return what is done in a question after what somebody does: of "what does the plan stress", "stress"."""
    does = _DOES.match(query.text) if query.kind == "thing" else None
    found = next((each for each in reversed(query.terms) if not each.name and base(each.lower)), None) if does else None
    if does is None or found is None or query.text[does.end() :].split(None, 1)[:1] == [found.word]:
        return None  # "what will cause it"
    return found


def part(query: Query, sentence: Sentence, dates: Sequence[Span]) -> Span | None:
    """Return the part of a sentence that answers, None where none does so; ``dates`` are those that would otherwise."""
    for find in query.parts:
        if found := find(query, sentence, dates):
            return found
    return None


def doing(query: Query, sentence: Sentence, best: int) -> int:
    """Return the place of the member that says what is done, where that was asked: "the plan, which stresses trade".

    ``best`` is that of the member that has most of the question.
    """
    deed, members = query.deed, sentence.members
    if deed is None or sentence.lists or deed.term in members[best][1]:
        return best
    place = next((place for place, (_, terms) in enumerate(members) if deed.term in terms), None)
    if place is None:  # by another word, if need be
        place = next((place for place in (best, *range(len(members))) if deed.is_said(members[place][1])), best)
    return place if len(members[place][1] - query.weights.keys()) >= _MORE else best


def _time(_query: Query, sentence: Sentence, dates: Sequence[Span]) -> Span | None:
    """Return the time that a sentence begins with, where its dates only tell until when something goes on."""
    opening = _TIME.match(sentence.text)
    if opening is None:
        return None
    starts = [date.start - sentence.span.start for date in dates]
    limits = all(_LIMIT.search(sentence.text, max(start - _LOOKED_BACK, 0), start) for start in starts)
    return _span(sentence, *opening.span("part")) if limits else None


def _reason(query: Query, sentence: Sentence, _dates: Sequence[Span]) -> Span | None:
    """Return the reason that a sentence begins with, where what it is the reason of was asked about."""
    opening = _REASON.match(sentence.text)
    if opening is None:
        return None
    said = _said(query, sentence)
    whole, end = sum(weight for _, weight in said), 0
    at = sentence.text.find(", ", opening.end())
    while at > 0 and sum(weight for place, weight in said if place < at) <= _MAINLY * whole:
        end, at = at, sentence.text.find(", ", at + 1)
    return _span(sentence, opening.start("part"), end) if end and whole else None


def _because(query: Query, sentence: Sentence, _dates: Sequence[Span]) -> Span | None:
    """Return the reason that a sentence ends with, where what it is the reason of was asked about."""
    found = _BECAUSE.search(sentence.text)
    if found is None:
        return None
    said = _said(query, sentence)
    before = sum(weight for at, weight in said if at < found.start())
    inside = sum(weight for at, weight in said if found.start() <= at < found.end())
    return _span(sentence, *found.span()) if inside <= before else None


def _definition(query: Query, sentence: Sentence, _dates: Sequence[Span]) -> Span | None:
    """Return what a thing is, told beside it: "ash, the rest of a fire", "the rest of a fire, known as ash"."""
    thing = re.escape(" ".join([each.word for each in query.terms]))
    found = re.search(
        rf"\b{thing}s?,\s(?P<part>(?:an?|the|or)\s[^;.]{{3,150}})"
        rf"|(?P<other>(?:an?|the)\s[^,;.]{{3,80}}),?\s(?:\w+\s)?(?:known|referred\sto)(?:\s\w+)?\sas\s(?:an?\s|the\s)?{thing}\b",
        sentence.text,
        re.IGNORECASE,
    )
    return _span(sentence, *found.span(found.lastgroup or 0)) if found else None


def _purpose(_query: Query, sentence: Sentence, _dates: Sequence[Span]) -> Span | None:
    found = _PURPOSE.search(sentence.text)
    return _span(sentence, *found.span()) if found else None


def _post(query: Query, sentence: Sentence, _dates: Sequence[Span]) -> Span | None:
    earlier = _WAS_POST.search(sentence.text) if _EARLIER.search(query.text) else None
    found = earlier or _IS_POST.search(sentence.text)
    return _span(sentence, *found.span("part")) if found else None


def _apposed(query: Query, sentence: Sentence, _dates: Sequence[Span]) -> Span | None:
    """Return the name beside the noun that is asked which: "the Frame, a television that", of which television."""
    sort = query.term(query.claims.sort)
    if sort is None:
        return None
    for found in _APPOSED.finditer(sentence.text):
        noun = term(found["noun"])
        if (noun == sort.term or sort.nearest((noun,)) >= _SAME) and query.asked.isdisjoint(
            map(term, found["part"].split())
        ):
            return _span(sentence, *found.span("part"))
    return None


def _firm(query: Query, sentence: Sentence, _dates: Sequence[Span]) -> Span | None:
    """Return the name of who does what was asked, where that is which company or the like does it."""
    for _, span, terms in sentence.runs:
        after = _NEXT.match(sentence.text, span.end - sentence.span.start)
        if after and query.asked.isdisjoint(terms) and base(after[1]):
            return span
    return None


def _said(query: Query, sentence: Sentence) -> list[tuple[int, float]]:
    """Return where in a sentence its words of the question begin, each with its weight."""
    known, start = query.weights, sentence.span.start
    return [(token.start - start, known[token.term]) for token in sentence.tokens if token.term in known]


def _span(sentence: Sentence, start: int, end: int) -> Span:
    """Return a stretch of a sentence in the paragraph's offsets, without the marks at its end."""
    end = start + len(sentence.text[start:end].rstrip(' .,;:!?)\u201d"'))
    return Span(sentence.span.start + start, sentence.span.start + end)
