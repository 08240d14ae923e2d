"""Indexes kept in a cache folder: built once, opened by memory map, brought up to date by the files that changed.

A corpus has a folder there, and in it one folder for each state of its files, named after what tells that state. Such
a folder is written under another name and renamed when it is complete, so there is none that is half done; a seal
holds the checksums of its files, so damage is noticed when it is opened, or when a paragraph is read.
"""

from __future__ import annotations

import fcntl
import json
import logging
import os
import shutil
import sys
import tempfile
import unicodedata
from contextlib import contextmanager, suppress
from dataclasses import astuple, dataclass, replace
from functools import cache, partial
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from zlib import crc32

from bot import corpus
from bot.corpus import Skipped
from bot.errors import DamagedIndexError, EngineError
from bot.index import Index
from bot.indexing.columns import RECORDS, Folder, Memory
from bot.indexing.files import Row, scan, state
from bot.text import take_terms_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.engines.base import Choice, Engine, Name
    from bot.indexing.columns import Sink
    from bot.indexing.refresh import Refresh

MANY = 20_000
"""Paragraphs from which ``auto`` takes tantivy: measured by tests/benchmarks, see there."""
WHOLE = 32 * 1024 * 1024
"""Files up to so many bytes are checked whole when they are opened, larger ones record by record as they are read."""
_READERS = ("analysis.py", "corpus.py", "models.py", "text.py", "engines", "english", "indexing", "reading")
"""The code that makes an index of files."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The state of a corpus that an index is wanted of, and what it is to be; ``keep`` where files that broke stay."""

    path: Path
    engine: Choice
    state: str
    rows: list[Row]
    skipped: list[Skipped]
    keep: bool
    progress: Progress


_log = logging.getLogger(__name__)


class Progress(Protocol):
    """Told of each stage of a build: what is done, out of how many; returns what to call with each step's size."""

    def __call__(self, stage: str, total: int) -> Callable[[int], object]:
        """Begin a stage."""
        ...


@dataclass(frozen=True, slots=True)
class Opened:
    """An index ready to be asked, and which files could not be read, and why."""

    index: Index
    skipped: tuple[Skipped, ...]
    kept: frozenset[Path]
    """The files among them that could not be read any more and stay as they were."""
    content: str
    """What tells the articles from any others."""
    engine: str
    """Which engine searches it, and why that one."""
    read: int
    """How many files had to be analysed."""
    folder: Path | None
    """Where it is kept; None where no cache folder can be written."""
    files: tuple[Row, ...] = ()
    """The files it was made of, where it is not kept."""


def open_index(
    path: Path,
    engine: Choice = "auto",
    folder: Path | None = None,
    progress: Progress = lambda _stage, _total: lambda _step: None,
    *,
    before: Opened | None = None,
) -> Opened:
    """Return the index of a corpus, a file or a folder, built or brought up to date where it has to be.

    ``folder`` is the cache folder. With ``before``, what was opened before, a file that cannot be read any more stays
    as it was last read. CorpusError: no article can be read. EngineError: the engine is not installed.
    """
    if engine == "tantivy" and find_spec("tantivy") is None:
        raise EngineError("the engine tantivy is not installed: pip install 'article-bot[large]'")
    rows, skipped = scan(path)
    wanted = Wanted(path, engine, state(rows, skipped), rows, skipped, before is not None, progress)
    home = None
    try:
        home = _home(folder or default_folder(), path, engine)
        opened = _open(home / wanted.state, engine, keep=wanted.keep)
        if opened is None:
            _make(home)
            with _locked(home / "lock"):
                opened = _open(home / wanted.state, engine, keep=wanted.keep) or _update(home, wanted)
    except OSError as error:  # a file of the corpus that cannot be read is skipped, so it is the cache's
        if before is None and home is not None:
            before = _newest(home, engine)
        opened = _in_memory(wanted, before)
        if opened.folder is None:
            _log.warning("the index is built in memory and not kept, for the cache folder cannot be used: %s", error)
    return opened


def default_folder() -> Path:
    """Return the folder that indexes are kept in where no other is named, in the user's own for caches.

    OSError: the user has none.
    """
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "article-bot"
    except RuntimeError:  # no HOME, and no entry in the system's list of users, as in many a container
        raise OSError("this user has no home folder; name a cache folder with BOT_CACHE") from None


@cache
def _reader() -> str:
    """Return what tells this version of the reader: the code that makes an index, and Unicode's version."""
    package = Path(__file__).parent.parent
    code = blake2b(digest_size=16)
    for name in _READERS:
        for file in sorted((package / name).glob("*.py")) or (package / name,):
            code.update(file.read_bytes())
    return f"{code.hexdigest()} {unicodedata.unidata_version} {sys.byteorder}"


def _home(folder: Path, path: Path, engine: Choice) -> Path:
    """Return the folder of a corpus, for one choice of engine."""
    # Unlike Path.resolve this takes a link that leads to itself, of which reading says what is wrong.
    key = blake2b(os.fsencode(os.path.realpath(path)) + engine.encode(), digest_size=10).hexdigest()
    return folder / f"{corpus.slug(path.stem)[:40]}-{key}"


def _make(home: Path) -> None:
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not os.access(home, os.W_OK):
        raise PermissionError(f"{home} cannot be written")


def _open(folder: Path, engine: Choice, *, keep: bool) -> Opened | None:
    """Open a stored index, None where there is none that is whole."""
    try:
        lines = (folder / "seal").read_bytes().splitlines()
        seal = json.loads(lines[0])
        if crc32(lines[0]) != int(lines[1]) or seal["reader"] != _reader() or (seal["kept"] and not keep):
            return None
        for name, (size, checksum) in seal["files"].items():
            file = folder / name
            if file.stat().st_size != size or ((name != RECORDS or size <= WHOLE) and _checksum(file) != checksum):
                return None
        columns = Folder(folder).columns()
        index = Index(columns, _engine(folder) if seal["engine"] == "tantivy" else None, partial(_break, folder))
    except (OSError, ValueError, LookupError):
        return None
    take_terms_from(index.term_of)
    skipped = tuple(Skipped(Path(path), reason) for path, reason in seal["skipped"])
    kept = frozenset(map(Path, seal["kept"]))
    engine_and_why = why(engine, seal["engine"], len(index))
    return Opened(index, skipped, kept, seal["content"], engine_and_why, read=0, folder=folder)


def _engine(folder: Path) -> Callable[[Index], Engine]:
    from bot.engines.tantivy import Tantivy  # noqa: PLC0415 - an extra

    return partial(Tantivy, folder / "tantivy")


def _break(folder: Path) -> None:
    """Break the seal of a damaged index, so that it is not opened again."""
    with suppress(OSError):  # where the cache cannot be written, it is built anew with the next change
        (folder / "seal").unlink(missing_ok=True)


def _checksum(file: Path) -> int:
    checksum = 0
    with file.open("rb") as opened:
        while part := opened.read(1 << 20):
            checksum = crc32(part, checksum)
    return checksum


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold a file's lock; of several processes one builds and the others wait for what it makes."""
    with path.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _newest(home: Path, engine: Choice) -> Opened | None:
    """Return the newest index that is whole."""
    folders = sorted((seal.stat().st_mtime_ns, seal.parent) for seal in home.glob("*/seal"))
    for _, folder in reversed(folders):
        opened = _open(folder, engine, keep=True)
        if opened is not None:
            return opened
    return None


def _refresh(sink: Sink, before: Opened | None, wanted: Wanted) -> tuple[Refresh, list[Skipped]]:
    """Take the files in, what has not changed from the index before; return what could not be read too."""
    from bot.indexing.refresh import Refresh  # noqa: PLC0415 - a stored index is opened without what builds one

    refresh = Refresh(sink, before.index if before else None, _files(before), keep=wanted.keep)
    refresh.add(wanted.rows, wanted.progress("reading", sum(max(row.size, 0) for row in wanted.rows)))
    skipped = [*wanted.skipped, *refresh.skipped]
    if refresh.empty:
        raise corpus.nothing(wanted.path, skipped)
    return refresh, skipped


def _files(opened: Opened | None) -> dict[str, Row]:
    """Return the files that an index was made of, by path."""
    if opened is None:
        return {}
    rows = opened.files
    if opened.folder is not None:
        with (opened.folder / "files").open(encoding="utf-8") as lines:
            rows = tuple(Row(*json.loads(line)) for line in lines)
    return {row.path: row for row in rows}


def _in_memory(wanted: Wanted, before: Opened | None) -> Opened:
    """Return the index of the present state where it cannot be kept; one that is kept, where it has the same."""
    from bot.engines import rank_bm25  # noqa: PLC0415 - a stored index is opened without what builds one

    memory = Memory()
    refresh, skipped = _refresh(memory, before, wanted)
    kept = frozenset(map(Path, _kept(refresh.rows)))
    if before is not None and before.folder is not None and refresh.unchanged:
        return replace(before, skipped=tuple(skipped), kept=kept)
    refresh.finish()
    index = Index(memory.columns())
    rank_bm25.write(memory, _counted(index.documents(), wanted.progress("indexing", len(index))), index.terms)
    index = Index(memory.columns())
    engine = why(wanted.engine, "rank-bm25", len(index))
    if take(wanted.engine, len(index)) == "tantivy":
        engine = "rank-bm25, for tantivy needs a cache folder that can be written"
    rows = tuple(refresh.rows)
    return Opened(index, tuple(skipped), kept, _content(rows), engine, refresh.read, None, rows)


def _update(home: Path, wanted: Wanted) -> Opened:
    """Write the index of the present state, taking what has not changed from the one before."""
    for left in home.glob("new-*"):  # by a process that was ended
        shutil.rmtree(left, ignore_errors=True)
    before = _newest(home, "auto")
    old = before.folder if before else None
    folder = Path(tempfile.mkdtemp(prefix="new-", dir=home))
    sink = Folder(folder)
    state = home / wanted.state
    try:
        refresh, skipped = _refresh(sink, before, wanted)
        refresh.finish()
        index = Index(sink.columns())
        took = take(wanted.engine, len(index))
        if old is not None and refresh.unchanged and (old / "tantivy").exists() == (took == "tantivy"):
            shutil.rmtree(folder)
            folder = old
        elif took != "tantivy" or before is None or not _update_tantivy(sink, before, index, refresh.stays):
            _write_engine(took, sink, index, wanted.progress("indexing", len(index)))
        (folder / "files").write_text("".join(json.dumps(astuple(row)) + "\n" for row in refresh.rows))
        _seal(folder, took, skipped, refresh.rows)
        if folder != state:
            shutil.rmtree(state, ignore_errors=True)  # one that was found damaged
            folder.rename(state)
    except BaseException:
        sink.close()
        shutil.rmtree(folder, ignore_errors=True)
        raise
    for other in home.iterdir():  # what is open there stays readable until it is closed
        if other.is_dir() and other != state:
            shutil.rmtree(other, ignore_errors=True)
    opened = _open(state, wanted.engine, keep=wanted.keep)
    if opened is None:
        raise DamagedIndexError
    return replace(opened, read=refresh.read)


def _write_engine(engine: Name, sink: Folder, index: Index, advance: Callable[[int], object]) -> None:
    documents = _counted(index.documents(), advance)
    if engine == "tantivy":
        from bot.engines import tantivy  # noqa: PLC0415 - an extra

        (sink.path / "tantivy").mkdir()
        tantivy.write(sink.path / "tantivy", documents)
    else:
        from bot.engines import rank_bm25  # noqa: PLC0415 - a stored index is opened without what writes one

        rank_bm25.write(sink, documents, index.terms)


def _update_tantivy(sink: Folder, before: Opened, index: Index, stays: Sequence[tuple[range, int]]) -> bool:
    """Bring what tantivy wrote for the index before up to date, where there is such and it is worth it."""
    if before.folder is None or not (before.folder / "tantivy").exists() or not stays:
        return False
    from bot.engines import tantivy  # noqa: PLC0415 - an extra

    return tantivy.update(sink, before.folder, before.index, index, stays)


def _counted(documents: Iterable[str], advance: Callable[[int], object]) -> Iterator[str]:
    for document in documents:
        yield document
        advance(1)


def _kept(rows: Iterable[Row]) -> list[str]:
    """Return the files that could not be read and stay as they were."""
    return [row.path for row in rows if row.reason and row.article is not None]


def _content(rows: Iterable[Row]) -> str:
    """Return what tells the articles in files from any others."""
    content = [(Path(row.path).name, row.digest) for row in rows if row.article is not None]
    return blake2b(repr(content).encode(errors="replace"), digest_size=16).hexdigest()


def _seal(folder: Path, engine: Name, skipped: Iterable[Skipped], rows: Sequence[Row]) -> None:
    """Write what says that an index is complete, and the checksums to know it by."""
    files = sorted(file for file in folder.rglob("*") if file.is_file() and file.name != "seal")
    about = {
        "reader": _reader(),
        "engine": engine,
        "files": {str(file.relative_to(folder)): (file.stat().st_size, _checksum(file)) for file in files},
        "skipped": [(str(each.path), each.reason) for each in skipped],
        "kept": _kept(rows),
        "content": _content(rows),
    }
    line = json.dumps(about).encode()
    with (folder / "seal").open("wb") as seal:
        seal.write(b"%b\n%d\n" % (line, crc32(line)))
        seal.flush()
        os.fsync(seal.fileno())


def take(engine: Choice, size: int) -> Name:
    """Return the engine to take for so many paragraphs."""
    if engine != "auto":
        return engine
    return "tantivy" if size >= MANY and find_spec("tantivy") else "rank-bm25"


def why(engine: Choice, took: Name, size: int) -> str:
    """Return which engine was taken, and why."""
    if engine != "auto":
        return f"{took}, as set"
    if took == "tantivy":
        return f"tantivy, for the {size:,} paragraphs are {MANY:,} or more"
    if size < MANY:
        return f"rank-bm25, for the {size:,} paragraphs are fewer than {MANY:,}"
    return f"rank-bm25, though tantivy is quicker for {size:,} paragraphs: pip install 'article-bot[large]'"
