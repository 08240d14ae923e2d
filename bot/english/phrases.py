"""Verbs of several words: who asks what somebody gave up may read what they abandoned.

``data/phrases.tsv`` holds a line a verb in its base form, in byte order, with single verbs that mean the same, the
commonest sense first. ``tests/fitting/make_phrases.py`` makes it; ``data/README.md`` names its source and licence.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.english.wordclass import base
from bot.english.wordfile import WordFile
from bot.text import MEMORISED, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.text import Token

PARTICLES = frozenset("apart aside away back down forth forward off out over together up".split())
"""What makes another verb of one; before a mere preposition ("live on", "work in") a verb mostly stays what it is."""
SIGNS = re.compile(rf"\b(?:{'|'.join(sorted(PARTICLES))}|with)\b", re.IGNORECASE)
"""Words one of which at least stands in such a verb: "deal with" is one too."""
_AFTER = re.compile(
    rf"\s+(?P<first>[a-z]+)(?:\s+(?P<second>[a-z]+))?(?=(?:\s+[\w'\u2019-]+){{0,2}}?\s+(?P<apart>{'|'.join(sorted(PARTICLES))})\b|)",
    re.IGNORECASE,
)
_FILE = WordFile("phrases.tsv")


def phrasal(text: str, tokens: Iterable[Token]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give where each verb of several words begins in a text, with the terms of the single verbs for it.

    ``tokens`` are the words of the text, or those of them that tell anything.
    """
    for token in tokens:
        after = _AFTER.match(text, token.end)
        if after:
            single = _single(text[token.start : token.end].lower(), *(word and word.lower() for word in after.groups()))
            if single:
                yield token.start, single


@lru_cache(maxsize=MEMORISED)
def _single(word: str, first: str, second: str | None, apart: str | None) -> tuple[str, ...]:
    verb = base(word)
    if verb is None:
        return ()
    for rest in (f"{first} {second}", first, apart):
        line = _FILE.find(f"{verb} {rest}")
        if line is not None:
            return tuple(dict.fromkeys(map(term, line.decode().partition("\t")[2].split())))
    return ()
