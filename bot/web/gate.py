"""What every request passes on its way in and every reply on its way out: limits, keys, headers, counters, the log.

The way out is plain WSGI: a header costs an append there, and three microseconds in a Flask response.
"""

from __future__ import annotations

import re
import time
from http import HTTPStatus
from multiprocessing.sharedctypes import RawValue
from random import randbytes
from typing import TYPE_CHECKING, Any

from flask import Response, request

from bot.web.accesslog import AccessLog
from bot.web.clients import Clients, bucket
from bot.web.headers import policies
from bot.web.keys import KeyRing, KeysError
from bot.web.metrics import Metrics
from bot.web.problem import REQUEST_ID, failure
from bot.web.work import Work

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from flask import Flask

    from bot.settings import Settings
    from bot.web.headers import Headers

QUESTION = "bot.question"
"""Where a request's question is left for the log in its environment."""
ROUTE = "bot.route"
"""Where the rule of a request's address is left for the counters."""
REFUSAL = "bot.refusal"
"""Where stands what is replied to a request that is not let in: a status and headers, or None."""
_KEY = "bot.key"
_NAMED = re.compile(r"[A-Za-z0-9._-]{1,64}")
_FREE = ("/static/", "/healthz", "/readyz", "/metrics", "/widget.js")
"""What is neither counted by the rate limit nor behind a key."""
_LOCKED = ("/api/", "/v1/", "/mcp")
"""What asks for a key, where there are keys."""
_SENT = ("Authorization", "Content-Type", "X-API-Key", "X-Request-ID", "Last-Event-ID")
"""Headers that the pages of another site may send."""
_LIBRARY = re.compile(r"(?:x-stainless|openai|mcp)-[a-z-]{1,40}")
"""Headers that the libraries of OpenAI and of MCP send besides."""
_CORS = (*_LOCKED, "/openapi.json")


class Gate:
    """Stands before and behind every request of an app."""

    def __init__(self, app: Flask, settings: Settings) -> None:
        """Join the app; its routes must be complete by then, for the counters have one for each.

        KeysError: the keys cannot be read.
        """
        self.draining = RawValue("b", 0)
        """Set while the server ends: each reply then asks its client to open another connection."""
        self.work = Work(settings.max_body, settings.request_timeout)
        self.metrics = Metrics(sorted({rule.rule for rule in app.url_map.iter_rules()}), settings.workers)
        self.log = AccessLog() if settings.access_log else None
        self._log_questions = settings.log_questions
        self._clients = Clients(settings.trusted_proxies)
        self._logger = app.logger
        self._keys = KeyRing(settings.keys) if settings.keys else None
        if self._keys and not self._keys.keys:
            self._logger.warning(
                "%s holds no key: until 'bot keys add' makes one, each request that needs one is refused", settings.keys
            )
        self._policies = policies(settings)
        self._origins = frozenset(settings.cors_origins)
        self._rate = None
        if settings.rate:
            from bot.web.rate import RateLimit  # noqa: PLC0415 # loaded where there is a limit

            self._rate = RateLimit(settings)
        app.before_request(_enter)
        self._app: WSGIApplication = app.wsgi_app
        app.wsgi_app = self  # type: ignore[method-assign]

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Hand a request to the app, and see its reply out."""
        began = time.perf_counter()
        named = environ.get("HTTP_X_REQUEST_ID", "")
        # To ask the system for chance would let another thread run first.
        environ[REQUEST_ID] = named if _NAMED.fullmatch(named) else randbytes(8).hex()  # noqa: S311 # nothing secret
        self._clients.correct(environ)
        if "HTTP_HOST" in environ:  # a final dot, or large letters, name the same host
            environ["HTTP_HOST"] = environ["HTTP_HOST"].lower().replace(".:", ":").removesuffix(".")
        environ[REFUSAL] = self._refuse(environ)

        def leave(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:  # noqa: ANN401 # as WSGI has it
            path = _path(environ)
            headers += self._policies.of(path)
            headers.append(("X-Request-ID", environ[REQUEST_ID]))
            if self.draining.value:
                headers.append(("Connection", "close"))
            if self._origins and path.startswith(_CORS):
                headers += self._share(environ)
            code = int(status[:3])
            seconds = time.perf_counter() - began
            self.metrics.request(environ.get(ROUTE, "none"), environ["REQUEST_METHOD"], code, seconds)
            if self.log:
                self.log.add(self._entry(environ, code, seconds))
            return start_response(status, headers, exc_info)

        call = self.work.begin(environ)
        try:
            return self._app(environ, leave)
        finally:
            self.work.end(call)

    def _refuse(self, environ: WSGIEnvironment) -> tuple[int, Headers] | None:
        """Return the status and the headers of what is replied to a request at once, None where it is let in."""
        path = _path(environ)
        if path.startswith(_FREE):
            return None
        if self._origins and environ["REQUEST_METHOD"] == "OPTIONS" and path.startswith(_CORS):
            return 204, []  # a browser asks for leave before it sends a key
        locked = self._keys and path.startswith(_LOCKED)
        try:
            owner = self._owner(environ) if locked else None
        except KeysError:
            self._logger.exception("request %s found no usable keys", environ[REQUEST_ID])
            return 503, []
        if self._rate:
            wait = self._rate.wait(f"key {owner}" if owner else bucket(environ.get("REMOTE_ADDR", "")))
            if wait:
                return 429, [("Retry-After", str(wait))]
        if locked and owner is None:
            return 401, [("WWW-Authenticate", "Bearer")]
        return None

    def _owner(self, environ: WSGIEnvironment) -> str | None:
        scheme, _, key = environ.get("HTTP_AUTHORIZATION", "").partition(" ")
        if scheme.lower() != "bearer":
            key = environ.get("HTTP_X_API_KEY", "")
        owner = self._keys.owner(key.strip()) if self._keys and key else None
        environ[_KEY] = owner
        return owner

    def _share(self, environ: WSGIEnvironment) -> list[tuple[str, str]]:
        """Return what lets the pages of another site read a reply."""
        vary = [("Vary", "Origin")]
        origin = environ.get("HTTP_ORIGIN", "")
        if origin.lower() not in self._origins:
            return vary
        return [
            *vary,
            ("Access-Control-Allow-Origin", origin),
            ("Access-Control-Expose-Headers", "X-Request-ID, Retry-After, Mcp-Session-Id"),
            ("Access-Control-Allow-Methods", "GET, POST"),
            ("Access-Control-Allow-Headers", ", ".join([*_SENT, *_sent_by_library(environ)])),
            ("Access-Control-Max-Age", "3600"),
        ]

    def _entry(self, environ: WSGIEnvironment, status: int, seconds: float) -> dict[str, object]:
        """Return a request's line of the log; the address's query, where questions stand, is left out."""
        entry = {
            "time": time.time(),
            "request_id": environ[REQUEST_ID],
            "client": environ.get("REMOTE_ADDR", ""),
            "method": environ["REQUEST_METHOD"],
            "path": environ.get("PATH_INFO", "").encode("latin-1", "replace").decode("utf-8", "replace"),
            "status": status,
            "ms": round(seconds * 1000, 3),
        }
        if _KEY in environ:
            entry["key"] = environ[_KEY]
        if self._log_questions and QUESTION in environ:
            entry["question"] = environ[QUESTION]
        return entry


def _path(environ: WSGIEnvironment) -> str:
    """Return the path of a request as Flask has it."""
    return f"/{environ.get('PATH_INFO', '').lstrip('/')}"


def _sent_by_library(environ: WSGIEnvironment) -> list[str]:
    """Return those of the headers which a browser asks leave to send that a client library adds of itself."""
    asked = environ.get("HTTP_ACCESS_CONTROL_REQUEST_HEADERS", "")
    return [name for name in map(str.strip, asked.lower().split(",")) if _LIBRARY.fullmatch(name)]


def _enter() -> Response | None:
    """Let a request in, or reply as the gate has it."""
    environ = request.environ
    if request.url_rule:
        environ[ROUTE] = request.url_rule.rule
    refusal = environ[REFUSAL]
    if refusal is None:
        return None
    status, headers = refusal
    if status == HTTPStatus.NO_CONTENT:
        return Response(status=status, headers=headers)
    return failure(status, headers=headers)
