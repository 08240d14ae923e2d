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

HOST = "127.0.0.1"


@dataclass
class Traffic:
    """Keeps clients of one server busy in threads until it is stopped."""

    port: int
    outcomes: Counter[str] = field(default_factory=Counter)
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
        number = 0
        while not self._over.is_set():
            number += 1
            try:
                if connection.sock is None:
                    connection.connect()
            except OSError:
                self._count("refused")  # never taken in, so never lost
                connection.close()
                time.sleep(0.05)
                continue
            try:
                body = json.dumps({"question": f"what is Korea doing in Malaysia, client {client}, time {number}?"})
                connection.request("POST", "/api/ask", body, {"Content-Type": "application/json"})
                response = connection.getresponse()
                whole = json.loads(response.read())
                self._count("answered" if "status" in whole and response.status == 200 else f"{response.status}")
            except (OSError, http.client.HTTPException, ValueError) as error:
                self._count(f"lost: {type(error).__name__}")
                connection.close()
            if not keep_alive:
                connection.close()
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
                connection.sendall(b"GET /api/ask?question=who HTTP/1.1\r\nHost: x\r\n\r\n")
            time.sleep(0.02)
