"""An analysed paragraph as bytes: one record holds all that a question needs of it, and says if it was damaged.

A record is a head, the text, the terms (a line a sentence, parted by spaces) and the offsets: where each sentence and
each of its words begins and ends. Only what a question looks at is decoded.
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import chain, pairwise, repeat
from typing import get_args, overload
from zlib import crc32

from bot.analysis import Analysed, Sentence
from bot.errors import DamagedIndexError
from bot.models import Kind, Paragraph, Span
from bot.text import Token

KINDS = get_args(Kind)
# Checksum of the rest; the paragraph's number, bytes of text, bytes of terms; kind, whether offsets are wide.
_HEAD = struct.Struct("=IIIIBB")
_CHECKSUM = struct.Struct("=I")
_NARROW = 1 << 16
"""Texts below so many code points have offsets of two bytes."""


class _Sentences(Sequence[Sentence]):
    """The sentences of a record, each put together when it is first asked for."""

    def __init__(self, text: str, lines: list[list[str]], offsets: Sequence[int]) -> None:
        """Take the terms of each sentence, and the offsets as the record has them."""
        self._text, self._lines, self._offsets = text, lines, offsets
        self._made: list[Sentence | None] = [None] * len(lines)

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, number: int) -> Sentence: ...
    @overload
    def __getitem__(self, number: slice) -> list[Sentence]: ...
    def __getitem__(self, number: int | slice) -> Sentence | list[Sentence]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        made = self._made[number]
        if made is None:
            self._made[number] = made = self._make(number % len(self))
        return made

    def _make(self, number: int) -> Sentence:
        lines, offsets = self._lines, self._offsets
        line = lines[number]
        at = 2 * (len(lines) + sum(map(len, lines[:number])))
        until = at + 2 * len(line)
        start, end = offsets[2 * number], offsets[2 * number + 1]
        words = zip(offsets[at:until:2], offsets[at + 1 : until : 2], line, repeat(False), strict=False)  # noqa: FBT003 # no function word
        tokens = tuple(map(tuple.__new__, repeat(Token), words))
        return Sentence(self._text[start:end], Span(start, end), tokens)


class Recorded(Analysed):
    """An analysed paragraph of which only what is looked at is put together."""

    def __init__(self, paragraph: Paragraph, title: str, lines: list[list[str]], offsets: Sequence[int]) -> None:
        """Take the terms of each sentence, and the offsets as the record has them."""
        sentences = _Sentences(paragraph.text, lines, offsets)
        self.__dict__.update(paragraph=paragraph, title=title, sentences=sentences, lines=lines)

    lines: list[list[str]]

    @cached_property
    def lengths(self) -> list[int]:
        """How many terms each sentence has."""
        return list(map(len, self.lines))

    @cached_property
    def places(self) -> dict[str, dict[int, int]]:
        """Which sentences have each term, and how often."""
        places: dict[str, dict[int, int]] = {}
        for number, line in enumerate(self.lines):
            for term in line:
                place = places.get(term)
                if place is None:
                    places[term] = {number: 1}
                else:
                    place[number] = place.get(number, 0) + 1
        return places


def encode(paragraph: Paragraph, bounds: Sequence[tuple[int, int]], terms: list[str], places: list[int]) -> bytes:
    """Return the record of a paragraph: where its sentences begin and end, its terms, and where their words do."""
    ends = places[1::2]
    cuts = [0, *(bisect_right(ends, end) for _, end in bounds)]
    lines = "\n".join([" ".join(terms[first:last]) for first, last in pairwise(cuts)]).encode()
    text = paragraph.text.encode()
    wide = len(paragraph.text) >= _NARROW
    offsets = array("I" if wide else "H", [*chain.from_iterable(bounds), *places])
    head = _HEAD.pack(0, paragraph.number, len(text), len(lines), KINDS.index(paragraph.kind), wide)[4:]
    body = b"".join((head, text, lines, offsets.tobytes()))
    return _CHECKSUM.pack(crc32(body)) + body


def decode(record: memoryview, article: str, title: str) -> Analysed:
    """Return the passage of a record; DamagedIndexError where its bytes are not those that were written."""
    if len(record) < _HEAD.size:
        raise DamagedIndexError
    checksum, number, text_bytes, terms_bytes, kind, wide = _HEAD.unpack_from(record)
    if crc32(record[4:]) != checksum:
        raise DamagedIndexError
    middle = _HEAD.size + text_bytes
    end = middle + terms_bytes
    paragraph = Paragraph(article, number, str(record[_HEAD.size : middle], "utf-8"), KINDS[kind])
    lines = [line.split(" ") if line else [] for line in str(record[middle:end], "utf-8").split("\n")]
    offsets = array("I" if wide else "H", bytes(record[end:]))
    return Recorded(paragraph, title, lines, offsets)


def terms(record: bytes | memoryview) -> str:
    """Return the terms of a record's paragraph in order, parted by white space, for an engine to index."""
    _, _, text_bytes, terms_bytes, _, _ = _HEAD.unpack_from(record)
    start = _HEAD.size + text_bytes
    return str(record[start : start + terms_bytes], "utf-8")
