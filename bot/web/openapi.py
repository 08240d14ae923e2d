"""The description of the endpoints, made of the declarations that validate requests and write replies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from bot.settings import FIELDS
from bot.web import schema
from bot.web.problem import DETAILS, MEDIA_TYPE, TITLES

if TYPE_CHECKING:
    from collections.abc import Mapping

JSON, TEXT, EVENTS = "application/json", "text/plain", "text/event-stream"
_REF = "#/components/schemas/{model}"
_EVERYWHERE = (400, 401, 404, 405, 406, 408, 413, 414, 429, 431, 500, 503)
_BARE = {414, 431}
"""What the server replies before a request is read whole: a status and nothing else."""
LONGEST_ADDRESS = 65_534
"""Bytes that granian takes."""
_ABOUT = f"""\
Every answer is the articles' own words with the place they stand in; where they have no answer the bot says so and
cites nothing. The server keeps no conversation: send the earlier questions along.

Spans are half-open and count Unicode code points of `text`: `text[start:end]` in Python,
`Array.from(text).slice(start, end).join("")` in JavaScript.

A request's body may have {FIELDS["max_body"].default:,} bytes and its headers, the address among them,
{FIELDS["max_headers"].default:,}, where those who run the server have set nothing else; the address alone may have
{LONGEST_ADDRESS:,}. What is larger is refused with 413, 431 and 414.

Fields are only ever added: take replies that have more than is described here.
"""


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing an endpoint does: what it takes, what it gives, what else it may reply."""

    method: str
    path: str
    name: str
    summary: str
    gives: TypeAdapter[Any] | None
    takes: TypeAdapter[Any] | None = None
    query: TypeAdapter[Any] | None = None
    path_parameter: str = ""
    errors: tuple[int, ...] = ()
    media: str = JSON
    failure: tuple[str, TypeAdapter[Any]] = (MEDIA_TYPE, schema.PROBLEM)


_OPENAI = (JSON, schema.CHAT_FAILURE)
OPERATIONS = (
    Operation("post", "/api/ask", "ask", "Ask a question.", schema.REPLY, takes=schema.ASK_REQUEST, errors=(415, 422)),
    Operation(
        "get",
        "/api/ask",
        "askByAddress",
        "Ask a question in the address, for a quick look.",
        schema.REPLY,
        query=schema.ASK_REQUEST,
        errors=(422,),
    ),
    Operation("get", "/api/articles", "listArticles", "List the articles.", schema.ARTICLES, errors=(422,)),
    Operation(
        "get",
        "/api/articles/{article_id}",
        "readArticle",
        "Read an article, paragraph by paragraph.",
        schema.ARTICLE,
        path_parameter="article_id",
        errors=(422,),
    ),
    Operation(
        "post",
        "/v1/chat/completions",
        "createChatCompletion",
        "Ask as OpenAI's clients do; with `stream`, the reply is a stream of `chat.completion.chunk` events.",
        schema.COMPLETION,
        takes=schema.CHAT_REQUEST,
        errors=(415,),
        failure=_OPENAI,
    ),
    Operation("get", "/v1/models", "listModels", "List the one model there is.", schema.MODELS, failure=_OPENAI),
    Operation(
        "get",
        "/v1/models/{model}",
        "retrieveModel",
        "Describe the model.",
        schema.MODEL,
        path_parameter="model",
        failure=_OPENAI,
    ),
    Operation("get", "/healthz", "health", "Tell that the process lives.", None, media=TEXT),
    Operation("get", "/readyz", "readiness", "Tell whether questions can be answered.", None, media=TEXT),
    Operation("get", "/metrics", "metrics", "Return counters for Prometheus.", None, media=TEXT),
)


@cache
def describe() -> dict[str, Any]:
    """Return the OpenAPI 3.1 document."""
    adapters = [
        (each, "serialization", adapter)
        for each, adapter in vars(schema).items()
        if isinstance(adapter, TypeAdapter) and not each.endswith("_REQUEST")
    ]
    adapters += [
        (each, "validation", adapter)
        for each, adapter in vars(schema).items()
        if isinstance(adapter, TypeAdapter) and each.endswith("_REQUEST")
    ]
    refs, definitions = TypeAdapter.json_schemas(adapters, ref_template=_REF)  # type: ignore[arg-type]
    named = {id(adapter): refs[name, mode] for name, mode, adapter in adapters}  # type: ignore[index]
    paths: dict[str, Any] = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, {})[operation.method] = _describe(operation, named, definitions["$defs"])
    return {
        "openapi": "3.1.0",
        "info": {"title": "Article bot", "version": "1", "description": _ABOUT},
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "schemas": definitions["$defs"],
            "securitySchemes": {
                "key": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "An API key, asked for where the server has some; `X-API-Key: KEY` does too.",
                }
            },
        },
    }


def _describe(operation: Operation, named: Mapping[int, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    content: dict[str, Any] = {operation.media: {"schema": {"type": "string"}}}
    if operation.gives is not None:
        content = {operation.media: {"schema": named[id(operation.gives)]}}
    if operation.takes is schema.CHAT_REQUEST:
        event = {"type": "object", "required": ["data"], "properties": {"data": {"type": "string"}}}
        content[EVENTS] = {"schema": event}
    described: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "responses": {"200": {"description": "Done.", "headers": _headers(), "content": content}},
        "parameters": _parameters(operation, definitions),
    }
    media, failure = operation.failure
    for status in sorted({*_EVERYWHERE, *operation.errors}):
        bare = status in _BARE
        described["responses"][str(status)] = {
            "description": f"{TITLES[status]}. {DETAILS[status]}",
            "headers": {} if bare else _headers(status),
            "content": {} if bare else {media: {"schema": named[id(failure)]}},
        }
    if operation.path.startswith(("/api/", "/v1/")):
        described["security"] = [{"key": []}, {}]
    if operation.takes is not None:
        described["requestBody"] = {"required": True, "content": {JSON: {"schema": named[id(operation.takes)]}}}
    return described


def _headers(status: int = 200) -> dict[str, Any]:
    headers = {"X-Request-ID": {"description": "The id of this request in the log.", "schema": {"type": "string"}}}
    if status == 429:  # noqa: PLR2004 # too many requests
        headers["Retry-After"] = {"description": "Seconds to wait.", "schema": {"type": "integer"}}
    return headers


def _parameters(operation: Operation, definitions: Mapping[str, Any]) -> list[dict[str, Any]]:
    if operation.path_parameter:
        example = schema.SAMPLE if operation.path_parameter == "article_id" else "article-bot"
        text = {"type": "string", "minLength": 1, "examples": [example]}
        return [{"name": operation.path_parameter, "in": "path", "required": True, "schema": text}]
    if operation.query is None:
        return []
    fields = definitions["AskRequest"]
    parameters = []
    for name, field in fields["properties"].items():
        shape = {key: value for key, value in field.items() if key not in {"title", "description"}}
        if "anyOf" in shape:  # an address cannot say null
            shape = dict(shape["anyOf"][0].items())
        parameter = {"name": name, "in": "query", "required": name in fields["required"], "schema": shape}
        parameters.append({**parameter, "description": field.get("description", "")})
    return parameters
