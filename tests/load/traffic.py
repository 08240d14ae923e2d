"""Good clients that count what became of each request, and bad ones that get in their way."""

from __future__ import annotations

import contextlib
import http.client
import json
import random
import socket
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable

HOST = "127.0.0.1"
_JSON = {"Content-Type": "application/json"}
_HANGING_UP = (
    b"GET /api/ask?question=who HTTP/1.1\r\nHost: x\r\n\r\n",
    (
        b"POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 77\r\n\r\n"
        b'{"stream": true, "messages": [{"role": "user", "content": "what is Korea?"}]}'
    ),
)


@dataclass(frozen=True)
class Good:
    """A request that a server must answer, and how to tell that its reply came whole."""

    method: str
    path: str
    body: str | None
    whole: Callable[[bytes], bool]


def good_request(client: int, number: int) -> Good:
    """Return the next request of a client; no two are the same."""
    question = f"what is Korea doing in Malaysia, client {client}, time {number}?"
    if number % 8 == 3:  # each of the others once in eight requests
        return Good("GET", f"/?question={quote(question)}", None, lambda body: body.rstrip().endswith(b"</html>"))
    if number % 8 == 7:
        message = {"role": "user", "content": question}
        streamed = json.dumps({"messages": [message], "stream": True})
        return Good("POST", "/v1/chat/completions", streamed, lambda body: body.endswith(b"data: [DONE]\n\n"))
    return Good("POST", "/api/ask", json.dumps({"question": question}), lambda body: "status" in json.loads(body))


@dataclass
class Traffic:
    """Keeps clients of one server busy in threads until it is stopped."""

    port: int
    pause: float = 0
    """Seconds that a good client waits between two requests."""
    outcomes: Counter[str] = field(default_factory=Counter)
    doomed: frozenset[int] = frozenset()
    """The ports of clients whose server process is killed on purpose: these alone may be cut off."""
    _threads: list[threading.Thread] = field(default_factory=list)
    _over: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def good(self, clients: int, *, keep_alive: bool = True) -> None:
        """Start clients that ask one question after the other, each another one."""
        for client in range(clients):
            self._start(self._ask, client, keep_alive)

    def bad(self, clients: int) -> None:
        """Start clients that are slow, half-open, oversized, broken or gone before the reply."""
        for client in range(clients):
            self._start((self._slow, self._mute, self._large, self._broken, self._gone)[client % 5])

    def stop(self) -> Counter[str]:
        """End the clients, each after the request it is at, and return the outcomes."""
        self._over.set()
        for thread in self._threads:
            thread.join(30)
        return self.outcomes

    def _start(self, run: object, *args: object) -> None:
        thread = threading.Thread(target=run, args=args, daemon=True)  # type: ignore[arg-type]
        thread.start()
        self._threads.append(thread)

    def _count(self, outcome: str) -> None:
        with self._lock:
            self.outcomes[outcome] += 1

    def _ask(self, client: int, keep_alive: bool) -> None:  # noqa: FBT001 # a thread's argument
        connection = http.client.HTTPConnection(HOST, self.port, timeout=30)
        number = own_port = 0
        while not self._over.is_set():
            number += 1
            try:
                if connection.sock is None:
                    connection.connect()
                    own_port = connection.sock.getsockname()[1]
            except OSError:
                self._count("refused")  # never taken in, so never lost
                connection.close()
                time.sleep(0.05)
                continue
            try:
                self._count(_outcome(connection, good_request(client, number)))
            except (OSError, http.client.HTTPException, ValueError) as error:
                self._count("cut off" if own_port in self.doomed else f"lost: {type(error).__name__}")
                connection.close()
            if not keep_alive:
                connection.close()
            if self.pause:
                self._over.wait(self.pause)
        connection.close()

    def _connect(self) -> socket.socket | None:
        try:
            return socket.create_connection((HOST, self.port), timeout=60)
        except OSError:
            time.sleep(0.1)
            return None

    def _slow(self) -> None:
        while not self._over.is_set():
            connection = self._connect()
            if connection is None:
                continue
            with connection:
                try:
                    connection.sendall(b"POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n")
                    connection.sendall(b"Content-Length: 5000\r\n\r\n")
                    while not self._over.wait(0.5):
                        connection.sendall(b" ")
                except OSError:
                    pass

    def _mute(self) -> None:
        while not self._over.is_set():
            connection = self._connect()
            if connection is None:
                continue
            with connection:
                connection.settimeout(1)
                while not self._over.is_set():
                    try:
                        if connection.recv(100) == b"":
                            break
                    except TimeoutError:
                        continue
                    except OSError:
                        break

    def _large(self) -> None:
        while not self._over.is_set():
            connection = self._connect()
            if connection is None:
                continue
            with connection:
                try:
                    connection.sendall(b"POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n")
                    connection.sendall(b"Transfer-Encoding: chunked\r\n\r\n")
                    for _ in range(200):
                        connection.sendall(b"10000\r\n" + b" " * 0x10000 + b"\r\n")
                except OSError:
                    pass
            time.sleep(0.05)

    def _broken(self) -> None:
        while not self._over.is_set():
            connection = self._connect()
            if connection is None:
                continue
            with connection:
                try:
                    connection.sendall(random.randbytes(200) + b"\r\n\r\n")  # noqa: S311 # noise
                    connection.settimeout(2)
                    connection.recv(100)
                except OSError:
                    pass
            time.sleep(0.05)

    def _gone(self) -> None:
        while not self._over.is_set():
            connection = self._connect()
            if connection is None:
                continue
            with connection, contextlib.suppress(OSError):
                connection.sendall(random.choice(_HANGING_UP))  # noqa: S311 # noise
            time.sleep(0.02)


def _outcome(connection: http.client.HTTPConnection, request: Good) -> str:
    """Send a request and return what became of it."""
    connection.request(request.method, request.path, request.body, _JSON if request.body else {})
    response = connection.getresponse()
    whole = request.whole(response.read())
    return "answered" if whole and response.status == 200 else f"{response.status}"
