"""The rate limit: so many requests a client or key, counted by the ``limits`` package.

flask-limiter counts with the same package; using that directly costs a request some 4 microseconds and no Flask hook.
"""

from __future__ import annotations

import logging
import os
import struct
import time
from hashlib import blake2b
from mmap import mmap
from threading import Lock
from typing import TYPE_CHECKING

from limits import parse
from limits.errors import ConfigurationError, StorageError
from limits.storage import Storage, storage_from_string
from limits.strategies import FixedWindowRateLimiter

from bot.errors import SettingsError

if TYPE_CHECKING:
    from bot.settings import Settings

_log = logging.getLogger(__name__)
_SLOTS = 1 << 16
_PROBES = 8
_SLOT = struct.Struct("=Qdd")  # who, as a hash; when the window ends; requests in it


class RateLimit:
    """Counts requests and tells who must wait."""

    def __init__(self, settings: Settings) -> None:
        """Count in memory that the processes of this server share, or in the Redis server that is named."""
        self._item = parse(settings.rate)
        self._shared = FixedWindowRateLimiter(SharedMemoryStorage())
        self._limiter = self._shared
        self._alone = False
        if settings.rate_storage:
            # A Redis server that hangs must not hang this one.
            patience = {"socket_timeout": 0.25, "socket_connect_timeout": 0.25}
            try:
                storage = storage_from_string(settings.rate_storage, wrap_exceptions=True, **patience)
            except ConfigurationError:
                raise SettingsError("rate_storage needs the extra redis: pip install 'article-bot[redis]'") from None
            except (TypeError, ValueError):  # what they say may hold a password
                raise SettingsError("rate_storage has an option that the Redis client does not take") from None
            self._limiter = FixedWindowRateLimiter(storage)
            self._report(alone=not storage.check())

    def wait(self, who: str) -> int:
        """Count a request; return how many seconds the client must wait, 0 for none.

        While the Redis server does not answer, this server counts on its own.
        """
        try:
            seconds = self._wait(self._limiter, who)
        except StorageError:
            self._report(alone=True)
            return self._wait(self._shared, who)
        self._report(alone=False)
        return seconds

    def _report(self, *, alone: bool) -> None:
        """Report when the Redis server does not answer any more, and when it does again."""
        if alone and not self._alone:
            _log.warning("the Redis server of rate_storage does not answer: until it does, this server counts alone")
        elif self._alone and not alone:
            _log.info("the Redis server of rate_storage answers again")
        self._alone = alone

    def _wait(self, limiter: FixedWindowRateLimiter, who: str) -> int:
        if limiter.hit(self._item, who):
            return 0
        return max(1, int(limiter.get_window_stats(self._item, who).reset_time - time.time()) + 1)


class SharedMemoryStorage(Storage):
    """Counts in anonymous memory that processes forked later share; of its size however many clients come.

    A client is a hash in one of eight slots. Where all eight are taken, the one whose window ends first gives way:
    under a flood of addresses the limit forgets rather than refuses.
    """

    STORAGE_SCHEME = ["bot+shared"]  # noqa: RUF012 # as the base class has it

    def __init__(self) -> None:
        """Set the memory aside; pages never touched cost nothing."""
        super().__init__()
        self._memory = mmap(-1, _SLOTS * _SLOT.size)
        self._threads = Lock()
        # A lock on a file ends with the process that holds it, however that ends.
        self._processes = os.memfd_create("bot-rate") if hasattr(os, "memfd_create") else None

    @property
    def base_exceptions(self) -> type[Exception]:
        """The errors of this storage: none."""
        return StorageError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Add to a counter and return it."""
        now = time.time()
        with self._threads:
            self._hold(held=True)
            try:
                place, ends, count = self._find(key, now)
                count += amount
                _SLOT.pack_into(self._memory, place, _hash(key), ends or now + expiry, count)
            finally:
                self._hold(held=False)
        return int(count)

    def get(self, key: str) -> int:
        """Return a counter."""
        return int(self._find(key, time.time())[2])

    def get_expiry(self, key: str) -> float:
        """Return when a counter's window ends, in seconds since 1970."""
        now = time.time()
        return self._find(key, now)[1] or now

    def check(self) -> bool:
        """Return whether the storage can be used, which it always can."""
        return True

    def reset(self) -> int | None:
        """Forget everyone."""
        self._memory[:] = bytes(len(self._memory))
        return None

    def clear(self, key: str) -> None:
        """Forget one client."""
        _SLOT.pack_into(self._memory, self._find(key, time.time())[0], 0, 0.0, 0.0)

    def _find(self, key: str, now: float) -> tuple[int, float, float]:
        """Return a client's slot, the end of its window and its count, both 0 where it has none."""
        wanted = _hash(key)
        first: tuple[float, int] | None = None
        for probe in range(_PROBES):
            place = ((wanted + probe) % _SLOTS) * _SLOT.size
            who, ends, count = _SLOT.unpack_from(self._memory, place)
            if who == wanted and ends > now:
                return place, ends, count
            rank = (ends if ends > now else 0.0, place)
            first = rank if first is None or rank < first else first
        return (first[1] if first else 0), 0.0, 0.0

    def _hold(self, *, held: bool) -> None:
        if self._processes is not None:
            os.lockf(self._processes, os.F_LOCK if held else os.F_ULOCK, 0)


def _hash(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=8).digest(), "little") or 1
