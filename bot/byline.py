"""Who wrote an article and when: the lines between its title and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot import forms

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_TIME = (
    r"(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})? ?(?:[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)"
    r" ?(?:\(?[A-Z]{1,5}(?:[+-][\d:]{1,5})?\b\)?)?"
)
_DATE = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
    rf"(?:{_MONTH} {_DAY},? \d{{4}}|{_DAY}(?: of)? {_MONTH},? \d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
    r"|\d{1,2}\.? (?:de )?[^\W\d_]{3,10}\.? (?:de )?\d{4}|\d{4} ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일])"
    rf"(?:,?(?: at| [-–—@|])? ?{_TIME})?"
)
_AGO = r"(?:an?|\d{1,2}) (?:minute|min|hour|day|week|month)s? ago"
_WHEN = (
    r"(?:first |originally |last )?(?:published|posted|updated|modified|created|issued|released|date)(?: on| at)?:? ?"
)
SOURCE = re.compile(
    r"(?:(?:source|original(?: article)?|url|link|retrieved from|available at)[ :]*)?"
    r"[<(\"“]?(?P<url>(?:https?://|www\.)[^\s<>\"“”]{3,})[>)\"”]?",
    re.IGNORECASE,
)
"""A line that says where the article was copied from."""

DATE = re.compile(rf"\b(?:{_DATE}|{_AGO})", re.IGNORECASE)
_BEFORE = re.compile(rf"\(?(?:{_WHEN})?(?:{_TIME},? (?:on )?)?", re.IGNORECASE)
_AFTER = re.compile(rf"\)?(?:[ ,;(]{{1,3}}{_WHEN}.{{,60}}| in .{{,60}})?", re.IGNORECASE)
_BY = re.compile(r",? by (?P<name>.+)", re.IGNORECASE)
_WHO = re.compile(
    r"(?:(?:written|posted|published|reported|words|text|story|report|article|review|compiled|contributed|analysis)"
    r" by|by|(?:authors?|writers?|reporters?|words|contributors?)(?= ?:)) ?:? ?(?P<name>.+)",
    re.IGNORECASE,
)
_CUT = re.compile(rf"[ ,(]+(?:on |(?:{_WHEN}))?$", re.IGNORECASE)
_WHEN_LINE = re.compile(_WHEN, re.IGNORECASE)
_LONGEST_DAY = 40
_ABOVE_BYLINE = 3  # a subtitle, a caption; what looks like a byline farther down is a heading
_READING = re.compile(
    r"\W*(?:\d+[ -]min(?:ute)?s?\.?(?: of)? read(?:ing time)?|(?:estimated )?read(?:ing)? time.{0,20})\W*",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[·•|‧∙]\s*|\s+[-–—]\s+")
_TAIL = re.compile(r" (?:leave a (?:comment|reply)|(?:no|\d+) comments?)$", re.IGNORECASE)
_BARS = re.compile(r"[·•|‧∙]")
_SMALL = frozenset(
    "a al and at bin binti correspondent d da de del dela den der di do dos du e editor editors el for from in la le "
    "news of on reporter staff team the to van von with writer writers y agencies agency".split()
)


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line under the title says: who wrote the article, when it came out, or neither (a reading time)."""

    writer: str | None = None
    published: str | None = None


def _is_name(text: str, *, longest: int = 14) -> bool:
    """Tell whether words are names and titles: ``Jane Doe and J. R. Poe Jr., Staff Writers``."""
    words = text.split()
    if not 0 < len(words) <= longest or (text[-1] in ".?!:;" and not re.search(r"\b(?:[A-Z]|Jr|Sr|D)\.$", text)):
        return False
    return not words[0][:1].isdigit() and all(
        not word[:1].islower() or word.strip(",()&").lower() in _SMALL or "@" in word for word in words
    )


def _read_part(part: str) -> Byline | None:
    date = DATE.search(part)
    before, after = (part[: date.start()], part[date.end() :]) if date else (part, "")
    by = None
    if date and _BEFORE.fullmatch(before):
        if _AFTER.fullmatch(after):
            return Byline(published=part)
        by = _BY.fullmatch(after)
    elif _READING.fullmatch(part):
        return Byline()
    by = by or _WHO.fullmatch(_CUT.sub("", before))
    if by is None or not (_is_name(by["name"]) or (" " not in by["name"] and " by " in part.lower())):
        return None  # a single name may be "admin"
    return Byline(part, date.group() if date else None)


def read(line: str) -> Byline | None:
    """Read a line under the title; ``None`` where it says something else.

    ``Jane Doe · The Daily · 14 March 2024 · 5 min read`` is read part by part: what stands beside a date or a reading
    time is the writer. Without ``By``, only between dots or bars: a heading may well hold a dash and a date.
    """
    if len(line) > forms.LONGEST:
        return None
    line = _TAIL.sub("", line)
    parts = [part for part in _PARTS.split(line) if part]
    known = [_read_part(part) for part in parts]
    if not any(found is not None and found.writer is None for found in known):
        return _read_part(line)
    date = next((found.published for found in known if found and found.published), None)
    names = [part for part, found in zip(parts, known, strict=True) if found is None or found.writer]
    names = [name for name in names if not forms.is_menu(name, sure=True)]
    if not names:
        return Byline(published=date)
    if any(found is not None and found.writer for found in known) or (
        _BARS.search(line) and all(_is_name(name, longest=5) for name in names)
    ):
        return Byline(line[line.index(names[0]) : line.index(names[-1]) + len(names[-1])], date)
    return None


class About:
    """What the lines at both ends of an article say of it: who wrote it, when, and where it was copied from."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self.writer: str | None = None
        self.published: str | None = None
        self.source: str | None = None

    def without_head(self, head: list[str], text: list[str]) -> list[str]:
        """Take what the lines between the title and the text say; return the other ones and the text.

        A bare date is the first heading of a diary, and stays, where the text has another one.
        """
        kept: list[str] = []
        for line in head:
            found = read(line)
            if found == Byline(published=line) and any(len(day) < _LONGEST_DAY and DATE.fullmatch(day) for day in text):
                found = None
            if found and found.writer and len(kept) > _ABOVE_BYLINE:
                found = None
            if not self._takes_source(line) and not self._takes(found):
                kept.append(line)
        return kept + text

    def without_foot(self, lines: list[str]) -> list[str]:
        """Take what the last lines say, and return the others; one bare address is a source, several are the text's."""
        while len(lines) > 1:
            *others, line = lines
            found = read(line) if _WHO.match(line) or _WHEN_LINE.match(line) else None
            if not (self._takes(found) or (not SOURCE.fullmatch(others[-1]) and self._takes_source(line))):
                break
            lines = others
        return lines

    def _takes(self, found: Byline | None) -> bool:
        if found is None or (found.writer and self.writer) or (not found.writer and found.published and self.published):
            return False
        self.writer = self.writer or found.writer
        self.published = self.published or found.published
        return True

    def _takes_source(self, line: str) -> bool:
        found = SOURCE.fullmatch(line) if self.source is None else None
        if found is None:
            return False
        self.source = found["url"]
        return True
