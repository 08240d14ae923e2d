"""Articles to an index: analysed one by one, written column by column, so that memory does not grow with the corpus."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from bot import vocabulary
from bot.columns import RECORDS, Memory
from bot.engines import rank_bm25
from bot.index import Index
from bot.records import encode
from bot.text import bounds, content, count_words, spelt

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.columns import Sink
    from bot.models import Article


AT_ONCE = 1 << 16
"""Words counted at once: to count them one by one takes three times as long."""


@dataclass(frozen=True, slots=True)
class Block:
    """What an article adds to an index: its own line, and its passages' records with the length of each."""

    about: dict[str, str | None]
    records: bytes
    lengths: list[int]


@dataclass(frozen=True, slots=True)
class Counts:
    """What articles add to an index together: how often they have each term and word, and the words' terms.

    ``terms`` counts passages, ``words`` counts occurrences.
    """

    terms: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    terms_of_words: dict[str, str] = field(default_factory=dict)

    def add(self, other: Counts) -> None:
        """Count in what others add."""
        self.terms.update(other.terms)
        self.words.update(other.words)
        self.terms_of_words.update(other.terms_of_words)


def analyse(articles: Iterable[Article]) -> tuple[list[Block], Counts]:
    """Analyse articles, and count together what is in them."""
    blocks: list[Block] = []
    terms: Counter[str] = Counter()
    chunks: Counter[str] = Counter()
    new_terms: list[str] = []
    new_chunks: list[str] = []
    for article in articles:
        about = {name: getattr(article, name) for name in ("id", "title", "byline", "published", "source")}
        records: list[bytes] = []
        for paragraph in article.passages:
            found, its_terms, places = content(paragraph.text)
            records.append(encode(paragraph, bounds(paragraph.text), its_terms, places))
            new_terms += set(its_terms)
            new_chunks += found
            if len(new_chunks) > AT_ONCE:
                terms.update(new_terms)
                chunks.update(new_chunks)
                new_terms.clear()
                new_chunks.clear()
        blocks.append(Block(about, b"".join(records), list(map(len, records))))
    terms.update(new_terms)
    chunks.update(new_chunks)
    words, terms_of_words = count_words(chunks)
    return blocks, Counts(terms, Counter(words), terms_of_words)


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
