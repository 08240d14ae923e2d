"""The stems of English words, looked up in a file where NLTK need not be imported, which takes half a second.

``data/stems.txt`` holds a line a word, in byte order, each with its stem where that is another;
``tests/fitting/make_stems.py`` makes it with NLTK's Snowball stemmer.
"""

from __future__ import annotations

from bot.wordfile import WordFile

SHORT = 3
"""Letters up to which the file has all words whose stem is another."""


_FILE = WordFile("stems.txt", lambda line: line.partition(b" ")[0])


def stem(word: str) -> str | None:
    """Return the stem of a word in lower case; None where only NLTK can tell."""
    if not (word.isascii() and word.isalpha()):
        return None
    line = _FILE.find(word)
    if line is None:
        return word if len(word) <= SHORT else None
    return line.split(b" ")[-1].decode()
