"""Where the text of a page begins and ends: around it are menus, boxes and notices, some of them whole sentences."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.reading import boxes, byline, forms, kinds
from bot.reading.interface import is_label
from bot.reading.prose import is_prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.reading.interface import Rating

_TEASER = 100
"""A teaser or a notice mostly has no more characters, a paragraph mostly has more."""
_NOTICE = 60
"""A notice of two sentences mostly has no more characters."""
_HEAD = 24
"""A byline stands within so many lines of the first prose, and below so many summaries or notices."""
_SUMMARIES = 3
_LONGEST_SUMMARY = 450
_CLOSING, _BOX, _LINK, _SENTENCE, _PARAGRAPH, _LONG = -8, -2, -1, 1, 4, 12
"""What each kind of line says for the lines above it, or against those below; the figures are by trial."""
_STEP = re.compile(r"\d{1,2}[.)] ")
"""What stands before one of several steps: no teaser and no notice begins so."""
_SENTENCES = re.compile(r"[^\W_]{2}[.!?…][\"'”’»)]* [^\W_a-z]")
"""A teaser is mostly one sentence, a short paragraph two."""
_FACT = re.compile(r"[^:\t]{2,40}(?:: |\t).*\d")
"""``Attendance: 9,847``, or a row of a table: text or not, by what is around it."""
_MOST = 10
"""No more can speak against a line than a long paragraph speaks for it: an article goes on after any box."""


def begin(lines: Sequence[str], ratings: Sequence[Rating], first: int) -> int:
    """Return where the text begins: at its first prose, or below a byline that stands under a notice or a summary."""
    prose = [at for at in range(first, min(first + _HEAD, len(lines))) if not ratings[at] and is_prose(lines[at])]
    start = first
    written = any(found.writer for found in map(byline.read, lines[max(0, first - _HEAD) : first]) if found)
    for at, following in pairwise(prose[: _SUMMARIES + 1]):
        if len(lines[at]) > _LONGEST_SUMMARY:
            break
        if not written and any(byline.read(line) for line in lines[at + 1 : following]):
            start = following
    return start


def end(lines: Sequence[str], ratings: Sequence[Rating], first: int) -> int:
    """Return where the last line of the text stands that begins at ``first``.

    Each paragraph speaks for the lines above it, each heading of a box, link or notice against those below: the text
    ends where most has spoken for it. So a box between two paragraphs is within it, and whole sentences among links
    are not.
    """
    last, most, spoken = first, 0, 0
    for at in range(first + 1, len(lines)):
        spoken = max(spoken + _weight(lines[at], ratings[at]), most - _MOST, 0)
        if spoken >= most and not ratings[at] and is_prose(lines[at]):
            last, most = at, spoken
    return last


def below(lines: Sequence[str], ratings: Sequence[Rating], last: int, writers: str) -> list[str]:
    """Return which lines below the text are the article's: those above the first box, and notes wherever they are."""
    kept: list[str] = []
    heading: str | None = None
    closed = noted = False
    for line, rating in zip(lines[last + 1 :], ratings[last + 1 :], strict=True):
        if forms.NOTES.fullmatch(line):
            heading, noted = line, True
        elif (noted and is_prose(line)) or kinds.is_note(line, writers):
            kept += [heading, line] if heading else [line]
            heading = None
        else:
            heading, noted = None, False
            closed = closed or _closes(line, rating)
            if not closed:
                kept.append(line)
    return kept


def _closes(line: str, rating: Rating) -> bool:
    """Tell whether no line below this one is the article's; a word but a section's may be a heading."""
    label = " " in line and is_label(line) and not _FACT.match(line)
    menu = forms.is_menu(line, sure=line.isalpha())
    return rating != 0 or label or menu or is_prose(line) or _weight(line, rating) <= _BOX


def is_closing(line: str) -> bool:
    """Tell whether a line stands below all of the text: a copyright, what is over the readers' comments."""
    return forms.matches(forms.EDGE, line) or (not is_prose(line) and forms.matches(forms.CLOSING, line))


def _weight(line: str, rating: Rating) -> int:
    """Weigh what a line says for the lines above it to be text, or against those below it."""
    if len(line) > forms.LONGEST:
        return _LONG
    if is_closing(line):
        return _CLOSING
    if boxes.opens(line, rating):
        return _BOX
    if is_prose(line):
        several = not rating and len(line) > _NOTICE and _SENTENCES.search(line)
        return _PARAGRAPH if len(line) > _TEASER or several or _STEP.match(line) else _SENTENCE
    return 0 if _FACT.match(line) else _LINK
