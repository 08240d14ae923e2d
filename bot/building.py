"""Articles to an index: analysed one by one, written column by column, so that memory does not grow with the corpus."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot import vocabulary
from bot.analysis import analyse
from bot.columns import Memory
from bot.engines import rank_bm25
from bot.index import Index
from bot.records import encode
from bot.text import fold, term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.columns import Sink
    from bot.models import Article


@dataclass(frozen=True, slots=True)
class Block:
    """What an article adds to an index: its own line, its passages' records, and how often it has each term and word.

    ``terms`` counts passages, ``words`` counts occurrences of the words as they stand.
    """

    about: dict[str, str | None]
    records: tuple[bytes, ...]
    length: int
    terms: Counter[str]
    words: Counter[str]


def block(article: Article) -> Block:
    """Analyse an article."""
    about = {name: getattr(article, name) for name in ("id", "title", "byline", "published", "source")}
    records = []
    length = 0
    terms: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for paragraph in article.passages:
        passage = analyse(paragraph, article.title)
        records.append(encode(passage))
        found = [token for sentence in passage.sentences for token in sentence.tokens]
        terms.update({token.term for token in found})
        length += len(found)
        words.update([paragraph.text[token.start : token.end] for token in found])
    return Block(about, tuple(records), length, terms, words)


class Writer:
    """Writes the columns of an index, article by article."""

    def __init__(self, sink: Sink) -> None:
        """Begin the columns."""
        self._sink = sink
        self._records = sink.open("records")
        self._starts = array("Q", [0])
        self._articles = sink.open("articles")
        self._article_starts = array("Q", [0])
        self._first = array("Q", [0])
        self._ids: list[str] = []
        self._length = 0
        self._terms: Counter[str] = Counter()
        self._words: Counter[str] = Counter()

    def add(self, found: Block) -> None:
        """Append an article."""
        for record in found.records:
            self._records.write(record)
            self._starts.append(self._starts[-1] + len(record))
        line = json.dumps(found.about, ensure_ascii=False).encode()
        self._articles.write(line)
        self._article_starts.append(self._article_starts[-1] + len(line))
        self._first.append(len(self._starts) - 1)
        self._ids.append(found.about["id"] or "")
        self._length += found.length
        self._terms.update(found.terms)
        self._words.update(found.words)

    def finish(self) -> None:
        """Write what is known only at the end."""
        self._records.flush()
        self._articles.flush()
        sink = self._sink
        sink.put("records.starts", self._starts.tobytes())
        sink.put("articles.starts", self._article_starts.tobytes())
        sink.put("articles.first", self._first.tobytes())
        sink.put("articles.order", array("Q", sorted(range(len(self._ids)), key=self._ids.__getitem__)).tobytes())
        sink.put("length", array("Q", [self._length]).tobytes())
        vocabulary.write(sink, "terms", self._terms)
        words: Counter[str] = Counter()
        terms: dict[str, str] = {}
        for word, count in self._words.items():
            folded = fold(word)
            words[folded] += count
            if word != "US":  # the country, not the pronoun that folding makes of it
                terms[folded] = term(word)
        vocabulary.write(sink, "words", words)
        places = {each: place for place, each in enumerate(sorted(self._terms))}
        none = len(places)
        sink.put("words.terms", array("Q", (places.get(terms.get(word, ""), none) for word in sorted(words))).tobytes())


def build(articles: Iterable[Article]) -> Index:
    """Return an index of the articles in memory."""
    memory = Memory()
    writer = Writer(memory)
    for article in articles:
        writer.add(block(article))
    writer.finish()
    index = Index(memory.columns())
    rank_bm25.write(memory, index.documents(), index.terms)
    return Index(memory.columns())
