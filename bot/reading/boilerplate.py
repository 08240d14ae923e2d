"""What is left out of a page: teasers, lines of the page around the article, lists of links, readers' comments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from bot.reading import byline, extent, forms
from bot.reading.forms import matches
from bot.reading.interface import MAYBE, NO, SURELY, Rating, is_heading, is_label, is_tool, rate
from bot.reading.prose import ends_sentence, is_prose

HEAD = 16
"""A teaser, a byline or a date is looked for in so many lines at most."""
_NEAR = 8
"""A form or a list of comments shows itself within so many lines of its heading."""
_TOP = 200
"""A list of contents stands within so many lines."""
_ENTRIES = 2
_ENDING = 40
_OPENING = 40
"""Two paragraphs with so many first characters in common begin alike by intent."""
_ENOUGH = 3
"""So many different lines that may be the page's, all above or below the text, are the page's."""
_COUNT = re.compile(r"[$£€]?[\d.,]+[kKmM]?|[^\W_]")
"""How often something was shared, the number of a picture, a price: it says nothing of what."""
_NUMBERING = re.compile(r"(?:[\d.]+|[-–—•*])\s+")


@dataclass(slots=True)
class Signs:
    """How each line is rated, between which lines the text stands, and whether there surely is a page around it."""

    ratings: list[Rating]
    first: int
    last: int
    sure: bool


def signs(lines: list[str], *, titled: bool = True, sure: bool = False) -> Signs:
    """Look for the signs of a page in all the lines of a file; a title is never its first prose."""
    ratings = [rate(line) for line in lines]
    prose = (at for at, line in enumerate(lines) if at >= titled and ratings[at] == NO and is_prose(line))
    first = next(prose, len(lines))
    last = next((at for at in range(len(lines) - 1, first, -1) if ratings[at] == NO and is_prose(lines[at])), first)
    sure = first < len(lines) and (
        sure
        or SURELY in ratings
        or len({line for at, line in enumerate(lines) if not first < at < last and (ratings[at] or is_heading(line))})
        >= _ENOUGH
        or sum(bool(ratings[at]) or forms.is_menu(lines[at], sure=True) for at in range(1, first)) >= _ENOUGH
        or any(forms.is_menu(line, sure=False) for line in islice(lines, 1, min(first, HEAD)))
        or matches(forms.EDGE, lines[-1])
    )
    if sure:
        first = extent.begin(lines, ratings, first)
        last = extent.end(lines, ratings, first)
    return Signs(ratings, first, last, sure)


def without_teaser(lines: list[str]) -> list[str]:
    """Leave out a paragraph near the top that the opening repeats: cut short, or parted from it by the byline."""
    for at, line in enumerate(lines[1:HEAD], start=1):
        if len(line) < _OPENING or not ends_sentence(line):
            continue
        end = line[-_ENDING:]
        start = line[:-_ENDING] + forms.CLIPPED.sub("", end) if "…" in end or "..." in end else line
        for again in range(at + 1, min(at + 9, len(lines))):
            opening = lines[again]
            if start != line:
                over = start.removeprefix(opening).strip() if len(opening) >= _OPENING else start
                repeated = opening.startswith(start) or (
                    over != start and any(after.startswith(over) for after in lines[again + 1 : again + 4])
                )
            else:
                repeated = opening.startswith(line) and any(
                    byline.read(each) or matches(forms.ANYWHERE, each) for each in lines[at + 1 : again]
                )
            if repeated and len(start) >= _OPENING:
                return lines[:at] + lines[at + 1 :]
    return lines


def without_page(lines: list[str], found: Signs) -> list[str]:
    """Leave out the lines of the page around the article."""
    if not found.sure and not any(len(line) <= forms.LONGEST and is_heading(line) for line in lines):
        return _without_edges(lines, sure=False)
    lines, form = _without_comments(lines)
    sure = found.sure or form
    if sure:
        lines = _without_foot(lines)
    lines = _without_links(_without_edges(lines, sure=sure), sure=sure)
    if sure:
        lines = _without_furniture(lines)
    return _without_edges(lines, sure=sure)


def without_contents(lines: list[str]) -> list[str]:
    """Leave out the list of an article's own headings: all of it stands again further down."""
    at = next((at for at, line in enumerate(lines[:_TOP]) if matches(forms.CONTENTS, line)), None)
    if at is None:
        return lines
    last = {line: number for number, line in enumerate(lines)}
    again = at + 1
    seen: set[str] = set()
    for number, entry in enumerate(lines[at + 1 :], start=at + 1):
        name = _NUMBERING.sub("", entry, count=1)
        if is_prose(entry) or entry in seen:
            break
        if last.get(name, 0) > number:
            again = number + 1
        elif not (entry.startswith("(") or rate(entry)):
            break
        seen.add(entry)
    return lines[:at] + lines[again:] if again > at + _ENTRIES else lines


def _without_comments(lines: list[str]) -> tuple[list[str], bool]:
    """Leave out the readers' comments and all after them, where a list of them or the form for them is seen."""
    prose = [at for at, line in enumerate(lines) if is_prose(line)]
    over = [at for at, line in enumerate(lines) if prose and at > prose[0] and matches(forms.COMMENTS, line)]
    near = {at + down for at in over for down in range(1, _NEAR + 1) if at + down < len(lines)}
    form = {at for at in near if matches(forms.COMMENT_FORM, lines[at])}
    for at in over:
        if not form.isdisjoint(range(at + 1, at + 1 + _NEAR)) or (
            at > prose[-1] and lines[at].lower().startswith("leave a ")
        ):
            return lines[:at], True
    return lines, False


def _without_edges(lines: list[str], *, sure: bool) -> list[str]:
    """Leave out the notices above and below everything else; the last line there is stays."""
    edges = (forms.EDGE, forms.EDGE_OF_PAGE) if sure else (forms.EDGE,)
    start, end = 0, len(lines)
    while end > start + 1 and any(matches(edge, lines[end - 1]) for edge in edges):
        end -= 1
    while end > start + 1 and any(matches(edge, lines[start]) for edge in edges):
        start += 1
    return lines[start:end]


def _without_links(lines: list[str], *, sure: bool) -> list[str]:
    """Leave out the lists of links after the first prose; a line right above prose may be its heading, and stays."""
    first = next((at for at, line in enumerate(lines) if is_prose(line)), len(lines))
    kept: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        end = at + 1
        if at > first and (matches(forms.RELATED, line) or (sure and matches(forms.RELATED_OF_PAGE, line))):
            while end < len(lines) and _is_link(lines[end]):
                end += 1
            if end > at + 1 and end < len(lines):
                end -= 1
            elif end == at + 1 and not sure:
                kept.append(line)
        else:
            kept.append(line)
        at = end
    return kept


def _is_link(line: str) -> bool:
    """Tell whether a line in a list of links may be a headline."""
    return not (is_prose(line) or line.endswith(".") or byline.SOURCE.fullmatch(line) or forms.NOTE.match(line))


def _without_foot(lines: list[str]) -> list[str]:
    """Leave out what stands below the text of what surely is a page, but for what is said there of the article."""
    found = signs(lines, titled=False, sure=True)
    text = lines[: found.last + 1]
    writers = " ".join(line for line in text[:HEAD] if byline.read(line) or byline.is_writer(line))
    return text + extent.below(lines, found.ratings, found.last, writers)


def _without_furniture(lines: list[str]) -> list[str]:
    """Leave out the buttons, boxes and menus of what surely is a page, more of them above and below its text."""
    found = signs(lines, titled=False, sure=True)
    kept: list[str] = []
    rows = _rows(lines, found)
    for at, (line, rating) in enumerate(zip(lines, found.ratings, strict=True)):
        outside = at < found.first or at > found.last
        written = byline.read(line) if at < HEAD and (rating or outside) else None
        if (written and (written.writer or written.published)) or not (
            rating == SURELY
            or (rating == MAYBE and (outside or is_tool(line) or not is_prose(line)))
            or matches(forms.LINK, line)
            or (outside and forms.is_menu(line, sure=False))
            or _COUNT.fullmatch(line)
            or at in rows
        ):
            kept.append(line)
    return kept


def _rows(lines: list[str], found: Signs) -> set[int]:
    """Find above and below the text the rows of lines that hold nothing but an interface's words."""
    rows: set[int] = set()
    row: list[int] = []
    for at, line in enumerate([*lines, "."]):
        if at < len(lines) and not found.first <= at <= found.last and (found.ratings[at] or is_label(line)):
            row.append(at)
            continue
        if len(row) >= _ENOUGH:
            rows.update(row)
        row = []
    return rows
