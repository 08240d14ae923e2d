"""Candidates from a tantivy index on disk, scored as rank-bm25 scores them: for corpora too large for memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.errors import EngineError
from bot.models import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from bot.index import Index

MORE = 4
"""Candidates beyond those asked for: tantivy's BM25 has other parameters, so its order near the end is another."""
HEAP = 64 * 1024 * 1024
"""Bytes that tantivy may hold before it writes them out."""


class Tantivy:
    """Finds candidates by tantivy's BM25, then orders them by ``rank_bm25.BM25Plus``'s formula."""

    def __init__(self, folder: Path, index: Index) -> None:
        """Open what ``write`` wrote for the paragraphs of an index."""
        self._library = _library()
        self._tantivy = self._library.Index.open(str(folder))
        self._schema = self._tantivy.schema
        self._searcher = self._tantivy.searcher()
        self._index = index

    def search(self, terms: Sequence[str], limit: int, among: range | None = None) -> list[Hit]:
        """Return the hits; see ``Engine.search``."""
        terms = [term for term in terms if self._index.frequency(term)]
        if not terms:
            return []
        query, occur = self._library.Query, self._library.Occur
        wanted = query.boolean_query([(occur.Should, query.term_query(self._schema, "terms", term)) for term in terms])
        if among is not None:
            place = self._library.FieldType.Unsigned
            within = query.range_query(self._schema, "place", place, among.start, among.stop, include_upper=False)
            wanted = query.boolean_query([(occur.Must, wanted), (occur.Must, query.const_score_query(within, 0.0))])
        found = self._searcher.search(wanted, limit + MORE, count=False).hits
        places = self._searcher.fast_field_values("place", [address for _, address in found])
        hits = [Hit(place, score) for place, score in zip(places, self._index.scores(places, terms), strict=True)]
        return sorted(hits, key=lambda hit: (-hit.score, hit.paragraph))[:limit]


def write(folder: Path, documents: Iterable[str]) -> None:
    """Index the documents, each its terms parted by white space, in an empty folder."""
    tantivy = _library()
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
    schema.add_unsigned_field("place", indexed=True, fast=True)
    index = tantivy.Index(schema.build(), path=str(folder))
    writer = index.writer(HEAP, 1)
    for place, document in enumerate(documents):
        entry = tantivy.Document()
        entry.add_text("terms", document)
        entry.add_unsigned("place", place)
        writer.add_document(entry)
    writer.commit()
    writer.wait_merging_threads()


def _library() -> Any:  # noqa: ANN401 # the extra may be absent, so nothing is known of it
    try:
        import tantivy  # noqa: PLC0415
    except ImportError:
        raise EngineError("the engine tantivy is not installed: pip install 'article-bot[large]'") from None
    return tantivy
