"""An index brought up to date: what has not changed is taken from the one before, only the rest is read."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot import corpus
from bot.building import Counts, Writer, block
from bot.corpus import Skipped
from bot.files import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bot.columns import Sink
    from bot.files import Row
    from bot.index import Index


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

    def add(self, rows: Iterable[Row], advance: Callable[[int], object]) -> None:
        """Take the files in their order."""
        for row in rows:
            self._add(row)
            advance(max(row.size, 0))

    def finish(self) -> None:
        """Write what is known only at the end."""
        self._writer.finish()

    def _add(self, row: Row) -> None:
        old = self._known.get(row.path)
        file = Path(row.path)
        if old is not None and old.reason and old.article is not None and not self._keep:
            old = None  # it stayed as it was; now it is as it is
        text = None if old is not None and old.same_file(row) else corpus.read_text(file)
        content = old.digest if old is not None and text is None else digest(text or "")
        slug = corpus.slug(file.stem)
        # Of two files with one name the second has ``--2`` behind it, as `corpus.read` gives it.
        name = f"{slug}--{self._seen[slug] + 1}" if self._seen[slug] else slug
        place, reason = None, ""
        if old is not None and content and content == old.digest and self._has(old, name):
            place, reason = self._copy(old, name), old.reason
        else:
            found = corpus.article(file, corpus.read_text(file) if text is None else text, name)
            if isinstance(found, Skipped):
                reason = found.reason
                if self._keep and old is not None and old.article is not None:
                    place, content = self._writer.copy(old.article, name), old.digest
            else:
                counts = Counts()
                place = self._writer.add(block(found, counts))
                self._writer.count(counts)
                self.read += 1
        if reason:
            self.skipped.append(Skipped(file, reason))
        self._seen[slug] += place is not None
        self.rows.append(replace(row, digest=content, article=place, reason=reason))

    def _has(self, old: Row, name: str) -> bool:
        """Tell whether the index before has the file under this name, or knows that it is to be skipped."""
        return old.article is None or (self._before is not None and self._before.articles.name(old.article) == name)

    def _copy(self, old: Row, name: str) -> int | None:
        return None if old.article is None else self._writer.copy(old.article, name)
