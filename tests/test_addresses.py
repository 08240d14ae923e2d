"""Every address that a reply gives can be opened, whatever script the article's id is in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag
from urllib.request import Request, urlopen

import pytest
from serving import Server, serving

from bot.cli import main

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


def test_the_command_prints_the_same_address(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", QUESTION, "--json", "--corpus", str(corpus)]) == 0
    assert json.loads(capsys.readouterr().out)["passages"][0]["url"] == f"{ENCODED}#p1"
