"""The addresses of places: a passage on this site with what was quoted of it, a sentence on its source's page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from flask import url_for

from bot.models import Span

if TYPE_CHECKING:
    from bot.models import Article, Passage

_WHOLE = 12
"""Words of the longest sentence that a text fragment names whole; of a longer one it names both ends."""
_END = 5
"""Words that it names of each end."""
_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


def passage_url(passage: Passage) -> str:
    """Return the address of a passage that also says what was quoted, for the article's page to mark it."""
    number = passage.paragraph.number
    return url_for(
        "views.article",
        article_id=passage.paragraph.article,
        p=number,
        mark=_written(passage.evidence),
        strong=[_written(span) for span in passage.highlights],
        _anchor=f"p{number}",
    )


def read_span(text: str) -> Span | None:
    """Read a span as ``passage_url`` writes it, ``START-END``; None for anything else."""
    found = _SPAN.fullmatch(text)
    return Span(int(found[1]), int(found[2])) if found else None


def source_url(article: Article, sentence: str | None = None) -> str | None:
    """Return the address the article was copied from, with a text fragment that lands on the sentence.

    The fragment's form is that of the URL Fragment Text Directives draft (WICG). Only addresses of the web are
    returned: an article's text may name any scheme.
    """
    if article.source is None or urlsplit(article.source).scheme not in {"http", "https"}:
        return None
    words = sentence.split() if sentence else []
    if not words:
        return article.source
    parts = (words,) if len(words) <= _WHOLE else (words[:_END], words[-_END:])
    joint = ":~:" if "#" in article.source else "#:~:"
    return f"{article.source}{joint}text={','.join(map(_escaped, parts))}"


def _written(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _escaped(words: list[str]) -> str:
    # A dash has a meaning of its own in a text directive, and no escaping function takes it for special.
    return quote(" ".join(words), safe="").replace("-", "%2D")
