"""Words as they are written in short messages: "how many ppl came b4 2020" asks how many people came before 2020."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_PAIRS = """
    ppl:people peeps:people b4:before 2day:today 2moro:tomorrow tmrw:tomorrow 2nite:tonight tonite:tonight nite:night
    nites:nights thru:through cuz:because coz:because bcoz:because wot:what wots:what's dat:that dis:this u:you ur:your
    r:are abt:about hv:have shud:should cud:could wud:would gonna:going_to govt:government govts:governments yr:year
    yrs:years mth:month mths:months dept:department bday:birthday w/:with w/o:without wher:where hw:how n:and
    tho:though luv:love gr8:great m8:mate l8r:later l8:late every1:everyone some1:someone any1:anyone sum1:someone
    xmas:christmas avg:average
"""
_WRITTEN = {short: word.replace("_", " ") for short, word in (pair.split(":") for pair in _PAIRS.split())}
_MARKS = "?!.,;:"
_SIGNS = frozenset(short + mark for short in _WRITTEN for mark in ("", *_MARKS))
"""Of the words of a text there is one wherever anything is written so, which is found much sooner."""
_PIECE = re.compile(r"\S+")


def write_out(text: str, known: Callable[[str], object]) -> str:
    """Return a text with such words written out; ``known`` tells which of them the articles have as words.

    A capital marks what may be a name: "R" is a language, "DIS" may be a firm.
    """
    if _SIGNS.isdisjoint(text.split()):
        return text
    return _PIECE.sub(lambda piece: _written(piece[0], known), text)


def _written(piece: str, known: Callable[[str], object]) -> str:
    word = piece.rstrip(_MARKS)
    written = _WRITTEN.get(word)
    return piece if written is None or known(word) else written + piece[len(word) :]
