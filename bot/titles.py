"""Which article a question names, by its title or words of it: "who wrote the tram article?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue.conversation import strip_courtesy
from bot.text import telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.text import Token

_TEXT = r"(?:article|story|text|piece)"
_CALLED = re.compile(_TEXT, re.IGNORECASE)
_DETERMINED = r"\b(?:the|your|that|this)\s+"
_BEFORE = re.compile(
    rf"{_DETERMINED}(?P<title>(?:(?!(?:the|an?|this|that|your)\b)[\w'\u2019-]+\s+){{1,6}}?){_TEXT}\b", re.IGNORECASE
)
"""The tram article."""
_BEHIND = re.compile(
    rf"{_DETERMINED}{_TEXT}\s+(?:about|on|of|called|titled|entitled|named)\s+(?P<title>\S.*)", re.IGNORECASE | re.DOTALL
)
"""The article about trams."""
_OF_TEXTS = re.compile(
    r"(?:what(?:['\u2019]?s|\s+(?:is|was))\s+(?P<about>\S.*?)\s+(?:all\s+)?about"
    r"|(?:(?:can|could|would|will)\s+you\s+)?(?:please\s+)?(?:summari[sz]e|sum\s+up)\s+(?P<summed>\S.*?))\W*\Z",
    re.IGNORECASE | re.DOTALL,
)
"""What is asked of nothing but texts: "what is The Return of the Tram about?"."""
_OF_WORKS = re.compile(
    r"(?:who\s+(?:has\s+)?(?:wrote|written|authored|penned)\s+(?P<wrote>\S.*?)"
    r"|who\s+(?:is|was|are|were)\s+the\s+(?:author|writer)s?\s+of\s+(?P<author>\S.*?)"
    r"|(?:who|by\s+whom)\s+was\s+(?P<by>\S.*?)\s+written(?:\s+by)?"
    r"|when\s+was\s+(?P<when>\S.*?)\s+(?:published|written|posted))\W*\Z",
    re.IGNORECASE | re.DOTALL,
)
"""What is asked of works as well, of which an article that is called like one may tell."""
_SIGNS = re.compile(
    rf"\b{_TEXT}\b|wr(?:ote|itt|iter)|\b(?:author|penned|publish|posted|about\W*\Z|summ?)", re.IGNORECASE
)
"""One of them is there wherever a question names an article."""
_LEAST = 2
"""Words of a title that name it where it is not called an article, unless it has no more."""
_QUOTES = "\"'\u201d\u2019"
_THE_ARTICLE = "the article"


def may_name(question: str) -> bool:
    """Tell, at a glance, whether a question may name an article by its title."""
    return _SIGNS.search(question) is not None


class Named(NamedTuple):
    """The article that a question names, and the question with that called "the article"."""

    article: str
    question: str
    sure: bool
    """Whether nothing else can be meant than an article."""


class Titles:
    """The titles of some articles, by their words."""

    def __init__(self, titles: Iterable[tuple[str, str]]) -> None:
        """Take the articles' ids, each with its title."""
        self._terms = {article: frozenset(token.term for token in telling(title)) for article, title in titles}
        self._having: dict[str, set[str]] = {}
        for article, terms in self._terms.items():
            for term in terms:
                self._having.setdefault(term, set()).add(article)

    def have(self, term: str, article: str | None) -> bool:
        """Tell whether any title has a term, or that of an article."""
        having = self._having.get(term, ())
        return bool(having) if article is None else article in having

    def named(self, question: str) -> Named | None:
        """Return which article a question names, None where it names none, or one of several."""
        text = strip_courtesy(question)
        return (
            self._called(text) or self._titled(text, _OF_TEXTS, sure=True) or self._titled(text, _OF_WORKS, sure=False)
        )

    def chosen(self, text: str) -> str:
        """Return the article that a text does no more than name, "" where it does more or names none."""
        from bot.dialogue.fragment import short  # noqa: PLC0415 - a first question needs it not

        words = [word for word in telling(text) if not _CALLED.fullmatch(text, word.start, word.end)]
        article, said = self._meant(words)
        if not article or said < len(words):
            return ""
        return article if short(text) or said >= len(self._terms[article]) else ""

    def _called(self, text: str) -> Named | None:
        """Return the article that a question calls one: "the tram article", "the article about trams"."""
        for found in _BEFORE.finditer(text):
            words = telling(found["title"])
            article, said = self._meant(words)
            if article and said == len(words):
                return Named(article, f"{text[: found.start()]}{_THE_ARTICLE}{text[found.end() :]}", sure=True)
        behind = _BEHIND.search(text)
        words = telling(behind["title"]) if behind else []
        article, said = self._meant(words)
        if behind is None or not article:
            return None
        rest = behind["title"][words[said - 1].end :].lstrip(_QUOTES)
        return Named(article, f"{text[: behind.start()]}{_THE_ARTICLE}{rest}", sure=True)

    def _titled(self, text: str, form: re.Pattern[str], *, sure: bool) -> Named | None:
        """Return the article that a question calls by its title, or by most of the words of that."""
        found = form.match(text)
        if found is None or found.lastgroup is None:
            return None
        start, end = found.span(found.lastgroup)
        words = telling(text[start:end])
        article, said = self._meant(words)
        if not article or said < len(words):
            return None
        terms = self._terms[article]
        named = len(terms.intersection(word.term for word in words))
        if 2 * named <= len(terms) or named < min(_LEAST, len(terms)):
            return None
        return Named(article, f"{text[:start]}{_THE_ARTICLE}{text[end:].lstrip(_QUOTES)}", sure)

    def _meant(self, words: Sequence[Token]) -> tuple[str, int]:
        """Return the one article whose title has the first of some words, "" where none or several do, and how many."""
        meant: set[str] = set()
        said = 0
        for word in words:
            having = self._having.get(word.term, set())
            narrowed = having & meant if said else having
            if not narrowed:
                break
            meant, said = narrowed, said + 1
        whole = {article for article in meant if len(self._terms[article]) <= said}
        only = meant if len(meant) == 1 else whole
        return (next(iter(only)), said) if len(only) == 1 else ("", 0)
