"""Which words of a sentence answer: a figure, a date, a name, the member of a list asked about, or a clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.models import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.analysis import Sentence
    from bot.query import Query

_SEPARATOR = re.compile(r"\s*[,;:\u2013\u2014]\s+(?:and\s+|or\s+|but\s+)?|\s+(?:such as|including)\s+|\s+\u2013\s+")
_WORD_AFTER = re.compile(r"\s(?:percent|per cent|%|million|billion|trillion|thousand|[a-z]+)\b|%")
LIST = 3
"""A sentence of at least so many members is read as a list."""


def highlight(query: Query, sentence: Sentence) -> tuple[tuple[Span, ...], bool]:
    """Return the spans of the words that answer, in the paragraph's offsets, and whether they answer standing alone."""
    wanted = _wanted(query, sentence)
    if wanted:
        return (wanted,), True
    members = _members(sentence)
    weights = {term.term: term.weight for term in query.terms}
    best = _best(members, sentence, weights)
    if best is None:
        return (), False
    return (best,), len(members) > LIST and _is_list(members, best, sentence)


def _wanted(query: Query, sentence: Sentence) -> Span | None:
    """Return the figure or date that the question asks for, with the noun that it counts."""
    asked = {term.term for term in query.terms}
    match query.kind:
        case "count" | "amount":
            sort = sentence.figures - asked
        case "date":
            sort = sentence.dates - asked
        case _:
            return None
    near = [token.start for token in sentence.tokens if token.term in asked]
    found = [token for token in sentence.tokens if token.term in sort]
    if not found or not near:
        return None
    token = min(found, key=lambda token: min(abs(token.start - start) for start in near))
    end = token.end
    if query.kind in ("count", "amount"):
        after = _WORD_AFTER.match(sentence.text, end - sentence.span.start)
        if after:
            end = after.end() + sentence.span.start
    return Span(token.start, end)


def _members(sentence: Sentence) -> list[Span]:
    """Return the parts of a sentence between commas, semicolons, colons and dashes."""
    start = sentence.span.start
    members = []
    last = 0
    for found in _SEPARATOR.finditer(sentence.text):
        members.append(Span(start + last, start + found.start()))
        last = found.end()
    text = sentence.text
    members.append(Span(start + last, start + len(text.rstrip(" .!?\"'\u201d\u2019"))))
    return [member for member in members if member.end > member.start]


def _best(members: Sequence[Span], sentence: Sentence, weights: dict[str, float]) -> Span | None:
    """Return the member that holds the most telling words of the question, widened to the last that holds any."""

    def share(member: Span) -> float:
        return sum(weights.get(term, 0.0) for term in set(_terms(member, sentence)))

    if not members:
        return None
    best = max(members, key=share)
    return best if share(best) else None


def _is_list(members: Sequence[Span], best: Span, sentence: Sentence) -> bool:
    place = members.index(best)
    others = members[max(place - 1, 0) : place + 2]
    return place > 0 and all(len(list(_terms(member, sentence))) <= 8 for member in others)  # noqa: PLR2004


def _terms(member: Span, sentence: Sentence) -> Iterable[str]:
    return (token.term for token in sentence.tokens if member.start <= token.start and token.end <= member.end)
