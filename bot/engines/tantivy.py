"""Candidates from a tantivy index on disk, scored as rank-bm25 scores them: for corpora too large for memory."""

from __future__ import annotations

import shutil
from operator import neg
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from bot.engines.pruning import expected, needed
from bot.errors import EngineError
from bot.models import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.index import Index
    from bot.indexing.columns import Folder

MORE = 4
"""Candidates beyond those asked for: tantivy's BM25 has other parameters, so its order near the end is another."""
HEAP = 64 * 1024 * 1024
"""Bytes that tantivy may hold before it writes them out."""
WORTH = 1.1
"""An index is brought up to date until so many passages have been numbered for each that there is."""
GONE = (1 << 32) - 1
"""The place of a serial number whose passage is gone."""


class Tantivy:
    """Finds candidates by tantivy's BM25, then orders them by ``rank_bm25.BM25Plus``'s formula."""

    def __init__(self, folder: Path, index: Index) -> None:
        """Open what ``write`` wrote for the paragraphs of an index."""
        self._library = _library()
        self._schema, self._searcher = _open(folder)
        self._index = index
        self._serials, self._places = _numbering(index)

    def search(self, terms: Sequence[str], limit: int, among: range | None = None) -> list[Hit]:
        """Return the hits; see ``Engine.search``."""
        terms = [term for term in terms if self._index.frequency(term)]
        if not terms:
            return []
        if among is None:
            found = self._best(terms, limit + MORE)
        else:
            query, must = self._library.Query, self._library.Occur.Must
            first = self._serials[among.start]  # those of one article follow each other
            within = query.const_score_query(_within(self._schema, range(first, first + len(among))), 0.0)
            found = self._search(query.boolean_query([(must, self._any(terms)), (must, within)]), limit + MORE)
        serials = self._searcher.fast_field_values("serial", [address for _, address in found])
        places = [self._places[serial] for serial in serials]
        # Less than nothing, so that what sorts first is the best and of two alike the first.
        ranked = sorted(zip(map(neg, self._index.scores(places, terms)), places, strict=True))
        return [Hit(place, -score) for score, place in ranked[:limit]]

    def _best(self, terms: list[str], limit: int) -> list[tuple[float, Any]]:
        """Return the documents that score best, without going through frequent terms where they need not be."""
        terms = sorted(terms, key=self._index.frequency)
        counts, size = list(map(self._index.frequency, terms)), len(self._places)
        least, first = expected(counts, size, limit), 0
        while True:
            first, rest = needed(counts, size, limit, least, first)
            found = self._search(self._some(terms[:first], terms[first:]), limit)
            least = found[-1][0] if len(found) == limit else 0.0
            if rest <= least:
                return found

    def _search(self, wanted: Any, limit: int) -> list[tuple[float, Any]]:  # noqa: ANN401 # as below
        found: list[tuple[float, Any]] = self._searcher.search(wanted, limit, count=False).hits
        return found

    def _any(self, terms: Iterable[str]) -> Any:  # noqa: ANN401 # as below
        should = self._library.Occur.Should
        return self._library.Query.boolean_query([(should, self._term(term)) for term in terms])

    def _some(self, needed: Iterable[str], more: Iterable[str]) -> Any:  # noqa: ANN401 # as below
        """Return the query for documents that have one of the needed terms, scored by more."""
        query, occur = self._library.Query, self._library.Occur
        wanted = self._any(needed)
        for term in more:  # one within the other: what is looked up in a union is gone through
            wanted = query.boolean_query([(occur.Must, wanted), (occur.Should, self._term(term))])
        return wanted

    def _term(self, term: str) -> Any:  # noqa: ANN401 # as below
        return self._library.Query.term_query(self._schema, "terms", term)


def _open(folder: Path) -> tuple[Any, Any]:
    """Return the schema and the searcher of what was written to a folder."""
    library = _library()
    try:
        index = library.Index.open(str(folder))
    except ValueError:  # it has to lock a file there, also to read: where it may not, links to the others will do
        with TemporaryDirectory() as links:
            for file in folder.iterdir():
                if file.suffix != ".lock":
                    (Path(links) / file.name).symlink_to(file.absolute())
            index = library.Index.open(links)
            return index.schema, index.searcher()  # it has opened all files by then
    return index.schema, index.searcher()


def write(folder: Path, documents: Iterable[str]) -> None:
    """Index the documents, each its terms parted by white space, in an empty folder."""
    tantivy = _library()
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
    schema.add_unsigned_field("serial", fast=True)  # ranges are found by the column too; terms of it cost a tenth more
    _add(tantivy.Index(schema.build(), path=str(folder)), documents)


def update(sink: Folder, old: Path, before: Index, index: Index, stays: Iterable[tuple[range, int]]) -> bool:
    """Bring a copy of an index's folder up to date for another index; tell whether it is worth it.

    ``stays`` are the places that passages had before, with the new place of the first of them. What stays keeps its
    serial number, and what is new gets the next ones; two columns say which passage has which. tantivy counts what is
    gone among what it ranks by, until it merges it away.
    """
    import numpy as np  # noqa: PLC0415 - a question needs none

    serials_before, places_before = _numbering(before)
    known, issued = np.array(serials_before, np.uint32), len(places_before)
    serials = np.full(len(index), GONE, np.uint32)
    gone = np.zeros(issued, bool)
    gone[known] = True
    for passages, first in stays:
        found = known[passages.start : passages.stop]
        serials[first : first + len(found)] = found
        gone[found] = False
    new = serials == GONE
    numbered = issued + np.count_nonzero(new)
    if numbered > len(index) * WORTH:
        return False
    serials[new] = np.arange(issued, numbered)
    places = np.full(numbered, GONE, np.uint32)
    places[serials] = np.arange(len(index))
    sink.put("tantivy.serials", serials.tobytes())
    sink.put("tantivy.places", places.tobytes())
    folder = sink.path / "tantivy"
    shutil.copytree(old / "tantivy", folder)
    ours, theirs = (np.flatnonzero(np.diff(mask, prepend=False, append=False)).tolist() for mask in (new, gone))
    documents = index.documents(map(range, ours[::2], ours[1::2]))
    _add(_library().Index.open(str(folder)), documents, issued, map(range, theirs[::2], theirs[1::2]))
    return True


def _add(index: Any, documents: Iterable[str], serial: int = 0, gone: Iterable[range] = ()) -> None:  # noqa: ANN401 # as below
    """Add documents, numbered from a serial number on, and leave out others by theirs."""
    library = _library()
    writer = index.writer(HEAP, 1)
    for serials in gone:
        writer.delete_documents_by_query(_within(index.schema, serials))
    for number, document in enumerate(documents, serial):
        entry = library.Document()
        entry.add_text("terms", document)
        entry.add_unsigned("serial", number)
        writer.add_document(entry)
    writer.commit()
    writer.wait_merging_threads()


def _within(schema: Any, serials: range) -> Any:  # noqa: ANN401 # as below
    """Return the query for documents with these serial numbers."""
    library = _library()
    unsigned = library.FieldType.Unsigned
    return library.Query.range_query(schema, "serial", unsigned, serials.start, serials.stop, include_upper=False)


def _numbering(index: Index) -> tuple[Sequence[int], Sequence[int]]:
    """Return the serial number of each passage, and the place of each number; the same where nothing was updated."""
    columns = index.columns
    if "tantivy.serials" not in columns:
        return range(len(index)), range(len(index))
    return columns["tantivy.serials"].cast("I"), columns["tantivy.places"].cast("I")


def _library() -> Any:  # noqa: ANN401 # the extra may be absent, so nothing is known of it
    try:
        import tantivy  # noqa: PLC0415
    except ImportError:
        raise EngineError("the engine tantivy is not installed: pip install 'article-bot[large]'") from None
    return tantivy
