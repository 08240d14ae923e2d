"""The files of a corpus: which are read, what each is called, and why one cannot be read."""

from __future__ import annotations

import os
import stat
from collections import Counter
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from bot import resources
from bot.errors import CorpusError
from bot.models import Article
from bot.reading.headline import slug
from bot.reading.page import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = [
    "Corpus",
    "Skipped",
    "article",
    "files",
    "load",
    "nothing",
    "parse",
    "read",
    "read_files",
    "read_text",
    "shipped",
    "shown",
    "slug",
]

LARGEST = 256 * 1024 * 1024
"""The most bytes a file may have; it is read as a whole."""
_NAMED = 100
_HELP = (
    "Name a .txt file, or a folder that holds some, written in UTF-8: a title, then paragraphs parted by blank lines."
)
# The first bytes of what is often called text and is not, and what to do about it.
_FORMATS = (
    (b"%pdf-", "a PDF: save its text as a .txt file"),
    (b"{\\rtf", "a rich text file: save it as plain text"),
    (b"pk\x03\x04", "a ZIP archive or an office document: save its text as a .txt file"),
    (b"<!doctype html", "an HTML page: save its text as a .txt file"),
    (b"<html", "an HTML page: save its text as a .txt file"),
)
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, folder or link that was not read, and why."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles of a folder or a file, in the order of their paths, and what was skipped."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]


def shipped() -> Path:
    """Return the folder of the article that comes with the bot."""
    return resources.folder("corpus")


def load(path: Path) -> Corpus:
    """Read a file, or every ``.txt`` file of a folder as deep as it goes.

    Raises `CorpusError`, which names each file and why it was skipped, where no article is left.
    """
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for found in read(path):
        if isinstance(found, Article):
            articles.append(found)
        else:
            skipped.append(found)
    if not articles:
        raise nothing(path, skipped)
    return Corpus(tuple(articles), tuple(skipped))


def nothing(path: Path, skipped: Sequence[Skipped]) -> CorpusError:
    """Return the error for a corpus of which no article is left, with each file and why it was skipped."""
    if [each.path for each in skipped] == [path]:
        return CorpusError(f"no article can be read from {shown(path)}: {skipped[0].reason}")
    reasons = [f"  {shown(each.path)}: {each.reason}" for each in skipped[:_NAMED]]
    if len(skipped) > _NAMED:
        reasons.append(f"  and {len(skipped) - _NAMED:,} more")
    message = f"no article can be read from {shown(path)}"
    return CorpusError("\n".join([message + (":" if reasons else ": the folder holds no .txt file"), *reasons, _HELP]))


def read(path: Path) -> Iterator[Article | Skipped]:
    """Read a corpus one file at a time, in the order of the paths; only the ids of the files are kept in memory.

    Of two files with one id the second has ``--2`` behind it, which no file's name can give.
    """
    return (found for _, found in read_files(path))


def read_files(path: Path) -> Iterator[tuple[Path, Article | Skipped]]:
    """Read a corpus as `read` does, each article with the file it stands in."""
    seen: Counter[str] = Counter()
    for file in files(path):
        if isinstance(file, Skipped):
            yield file.path, file
            continue
        name = slug(file.stem)
        found = article(file, read_text(file), f"{name}--{seen[name] + 1}" if seen[name] else name)
        seen[name] += isinstance(found, Article)
        yield file, found


def article(file: Path, text: str | Skipped, name: str) -> Article | Skipped:
    """Return the article in a file's text, or why there is none."""
    if isinstance(text, Skipped):
        return text
    found = parse(text, name)
    return found if found.paragraphs else Skipped(file, "no paragraph: write a title, a blank line and then the text")


def files(path: Path) -> Iterator[Path | Skipped]:
    """Walk a folder in the order of its paths.

    What is hidden is no article: drafts of an editor, versions of a repository. Links are followed only to that, for
    so Kubernetes puts files in place; what else they lead to in the folder is read without them.
    """
    if not path.is_dir():
        yield path
        return
    folder, followed = path.resolve(), set[Path]()
    waiting: list[Path | os.DirEntry[str]] = [path]
    while waiting:
        here = waiting.pop()
        try:
            reason = _link(Path(here), folder, followed) if here is not path and here.is_symlink() else None
            if reason is not None:
                yield Skipped(Path(here), reason)
            elif here.is_dir():
                with os.scandir(here) as entries:
                    found = [each for each in entries if not _hidden(each.name)]
                waiting += sorted(found, key=attrgetter("name"), reverse=True)
            elif _is_text(here.name):
                yield Path(here)
        except OSError as error:
            yield Skipped(Path(here), _because(error))


def _hidden(name: str) -> bool:
    """Tell whether a file or folder is hidden by its name."""
    return name.startswith(".")


def _is_text(name: str) -> bool:
    return name.lower().endswith(".txt")


def _link(link: Path, folder: Path, followed: set[Path]) -> str | None:
    """Tell why a link is not followed.

    ``None`` for one that would not be read if it were a file, and for the first that leads to something hidden.
    """
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return "a link that leads nowhere" if _is_text(link.name) else None
    read = _is_text(link.name) or target.is_dir()
    if not read and not _is_text(target.name):
        return None
    if not target.is_relative_to(folder):
        return "a link that leads out of the folder: copy the file here, or name its folder"
    known = not followed.isdisjoint((target, *target.parents))
    if known or not any(map(_hidden, target.relative_to(folder).parts)):
        return "a link inside the folder: what it leads to is read in another place"
    if read:
        followed.add(target)
    return None


def read_text(file: Path) -> str | Skipped:
    """Return the text of a file, or why it cannot be had."""
    data = _bytes(file)
    if isinstance(data, Skipped):
        return data
    start = data[:64].lstrip().lower()
    reason = next((reason for mark, reason in _FORMATS if start.startswith(mark)), None if start else "empty")
    if reason is None:
        encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "utf-8-sig")
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            where = f"the byte {data[error.start]:#04x} at {error.start:,}"
            reason = f"not {encoding.removesuffix('-sig').upper()} ({where}): save it as UTF-8"
        else:
            if "\0" not in text:
                return text
            reason = "binary, or UTF-16 without its mark: save it as UTF-8 text"
    return Skipped(file, reason)


def _bytes(file: Path) -> bytes | Skipped:
    """Return what is in a file, or why it cannot be had; a pipe or a device is never waited for."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(file, flags), "rb") as opened:
            about = os.fstat(opened.fileno())
            if not stat.S_ISREG(about.st_mode):
                return Skipped(file, "not a file but a device, a pipe or a socket")
            # Whole, for with a limit room is made for all of that first, which takes longer than the reading.
            data = opened.read() if about.st_size <= LARGEST else None
    except (OSError, ValueError) as error:
        return Skipped(file, _because(error))
    if data is None or len(data) > LARGEST:
        return Skipped(file, f"larger than {LARGEST // 1024**2} MB: split it into several files")
    return data


def _because(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def shown(path: Path) -> str:
    """Return a path that any terminal can show."""
    text = str(path)
    return text if text.isprintable() else ascii(text)
