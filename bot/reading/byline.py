"""Who wrote an article and when: the lines between its title and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.reading import forms
from bot.reading.interface import rate

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_TIME = (
    r"(?:(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})? ?(?:[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)"
    r" ?(?:\(?[A-Z]{1,5}(?:[+-][\d:]{1,5})?\b\)?)?|\d{1,2} ?h ?\d{2})"
)
_DATE = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
    rf"(?:{_MONTH} {_DAY},? \d{{4}}|{_DAY}(?: of)?[ -]{_MONTH},?[ -]\d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
    r"|\d{1,2}\.? (?:de )?[^\W\d_]{3,10}\.? (?:de )?\d{4}|\d{4} ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日일])"
    rf"(?:,?(?: at| à| um| [-–—@|])? ?{_TIME})?"
)
_AGO = r"(?:(?:an?|\d{1,2}) (?:minute|min|hour|hr|day|week|month)s?|\d{1,2} ?[mhd]) ago"
_WHEN = (
    r"(?:first |originally |last )?(?:published|posted|updated|modified|created|issued|released|filed|reviewed"
    r"|(?:release |publication )?date|veröffentlicht|aktualisiert|erschienen|stand|publié|mis à jour|modifié)"
    r"(?: on(?:line)?| at| am| um| le| à)?(?:[:.]| [-–—])? ?"
)
SOURCE = re.compile(
    r"(?:(?:source|original(?: article)?|url|link|retrieved from|available at)[ :]*)?"
    r"[<(\"“]?(?P<url>(?:https?://|www\.)[^\s<>\"“”]{3,})[>)\"”]?",
    re.IGNORECASE,
)
"""A line that says where the article was copied from."""

DAY = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
    rf"(?:{_DAY}(?: of)? {_MONTH}|{_MONTH} {_DAY})",
    re.IGNORECASE,
)
"""A day of any year: ``12th April``."""
_RANGE = re.compile(rf"{_DATE} ?[-–—] ?{_DATE}", re.IGNORECASE)
"""From when to when something lasts, which is no day on which an article came out."""
MONTH = re.compile(rf"{_MONTH} \d{{4}}", re.IGNORECASE)
DATE = re.compile(rf"\b(?:{_DATE}|{_AGO})", re.IGNORECASE)
_BEFORE = re.compile(rf"\(?(?:(?:news|press|media) release:? |{_WHEN})?(?:{_TIME},? (?:on )?)?", re.IGNORECASE)
_AFTER = re.compile(
    rf"\)?(?:[ .,;(|·•\t/–—-]{{1,3}}(?:{_WHEN}|{_TIME}).{{,60}}|{_DATE}| in .{{,60}}"
    r"| [-–—] (?-i:[A-Z][A-Z .,]{2,40}))?",
    re.IGNORECASE,
)
_BY = re.compile(r",? by (?P<name>.+)", re.IGNORECASE)
_WHO = re.compile(
    r"(?:(?:written|posted|published|reported|words|text|story|report|article|review|compiled|contributed|analysis"
    r"|interview|guest post|opinion|essay|comment|column|feature) by|as told to|by"
    r"|(?:authors?|writers?|reporters?|reviewers?|columnists?|contributors?|correspondents?|interview(?:er)?|words|text"
    r"|copy|story|report|analysis|opinion|comment(?:ary)?|byline)(?= ?:)|(?:von|par)(?=:? \S+ \S)) ?:? ?(?P<name>.+)",
    re.IGNORECASE,
)
_CUT = re.compile(rf"[ ,(]+(?:on |(?:{_WHEN}))?$", re.IGNORECASE)
_WHEN_LINE = re.compile(_WHEN, re.IGNORECASE)
_LATER = re.compile(rf"{_WHEN}.{{6,60}}", re.IGNORECASE)
_READING = re.compile(
    r"\W*(?:\d+[ -]min(?:ute)?s?\.?(?: of)? read(?:ing time)?|(?:estimated )?read(?:ing)? time.{0,20}"
    r"|(?:lesezeit|(?:temps de )?lecture)\W.{0,20})\W*",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(r"^\W+|\W+$")
_PARTS = re.compile(r"\s*[·•|‧∙\t]\s*|\s+[-–—]\s+")
_TAIL = re.compile(r" (?:leave a (?:comment|reply)|(?:no|\d+) comments?)$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_BARS = re.compile(r"[·•|‧∙\t]")
_ROLE = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|contributor|columnist|staff|bureau|critic|analyst|journalist|producer"
    r"|presenter|professor|fellow|director|photographer|chief|specialist|author|intern|freelance|agenc(?:y|ie)|tester"
    r"|reviewer|researcher|lecturer|teacher|doctor|physician|lawyer|economist|historian|scientist|consultant)s?\b",
    re.IGNORECASE,
)
_LONGEST_ROLE = 8
_NO_NAMES = frozenset(
    "a an the how why what when where who is are was in on at from for to with inside my our your this these and "
    "images photo photos picture pictures press news media getty reuters afp guide part chapter edition letter update "
    "live opinion analysis review".split()
)
_LONGEST_NAMES = 8
_SMALL = frozenset(
    "a al and at bin binti by correspondent d da de del dela den der di do dos du e editor editors el for from "
    "illustrations in la le news of on photographs photography photos pictures reporter staff team the to van von "
    "with writer writers y agencies agency redaktion rédaction".split()
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


def is_role(line: str) -> bool:
    """Tell whether a line says what a writer is: ``Science editor``, ``West Wales correspondent``."""
    return len(line.split()) <= _LONGEST_ROLE and line[-1] not in ".?!:" and _ROLE.search(line) is not None


def is_writer(line: str) -> bool:
    """Tell whether a line may be no more than the names of the writers: ``Jane Doe and John Q. Public``."""
    words = re.findall(r"[^\W\d_]+", line.lower())
    return (
        1 < len(words) <= _LONGEST_NAMES
        and _is_name(line, longest=_LONGEST_NAMES)
        and words[0] not in _NO_NAMES
        and words[-1] not in _NO_NAMES
        and not any(letter.isdigit() or letter in '|/:?!“"' for letter in line)
        and not forms.is_menu(line, sure=True)
    )


def _signs(text: str) -> bool:
    """Tell whether words behind ``By`` are names: a role may follow them in small letters."""
    names, comma, role = text.partition(",")
    return _is_name(text) or (bool(comma and role) and _is_name(names) and is_role(role))


def _read_part(part: str) -> Byline | None:
    date = DATE.search(part)
    before, after = (part[: date.start()], part[date.end() :]) if date else (part, "")
    by = None
    if date and _BEFORE.fullmatch(before):
        if _AFTER.fullmatch(after) or (_LATER.fullmatch(part) and _PARTS.match(after)):
            return Byline(published=part)
        by = _BY.fullmatch(after)
    elif _READING.fullmatch(part):
        return Byline()
    by = by or _WHO.fullmatch(_CUT.sub("", before))
    if by is None or not (_signs(by["name"]) or (" " not in by["name"] and " by " in part.lower())):
        return None  # a single name may be "admin"
    return Byline(part, date.group() if date else None)


def read(line: str) -> Byline | None:
    """Read a line under the title; ``None`` where it says something else.

    ``Jane Doe · The Daily · 14 March 2024 · 5 min read`` is read part by part: what stands beside a date or a reading
    time is the writer. Without ``By``, only between dots or bars: a heading may well hold a dash and a date.
    """
    if len(line) > forms.LONGEST or _RANGE.search(line):
        return None
    line = _TAIL.sub("", line)
    whole = _read_part(line)
    if whole is not None and whole.writer is None:
        return whole
    parts = [
        part for part in _PARTS.split(line) if part and (_READING.fullmatch(part) or not (part.isdigit() or rate(part)))
    ]
    known = [_read_part(part) for part in parts]
    if not any(found is not None and found.writer is None for found in known):
        return known[0] if len(parts) == 1 else whole or next(filter(None, known), None)
    date = next((found.published for found in known if found and found.published), None)
    signed = next((at for at, found in enumerate(known) if found and found.writer), 0)  # before it stands no writer
    names = [part for part, found in zip(parts[signed:], known[signed:], strict=True) if not found or found.writer]
    names = [name for name in names if not forms.is_menu(name, sure=True)]
    if not names:
        return Byline(published=date)
    if any(found is not None and found.writer for found in known) or (
        _BARS.search(line) and all(_is_name(name, longest=5) and not _DIGIT.search(name) for name in names)
    ):
        return Byline(line[line.index(names[0]) : line.index(names[-1]) + len(names[-1])], date)
    return None


def reading_time(line: str) -> str | None:
    """Return the reading time that a line under the title tells, ``5 min read``, as the page has it."""
    told = next(filter(_READING.fullmatch, _PARTS.split(line)), None)
    return told and _OUTSIDE.sub("", told)


def starts_with_word(line: str) -> bool:
    """Tell whether a line at the end of an article says itself that it names the writer or the day."""
    return bool(_WHO.match(line) or _WHEN_LINE.match(line))
