"""What the server bears: ends, deaths of its processes, clients that misbehave, files that change."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from processes import clients
from serving import Server, serving
from traffic import Traffic

from bot.corpus import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc, and the server's guards are Linux's")
PROCESSORS = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
ASK = b"POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
CHUNKED = b"POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
JSON, FORM = b"application/json", b"application/x-www-form-urlencoded"
QUESTION = b'{"question": "Who wrote this?"}'


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    settings = {"request_timeout": "2", "max_headers": "8192", "mcp": "true"}
    with serving(tmp_path_factory.mktemp("server"), **settings) as running:
        yield running


def wait_until(holds: Callable[[], bool], seconds: float = 10) -> bool:
    until = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def test_it_says_what_it_serves_and_where_once_it_can_answer(server: Server) -> None:
    assert re.fullmatch(r"Serving “.+” at http://127\.0\.0\.1:\d+/ \(Ctrl-C ends it\)\n", server.banner)
    assert server.get("/readyz") == "ready\n"
    assert server.get("/api/ask?question=who+wrote+this")["status"] == "answered"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--port", "{taken}"], "cannot listen on 127.0.0.1, port {taken}: another program listens there"),
        (["--corpus", "/no/such/folder"], "no article can be read from /no/such/folder: no such file or folder"),
        (["--host", "192.0.2.1"], "cannot listen on 192.0.2.1, port 8000: this machine has no such address"),
    ],
)
def test_what_keeps_it_from_starting_is_one_clear_line(server: Server, arguments: list[str], said: str) -> None:
    command = [sys.executable, "-m", "bot", "serve", *(each.format(taken=server.port) for each in arguments)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    assert ended.returncode == 1
    assert ended.stderr == f"bot: {said.format(taken=server.port)}\n"


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_without_losing_a_request(tmp_path: Path, ending: int) -> None:
    with serving(tmp_path, access_log="false") as server:
        traffic = Traffic(server.port)
        traffic.good(4)
        traffic.good(4, keep_alive=False)
        time.sleep(1)
        assert server.end(ending) == 0
        outcomes = traffic.stop()

    assert outcomes["answered"] > 0
    assert set(outcomes) <= {"answered", "refused"}
    assert server.errors.read_text() == ""


def test_a_request_that_takes_its_time_is_answered_while_it_ends(tmp_path: Path) -> None:
    body = json.dumps({"question": "what is Korea doing in Malaysia?"}).encode()
    head = f"Host: localhost\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    with serving(tmp_path) as server, socket.create_connection(("127.0.0.1", server.port)) as client:
        client.settimeout(10)
        client.sendall(b"POST /api/ask HTTP/1.1\r\n" + head.encode() + body[:9])
        time.sleep(0.5)
        server.process.terminate()
        time.sleep(5)  # longer than its processes are asked to end for, several times over
        client.sendall(body[9:])
        assert client.recv(100).startswith(b"HTTP/1.1 200 ")
        assert server.process.wait(10) == 0


def test_processes_that_die_are_replaced_however_quickly(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        for _ in range(3):
            before = server.workers()
            os.kill(before[0], signal.SIGKILL)
            assert wait_until(lambda before=before: len(set(server.workers()) - {before[0]}) == 2)
        assert server.get("/readyz") == "ready\n"


def test_no_process_outlives_a_parent_that_was_killed(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        workers = server.workers()
        server.end(signal.SIGKILL)

        def alive(process: int) -> bool:
            try:
                return " Z " not in Path(f"/proc/{process}/stat").read_text()
            except (FileNotFoundError, ProcessLookupError):
                return False

        assert wait_until(lambda: not any(map(alive, workers)))


@pytest.mark.parametrize("seconds", [0.0, 0.6, 1.2])
def test_a_server_that_is_killed_whole_under_load_comes_back_with_all_articles(tmp_path: Path, seconds: float) -> None:
    corpus = tmp_path / "corpus"
    shutil.copytree(shipped(), corpus)
    settings = {"cache": str(tmp_path / "cache"), "access_log": "false"}
    with serving(tmp_path, "--corpus", str(corpus), **settings) as server:
        traffic = Traffic(server.port)
        traffic.good(4)
        for number in range(200):  # so many that they are taken in for a while
            (corpus / f"moon-{number}.txt").write_text(f"Moon {number}\n\nThis is moon {number}, which is far away.\n")
        time.sleep(seconds)
        for process in [server.process.pid, *server.workers()]:
            with suppress(ProcessLookupError):  # the others end by themselves once the first is gone
                os.kill(process, signal.SIGKILL)
        traffic.stop()
    with serving(tmp_path, "--corpus", str(corpus), **settings) as server:
        assert len(server.get("/api/articles")["articles"]) == 201
        assert server.get("/api/ask?question=how+far+is+moon+150")["passages"]


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"", b""),
        (b"POST /api/ask HTTP/1.1\r\nHos", b""),
        (ASK + b"Content-Length: 100\r\n\r\n{", b"408"),
        (CHUNKED % (b"/api/ask", JSON) + b"%x\r\n%s\r\n" % (len(QUESTION), QUESTION), b"408"),
    ],
    ids=["nothing", "half the headers", "half the body", "a body in chunks without its end"],
)
def test_a_client_that_keeps_it_waiting_is_let_go(server: Server, sent: bytes, status: bytes) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=12) as connection:
        connection.sendall(sent)
        reply = connection.recv(65536)

    assert reply[9:12] == status or (not status and reply[9:12] == b"408")


@pytest.mark.parametrize("path", [b"/api/ask", b"/v1/chat/completions", b"/mcp", b"/answer"])
@pytest.mark.parametrize(
    ("length", "refused"), [(262_143, False), (262_144, False), (262_145, True), (1_000_000, True)]
)
def test_a_body_in_chunks_is_measured_like_any_other(server: Server, path: bytes, length: int, refused: bool) -> None:  # noqa: FBT001
    body = QUESTION.ljust(length)
    with socket.create_connection(("127.0.0.1", server.port), timeout=12) as connection:
        connection.sendall(CHUNKED % (path, FORM if path == b"/answer" else JSON))
        with suppress(ConnectionError):  # it need not read what is too much
            connection.sendall(b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body))
        status = connection.recv(65536)[9:12]

    assert (status == b"413") is refused
    assert path != b"/api/ask" or refused or status == b"200"


def test_no_client_goes_round_the_limits_with_http_2(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=12) as connection:
        connection.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes([0, 0, 0, 4, 0, 0, 0, 0, 0]))  # no settings
        assert connection.recv(65536)[:12] in {b"", b"HTTP/1.1 400"}


def test_headers_over_the_limit_are_refused(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=12) as connection:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Large: " + b"x" * 100_000 + b"\r\n\r\n")
        assert connection.recv(65536)[9:12] == b"431"


def test_good_clients_are_served_beside_bad_ones(server: Server) -> None:
    traffic = Traffic(server.port)
    traffic.bad(50)
    traffic.good(4)
    time.sleep(5)
    outcomes = traffic.stop()

    assert outcomes["answered"] > 0
    assert set(outcomes) == {"answered"}


def test_a_port_whose_last_connections_are_not_forgotten_yet_is_free(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as before:
        port = before.getsockname()[1]
        client = socket.create_connection(("127.0.0.1", port))
        before.accept()[0].close()  # the side that closes first remembers the connection for a minute
        client.close()
    with serving(tmp_path, "--port", str(port)) as server:
        assert server.port == port


def test_connections_that_come_at_once_are_spread_over_the_processes(server: Server) -> None:
    with ExitStack() as opened:
        for _ in range(40):
            opened.enter_context(socket.create_connection(("127.0.0.1", server.port)))
        assert wait_until(lambda: sum(len(clients(process, server.port)) for process in server.workers()) >= 40)
        held = [len(clients(process, server.port)) for process in server.workers()]
    assert min(held) >= 7, held  # by chance once in 100,000 runs


@pytest.mark.skipif(PROCESSORS == 1, reason="one processor cannot be dealt out")
@pytest.mark.parametrize(("workers", "bound"), [(PROCESSORS, 1), (PROCESSORS - 1, PROCESSORS)])
def test_each_process_has_a_processor_of_its_own_where_there_are_as_many(
    tmp_path: Path, workers: int, bound: int
) -> None:
    with serving(tmp_path, workers=str(workers)) as server:
        found: list[frozenset[int]] = []

        def settled() -> bool:
            found[:] = [frozenset(os.sched_getaffinity(worker)) for worker in server.workers()]
            return len(found) == workers and {len(each) for each in found} == {bound}

        assert wait_until(settled)
        assert frozenset().union(*found) == os.sched_getaffinity(0)


def test_counters_are_right_over_several_processes(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        for number in range(40):
            server.get(f"/api/ask?question=what+is+Korea+doing+in+Malaysia{'%3F' * number}")
        for _ in range(5):
            metrics = server.get("/metrics")
            assert 'bot_requests_total{route="/api/ask",method="GET",status="200"} 40' in metrics
            assert 'bot_answers_total{status="answered"} 40' in metrics
        assert "Malaysia" not in metrics


def test_the_rate_limit_is_one_over_several_processes(tmp_path: Path) -> None:
    with serving(tmp_path, rate="10/hour") as server:
        statuses = []
        for _ in range(30):
            with socket.create_connection(("127.0.0.1", server.port), timeout=12) as connection:
                connection.sendall(b"GET /api/articles HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                statuses.append(connection.recv(100)[9:12])

    assert statuses == [b"200"] * 10 + [b"429"] * 20


def test_changed_files_are_served_soon_and_broken_ones_as_they_were(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    shutil.copytree(shipped(), corpus)
    with serving(tmp_path, "--corpus", str(corpus), access_log="false") as server:

        def titles() -> set[tuple[str, ...]]:
            return {
                tuple(sorted(article["title"] for article in server.get("/api/articles")["articles"]))
                for _ in range(10)
            }

        (old,) = titles()
        new = {tuple(sorted([*old, "The moon"]))}
        traffic = Traffic(server.port)
        traffic.good(2)
        (corpus / "moon.txt").write_text("The moon\n\nThe moon is far away from all of us, and round as a cheese.\n")
        assert wait_until(lambda: titles() == new)
        (corpus / "moon.txt").write_bytes(b"\xff\xfe\x00 broken")
        assert wait_until(lambda: "moon.txt is skipped: " in server.errors.read_text())
        assert titles() == new
        corpus.rename(tmp_path / "elsewhere")
        time.sleep(2)
        assert titles() == new
        outcomes = traffic.stop()

    assert set(outcomes) == {"answered"}
    said = server.errors.read_text()
    assert said.count("moon.txt is skipped: ") == 1
    assert "its last good version stays" in said


def test_each_request_has_a_line_of_json_in_the_log_under_the_id_of_its_reply(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        server.get("/api/ask?question=what+is+secret", **{"X-Request-ID": "mine-1"})
        server.end()
    lines = [json.loads(line) for line in server.errors.read_text().splitlines()]

    assert [line["request_id"] for line in lines] == ["mine-1"]
    assert lines[0]["path"] == "/api/ask"
    assert lines[0]["status"] == 200
    assert "secret" not in server.errors.read_text()


def test_what_it_reports_stands_in_lines_of_json_as_well(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    moon, empty = corpus / "moon.txt", corpus / "half a pair \udcff.txt"
    moon.write_text("The moon\n\nThe moon is far away from all of us.\n")
    empty.touch()
    with serving(tmp_path, "--corpus", str(corpus), colour="blue") as server:
        moon.write_text("The moon\n\nThe moon is round as a cheese.\n")
        assert wait_until(lambda: "the corpus changed" in server.errors.read_text())
        server.end()
    lines = [json.loads(line) for line in server.errors.read_text().splitlines()]

    assert [(line["level"], line["message"]) for line in lines] == [
        ("warning", f"{str(empty)!a} is skipped: empty"),
        ("warning", "BOT_COLOUR is no setting of the bot"),
        ("info", "the corpus changed: 1 article in service"),
    ]


def test_questions_are_logged_where_that_is_switched_on(tmp_path: Path) -> None:
    with serving(tmp_path, log_questions="true") as server:
        server.get("/api/ask?question=what+is+secret")
        server.get("/?question=what+is+shown")
        server.end()

    lines = server.errors.read_text().splitlines()
    assert [json.loads(line)["question"] for line in lines] == ["what is secret", "what is shown"]


def test_a_log_that_nobody_reads_holds_up_no_reply(tmp_path: Path) -> None:
    full = "/dev/full"
    with serving(tmp_path) as server, open(full, "w") as nowhere:  # noqa: PTH123 # a device
        command = [sys.executable, "-m", "bot", "serve", "--port", "0"]
        environment = {**os.environ, "BOT_COLOUR": "blue"}  # which is warned about
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=nowhere, text=True, env=environment) as process:
            try:
                other = Server(process, server.errors)
                for _ in range(20):
                    assert other.get("/readyz") == "ready\n"
                assert other.end() == 0
            finally:
                process.kill()  # or leaving the block would wait for it


def test_an_outside_address_without_a_limit_is_warned_about(tmp_path: Path) -> None:
    with serving(tmp_path, "--host", "0.0.0.0") as server:  # noqa: S104 # what is tested
        server.end()

    assert "reached from outside, with neither API keys nor a rate limit" in server.errors.read_text()
