"""Articles to an index: many paragraphs analysed at once, and what each article adds made ready to be written."""

from __future__ import annotations

from itertools import accumulate, chain, islice, pairwise
from typing import TYPE_CHECKING

import numpy as np

from bot.columns import Memory
from bot.content import content, parts
from bot.engines import rank_bm25
from bot.index import Index
from bot.records import encode, typecode
from bot.sentences import bounds
from bot.writing import Block, Writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.content import Content
    from bot.counts import Counts
    from bot.models import Article, Paragraph


def analyse(articles: Iterable[Article]) -> tuple[list[Block], list[Counts]]:
    """Analyse articles, and count what is in them, part by part."""
    articles = list(articles)
    records: list[bytes] = []
    counts: list[Counts] = []
    for paragraphs in parts(paragraph for article in articles for paragraph in article.passages):
        found = content([paragraph.text for paragraph in paragraphs])
        records += _records(paragraphs, found)
        counts.append(found.count())
    blocks = []
    done = iter(records)
    for article in articles:
        about = {name: getattr(article, name) for name in ("id", "title", "byline", "published", "source")}
        its_records = list(islice(done, len(article.passages)))
        blocks.append(Block(about, b"".join(its_records), list(map(len, its_records))))
    return blocks, counts


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
