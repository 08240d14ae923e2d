"""Capitals that are put for the government of their country: what Seoul wants is what Korea wants.

``data/capitals.tsv`` holds a line a capital: its name, and the terms that name its country.
``tests/fitting/make_capitals.py`` makes it; ``data/README.md`` names its source and licence.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.english.wordfile import FOLDER
from bot.text import POSSESSIVE

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.text import Token

_RULERS = (
    "governments?|administrations?|authorit(?:y|ies)|cabinets?|parliaments?|leaders?|leadership|officials?|ministers?"
)
_AFFAIRS = (
    rf"{_RULERS}|president|premier|polic(?:y|ies)|plans?|strategy|stance|agenda|ambassador|envoy"
    "|diplomats?|econom(?:y|ic)"
)
_IDLE = (
    "a|an|the|in|on|at|near|so|such|very|being|been|be|have|lie|look|mean|cost|get|located|situated|called|known|named"
)
"""What follows a capital that is asked about as a town."""


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    lines = (FOLDER / "capitals.tsv").read_text("ascii").splitlines()
    return {name: tuple(terms.split()) for name, terms in (line.split("\t") for line in lines)}


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(name.split(" ", 1)[0] for name in _countries())


@cache
def _acting() -> re.Pattern[str]:
    """Return the pattern of a capital that does something, or whose government or policy is spoken of."""
    name = "|".join(sorted(_countries(), reverse=True))
    return re.compile(
        rf"\b(?:is|are|was|were|has|had|do|does|did|will|would|can|could|should|must)\s+(?P<acts>{name})\s+"
        rf"(?!(?:{_IDLE})\b)[a-z]+"
        rf"|\b(?P<own>{name})['\u2019]s?\s+(?:[\w-]+\s+){{0,2}}?(?:{_AFFAIRS})\b"
        rf"|\b(?:{_RULERS})\s+(?:in|of|from)\s+(?P<rule>{name})\b",
        re.IGNORECASE,
    )


def ruled(text: str, tokens: list[Token], frequency: Callable[[str], int]) -> list[Token]:
    """Return the words of a question with the country in place of each capital that is put for its government.

    ``frequency`` tells how often the articles have a term: where they have the capital oftener, it stays.
    """
    if _beginnings().isdisjoint([POSSESSIVE.sub("", text[token.start : token.end].lower()) for token in tokens]):
        return tokens
    spans = [found.span(found.lastgroup or 0) for found in _acting().finditer(text)]
    ruling: list[Token] = []
    for token in tokens:
        start, end = next((span for span in spans if span[0] <= token.start < span[1]), (token.start, 0))
        country = max(_countries()[text[start:end].lower()], key=frequency) if end else ""
        if not country or frequency(country) < max(frequency(token.term), 1):
            ruling.append(token)
        elif token.start == start:
            ruling.append(token._replace(term=country))
    return ruling
