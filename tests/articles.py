"""Articles made of a few texts."""

from __future__ import annotations

from bot.models import Article, Paragraph


def article(*texts: str, name: str = "a", title: str = "A") -> Article:
    """Return an article whose paragraphs are these, numbered from 1."""
    return Article(name, title, tuple(Paragraph(name, number, text) for number, text in enumerate(texts, 1)))
