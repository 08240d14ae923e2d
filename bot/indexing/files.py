"""The files of a corpus as an index knows them: what tells that one has changed, and what came of it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from bot import corpus
from bot.corpus import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterable

SETTLED = 2.0
"""Seconds after which a file that changes again surely has another time: the coarsest clock of a file system."""


@dataclass(frozen=True, slots=True)
class Row:
    """A file as it was when it was read: what tells a change, its content's digest, and what became of it."""

    path: str
    size: int
    mtime: int
    ctime: int
    inode: int
    digest: str
    article: int | None
    """The article's place, None for a file that was skipped."""
    reason: str = ""
    settled: bool = True
    """Whether another change would give it another time for sure."""

    def same_file(self, other: Row) -> bool:
        """Tell whether the file need not be read again."""
        mine = (self.size, self.mtime, self.ctime, self.inode)
        return self.settled and mine == (other.size, other.mtime, other.ctime, other.inode)


def scan(path: Path) -> tuple[list[Row], list[Skipped]]:
    """Return the files of a corpus as they are now, unread, and what is left out by its name alone."""
    rows: list[Row] = []
    skipped: list[Skipped] = []
    recent = time.time_ns() - int(SETTLED * 1e9)
    for file in corpus.files(path):
        if isinstance(file, Skipped):
            skipped.append(file)
            continue
        try:
            about = file.stat()
        except OSError:
            rows.append(Row(str(file), -1, 0, 0, 0, "", None))
            continue
        settled = max(about.st_mtime_ns, about.st_ctime_ns) < recent
        rows.append(
            Row(str(file), about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino, "", None, "", settled)
        )
    return rows, skipped


def state(rows: Iterable[Row], skipped: Iterable[Skipped]) -> str:
    """Return what tells a state of the files; of one that may change within its time, the content too."""
    found = blake2b(digest_size=16)
    for row in rows:
        content = "" if row.settled else digest(corpus.read_text(Path(row.path)))
        found.update(repr((row.path, row.size, row.mtime, row.ctime, row.inode, content)).encode(errors="replace"))
    for each in skipped:
        found.update(repr((str(each.path), each.reason)).encode(errors="replace"))
    return found.hexdigest()


def digest(text: str | Skipped) -> str:
    """Return what tells a file's text from another, nothing for a file without one."""
    return "" if isinstance(text, Skipped) else blake2b(text.encode(errors="replace"), digest_size=16).hexdigest()
