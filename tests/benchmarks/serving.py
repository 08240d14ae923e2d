"""Prints how many answers a second the server gives, beside a constant Flask reply on the same server.

    python tests/benchmarks/serving.py [--corpus PATH] [--seconds 5]

Distinct questions come from sixteen processes, each over a connection that stays open: of four, one of the server's
processes takes all more often than not. They speak HTTP by hand: on a machine with two cores what ``http.client``
takes, nearly as much as a constant reply, weighs on both servers and brings them nearer to each other than they are.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from flask import Flask, jsonify

sys.path.insert(0, str(Path(__file__).parent))

from material import questions

from bot.corpus import shipped
from bot.indexing.store import open_index

WORKERS = 2
CLIENTS = 16
PORT = 8765
ROUNDS = 3
LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)

app = Flask(__name__)


@app.post("/api/ask")
def constant() -> object:
    """Reply the same to everything."""
    return jsonify(reply="constant")


def main() -> None:
    """Measure both servers in turns, so that what else the machine does falls on both."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpus", type=Path, default=shipped())
    parser.add_argument("--seconds", type=float, default=5.0)
    arguments = parser.parse_args()
    asked = questions(open_index(arguments.corpus).index, 2000 if arguments.corpus != shipped() else 150)
    python = [sys.executable, "-m"]
    servers = {
        "bot": [*python, "bot", "serve", "--corpus", str(arguments.corpus), "--port", str(PORT)],
        "constant": [
            *python,
            "granian",
            "serving:app",
            "--interface",
            "wsgi",
            "--port",
            str(PORT),
            "--workers",
            str(WORKERS),
            "--blocking-threads",
            "256",
            "--log-level",
            "critical",
        ],
    }
    rates: dict[str, list[float]] = {name: [] for name in servers}
    for _ in range(ROUNDS):
        for name, command in servers.items():
            rates[name].append(rate(command, asked, arguments.seconds))
    bot, plain = (median(rates[name]) for name in servers)
    sys.stdout.write(f"{bot:,.0f} answers a second, {plain:,.0f} constant replies: {bot / plain:.2f}\n")


def rate(command: list[str], asked: list[str], seconds: float) -> float:
    """Return how many replies a second a server gives."""
    environment = os.environ | {"BOT_WORKERS": str(WORKERS), "BOT_ACCESS_LOG": "false"}
    here = Path(__file__).parent
    with subprocess.Popen(  # our own command
        command, cwd=here, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            wait()
            with multiprocessing.Pool(CLIENTS) as pool:
                return sum(pool.starmap(ask, [(asked[at::CLIENTS], seconds) for at in range(CLIENTS)])) / seconds
        finally:
            server.send_signal(signal.SIGINT)
            server.wait()


def wait() -> None:
    """Wait until a reply comes."""
    for _ in range(300):
        try:
            ask(["ready?"], 0.01)
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the server does not answer")


def ask(asked: list[str], seconds: float) -> int:
    """Ask for some seconds; return how many replies came."""
    requests = [request(json.dumps({"question": question}).encode()) for question in asked]
    connection = socket.create_connection(("127.0.0.1", PORT), timeout=30)
    count = 0
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        try:
            connection.sendall(requests[count % len(requests)])
            head = receive(connection)
        except (BrokenPipeError, ConnectionResetError):
            connection.close()  # the server ends a connection now and then; the next request opens another
            connection = socket.create_connection(("127.0.0.1", PORT), timeout=30)
            continue
        if not head.startswith(b"HTTP/1.1 200 "):
            raise RuntimeError(head.decode())
        count += 1
    connection.close()
    return count


def request(body: bytes) -> bytes:
    """Return a request as it is sent."""
    head = "POST /api/ask HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
    return b"%b%d\r\n\r\n%b" % (head.encode(), len(body), body)


def receive(connection: socket.socket) -> bytes:
    """Receive a reply whole; return its head."""
    reply = b""
    while b"\r\n\r\n" not in reply:
        reply += connection.recv(1 << 16) or reset()
    head, _, body = reply.partition(b"\r\n\r\n")
    length = LENGTH.search(head)
    assert length is not None
    missing = int(length[1]) - len(body)
    while missing > 0:
        missing -= len(connection.recv(1 << 16) or reset())
    return head


def reset() -> bytes:
    raise ConnectionResetError


if __name__ == "__main__":
    main()
