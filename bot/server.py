"""The production server: granian's worker processes around one listening socket."""

from __future__ import annotations

import errno
import ipaddress
import multiprocessing
import socket
import sys
from typing import TYPE_CHECKING, Any

from bot.errors import BotError, ServerError

if TYPE_CHECKING:
    from flask import Flask

    from bot.settings import Settings

_THREADS = 16
"""Requests that one process works at side by side, the waiting for slow bodies included."""
_WHY = {
    errno.EADDRINUSE: "another program listens there",
    errno.EACCES: "that takes more rights than this user has",
    errno.EADDRNOTAVAIL: "this machine has no such address",
}


def serve(settings: Settings) -> int:
    """Serve until Ctrl-C or SIGTERM; return the exit status: 1, and a line that says why, if it cannot start."""
    from bot import create_app  # noqa: PLC0415 # loads what only a server needs

    try:
        with listen(settings) as listener:
            app = create_app(settings)
            for skipped in app.extensions["skipped"]:
                print(f"bot: skipped {skipped.path}: {skipped.reason}", file=sys.stderr)
            _run(settings, listener, app)
    except BotError as error:
        print(f"bot: {error}", file=sys.stderr)
        return 1
    return 0


def listen(settings: Settings) -> socket.socket:
    """Return the socket that every process accepts from; ServerError where the address cannot be had."""
    try:
        family, _, _, _, address = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0]
        listener = socket.create_server(address[:2], family=family, backlog=settings.max_connections)
    except OSError as error:
        why = _WHY.get(error.errno or 0, error.strerror or "no such address")
        raise ServerError(f"Cannot listen on {settings.host}, port {settings.port}: {why}.") from None
    listener.setblocking(False)  # noqa: FBT003 # takes no name
    return listener


def url(listener: socket.socket) -> str:
    """Return the address to open in a browser."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _run(settings: Settings, listener: socket.socket, app: Flask) -> None:
    from granian._granian import SocketHolder  # noqa: PLC0415 # granian.net has it, not for others
    from granian.constants import Interfaces  # noqa: PLC0415
    from granian.http import HTTP1Settings  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415
    from granian.server.mp import MPServer  # noqa: PLC0415

    class Server(MPServer):
        """Granian around a socket that is open already.

        On its own each of granian's processes opens a socket of its own, so that what waits at one is lost when that
        process dies.
        """

        def _init_shared_socket(self) -> None:
            # granian's type stubs leave both lines out; the arguments are the socket, whether it is a Unix one, its
            # backlog, and have no names.
            holder = SocketHolder(listener.fileno(), False, settings.max_connections)  # type: ignore[call-arg]  # noqa: FBT003
            self._shd, self._sso = holder, None  # type: ignore[assignment]

        def _spawn_workers(self, *args: Any) -> None:  # noqa: ANN401 # handed on
            super()._spawn_workers(*args)  # type: ignore[no-untyped-call] # granian has no types here
            _announce(settings, listener, app)

    # The app is loaded once and shared by the processes, which only a fork can do.
    multiprocessing.set_start_method("fork", force=True)
    Server(
        "bot",
        interface=Interfaces.WSGI,
        workers=settings.workers,
        blocking_threads=_THREADS,
        backlog=settings.max_connections,
        http1_settings=HTTP1Settings(
            header_read_timeout=settings.request_timeout * 1000, max_buffer_size=settings.max_headers
        ),
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        workers_kill_timeout=settings.request_timeout * 2,
    ).serve(target_loader=lambda: app, wrap_loader=False)


def _announce(settings: Settings, listener: socket.socket, app: Flask) -> None:
    articles = app.extensions["bot"].articles.values()
    what = f"\u201c{next(iter(articles)).title}\u201d" if len(articles) == 1 else f"{len(articles)} articles"
    print(f"Serving {what} at {url(listener)} (Ctrl-C ends it)", flush=True)
    outside = not ipaddress.ip_address(listener.getsockname()[0].partition("%")[0]).is_loopback
    if outside and not (settings.keys or settings.rate):
        print(
            "Warning: this address can be reached from outside, with neither API keys nor a rate limit"
            " (BOT_KEYS, BOT_RATE).",
            file=sys.stderr,
        )
