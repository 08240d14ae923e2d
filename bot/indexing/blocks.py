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
from bot.indexing.records import TYPES, encode, is_wide

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from bot.indexing.content import Content, Numbers
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
    starts, ends = found.sentences()
    firsts = np.append(np.searchsorted(starts, found.offsets), len(starts))
    counts = np.diff(firsts)
    # Between two sentences of a text a line ends: so many words stand before it.
    within = np.delete(np.arange(len(starts)), firsts[1:] - 1)
    terms, begins = found.lines(np.searchsorted(found.ends, ends[within], side="right"))
    its_terms = pairwise(begins[found.firsts + firsts - np.arange(len(firsts))].tolist())
    places = np.insert(_pairs(found.starts, found.ends), np.repeat(found.firsts[:-1], counts), _pairs(starts, ends))
    numbers = counts + np.diff(found.firsts)
    places -= np.repeat(_pairs(found.offsets, found.offsets), numbers)
    its_places = pairwise(accumulate(numbers.tolist(), initial=0))
    columns = [(places.view(np.intc).astype(code).tobytes(), 2 * calcsize(code)) for code in TYPES]
    for paragraph, (start, end), (first, last) in zip(paragraphs, its_terms, its_places, strict=True):
        column, size = columns[is_wide(paragraph.text)]
        yield encode(paragraph, terms[start:end], column[first * size : last * size])


def _pairs(ones: Numbers, others: Numbers) -> NDArray[np.int64]:
    """Return two columns as one, each number of which holds a pair.

    Such are inserted in a tenth of the time of rows, and taken off in one step, for neither of a pair gets below 0.
    """
    return np.column_stack((ones, others)).view(np.int64)[:, 0]
