"""The description of the endpoints, for programs and for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, render_template, request
from pydantic_core import to_json

from bot.web.openapi import describe
from bot.web.problem import DETAILS, TITLES

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("documentation", __name__)


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """Return the OpenAPI document."""
    return Response(to_json(describe(), indent=2), mimetype="application/json")


@blueprint.get("/docs", strict_slashes=False)
def docs() -> ResponseReturnValue:
    """Show the document as a page."""
    problems = [(status, TITLES[status], detail) for status, detail in DETAILS.items()]
    return render_template("docs.html", api=describe(), problems=problems, root=request.url_root.rstrip("/"))
