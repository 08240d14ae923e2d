"""The production server: granian's worker processes around sockets that outlive them."""

from __future__ import annotations

import ctypes
import errno
import gc
import ipaddress
import logging
import multiprocessing
import os
import resource
import signal
import socket
import sys
import time
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from multiprocessing.util import Finalize
from typing import TYPE_CHECKING, Any

from bot.errors import ServerError
from bot.web import connections
from bot.web.accesslog import reporting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask

    from bot.settings import Settings

_log = logging.getLogger(__name__)
_THREADS = 256
"""Requests that one process works at side by side, the waiting for slow bodies included."""
_FAREWELL = 0.5
"""Seconds at the end in which clients are told to open another connection before this one is closed."""
_AGAIN = 1.0
"""Seconds after which a process that has not ended is woken."""
_PR_SET_PDEATHSIG = 1
_M_TRIM_THRESHOLD, _M_ARENA_MAX = -1, -8
"""What glibc's ``mallopt`` sets by these numbers: the free bytes at the heap's end from which they are given back, and
how many heaps there are."""
_FREE = 128 * 1024
_WHY = {
    errno.EADDRINUSE: "another program listens there",
    errno.EACCES: "that takes more rights than this user has",
    errno.EADDRNOTAVAIL: "this machine has no such address",
}


def serve(settings: Settings) -> int:
    """Serve until Ctrl-C or SIGTERM; return the exit status.

    BotError: it cannot start; the message is one line that says why, but for a corpus with several bad files.
    """
    from bot import create_app  # noqa: PLC0415 # loads what only a server needs

    _share_heap()
    with reporting(), ExitStack() as opened:
        first = opened.enter_context(_bind(settings))
        app = create_app(settings)
        return _run(settings, [first, *_listen(first, settings, opened)], app)


def _bind(settings: Settings) -> socket.socket:
    """Return the first process' socket, not listening yet: it takes no one in before it can answer."""
    try:
        family, _, _, _, address = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        raise _cannot_listen(settings, error) from None
    return listener


def _listen(first: socket.socket, settings: Settings, opened: ExitStack) -> list[socket.socket]:
    """Listen, and return the sockets that the other processes accept from, where the system deals connections out.

    From one that they share, the process that wakes first takes most of the connections that come at once. All are
    opened here and stay open here, so that what waits at one is not lost when its process dies: the next inherits it.
    """
    others = []
    try:
        first.listen(settings.max_connections)  # alone at first, so that another server there is noticed
        if sys.platform == "linux":
            first.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            for _ in range(1, settings.workers):
                listener = opened.enter_context(socket.socket(first.family))
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
                listener.bind(first.getsockname())
                listener.listen(settings.max_connections)
                others.append(listener)
    except OSError as error:  # another server was quicker
        raise _cannot_listen(settings, error) from None
    for listener in (first, *others):
        # A reply's head and its body are two writes: without this the second waits for the first's receipt, 40 ms.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listener.setblocking(False)  # noqa: FBT003 # takes no name
    return others


def _cannot_listen(settings: Settings, error: OSError) -> ServerError:
    why = _WHY.get(error.errno or 0, error.strerror or "no such address")
    return ServerError(f"cannot listen on {settings.host}, port {settings.port}: {why}")


def url(listener: socket.socket) -> str:
    """Return the address to open in a browser."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _run(settings: Settings, listeners: list[socket.socket], app: Flask) -> int:
    from granian._granian import SocketHolder  # noqa: PLC0415 # granian.net has it, not for others
    from granian.constants import HTTPModes, Interfaces  # noqa: PLC0415
    from granian.http import HTTP1Settings  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415
    from granian.server.mp import MPServer  # noqa: PLC0415

    class Server(MPServer):
        """Granian around sockets that are open already.

        On its own each of granian's processes opens a socket for itself, so that what waits at one is lost when that
        process dies. granian has no types for what is overridden here.
        """

        def _init_shared_socket(self) -> None:
            self._sso = None  # a process is given its socket when it is made

        def _spawn_worker(self, idx: int, target: Any, callback_loader: Any) -> Any:  # type: ignore[override]  # noqa: ANN401
            listener = listeners[idx % len(listeners)]
            # The arguments have no names: the socket, whether it is a Unix one, its backlog.
            self._shd = SocketHolder(listener.fileno(), False, settings.max_connections)  # type: ignore[assignment,call-arg]  # noqa: FBT003
            return super()._spawn_worker(idx, target, partial(callback_loader, idx))

        def _spawn_workers(self, *args: Any) -> None:  # noqa: ANN401
            with _held_back():
                super()._spawn_workers(*args)  # type: ignore[no-untyped-call]
            _announce(settings, listeners[0], app)

        def _respawn_workers(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
            with _held_back():
                super()._respawn_workers(*args, **kwargs)
            # granian gives up when a process dies twice within seconds. The app is loaded already, so a process that
            # starts can answer: whatever ended two of them, a third is better than none.
            self.respawned_wrks.clear()
            time.sleep(0.1)

        def shutdown(self, exit_code: int = 0) -> None:
            app.extensions["gate"].draining.value = 1
            connections.close_door(listeners, settings.request_timeout)
            time.sleep(_FAREWELL)
            super().shutdown(exit_code)  # type: ignore[no-untyped-call]

        def _stop_workers(self) -> None:
            until = time.monotonic() + settings.request_timeout * 2
            for worker in self.wrks:
                worker.terminate()  # once: granian's handler holds up the whole process at the third
            while (alive := [worker for worker in self.wrks if worker.is_alive()]) and time.monotonic() < until:
                alive[0].join(_AGAIN)
                for worker in alive:
                    _wake(worker.inner.pid)
            super()._stop_workers()  # type: ignore[no-untyped-call]

    _allow_open_files(settings.max_connections)
    # The app is loaded once and shared by the processes, which only a fork can do; what is frozen is not copied when
    # a process collects its garbage.
    multiprocessing.set_start_method("fork", force=True)
    gc.collect()
    gc.freeze()
    server = Server(
        "bot",
        interface=Interfaces.WSGI,
        workers=settings.workers,
        blocking_threads=_THREADS,
        backlog=settings.max_connections,
        backpressure=settings.max_connections,
        # The limits and the end of a connection when the server ends are HTTP/1.1's: HTTP/2 would go round them.
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(
            header_read_timeout=settings.request_timeout * 1000, max_buffer_size=settings.max_headers
        ),
        log_level=LogLevels.critical,
        respawn_failed_workers=True,
        workers_kill_timeout=1,  # seconds, for those that have not ended when they were asked for long enough
    )
    start = partial(_start, app, settings, listeners[0].getsockname()[1], os.getpid())
    server.serve(target_loader=start, wrap_loader=False)
    return 0


@contextmanager
def _held_back() -> Iterator[None]:
    """Hold SIGTERM back while a process starts, which would lose it before it can tell what to do with it."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})


def _wake(process: int) -> None:
    """Have a process see to a signal that came as it fell asleep: Python does so between two steps of its own."""
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGCONT)


def _start(app: Flask, settings: Settings, port: int, parent: int, row: int) -> Flask:
    """Ready a worker process, and return the app that it is to run."""
    os.setpgrp()  # Ctrl-C is for the parent alone, which then ends its workers in order
    # The parent's handler does nothing here; until granian sets its own there is nothing to finish.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGCONT, lambda *_: None)  # to be woken by
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)  # none outlives its parent
        if os.getppid() != parent:  # it was gone before it could be said
            os._exit(1)
    gate = app.extensions["gate"]
    gate.metrics.take_row(row)
    if gate.log:
        gate.log.start()
        Finalize(None, gate.log.flush, exitpriority=1)
    gate.work.threads = _THREADS
    connections.watch(port, settings.request_timeout, gate.work)
    app.extensions["library"].watch(report=row == 0)
    _settle(row, settings.workers)  # last: threads that run already are not bound, so that an index is built by all
    return app


def _settle(row: int, workers: int) -> None:
    """Bind a worker process to a processor of its own, where there is one for each.

    Left alone, the system moves two processes that take turns with their clients onto one processor again and again,
    and what each has in its cache is lost: a quarter of the answers, or more.
    """
    if sys.platform == "linux":
        processors = sorted(os.sched_getaffinity(0))
        if len(processors) == workers:
            os.sched_setaffinity(0, {processors[row]})


def _share_heap() -> None:
    """Have all threads share one heap, and give back what is free of it, where the C library is glibc.

    With a heap for each thread, which grows with the largest body that it ever read, a process takes a tenth more
    memory, and more and more of it for hours.
    """
    with suppress(AttributeError, OSError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_M_ARENA_MAX, 1)
        mallopt(_M_TRIM_THRESHOLD, _FREE)


def _allow_open_files(connections_: int) -> None:
    """Take as many open files as the system allows, for each connection is one."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections_ + 256
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, hard) if hard >= 0 else wanted, hard))


def _announce(settings: Settings, listener: socket.socket, app: Flask) -> None:
    articles = app.extensions["bot"].articles.values()
    what = f"\u201c{next(iter(articles)).title}\u201d" if len(articles) == 1 else f"{len(articles)} articles"
    line = f"Serving {what} at {url(listener)} (Ctrl-C ends it)\n"
    # Straight to the file: what a full disk does not take must not wait in a buffer and fail again at the end.
    with suppress(OSError):
        os.write(sys.stdout.fileno(), line.encode())
    for variable in settings.unknown:
        _log.warning("%s is no setting of the bot", variable)
    outside = not ipaddress.ip_address(listener.getsockname()[0].partition("%")[0]).is_loopback
    if outside and not (settings.keys or settings.rate):
        _log.warning(
            "this address can be reached from outside, with neither API keys nor a rate limit (BOT_KEYS, BOT_RATE)"
        )
