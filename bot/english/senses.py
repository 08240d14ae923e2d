"""What English words are: which parts of speech, and what kind of thing a noun names.

``data/senses.txt`` holds a line a word, in byte order: its parts of speech, the commonest first (n, v, a, r), and what
its nouns name (P a person, G a group, L a place, T a time, B a beast). A word that is only a noun of another kind is
left out. ``tests/fitting/make_senses.py`` makes it; ``data/README.md`` names its source and licence.
"""

from __future__ import annotations

from functools import lru_cache

from bot.english.dictionary import english
from bot.english.wordfile import WordFile

_FILE = WordFile("senses.txt", lambda line: line.partition(b" ")[0])
_PLURALS = (("ies", "y"), ("men", "man"), ("es", ""), ("s", ""))
_GROUP_OR_PLACE = frozenset("GL")
_IRREGULAR = {"people": "person", "children": "child", "wives": "wife", "mice": "mouse", "geese": "goose"}


@lru_cache(maxsize=4096)
def senses(word: str) -> str:
    """Return the parts of speech of a word in lower case, the commonest first, then the kinds of its nouns."""
    line = _FILE.find(word)
    return line.decode().partition(" ")[2] if line else ""


@lru_cache(maxsize=4096)
def kinds(noun: str) -> str:
    """Return the kinds of thing that a noun names, the commonest first; of a plural, those of its singular."""
    return _named_by(singular(noun)) or _named_by(noun)


def _named_by(noun: str) -> str:
    return "".join(letter for letter in senses(noun) if letter.isupper())


def is_group_or_place(noun: str) -> bool:
    """Tell whether a noun or a name is, in any sense, of a group or a place: of no person, then."""
    return not _GROUP_OR_PLACE.isdisjoint(kinds(noun))


def is_place(word: str) -> bool:
    """Tell whether a word, in lower case, is the name of a place, whatever else it is."""
    return english(word) in ("name", "both") and "L" in kinds(word)


def is_belonging(name: str) -> bool:
    """Tell whether a name, in lower case, only says where something belongs, as "irish" does."""
    found = senses(name)
    return "a" in found and "P" in found and "L" not in found


@lru_cache(maxsize=4096)
def singular(noun: str) -> str:
    """Return the singular of a plural, as far as its ending tells; another word as it is."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith(("ches", "shes", "xes", "sses")):
        return noun[:-2]
    if noun.endswith(("ss", "us", "is")):
        return noun
    return next((noun.removesuffix(end) + put for end, put in _PLURALS if end != "es" and noun.endswith(end)), noun)
