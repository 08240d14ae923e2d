"""A question written as the articles write: typing errors mended, words put together that they write as one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.english.dictionary import english
from bot.text import term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.index import Index
    from bot.text import Token


def mend(text: str, tokens: Sequence[Token], index: Index) -> str:
    """Return the question with its typing errors mended: words the articles lack, matched to ones they have."""
    pieces = []
    end = 0
    for place, token in enumerate(tokens):
        start, close = token.start, token.end
        word = text[start:close]
        known = index.frequency(token.term)
        meant: str | None
        if start < end or (known and english(word.lower())):
            continue
        if not known and (whole := _joined(text, tokens, place, index)) and whole[0] >= end:
            start, close, meant = whole
        else:
            meant = index.correct(word if start else word.lower())
        if meant is not None and not (known and term(meant) != token.term):
            pieces += [text[end:start], meant[0].upper() + meant[1:] if text[start].isupper() else meant]
            end = close
    return "".join([*pieces, text[end:]])


def _joined(text: str, tokens: Sequence[Token], place: int, index: Index) -> tuple[int, int, str] | None:
    """Return where a word and one beside it stand that the articles write as one, "work force", and that one word."""
    for one, other in pairwise(tokens[max(place - 1, 0) : place + 2]):
        whole = text[one.start : one.end] + text[other.start : other.end].lower()
        if other.start == one.end + 1 and whole.isalpha() and index.term_of(whole.lower()):
            return one.start, other.end, whole
    return None
