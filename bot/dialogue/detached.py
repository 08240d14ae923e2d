"""What is named apart from the question on it: "this bridge, when was it built?" asks when this bridge was built."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from bot.dialogue.clause import parse
from bot.dialogue.fragment import short
from bot.dialogue.phrase import Phrase
from bot.dialogue.pronouns import replace
from bot.english.wordclass import ANY_AUX, DETERMINERS, is_verb

if TYPE_CHECKING:
    from bot.dialogue.clause import Clause
    from bot.dialogue.phrase import Word

_DEFINITE = frozenset("the this that these those his her its their".split())
_PRONOUN = r"(?:he|she|it|they|him|her|them|his|its|their|there)\b"
_AHEAD = re.compile(
    r"\s*(?:(?:and|but|so|also|then|now|ok|okay)\b,?\s+){0,2}"
    r"(?:(?:as for|(?:what|how) about|(?:let['\u2019]?s|let us) (?:talk|speak) about|(?:(?:let['\u2019]?s|let us) )?"
    r"(?:go(?:ing)? )?back to|regarding|concerning)\s+(?P<named_after>[^\s,;:.?!][^,;:.?!]{1,60})[,:.]\s+"
    r"|(?P<named>[^\s,;:.?!][^,;:.?!]{1,60}),\s+)"
    rf"(?P<asked>(?:(?:who|whose|whom|what|which|when|where|why|how|{ANY_AUX})\b"
    rf"|(?:by|for|from|in|on|since|to|until|with)\s+(?:whom|what|which|when)\b).*\b{_PRONOUN}.*)",
    re.IGNORECASE | re.DOTALL,
)
_BEHIND = re.compile(
    rf"\s*(?P<asked>(?:(?:when|where|why|how)\b|what\s+(?:does|do|did)\b)[^,]*\b{_PRONOUN}[^,]*),\s+"
    r"(?P<named>[^\s,;:.?!][^,;:.?!]{1,60}?)(?P<mark>\s*\??)\s*",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:this|that|these|those) (?:time|day|week|month|year|season|morning|evening)s?$|the \w+ time$", re.IGNORECASE
)
"""What says when, and is asked nothing of."""


def attach(text: str) -> str:
    """Return a question with what is named before or behind it in the place of the pronoun that stands for it."""
    ahead = _AHEAD.fullmatch(text)
    found = ahead or _BEHIND.fullmatch(text)
    name = (found["named"] or (ahead and ahead["named_after"])) if found else None
    named = _named(name) if name else None
    if found is None or named is None:
        return text
    asked = found["asked"] if ahead else f"{found['asked']}{found['mark'].strip()}"
    put = replace(asked, [_asked_before(named)])
    return text if put == asked else put


def _asked_before(named: Phrase) -> Clause:
    """Return a question that speaks of nothing but what is named, all of it."""
    asked = f"where {'are' if named.plural else 'is'} "
    whole = Phrase(named.text, len(asked), len(asked) + len(named.text), "", len(asked))
    return dataclasses.replace(parse(f"{asked}{named.text}?"), phrases=(whole,))


def _named(text: str) -> Phrase | None:
    """Return a text as a noun phrase, None where it is none, or not of one known thing."""
    clause = parse(text)
    first = clause.words[0].lower if clause.words else ""
    whole = Phrase(text, 0, len(text))
    if not short(text) or " or " in text or not clause.phrases or any(map(_acts, clause.words[1:])):
        return None
    if clause.phrases[0].start or max(phrase.end for phrase in clause.phrases) < len(text) or _WHEN.match(text):
        return None
    if first in DETERMINERS:
        return Phrase.apart(text[0].lower() + text[1:]) if first in _DEFINITE else None
    return Phrase.apart(text) if whole.name else None


def _acts(word: Word) -> bool:
    return word.text.islower() and is_verb(word.lower)
