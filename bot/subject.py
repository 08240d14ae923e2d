"""Whom an article is about, where its title names one: a first question may speak of "her" as well."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.english.lexicon import STOP_WORDS
from bot.persons import may_be_name
from bot.text import POSSESSIVE, telling

_SOMEBODY = frozenset("he she him his her hers".split())
_CAPITALS = re.compile(r"[^\W\d_a-z][\w'\u2019.-]*(?: [^\W\d_a-z][\w'\u2019.-]*)+")


def is_bare(question: str) -> bool:
    """Tell whether a question says of somebody whom it does not name no more than a word: "when did she die?".

    Where it says more, that finds what is asked for better than a name which half of the article has.
    """
    words = question.lower().rstrip(" ?!.").split()
    return not _SOMEBODY.isdisjoint(words) and len(telling(question)) <= 1


@lru_cache(maxsize=1024)
def person(title: str) -> str:
    """Return the one person whom a title names in full, without "Professor" or the like, "" where it names none."""
    runs = ([POSSESSIVE.sub("", word) for word in run.split()] for run in _CAPITALS.findall(title))
    names = [[word for word in run if _may_be_part(word.lower())] for run in runs]
    found = [name for name in names if len(name) > 1]
    return " ".join(found[0]) if len(found) == 1 else ""


def _may_be_part(lower: str) -> bool:
    return lower not in STOP_WORDS and may_be_name(lower)
