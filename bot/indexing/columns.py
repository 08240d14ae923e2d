"""Named columns of bytes, in memory or in the files of a folder: what an index is made of."""

from __future__ import annotations

import io
import mmap
import os
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast
from weakref import finalize

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    Columns = Mapping[str, memoryview]
    """Of the column ``RECORDS``, which may be a ``Stored``, only slices are asked."""

RECORDS = "records"
"""The one column that is too large to be mapped: a map reads much around what is asked for, and all of it counts as
memory, some hundred megabytes after some hundred questions."""


class Sink(Protocol):
    """Where columns are written to."""

    def open(self, name: str) -> BinaryIO:
        """Return a new column to append to."""
        ...

    def put(self, name: str, data: bytes) -> None:
        """Write a column whole."""
        ...


class _Column(io.BytesIO):
    """A column that can still be read when it is closed."""

    def close(self) -> None:
        """Stay open."""


class Memory:
    """Columns in memory."""

    def __init__(self) -> None:
        """Begin with none."""
        self._files: dict[str, io.BytesIO] = {}

    def open(self, name: str) -> BinaryIO:
        """Return a new column to append to."""
        self._files[name] = _Column()
        return self._files[name]

    def put(self, name: str, data: bytes) -> None:
        """Write a column whole."""
        self._files[name] = _Column(data)

    def columns(self) -> Columns:
        """Return what was written."""
        return {name: memoryview(file.getvalue()) for name, file in self._files.items()}


class Folder:
    """Columns in the files of a folder, each named after its column."""

    def __init__(self, path: Path) -> None:
        """Take a folder that is there."""
        self.path = path
        self._files: list[BinaryIO] = []

    def open(self, name: str) -> BinaryIO:
        """Return a new column to append to."""
        self._files.append((self.path / name).open("wb"))
        return self._files[-1]

    def close(self) -> None:
        """Close what was opened to append to."""
        for file in self._files:
            file.close()

    def put(self, name: str, data: bytes) -> None:
        """Write a column whole."""
        (self.path / name).write_bytes(data)

    def columns(self) -> Columns:
        """Map the files, but for the records; they are read as they are touched, and processes share what is read."""
        files = [file for file in sorted(self.path.iterdir()) if file.is_file()]
        return {file.name: cast("memoryview", Stored(file)) if file.name == RECORDS else _map(file) for file in files}


class Stored:
    """The bytes of a file, each part read when it is asked for."""

    def __init__(self, path: Path) -> None:
        """Open the file; it stays open, and readable, as long as this is kept."""
        self._file = os.open(path, os.O_RDONLY)
        finalize(self, os.close, self._file)

    def __getitem__(self, part: slice) -> bytes:
        """Return a part, less where the file ends before."""
        return os.pread(self._file, part.stop - part.start, part.start)


def _map(path: Path) -> memoryview:
    with path.open("rb") as file:
        if not path.stat().st_size:
            return memoryview(b"")  # an empty file cannot be mapped
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
