"""The SDK's own client against the tools, over stdio and over HTTP."""

from __future__ import annotations

import asyncio
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client
from serving import serving

from bot import create_app

if TYPE_CHECKING:
    from pathlib import Path


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("ask", {"question": " "}, "question: must not be blank"),
    ("ask", {}, "question: is required"),
    ("ask", {"question": "x", "article": "nope"}, "Error executing tool ask: There is no such article."),
    ("ask", {"question": "x", "limit": 11}, "limit: must be at most 10"),
    ("ask", {"question": "x", "limit": "many"}, "limit: must be a whole number"),
    ("ask", {"question": "x", "limit": True}, "limit: must be a whole number"),
    ("ask", {"question": "x", "artcle": "nope"}, "artcle: is not an argument of this tool"),
    ("search", {"query": "x", "limit": 3}, "limit: is not an argument of this tool"),
    ("ask", {"question": "x", "history": ["x"] * 21}, "history: must have at most 20 entries"),
    ("fetch", {"id": "nope"}, "Error executing tool fetch: There is nothing of this id."),
    ("fetch", {"id": "nope#p9999"}, "Error executing tool fetch: There is nothing of this id."),
]


async def use(client: Client) -> dict[str, Any]:
    """Call every tool once, and once wrongly."""
    async with client as connected:
        listed = await connected.list_tools()
        asked = await connected.call_tool("ask", {"question": "what is Korea doing in Malaysia?", "history": None})
        found = await connected.call_tool("search", {"query": "digital economy"})
        first = found.structured_content["results"][0]  # type: ignore[index]
        fetched = await connected.call_tool("fetch", {"id": first["id"]})
        whole = await connected.call_tool("fetch", {"id": first["id"].partition("#")[0]})
        return {
            "version": connected.server_info.version,
            "names": [tool.name for tool in listed.tools],
            "asked": asked.structured_content,
            "found": first,
            "fetched": fetched.structured_content,
            "whole": whole.structured_content,
            "wrong": [
                (wrong.is_error, wrong.content[0].text)  # type: ignore[union-attr]
                for wrong in [await connected.call_tool(name, arguments) for name, arguments, _ in WRONG]
            ],
        }


def check(used: dict[str, Any], site: str) -> None:
    assert used["version"] == version("article-bot")
    assert used["names"] == ["ask", "search", "fetch"]
    assert used["asked"]["status"] == "answered"
    assert used["asked"]["reply"] == "smart manufacturing in Malaysia"
    assert used["fetched"]["text"] == used["found"]["text"]
    assert used["found"]["text"] in used["whole"]["text"]
    assert used["wrong"] == [(True, said) for _, _, said in WRONG]
    asked, (name, _, anchor) = used["asked"]["passages"][0], used["found"]["id"].partition("#")
    assert asked["url"] == f"{site}/articles/{asked['article']}#p{asked['paragraph']}"
    addresses = [used[each].get("url") for each in ("found", "fetched", "whole")]
    page = f"{site}/articles/{name}"
    assert addresses == ([f"{page}#{anchor}", f"{page}#{anchor}", page] if site else [None] * 3)


def test_the_tools_work_over_standard_input_and_output() -> None:
    parameters = StdioServerParameters(command=sys.executable, args=["-m", "bot", "mcp"])

    check(asyncio.run(use(Client(stdio_client(parameters)))), site="")


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_the_tools_work_over_http_where_it_is_switched_on(tmp_path: Path, mode: str) -> None:
    with serving(tmp_path, mcp="true", access_log="false") as server:
        check(asyncio.run(use(Client(f"{server.url}/mcp", mode=mode))), site=server.url)


def test_the_site_is_the_one_that_a_trusted_proxy_was_called_as() -> None:
    settings = {"mcp": True, "access_log": False, "trusted_hosts": "bot.example.org", "trusted_proxies": "127.0.0.1"}
    call = {"name": "search", "arguments": {"query": "digital economy"}}
    headers = {
        "Host": "bot.example.org",
        "X-Forwarded-Proto": "https",
        "Accept": "application/json, text/event-stream",
    }
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call}
    reply = create_app(settings).test_client().post("/mcp", json=body, headers=headers)

    results = reply.get_json()["result"]["structuredContent"]["results"]
    assert all(each["url"].startswith("https://bot.example.org/articles/") for each in results)


def test_without_the_setting_there_is_nothing() -> None:
    assert create_app().test_client().post("/mcp", json={}).status_code == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Host": "evil.example", "Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://localhost.evil.example:3"}, 403),
        ({"Origin": "http://localhost:3"}, 406),
        ({"Origin": "https://www.example.org"}, 406),
    ],
)
def test_pages_of_other_sites_cannot_call_the_tools(headers: dict[str, str], status: int) -> None:
    # 406: past these checks, for want of the Accept header that the protocol asks for.
    settings = {"mcp": True, "access_log": False, "cors_origins": "https://www.example.org"}
    response = create_app(settings).test_client().post("/mcp", json={}, headers={"Host": "127.0.0.1:8000", **headers})

    assert response.status_code == status


@pytest.mark.parametrize(
    ("trusted", "host", "status"),
    [
        ("", "bot.example.org", 406),
        ("", "192.0.2.1:8000", 406),
        (".example.org", "bot.example.org", 406),
        (".example.org", "bot.example.org:8000", 406),
        ("bot.example.org:8443", "bot.example.org", 406),
        ("bot.example.org:8443", "bot.example.org:8000", 406),
        ("bot.example.org", "evil.example", 400),
    ],
)
def test_the_tools_are_there_under_the_names_that_the_bot_answers_to(trusted: str, host: str, status: int) -> None:
    client = create_app({"mcp": True, "access_log": False, "trusted_hosts": trusted}).test_client()

    assert client.post("/mcp", json={}, headers={"Host": host}).status_code == status
    assert client.get("/api/articles", headers={"Host": host}).status_code == (200 if status == 406 else status)
