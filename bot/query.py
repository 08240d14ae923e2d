"""What a question asks for: its terms and how telling each is, its names, and the kind of answer it wants."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from bot.text import tokenize

if TYPE_CHECKING:
    from bot.index import Index

Kind = Literal["number", "date", "person", "place", "reason", "thing", "manner", "yes or no"]

_KINDS = re.compile(
    r"""\b(?:
    (?P<number>how\s+(?:many|much|large|big|tall|far|high|deep|wide|old|fast|heavy|often|long)
        |(?:what|which)\s+(?:percent\w*|number|amount|proportion|share|fraction))
    |(?P<date>when|(?:what|which)\s+(?:year|century|date|day|month|decade|time))
    |(?P<person>whom?|whose|(?:what|which)\s+(?:person|people|president|king|queen|leader|author|scientist))
    |(?P<place>where|(?:what|which)\s+(?:country|countries|city|cities|state|place|region|town))
    |(?P<reason>why|(?:what|which)\s+(?:reason|caused?))
    |(?P<thing>what|which)
    |(?P<manner>how)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question: as typed, the term it is searched by, its weight, whether it looks like a name."""

    word: str
    term: str
    weight: float
    known: bool
    name: bool


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the index sees it; ``pairs`` are neighbouring terms, with whether nothing stood between them."""

    kind: Kind
    terms: tuple[Term, ...]
    pairs: tuple[tuple[str, str, float, bool], ...]

    @property
    def known(self) -> list[str]:
        """The terms that the articles have."""
        return [term.term for term in self.terms if term.known]

    @property
    def weight(self) -> float:
        """The summed weight of the terms that the articles have, never 0."""
        return sum(term.weight for term in self.terms if term.known) or 1.0


def kind_of(text: str) -> Kind:
    """Return the kind of answer that a question asks for, by its first question word."""
    found = _KINDS.search(text)
    kind: Kind = found.lastgroup if found else "yes or no"  # type: ignore[assignment] # the groups are the kinds
    return kind


def understand(text: str, index: Index) -> Query:
    """Read a question against an index."""
    tokens = [token for token in tokenize(text) if not token.stop]
    terms: dict[str, Term] = {}
    for token in tokens:
        if token.term not in terms:
            known = index.frequency(token.term) > 0
            name = text[token.start].isupper() and token.start > 0
            word = text[token.start : token.end]
            terms[token.term] = Term(word, token.term, index.weight(token.term), known, name)
    pairs = tuple(
        (a.term, b.term, min(terms[a.term].weight, terms[b.term].weight), b.start - a.end <= 2)  # noqa: PLR2004
        for a, b in pairwise(tokens)
        if a.term != b.term
    )
    return Query(kind_of(text), tuple(terms.values()), pairs)
