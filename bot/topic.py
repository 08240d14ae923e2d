"""What an article is about: its title says it once, and "she", "it" and "they" go on with it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.english.senses import is_group_or_place, kinds
from bot.english.wordclass import POSSESSIVES
from bot.text import MEMORISED, telling, term

if TYPE_CHECKING:
    from bot.analysis import Sentence
    from bot.indexing.records import Recorded
    from bot.query import Query

CARRIED = 0.6
"""How well a paragraph holds what it goes on with and does not name, of its title or of the paragraph beside it.

Chosen on the tuning questions, where anything from 0.5 to 0.8 does much the same."""
SELDOM = 2
"""In so many paragraphs at most stands a name that is not what an article is about."""
TITLES = 1 << 12
"""How many titles are remembered by their terms, 500 bytes each."""
_PRONOUN = re.compile(
    r"\b(?:he|she|it|they|his|her|hers|its|their|theirs|him|them|this|these)\b",
    re.IGNORECASE,
)
_RELATED = re.compile(rf"\W*(?:{'|'.join(sorted(POSSESSIVES))})\s+(?:[\w-]+\s+)??(?P<who>[\w-]+)\b", re.IGNORECASE)
"""How a sentence begins that goes on with somebody else: "her old rival"."""
_FIRST = 20
"""Characters at the start of a sentence in which the name stands that it is about."""


def topic(passage: Recorded, asked: frozenset[str]) -> frozenset[str]:
    """Return the terms of a question that a passage goes on with: the title alone has them, and it a pronoun."""
    if passage.untold is None:
        # Of a large library most titles have nothing of the question, and were not looked at before.
        if title_terms(passage.title).isdisjoint(asked):
            return frozenset()
        passage.untold = _terms(passage.title) - passage.terms
    found = passage.untold & asked
    if not found:
        return found
    if passage.goes_on is None:
        passage.goes_on = _PRONOUN.search(passage.paragraph.text) is not None
    return found if passage.goes_on else frozenset()


def is_of_another(sentence: Sentence, query: Query) -> bool:
    """Tell whether a sentence begins with somebody else than the question names: what it says is said of them.

    "Her rival was born in 1950" says nothing of her, unless her rival is asked about.
    """
    found = _RELATED.match(sentence.text)
    if found and kinds(found["who"].lower())[:1] == "P" and term(found["who"]) not in query.asked:
        return True
    start = sentence.span.start
    return any(span.start < start + _FIRST and query.asked.isdisjoint(terms) for _, span, terms in sentence.runs[:1])


@lru_cache(maxsize=TITLES)
def title_terms(title: str) -> frozenset[str]:
    """Return the terms of a title."""
    return frozenset([word.term for word in telling(title)])


@lru_cache(maxsize=MEMORISED)
def _terms(title: str) -> frozenset[str]:
    """Return what a title may name, without groups and places: an article has many of them, and names each anew."""
    words = telling(title)
    return frozenset([word.term for word in words if not is_group_or_place(title[word.start : word.end].lower())])
