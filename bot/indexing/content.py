"""The words of many paragraphs at once: what `text.tokenize` finds but for function words, as columns, for an index."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import numpy as np

from bot.english.lexicon import STOP_WORDS
from bot.indexing.counts import Counts, Memory, Numbered
from bot.indexing.endings import Endings
from bot.indexing.lookup import Lookup
from bot.text import spelt, term, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from bot.models import Paragraph

    Numbers = NDArray[np.intc]

CHUNKS = 1 << 19
"""How many chunks are remembered, which are words with marks around them; some 120 MB."""
AT_ONCE = 5 << 20
"""Characters analysed at once, a paragraph more or less: one by one it takes three times as long. Somewhat more than a
batch of `refresh` has, a small rest of which would cost much for its size."""
_AROUND = ".,;:!?_*()[]\"'\u2018\u2019\u201c\u201d"
"""Marks that change nothing of a word of ASCII letters between them."""


class _Chunks(Numbered):
    """The texts without a space, which no word crosses, each with a number; at that, in columns, what is in it."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.sizes = array("i")
        """How many characters each has."""
        self.counts = array("i")
        """How many words but for function words."""
        self.firsts = array("i")
        """How many the chunks before it have: their places in the columns that follow."""
        self.starts, self.ends = array("i"), array("i")
        self.terms, self.words = array("i"), array("i")
        """The numbers of each word's term and spelling."""
        self.memory = Memory()
        self.pieces: list[str] = []
        """Each term as the lines of a record have it, by its number."""
        self.sizes_of_pieces = array("i")
        """How many bytes each of them has."""
        self.endings = Endings(self.names)
        self.lookup = Lookup()

    def __missing__(self, chunk: str) -> int:
        number = super().__missing__(chunk)
        memory = self.memory
        first = len(self.terms)
        self.sizes.append(len(chunk))
        self.firsts.append(first)
        word = chunk.strip(_AROUND)
        if word.isascii() and word.isalpha():  # most of them: what comes below takes three times as long
            name = word if word == "US" else word.lower()
            if name not in STOP_WORDS:
                known = memory.words.get(name)
                its_term = memory.terms[term(word)] if known is None else memory.terms_of_words[known]
                start = chunk.index(word)
                self._append(start, start + len(word), its_term, name)
        else:
            for start, end, its_name, stop in tokenize(chunk):
                if not stop:
                    word = chunk[start:end]
                    self._append(start, end, memory.terms[its_name], word if word == "US" else spelt(word))
        self.counts.append(len(self.terms) - first)
        return number

    def _append(self, start: int, end: int, its_term: int, name: str) -> None:
        """Append a word of a chunk, named as it is `spelt`, or ``US`` for the country."""
        self.starts.append(start)
        self.ends.append(end)
        self.terms.append(its_term)
        words, terms_of_words = self.memory.words, self.memory.terms_of_words
        self.words.append(words[name])
        if len(terms_of_words) < len(words):
            terms_of_words.append(its_term)


class Content:
    """The words of texts, but for function words, in order and column by column.

    Offsets count from the start of the first text, with a space between one text and the next.
    """

    def __init__(self, texts: Sequence[str], chunks: _Chunks) -> None:
        """Find the words, by what is known of chunks."""
        self._text = " ".join(texts)
        numbers = chunks.lookup.numbers(self._text, chunks.__getitem__)
        counts = _column(chunks.counts)[numbers]
        # For each word its place in the columns of the chunks, and where its own chunk begins.
        at = np.repeat(_column(chunks.firsts)[numbers] - np.cumsum(counts, dtype=np.intc) + counts, counts)
        at += np.arange(len(at), dtype=np.intc)
        self._numbers = numbers
        self._begins = np.append(np.intc(0), np.cumsum(_column(chunks.sizes)[numbers] + 1, dtype=np.intc))
        begins = np.repeat(self._begins[:-1], counts)
        lengths = np.fromiter(map(len, texts), np.intc, len(texts)) + 1
        self.starts: Numbers = begins + _column(chunks.starts)[at]
        """Where each word begins."""
        self.ends: Numbers = begins + _column(chunks.ends)[at]
        self.offsets: Numbers = np.cumsum(lengths, dtype=np.intc) - lengths
        """Where each text begins."""
        self.firsts = np.append(np.searchsorted(self.starts, self.offsets), len(self.starts))
        """How many words stand before each text, and in all of them."""
        self._chunks = chunks
        self._terms, self._words = _column(chunks.terms)[at], _column(chunks.words)[at]
        self._names = chunks.memory.terms.names

    def lines(self, cuts: Sequence[int] | NDArray[np.integer] = ()) -> tuple[bytes, Numbers]:
        """Return the terms of all words, each with a space before it and one behind it, and line ends at the cuts.

        A cut is how many words stand before it. The numbers say where each term or line end begins, and the last ends.
        """
        pieces, sizes = self._chunks.pieces, self._chunks.sizes_of_pieces
        new = [f" {name} " for name in self._names[len(pieces) :]]
        pieces += new
        sizes.extend(len(piece.encode()) for piece in new)
        order = np.insert(self._terms, np.asarray(cuts, np.intp), len(pieces))
        # ``str`` joins many in a third of the time that ``bytes`` takes.
        lines = "".join(np.array([*pieces, "\n"], object)[order].tolist()).encode()
        return lines, np.append(np.intc(0), np.cumsum(np.append(_column(sizes), np.intc(1))[order], dtype=np.intc))

    def sentences(self) -> tuple[Numbers, Numbers]:
        """Return where each sentence begins and ends."""
        endings = self._chunks.endings
        endings.learn()
        return endings.sentences(self._text, self._numbers, self._begins, np.searchsorted(self._begins, self.offsets))

    def count(self) -> Counts:
        """Count the texts that have each term, and the words."""
        texts = np.repeat(np.arange(len(self.offsets)), np.diff(self.firsts))
        pairs = np.sort(texts * len(self._names) + self._terms)  # ``np.unique`` takes ten times as long
        terms = _counted(pairs[np.diff(pairs, prepend=-1) != 0] % max(len(self._names), 1))
        return Counts(self._chunks.memory, *terms, *_counted(self._words))


_chunks = _Chunks()


def parts(paragraphs: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    """Part paragraphs so that no part is much larger than what is analysed at once."""
    part: list[Paragraph] = []
    size = 0
    for paragraph in paragraphs:
        part.append(paragraph)
        size += len(paragraph.text)
        if size >= AT_ONCE:
            yield part
            part, size = [], 0
    if part:
        yield part


def content(texts: Sequence[str]) -> Content:
    """Return the words of texts but for function words."""
    global _chunks  # noqa: PLW0603 # emptied when it is full
    if len(_chunks) >= CHUNKS:
        _chunks = _Chunks()
    return Content(texts, _chunks)


def _column(numbers: array[int]) -> Numbers:
    return np.array(numbers, np.intc)


def _counted(numbers: NDArray[np.integer]) -> tuple[NDArray[np.integer], NDArray[np.integer]]:
    """Return which numbers are there, in order, and how often each is."""
    counts = np.bincount(numbers)
    there = np.flatnonzero(counts)
    return there, counts[there]
