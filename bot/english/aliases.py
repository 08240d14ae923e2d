"""Other names of places, organisations and writers: an article on the Republic of Korea is asked about South Korea.

So are initials that everybody knows, AI for artificial intelligence, and words for expressions of several, "workforce"
for "labour force", and the other way.

``data/aliases.tsv`` holds a line a name, in byte order: its terms, and those of what else it is called.
``tests/fitting/make_aliases.py`` makes it; ``data/README.md`` names its source and licence.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from bot.english.wordfile import WordFile
from bot.text import MEMORISED

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from bot.text import Token

_FILE = WordFile("aliases.tsv")
LONGEST = 4
"""Terms of the longest names."""
_WRITES = {"author": ("writer", "columnist"), "writer": ("author", "columnist")}
"""Terms for who wrote an article, with what its note on the writer may say instead."""


def rename(tokens: list[Token], known: Callable[[str], bool]) -> list[Token]:
    """Return the words of a question with each name that the articles lack put as they have it under another name.

    So is whoever wrote an article: "the author" where the articles have "the writer".

    ``known`` tells whether the articles have a term. Where the names share words that the articles have, those stay
    alone: of "South Korea" for the Republic of Korea "Korea". Else each word of the other name stands where the whole
    name does. A single word behind a figure is a unit, "5 pm", and no name.
    """
    beginnings = _beginnings()
    terms = [token.term for token in tokens]
    if beginnings.isdisjoint(terms):
        return tokens
    lacking = {term for term in terms if not known(term)}
    if not lacking:
        return tokens
    tokens = [_written(token, known) if token.term in _WRITES else token for token in tokens]
    renamed: list[Token] = []
    at = 0
    while at < len(tokens):
        put, length = tokens[at : at + 1], 1
        if tokens[at].term in beginnings:
            shortest = 2 if at and terms[at - 1].isdigit() else 1
            put, length = _renamed(tokens[at : at + LONGEST], shortest, lacking, known)
        renamed += put
        at += length
    return renamed


def _written(token: Token, known: Callable[[str], bool]) -> Token:
    if known(token.term):
        return token
    return token._replace(term=next(filter(known, _WRITES[token.term]), token.term))


def _renamed(
    tokens: list[Token], shortest: int, lacking: Container[str], known: Callable[[str], bool]
) -> tuple[list[Token], int]:
    """Return what the name that words begin with is put as, and of how many it is; the first word if there is none."""
    for length in range(len(tokens), shortest - 1, -1):
        name = tokens[:length]
        kept = [token for token in name if token.term not in lacking]
        if len(kept) < length and (other := _other(" ".join([token.term for token in name]), known)):
            if kept and all(token.term in other for token in kept):
                return kept, length
            whole = name[0]._replace(end=name[-1].end)
            return [whole._replace(term=term) for term in other], length
    return tokens[:1], 1


@cache
def _beginnings() -> frozenset[str]:
    """Return the first term of each name, and who wrote an article: few words of a question are one.

    A look into the file takes long.
    """
    return frozenset(line.split(maxsplit=1)[0] for line in _FILE.lines()).union(_WRITES)


def _other(name: str, known: Callable[[str], bool]) -> tuple[str, ...] | None:
    return next((terms for terms in _others(name) if all(map(known, terms))), None)


@lru_cache(maxsize=MEMORISED)
def _others(name: str) -> tuple[tuple[str, ...], ...]:
    line = _FILE.find(name)
    return tuple([tuple(terms.split()) for terms in line.decode().partition("\t")[2].split(",")]) if line else ()
