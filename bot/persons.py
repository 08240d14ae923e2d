"""Names of several words: what an article tells in full and goes on with in short, what a question has in full."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.english.dictionary import english
from bot.english.senses import is_belonging, is_group_or_place, kinds, senses
from bot.english.wordclass import is_verb
from bot.text import POSSESSIVE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.analysis import Sentence
    from bot.index import Index
    from bot.indexing.records import Recorded
    from bot.models import Hit
    from bot.query import Query, Term
    from bot.text import Token


_NAME = re.compile(r"(?:[A-Z][\w'\u2019.-]*\s){1,3}[A-Z][\w'\u2019-]+")
_SHORTEST = 3
"""Letters of the shortest word that is mentioned."""


def call_short(query: Query, hits: Sequence[Hit], index: Index) -> Query:
    """Return the query with each part of a full name given that part for kin by which the articles go on.

    That is the part that most of the paragraphs found have, of a name that stands in full in one of them; none where
    another stands there with the same part.
    """
    if len([term for term in query.terms if term.name]) < 2:  # noqa: PLR2004 # a full name has two words
        return query
    short: dict[str, str] = {}
    passages: list[Recorded] = []
    for name in _full_names(query):
        passages = passages or [index[hit.paragraph] for hit in hits]
        parts = [term.term for term in name]
        if any(_has(passage, parts) for passage in passages):
            often = {part: sum(part in passage.terms for passage in passages) for part in parts}
            most = max(parts, key=often.__getitem__)
            if not any(_is_shared(passage, most, parts) for passage in passages):
                short.update((part, most) for part in parts if often[part] < often[most])
    if not short:
        return query
    terms = (term.also(short[term.term]) if term.term in short else term for term in query.terms)
    return replace(query, terms=tuple(terms))


def named_in_full(query: Query, terms: Sequence[Term]) -> list[str]:
    """Return the words of terms, each name with those that stand right beside it: of "Kuala" "Kuala Lumpur"."""
    beside = {(first, second) for first, second, _, side_by_side in query.pairs if side_by_side}
    runs: list[list[Term]] = []
    for term in query.terms:
        # "Asean's GDP", "is Nokia Finnish?"
        owned = runs and (POSSESSIVE.search(runs[-1][-1].word) or is_belonging(term.lower))
        joined = runs and not owned and term.name and runs[-1][-1].name and (runs[-1][-1].term, term.term) in beside
        runs[len(runs) - bool(joined) :] = [[*runs[-1], term] if joined else [term]]
    strange = set(terms)
    return [_written(run) for run in runs if not strange.isdisjoint(run)]


_ITSELF = frozenset(("article", "articles"))


def may_be_name(lower: str) -> bool:
    """Tell whether a word, in lower case, may be part of a person's name: no common word, nor a group or a place."""
    return english(lower) != "word" and not is_group_or_place(lower)


def is_full_name(text: str) -> bool:
    """Tell whether a text is nothing but the name of a person: two words or more that no group or place is called."""
    words = text.split()
    written = len(words) > 1 and _NAME.fullmatch(text) is not None
    return written and all(may_be_name(word.lower()) for word in words)


def may_be_mentioned(term: Term) -> bool:
    """Tell whether a word is one that a text mentions: a name or a noun, no everyday one; a deed it tells.

    A word of one or two letters is none, unless they are capitals: "EU", but not the "J" of "J. Moss", nor "vs"; nor
    is what the text itself is called.
    """
    if term.lower in _ITSELF:
        return False
    capitals = len(term.word) > 1 and term.word.isupper()
    if term.word.isalpha() and len(term.word) < _SHORTEST and not capitals:
        return False
    noun = not is_verb(term.lower) and senses(term.lower)[:1] in ("n", "") and not term.lower.endswith(("est", "ly"))
    return term.name or (term.telling and noun)


def _written(run: Sequence[Term]) -> str:
    """Return the words of a name, a hyphenated one as one alone."""
    words = [term.word for term in run]
    parts = {part for word in words if "-" in word for part in word.split("-")}
    return " ".join(word for word in words if word not in parts)


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
    letters = len(term.word) > 1 and term.word.isupper()
    return term.name and term.known and not letters and may_be_name(term.lower)


def _has(passage: Recorded, parts: Sequence[str]) -> bool:
    """Tell whether a sentence of a passage has all parts of a name in their order."""
    if not passage.terms.issuperset(parts):
        return False
    return any(all(_beside(*pair, sentence) for pair in pairwise(parts)) for sentence in passage.sentences)


def _beside(first: str, second: str, sentence: Sentence) -> bool:
    """Tell whether two terms stand side by side; a hyphenated one is the second word from its first part on."""
    if (first, second) in sentence.pairs:
        return True
    ends = {token.end for token in sentence.tokens if token.term == first}
    return any(token.start - 1 in ends for token in sentence.tokens if token.term == second)


def _is_shared(passage: Recorded, part: str, parts: Sequence[str]) -> bool:
    """Tell whether a part of a name stands right behind a first name of somebody else."""
    if part not in passage.terms:
        return False
    return any(
        second.term == part
        and second.start - first.end == 1
        and first.term not in parts
        and _is_first_name(first, each)
        for each in passage.sentences
        for first, second in pairwise(each.tokens)
    )


def _is_first_name(token: Token, sentence: Sentence) -> bool:
    word = sentence.word(token)
    return word[0].isupper() and english(word.lower()) in ("name", None) and "L" not in kinds(word.lower())
