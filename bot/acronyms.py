"""A word of capitals in a question, matched to the words that it abbreviates: "AI" to "artificial intelligence"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.text import MEMORISED, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.index import Index
    from bot.models import Hit
    from bot.query import Query, Term
    from bot.records import Recorded

_ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z]s?$")
SHORT = 3
"""Letters of a word that is too short to be abbreviated."""
_SMALL = frozenset(("of", "the", "and", "for", "in", "on"))


def spell_out(query: Query, hits: Sequence[Hit], index: Index) -> Query:
    """Return the query with each acronym given the words for kin that it stands for in the paragraphs found."""
    if not any(_is_acronym(term.word) for term in query.terms):
        return query
    passages = [index[hit.paragraph] for hit in hits]
    return replace(query, terms=tuple(_with_words(term, passages, alone=len(query.terms) == 1) for term in query.terms))


def _with_words(term: Term, passages: Sequence[Recorded], *, alone: bool) -> Term:
    if not _is_acronym(term.word):
        return term
    letters = term.word.rstrip("s")
    longest = next(filter(None, (_stands_for(letters, passage.paragraph.text) for passage in passages)), None)
    if longest is None:
        return term
    if alone:  # "what does AEC stand for?" is not answered by the letters
        return replace(term, lower=longest, term=longest, known=True)
    return term.also(longest)


@lru_cache(maxsize=1 << 12)
def _stands_for(letters: str, text: str) -> str | None:
    """Return the longest term of the first words of a text that letters abbreviate."""
    for found in _initials(letters).finditer(text):
        tokens = tokenize(found.group())
        if not tokens[0].stop and _of_a_kind(found.group()):
            return max((token.term for token in tokens if not token.stop), key=len)
    return None


@lru_cache(maxsize=MEMORISED)
def _is_acronym(word: str) -> bool:
    return _ACRONYM.match(word) is not None


def _of_a_kind(words: str) -> bool:
    """Tell whether words are written alike, as those of one phrase are: all small, or all with a capital first."""
    written = [word for word in re.findall(r"\w+", words) if word.lower() not in _SMALL]
    alike = all(map(str.islower, written)) or all(map(str.istitle, written))
    return alike and all(len(word) > SHORT for word in written)


@lru_cache(maxsize=256)
def _initials(word: str) -> re.Pattern[str]:
    """Return the pattern of words that begin with a word's letters, small ones such as "of" between them or not."""
    letters = [rf"\b{letter}\w+" for letter in word]
    return re.compile(r"[\s-]+(?:(?:of|the|and|for|in|on)\s+)?".join(letters), re.IGNORECASE)
