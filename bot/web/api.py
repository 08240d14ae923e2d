"""The JSON endpoints: ask, and read the articles."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import unquote_to_bytes

from flask import Blueprint, Response, abort, current_app, request
from pydantic import ValidationError

from bot.errors import BadField, InvalidError, MalformedError
from bot.models import Question
from bot.web.gate import QUESTION
from bot.web.schema import ARTICLE, ARTICLES, ASK_REQUEST, REPLY

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import WSGIEnvironment

    from pydantic_core import ErrorDetails

    from bot.answering import Bot
    from bot.models import Article
    from bot.web.schema import AskRequest

blueprint = Blueprint("api", __name__)

_INTEGER = re.compile(r"-?[0-9]{1,9}")
_MESSAGES = {
    "missing": "is required",
    "extra_forbidden": "is not a field of this request",
    "string_type": "must be a string",
    "string_unicode": "must not contain half of a surrogate pair",
    "string_pattern_mismatch": "must not be blank or contain NUL",
    "string_too_short": "must not be blank",
    "string_too_long": "must have at most {max_length} characters",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "bool_type": "must be true or false",
    "literal_error": "must be {expected}",
    "list_type": "must be a list of {entries}",
    "too_short": "must not be empty",
    "too_long": "must have at most {max_length} entries",
    "model_type": "must be an object",
}
"""What is said of a bad field, by pydantic's name for what is wrong; of others pydantic's own words are used."""
_ENTRIES = {"history": "strings"}
"""What stands in a list, where it is no objects."""


@blueprint.post("/api/ask")
def ask() -> Response:
    """Answer a question sent as JSON."""
    return json_response(answer(read_object(), bot(), request.environ))


@blueprint.get("/api/ask")
def ask_by_address() -> Response:
    """Answer a question sent in the address; ``history`` may stand there several times."""
    try:
        unquote_to_bytes(request.query_string).decode()  # Flask would leave bytes that are no text as they are written
    except UnicodeDecodeError:
        raise MalformedError("The address is not UTF-8.") from None
    fields: dict[str, Any] = {}
    for name, values in request.args.lists():
        if name == "history":
            fields[name] = values
        elif len(values) > 1:
            raise InvalidError((BadField(name, "must be given once"),))
        else:
            number = name == "limit" and _INTEGER.fullmatch(values[0])
            fields[name] = int(values[0]) if number else values[0]
    return json_response(answer(fields, bot(), request.environ))


@blueprint.get("/api/articles")
def articles() -> Response:
    """List the articles served."""
    no_parameters()
    summaries = [
        {**_about(article), "paragraphs": len(article.paragraphs), "url": article.url}
        for article in bot().articles.values()
    ]
    return json_response(ARTICLES.dump_json({"articles": summaries}))


@blueprint.get("/api/articles/<article_id>")
def article(article_id: str) -> Response:
    """Return an article with its paragraphs."""
    no_parameters()
    found = bot().articles.get(article_id) or abort(404)
    paragraphs = [
        {
            "id": paragraph.id,
            "number": paragraph.number,
            "kind": paragraph.kind,
            "text": paragraph.text,
            "url": paragraph.url,
        }
        for paragraph in found.passages
    ]
    body = {**_about(found), "url": found.url, "paragraphs": paragraphs}
    return json_response(ARTICLE.dump_json(body))


def bot() -> Bot:
    """Return the bot in service: one request asks it once and keeps it, whatever is loaded meanwhile."""
    ready: Bot | None = current_app.extensions["bot"]
    return ready or abort(503)


def json_response(body: bytes) -> Response:
    """Return a reply whose body is JSON already; 406 for a client that takes none."""
    accept = request.environ.get("HTTP_ACCEPT") or "*/*"
    if "*/*" not in accept and not request.accept_mimetypes["application/json"]:
        abort(406)
    return Response(body, mimetype="application/json")


def read_object() -> dict[str, Any]:
    """Return the body, a JSON object; MalformedError says why it is none."""
    if request.environ.get("CONTENT_TYPE") != "application/json" and request.mimetype != "application/json":
        abort(415)
    if request.headers.get("Content-Encoding", "").lower() not in {"", "identity"}:
        abort(415)
    return parse(read_body())


def read_body() -> bytes:
    """Return the body of the request; 408 where its client went away, or was too slow."""
    data = request.get_data(cache=False)
    if len(data) < (request.content_length or 0):
        abort(408)
    return data


def parse(data: bytes) -> dict[str, Any]:
    """Return the JSON object that was sent; MalformedError says why it is none."""
    try:
        value = _DECODER.decode(data.removeprefix(BOM_UTF8).decode())
    except RecursionError:
        raise MalformedError("The body is nested too deeply.") from None
    except UnicodeDecodeError:
        raise MalformedError("The body is not UTF-8.") from None
    except ValueError as error:
        raise MalformedError(f"The body is not JSON: {error}.") from None
    if not isinstance(value, dict):
        raise MalformedError("The body must be a JSON object.")
    return value


def no_parameters() -> None:
    """Refuse an address with a query where none is taken."""
    if request.args:
        raise InvalidError(tuple(BadField(name, _MESSAGES["extra_forbidden"]) for name in request.args))


def invalid(error: ValidationError) -> InvalidError:
    """Return what pydantic found wrong, in the bot's words."""
    return InvalidError(
        tuple(
            BadField(".".join(map(str, each["loc"])), _said(each))
            for each in error.errors(include_url=False, include_input=False)
        )
    )


def answer(fields: dict[str, Any], bot: Bot, environ: WSGIEnvironment) -> bytes:
    """Return the JSON of the reply to a question, which is left in the request's environment for the log.

    InvalidError names the fields that cannot be taken, UnknownArticleError an article that is not here.
    """
    try:
        asked: AskRequest = ASK_REQUEST.validator.validate_python(fields)
    except ValidationError as error:
        raise invalid(error) from None
    environ[QUESTION] = asked.question
    reply = bot.ask(Question(asked.question, tuple(asked.history), asked.article, asked.limit))
    return REPLY.serializer.to_json(reply.to_dict())


def _said(wrong: ErrorDetails) -> str:
    template = _MESSAGES.get(wrong["type"])
    if template is None:
        return wrong["msg"]
    entries = _ENTRIES.get(str(wrong["loc"][-1]), "objects") if wrong["loc"] else ""
    return template.format(entries=entries, **wrong.get("ctx", {}))


def _about(article: Article) -> dict[str, str | None]:
    return {
        "id": article.id,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "source": article.source,
    }


def _no_twins(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError("a name stands twice in one object")
        found[name] = value
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _integer(digits: str) -> int:
    try:
        return int(digits)
    except ValueError:  # its words are about Python
        raise ValueError("a number has thousands of digits") from None


_DECODER = json.JSONDecoder(object_pairs_hook=_no_twins, parse_constant=_no_constant, parse_int=_integer)
