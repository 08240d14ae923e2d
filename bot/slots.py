"""What each of several figures or dates of a sentence is said of: of "14,200 in 2021, 11,900 in 2022" the second year.

A figure's slot is the stretch around it up to what parts it from the next: of those in one sentence, the one answers
whose slot has most of the question, and it is sure to answer only where no other slot has what it lacks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.models import Span
from bot.query import SURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.analysis import Sentence
    from bot.indexing.records import Recorded
    from bot.query import Query

_PARTS = re.compile(
    r"[,;:()\u2013\u2014]\s+|\s[\u2013\u2014(]"
    r"|\s(?:and|but|while|whereas|against|compared\s(?:with|to)|instead\sof|rather\sthan|up\sfrom|down\sfrom)\s"
    r"|\s(?=(?:since|after|before|until|when|because|as)\s(?:he|she|it|they)\b)"
)
"""What parts slots. A comma within a figure has no space behind it."""
_COMPARING = ("from", "with", "to", "against", "than")
"""What a figure stands behind that another is compared with."""
_ASIDE = re.compile(r"(?:which|who|whose|that|where|when)\b")
"""What a relative clause begins with: it tells of something else than the sentence."""
YEAR = re.compile(r"(?:1\d|20)\d\d")
_SPAN = re.compile(r"\b((?:1\d|20)\d\d)(?:\sand\s|\sto\s|\suntil\s|\s?[-\u2013]\s?)((?:1\d|20)\d\d)\b")
"""From a year to another."""
_IN_YEAR = re.compile(r"\bin\s((?:1\d|20)\d\d)\b", re.IGNORECASE)
_BOUND = re.compile(r"\b(?:since|until|before|after|by)\s(?:\w+\s)?((?:1\d|20)\d\d)\b", re.IGNORECASE)
"""A year that bounds the time something is told of."""


class Slot(NamedTuple):
    """What is said of a figure or date: how much of the question, and how it lies to that."""

    other_year: bool
    """Whether it is of a year that the question does not name."""
    weight: float
    """The weight of the question's terms there, or of what means much the same; what is said of all does not count."""
    aside: bool
    """Whether it stands in a relative clause."""
    sure: bool
    """Whether it has something of the question, and all that is behind the subject of its names, years and figures."""


def slots(query: Query, sentence: Sentence, found: Sequence[Span]) -> list[Slot]:
    """Return the slot of each of some stretches of a sentence, which are in order."""
    text, first = sentence.text, sentence.span.start
    cuts = [Span(first + cut.start(), first + cut.end()) for cut in _PARTS.finditer(text)]
    subject = _terms(sentence, first, min(each.start for each in (*cuts[:1], found[0])))
    firm = {term.term for term in query.terms if not term.common and term.term in sentence.terms} - subject
    # Who is named may be another than whom the question names and the sentence does not.
    other = bool(sentence.names - query.asked) and any(
        term.name and term.term not in sentence.terms for term in query.terms
    )
    years = _years(query.asked)
    starts = [
        max([before.end, *(cut.end for cut in cuts if cut.end <= span.start)])
        for before, span in zip((Span(first, first), *found), found, strict=False)
    ]
    for start, span in zip(starts[1:], found[1:], strict=True):
        # Each may have a subject of its own: "a day ticket is £5 and a week ticket £20".
        subject -= _before(sentence, _terms(sentence, start, span.start) & subject & query.asked)
    weights = {term.term: term.weight for term in query.terms}
    weights |= {kin: term.weight for term in query.terms for kin, near in term.kin if near >= SURE}
    result, dated = [], []
    for start, span, after in zip(starts, found, (*found[1:], None), strict=True):
        end = min([cut.start for cut in cuts if cut.start >= span.end], default=sentence.span.end)
        if after:
            end = max(min(end, after.start), span.end)
        terms = _terms(sentence, start, end)
        around = _terms(sentence, start, span.start) | _terms(sentence, span.end, end)
        told = _years(around)
        of_other_year = bool(told) and years.isdisjoint(told)
        told_there = [term for term in weights if term in terms]  # in an order that is always the same
        weight = sum([weights[term] for term in told_there if term not in subject])
        aside = _ASIDE.match(text, start - first) is not None
        # With nothing around it, it is said of the subject: "Mr Hale, 71, keeps the lighthouse".
        sure = (bool(told_there) or not around) and firm <= terms and not (other or of_other_year)
        result.append(Slot(of_other_year, weight, aside, sure))
        compared = text[: span.start - first].rstrip().endswith(_COMPARING)
        dated.append(compared and not years.isdisjoint(told))
    if any(dated):  # "up from 10 in 2022"
        result = [slot._replace(other_year=not of_year) for slot, of_year in zip(result, dated, strict=True)]
    return result


def of_another_year(query: Query, sentence: Sentence, passage: Recorded) -> bool:
    """Tell whether a sentence is of other years than the question, or the paragraph is where the sentence has none."""
    asked = _years(query.asked)
    if not asked:
        return False
    # A cause may stand beside what it is of.
    told = (query.kind != "reason" and _years(sentence.dates)) or _years(
        term for each in passage.sentences for term in each.dates
    )
    if not told:
        return False
    if not asked.isdisjoint(told | sentence.terms):  # as a part of a name, "Plan 2020", it is no date
        return _is_bound(query, sentence)
    spans = _SPAN.findall(sentence.text)
    return not any(first < year < last for first, last in spans for year in asked)


def _is_bound(query: Query, sentence: Sentence) -> bool:
    """Tell whether what a question asks of a year is told by a sentence of the time since then, or before."""
    asked = _IN_YEAR.findall(query.text)
    bounds = _BOUND.findall(sentence.text)
    return any(year in bounds and bounds.count(year) == sentence.text.count(year) for year in asked)


def _years(terms: Iterable[str]) -> set[str]:
    return {term for term in terms if term[0].isdigit() and YEAR.fullmatch(term)}


def _before(sentence: Sentence, nouns: set[str]) -> set[str]:
    """Return what stands right before some words where they stand first: of "ticket" in "a day ticket", "day"."""
    tokens = sentence.tokens
    places = [next(at for at, token in enumerate(tokens) if token.term == noun) for noun in nouns]
    return {tokens[at - 1].term for at in places if at}


def _terms(sentence: Sentence, start: int, end: int) -> set[str]:
    return {token.term for token in sentence.tokens if start <= token.start < end}
