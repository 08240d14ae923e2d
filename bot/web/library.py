"""The articles in service: read once at the start, read again when their files change."""

from __future__ import annotations

import gc
import logging
import time
from contextlib import suppress
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING, Any

from bot.corpus import Skipped, files, shipped, shown
from bot.errors import CorpusError, DamagedIndexError
from bot.indexing.store import open_index

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping
    from pathlib import Path

    from bot.answering import Bot
    from bot.index import Index
    from bot.indexing.store import Opened
    from bot.settings import Settings

SECONDS = 0.5
"""Between two looks at the files. A change counts once two looks agree, so that no half-written file is read."""
_SHARE = 20
"""Looking takes at most this part of the time, however many files there are."""

Stamp = tuple[tuple[str | int, ...], ...]


class Library:
    """Keeps a bot whose articles follow the files of a folder."""

    def __init__(self, settings: Settings, build: Callable[[Index], Bot], services: MutableMapping[str, Any]) -> None:
        """Open the index of the corpus and put what ``build`` makes of it into service as ``bot``.

        CorpusError: no article can be read.
        """
        path = settings.corpus or shipped()
        self._log = logging.getLogger("bot.web.library")
        self._path = path
        self._build = build
        self._services = services
        self._pause = SECONDS
        self._settings = settings
        self._before: Opened | None = None
        self._opened = False
        self._stamp = self._seen = _stamp(path)
        self._load()

    def watch(self, *, report: bool) -> None:
        """Follow the files from now on, in a thread; what changed before is read first.

        Of several processes that follow the same files one is to report on them.
        """
        self._log.disabled = not report
        _warm_up(self._services["bot"])
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
            self._let_go()
            return False
        self._opened = True
        try:
            self._load()
        except CorpusError as error:
            self._log.warning("%s; what was read before stays in service", str(error).removesuffix("."))
            self._stamp = stamp
            return False
        if _stamp(self._path) == stamp:
            self._stamp = stamp
        return True

    def _load(self) -> None:
        settings, before = self._settings, self._before
        opened = open_index(self._path, settings.engine, settings.cache, before=before)
        known = {each.path: each.reason for each in before.skipped} if before else {}
        for each in opened.skipped:
            if known.get(each.path) != each.reason:
                stays = "; its last good version stays" if each.path in opened.kept else ""
                self._log.warning("%s is skipped: %s%s", shown(each.path), each.reason, stays)
        if before is None:
            self._services.update(bot=self._build(opened.index), loaded=time.time())
        elif opened.content != before.content:
            bot = self._build(opened.index)
            _warm_up(bot)
            self._services.update(bot=bot, loaded=time.time())
            count = len(opened.index.articles)
            self._log.info("the corpus changed: %s in service", "1 article" if count == 1 else f"{count} articles")
        else:
            opened = replace(opened, index=before.index)  # which is in service, so that there are not two of it
        self._before = opened

    def _let_go(self) -> None:
        """Close the indexes that nothing asks any more, once the requests that asked the one before are replied to.

        The parts of an index hold one another, and Python seldom looks for that by itself in a process that has run
        for long: until it did, each change would leave two dozen files open.
        """
        if self._opened:
            self._opened = False
            gc.collect()

    def _run(self) -> None:
        while True:
            try:
                self.look()
            except Exception:  # noqa: BLE001 # whatever it is, the bot in service goes on
                self._log.exception("the corpus cannot be read, what was read before stays in service")
            time.sleep(self._pause)


def _warm_up(bot: Bot) -> None:
    """Make the examples, so that what a first question loads and works out is there when readers come."""
    with suppress(DamagedIndexError):  # it is built anew then, as at any question
        _ = bot.offers.examples


def _stamp(path: Path) -> Stamp:
    """Return what tells whether any file changed: names, times and sizes, and why others are not read."""
    return tuple((str(each.path), each.reason) if isinstance(each, Skipped) else _about(each) for each in files(path))


def _about(path: Path) -> tuple[str | int, ...]:
    try:
        status = path.stat()
    except OSError:
        return (str(path),)
    return str(path), status.st_ctime_ns, status.st_size, status.st_ino
