"""The endpoints for those who run the bot: is it alive, can it answer, how does it do."""

from __future__ import annotations

from flask import Blueprint, Response, current_app

from bot.web.problem import problem

blueprint = Blueprint("operations", __name__)


@blueprint.get("/healthz")
def healthz() -> Response:
    """Tell that the process lives."""
    return Response("ok\n", mimetype="text/plain")


@blueprint.get("/readyz")
def readyz() -> Response:
    """Tell whether questions can be answered: 503 before the index is ready and while the server ends."""
    if current_app.extensions["bot"] is None or current_app.extensions["gate"].draining.value:
        return problem(503)
    return Response("ready\n", mimetype="text/plain")


@blueprint.get("/metrics")
def metrics() -> Response:
    """Return the counters of all processes in Prometheus' text format."""
    bot = current_app.extensions["bot"]
    articles, paragraphs = (len(bot.articles), bot.paragraphs) if bot else (0, 0)
    loaded = current_app.extensions.get("loaded", 0.0)
    text = current_app.extensions["gate"].metrics.expose(articles, paragraphs, loaded)
    return Response(text, content_type="text/plain; version=0.0.4; charset=utf-8")
