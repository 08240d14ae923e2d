"""API keys: made at random, shown once, kept as hashes, compared in constant time."""

from __future__ import annotations

import fcntl  # not on Windows, as the rest of the server
import hashlib
import os
import re
import secrets
import stat
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hmac import compare_digest
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import BotError

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX = "bot_"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_LONGEST = 200


class KeysError(BotError):
    """The file of keys cannot be read or written, or a name in it cannot be used."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key that was given out: whose it is, its SHA-256 and the day it was made."""

    name: str
    digest: str
    made: str


class KeyRing:
    """The keys of a file, one a line: name, hash, day.

    A plain SHA-256 is enough, for a key has 256 random bits: there is no dictionary to try.
    """

    def __init__(self, path: Path) -> None:
        """Take the file at a path; a file that is not there has no keys yet."""
        self.path = path
        self._stamp: tuple[int, int, int] | None = None
        self._keys: tuple[Key, ...] = ()

    @property
    def keys(self) -> tuple[Key, ...]:
        """The keys as the file has them now; KeysError where it cannot be read."""
        try:
            status = self.path.stat()
        except FileNotFoundError:
            self._stamp, self._keys = None, ()
            return ()
        except OSError as error:
            raise KeysError(f"{self.path} cannot be read: {error.strerror}.") from None
        stamp = (status.st_mtime_ns, status.st_size, status.st_ino)
        if stamp != self._stamp:
            self._keys = self._read()
            self._stamp = stamp
        return self._keys

    def owner(self, key: str) -> str | None:
        """Return whose key this is, None for nobody's."""
        digest = _digest(key[:_LONGEST])
        found = None
        for each in self.keys:  # all of them, so that the time tells nothing
            if compare_digest(each.digest, digest):
                found = each.name
        return found

    def add(self, name: str) -> str:
        """Make a key and return it: it can be seen only now."""
        if not _NAME.fullmatch(name):
            raise KeysError("A name is 1 to 64 letters, digits, dots, dashes and underscores.")
        key = _PREFIX + secrets.token_urlsafe(32)
        with self._locked() as file:
            if any(each.name == name for each in self.keys):
                raise KeysError(f"There is a key named {name} already; remove it first.")
            self._write(file, (*self.keys, Key(name, _digest(key), datetime.now(UTC).date().isoformat())))
        return key

    def remove(self, name: str) -> None:
        """Withdraw a key; a server that is running refuses it from then on."""
        with self._locked() as file:
            left = tuple(each for each in self.keys if each.name != name)
            if len(left) == len(self.keys):
                raise KeysError(f"There is no key named {name}.")
            self._write(file, left)

    def _read(self) -> tuple[Key, ...]:
        if self.path.exists() and not self.path.is_file():  # to read a pipe would take for ever
            raise KeysError(f"{self.path} is no file that could hold API keys.")
        try:
            lines = self.path.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise KeysError(f"{self.path} cannot be read: {error}.") from None
        keys = []
        for number, line in enumerate(lines, 1):
            parts = line.split()
            if not parts:
                continue
            if len(parts) != 3 or not re.fullmatch("[0-9a-f]{64}", parts[1]):  # noqa: PLR2004 # name, hash, day
                raise KeysError(f"{self.path}, line {number}, is not a name, a hash and a day.")
            keys.append(Key(*parts))
        return tuple(keys)

    @contextmanager
    def _locked(self) -> Iterator[Path]:
        """Keep others from changing the keys meanwhile, and give the file itself where the path is a link to it.

        The lock is on the file's folder, for the file is replaced; the folder must be there: it may be mistyped.
        """
        file = Path(os.path.realpath(self.path))
        try:
            folder = os.open(file.parent, os.O_RDONLY)
        except OSError as error:
            raise KeysError(f"{self.path} cannot be written: {error.strerror}.") from None
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            yield file
        finally:
            os.close(folder)

    def _write(self, file: Path, keys: tuple[Key, ...]) -> None:
        """Put the file in place whole: a new one for its owner alone, another for those who could read it before."""
        text = "".join(f"{each.name} {each.digest} {each.made}\n" for each in keys)
        beside = file.with_name(f".{file.name}.{os.getpid()}")
        try:
            with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as new:  # noqa: PTH123 # the mode is set from the first byte on
                new.write(text)
                new.flush()
                if file.exists():
                    _give(new.fileno(), file.stat())
                os.fsync(new.fileno())
            beside.replace(file)
        except OSError as error:
            beside.unlink(missing_ok=True)
            raise KeysError(f"{self.path} cannot be written: {error.strerror}.") from None


def _give(file: int, like: os.stat_result) -> None:
    """Give a file the owner, the group and the mode of another: the server need not be the user who changes it."""
    with suppress(PermissionError):
        os.fchown(file, -1, like.st_gid)  # which a member of the group may
        os.fchown(file, like.st_uid, -1)  # and this only root
    os.fchmod(file, stat.S_IMODE(like.st_mode))


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()
