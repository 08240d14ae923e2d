"""What the lines at both ends of an article say of it: who wrote it, when, and where it was copied from."""

from __future__ import annotations

from bot.reading import byline
from bot.reading.boilerplate import HEAD
from bot.reading.byline import DATE, DAY, MONTH, SOURCE, Byline
from bot.reading.prose import is_prose

_LONGEST_DAY = 40
_PLACES = frozenset(("where", "venue", "location", "place"))
"""What stands over the name of a place, which else looks like a writer's."""
_ABOVE_BYLINE = 5
"""A subtitle, a caption, a summary stand above a byline; what looks like one farther down is a heading."""
_SUMMARIES = 2
_LONGEST_SUMMARY = 450


class About:
    """Takes the lines that say something of the article, and knows what they said."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self.writer: str | None = None
        self.published: str | None = None
        self.source: str | None = None
        self.reading: str | None = None

    def without_head(self, lines: list[str], *, sure: bool) -> list[str]:
        """Take what the lines between the title and the text say; return the other ones and the text."""
        end = _end(lines, sure=sure)
        kept: list[str] = []
        last: Byline | None = None
        for at, line in enumerate(lines[:end]):
            if last and last.writer and self.writer and byline.is_role(line) and not byline.DATE.search(line):
                self.writer += f", {line}"
                continue
            found = _read(lines, at, after=last, sure=sure)
            if found:
                self.reading = self.reading or byline.reading_time(line)
            if found and found.writer and len(kept) > _ABOVE_BYLINE:
                found = None
            if self._takes(found) or self._takes_source(line):
                last = found
            elif not (found and last and not found.writer and line != found.published) and not (
                sure and found and found.published
            ):
                kept.append(line)
        return kept + lines[end:]

    def without_foot(self, lines: list[str], *, sure: bool) -> list[str]:
        """Take what the last lines say, and return the others; one bare address is a source, several are the text's."""
        end = len(lines)
        while end > 1:
            line = lines[end - 1]
            found = byline.read(line) if byline.starts_with_word(line) else None
            bare = not SOURCE.fullmatch(lines[end - 2])
            again = self._knows(found) or (sure and found is not None and found.writer is None)
            if not (self._takes(found) or again or (bare and self._takes_source(line))):
                break
            end -= 1
        return lines[:end]

    def _takes(self, found: Byline | None) -> bool:
        if found is None or (found.writer and self.writer) or (not found.writer and found.published and self.published):
            return False
        self.writer = self.writer or found.writer
        self.published = self.published or found.published
        return True

    def _knows(self, found: Byline | None) -> bool:
        """Tell whether the head has said the same: the writer or the day again."""
        if found is None:
            return False
        if found.writer:
            return self.writer is not None and found.writer.endswith(self.writer.removeprefix("By "))
        return found.published is not None and found.published in (self.published or "")

    def _takes_source(self, line: str) -> bool:
        found = SOURCE.fullmatch(line) if self.source is None else None
        if found is None:
            return False
        self.source = found["url"]
        return True


def _end(lines: list[str], *, sure: bool) -> int:
    """Find where the head of an article ends: at its first prose, or at a byline below the summary of it."""
    end = next((at for at, line in enumerate(lines[:HEAD]) if is_prose(line)), HEAD)
    summaries = 0
    for at in range(end, min(HEAD, len(lines))):
        if is_prose(lines[at]):
            summaries += 1
            if summaries > _SUMMARIES or len(lines[at]) > _LONGEST_SUMMARY:
                break
        elif _is_framed(lines, at, sure=sure):
            end = at + 1
    return end


def _is_framed(lines: list[str], at: int, *, sure: bool) -> bool:
    """Tell whether a line below a summary is a byline or a date and no heading: others stand beside it."""
    found = _read(lines, at, after=None, sure=sure)
    if found is None:
        return at > 0 and byline.is_role(lines[at]) and _read(lines, at - 1, after=None, sure=sure) is not None
    if found.published and lines[at] != found.published:
        return True
    beside = [line for line in lines[max(0, at - 1) : at] + lines[at + 1 : at + 2] if not is_prose(line)]
    return sure or any(byline.read(line) or byline.is_role(line) or byline.is_writer(line) for line in beside)


def _read(lines: list[str], at: int, *, after: Byline | None, sure: bool) -> Byline | None:
    """Read a line; a bare name counts beside a role or a date, a bare date where it is not the first of a diary's."""
    line = lines[at]
    found = byline.read(line)
    if found is None and byline.is_writer(line) and lines[at - 1].lower().rstrip(":") not in _PLACES:
        following = lines[at + 1] if at + 1 < len(lines) else "."
        if (after and not after.writer) or byline.is_role(following) or byline.read(following) or _is_day(following):
            return Byline(line)
    if found is None and sure and _is_day(line):
        found = Byline(published=line)
    if found == Byline(published=line) and any(_is_day(day) for day in lines[at + 1 :]):
        return None
    return found


def _is_day(line: str) -> bool:
    return (
        len(line) < _LONGEST_DAY
        and not line.endswith("ago")
        and any(form.fullmatch(line) for form in (DATE, DAY, MONTH))
    )
