"""Letters and the words that they abbreviate: "AI" and "artificial intelligence", "J. Moss" and "Jane Moss"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.english.lexicon import STOP_WORDS
from bot.text import MEMORISED, POSSESSIVE, telling, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.index import Index
    from bot.indexing.records import Recorded
    from bot.models import Hit
    from bot.query import Query, Term

_ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z]s?$")
FULL = re.compile(
    r"\b(?:stands?\s+for|(?:is\s+)?short\s+for|(?:is\s+)?(?:an?\s+|the\s+)?(?:abbreviat\w+|acronym)(?:\s+(?:of|for))?"
    r"|mean(?=\W*\Z)|(?:the\s+)?letters(?=\s+\S+\s+(?:mean|stand))"
    r"|(?:the\s+)?full\s+(?:form|name|meaning)(?:\s+of)?|spelled\s+out|spell\s+out|in\s+full)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]+")
_LONGEST = 6
"""Letters of the longest word that is taken for an abbreviation though it is written small."""
SHORT = 3
"""Letters of a word that is too short to be abbreviated."""
SMALL = frozenset(("of", "the", "and", "for", "in", "on"))
"""Words within names."""


def abbreviated(text: str) -> tuple[str, re.Match[str] | None]:
    """Return the letters that a question asks the words of, and what it asks that by; "" where it asks for none.

    "What does AEC stand for?", "AEC full form".
    """
    asking = FULL.search(text)
    if asking is None:
        return "", None
    words = _WORD.findall(f"{text[: asking.start()]} {text[asking.end() :]}")
    letters = list(filter(None, map(letters_of, words)))
    if not letters and asking[0].lower() != "mean" and "name" not in asking[0].lower():  # a person has a full name too
        small = (word for word in words if word.islower() and word not in STOP_WORDS)
        letters = [word.upper() for word in small if SHORT <= len(word) <= _LONGEST]
    return (letters[0], asking) if len(letters) == 1 else ("", None)


def expansion(letters: str, text: str) -> re.Match[str] | None:
    """Find the first words of a text that letters abbreviate: those that begin with them, or that they stand behind."""
    for found in _initials(letters).finditer(text):
        if not tokenize(found[0])[0].stop and _of_a_kind(found[0]):
            return found
    return _introduced(letters).search(text) if f"({letters})" in text else None


def spell_out(query: Query, hits: Sequence[Hit], index: Index) -> Query:
    """Return the query with each acronym given the words for kin that it stands for in the paragraphs found.

    So is the first letter of a name, by the name as it stands in full there.
    """
    asked = query.letters
    letters = [asked if asked and term.word.upper() == asked else term.letters for term in query.terms]
    initials = _initials_of_names(query) if any(len(term.word) == 1 for term in query.terms) else {}
    if not any(letters) and not initials:
        return query
    passages = [index[hit.paragraph] for hit in hits]
    terms = [_with_words(*each, passages) for each in zip(query.terms, letters, strict=True)]
    return replace(query, terms=tuple([_with_name(term, initials.get(term.term), passages) for term in terms]))


def letters_of(word: str) -> str:
    """Return what a word abbreviates with, or nothing: of "EU's" as of "EU"."""
    word = POSSESSIVE.sub("", word)
    return word.rstrip("s") if _ACRONYM.match(word) else ""


def _with_words(term: Term, letters: str, passages: Sequence[Recorded]) -> Term:
    if not letters:
        return term
    longest = next(filter(None, (_stands_for(letters, passage.paragraph.text) for passage in passages)), None)
    return term if longest is None else term.also(longest)


def _initials_of_names(query: Query) -> dict[str, str]:
    """Return the terms that are one capital letter, each with the word right behind it: of "J. Moss", "Moss"."""
    words = {term.term: term.word for term in query.terms}
    return {
        first: words[second]
        for first, second, _, side_by_side in query.pairs
        if side_by_side and len(words[first]) == 1 and words[first].isupper()
    }


def _with_name(term: Term, behind: str | None, passages: Sequence[Recorded]) -> Term:
    """Return a letter with the word for kin that begins with it and has the same word behind it."""
    if behind is None:
        return term
    full = re.compile(rf"\b({term.word}[a-z]+)\s(?={re.escape(behind)}\b)")
    found = next(filter(None, (full.search(passage.paragraph.text) for passage in passages)), None)
    return term.also(tokenize(found[1])[0].term) if found else term


@lru_cache(maxsize=MEMORISED)
def _stands_for(letters: str, text: str) -> str | None:
    """Return the longest term of the first words of a text that letters abbreviate."""
    found = expansion(letters, text)
    return max((token.term for token in telling(found[0])), key=len) if found else None


def _of_a_kind(words: str) -> bool:
    """Tell whether words are written alike, as those of one phrase are: all small, or all with a capital first."""
    written = [word for word in re.findall(r"\w+", words) if word.lower() not in SMALL]
    small = all(map(str.islower, written)) and all(len(word) > SHORT for word in written)
    return small or all(map(str.istitle, written))


@lru_cache(maxsize=256)
def _initials(word: str) -> re.Pattern[str]:
    """Return the pattern of words that begin with a word's letters, small ones such as "of" between them or not."""
    letters = [rf"\b{letter}\w+" for letter in word]
    return re.compile(r"[\s-]+(?:(?:of|the|and|for|in|on)\s+)?".join(letters), re.IGNORECASE)


@lru_cache(maxsize=256)
def _introduced(letters: str) -> re.Pattern[str]:
    """Return the pattern of a name that brackets with letters follow: "Federal Bureau of Inquiry (FBI)"."""
    return re.compile(
        rf"(?<![\w'\u2019-])[A-Z][\w'\u2019-]*(?:\s(?:(?:of|the|and|for|in|on)\s){{0,2}}[A-Z][\w'\u2019-]*){{1,7}}(?=\s\({letters}\))"
    )
