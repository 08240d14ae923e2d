"""The articles in service: read once at the start, read again when their files change."""

from __future__ import annotations

import logging
import os
import time
from threading import Thread
from typing import TYPE_CHECKING, Any

from bot.corpus import Skipped, nothing, read_files
from bot.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping, Sequence
    from pathlib import Path

    from bot.answering import Bot
    from bot.models import Article

SECONDS = 0.5
"""Between two looks at the files. A change counts once two looks agree, so that no half-written file is read."""
_SHARE = 20
"""Looking takes at most this part of the time, however many files there are."""

Stamp = tuple[tuple[str, int, int, int], ...]


class Library:
    """Keeps a bot whose articles follow the files of a folder."""

    def __init__(
        self, path: Path, build: Callable[[Sequence[Article]], Bot], services: MutableMapping[str, Any]
    ) -> None:
        """Read a folder or file and put what ``build`` makes of it into service as ``bot``.

        CorpusError: no article can be read.
        """
        self._log = logging.getLogger("bot.library")
        self._path = path
        self._build = build
        self._services = services
        self._pause = SECONDS
        self._articles: dict[Path, Article] = {}
        self._skipped: dict[Path, str] = {}
        self._stamp = self._seen = _stamp(path)
        self._load()

    def watch(self, *, report: bool) -> None:
        """Follow the files from now on, in a thread; what changed before is read first.

        Of several processes that follow the same files one is to report on them.
        """
        self._log.disabled = not report
        if _stamp(self._path) != self._stamp:
            self.look()
            self.look()
        Thread(target=self._run, name="library", daemon=True).start()

    def look(self) -> bool:
        """Look at the files once; return whether a change was taken in.

        It is all or nothing: a new bot is built beside the one in service and takes its place in one step. If that
        fails, or a file changes meanwhile, the old one stays.
        """
        began = time.perf_counter()
        stamp = _stamp(self._path)
        self._pause = max(SECONDS, _SHARE * (time.perf_counter() - began))
        settled, self._seen = stamp == self._seen, stamp
        if stamp == self._stamp or not settled:
            return False
        try:
            self._load()
        except CorpusError as error:
            self._log.warning("%s; what was read before stays in service", error)
            self._stamp = stamp
            return False
        if _stamp(self._path) == stamp:
            self._stamp = stamp
        return True

    def _load(self) -> None:
        found = dict(read_files(self._path))
        articles: dict[Path, Article] = {}
        skipped: dict[Path, str] = {}
        for path, each in found.items():
            if not isinstance(each, Skipped):
                articles[path] = each
                continue
            skipped[path] = each.reason
            if path in self._articles:
                articles[path] = self._articles[path]
        if not articles:
            raise nothing(self._path, [each for each in found.values() if isinstance(each, Skipped)])
        if len({article.id for article in articles.values()}) < len(articles):
            raise CorpusError("a broken file's name stands for two articles now")
        for path, reason in skipped.items():
            if self._skipped.get(path) != reason:
                stays = "; its last good version stays" if path in articles else ""
                self._log.warning("%s is skipped: %s%s", path, reason, stays)
        if articles != self._articles:
            self._services["bot"] = self._build(tuple(articles.values()))
            self._services["loaded"] = time.time()
            if self._articles:
                self._log.warning("the corpus changed: %d articles in service", len(articles))
        self._articles, self._skipped = articles, skipped

    def _run(self) -> None:
        while True:
            try:
                self.look()
            except Exception:  # noqa: BLE001 # whatever it is, the bot in service goes on
                self._log.exception("the corpus cannot be read, what was read before stays in service")
            time.sleep(self._pause)


def _stamp(path: Path) -> Stamp:
    """Return what tells whether any file changed: names, times and sizes."""
    if not path.is_dir():
        return _about(path)
    names = (os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names)  # noqa: PTH118 # as os.walk names them
    return tuple(sorted(each for name in names if name.lower().endswith(".txt") for each in _about(name)))


def _about(path: str | Path) -> Stamp:
    try:
        status = os.lstat(path)
    except OSError:
        return ()
    return ((str(path), status.st_ctime_ns, status.st_size, status.st_ino),)
