"""Start the bot's own server, and a page of another site, for a browser to visit."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
POLICY = (
    "default-src 'none'; script-src {bot}; frame-src {bot}; require-trusted-types-for 'script'; trusted-types 'none'"
)
"""What a strict page allows: the bot's script and its frame, nothing else."""
HOST = """<!doctype html>
<html lang="en">
<title>Host</title>
<main><h1>A page of another site</h1><p>It has a <button id="mine">button</button> of its own.</p></main>
<script src="{bot}/widget.js" defer data-title="Ask us" data-colour="#ffcc00"
  data-greeting="Welcome, ask away."></script>
"""
_PATIENCE = 60
"""Seconds that the server may take to start."""


@contextmanager
def serve(corpus: Path | None = None, port: int | None = None, **settings: str) -> Iterator[str]:
    """Serve a corpus, the shipped one if none is named, with ``BOT_…`` settings; yield the address."""
    port = port or free_port()
    command = [sys.executable, "-m", "bot", "serve", "--port", str(port)]
    if corpus:
        command += ["--corpus", str(corpus)]
    environment = os.environ | {f"BOT_{name.upper()}": value for name, value in settings.items()}
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet)  # the bot itself
    url = f"http://127.0.0.1:{port}"
    try:
        _wait(url, server)
        yield url
    finally:
        server.terminate()
        server.wait(10)


@contextmanager
def host_page(html: str, policy: str) -> Iterator[str]:
    """Serve one page of another origin under a Content-Security-Policy of its own; yield its address."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *_arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def framed(html: str = HOST, **settings: str) -> Iterator[str]:
    """Serve the bot and a page of another origin that carries its widget; yield the page's address."""
    port = free_port()
    bot = f"http://127.0.0.1:{port}"
    with (
        host_page(html.replace("{bot}", bot), POLICY.replace("{bot}", bot)) as host,
        serve(port=port, **({"frame_ancestors": host} | settings)),
    ):
        yield host


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def _wait(url: str, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if server.poll() is not None:
            message = f"The server ended with status {server.returncode}."
            raise RuntimeError(message)
        try:
            with urlopen(url, timeout=5):  # noqa: S310 # the address is our own
                return
        except URLError:
            time.sleep(0.1)
    message = "The server did not start in time."
    raise RuntimeError(message)
