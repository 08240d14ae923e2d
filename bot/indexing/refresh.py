"""An index brought up to date: what has not changed is taken from the one before, only the rest is read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot import corpus
from bot.corpus import Skipped
from bot.english import stems
from bot.indexing.blocks import Block, analyse
from bot.indexing.files import digest
from bot.indexing.parallel import Crew, processors
from bot.indexing.writing import Writer
from bot.models import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bot.index import Index
    from bot.indexing.columns import Sink
    from bot.indexing.counts import Counts
    from bot.indexing.files import Row

BULK = 8 * 1024 * 1024
"""Bytes to be read from which several processes are worth their start."""
BATCH = 4 * 1024 * 1024
"""About so many bytes are read and analysed at a time."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to be taken in: as it is now, as it was before, and the id that its article is to have."""

    row: Row
    old: Row | None
    name: str
    known: str
    """The digest of the content that the index before has under this id, or knows that it is to be skipped."""

    @property
    def unchanged(self) -> bool:
        """Whether the file need not be read."""
        return bool(self.known) and self.old is not None and self.old.same_file(self.row)


@dataclass(frozen=True, slots=True)
class Found:
    """What is in a file: its content's digest, and its article, why there is none, or None for what is known."""

    digest: str
    what: Article | Block | Skipped | None


class Refresh:
    """Writes the index of a corpus file by file, beside the one before."""

    def __init__(self, sink: Sink, before: Index | None, known: Mapping[str, Row], *, keep: bool) -> None:
        """Begin; ``known`` are the files that the index before was made of, by path.

        With ``keep``, a file that cannot be read any more stays as it was last read.
        """
        self.rows: list[Row] = []
        self.skipped: list[Skipped] = []
        self.read = 0
        """How many files had to be analysed."""
        self._writer = Writer(sink, before)
        self._before = before
        self._known = known
        self._keep = keep
        self._seen: Counter[str] = Counter()

    @property
    def empty(self) -> bool:
        """Whether there is no article."""
        return not any(self._seen.values())

    @property
    def unchanged(self) -> bool:
        """Whether the articles are those of the index before, in their order."""
        places = [row.article for row in self.rows if row.article is not None]
        before = 0 if self._before is None else len(self._before.articles)
        return not self.read and places == list(range(before)) == self._writer.copied

    @property
    def stays(self) -> list[tuple[range, int]]:
        """Where neighbouring passages that were copied were before, and where the first of them is now."""
        return self._writer.passages

    def add(self, rows: Sequence[Row], advance: Callable[[int], object]) -> None:
        """Take the files in their order."""
        known = self._known
        size = sum(row.size for row in rows if row.path not in known or not known[row.path].same_file(row))
        bulk = size >= BULK
        with Crew(processors() if bulk else 0) as crew:
            for group in _without_namesakes(rows):
                batches = _batches(map(self._file, group))
                for batch, (found, counts) in crew.in_order(_look_in_bulk if bulk else _look, batches):
                    self._writer.count(counts)
                    for file, each in zip(batch, found, strict=True):
                        self._take(file, each)
                        advance(max(file.row.size, 0))

    def finish(self) -> None:
        """Write what is known only at the end."""
        self._writer.finish()

    def _file(self, row: Row) -> File:
        old = self._known.get(row.path)
        if old is not None and old.reason and old.article is not None and not self._keep:
            old = None  # it stayed as it was; now it is as it is
        slug = _slug(row)
        # Of two files with one name the second has ``--2`` behind it, as `corpus.read` gives it.
        name = f"{slug}--{self._seen[slug] + 1}" if self._seen[slug] else slug
        return File(row, old, name, old.digest if old is not None and self._has(old, name) else "")

    def _take(self, file: File, found: Found) -> None:
        """Take in what was found in a file."""
        row, old = file.row, file.old
        place, content, reason = None, found.digest, ""
        if isinstance(found.what, Block):
            place = self._writer.add(found.what)
            self.read += 1
        elif isinstance(found.what, Skipped):
            reason = found.what.reason
            if self._keep and old is not None and old.article is not None:
                place, content = self._writer.copy(old.article, file.name), old.digest
        elif old is not None:
            reason = old.reason
            place = None if old.article is None else self._writer.copy(old.article, file.name)
        if reason:
            self.skipped.append(Skipped(Path(row.path), reason))
        self._seen[_slug(row)] += place is not None
        self.rows.append(replace(row, digest=content, article=place, reason=reason))

    def _has(self, old: Row, name: str) -> bool:
        """Tell whether the index before has the file under this name, or knows that it is to be skipped."""
        return old.article is None or (self._before is not None and self._before.articles.name(old.article) == name)


def _slug(row: Row) -> str:
    return corpus.slug(Path(row.path).stem)


def _without_namesakes(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Part the files so that no part has two of one name: what the second is called hangs on what the first was."""
    group: list[Row] = []
    slugs: set[str] = set()
    for row in rows:
        slug = _slug(row)
        if slug in slugs:
            yield group
            group, slugs = [], set()
        group.append(row)
        slugs.add(slug)
    yield group


def _batches(files: Iterable[File]) -> Iterator[list[File]]:
    """Part the files so that there is about as much to read in each part."""
    batch: list[File] = []
    size = 0
    for file in files:
        batch.append(file)
        size += 0 if file.unchanged else max(file.row.size, 0)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _look(files: list[File]) -> tuple[list[Found], list[Counts]]:
    """Read and analyse files, and count what is in them, part by part."""
    found = list(map(_find, files))
    blocks, counts = analyse(each.what for each in found if isinstance(each.what, Article))
    done = iter(blocks)
    return [replace(each, what=next(done)) if isinstance(each.what, Article) else each for each in found], counts


def _look_in_bulk(files: list[File]) -> tuple[list[Found], list[Counts]]:
    """Do the same as a part of much."""
    stems.hold()
    return _look(files)


def _find(file: File) -> Found:
    if file.unchanged:
        return Found(file.known, None)
    path = Path(file.row.path)
    text = corpus.read_text(path)
    content = digest(text)
    if content and content == file.known:
        return Found(content, None)
    return Found(content, corpus.article(path, text, file.name))
