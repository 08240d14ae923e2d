"""What a sentence counts, and whether that is what a question asks the number or the amount of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answerforms import DEGREES, FORMS, LENGTHS, MONEY, QUANTITY, TIMES, WEIGHTS
from bot.answertype import AFTER
from bot.english.senses import kinds, singular
from bot.english.wordclass import ANY_AUX, is_verb

if TYPE_CHECKING:
    from collections.abc import Container

    from bot.analysis import Sentence
    from bot.query import Query, Term

_GROWTH = re.compile(r"\b(?:doubl|tripl|quadrupl)\w*", re.IGNORECASE)
_UNNAMED = re.compile(rf"\W*$|[.,;:!?)](?!\d)|\s+(?:{ANY_AUX}|in|at|on)\b", re.IGNORECASE)
"""What stands behind a figure that counts what was named before: "a team of 60 had slept"."""
_DWELLERS = re.compile(r"\b(?:people|inhabit\w+|resid\w+|population|citizens?|souls?|home|lived?s?)\b", re.IGNORECASE)
_MANY = ("hundred", "thousand", "million", "billion", "hundreds", "thousands", "dozens")
_PIECES = ("units", "pieces", "volumes", "copies", "items", "adults", "boys", "girls")
"""What a figure may count instead of naming the things themselves."""
_DIGIT = re.compile(r"\d")
_COUNTING = re.compile(
    r"\b(?:no|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety)\b(?!-)",
    re.IGNORECASE,
)
_THOUSANDS = 4
"""Digits of a number that may be of people though it does not say of what it is."""
_MEASURED = re.compile(
    # A figure begins where none goes on, or one of a thousand stops would be gone through from each of them.
    rf"(?<![\d.,])\b\d[\d.,]*(?:(?:-[a-z]+)+|\s?(?:{LENGTHS}|{WEIGHTS}|{TIMES}|{DEGREES})\b)|{MONEY.pattern}"
    r"|\b\d+(?:st|nd|rd|th)\b|\b(?:1\d|20)\d\d\b",
    re.IGNORECASE,
)
"""What measures and counts nothing: "a 48-hour strike", "25 metres", a price, a year."""
_AMOUNT = re.compile(
    r"(?<![\d.,])\d[\d.,]*\s?(?:[a-z]{1,3}\b|-?(?:fold|year|day|hour|metre|meter|mile|kilo))"
    r"|twice|half|third|doubl|tripl|nothing|free|more|less|lot|much|degree|points?\b",
    re.IGNORECASE,
)
"""What else may say how much of anything there is."""
_AKIN = 0.7
"""How near a noun must be to a verb to name what it does."""
_SUMS = ("money", "dollar", "euro", "pound")
"""Terms, written out, for what such a figure counts."""
_SIGNS = ("$", "\u00a3", "\u20ac")
"""What a figure behind it counts: money."""


def only_grows(sentence: Sentence) -> bool:
    """Tell whether a sentence has no quantity but the factor by which one grows."""
    rest, factors = _GROWTH.subn("", sentence.text)
    return factors > 0 and not sentence.figures and not QUANTITY.search(rest)


def only_heads(query: Query, sentence: Sentence) -> bool:
    """Tell whether all that a sentence counts are persons or beasts: 2,300 employees are no water.

    "Honey" may be a person too, but not where it is asked how much honey there is.
    """
    if MONEY.search(sentence.text) or QUANTITY.search(sentence.text):
        return False
    counted = [_counted(sentence, place) for place in _places(sentence, sentence.figures)]
    asked = {term.lower for term in query.terms}
    return bool(counted) and all(kinds(word)[:1] in ("P", "B") and word not in asked for word in counted)


def tells_amount(sentence: Sentence) -> bool:
    """Tell whether a sentence may say how much of anything: three shops are no amount."""
    forms = (FORMS["amount"], FORMS["degree"], FORMS["duration"], QUANTITY, _AMOUNT)
    return any(form.search(sentence.text) for form in forms)


def tells_dwellers(sentence: Sentence) -> bool:
    """Tell whether a sentence may say how many live in a place."""
    if _DWELLERS.search(sentence.text):
        return True
    for place in _places(sentence, sentence.figures):
        word = _counted(sentence, place)
        if kinds(word)[:1] == "P" or word in _MANY or (not word and len(sentence.tokens[place].term) >= _THOUSANDS):
            return True
    return False


def miscounted(noun: Term, query: Query, sentence: Sentence) -> bool:
    """Tell whether all that a sentence counts is something else than a "how many" asks for."""
    at = _places(sentence, sentence.figures - query.asked)
    if at and _only_measures(noun, sentence):
        return True
    if any(_counts_deed(noun, query, sentence, place) for place in at):
        return False
    if noun.term in sentence.terms:
        several = singular(noun.lower) != noun.lower  # not the "died" of "how many died"
        return several and bool(at) and all(_counts_another(noun, sentence, place) for place in at)
    if not kinds(noun.lower) or noun.nearest(sentence.terms):
        return False
    return bool(at) and not any(_may_count(noun, sentence, place) for place in at)


def _counts_deed(noun: Term, query: Query, sentence: Sentence, at: int) -> bool:
    """Tell whether a figure counts what is done: of how many people signed it, the signatures tell."""
    counted = [token.term for token in sentence.tokens[at + 1 : at + 1 + AFTER] if token.term not in query.asked]
    return any(term.nearest(counted) >= _AKIN for term in query.terms if term is not noun and not term.name)


def counts_elsewhere(noun: Term, query: Query, around: Container[str], heading: Container[str]) -> bool:
    """Tell whether a paragraph has nothing of a "how many" but what is counted, and names."""
    others = [term for term in query.terms if term is not noun and not term.name]
    return bool(others) and not any(term.is_near(around) or term.term in heading for term in others)


def _only_measures(noun: Term, sentence: Sentence) -> bool:
    """Tell whether all figures of a sentence measure something, and no word in it counts."""
    rest = _MEASURED.sub(" ", sentence.text)
    counting = _DIGIT.search(rest) or QUANTITY.search(rest) or _COUNTING.search(rest)
    return not counting and not _MEASURED.fullmatch(f"5 {noun.lower}")


def _counts_another(noun: Term, sentence: Sentence, at: int) -> bool:
    """Tell whether a figure counts what stands right behind it, if that is something else: "10 countries in stages"."""
    tokens = sentence.tokens
    if _is_money(sentence.text, tokens[at].start - sentence.span.start):
        return not noun.nearest(_SUMS)
    if at + 1 == len(tokens) or noun.term in (tokens[at - 1].term if at else "", tokens[at + 1].term):
        return False
    word = sentence.word(tokens[at + 1])
    if (
        not (word.isalpha() and word.islower())
        or word in _MANY
        or word in _PIECES
        or noun.nearest((tokens[at + 1].term,))
    ):
        return False
    told = sentence.text[: tokens[at].start - sentence.span.start]
    named = set(kinds(word))
    return (
        singular(word) != word
        and "T" not in named
        and named.isdisjoint(kinds(noun.lower))
        and not any(sign in told for sign in ";:")
    )


def _may_count(noun: Term, sentence: Sentence, at: int) -> bool:
    """Tell whether a figure may count what a noun names: that, or one of its kind, or it is left out after it."""
    start, figure = sentence.span.start, sentence.tokens[at]
    if _UNNAMED.match(sentence.text, figure.end - start) and not _is_money(sentence.text, figure.start - start):
        return True
    after = _behind(sentence, at)
    if after and after[0] in _MANY:
        del after[0]
    if not after or after[0].endswith("ed") or is_verb(after[0]):  # "four thousand emigrated"
        return True
    named = set(kinds(noun.lower))
    return any(named & set(kinds(word)) for word in after)


def _counted(sentence: Sentence, at: int) -> str:
    """Return what a figure counts: the first noun of a person or beast after it, else the next word, or nothing."""
    start, figure = sentence.span.start, sentence.tokens[at]
    if _is_money(sentence.text, figure.start - start):
        return "money"
    if _UNNAMED.match(sentence.text, figure.end - start):
        return ""
    after = _behind(sentence, at)
    return next((word for word in after if kinds(word)[:1] in ("P", "B")), after[0] if after else "")


def _places(sentence: Sentence, terms: Container[str]) -> list[int]:
    """Return at which of a sentence's words the terms stand."""
    return [place for place, token in enumerate(sentence.tokens) if token.term in terms]


def _behind(sentence: Sentence, at: int) -> list[str]:
    """Return the words behind a figure, in lower case, among which that stands which it counts."""
    return [sentence.word(token).lower() for token in sentence.tokens[at + 1 : at + 1 + AFTER]]


def _is_money(text: str, at: int) -> bool:
    """Tell whether the figure at a place in a text has a sign before it."""
    return text[max(at - 2, 0) : at].rstrip().endswith(_SIGNS)
