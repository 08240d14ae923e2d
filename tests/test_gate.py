"""What every request passes: limits, keys, headers, ids, other sites, proxies."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

import pytest
from limits.errors import StorageError

from bot import create_app
from bot.answering import Bot
from bot.corpus import load, shipped
from bot.web.accesslog import reporting
from bot.web.keys import KeyRing, KeysError
from bot.web.rate import SharedMemoryStorage
from bot.web.words import ENGLISH

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient

BOT = Bot(load(shipped()).articles)
ASK = "/api/ask?question=who+wrote+this"


def client(**settings: Any) -> FlaskClient:  # noqa: ANN401 # of any type
    return create_app({"bot": BOT, "access_log": False, **settings}).test_client()


REPLIES = ["/", "/api/articles", "/api/nope", "/nope", "/static/window.css", "/widget.js", "/healthz", "/openapi.json"]


@pytest.mark.parametrize("path", [*REPLIES, "/docs", "/metrics", "/v1/models", "/v1/nope", "/api/ask"])
def test_every_reply_is_guarded_errors_included(path: str) -> None:
    headers = client().get(path, buffered=True).headers

    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in policy
    assert policy.endswith("frame-ancestors 'none'")
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Permissions-Policy"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["X-Request-ID"]
    assert "Server" not in headers


def test_no_header_stands_twice() -> None:
    for path in REPLIES:
        names = [name for name, _ in client().get(path, buffered=True).headers]
        assert len(names) == len(set(names)), path


def test_any_site_may_load_the_widget_and_only_it() -> None:
    resource = {path: client().get(path, buffered=True).headers["Cross-Origin-Resource-Policy"] for path in REPLIES}

    assert {path for path, policy in resource.items() if policy == "cross-origin"} == {"/widget.js"}


def test_only_the_sites_that_are_listed_may_frame_the_window() -> None:
    headers = client(frame_ancestors="https://www.example.org,https://other.example").get("/").headers

    policy = headers["Content-Security-Policy"]
    assert policy.endswith("frame-ancestors 'self' https://www.example.org https://other.example")
    assert "X-Frame-Options" not in headers


@pytest.mark.parametrize(
    ("sent", "kept"), [("mine-1.A_b", True), ("", False), ("x" * 65, False), ("a b", False), ('"<x>', False)]
)
def test_a_request_keeps_its_id_where_it_is_a_plain_one(sent: str, kept: bool) -> None:  # noqa: FBT001
    response = client().get("/api/nope", headers={"X-Request-ID": sent})

    assert (response.headers["X-Request-ID"] == sent) is kept
    assert response.get_json()["request_id"] == response.headers["X-Request-ID"]


def test_a_client_over_its_rate_must_wait_as_long_as_it_is_told() -> None:
    limited = client(rate="3/minute")
    statuses = [limited.get(ASK).status_code for _ in range(3)]
    refused = limited.get(ASK)

    assert statuses == [200, 200, 200]
    assert (refused.status_code, refused.mimetype) == (429, "application/problem+json")
    assert 1 <= int(refused.headers["Retry-After"]) <= 61
    assert limited.get("/healthz").status_code == 200
    assert limited.get(ASK, environ_base={"REMOTE_ADDR": "192.0.2.7"}).status_code == 200


@pytest.mark.parametrize(
    ("path", "accept", "kind"),
    [
        ("/", "text/html", "text/html"),
        ("/articles", "text/html,*/*;q=0.8", "text/html"),
        ("/articles", "application/json", "application/problem+json"),
        ("/api/articles", "text/html", "application/problem+json"),
        ("/v1/models", "text/html", "application/json"),
    ],
)
def test_a_reader_over_the_rate_is_told_on_a_page_and_a_program_in_json(path: str, accept: str, kind: str) -> None:
    limited = client(rate="1/hour")
    limited.get(path)
    refused = limited.get(path, headers={"Accept": accept})

    assert (refused.status_code, refused.mimetype) == (429, kind)
    wait = f"Wait {refused.headers['Retry-After']} seconds, then try again."
    assert (wait in refused.text) is (kind == "text/html")


def test_one_second_is_no_seconds() -> None:
    assert "Wait 1 second, then" in ENGLISH.with_wait(1).failure(429)


def test_addresses_of_one_ipv6_network_count_as_one_client() -> None:
    limited = client(rate="1/minute")
    statuses = [
        limited.get(ASK, environ_base={"REMOTE_ADDR": address}).status_code
        for address in ("2001:db8::1", "2001:db8::2", "2001:db8:0:1::1")
    ]

    assert statuses == [200, 429, 200]


def test_ipv4_clients_of_a_server_that_listens_for_both_are_told_apart() -> None:
    limited = client(rate="1/minute", trusted_proxies="127.0.0.1")
    asked = [("::ffff:192.0.2.1", ""), ("::ffff:192.0.2.2", ""), ("192.0.2.1", ""), ("::ffff:127.0.0.1", "192.0.2.3")]
    statuses = [
        limited.get(ASK, environ_base={"REMOTE_ADDR": address}, headers={"X-Forwarded-For": told}).status_code
        for address, told in asked
    ]

    assert statuses == [200, 200, 429, 200]


@pytest.mark.parametrize(
    ("proxies", "forwarded", "statuses"),
    [
        ("", ("192.0.2.1", "192.0.2.2"), [200, 429]),
        ("127.0.0.0/8", ("192.0.2.1", "192.0.2.2"), [200, 200]),
        ("127.0.0.0/8", ("192.0.2.1", "192.0.2.1"), [200, 429]),
        ("127.0.0.0/8", ("1.1.1.1, 192.0.2.1", "2.2.2.2, 192.0.2.1"), [200, 429]),
        ("127.0.0.0/8,10.0.0.0/8", ("192.0.2.1, 10.0.0.1", "192.0.2.2, 10.0.0.1"), [200, 200]),
        ("127.0.0.0/8", ("192.0.2.1:4711", "192.0.2.2:4711"), [200, 200]),
        ("127.0.0.0/8", ("192.0.2.1:4711", "::ffff:192.0.2.1"), [200, 429]),
        ("127.0.0.0/8", ("[2001:db8::1]:443", "2001:db8::1"), [200, 429]),
        ("127.0.0.0/8", ("nonsense", "other nonsense"), [200, 429]),
    ],
    ids=[
        "no proxy is trusted",
        "one is",
        "the same client",
        "a forged entry",
        "two proxies",
        "with ports",
        "the same client by two ways to write",
        "a port behind brackets",
        "nonsense",
    ],
)
def test_a_clients_address_is_taken_from_trusted_proxies_only(
    proxies: str, forwarded: tuple[str, ...], statuses: list[int]
) -> None:
    limited = client(rate="1/minute", trusted_proxies=proxies)

    assert [limited.get(ASK, headers={"X-Forwarded-For": each}).status_code for each in forwarded] == statuses


def test_where_there_are_keys_the_json_endpoints_ask_for_one(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path / "keys")
    key = ring.add("site")
    locked = client(keys=ring.path)

    for path in (ASK, "/api/articles", "/v1/models"):
        refused = locked.get(path)
        assert (refused.status_code, refused.headers["WWW-Authenticate"]) == (401, "Bearer")
        assert all(header in refused.text for header in ("Authorization: Bearer KEY", "X-API-Key: KEY"))
        assert locked.get(path, headers={"Authorization": "Bearer wrong"}).status_code == 401
        assert locked.get(path, headers={"Authorization": f"Bearer {key}"}).status_code == 200
        assert locked.get(path, headers={"X-API-Key": key}).status_code == 200
    assert locked.get("/").status_code == 200
    assert locked.get("/healthz").status_code == 200
    assert locked.get(f"{ASK}&key={key}").status_code == 401


def test_a_key_that_is_withdrawn_is_refused_from_then_on(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path / "keys")
    key = ring.add("site")
    ring.add("other")
    locked = client(keys=ring.path)
    assert locked.get(ASK, headers={"X-API-Key": key}).status_code == 200

    ring.remove("site")

    assert locked.get(ASK, headers={"X-API-Key": key}).status_code == 401


def test_a_file_of_keys_that_breaks_opens_nothing(tmp_path: Path) -> None:
    locked = client(keys=tmp_path / "keys")
    (tmp_path / "keys").write_text("nonsense\n")

    assert locked.get(ASK, headers={"X-API-Key": "x"}).status_code == 503


@pytest.mark.parametrize(
    ("name", "said"), [("", "is no file"), ("broken", "line 1, is not"), ("broken/x", "Not a dir")]
)
def test_keys_that_cannot_be_read_keep_it_from_starting(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "broken").write_text("nonsense\n")

    with pytest.raises(KeysError, match=said):
        client(keys=tmp_path / name)


def test_it_is_reported_that_there_is_no_key_yet(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    ring = KeyRing(tmp_path / "keys")
    locked = client(keys=ring.path)
    assert [record.getMessage().partition(":")[0] for record in caplog.records] == [f"{ring.path} holds no key"]

    assert locked.get(ASK, headers={"X-API-Key": ring.add("site")}).status_code == 200
    client(keys=ring.path)
    assert len(caplog.records) == 1


@pytest.mark.parametrize("path", ["/", "/articles", "/docs", "/openapi.json", "/metrics", "/healthz", "/widget.js"])
def test_what_people_read_needs_no_key(tmp_path: Path, path: str) -> None:
    assert client(keys=tmp_path / "keys").get(path, buffered=True).status_code == 200


def test_each_key_has_a_rate_of_its_own(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path / "keys")
    keys = [ring.add("one"), ring.add("two")]
    limited = client(keys=ring.path, rate="1/minute")

    assert [limited.get(ASK, headers={"X-API-Key": key}).status_code for key in [*keys, *keys]] == [200, 200, 429, 429]


@pytest.mark.parametrize(
    ("path", "asked", "granted"),
    [
        ("/mcp", "mcp-protocol-version, mcp-session-id", {"mcp-protocol-version", "mcp-session-id"}),
        ("/v1/models", "authorization,x-stainless-lang,x-stainless-os", {"authorization", "x-stainless-lang"}),
        ("/api/ask", "x-forwarded-for", set()),
    ],
)
def test_the_headers_of_the_usual_libraries_may_be_sent_from_another_site(
    path: str, asked: str, granted: set[str]
) -> None:
    headers = {"Origin": "https://www.example.org", "Access-Control-Request-Headers": asked}
    reply = client(cors_origins="https://www.example.org").options(path, headers=headers)
    allowed = set(reply.headers["Access-Control-Allow-Headers"].lower().split(", "))

    assert allowed >= granted
    assert "x-forwarded-for" not in allowed


def test_a_path_with_two_strokes_is_shared_as_that_with_one() -> None:
    reply = client(cors_origins="https://www.example.org").get(
        "/api/articles",
        headers={"Origin": "https://www.example.org"},
        environ_overrides={"PATH_INFO": "//api/articles"},
    )
    assert reply.headers["Access-Control-Allow-Origin"] == "https://www.example.org"


class Redis(SharedMemoryStorage):
    """Stands for a Redis server that may fall silent."""

    silent = True

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        if self.silent:
            raise StorageError(OSError())
        return super().incr(key, expiry, amount)

    def check(self) -> bool:
        return not self.silent


def test_it_counts_alone_while_redis_is_silent_and_reports_that_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    redis = Redis()
    monkeypatch.setattr("bot.web.rate.storage_from_string", lambda _address, **_options: redis)
    with caplog.at_level(logging.INFO, "bot"):
        limited = client(rate="1/hour", rate_storage="redis://:password@127.0.0.1")
        assert [limited.get(ASK).status_code for _ in range(2)] == [200, 429]
        redis.silent = False
        assert [limited.get(ASK).status_code for _ in range(2)] == [200, 429]

    said = [(record.levelname, record.getMessage()) for record in caplog.records]
    assert [(level, "answers again" in text) for level, text in said] == [("WARNING", False), ("INFO", True)]
    assert "password" not in str(said)


def test_other_sites_may_call_only_where_they_are_listed() -> None:
    origin = {"Origin": "https://www.example.org"}
    closed = client().get(ASK, headers=origin).headers
    opened = client(cors_origins="https://www.example.org")

    assert "Access-Control-Allow-Origin" not in closed
    assert opened.get(ASK, headers=origin).headers["Access-Control-Allow-Origin"] == origin["Origin"]
    assert "Access-Control-Allow-Origin" not in opened.get(ASK, headers={"Origin": "https://evil.example"}).headers
    asked = opened.options("/api/ask", headers={**origin, "Access-Control-Request-Method": "POST"})
    assert asked.status_code == 204
    assert "Content-Type" in asked.headers["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Origin" not in opened.get("/", headers=origin).headers


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("bot.example.org", 200),
        ("bot.example.org:8000", 200),
        ("bot.example.org.", 200),
        ("Bot.Example.ORG.:8000", 200),
        ("a.example.com", 200),
        ("a.example.com.", 200),
        ("evil.example", 400),
        ("evil.example.", 400),
        ("bot.example.org..", 400),
        ("", 400),
    ],
)
def test_only_hosts_that_are_listed_are_served(host: str, status: int) -> None:
    listed = client(trusted_hosts="bot.example.org,.example.com")

    assert listed.get("/api/articles", headers={"Host": host}).status_code == status
    assert listed.get("/", headers={"Host": host, "Accept": "text/html"}).status_code == status
    assert listed.get("/healthz", headers={"Host": host}).status_code == status
    asked = listed.post("/api/ask", json={"question": "who wrote this?"}, headers={"Host": host})
    assert asked.status_code == status
    detail = asked.get_json().get("detail")
    assert detail == (None if status == 200 else "This host is not served here.")


def test_a_host_that_is_not_listed_gets_no_page_over_the_rate_either() -> None:
    limited = client(trusted_hosts="bot.example.org", rate="1/hour")
    evil = [limited.get("/", headers={"Host": "evil.example", "Accept": "text/html"}) for _ in range(2)]

    assert [(each.status_code, each.mimetype) for each in evil] == [
        (400, "application/problem+json"),
        (429, "application/problem+json"),
    ]


def test_it_is_not_ready_while_it_has_no_index_or_ends() -> None:
    app = create_app({"bot": BOT, "access_log": False})
    ready = app.test_client()
    assert ready.get("/readyz").status_code == 200

    app.extensions["gate"].draining.value = 1
    assert ready.get("/readyz").status_code == 503
    assert ready.get(ASK).headers["Connection"] == "close"

    app.extensions["gate"].draining.value = 0
    app.extensions["bot"] = None
    assert ready.get("/readyz").status_code == 503
    assert ready.get(ASK).status_code == 503
    assert ready.get("/healthz").status_code == 200


def test_the_log_holds_no_question_no_key_and_no_line_of_its_own_making(capfd: pytest.CaptureFixture[str]) -> None:
    logged = create_app({"bot": BOT}).test_client()
    logged.get("/api/ask?question=secret", headers={"Authorization": "Bearer hidden"})
    logged.get("/x%0A%7B%22forged%22:1%7D")

    lines = capfd.readouterr().err.splitlines()
    assert [json.loads(line)["path"] for line in lines] == ["/api/ask", '/x\n{"forged":1}']
    assert not {"secret", "hidden"} & set(" ".join(lines).split('"'))


def test_a_defect_is_reported_in_one_line_of_json_with_its_trace(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])  # what the test run itself logs cannot be half a character

    class Broken:
        def ask(self, _question: object) -> None:
            raise RuntimeError("\udcff")

    with reporting():
        create_app({"bot": Broken(), "access_log": False}).test_client().get(ASK, headers={"X-Request-ID": "mine-1"})

    (line,) = capfd.readouterr().err.splitlines()
    report = json.loads(line)
    assert (report["level"], report["message"]) == ("error", "request mine-1 failed")
    assert report["exception"].endswith("RuntimeError: \\udcff")
