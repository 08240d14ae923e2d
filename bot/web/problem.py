"""Every error's one shape: RFC 9457 problem details, or a page where a browser asked for one."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Response, current_app, render_template, request
from werkzeug.exceptions import HTTPException, SecurityError

from bot.errors import BadField, InvalidError, MalformedError, UnknownArticleError
from bot.web.schema import CHAT_FAILURE, PROBLEM
from bot.web.words import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask import Flask

REQUEST_ID = "bot.request_id"
"""Where a request's id is found in its environment."""
MEDIA_TYPE = "application/problem+json"
DETAILS = {
    400: "The request is malformed.",
    401: "This address asks for an API key: send 'Authorization: Bearer KEY' or 'X-API-Key: KEY'.",
    403: "This is not allowed from there.",
    404: "There is nothing at this address.",
    405: "This address does not take this method.",
    406: "This address replies with JSON.",
    408: "The request did not arrive in time.",
    413: "The body is larger than this server takes.",
    414: "The address is longer than this server takes; this reply has no body.",
    415: "The body must be sent as application/json, and not compressed.",
    422: "A field cannot be taken.",
    429: "Too many requests: wait as many seconds as Retry-After says.",
    431: "The headers are larger than this server takes; this reply has no body.",
    500: "The bot failed; its log has more under this request's id.",
    503: "The bot cannot answer yet.",
}
"""What is said of each status where there is nothing more to say."""
TITLES = {status.value: status.phrase for status in HTTPStatus} | {
    413: "Content Too Large",  # RFC 9110 renamed these
    414: "URI Too Long",
    422: "Unprocessable Content",
}
_OTHER_HOST = "This host is not served here."
"""What is said to a request for a host that is not listed."""
_CODES = {
    (401, None): "invalid_api_key",
    (404, None): "not_found",
    (404, "model"): "model_not_found",
    (429, None): "rate_limit_exceeded",
}
"""OpenAI's names for what went wrong, by the status and the field."""
_MOST_ERRORS = 20
_LONGEST_FIELD = 100
_JSON_PATHS = ("/api/", "/v1/", "/mcp", "/openapi.json", "/healthz", "/readyz", "/metrics")
"""Where programs ask, in small letters and with a stroke at the end."""


def problem(status: int, detail: str = "", errors: Sequence[BadField] = ()) -> Response:
    """Return the reply to a request that went wrong; under ``/v1/`` in the shape that OpenAI's clients read."""
    detail = detail or DETAILS.get(status, TITLES[status])
    if request.path.startswith("/v1/"):
        return _openai(status, detail, errors)
    body = {
        "type": f"/docs#problem-{status}" if status in DETAILS else "about:blank",
        "title": TITLES[status],
        "status": status,
        "detail": detail,
        "errors": [{"field": error.field[:_LONGEST_FIELD], "detail": error.detail} for error in errors[:_MOST_ERRORS]],
        "request_id": request.environ.get(REQUEST_ID, ""),
    }
    return Response(PROBLEM.dump_json(body), status, mimetype=MEDIA_TYPE)


def _openai(status: int, detail: str, errors: Sequence[BadField]) -> Response:
    if status == HTTPStatus.UNPROCESSABLE_ENTITY:
        status = 400  # what OpenAI replies to a bad field
        detail = " ".join(f"{error.field[:_LONGEST_FIELD]}: {error.detail}." for error in errors[:_MOST_ERRORS])
    field = errors[0].field[:_LONGEST_FIELD] if errors else None
    error = {
        "message": detail,
        "type": "server_error" if status >= HTTPStatus.INTERNAL_SERVER_ERROR else "invalid_request_error",
        "param": field,
        "code": _CODES.get((status, field), _CODES.get((status, None))),
    }
    return Response(CHAT_FAILURE.dump_json({"error": error}), status, mimetype="application/json")


def register(app: Flask) -> None:
    """Give the app the one shape for everything that can go wrong in it."""

    @app.errorhandler(MalformedError)
    def malformed(error: MalformedError) -> Response:
        return problem(400, str(error))

    @app.errorhandler(InvalidError)
    def invalid(error: InvalidError) -> Response:
        return problem(422, errors=error.errors)

    @app.errorhandler(UnknownArticleError)
    def unknown(_error: UnknownArticleError) -> Response:
        detail = "There is no such article."
        return failure(404, detail, [BadField("article", detail)])

    @app.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response | HTTPException:
        status = error.code or 500
        if status < HTTPStatus.BAD_REQUEST:  # a redirect, on its way as an exception
            return error
        detail = _OTHER_HOST if isinstance(error, SecurityError) else ""
        return failure(
            status, detail, headers=[(name, value) for name, value in error.get_headers() if name == "Allow"]
        )

    @app.errorhandler(Exception)
    def failed(error: Exception) -> Response:
        current_app.logger.error("request %s failed", request.environ.get(REQUEST_ID, ""), exc_info=error)
        return failure(500)


def failure(
    status: int, detail: str = "", errors: Sequence[BadField] = (), headers: Sequence[tuple[str, str]] = ()
) -> Response:
    """Return the page that says what went wrong, or the problem where no page was asked for."""
    if wants_page():
        words = ENGLISH.with_wait(int(dict(headers).get("Retry-After", 0)))
        response = Response(render_template("error.html", status=status, words=words), status)
    else:
        response = problem(status, detail, errors)
    response.headers.extend(headers)
    return response


def wants_page() -> bool:
    """Tell whether a browser asked for one of the pages: it prefers them, as programs that take anything do not."""
    if isinstance(request.routing_exception, SecurityError):
        return False  # a page's links would name the host that is not trusted
    path = f"{request.path.lower().rstrip('/')}/"
    accepted = request.accept_mimetypes
    return not path.startswith(_JSON_PATHS) and accepted["text/html"] > accepted["application/json"]
