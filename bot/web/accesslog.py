"""The log: a line of JSON for each request, written beside the answering and never in its way, and for each report."""

from __future__ import annotations

import logging
import os
import time
from collections import deque
from contextlib import contextmanager, suppress
from threading import Thread
from typing import TYPE_CHECKING

from pydantic_core import to_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_STDERR = 2
_WAITING = 10_000
_SECONDS = 0.1


class AccessLog:
    """Gathers entries and writes them in a thread of its own.

    A disk that is full or a pipe that nobody reads costs lines of the log and never a reply: at most 10,000 wait,
    then the oldest go.
    """

    def __init__(self, target: int = _STDERR) -> None:
        """Write to a file descriptor."""
        self._target = target
        self._waiting: deque[Mapping[str, object]] = deque(maxlen=_WAITING)
        self._writer: Thread | None = None

    def start(self) -> None:
        """Write from a thread from now on; without one every entry is written at once."""
        self._writer = Thread(target=self._run, name="access-log", daemon=True)
        self._writer.start()

    def add(self, entry: Mapping[str, object]) -> None:
        """Take an entry."""
        self._waiting.append(entry)
        if self._writer is None:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        lines = []
        with suppress(IndexError):
            while True:
                lines.append(to_json(self._waiting.popleft()))
        if lines:
            data = b"\n".join(lines) + b"\n"
            with suppress(OSError):
                while data:
                    data = data[os.write(self._target, data) :]

    def _run(self) -> None:
        while True:
            time.sleep(_SECONDS)
            self.flush()


class Reports(logging.Handler):
    """Writes what the bot reports of itself, such as a file that it cannot read, in the form of the access log."""

    def __init__(self) -> None:
        """Write each report at once."""
        super().__init__()
        self._log = AccessLog()

    def emit(self, record: logging.LogRecord) -> None:
        """Write a report."""
        entry = {"time": record.created, "level": record.levelname.lower(), "message": _text(record.getMessage())}
        if record.exc_info:
            entry["exception"] = _text(logging.Formatter().formatException(record.exc_info))
        self._log.add(entry)


@contextmanager
def reporting() -> Iterator[None]:
    """Write reports to standard error meanwhile."""
    logger, reports = logging.getLogger("bot"), Reports()
    logger.addHandler(reports)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.setLevel(logging.NOTSET)
        logger.removeHandler(reports)


def _text(text: str) -> str:
    # Half of a surrogate pair, such as a file's name may hold, is no JSON.
    return text.encode("utf-8", "backslashreplace").decode()
