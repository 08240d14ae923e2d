from __future__ import annotations

import pytest

from bot.models import Article, Span
from bot.web.places import read_span, source_url

LONG = "One two three four five six seven eight nine ten eleven twelve thirteen."


@pytest.mark.parametrize(
    ("text", "span"),
    [("0-431", Span(0, 431)), ("", None), ("5", None), ("-1-5", None), ("1-²", None), ("1-" + "9" * 10, None)],
)
def test_a_span_of_an_address_is_read_and_anything_else_is_none(text: str, span: Span | None) -> None:
    assert read_span(text) == span


@pytest.mark.parametrize(
    ("source", "sentence", "url"),
    [
        (None, "A sentence.", None),
        ("javascript:alert(1)", "A sentence.", None),
        ("data:text/html,x", None, None),
        ("https://news.example/a", None, "https://news.example/a"),
        ("https://news.example/a", "A sentence.", "https://news.example/a#:~:text=A%20sentence."),
        (
            "https://news.example/a",
            "Well-known, & so on.",
            "https://news.example/a#:~:text=Well%2Dknown%2C%20%26%20so%20on.",
        ),
        ("https://news.example/a#top", "A sentence.", "https://news.example/a#top:~:text=A%20sentence."),
        (
            "https://news.example/a",
            LONG,
            "https://news.example/a#:~:text=One%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen.",
        ),
    ],
)
def test_the_link_to_a_source_lands_on_the_sentence(source: str | None, sentence: str | None, url: str | None) -> None:
    assert source_url(Article("a", "A", (), source=source), sentence) == url
