"""Articles to an index: analysed one by one, written column by column, so that memory does not grow with the corpus."""

from __future__ import annotations

import json
from array import array
from dataclasses import dataclass
from itertools import accumulate, chain, islice, pairwise
from typing import TYPE_CHECKING

import numpy as np

from bot import vocabulary
from bot.columns import RECORDS, Memory
from bot.content import Counts, content
from bot.engines import rank_bm25
from bot.index import Index
from bot.records import encode, typecode
from bot.text import bounds, spelt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.columns import Sink
    from bot.content import Content
    from bot.models import Article, Paragraph


AT_ONCE = 1 << 22
"""Characters analysed at once, a paragraph more or less: one by one it takes three times as long."""


@dataclass(frozen=True, slots=True)
class Block:
    """What an article adds to an index: its own line, and its passages' records with the length of each."""

    about: dict[str, str | None]
    records: bytes
    lengths: list[int]


def analyse(articles: Iterable[Article]) -> tuple[list[Block], Counts]:
    """Analyse articles, and count together what is in them."""
    articles = list(articles)
    records: list[bytes] = []
    counts = Counts()
    for paragraphs in _parts(paragraph for article in articles for paragraph in article.passages):
        found = content([paragraph.text for paragraph in paragraphs])
        records += _records(paragraphs, found)
        counts.add(found.count())
    blocks = []
    done = iter(records)
    for article in articles:
        about = {name: getattr(article, name) for name in ("id", "title", "byline", "published", "source")}
        its_records = list(islice(done, len(article.passages)))
        blocks.append(Block(about, b"".join(its_records), list(map(len, its_records))))
    return blocks, counts


def _parts(paragraphs: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
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


def _records(paragraphs: Sequence[Paragraph], found: Content) -> Iterator[bytes]:
    """Encode paragraphs, given the words of their texts."""
    sentences = [bounds(paragraph.text) for paragraph in paragraphs]
    counts = list(map(len, sentences))
    spans = np.fromiter(chain.from_iterable(chain.from_iterable(sentences)), np.intc).reshape(-1, 2)
    # How many words stand before the end of each sentence.
    cuts = np.searchsorted(found.ends, spans[:, 1] + np.repeat(found.offsets, counts), side="right").tolist()
    terms = found.terms()
    lines = [" ".join(terms[first:last]) for first, last in pairwise([0, *cuts])]
    words = np.column_stack((found.starts, found.ends)) - np.repeat(found.offsets, np.diff(found.firsts))[:, None]
    columns = {code: (spans.astype(code), words.astype(code)) for code in "HI"}
    its_lines = pairwise(accumulate(counts, initial=0))
    its_words = pairwise(found.firsts.tolist())
    for paragraph, (first, last), (start, end) in zip(paragraphs, its_lines, its_words, strict=True):
        its_spans, its_places = columns[typecode(paragraph.text)]
        offsets = its_spans[first:last].tobytes() + its_places[start:end].tobytes()
        yield encode(paragraph, lines[first:last], offsets)


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
        self._counts = Counts()
        self._before = before
        self.copied: list[int] = []
        """The places that the copied articles had before."""

    def add(self, found: Block) -> int:
        """Append an article; return its place."""
        self._records.write(found.records)
        self._starts.extend(accumulate(found.lengths, initial=self._starts.pop()))
        return self._append(found.about)

    def count(self, counts: Counts) -> None:
        """Count in what appended articles add."""
        self._counts.add(counts)

    def copy(self, place: int, name: str) -> int:
        """Append the article at a place of the index before, under this id; return its new place."""
        if self._before is None:
            raise LookupError(place)
        articles = self._before.articles
        starts, records = articles.records(articles.places(place))
        self._records.write(records)
        shift = self._starts[-1] - starts[0]
        self._starts.extend([start + shift for start in starts[1:]])
        self.copied.append(place)
        return self._append(articles.about(place) | {"id": name})

    def finish(self) -> None:
        """Write what is known only at the end."""
        self._records.close()
        self._articles.close()
        self._take_over()
        sink = self._sink
        sink.put("records.starts", self._starts.tobytes())
        sink.put("articles.starts", self._article_starts.tobytes())
        sink.put("articles.first", self._first.tobytes())
        sink.put("articles.order", array("Q", sorted(range(len(self._ids)), key=self._ids.__getitem__)).tobytes())
        counts, self._counts = self._counts, Counts()
        sink.put("length", array("Q", [counts.words.total()]).tobytes())
        terms = vocabulary.write(sink, "terms", counts.terms)
        places = dict(zip(terms, range(len(terms)), strict=True))
        words = vocabulary.write(sink, "words", counts.words)
        find = counts.terms_of_words.get
        none = len(places)
        sink.put("words.terms", array("Q", [places.get(find(word, ""), none) for word in words]).tobytes())

    def _append(self, about: Mapping[str, str | None]) -> int:
        line = json.dumps(about, ensure_ascii=False).encode()
        self._articles.write(line)
        self._article_starts.append(self._article_starts[-1] + len(line))
        self._first.append(len(self._starts) - 1)
        self._ids.append(about["id"] or "")
        return len(self._ids) - 1

    def _take_over(self) -> None:
        """Count in the index before, less its articles that were not copied."""
        before, counts = self._before, self._counts
        if before is None or not self.copied:
            return
        counts.terms.update(dict(zip(before.terms, before.terms.counts, strict=True)))
        counts.words.update(dict(zip(before.words, before.words.counts, strict=True)))
        for place in set(range(len(before.articles))).difference(self.copied):
            for number in before.articles.places(place):
                passage = before[number]
                found = [token for sentence in passage.sentences for token in sentence.tokens]
                counts.terms.subtract({token.term for token in found})
                counts.words.subtract(spelt(passage.paragraph.text[token.start : token.end]) for token in found)
        known = ((word, before.term_of(word)) for word in before.words)
        counts.terms_of_words.update((word, found) for word, found in known if found is not None)


def build(articles: Iterable[Article]) -> Index:
    """Return an index of the articles in memory."""
    memory = Memory()
    writer = Writer(memory)
    blocks, counts = analyse(articles)
    for block in blocks:
        writer.add(block)
    writer.count(counts)
    writer.finish()
    index = Index(memory.columns())
    rank_bm25.write(memory, index.documents(), index.terms)
    return Index(memory.columns())
