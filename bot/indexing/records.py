"""An analysed paragraph as bytes: one record holds all that a question needs of it, and says if it was damaged.

A record is a head, the text, the terms (a line a sentence, each term with a space of its own before and behind it) and
the offsets: where each sentence and each of its words begins and ends. Only what a question looks at is decoded.
"""

from __future__ import annotations

import struct
from array import array
from typing import TYPE_CHECKING, get_args
from zlib import crc32

from bot.analysis import Sentence
from bot.errors import DamagedIndexError
from bot.kept import kept
from bot.models import Kind, Paragraph, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

KINDS = get_args(Kind)
_CODES = {kind: code for code, kind in enumerate(KINDS)}
# Checksum of the rest; the paragraph's number, bytes of text, bytes of terms; kind, whether offsets are wide.
_HEAD = struct.Struct("=IIIIBB")
_CHECKSUM, _REST = struct.Struct("=I"), struct.Struct("=IIIBB")
_SIZES, _SIZES_AT = struct.Struct("=II"), struct.calcsize("=II")
"""The bytes of text and of terms alone, and where in the head they stand."""
TYPES = "HI"
"""What offsets are kept as, two bytes or four: where each sentence begins and ends, then where each word does."""
_NARROW = 1 << 16
"""Texts below so many code points have offsets of two bytes."""


class _Sentences(dict[int, Sentence]):
    """The sentences of a record by their numbers, each put together when it is first asked for."""

    def __init__(self, text: str, ordered: list[str], lengths: list[int], offsets: Sequence[int]) -> None:
        """Take the terms of all sentences, how many each has, and the offsets as the record has them."""
        self._text, self._ordered, self._lengths, self._offsets = text, ordered, lengths, offsets

    def __missing__(self, number: int) -> Sentence:
        """Put a sentence together."""
        lengths, offsets = self._lengths, self._offsets
        first, length = sum(lengths[:number]), lengths[number]
        at = 2 * (len(lengths) + first)
        places, terms = offsets[at : at + 2 * length], self._ordered[first : first + length]
        start, end = offsets[2 * number : 2 * number + 2]
        self[number] = made = Sentence(self._text[start:end], Span(start, end), places, terms)
        return made


class _Places(dict[str, dict[int, int]]):
    """Which sentences of a record have a term, and how often, looked for when that is first asked."""

    def __init__(self, parted: str) -> None:
        """Take the terms of all sentences, as the record has them."""
        self._parted = parted

    def __missing__(self, term: str) -> dict[int, int]:
        """Look for a term."""
        self[term] = found = _places(self._parted, term)
        return found


def _places(parted: str, term: str) -> dict[int, int]:
    """Return which sentences have a term, and how often, given the terms of all as a record has them."""
    term_parted = f" {term} "
    found: dict[int, int] = {}
    number = last = 0
    while (at := parted.find(term_parted, last)) >= 0:
        number += parted.count("\n", last, at)
        found[number] = found.get(number, 0) + 1
        last = at + len(term_parted)
    return found


class Recorded:
    """A paragraph as its record has it, of which only what a question looks at is put together.

    What ranking looks at each time are plain attributes: whatever is `kept` takes several times as long to be found.
    """

    def __init__(self, record: bytes, article: str, title: str) -> None:
        """Take a record that is whole, and what it does not say."""
        self._record = record
        self._article = article
        self.title = title
        _, self._number, text, lines, kind, self._wide = _HEAD.unpack_from(record)
        self.kind = KINDS[kind]
        self._middle = _HEAD.size + text
        self._end = self._middle + lines
        self._parted = str(record[self._middle : self._end], "utf-8")
        self.lines = self._parted.split("\n")
        """The terms of each sentence, parted by white space."""
        self.lengths = [line.count(" ") // 2 for line in self.lines]
        """How many terms each sentence has."""
        self.ordered = self._parted.split()
        """Its terms in order, each as often as it stands there."""
        self.terms = frozenset(self.ordered)
        """Its terms."""
        self.where: Mapping[str, Mapping[int, int]] = _Places(self._parted)
        """Which sentences have a term, and how often."""
        self.memo: dict[str, list[tuple[int, float, float]]] = {}
        """Where ranking keeps what it has worked out about this paragraph, term by term."""
        self.biases: list[float] | None = None
        """What each sentence scores whatever is asked, once ranking has worked it out."""
        self.heading: bool | None = None
        """Whether it may be a heading, once ``headings.lend`` has looked."""
        self.untold: frozenset[str] | None = None
        """What its title names and it does not, once ``topic.topic`` has looked."""
        self.goes_on: bool | None = None
        """Whether it has a pronoun to go on with, once ``topic.topic`` has looked."""
        self.meaning: NDArray[np.int16] | None = None
        """What each sentence means, and last the whole, once ``meaning.nearness`` has worked it out."""

    @kept
    def paragraph(self) -> Paragraph:
        """The paragraph itself."""
        text = str(self._record[_HEAD.size : self._middle], "utf-8")
        return Paragraph(self._article, self._number, text, self.kind)

    @property
    def sentences(self) -> list[Sentence]:
        """Its sentences in order."""
        return [self.sentence[number] for number in range(len(self.lines))]

    @kept
    def sentence(self) -> Mapping[int, Sentence]:
        """Each of its sentences by its number, from 0."""
        offsets = array(TYPES[self._wide], self._record[self._end :])
        return _Sentences(self.paragraph.text, self.ordered, self.lengths, offsets)

    def answer(self, number: int) -> Sentence:
        """Return a sentence by its number; where it is a question, the one after it, which answers that."""
        sentence = self.sentence[number]
        return self.sentence[number + 1] if sentence.asks and number + 1 < len(self.lines) else sentence

    @property
    def length(self) -> int:
        """How many terms it has, each counted as often as it stands there."""
        return len(self.ordered)

    def places(self, term: str) -> dict[int, int]:
        """Return what ``where`` does, but keep nothing: for what is asked once."""
        return _places(self._parted, term)


def encode(paragraph: Paragraph, terms: bytes, offsets: bytes) -> bytes:
    """Return the record of a paragraph, given its terms as a record has them, and its offsets, wide or not."""
    text = paragraph.text.encode()
    rest = _REST.pack(paragraph.number, len(text), len(terms), _CODES[paragraph.kind], is_wide(paragraph.text))
    body = b"".join((rest, text, terms, offsets))
    return _CHECKSUM.pack(crc32(body)) + body


def is_wide(text: str) -> bool:
    """Tell which of the `TYPES` the offsets of a text have."""
    return len(text) >= _NARROW


def whole(record: bytes | memoryview) -> bytes:
    """Return a record; DamagedIndexError where its bytes are not those that were written."""
    found = bytes(record)
    if len(found) < _HEAD.size or crc32(found[_CHECKSUM.size :]) != _CHECKSUM.unpack_from(found)[0]:
        raise DamagedIndexError
    return found


def counts(record: bytes, terms: Iterable[bytes]) -> tuple[int, list[int]]:
    """Return how many terms the paragraph of a record has, and how often those that are given; see `parted`."""
    text_bytes, terms_bytes = _SIZES.unpack_from(record, _SIZES_AT)
    start = _HEAD.size + text_bytes
    lines = record[start : start + terms_bytes]
    return lines.count(b" ") // 2, list(map(lines.count, terms))


def parted(term: str) -> bytes:
    """Return a term as a record has it."""
    return f" {term} ".encode()


def terms(records: bytes | memoryview, at: int = 0) -> str:
    """Return the terms of the paragraph whose record begins at a place, in order and parted by white space."""
    text_bytes, terms_bytes = _SIZES.unpack_from(records, at + _SIZES_AT)
    start = at + _HEAD.size + text_bytes
    return str(records[start : start + terms_bytes], "utf-8")
