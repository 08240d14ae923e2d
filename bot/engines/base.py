"""What an engine is: one method, terms in, hits out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.models import Hit


class Engine(Protocol):
    """Finds the paragraphs that share terms with a question."""

    def search(self, terms: Sequence[str], limit: int, among: range | None = None) -> list[Hit]:
        """Return at most ``limit`` hits, best first, ties in the order of the corpus.

        ``among`` narrows the search to the paragraphs of one article. A paragraph that has none of the terms is no hit.
        """
        ...
