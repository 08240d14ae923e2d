"""The bot as tools of the Model Context Protocol: ``ask``, ``search`` and ``fetch``, over stdio or at ``/mcp``.

Needs the extra ``mcp``, the official SDK.
"""

from __future__ import annotations

import asyncio
import os
import re
from http import HTTPStatus
from importlib.metadata import version
from threading import Lock, Thread
from typing import TYPE_CHECKING, Annotated, Any

from flask import Blueprint, Response, current_app, request
from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.transport_security import TransportSecuritySettings
from mcp_types import ToolAnnotations
from pydantic import BeforeValidator, Field, ValidationError
from pydantic_core import PydanticCustomError
from typing_extensions import TypedDict

from bot.errors import UnknownArticleError
from bot.models import HISTORY_LENGTH, Question
from bot.web.api import invalid, read_body
from bot.web.gate import QUESTION
from bot.web.problem import problem
from bot.web.schema import MOST_PASSAGES, QuestionText, Reply

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    from bot.answering import Bot

_READS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
_INSTRUCTIONS = """\
Answers questions from a fixed set of articles, in their own words, or says that they have no answer. Quote what it
returns; where it says that the articles do not answer, do not answer in their name.\
"""
_SECONDS = 30
_ENVIRON = "bot.environ"
"""Where a request's environment stands in what the SDK is handed."""
_LOCAL = re.compile(r"http://(?:127\.0\.0\.1|localhost):[0-9]+")
"""Origins of pages that programs on this machine show, which may call like those that are listed."""


class Place(TypedDict, total=False):
    """Where something stands on the site; over stdio no site is known, so that there is nothing to say."""

    url: str


class Found(Place):
    """A passage that was found."""

    id: str
    title: str
    text: str


class Results(TypedDict):
    """What a search found, best first."""

    results: list[Found]


class Document(Place):
    """A paragraph or an article, whole."""

    id: str
    title: str
    text: str


def _no_flag(value: object) -> object:
    """Refuse true, which is 1 to Python."""
    if isinstance(value, bool):
        raise PydanticCustomError("int_type", "must be a whole number")
    return value


class _Server(MCPServer[Any]):
    """The SDK's server, with the bot's own words for arguments that cannot be taken."""

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> Any:  # noqa: ANN401 # as the SDK has it
        known = next((tool.input_schema["properties"] for tool in await self.list_tools() if tool.name == name), None)
        unknown = [each for each in arguments if known is not None and each not in known]
        if unknown:
            raise ToolError(" ".join(f"{each}: is not an argument of this tool" for each in unknown))
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            if isinstance(error.__cause__, ValidationError):
                raise ToolError(str(invalid(error.__cause__))) from error.__cause__
            raise


def tools(bot: Callable[[], Bot]) -> MCPServer[Any]:
    """Return the server with its tools; ``bot`` gives the bot in service."""
    server = _Server("article-bot", version=version("article-bot"), instructions=_INSTRUCTIONS, log_level="ERROR")

    @server.tool(annotations=_READS)
    def ask(
        context: Context[Any, Any],
        question: QuestionText,
        history: Annotated[
            list[QuestionText] | None,
            Field(max_length=HISTORY_LENGTH, description="The earlier questions, oldest first."),
        ] = None,
        article: Annotated[str | None, Field(description="An article's id: answer from that one alone.")] = None,
        limit: Annotated[
            int, Field(ge=1, le=MOST_PASSAGES, description="How many passages at most."), BeforeValidator(_no_flag)
        ] = 3,
    ) -> Reply:
        """Answer a question from the articles, with the passages that it stands on, or say that they do not answer."""
        request = context.request_context.request
        if request:
            request.scope[_ENVIRON][QUESTION] = question
        try:
            reply: Reply = bot().ask(Question(question, tuple(history or ()), article, limit)).to_dict()  # type: ignore[assignment]
        except UnknownArticleError:
            raise ToolError("There is no such article.") from None
        for passage in (*reply["passages"], *reply["related"]):
            passage["url"] = _site(context) + passage["url"]
        return reply

    @server.tool(annotations=_READS)
    def search(context: Context[Any, Any], query: QuestionText) -> Results:
        """Find the passages that are nearest to a query, whether they answer it or not."""
        passages = bot().search(Question(query, limit=MOST_PASSAGES))
        return {
            "results": [
                {
                    "id": passage.paragraph.id,
                    "title": passage.title,
                    "text": passage.paragraph.text,
                    **_place(context, passage.paragraph.url),
                }
                for passage in passages
            ]
        }

    @server.tool(annotations=_READS)
    def fetch(
        context: Context[Any, Any],
        id: Annotated[str, Field(description="An id of a search, or of an article.")],  # noqa: A002 # the name that clients expect
    ) -> Document:
        """Read a paragraph by the id that a search gave, or an article by its id."""
        name, _, number = id.partition("#p")
        article = bot().articles.get(name)
        wanted = [each for each in article.passages if not number or str(each.number) == number] if article else []
        if article is None or not wanted:
            raise ToolError("There is nothing of this id.")
        text = "\n\n".join(each.text for each in wanted)
        place = _place(context, wanted[0].url if number else article.url)
        return {"id": id, "title": article.title, "text": text, **place}

    return server


def _site(context: Context[Any, Any]) -> str:
    """Return the address of the site that was called; nothing over stdio."""
    request = context.request_context.request
    return str(request.base_url).rstrip("/") if request else ""


def _place(context: Context[Any, Any], path: str) -> Place:
    site = _site(context)
    return {"url": site + path} if site else {}


def serve_stdio(bot: Bot) -> None:
    """Serve the tools to the program that started this one, until it closes the pipe."""
    tools(lambda: bot).run("stdio")


class Bridge:
    """Runs the SDK's asynchronous server in a thread beside the others, one a process, from the first request on."""

    def __init__(self, services: MutableMapping[str, Any]) -> None:
        """Take the services, among which it finds the bot."""
        self._services = services
        self._lock = Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._process = 0
        self._app: Any = None

    def call(self, scope: dict[str, Any], body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        """Hand a request on and return the status, the headers and the body of its reply."""
        with self._lock:
            if self._loop is None or self._process != os.getpid():
                self._start()
        assert self._loop is not None  # noqa: S101 # _start set it
        return asyncio.run_coroutine_threadsafe(self._call(scope, body), self._loop).result(_SECONDS)

    def _start(self) -> None:
        server = tools(lambda: self._services["bot"])
        # Hosts and origins were checked: the SDK takes no list that any host, or any of a domain, stands in.
        security = TransportSecuritySettings(enable_dns_rebinding_protection=False)
        self._app = server.streamable_http_app(stateless_http=True, json_response=True, transport_security=security)
        self._loop = asyncio.new_event_loop()
        self._process = os.getpid()
        Thread(target=self._loop.run_forever, name="mcp", daemon=True).start()
        ready = asyncio.run_coroutine_threadsafe(self._open(server), self._loop)
        ready.result(_SECONDS)

    async def _open(self, server: MCPServer[Any]) -> None:
        started = asyncio.Event()

        async def run() -> None:
            async with server.session_manager.run():
                started.set()
                await asyncio.Event().wait()

        self._task = asyncio.create_task(run())
        await started.wait()

    async def _call(self, scope: dict[str, Any], body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        status, headers, parts = 500, [], []
        sent = False

        async def receive() -> dict[str, Any]:
            nonlocal sent
            if sent:
                await asyncio.Event().wait()  # the client stays until it has its reply
            sent = True
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: dict[str, Any]) -> None:
            nonlocal status, headers
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = [(name.decode(), value.decode()) for name, value in message["headers"]]
            else:
                parts.append(message.get("body", b""))

        await self._app(scope, receive, send)
        return status, headers, b"".join(parts)


blueprint = Blueprint("mcp", __name__)


@blueprint.post("/mcp")
def mcp() -> Response:
    """Take one message of the protocol; there are no sessions, so any server can take the next."""
    origin = request.headers.get("Origin", "").lower()
    if origin and origin not in current_app.extensions["settings"].cors_origins and not _LOCAL.fullmatch(origin):
        return problem(403)  # a page of another site, which may have had its name lead here
    environ = request.environ
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": request.scheme,
        "path": "/mcp",
        "raw_path": b"/mcp",
        "root_path": "",
        "query_string": b"",
        "headers": [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in request.headers],
        "client": (environ.get("REMOTE_ADDR", ""), 0),
        "server": (environ.get("SERVER_NAME", ""), 0),
        _ENVIRON: environ,
    }
    status, headers, body = current_app.extensions["mcp"].call(scope, read_body())
    kind = next((value for name, value in headers if name.lower() == "content-type"), "")
    if status >= HTTPStatus.BAD_REQUEST and kind != "application/json":
        return problem(status)
    return Response(body, status, content_type=kind or None)
