"""What is left out of a page: teasers, lines of the page around the article, lists of links, readers' comments."""

from __future__ import annotations

from bot import byline, forms
from bot.forms import matches
from bot.lines import ends_sentence

HEAD = 12
"""A title, a teaser, a byline or a date is looked for in so many lines at most."""
_NEAR = 5
"""A form or a list of comments shows itself within so many lines of its heading."""
_ENDING = 40
_OPENING = 40
"""Two paragraphs with so many first characters in common begin alike by intent."""
_LONGEST_HEADLINE = 120


def is_prose(line: str) -> bool:
    """Tell whether a line can only be text: too long for a headline, or a whole sentence."""
    return len(line) > _LONGEST_HEADLINE or (len(line) >= _OPENING and ends_sentence(line) and line[-1] not in "?!")


def without_teaser(lines: list[str]) -> list[str]:
    """Leave out a paragraph near the top that the opening repeats: cut short, or parted from it by the byline."""
    for at, line in enumerate(lines[1:HEAD], start=1):
        if len(line) < _OPENING or not ends_sentence(line):
            continue
        start = line[:-_ENDING] + forms.CLIPPED.sub("", line[-_ENDING:])
        for again in range(at + 1, min(at + 9, len(lines))):
            opening = lines[again]
            if start != line:
                over = start.removeprefix(opening).strip() if len(opening) >= _OPENING else start
                repeated = opening.startswith(start) or (
                    over != start and any(after.startswith(over) for after in lines[again + 1 : again + 4])
                )
            else:
                between = lines[at + 1 : again]
                repeated = opening.startswith(line) and any(
                    byline.read(each) or matches(forms.ANYWHERE, each) for each in between
                )
            if repeated and len(start) >= _OPENING:
                return lines[:at] + lines[at + 1 :]
    return lines


def without_page(lines: list[str]) -> tuple[list[str], bool]:
    """Leave out the lines of the page around the article; tell as well whether there surely is such a page."""
    sure = False
    if any(map(forms.is_sign, lines)):
        lines, sure = _without_comments(lines)
        sure = sure or any(matches(forms.ANYWHERE, line) for line in lines)
        lines = _without_links(_without_edges(lines, sure=sure), sure=sure)
    if sure:
        lines = [line for line in lines if not matches(forms.ANYWHERE, line) and not matches(forms.WEAK, line)]
    return _without_edges(lines, sure=sure), sure or (len(lines) > 0 and matches(forms.EDGE, lines[-1]))


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
