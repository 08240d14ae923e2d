"""Articles to an index in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.engines import rank_bm25
from bot.index import Index
from bot.indexing.blocks import analyse
from bot.indexing.columns import Memory
from bot.indexing.writing import Writer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.models import Article


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
