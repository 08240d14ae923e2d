"""What loads libraries that ask for the user's home folder when they are imported, and fail where there is none."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def loading() -> Iterator[None]:
    """Have one imported within: where there is no home folder it is told of one, for it downloads nothing there."""
    homeless = os.path.expanduser("~") == "~"  # noqa: PTH111 - what pathlib has for it is an error
    if homeless:
        os.environ["HOME"] = "/"
    try:
        yield
    finally:
        if homeless:
            del os.environ["HOME"]
