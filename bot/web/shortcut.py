"""A question sent as JSON, answered past the web framework, which takes longer over a request than the bot.

Only what is in order goes this way. All else goes on to the app as it came, which knows what to say of it.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from werkzeug.sansio.utils import host_is_trusted

from bot.web.api import answer, parse
from bot.web.gate import REFUSAL, ROUTE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIEnvironment

    from flask import Flask

_PATH = "/api/ask"


class Shortcut:
    """Stands between the gate and an app."""

    def __init__(self, app: Flask) -> None:
        """Join the app; the gate must stand before it."""
        self._services = app.extensions
        self._most = app.config["MAX_CONTENT_LENGTH"]
        self._hosts = app.config["TRUSTED_HOSTS"]
        self._app = app.wsgi_app
        app.wsgi_app = self  # type: ignore[method-assign]

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a question, or hand the request to the app."""
        body = self._answer(environ) if self._in_order(environ) else None
        if body is None:
            return self._app(environ, start_response)
        environ[ROUTE] = _PATH
        start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
        return [body]  # a list goes out with its head at once, and not as a stream

    def _in_order(self, environ: WSGIEnvironment) -> bool:
        """Tell whether a request asks a question as most clients do, and nothing keeps it from being answered."""
        return (
            environ.get("PATH_INFO") == _PATH
            and environ["REQUEST_METHOD"] == "POST"
            and environ[REFUSAL] is None
            and environ.get("CONTENT_TYPE") == "application/json"
            and "*/*" in environ.get("HTTP_ACCEPT", "*/*")
            and "HTTP_TRANSFER_ENCODING" not in environ
            and "HTTP_CONTENT_ENCODING" not in environ
            and environ.get("CONTENT_LENGTH", "").isdecimal()
            and int(environ["CONTENT_LENGTH"]) <= self._most
            and (not self._hosts or host_is_trusted(environ.get("HTTP_HOST"), self._hosts))
        )

    def _answer(self, environ: WSGIEnvironment) -> bytes | None:
        """Return the reply; None where there is none, with the request as it was before."""
        length = int(environ["CONTENT_LENGTH"])
        sent = environ["wsgi.input"].read(length)
        environ["wsgi.input"] = BytesIO(sent)
        bot = self._services["bot"]
        if bot is None or len(sent) < length:
            return None
        try:
            return answer(parse(sent), bot, environ)
        except Exception:  # noqa: BLE001 # whatever it is, it happens in the app again, which tells of it
            return None
