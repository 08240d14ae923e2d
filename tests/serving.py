"""A server in a process of its own, as ``bot serve`` starts it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import Request, urlopen

if TYPE_CHECKING:
    from collections.abc import Iterator


class Server:
    """A running server, and what a client or a supervisor does to it."""

    def __init__(self, process: subprocess.Popen[str], errors: Path) -> None:
        self.process = process
        self.errors = errors
        self.banner = process.stdout.readline() if process.stdout else ""
        self.url = next((word.rstrip("/") for word in self.banner.split() if word.startswith("http")), "")
        self.port = int(self.url.rpartition(":")[2] or 0)

    def get(self, path: str, **headers: str) -> Any:  # noqa: ANN401 # JSON or text
        with urlopen(Request(self.url + path, headers=headers), timeout=20) as response:  # noqa: S310 # our own server
            body = response.read().decode()
        return json.loads(body) if response.headers.get_content_type() == "application/json" else body

    def workers(self) -> list[int]:
        """Return the ids of the processes that answer."""
        found: list[int] = []
        for task in Path(f"/proc/{self.process.pid}/task").iterdir():
            with suppress(FileNotFoundError, ProcessLookupError):  # a thread that has just ended started none of them
                found.extend(map(int, (task / "children").read_text().split()))
        return found

    def end(self, with_signal: int = signal.SIGTERM) -> int:
        """Ask the server to end and return its exit status."""
        self.process.send_signal(with_signal)
        return self.process.wait(30)


@contextmanager
def serving(
    folder: Path, *arguments: str, program: tuple[str, str] = ("-m", "bot"), **settings: str
) -> Iterator[Server]:
    """Start a server on a free port; its errors go to a file in a folder."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    environment = {**clean, "BOT_WORKERS": "2", **{f"BOT_{name.upper()}": value for name, value in settings.items()}}
    errors = folder / "errors"
    with errors.open("w") as stream:
        command = [sys.executable, *program, "serve", "--port", "0", *arguments]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stream, text=True, env=environment)
    try:
        yield Server(process, errors)
    finally:
        process.terminate()
        try:
            process.wait(30)
        finally:
            process.kill()
            if process.stdout:
                process.stdout.close()
