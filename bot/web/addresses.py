"""The addresses that replies in JSON give: an article's id has letters of any script, an address none but ASCII's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from bot.models import Reply


def encoded(path: str) -> str:
    """Return a place on the bot's site as it stands in an address."""
    return path if path.isascii() else quote(path, safe="/#")


def article_address(article_id: str) -> str:
    """Return where an article stands on the bot's site."""
    return encoded(f"/articles/{article_id}")


def as_json(reply: Reply) -> dict[str, Any]:
    """Return a reply in the form of the JSON contract."""
    body = reply.to_dict()
    for passage in (*body["passages"], *body["related"]):
        passage["url"] = encoded(passage["url"])
    return body
