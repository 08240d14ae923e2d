"""Other names of places and organisations: an article on the Republic of Korea is asked about South Korea.

``data/aliases.tsv`` holds a line a name of several words, in byte order: its terms, and those of what else it is
called. ``tests/fitting/places.py`` makes it; ``data/README.md`` names its source and licence.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.wordfile import WordFile

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.text import Token

_FILE = WordFile("aliases.tsv", lambda line: line.partition(b"\t")[0])
_LONGEST = 4
"""Terms of the longest names."""


def rename(tokens: Sequence[Token], known: Callable[[str], bool]) -> list[Token]:
    """Return the words of a question with a name that the articles lack put as they have it under another name.

    ``known`` tells whether the articles have a term. Those words of the name that they have are kept; where there are
    none, each of the other name's stands where the whole name does.
    """
    starts = [at for at, token in enumerate(tokens) if token.term in _beginnings()]
    for length in range(min(_LONGEST, len(tokens)), 1, -1):
        for at in starts:
            name = tokens[at : at + length]
            kept = [token for token in name if known(token.term)]
            if len(name) < length or len(kept) == length:
                continue
            if other := _other(" ".join([token.term for token in name]), known):
                whole = name[0]._replace(end=name[-1].end)
                put = kept or [whole._replace(term=term) for term in other]
                return [*tokens[:at], *put, *tokens[at + length :]]
    return list(tokens)


@cache
def _beginnings() -> frozenset[str]:
    """Return the first term of each name: few words of a question are one, and a look into the file takes long."""
    return frozenset(line.partition(" ")[0] for line in _FILE.lines())


def _other(name: str, known: Callable[[str], bool]) -> list[str] | None:
    line = _FILE.find(name)
    others = line.decode().partition("\t")[2].split(",") if line else ()
    return next((terms for terms in map(str.split, others) if all(map(known, terms))), None)
