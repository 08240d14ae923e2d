"""Connections whose client keeps the server waiting are closed, and no new ones are taken once the server ends.

Granian limits the time for a request's headers only: a client that connects and says nothing, or sends half a body,
would hold its place for ever. Linux tells of each socket when it last received and sent anything (``TCP_INFO``). A
client whose request came whole has done its part, however long the answer takes.
"""

from __future__ import annotations

import ctypes
import os
import socket
import struct
import sys
import time
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.web.work import Work

SUPPORTED = sys.platform == "linux"
_SECONDS = 1.0
_SLACK = 0.1
_LISTENS = 10


def watch(port: int, patience: float, work: Work) -> None:
    """Close, from a thread, this process' connections that kept it waiting for ``patience`` seconds."""
    if SUPPORTED:
        Thread(target=Reaper(port, patience, work).run, name="connections", daemon=True).start()


class Reaper:
    """Knows since when each connection owes the server something."""

    def __init__(self, port: int, patience: float, work: Work) -> None:
        """Look after the connections to one port, but for those whose request is in work."""
        self._port = port
        self._patience = patience
        self._work = work
        self._waiting: dict[int, tuple[float, float, bool]] = {}

    def run(self) -> None:
        """Look once a second for ever."""
        while True:
            time.sleep(_SECONDS)
            self.look(time.monotonic())

    def look(self, now: float) -> None:
        """Close what waits too long: the reading side first, so that a reply can still go out, then both."""
        waiting = {}
        for name, connection in _connections(self._port):
            sent, received = _last(connection, now)
            since, replied, owed_before = self._waiting.get(name, (0.0, 0.0, False))
            if abs(replied - sent) > _SLACK:  # something was sent since the last look
                since = sent
            elif since <= replied + _SLACK and received > sent + _SLACK:
                since = received  # the next request began
            late = now - since - self._patience
            owed = late > 0 and self._work.owes(since, received, self._patience, now)
            waiting[name] = since, sent, owed
            if late > 0 and not (owed or owed_before):  # what was owed until now may be on its way out
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RD if late < 2 * _SECONDS else socket.SHUT_RDWR)
        self._waiting = waiting


def _connections(port: int) -> Iterator[tuple[int, socket.socket]]:
    """Find this process' open connections to a port, each with the number of its socket."""
    for file in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            link = str(file.readlink())
            if not link.startswith("socket:"):
                continue
            with socket.socket(fileno=os.dup(int(file.name))) as connection:
                if connection.family in {socket.AF_INET, socket.AF_INET6} and connection.getsockname()[1] == port:
                    connection.getpeername()
                    yield int(link[8:-1]), connection


def _last(connection: socket.socket, now: float) -> tuple[float, float]:
    """Return when a connection last sent and last received data."""
    info = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 60)
    sent, received = struct.unpack_from("=I4xI", info, 44)
    return now - sent / 1000, now - received / 1000


def close_door(listeners: Sequence[socket.socket], seconds: float) -> None:
    """Take no new connection, and wait until those that are made already have been accepted.

    A filter on a socket drops the packets that open a connection, and only these. To close it instead would cut off
    clients that wait in its queue and have sent their request.
    """
    if not SUPPORTED:
        return
    # Load the flags of the TCP header; with SYN among them the packet is dropped, else it is kept whole.
    program = struct.pack(
        "=HBBI HBBI HBBI HBBI", 0x30, 0, 0, 13, 0x45, 0, 1, 0x02, 0x06, 0, 0, 0, 0x06, 0, 0, 0xFFFFFFFF
    )
    code = ctypes.create_string_buffer(program)
    filter_ = struct.pack("@HP", 4, ctypes.addressof(code))
    for listener in listeners:
        with suppress(OSError):
            listener.setsockopt(socket.SOL_SOCKET, 26, filter_)  # SO_ATTACH_FILTER
    until = time.monotonic() + seconds
    while any(_queue(listener) for listener in listeners) and time.monotonic() < until:
        time.sleep(0.01)


def _queue(listener: socket.socket) -> int:
    """Return how many connections wait to be accepted."""
    state, waiting = struct.unpack_from("=B23xI", listener.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 60))
    return int(waiting) if state == _LISTENS else 0
