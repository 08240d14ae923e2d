"""What every request passes on its way in and every reply on its way out: limits, keys, headers, counters, the log."""

from __future__ import annotations

import os
import re
import time
from multiprocessing.sharedctypes import RawValue
from typing import TYPE_CHECKING

from flask import Response, abort, current_app, g, request

from bot.accesslog import AccessLog
from bot.clients import Clients, bucket
from bot.headers import security
from bot.keys import KeyRing, KeysError
from bot.metrics import Metrics
from bot.problem import problem

if TYPE_CHECKING:
    from flask import Flask

    from bot.settings import Settings

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_FREE = ("/static/", "/healthz", "/readyz", "/metrics", "/widget.js")
"""What is neither counted by the rate limit nor behind a key."""
_LOCKED = ("/api/", "/v1/", "/mcp")
"""What asks for a key, where there are keys."""
_CORS = ("/api/", "/v1/", "/openapi.json", "/mcp")
_HOUR = "3600"


class Gate:
    """Stands before and behind every request of an app."""

    def __init__(self, app: Flask, settings: Settings) -> None:
        """Join the app; its routes must be complete by then, for the counters have one for each."""
        self.draining = RawValue("b", 0)
        """Set while the server ends: each reply then asks its client to open another connection."""
        routes = sorted({rule.rule for rule in app.url_map.iter_rules()})
        self.metrics = Metrics(routes, settings.workers)
        self.log = AccessLog() if settings.access_log else None
        self._log_questions = settings.log_questions
        self._clients = Clients(settings.trusted_proxies)
        self._keys = KeyRing(settings.keys) if settings.keys else None
        self._headers = security(settings)
        self._origins = frozenset(settings.cors_origins)
        self._rate = None
        if settings.rate:
            from bot.rate import RateLimit  # noqa: PLC0415 # loaded where there is a limit

            self._rate = RateLimit(settings)
        app.before_request(self.enter)
        app.after_request(self.leave)

    def enter(self) -> Response | None:
        """Let a request in, or reply to it at once."""
        environ = request.environ
        g.began = time.perf_counter()
        named = environ.get("HTTP_X_REQUEST_ID", "")
        g.request_id = named if _REQUEST_ID.fullmatch(named) else os.urandom(8).hex()
        path = request.path
        if path.startswith(_FREE):
            return None
        if self._origins and request.method == "OPTIONS" and path.startswith(_CORS):
            return Response(status=204)  # a browser asks for leave before it sends a key
        owner = self._owner() if self._keys and path.startswith(_LOCKED) else None
        if self._rate:
            g.client = self._clients.address(environ)
            wait = self._rate.wait(f"key {owner}" if owner else bucket(g.client))
            if wait:
                response = problem(429)
                response.headers["Retry-After"] = str(wait)
                return response
        if self._keys and owner is None and path.startswith(_LOCKED):
            response = problem(401)
            response.headers["WWW-Authenticate"] = "Bearer"
            return response
        return None

    def leave(self, response: Response) -> Response:
        """Give a reply its headers, count it and note it."""
        headers = response.headers
        headers.extend(each for each in self._headers if each[0] not in headers)
        headers["X-Request-ID"] = g.request_id
        if self.draining.value:
            headers["Connection"] = "close"
        if self._origins and request.path.startswith(_CORS):
            self._allow(response)
        seconds = time.perf_counter() - g.began
        route = request.url_rule.rule if request.url_rule else "none"
        self.metrics.request(route, request.method, response.status_code, seconds)
        if self.log:
            self._note(response, seconds)
        return response

    def _owner(self) -> str | None:
        scheme, _, key = request.environ.get("HTTP_AUTHORIZATION", "").partition(" ")
        if scheme.lower() != "bearer":
            key = request.environ.get("HTTP_X_API_KEY", "")
        try:
            owner = self._keys.owner(key.strip()) if self._keys and key else None
        except KeysError:
            current_app.logger.exception("request %s found no usable keys", g.request_id)
            abort(503)
        g.key = owner
        return owner

    def _allow(self, response: Response) -> None:
        response.headers.add("Vary", "Origin")
        origin = request.environ.get("HTTP_ORIGIN", "").lower()
        if origin not in self._origins:
            return
        response.headers["Access-Control-Allow-Origin"] = request.environ["HTTP_ORIGIN"]
        response.headers["Access-Control-Expose-Headers"] = "X-Request-ID, Retry-After"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        if request.method == "OPTIONS":
            response.headers["Access-Control-Allow-Methods"] = "GET, POST"
            response.headers["Access-Control-Allow-Headers"] = "Authorization, Content-Type, X-API-Key, X-Request-ID"
            response.headers["Access-Control-Max-Age"] = _HOUR

    def _note(self, response: Response, seconds: float) -> None:
        entry = {
            "time": time.time(),
            "request_id": g.request_id,
            "client": g.get("client") or self._clients.address(request.environ),
            "method": request.method,
            "path": request.path,
            "status": response.status_code,
            "bytes": response.content_length,
            "ms": round(seconds * 1000, 3),
        }
        if "key" in g:
            entry["key"] = g.key
        if self._log_questions and "question" in g:
            entry["question"] = g.question
        if self.log:
            self.log.add(entry)
