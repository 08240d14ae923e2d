"""A question that takes the shortcut gets what one that goes through the web framework gets."""

from __future__ import annotations

from typing import Any

import pytest

from bot import create_app
from bot.answering import Bot
from bot.corpus import load, shipped

BOT = Bot(load(shipped()).articles)
STRAIGHT, ROUND = "application/json", "application/json; charset=utf-8"
ASKED: list[tuple[str, bytes, dict[str, str]]] = [
    ("a question", b'{"question": "what is Korea doing in Malaysia?"}', {}),
    ("a follow-up", b'{"question": "and in Thailand?", "history": ["what is Korea doing in Malaysia?"]}', {}),
    ("a greeting", b'{"question": "hello"}', {}),
    ("a bad field", b'{"question": "", "limit": 0}', {}),
    ("an unknown article", b'{"question": "x", "article": "nope"}', {}),
    ("no JSON", b'{"question": ', {}),
    ("nothing", b"", {}),
    ("a client that takes images only", b'{"question": "x"}', {"Accept": "image/png"}),
    ("a host that is not served", b'{"question": "x"}', {"Host": "evil.example"}),
    ("a body cut short", b'{"question": "x"}', {"Content-Length": "1000"}),
    ("a body that says it is compressed", b'{"question": "x"}', {"Content-Encoding": "gzip"}),
    ("a body that says it is as it is", b'{"question": "x"}', {"Content-Encoding": "identity"}),
    ("a body with a byte order mark", b'\xef\xbb\xbf{"question": "x"}', {}),
    ("a body over the limit", b'{"question": "x"}' + b" " * 2000, {}),
]


@pytest.mark.parametrize(("body", "headers"), [each[1:] for each in ASKED], ids=[each[0] for each in ASKED])
def test_the_reply_is_the_same_either_way(body: bytes, headers: dict[str, str]) -> None:
    app = create_app({"bot": BOT, "access_log": False, "trusted_hosts": "localhost", "max_body": 1024})
    told = []
    for kind in (STRAIGHT, ROUND):
        sent = {"X-Request-ID": "same", **headers}
        response = app.test_client().post("/api/ask", data=body, content_type=kind, headers=sent)
        reply = response.get_json()
        reply.pop("took_ms", None)
        told.append((response.status, reply, [each for each in response.headers if each[0] != "Content-Length"]))

    assert told[0] == told[1]


def test_the_gate_stands_before_it() -> None:
    client = create_app({"bot": BOT, "access_log": False, "rate": "1/minute"}).test_client()
    statuses = [client.post("/api/ask", json={"question": "who wrote this?"}).status_code for _ in range(2)]

    assert statuses == [200, 429]


def test_it_is_counted_under_its_route() -> None:
    client = create_app({"bot": BOT, "access_log": False}).test_client()
    client.post("/api/ask", json={"question": "who wrote this?"})

    assert 'bot_requests_total{route="/api/ask",method="POST",status="200"} 1' in client.get("/metrics").text


def test_a_defect_is_reported_once_and_told_nothing_of() -> None:
    class Broken:
        def ask(self, _question: object) -> Any:  # noqa: ANN401 # never returns
            raise RuntimeError("the secret path")

    client = create_app({"bot": Broken(), "access_log": False}).test_client()
    response = client.post("/api/ask", json={"question": "x"})

    assert response.status_code == 500
    assert "secret" not in response.text
