"""Which words of a sentence answer: a figure, a date, the member of a list asked about, or the clause that has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.models import Span

if TYPE_CHECKING:
    from bot.analysis import Sentence
    from bot.query import Query

_COUNTED = re.compile(r"\s?(?:percent|per cent|%|million|billion|trillion|thousand|[a-z]+(?:-[a-z]+)*)\b|%")
LIST = 3
"""A sentence of more members than this may be a list."""
SHORT = 8
"""Terms that a member of a list has at most."""


def highlight(query: Query, sentence: Sentence) -> tuple[Span | None, bool]:
    """Return the span of the words that answer, in the paragraph's offsets, and whether they answer standing alone."""
    wanted = _wanted(query, sentence)
    if wanted is not None:
        return wanted, True
    members = sentence.members
    weights = {term.term: term.weight for term in query.terms}
    for term in query.terms:
        for kin, strength in term.kin:
            weights.setdefault(kin, term.weight * strength)
    shares = [sum(weights[term] for term in terms if term in weights) for _, terms in members]
    most = max(shares, default=0.0)
    if not most:
        return None, False
    best = shares.index(most)
    return members[best][0], _is_list(sentence, best)


def _wanted(query: Query, sentence: Sentence) -> Span | None:
    """Return the figure or date that the question asks for, with the noun that it counts."""
    match query.kind:
        case "count" | "amount":
            sort = sentence.figures - query.asked
        case "date":
            sort = sentence.dates - query.asked
        case _:
            return None
    near = [token.start for token in sentence.tokens if token.term in query.asked]
    found = [token for token in sentence.tokens if token.term in sort]
    if not found or not near:
        return None
    token = min(found, key=lambda token: min(abs(token.start - start) for start in near))
    end = token.end
    if query.kind != "date":
        after = _COUNTED.match(sentence.text, end - sentence.span.start)
        if after:
            end = after.end() + sentence.span.start
    return Span(token.start, end)


def _is_list(sentence: Sentence, best: int) -> bool:
    """Tell whether a member and its neighbours are short and of a row: what stands before the first is no member."""
    members = sentence.members
    row = members[max(best - 1, 1) : best + 2]
    return best > 0 and len(members) > LIST and all(len(terms) <= SHORT for _, terms in row)
