"""Who is cut off and who is not: a client owes its request in time, the server its answer however long that takes."""

from __future__ import annotations

import json
import socket
import sys
import time
from contextlib import ExitStack
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from serving import Server, serving

from bot.web.connections import Reaper
from bot.web.work import Work

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the server's guards are Linux's")
SECONDS = 4
"""What a slow answer takes, a few times as long as a client may take to send."""
SLOW = f"""
import sys, time
from bot.answering import Bot
from bot.cli import main
ask = Bot.ask
def slow(bot, question):
    time.sleep({SECONDS} if question.text == "slowly" else 0)
    return ask(bot, question)
Bot.ask = slow
sys.exit(main())
"""
BODY = b'{"question": "slowly"}'
HEAD = b"POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(BODY)
WHOLE = [
    ("asked in the body", [HEAD + BODY]),
    ("asked in two parts", [HEAD + BODY[:5], BODY[5:]]),
    ("asked in the address", [b"GET /api/ask?question=slowly HTTP/1.1\r\nHost: x\r\n\r\n"]),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("slow")
    with serving(folder, program=("-c", SLOW), workers="1", request_timeout="1") as running:
        assert running.get("/readyz") == "ready\n"
        yield running


def test_what_came_whole_is_answered_and_a_client_that_keeps_the_server_waiting_is_cut_off(server: Server) -> None:
    with ExitStack() as opened:

        def connect() -> socket.socket:
            return opened.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=20))

        asking = [connect() for _ in WHOLE]
        for part in range(2):
            for client, (_, parts) in zip(asking, WHOLE, strict=True):
                client.sendall(b"".join(parts[part : part + 1]))
            time.sleep(0.5)
        stalled, dripping = connect(), connect()
        began = time.monotonic()
        stalled.sendall(HEAD + BODY[:5])
        dripping.sendall(HEAD)
        cut: dict[str, float] = {}
        while len(cut) < 2 and time.monotonic() < began + 15:
            for name, client in (("stalled", stalled), ("dripping", dripping)):
                client.settimeout(0.1)
                try:
                    if name == "dripping":
                        client.sendall(b" ")
                    if name not in cut and client.recv(1000)[9:12] in {b"", b"408"}:
                        cut[name] = time.monotonic() - began
                except TimeoutError:
                    continue
                except OSError:
                    cut.setdefault(name, time.monotonic() - began)
        replies = [client.recv(100)[9:12] for client in asking]

    assert dict(zip([name for name, _ in WHOLE], replies, strict=True)) == {name: b"200" for name, _ in WHOLE}
    assert set(cut) == {"stalled", "dripping"}


def test_an_answer_that_took_long_is_in_the_log(server: Server) -> None:
    assert server.get("/api/ask?question=slowly")["question"] == "slowly"
    time.sleep(0.5)
    lines = [json.loads(line) for line in server.errors.read_text().splitlines()]
    assert any(line["path"] == "/api/ask" and line["ms"] > SECONDS * 1000 for line in lines)


def _take_up(work: Work, body: bytes | None) -> None:
    call = work.begin({"wsgi.input": BytesIO(body or b"")})
    if body is None:
        call.whole = None  # as while it is read
    else:
        call.read()


def test_no_client_is_to_blame_for_the_time_that_its_request_waits_for_a_thread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = [100.0]
    monkeypatch.setattr("bot.web.work.time.monotonic", lambda: clock[0])
    work = Work(most=1000, patience=1)
    work.threads = 1

    def owed(since: float) -> bool:
        return work.owes(since, since, 2, clock[0])

    first = work.begin({"wsgi.input": BytesIO()})
    clock[0] = 110
    assert owed(101)  # it waits for the one thread
    work.end(first)
    second = work.begin({"wsgi.input": BytesIO()})
    work.threads = 2  # so that this one does not keep all of them busy
    clock[0] = 120
    assert owed(101)  # it is answered
    assert not owed(115)  # it came later, and there was a thread for it
    work.end(second)
    assert not owed(101)


LOOKS: list[tuple[str, list[bytes | None], int, bool]] = [
    ("nothing is in work", [], 0, True),
    ("a request that came whole is", [b"x"], 0, False),
    ("one is that is still read", [None], 0, True),
    ("all threads are busy, so that it may wait for one", [b"x"], 1, False),
    ("all threads are busy with reading", [None], 1, True),
]


@pytest.mark.parametrize(("calls", "threads", "cut"), [each[1:] for each in LOOKS], ids=[each[0] for each in LOOKS])
def test_a_late_client_is_cut_off_unless_an_answer_may_be_owed_to_it(
    calls: list[bytes | None],
    threads: int,
    cut: bool,  # noqa: FBT001 # a row of the table
) -> None:
    work = Work(most=1000, patience=1)
    work.threads = threads
    with socket.create_server(("127.0.0.1", 0)) as listener, socket.create_connection(listener.getsockname()) as client:
        taken, _ = listener.accept()
        with taken:
            client.sendall(b"x")
            taken.recv(1)
            taken.setblocking(False)  # noqa: FBT003 # takes no name
            for body in calls:
                _take_up(work, body)
            reaper = Reaper(listener.getsockname()[1], 0.5, work)
            for seconds in (0.0, 0.7):
                time.sleep(seconds)
                reaper.look(time.monotonic())
            try:
                found = taken.recv(1) == b""
            except BlockingIOError:
                found = False

    assert found is cut
