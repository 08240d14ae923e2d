"""Which words of a sentence answer: a figure, a date, the member of a list asked about, or the clause that has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.acronyms import expansion
from bot.analysis import homes
from bot.answertype import answers
from bot.clauses import answering
from bot.english.senses import senses
from bot.models import Span
from bot.parts import doing, part
from bot.pointing import NAMED, figure, is_thing, name

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from bot.analysis import Sentence
    from bot.query import Query, Term

_CLAUSE = re.compile(
    r"(?:during|while|which|who|whom|whose|where|when|after|before|with|by|via|that|such|as|because|since|although|if|so|in|on|at|we|he|she|it|they)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"^\W*(?:(?:please|can|could|you|me)\W+)*(?:list|name|give|tell|show|mention)\b|\bexamples?\b|\ball\b"
    r"|\b(?:what|which)(?:\s+(?:are|were)(?:\s+(?:the|some))?)?(?:\s+[a-z-]+)?\s+(?!(?:is|was|does|has|this|its)\b)[a-z]+[^s\W]s\b",
    re.IGNORECASE,
)
"""What asks for several things."""
_CLOSING = re.compile(r"[)\]]")
_DETERMINED = re.compile(r"(?:an?|the)\s", re.IGNORECASE)
_VERBAL = re.compile(r"^[a-z]+(?:ing|ed)$")
LIST = 3
"""A sentence of more members than this may be a list."""
AKIN = 2
"""How many times as much the frame of a list has of the question as a member that is only akin to it."""
LEAST = 2
"""Members that a row has at least."""
SHORT = 8
"""Terms that a member of a list has at most."""
LONG = 12
"""Terms that it has at most where semicolons part them."""


def highlight(query: Query, sentence: Sentence) -> tuple[Span | None, bool]:
    """Return the span of the words that answer, in the paragraph's offsets, and whether they answer standing alone."""
    if query.letters and (full := expansion(query.letters, sentence.text)):
        return Span(sentence.span.start + full.start(), sentence.span.start + full.end()), True
    found = [] if _asks_of_name(query) else answers(query, sentence)
    if told := part(query, sentence, found):
        return told, False
    if query.who:
        found = [span for span in found if not is_thing(sentence, span)]
    asked = [token.start for token in sentence.tokens if token.term in query.asked] if found else []
    if asked:
        return _pointed(query, sentence, found, asked)
    return _of_members(query, sentence)


def _of_members(query: Query, sentence: Sentence) -> tuple[Span | None, bool]:
    """Return the member of a list that answers, or the clause, and whether it does so standing alone."""
    best, alone = _member(query, sentence)
    if best is None:
        return None, False
    if alone:
        whole = query.kind != "polar" or all(_told(term, sentence) for term in query.terms)
        return _bare(sentence, sentence.members[best][0]), whole
    if (
        sentence.lists
        and len(sentence.members) - sentence.framed >= LEAST
        and sentence.homes.keys().isdisjoint(query.asked)
    ):
        best = _framing(query, sentence, best)
        if best < sentence.framed and (row := _row(query, sentence, best)):
            return row, False
    return _bare(sentence, answering(query, sentence, doing(query, sentence, best))), False


def _pointed(query: Query, sentence: Sentence, found: Sequence[Span], told: Sequence[int]) -> tuple[Span, bool]:
    """Return that of the stretches found which answers, and whether it does so standing alone: a name never does."""
    if query.kind in NAMED:
        place = _member(query, sentence)[0] if sentence.lists else None
        return name(query, sentence, found, told, None if place is None else sentence.members[place][0]), False
    span, sure = figure(query, sentence, found, told)
    return span, sure and all(_told(term, sentence) for term in query.terms)


def said_of(query: Query, sentence: Sentence) -> Container[str]:
    """Return the terms that a sentence says of what is asked about: of a list, those of its frame and one member."""
    if sentence.lists:
        best, alone = _member(query, sentence)
        if best is not None and alone:
            return sentence.frame | sentence.members[best][1]
    return sentence.terms


def says_no_more(query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence is a list of which the member asked about says no more than the question.

    One that is asked for a place says no more where it has no other; of short ones, the frame may tell it for all.
    """
    if not sentence.lists or query.kind == "reason":
        return False
    best, _ = _member(query, sentence)
    if best is None:
        return False
    terms = sentence.members[best][1]
    known = query.weights.keys()
    places = sentence.places & terms
    if query.kind == "location" and (places or ";" in sentence.text) and places <= known:
        return True
    return terms <= known and _in_row(sentence, best)


def says_apart(query: Query, sentence: Sentence) -> bool:
    """Tell whether a list says of several members what a question asks of one: a farm in York and a school in Bath."""
    if not sentence.lists:
        return False
    asked = query.asked & sentence.terms - sentence.frame
    holding = [(place, terms & asked) for place, (_, terms) in enumerate(sentence.members) if terms & asked]
    apart = len(holding) > 1 and not any(terms == asked for _, terms in holding)
    return apart and all(_in_row(sentence, place) for place, _ in holding)


def _asks_of_name(query: Query) -> bool:
    """Tell whether a question asks who a person is that it names: that is no other name."""
    if not query.defining or query.kind != "person":
        return False
    return all(term.name or term.word[0].isupper() or _is_part(term, query) for term in query.terms)


def _is_part(term: Term, query: Query) -> bool:
    """Tell whether a word is a part of a name with a hyphen, which is a word of the question too."""
    return any(other.name and "-" in other.word and term.lower in other.lower.split("-") for other in query.terms)


def _framing(query: Query, sentence: Sentence, best: int) -> int:
    """Return the part of a list's frame that was asked about rather than a member only akin to the question."""
    weights = query.weights
    frame = sentence.frame
    own = sentence.members[best][1] - frame
    akin = sum(weight for term, weight in weights.items() if term in own)
    if best < sentence.framed or AKIN * akin > sum(weight for term, weight in weights.items() if term in frame):
        return best
    shares = _shares(query, homes([terms for _, terms in sentence.members[: sentence.framed]]), sentence.framed)
    return shares.index(max(shares))


def _row(query: Query, sentence: Sentence, best: int) -> Span | None:
    """Return all members of a list where the question asks for them, None where it does not or they are no row."""
    if not _SEVERAL.search(query.text):
        return None
    members, framed = sentence.members, sentence.framed
    most = LONG if ";" in sentence.text else SHORT
    if any(len(terms) > most for _, terms in members[framed:]):
        return None
    opened = sentence.opened > 0
    return Span(members[framed if opened else best][0].start, members[-1][0].end)


def _bare(sentence: Sentence, span: Span) -> Span:
    """Return a span without a bracket that opens before it and closes outside."""
    start = span.start - sentence.span.start
    if sentence.text[start] not in "([" or _CLOSING.search(sentence.text, start, span.end - sentence.span.start):
        return span
    return Span(span.start + 1, span.end)


def _told(term: Term, sentence: Sentence) -> bool:
    """Tell whether a sentence surely says a word of the question; a name may stand before it."""
    return term.name or term.is_said(sentence.terms)


def _member(query: Query, sentence: Sentence) -> tuple[int | None, bool]:
    """Return the place of the member that has most of the question, and whether it answers standing alone."""
    members = sentence.members
    # Of a list, the member that was asked about has words that its frame has not.
    shares = _shares(query, sentence.homes, len(members))
    if sentence.lists and not any(shares):
        shares = _shares(query, homes([terms for _, terms in members]), len(members))
    if not any(shares):
        return None, False
    best = shares.index(max(shares))
    terms = members[best][1]
    alone = (
        sentence.lists
        and query.kind != "reason"  # which the frame tells, if anything does
        and not terms <= query.weights.keys()  # it says something that the question does not
        and not terms.isdisjoint(query.asked)
        and _in_row(sentence, best)
    )
    return best, alone


def _shares(query: Query, homes: Mapping[str, Sequence[int]], count: int) -> list[float]:
    """Return the weight of the question's terms that each of so many members holds, which are the terms' homes."""
    shares = [0.0] * count
    for term, weight in query.weights.items():
        if term in homes:
            for place in homes[term]:
                shares[place] += weight
    return shares


def _in_row(sentence: Sentence, best: int) -> bool:
    """Tell whether a member of a list stands in a row of short ones; what comes before the row is no member."""
    members, framed = sentence.members, sentence.framed
    row = members[max(best - 1, framed) : best + 2]
    most = LONG if ";" in sentence.text else SHORT
    if best < framed or len(members) <= LIST or any(len(terms) > most for _, terms in row):
        return False
    begins = members[best][0].start
    if _DETERMINED.match(sentence.text, begins - sentence.span.start):
        return True
    first = next(token for token in sentence.tokens if token.start >= begins)
    verb = senses(sentence.word(first).lower()).startswith("v") or _VERBAL.search(sentence.word(first))
    return not verb and not _CLAUSE.match(sentence.text, begins - sentence.span.start)
