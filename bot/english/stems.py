"""The stems of English words, looked up in a file where NLTK need not be imported, which takes half a second.

``data/stems.txt`` holds a line a word, in byte order, each with its stem where that is another;
``tests/fitting/make_stems.py`` makes it with NLTK's Snowball stemmer.
"""

from __future__ import annotations

from bot.english.wordfile import WordFile

SHORT = 3
"""Letters up to which the file has all words whose stem is another."""


_FILE = WordFile("stems.txt", lambda line: line.partition(b" ")[0])
_held: dict[str, str] = {}


def hold() -> None:
    """Read the whole file, some 15 MB in memory: a build looks up nearly every word of it."""
    if not _held:
        _held.update((line.split(" ")[0], line.split(" ")[-1]) for line in _FILE.lines())


def stem(word: str) -> str | None:
    """Return the stem of a word in lower case; None where only NLTK can tell."""
    if not (word.isascii() and word.isalpha()):
        return None
    if _held:
        return _held.get(word) or (word if len(word) <= SHORT else None)
    line = _FILE.find(word)
    if line is None:
        return word if len(word) <= SHORT else None
    return line.split(b" ")[-1].decode()
