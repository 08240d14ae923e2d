"""Whether a sentence tells of another: "Savery patented a pump" is no answer to "When did Watt patent it?".

Nor is "Savery's pump failed" to "Did Watt's pump fail?", nor "a pump was built in York in 1712" to "When was one built
in Leeds?". Of whom a question asks and of whom a sentence tells is known where each begins with a name. All this was
found on the first half of the SQuAD 2.0 articles, many of whose questions without an answer were made so.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from bot.acronyms import expansion
from bot.english.senses import kinds
from bot.english.wordclass import ANY_AUX, base
from bot.text import telling

if TYPE_CHECKING:
    from bot.analysis import Sentence
    from bot.index import Index
    from bot.query import Query, Term

_WORD = r"[A-Z][\w.&-]*+(?:['\u2019](?!s\b)[\w.&-]*+)?"
_DOER = re.compile(
    rf"\b(?i:{ANY_AUX})\s+(?i:the\s+)?(?P<name>{_WORD}(?:\s(?:(?:of|the|and|de|van|von)\s)*{_WORD}){{0,6}})\s+(?P<deed>[\w-]+)"
)
"""The name before the verb of a question, and not what belongs to it: no "Savery's pump"."""
_GOES_ON = frozenset("first last ever not to in on at so".split())
"""What may stand between the name and the verb, or in place of a verb."""
_TOLD_BY_OTHERS = ("manner", "polar", "reason", "thing")
"""Kinds of answer that a sentence about another of the question's names may give: what A learns from B, B teaches."""
_LEAD = re.compile(
    r"\W*(?:(?:[A-Z]\w+\s)?(?i:after|although|amid|as|at|because|before|between|by|despite|during|following|for|from|in"
    r"|on|over|since|starting|though|to|under|until|when|while|with|within)\b"
    r"(?:(?:\s[\w-]+){0,2}?\s\d{4}\s|[^,]*,\s(?:(?:in|on)\s[^,]*,\s)?))?(?i:the\s)?"
)
"""What a sentence may begin with before its subject: "In 1698, on the Thames, the"."""
_APOSTROPHE = re.compile(r"['\u2019]")
_OWNED = re.compile(
    r"\b(?P<name>[A-Z][\w.-]*+(?:\s[A-Z][\w.-]*+){0,4})(?:['\u2019]s|(?<=s)['\u2019])\s+(?P<what>(?:[\w-]+\s+){0,2}[\w-]+)"
)
"""A name and what is its own: "Savery's steam pump"."""
_IN = re.compile(r"\bin\s+(?P<place>[A-Za-z][\w-]+)(?=\W*$|\s)")
_VALUES = ("age", "amount", "count", "date", "degree", "duration", "old", "price", "rate", "year")
"""Kinds of answer that are figures and dates."""
_TOLD_BY_PLACE = ("amount", "count", "date", "reason", "year")
"""Kinds of answer that are another's in another place."""
_AROUND = 8
"""Paragraphs on either side in which somebody may be named in full."""


def tells_of_another(query: Query, sentence: Sentence, number: int, index: Index) -> bool:
    """Tell whether a sentence of a paragraph, given by its place, tells another's deed, or of another place."""
    if all(term.term in sentence.terms for term in query.terms if term.name):
        return False
    return _does_another(query, sentence, number, index) or _is_elsewhere(query, sentence)


def is_anothers(query: Query, sentence: Sentence, number: int, index: Index) -> bool:
    """Tell whether what a question says is somebody's is another's in a sentence: "Watt's pump" for "Savery's pump".

    Of a figure or date it is also told by whom the sentence of a paragraph, given by its place, begins with.
    """
    if not _APOSTROPHE.search(query.text):
        return False
    told = _owned(sentence.text)
    for name, things in _owned(query.text):
        of = _terms(name)
        owners = [term for term in query.terms if term.name and term.term in of]
        if not owners:
            continue
        others = [other for other, what in told if things and things[0] in what]
        if others and not any(_is_of(term, other) for term in owners for other in others):
            return True
        if query.kind in _VALUES and not any(term.is_near(sentence.terms) for term in owners):
            subject = _subject(sentence, number, index)
            if subject and subject.isdisjoint(query.asked):
                return True
    return False


def _owned(text: str) -> list[tuple[str, list[str]]]:
    """Return each name in a text that something belongs to, with the terms of what does."""
    return [(found["name"], _terms(found["what"])) for found in _OWNED.finditer(text)]


def _is_of(term: Term, name: str) -> bool:
    """Tell whether a term is of a name, or stands for it: "EU" for "European Union"."""
    terms = _terms(name)
    return term.is_near(terms) or bool(term.letters and expansion(term.letters, name))


def _terms(text: str) -> list[str]:
    return [token.term for token in telling(text)]


def _is_elsewhere(query: Query, sentence: Sentence) -> bool:
    """Tell whether a question asks when or how much in a place, and a sentence tells that of another place."""
    if query.kind not in _TOLD_BY_PLACE or not (found := _IN.search(query.text)):
        return False
    place = query.term(telling(found["place"])[0].term) if "L" in kinds(found["place"].lower()) else None
    if place is None or not place.known or place.is_near(sentence.terms):
        return False
    return not sentence.locations <= query.asked


def _does_another(query: Query, sentence: Sentence, number: int, index: Index) -> bool:
    """Tell whether a sentence begins with another than the one whose deed a question asks about.

    It is told so only where the article has that one's name as well: else the name may be but another word.
    """
    found = _DOER.search(query.text)
    if not found or not _may_do(found["deed"].lower()):
        return False
    name = _terms(found["name"])
    doer = [term for term in query.terms if term.name and term.term in name]
    if any(term.is_near(sentence.terms) for term in doer):
        return False
    passage = index.passage(number)
    here = any(term.term in passage.terms for term in doer)
    if not here and not any(index.has(term.term, index.among(passage.paragraph.article)) for term in doer):
        return False
    other = _subject(sentence, number, index)
    return bool(other) and (other.isdisjoint(query.asked) or (here and query.kind not in _TOLD_BY_OTHERS))


def _subject(sentence: Sentence, number: int, index: Index) -> frozenset[str]:
    """Return the terms of the name that a sentence begins with, nothing where it begins with none."""
    lead = _LEAD.match(sentence.text)
    start = sentence.span.start + (lead.end() if lead else 0)
    for _, span, terms in sentence.runs:
        if span.start == start:
            return frozenset() if sentence.is_time(span) else terms
    first = next((token for token in sentence.tokens if token.start == start), None)
    if first is not None and (word := sentence.word(first))[0].isupper() and _is_name(word, number, index):
        return frozenset((first.term,))
    return frozenset()


def _is_name(word: str, number: int, index: Index) -> bool:
    """Tell whether a word that has its capital for opening a sentence has one within another near by."""
    within = re.compile(rf"[\w,] {re.escape(word)}\b")
    near = chain((index.passage(number),), index.around(number, _AROUND))
    return any(within.search(passage.paragraph.text) for passage in near)


def _may_do(word: str) -> bool:
    return word in _GOES_ON or word.endswith("ly") or base(word) is not None
