"""Every address that a reply gives can be opened, whatever script the article's id is in."""

from __future__ import annotations

import json
import socket
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag
from urllib.request import Request, urlopen

import pytest
from serving import Server, serving

from bot.cli import main
from bot.web.openapi import LONGEST_ADDRESS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ID = "日本-é"
ENCODED = "/articles/%E6%97%A5%E6%9C%AC-%C3%A9"
QUESTION = "When was the mill built?"
ARTICLE = "The Old Mill\n\nThe mill on the river was built in 1905 by a baker called Tom Reed.\n"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    (folder / f"{ID}.txt").write_text(ARTICLE, "utf-8")
    return folder


@pytest.fixture(scope="module")
def server(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("server"), "--corpus", str(corpus), mcp="true", workers="1") as running:
        yield running


def tool(name: str, **arguments: str) -> dict[str, Any]:
    params = {"name": name, "arguments": arguments}
    return {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params}


GIVEN: list[tuple[str, str, dict[str, Any] | None]] = [
    ("an answer", "/api/ask", {"question": QUESTION}),
    ("a refusal", "/api/ask", {"question": "When was the mill painted blue?"}),
    ("the articles", "/api/articles", None),
    ("an article", f"/api{ENCODED}", None),
    ("a completion", "/v1/chat/completions", {"messages": [{"role": "user", "content": QUESTION}]}),
    ("the tool ask", "/mcp", tool("ask", question=QUESTION)),
    ("the tool search", "/mcp", tool("search", query="mill")),
    ("the tool fetch of an article", "/mcp", tool("fetch", id=ID)),
    ("the tool fetch of a paragraph", "/mcp", tool("fetch", id=f"{ID}#p1")),
]


@pytest.mark.parametrize(("path", "sent"), [each[1:] for each in GIVEN], ids=[each[0] for each in GIVEN])
def test_an_address_that_is_given_can_be_opened(server: Server, path: str, sent: dict[str, Any] | None) -> None:
    headers = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
    request = Request(server.url + path, json.dumps(sent).encode() if sent else None, headers)  # noqa: S310 # our own server
    with urlopen(request, timeout=20) as response:  # noqa: S310 # the same
        reply = json.load(response)
    given = list(addresses(reply))

    assert given
    for address in given:
        whole = address if address.startswith("http") else server.url + address
        assert urldefrag(whole)[0] == server.url + ENCODED
        with urlopen(whole, timeout=20) as page:  # noqa: S310 # our own server
            assert "Tom Reed" in page.read().decode()
    for choice in reply.get("choices", []):
        assert f"({given[0]})" in choice["message"]["content"]


def addresses(reply: object) -> Iterator[str]:
    """Find each ``url`` in a reply."""
    if isinstance(reply, dict):
        for name, value in reply.items():
            if name == "url":
                yield value
            yield from addresses(value)
    elif isinstance(reply, list):
        for each in reply:
            yield from addresses(each)


@pytest.mark.parametrize(("length", "status"), [(LONGEST_ADDRESS, b"404"), (LONGEST_ADDRESS + 1, b"414")])
def test_an_address_may_be_as_long_as_is_described(server: Server, length: int, status: bytes) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as client:
        client.sendall(b"GET /api/%s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n" % (b"x" * (length - 5)))
        reply = b"".join(iter(lambda: client.recv(65536), b""))

    assert reply[9:12] == status
    assert (reply.partition(b"\r\n\r\n")[2] == b"") is (status == b"414")


def test_the_command_prints_the_same_address(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", QUESTION, "--json", "--corpus", str(corpus)]) == 0
    assert json.loads(capsys.readouterr().out)["passages"][0]["url"] == f"{ENCODED}#p1"
