"""What an article says as a whole, and a part that is asked for by its place: "the last sentence of paragraph 3"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dialogue.wordings import NUMBER, ORDINAL
from bot.english.sentences import sentences
from bot.reading.prose import is_prose
from bot.text import telling

if TYPE_CHECKING:
    from bot.models import Article, Paragraph, Span

_PARAGRAPH = re.compile(
    rf"\bparagraph\s+(?:(?:number|no\.?)\s+)?(?P<number>\d+|(?:{NUMBER})\b)|\b(?P<ordinal>{ORDINAL})\s+paragraph\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(rf"\b(?P<ordinal>{ORDINAL})\s+sentence\b", re.IGNORECASE)
_FIGURES = re.compile(r"\d{1,6}")
_NAMES = {name: place for place, name in enumerate(NUMBER.split("|"), 1)}
_NAMES |= {name: place for place, name in enumerate(ORDINAL.split("|")[: len(_NAMES)], 1)}
_LAST = frozenset(("last", "final", "closing"))
_READ = 100
"""Paragraphs among which one is looked for that sums up an article."""


def extract(asked: str, article: Article) -> tuple[Paragraph, Span | None] | None:
    """Return the paragraph that is asked for, and the sentence of it if it is one; None where there is none.

    A number is the one that the reader sees beside a paragraph; "first" and "last" pass over captions and notes.
    """
    found, sentence = _PARAGRAPH.search(asked), _SENTENCE.search(asked)
    at = _place(sentence["ordinal"]) if sentence else 1
    place = _place(found["number"] or found["ordinal"]) if found else min(at, 1)
    if place in (1, -1) and not (found and found["number"]):
        paragraph = next(iter(body(article)[min(place, 0) :][:1]), None)
    else:
        paragraph = next((each for each in article.paragraphs if each.number == place), None)
    if paragraph is None or sentence is None:
        return (paragraph, None) if paragraph else None
    spans = sentences(paragraph.text)
    return (paragraph, spans[at - (at > 0)]) if at <= len(spans) else None


def summary(article: Article) -> list[Paragraph]:
    """Return the opening of an article; where that hardly speaks of what the title names, what says most of it as well.

    Of several that say as much of it the shortest is taken, which says least else.
    """
    text = body(article)
    asked = {word.term for word in telling(article.title)}
    said = [len(asked.intersection(word.term for word in telling(each.text))) for each in text[:_READ]]
    best = max(range(len(said)), key=lambda at: (said[at], -len(text[at].text)), default=0)
    return [text[0], text[best]] if text and 2 * said[0] < said[best] > 1 else text[:1]


def body(article: Article) -> list[Paragraph]:
    """Return the paragraphs of an article that are its text: without lines such as "Was this helpful?" if any other."""
    text = [paragraph for paragraph in article.paragraphs if paragraph.kind == "body"]
    return [paragraph for paragraph in text if is_prose(paragraph.text)] or text


def _place(name: str) -> int:
    """Return the place, counted from 1, that a number or an ordinal tells; -1 of the last."""
    figures = _FIGURES.match(name)
    if figures:
        return int(figures[0])
    return -1 if name.lower() in _LAST else _NAMES.get(name.lower(), 1)
