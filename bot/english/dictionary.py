"""The English words and names that are never taken for typing errors, looked up in a file and not loaded."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from bot.english.wordfile import WordFile

Entry = Literal["word", "name", "both"]
"""A common word; what is only ever written with a capital; what is either ("china")."""


# Words of four letters and more by their lower-case form. Names have a capital, and a plus sign where they are a
# common word too.
_FILE = WordFile("english.txt", lambda line: line.rstrip(b"+").lower(), capitals=True)


@lru_cache(maxsize=4096)
def english(word: str) -> Entry | None:
    """Return what a word in lower case is by the English dictionary that comes with the bot, or None."""
    line = _FILE.find(word)
    if line is None:
        return None
    return "word" if line == word.encode() else "both" if line.endswith(b"+") else "name"
