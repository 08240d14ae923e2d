"""A heading answers nothing itself: what it says is said of the paragraph below it, or of the lines of a list there."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from bot.english.senses import kinds
from bot.models import Hit
from bot.reading.prose import ends_sentence, is_prose
from bot.text import telling
from bot.topic import title_terms

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from bot.index import Index
    from bot.indexing.records import Recorded
    from bot.query import Query

_LONGEST = 80
"""Characters of a heading."""
_TERMS = 8
"""Terms that it has at most."""
_ASKED = 300
"""Characters of a question that an interview goes on from."""
_ASKED_TERMS = 36
"""Terms that it has at most, which is told sooner."""
_HEADING = re.compile(r"[^\W_].*[^.!\u2026:;,]$")
"""It begins with a letter, no bullet, and does not end as a sentence that tells something does."""
_TOLD = re.compile(r":\s|\d[\d,.]*\s*%")
"""What a line of facts has: ``Attendance: 9,847``."""
_LINES = 12
"""Lines of a list at most that a heading is above."""
_SECTION = 6
"""Paragraphs above another at most among which the heading of its section is looked for."""
_FACT = re.compile(r"\d|:\s|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
"""What the lines of a list have, and the next heading has not: ``Monday 9-17``, ``Sunday closed``, ``Late: free``."""


def lend(hits: Sequence[Hit], index: Index) -> tuple[Sequence[Hit], list[Recorded], Mapping[int, frozenset[str]]]:
    """Return the hits with the paragraph below it for each heading, their passages, and what the headings lend.

    That is their terms, by the place of the paragraph below.
    """
    passages = [index.passage(place) for place, _ in hits]
    headings = [
        hit
        for hit, passage in zip(hits, passages, strict=True)
        if (_may_head(passage) if passage.heading is None else passage.heading)
    ]
    if not headings:
        return hits, passages, {}
    below = {place: hit for hit in headings for place in _below(hit.paragraph, index)}
    if not below:
        return hits, passages, {}
    gone = {hit.paragraph for hit in below.values()}
    kept = [hit for hit in hits if hit.paragraph not in gone]
    found = {hit.paragraph for hit in kept}
    # What stands in so few words scores high for its length alone.
    kept += [Hit(place, hit.score / 2) for place, hit in below.items() if place not in found]
    terms = {place: index.passage(hit.paragraph).terms for place, hit in below.items()}
    return kept, [index.passage(place) for place, _ in kept], terms


def heads(place: int, index: Index) -> bool:
    """Tell whether the paragraph at a place is what a page shows as a heading: one short line with its text below it.

    A long question of an interview is none, nor a line of a list that has facts itself, though both may lend terms.
    """
    passage = index.passage(place)
    text = passage.paragraph.text
    if len(text) > _LONGEST or len(passage.lines) > 1 or not _is_heading(passage):
        return False
    below = _below(place, index)
    return len(below) == 1 or (len(below) > 1 and not _FACT.search(text))


def under_another(query: Query, place: int, heading: Container[str], index: Index) -> bool:
    """Tell whether a paragraph, given by its place, stands in a section that is on another than a question names.

    That is told by the heading next above, where nothing from there on nor the title has a name of the question's.
    """
    passage = index.passage(place)
    if query.asked <= passage.terms:
        return False
    names = [term for term in query.terms if term.name and term.known and kinds(term.lower) != "T"]
    if not names or any(term.term in heading or term.is_said(passage.terms) for term in names):
        return False
    title = title_terms(passage.title)
    if any(term.is_said(title) for term in names):
        return False
    for step in range(1, _SECTION + 1):
        above = index.beside(place, -step)
        if above is None or any(term.is_said(above.terms) for term in names):
            return False
        text = above.paragraph.text
        if len(text) <= _LONGEST and not (is_prose(text) or ends_sentence(text)):
            words = telling(text)
            return any(word.start and text[word.start].isupper() and word.term not in title for word in words)
    return False


def lines(place: int, index: Index) -> list[int]:
    """Return the places of the lines of the list that a paragraph stands in, given by its place, none where in none."""
    above = ((place - step, index.beside(place, -step)) for step in range(1, _LINES + 1))
    lists = (_below(at, index) for at, heading in above if heading is not None and _is_heading(heading))
    # A line of a list may look like a heading of those below it.
    return max((found for found in lists if place in found and len(found) > 1), key=len, default=[])


def _may_head(passage: Recorded) -> bool:
    passage.heading = _is_heading(passage)
    return passage.heading


def _is_heading(passage: Recorded) -> bool:
    if passage.kind != "body" or passage.length > _ASKED_TERMS:
        return False
    text = passage.paragraph.text
    if text.endswith("?"):
        return len(text) <= _ASKED
    if len(passage.lines) != 1 or passage.length > _TERMS:
        return False
    return len(text) <= _LONGEST and _HEADING.match(text) is not None and not _TOLD.search(text)


def _below(place: int, index: Index) -> list[int]:
    """Return the places of what a heading is above: a paragraph of the same article, or the lines of a list."""
    below = index.beside(place, 1)
    if below is None or below.kind != "body":
        return []
    text = below.paragraph.text
    if is_prose(text) or (ends_sentence(text) and not text.endswith("?")):
        return [place + 1]
    lines = takewhile(_is_line, (index.beside(place, step) for step in range(1, _LINES + 1)))
    facts = [_FACT.search(line.paragraph.text) is not None for line in lines if line]
    # A line without facts above one with them heads a list of its own.
    end = next((at for at, fact in enumerate(facts) if not fact and True in facts[at + 1 : at + 2]), len(facts))
    while end and not facts[end - 1]:
        end -= 1
    return [place + step for step in range(1, end + 1)] if sum(facts[:end]) > 1 else []


def _is_line(passage: Recorded | None) -> bool:
    return passage is not None and passage.kind == "body" and len(passage.paragraph.text) <= _LONGEST
