"""Where the files that travel with the bot stand: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """Return the path of ``templates``, ``corpus`` or ``static``, wherever the bot was installed."""
    places = (_PACKAGE / name, _PACKAGE / "_shipped" / name, _PACKAGE.parent / name)
    return next((place for place in places if place.is_dir()), places[-1])


@cache
def asset_version(name: str) -> str:
    """Return a short mark of a static file's content, so that its address changes when the file does."""
    return sha256((folder("static") / name).read_bytes()).hexdigest()[:8]
