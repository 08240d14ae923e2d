"""Articles to blocks, which are what each adds to an index: many paragraphs analysed at once, and counted.

Processes that do no more than this are started for a large corpus, so what answers questions is not imported here.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, islice, pairwise
from struct import calcsize
from typing import TYPE_CHECKING

import numpy as np

from bot.indexing.content import content, parts
from bot.indexing.records import encode, typecode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.indexing.content import Content
    from bot.indexing.counts import Counts
    from bot.models import Article, Paragraph


@dataclass(frozen=True, slots=True)
class Block:
    """What an article adds to an index: its own line, and its passages' records with the length of each."""

    about: dict[str, str | None]
    records: bytes
    lengths: list[int]


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
        about = {name: getattr(article, name) for name in ("id", "title", "byline", "published", "source", "reading")}
        its_records = list(islice(done, len(article.passages)))
        blocks.append(Block(about, b"".join(its_records), list(map(len, its_records))))
    return blocks, counts


def _records(paragraphs: Sequence[Paragraph], found: Content) -> Iterator[bytes]:
    """Encode paragraphs, given the words of their texts."""
    sentences = np.column_stack(found.sentences())
    texts = np.searchsorted(found.offsets, sentences[:, 0], side="right") - 1
    counts = np.bincount(texts, minlength=len(paragraphs))
    # Between two sentences of a text a line ends: so many words stand before it.
    within = np.flatnonzero(texts[1:] == texts[:-1])
    terms, begins = found.lines(np.searchsorted(found.ends, sentences[within, 1], side="right"))
    ends = np.searchsorted(within, np.cumsum(counts) - counts)
    its_terms = pairwise(begins[found.firsts + np.append(ends, len(within))].tolist())
    words = np.column_stack((found.starts, found.ends))
    places = np.insert(words, np.repeat(found.firsts[:-1], counts), sentences, axis=0)
    numbers = counts + np.diff(found.firsts)
    places -= np.repeat(found.offsets, numbers)[:, None]
    its_places = pairwise(accumulate(numbers.tolist(), initial=0))
    columns = {code: places.astype(code).tobytes() for code in "HI"}
    for paragraph, (start, end), (first, last) in zip(paragraphs, its_terms, its_places, strict=True):
        code = typecode(paragraph.text)
        size = 2 * calcsize(code)
        yield encode(paragraph, terms[start:end], columns[code][first * size : last * size])
