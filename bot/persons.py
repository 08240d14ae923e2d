"""A person whom a question names in full, and an article by one part of the name once it has told the whole."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.dictionary import english
from bot.senses import kinds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.index import Index
    from bot.models import Hit
    from bot.query import Query, Term

NEARNESS = 0.9
"""How near the part that an article goes on with is to the whole name, on the scale of ``kinship.kin``."""


def call_short(query: Query, hits: Sequence[Hit], index: Index) -> Query:
    """Return the query with each part of a full name given that part for kin by which the articles go on.

    That is the part that the most paragraphs have, of a name that stands in full in one of those found.
    """
    short: dict[str, str] = {}
    for name in _full_names(query):
        parts = [term.term for term in name]
        if any(_has(index, hit, parts) for hit in hits):
            most = max(parts, key=index.frequency)
            short.update((part, most) for part in parts if index.frequency(part) < index.frequency(most))
    if not short:
        return query
    terms = (
        replace(term, kin=((short[term.term], NEARNESS), *term.kin)) if term.term in short else term
        for term in query.terms
    )
    return replace(query, terms=tuple(terms))


def _full_names(query: Query) -> Iterator[list[Term]]:
    """Give the runs of two and more terms that stand side by side in the question and may be a person's name."""
    terms = {term.term: term for term in query.terms}
    run: list[Term] = []
    for first, second, _, side_by_side in query.pairs:
        pair = terms[first], terms[second]
        if side_by_side and all(map(_may_be_part, pair)):
            run = [*run, pair[1]] if run and run[-1] is pair[0] else list(pair)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _may_be_part(term: Term) -> bool:
    return term.name and term.known and english(term.lower) != "word" and "L" not in kinds(term.lower)


def _has(index: Index, hit: Hit, parts: Sequence[str]) -> bool:
    """Tell whether a sentence of a passage has all parts of a name in their order."""
    passage = index[hit.paragraph]
    if not all(part in passage.terms for part in parts):
        return False
    return any(all(pair in sentence.pairs for pair in pairwise(parts)) for sentence in passage.sentences)
