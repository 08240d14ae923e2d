"""How readers wish to be answered, of which a question asks nothing: "in one sentence", "like I'm five"."""

from __future__ import annotations

import re

from bot.text import telling

_FEW = r"(?:an?|one|two|three|four|five|(?:a\s+)?few|your\s+own|other|simple|plain|easy|layman['\u2019]?s|\d{1,2})"
_AGE = r"(?:four|five|six|seven|eight|nine|ten|\d{1,2})"
_WISH = (
    rf"(?:in\s+{_FEW}(?:\s+(?:short|simple|easy|plain))?\s+(?:words?|sentences?|lines?|terms|nutshell|english|language)"
    r"|in\s+(?:short|brief)|briefly"
    rf"|(?:as\s+if|like)\s+I\s?(?:['\u2019]?m|am|was|were)\s+(?:an?\s+)?{_AGE}(?:[\s-]years?[\s-]olds?)?)"
)
_BEFORE = re.compile(rf"\A\W*{_WISH}\s*[,:]?\s+(?=\w)", re.IGNORECASE)
_BEHIND = re.compile(rf"(?<=\w)[\s,(]+{_WISH}(?:,?\s+please)?\)?(?=\W*\Z)", re.IGNORECASE)
_TO_WHOM = re.compile(
    r"(?<=\w)\s+(?:to|for)\s+(?:an?|my)\s+"
    rf"(?:{_AGE}[\s-]years?[\s-]old(?:\s+\w+)?|child|kid|beginner|layman|layperson|dumm(?:y|ies))(?=\W*\Z)",
    re.IGNORECASE,
)
_EXPLAIN = re.compile(r"\A\W*(?:(?:please|can\s+you|could\s+you)\s+)*(?:explain|describe)\b", re.IGNORECASE)
_MAY = re.compile(r"\b(?:in|like|as if|briefly|explain|describe)\b", re.IGNORECASE)


def strip_wish(text: str) -> str:
    """Return a question without how it is wished to be answered, as long as it still asks about something."""
    if not _MAY.search(text):
        return text
    stripped = _BEHIND.sub("", _BEFORE.sub("", text))
    if _EXPLAIN.match(stripped):
        stripped = _TO_WHOM.sub("", stripped)
    return stripped if stripped != text and telling(stripped) else text
