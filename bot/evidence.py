"""Which sentence answers: those of the candidate paragraphs are weighed, the best of each stands for its paragraph.

A sentence's score is a weighted sum of features. Those that add up term by term are kept with the paragraph the first
time a question meets the term there, so that a question only adds numbers up; the dearer ones are worked out for the
few sentences that lead after that. Weights are fitted by ``tests/fitting/fit_evidence.py`` on the first half of the
SQuAD 2.0 articles, as a softmax over all sentences of a question's candidates.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answertype import fits
from bot.weights import EVIDENCE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.analysis import Sentence
    from bot.index import Index
    from bot.models import Hit
    from bot.query import Query
    from bot.records import Recorded
    from bot.semantic import Reading

LEADERS = 10
"""How many sentences, best by the cheap features, get the dear ones."""

ANY = ""
"""The term that every question has."""
_K1, _B, _MEAN = 0.9, 0.6, 14.0
"""BM25's parameters over sentences; the mean length in terms is that of the SQuAD 2.0 articles."""


@dataclass(slots=True)
class Evidence:
    """A sentence as evidence: its paragraph's place in the index, its place in the paragraph, its score."""

    paragraph: int
    sentence: int
    score: float


def rank(query: Query, hits: Sequence[Hit], index: Index, reading: Reading | None = None) -> list[Evidence]:
    """Return the best sentence of each hit's paragraph, best first, ties in the order of the hits.

    With a reading, what a sentence means counts beside its words.
    """
    found = [
        Evidence(hit.paragraph, number, score)
        for hit in hits
        for number, score in enumerate(cheap(query, hit, index[hit.paragraph]))
    ]
    if reading is not None:
        gains_of = {hit.paragraph: reading.gains(hit.paragraph) for hit in hits}
        for evidence in found:
            evidence.score += gains_of[evidence.paragraph][evidence.sentence]
    found.sort(key=_by_score)
    # A sentence that defines a thing may be one of many that name it.
    leaders = len(found) if query.defining else LEADERS
    for evidence in found[:leaders]:
        passage = index[evidence.paragraph]
        evidence.score += dear(query, passage.sentences[evidence.sentence])
    best: dict[int, Evidence] = {}
    for evidence in (*sorted(found[:leaders], key=_by_score), *found[leaders:]):
        best.setdefault(evidence.paragraph, evidence)
    return list(best.values())


def _by_score(evidence: Evidence) -> float:
    return -evidence.score


def cheap(query: Query, hit: Hit, passage: Recorded, weights: Mapping[str, float] = EVIDENCE) -> list[float]:
    """Return each sentence's score by the features that add up term by term."""
    terms = passage.terms
    total = query.weight
    base = weights["bm25"] * hit.score / total + weights["aside"] * (passage.kind != "body")
    each = weights["count"] / len(query.terms)
    scores = [bias for _, bias, _ in gains(passage, ANY, weights)]
    for term in query.terms:
        share = term.weight / total
        inside = each
        held = term.term in terms
        if held:
            base += share * weights["paragraph"]
            if term.name:
                base += share * weights["paragraph_name"]
                inside += share * weights["name"]
            for number, gain, holds in gains(passage, term.term, weights):
                scores[number] += share * gain
                if holds:
                    scores[number] += inside
        near = term.nearest(terms) if term.kin else None
        if near is not None:
            gain = share * near[1]
            base += gain * weights["paragraph_kin"] * (not held)
            for number in passage.where(near[0]).keys() - passage.where(term.term).keys():
                scores[number] += gain * weights["kin"]
    return [base + score for score in scores]


def gains(passage: Recorded, term: str, weights: Mapping[str, float]) -> Sequence[tuple[int, float, bool]]:
    """Return what a term of the paragraph adds to its sentences and their neighbours, for each share of weight.

    Beside it stands whether that sentence has the term.

    Of the term ``ANY``, what each sentence scores whatever is asked: by its length, its place and how many there are.
    """
    found = passage.memo.get(term) if weights is EVIDENCE else None
    if found is None:
        found = _biases(passage, weights) if term is ANY else _work_out(passage, term, weights)
        if weights is EVIDENCE:
            passage.memo[term] = found
    return found


def _biases(passage: Recorded, weights: Mapping[str, float]) -> list[tuple[int, float, bool]]:
    several = weights["sentences"] * math.log(len(passage.lengths) or 1)
    return [
        (number, several + weights["length"] * math.log(length + 1) + (0 if number else weights["first"]), False)
        for number, length in enumerate(passage.lengths)
    ]


def _work_out(passage: Recorded, term: str, weights: Mapping[str, float]) -> list[tuple[int, float, bool]]:
    counts = passage.where(term)
    found = []
    for number, length in enumerate(passage.lengths):
        count = counts.get(number, 0)
        if count:
            least = _K1 * (1 - _B + _B * length / _MEAN)
            gain = weights["sentence"] + weights["frequency"] * count * (_K1 + 1) / (least + count)
            found.append((number, gain, True))
            continue
        gain = weights["before"] * (number - 1 in counts) + weights["after"] * (number + 1 in counts)
        if gain:
            found.append((number, gain, False))
    return found


def dear(query: Query, sentence: Sentence, weights: Mapping[str, float] = EVIDENCE) -> float:
    """Return a sentence's score by the features that look at the question as a whole."""
    score = 0.0
    words, pairs = sentence.words, sentence.pairs
    for term in query.terms:
        if term.lower in words:
            score += weights["exact"] * term.weight
    for first, second, weight, neighbours in query.pairs:
        if (first, second) in pairs:
            score += weights["adjacent" if neighbours else "apart"] * weight
    for word, led, weight in query.led:
        if word in sentence.before(led):
            score += weights["led"] * weight
    if query.defining and all(term.term in sentence.defined for term in query.terms):
        score += weights["definition"] * query.weight
    score /= query.weight
    for name, value in fits(query, sentence).items():
        score += weights[name] * value
    return score
