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
from bot.text import HYPHENS_AWAY, spelt, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
    records: list[bytes] = []
    length = 0
    terms: list[str] = []
    words: list[str] = []
    for paragraph in article.passages:
        passage = analyse(paragraph, article.title)
        records.append(encode(passage))
        text = paragraph.text
        found = [token for sentence in passage.sentences for token in sentence.tokens]
        length += len(found)
        terms += {term for _, _, term, _ in found}
        words += [text[start:end] for start, end, _, _ in found]
    return Block(about, tuple(records), length, Counter(terms), Counter(words))


class Writer:
    """Writes the columns of an index, article by article."""

    def __init__(self, sink: Sink, before: Index | None = None) -> None:
        """Begin the columns; articles may be copied from an index before."""
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
        self._before = before
        self.copied: list[int] = []
        """The places that the copied articles had before."""

    def add(self, found: Block) -> int:
        """Append an article; return its place."""
        for record in found.records:
            self._records.write(record)
            self._starts.append(self._starts[-1] + len(record))
        self._length += found.length
        self._terms.update(found.terms)
        self._words.update(found.words)
        return self._append(found.about)

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
        terms = self._take_over()
        sink = self._sink
        sink.put("records.starts", self._starts.tobytes())
        sink.put("articles.starts", self._article_starts.tobytes())
        sink.put("articles.first", self._first.tobytes())
        sink.put("articles.order", array("Q", sorted(range(len(self._ids)), key=self._ids.__getitem__)).tobytes())
        sink.put("length", array("Q", [self._length]).tobytes())
        words: Counter[str] = Counter()
        for word, count in self._words.items():
            folded = spelt(word)
            words[folded] += count
            if folded not in terms and word != "US":  # the country, not the pronoun that folding makes of it
                terms[folded] = term(word.translate(HYPHENS_AWAY))
        vocabulary.write(sink, "terms", +self._terms)
        vocabulary.write(sink, "words", +words)
        places = {each: place for place, each in enumerate(sorted(+self._terms))}
        none = len(places)
        sink.put(
            "words.terms", array("Q", (places.get(terms.get(word, ""), none) for word in sorted(+words))).tobytes()
        )

    def _append(self, about: Mapping[str, str | None]) -> int:
        line = json.dumps(about, ensure_ascii=False).encode()
        self._articles.write(line)
        self._article_starts.append(self._article_starts[-1] + len(line))
        self._first.append(len(self._starts) - 1)
        self._ids.append(about["id"] or "")
        return len(self._ids) - 1

    def _take_over(self) -> dict[str, str]:
        """Count in the index before, less its articles that were not copied; return its words' terms."""
        before = self._before
        if before is None or not self.copied:
            return {}
        self._length += before.length
        self._terms.update(dict(zip(before.terms, before.terms.counts, strict=True)))
        self._words.update(dict(zip(before.words, before.words.counts, strict=True)))
        for place in set(range(len(before.articles))).difference(self.copied):
            for number in before.articles.places(place):
                passage = before[number]
                found = [token for sentence in passage.sentences for token in sentence.tokens]
                self._length -= len(found)
                self._terms.subtract({token.term for token in found})
                self._words.subtract(spelt(passage.paragraph.text[token.start : token.end]) for token in found)
        known = ((word, before.term_of(word)) for word in before.words)
        return {word: found for word, found in known if found is not None}


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
