"""A question that is nothing but a phrase: "and in Thailand?", "what about Brunei?", "Vietnam?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dialogue.clause import parse
from bot.dialogue.phrase import Phrase
from bot.english.senses import senses, singular
from bot.english.wordclass import (
    AUX,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    WH,
    base,
    is_verb,
    may_be_verb,
    mostly_verb,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

AND = r"(?:(?:and|but|or|so|also|then|now|ok|okay)\b[\s,]*)*"
JOINED = r"(?:(?:and|but|so)\s+)?"
"""What may join a whole question to the one before."""
ASIDE = r"(?:[\s,]+(?:then|too|as well|instead|though|exactly|precisely|specifically|in particular|again|please))?"
END = r"[\s?!.]*$"
LEADING = (
    "since|until|till|by|from|with|for|to|in|at|on|of|about|through|against|under|after|before|into|between|during|per"
)
"""Prepositions that lead a question of a phrase alone."""
_THAT = "(?:this|that|it)"
_FRAGMENT = re.compile(
    rf"(?:{AND}(?:(?P<about>(?:wh?at|how)s? about|what of|what with|as for)"
    rf"|(?:is {_THAT} )?(?:the )?same(?: question| thing)?(?: (?:for|with|about))?"
    rf"|does (?:the same|{_THAT}) (?:go|hold|apply)(?: (?:for|to))?)|(?P<and>(?:(?:and|but|or|also|then)\b,? ?)+)) "
    rf"(?P<phrase>\S.*?){ASIDE}{END}",
    re.IGNORECASE,
)
_TOO = re.compile(rf"(?P<and>{AND})(?P<phrase>\S.{{0,60}}?),? (?:too|as well|also){END}", re.IGNORECASE)
"""What asks the same of another, with no word before it: "Ann too?"."""
_WHEN = re.compile(
    r"(?:(?:the )?(?:year|month|week|day)s? (?:before|after)|before|after|earlier|later|now|today|nowadays|yesterday"
    r"|the (?:previous|next|following|preceding) (?:year|month|week|day|season)"
    r"|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?:year|month|week|day)s?"
    r" (?:before|after|earlier|later)"
    r"|tomorrow|currently|previously|(?:last|next|this) \w+|back then|in the past|at the moment)"
    r"(?: that)?",
    re.IGNORECASE,
)
_THOSE = re.compile(rf"^(?:those|the (?:one|ones|other|others)) (?=(?:{LEADING})\b)", re.IGNORECASE)
"""What stands for the thing of the last question: "and those in York?"."""
_LONGEST = 8
"""Words of a fragment: what is longer has a verb."""
_LONGEST_NAME = 3
_NOT_FRAGMENT = WH | AUX | (PRONOUNS - POSSESSIVES)


def fragment(question: str) -> Phrase | None:
    """Return the phrase of a question that is nothing but one: "and in Thailand?", "what about Brunei?", "Vietnam?"."""
    also = _TOO.match(question)
    found = _FRAGMENT.match(question) or also
    text = _THOSE.sub("", (found["phrase"] if found else question).strip(" ?!.,"))
    words = [word.lower for word in parse(text).words]
    if not words or not short(text) or not _NOT_FRAGMENT.isdisjoint(words):
        return None
    to = words[0] == "to" and len(words) > 1 and may_be_verb(words[1])
    if when(text) or to or (words[0] in PREPOSITIONS and len(words) > 1):
        return phrase_of(text)
    phrase = phrase_of(text)
    doing = words[0].endswith("ing") and base(words[0]) is not None
    if found:
        told = () if doing or _one_noun(words) else words[: -1 if _compound(words) else None]
        acting = (also or found["and"]) and any(map(is_verb, told))
        return None if acting else phrase
    capitals = all(word[0].isupper() for word in text.split())
    alone = len(words) == 1 or (len(words) <= _LONGEST_NAME and capitals)
    plain = phrase is not None and alone and (phrase.year or (phrase.name and len(text) > _LONGEST_NAME))
    return phrase if plain else None


def _one_noun(words: Sequence[str]) -> bool:
    """Tell whether a fragment is nothing but the plural of a noun, though it may look like a verb: "envelopes"."""
    single = singular(words[0])
    found = senses(single)
    return len(words) == 1 and single != words[0] and (not found or "n" in found)


def _compound(words: Sequence[str]) -> bool:
    """Tell whether the last word is a noun that others make one with, though it may be a verb: "a day pass"."""
    return len(words) > 2 and words[0] in DETERMINERS and base(words[-1]) == words[-1]  # noqa: PLR2004 - "the pass"


def when(text: str) -> bool:
    """Tell whether a text says only when, as counted from now or from a time before: "the year before that"."""
    return _WHEN.fullmatch(text) is not None


def phrase_of(text: str) -> Phrase | None:
    """Return a fragment as a phrase, its preposition apart."""
    words = parse(text).words
    if not words:
        return None
    if (words[0].lower in PREPOSITIONS or words[0].lower == "of") and len(words) > 1 and not _WHEN.fullmatch(text):
        start = words[1].start
        return Phrase(text[start:], start, len(text), words[0].lower)
    return Phrase.apart(text)


def acts(word: str) -> bool:
    """Tell whether a word is a verb, as far as its form tells."""
    return is_verb(word) or word.endswith("ed") or (word.endswith("s") and mostly_verb(base(word) or ""))


def short(text: str) -> bool:
    """Tell whether a text can be a phrase: it is short, and asks nothing."""
    return len(text.split()) <= _LONGEST and _NOT_FRAGMENT.isdisjoint([word.lower for word in parse(text).words])


def says(text: str) -> bool:
    """Tell whether a text has a verb of its own."""
    return any(map(acts, text.lower().split()[1:]))
