"""Marks that a question was typed or pasted with: tags, asterisks, backquotes, pictures. It asks the same without."""

from __future__ import annotations

import re
from html import unescape

_NESTED = 4
"""Marks within marks that are taken off."""
_TAGGED = re.compile(r"<(?P<tag>[a-z][a-z0-9]*)(?: [^<>]*)?>(?P<text>[^<>]*)</(?P=tag)\s*>", re.IGNORECASE)
_OPEN = re.compile(r"[ \t]*<[a-z][a-z0-9]*[\s/][^<>=]*(?<!\s)=(?!\s)[^<>]*>[ \t]*", re.IGNORECASE)
"""A tag with an attribute, which nobody asks about."""
_CLOSE = re.compile(r"</[a-z][a-z0-9]*\s*>", re.IGNORECASE)
_UNSEEN = re.compile(r"<(?P<tag>script|style)\b[^<>]*>.*?</(?P=tag)\s*>", re.IGNORECASE | re.DOTALL)
"""What a page holds and does not show."""
_BLOCKS = frozenset("p div li ul ol td tr th table h1 h2 h3 h4 h5 h6 blockquote pre".split())
"""Tags whose text stands apart from what is beside it."""
_LINE_END = re.compile(r"<(?:br|hr|p)\s*/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,6}|[a-zA-Z]{2,8});")
_LINK = re.compile(r"!?\[(?P<text>[^\[\]]+)\]\([^()\s]*\)")
_MARKED = re.compile(
    r"(?<![\w*~])(?P<mark>\*{1,3}|~~)(?=[^\s*~])(?P<text>[^*~]*[^\s*~])(?P=mark)(?![\w*~])"
    r"|(?<![\w_])(?P<under>_{1,3})(?=[^\s_])(?P<within>[^_]*[^\s_])(?P=under)(?![\w_])"
    r"|(?P<code>`{1,3})(?P<quoted>[^`]+)(?P=code)"
)
_LED = re.compile(r"^[ \t]*(?:(?:>[ \t]*)+|#{1,6}[ \t]+)", re.MULTILINE)
_NOTHING = "?"
"""What is asked where all that was typed are marks."""
_PICTURE = "\u2600-\u27bf\u2b50\u2b55\U0001f000-\U0001faff"
_PICTURES = re.compile(rf"\s*[{_PICTURE}][{_PICTURE}\ufe0f\u200d\u20e3]*")


def unmarked(text: str) -> str:
    """Return a text without its marks: a tag that is closed or has an attribute, for an article may tell of others.

    What has letters in its marks alone asks nothing.
    """
    plain = _UNSEEN.sub("", text)
    for _ in range(_NESTED):
        before = plain
        plain = _MARKED.sub(_inside, _LINK.sub(r"\g<text>", _TAGGED.sub(_tagged, plain)))
        if plain == before:
            break
    plain, opened = _OPEN.subn(" ", plain)
    if opened:
        plain = _CLOSE.sub("", plain)
    if plain != text or "&" in text:
        plain = _ENTITY.sub(lambda entity: unescape(entity[0]), plain)
    plain = _LED.sub("", _LINE_END.sub("\n", plain) if "<" in plain else plain)
    plain = _PICTURES.sub("", plain).strip()
    if any(map(str.isalnum, plain)):
        return plain
    return _NOTHING if any(map(str.isalnum, text)) else text


def _tagged(marked: re.Match[str]) -> str:
    return f"\n{marked['text']}\n" if marked["tag"].lower() in _BLOCKS else marked["text"]


def _inside(marked: re.Match[str]) -> str:
    return marked["text"] or marked["within"] or marked["quoted"]
