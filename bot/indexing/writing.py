"""The columns of an index, written article by article; what another index has is copied as it lies, in long pieces."""

from __future__ import annotations

import json
from array import array
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from bot.indexing import recount, vocabulary
from bot.indexing.columns import RECORDS
from bot.indexing.content import content, parts
from bot.indexing.counts import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.index import Index
    from bot.indexing.blocks import Block
    from bot.indexing.columns import Sink
    from bot.indexing.counts import Counts

PIECE = 16 * 1024 * 1024
"""About so many bytes are copied at once."""


class Writer:
    """Writes the columns of an index, article by article."""

    def __init__(self, sink: Sink, before: Index | None = None) -> None:
        """Begin the columns; articles may be copied from an index before."""
        self._sink = sink
        self._records = sink.open(RECORDS)
        self._starts = array("Q", [0])
        self._articles = sink.open("articles")
        self._article_starts = array("Q", [0])
        self._first = array("Q", [0])
        self._ids: list[str] = []
        self._tally = Tally()
        self._before = before
        self._waiting = range(0)
        """The places of neighbouring articles of the index before that are to be copied together."""
        self.copied: list[int] = []
        """The places that the copied articles had before."""
        self.passages: list[tuple[range, int]] = []
        """The places that passages had before, and the new place of the first of them."""

    def add(self, found: Block) -> int:
        """Append an article; return its place."""
        self._paste()
        self._records.write(found.records)
        self._starts.extend(accumulate(found.lengths, initial=self._starts.pop()))
        return self._append(found.about)

    def count(self, counts: Iterable[Counts]) -> None:
        """Count in what appended articles add."""
        for part in counts:
            self._tally.add(part)

    def copy(self, place: int, name: str) -> int:
        """Append the article at a place of the index before, under this id; return its new place."""
        if self._before is None:
            raise LookupError(place)
        articles = self._before.articles
        self.copied.append(place)
        if articles.name(place) != name:
            self._paste()
            self._paste_records(articles.places(place))
            return self._append(articles.about(place) | {"id": name})
        if place != self._waiting.stop:
            self._paste()
            self._waiting = range(place, place)
        self._waiting = range(self._waiting.start, place + 1)
        self._ids.append(name)
        if articles.size(self._waiting) >= PIECE:
            self._paste()
        return len(self._ids) - 1

    def finish(self) -> None:
        """Write what is known only at the end."""
        self._paste()
        self._records.close()
        self._articles.close()
        sink = self._sink
        sink.put("records.starts", self._starts.tobytes())
        sink.put("articles.starts", self._article_starts.tobytes())
        sink.put("articles.first", self._first.tobytes())
        sink.put("articles.order", array("Q", sorted(range(len(self._ids)), key=self._ids.__getitem__)).tobytes())
        if self._before is not None and self.copied:
            self._recount(self._before)
        else:
            self._write()

    def _append(self, about: Mapping[str, str | None]) -> int:
        line = json.dumps(about, ensure_ascii=False).encode()
        self._articles.write(line)
        self._article_starts.append(self._article_starts[-1] + len(line))
        self._first.append(len(self._starts) - 1)
        self._ids.append(about["id"] or "")
        return len(self._ids) - 1

    def _paste(self) -> None:
        """Append the articles that are to be copied."""
        places, self._waiting = self._waiting, range(0)
        if self._before is None or not places:
            return
        articles = self._before.articles
        first = articles.first[places.start : places.stop + 1]
        _extend(self._first, first)
        starts, lines = articles.lines(places)
        self._articles.write(lines)
        _extend(self._article_starts, starts)
        self._paste_records(range(first[0], first[-1]))

    def _paste_records(self, numbers: range) -> None:
        if self._before is None:
            raise LookupError(numbers)
        self.passages.append((numbers, len(self._starts) - 1))
        starts, records = self._before.articles.records(numbers)
        self._records.write(records)
        _extend(self._starts, starts)

    def _write(self) -> None:
        """Write the counts of articles of which none was copied."""
        sink, tally = self._sink, self._tally
        sink.put("length", array("Q", [tally.length]).tobytes())
        terms = vocabulary.write(sink, "terms", tally.terms())
        words = vocabulary.write(sink, "words", tally.words())
        sink.put("words.terms", tally.places(words, terms).tobytes())

    def _recount(self, before: Index) -> None:
        """Write the counts of the index before, less its articles that were not copied, and with those that are new."""
        sink, columns, tally = self._sink, before.columns, self._tally
        gone = sorted(set(range(len(before.articles))).difference(self.copied))
        for paragraphs in parts(before[number].paragraph for place in gone for number in before.articles.places(place)):
            tally.add(content([paragraph.text for paragraph in paragraphs]).count(), -1)
        sink.put("length", array("Q", [before.length + tally.length]).tobytes())
        terms, terms_before = recount.update(sink, columns, "terms", tally.terms())
        words, words_before = recount.update(sink, columns, "words", tally.words())
        none = len(terms)
        places = np.full(len(before.terms) + 1, none)
        places[terms_before] = np.arange(len(terms))  # a new term writes at the end, which stands for no term
        places[-1] = none
        of_words = places[np.append(np.frombuffer(columns["words.terms"], np.int64), len(before.terms))[words_before]]
        for word, term in tally.terms_of_words().items():
            place = words.place(word)
            if place is not None:
                of_words[place] = terms.place(term)
        sink.put("words.terms", of_words.tobytes())


def _extend(starts: array[int], others: memoryview) -> None:
    """Go on with where things begin, given where they began elsewhere, with the end of the last."""
    found = np.frombuffer(others, np.int64)
    starts.frombytes((found[1:] + (starts[-1] - found[0])).tobytes())
