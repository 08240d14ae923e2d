"""Which sentence answers: those of the candidate paragraphs are weighed, the best of each stands for its paragraph.

A sentence's score is a weighted sum of features. Those that add up term by term are kept with the paragraph the first
time a question meets the term there, so that a question only adds numbers up; the dearer ones are worked out for the
few sentences that lead after that. Weights are fitted by ``tests/fitting/fit_evidence.py`` on the first half of the
SQuAD 2.0 articles, as a softmax over all sentences of a question's candidates.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.analysis import STEM
from bot.weights import EVIDENCE as W
from bot.weights import REFUSAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.analysis import Analysed, Sentence
    from bot.index import Index
    from bot.models import Hit
    from bot.query import Query

LEADERS = 10
"""How many sentences, best by the cheap features, get the dear ones."""


@dataclass(slots=True)
class Evidence:
    """A sentence as evidence: its paragraph's place in the index, its place in the paragraph, its score."""

    paragraph: int
    sentence: int
    score: float


def rank(query: Query, hits: Sequence[Hit], index: Index) -> list[Evidence]:
    """Return the best sentence of each hit's paragraph, best first, ties in the order of the hits."""
    total = query.weight
    count = len(query.terms)
    found: list[Evidence] = []
    for hit in hits:
        passage = index[hit.paragraph]
        base = W["bm25"] * hit.score / total
        scores = [base + bias for bias in passage.biases]
        for term in query.terms:
            if term.term not in passage.terms:
                continue
            share = term.weight / total
            name = term.name
            for number, (gain, inside) in enumerate(passage.gains(term.term)):
                scores[number] += share * gain
                if inside:
                    scores[number] += W["count"] / count + (share * W["name"] if name else 0.0)
            if name:
                scores = [score + share * W["paragraph_name"] for score in scores]
        found.extend(Evidence(hit.paragraph, number, score) for number, score in enumerate(scores))
    found.sort(key=_by_score)
    for evidence in found[:LEADERS]:
        passage = index[evidence.paragraph]
        evidence.score += dear(query, passage, passage.sentences[evidence.sentence], total)
    leaders = sorted(found[:LEADERS], key=_by_score)
    best: dict[int, Evidence] = {}
    for evidence in (*leaders, *found[LEADERS:]):
        best.setdefault(evidence.paragraph, evidence)
    return list(best.values())


def _by_score(evidence: Evidence) -> float:
    return -evidence.score


def dear(query: Query, passage: Analysed, sentence: Sentence, total: float) -> float:
    """Return the score of the features that look at the question as a whole."""
    return sum(W[name] * value for name, value in dear_features(query, passage, sentence, total).items())


def dear_features(query: Query, passage: Analysed, sentence: Sentence, total: float) -> dict[str, float]:
    """Return the features that do not add up term by term: exact forms, stems in common, neighbours, kind of answer."""
    exact = near = near_paragraph = 0.0
    for term in query.terms:
        if term.term in sentence.terms:
            if term.word.lower() in sentence.words:
                exact += term.weight
        elif len(term.term) >= STEM:
            stem = term.term[:STEM]
            if stem in sentence.stems:
                near += term.weight
            if term.term not in passage.terms and any(stem in other.stems for other in passage.sentences):
                near_paragraph += term.weight
    adjacent = apart = 0.0
    for first, second, weight, neighbours in query.pairs:
        if (first, second) in sentence.pairs:
            if neighbours:
                adjacent += weight
            else:
                apart += weight
    asked = {term.term for term in query.terms}
    features = {
        "exact": exact / total,
        "stem": near / total,
        "paragraph_stem": near_paragraph / total,
        "adjacent": adjacent / total,
        "apart": apart / total,
    }
    match query.kind:
        case "number":
            features["number"] = float(bool(sentence.figures - asked))
        case "date":
            features["date"] = float(bool(sentence.dates - asked))
            features["date_figure"] = float(bool(sentence.figures - asked))
        case "person":
            features["person"] = min(len(sentence.names - asked), 3) / 3
        case "place":
            features["place"] = min(len(sentence.names - asked), 3) / 3
        case "thing":
            features["thing"] = min(len(sentence.names - asked), 3) / 3
        case "reason":
            features["reason"] = float(sentence.reason)
        case _:
            pass
    return features


def decide(query: Query, best: Evidence, index: Index) -> float:
    """Return how sure it is that the articles answer, as log odds less the threshold: above 0, they do.

    A logistic regression over how much of the question the best evidence covers, fitted by
    ``tests/fitting/fit_refusal.py`` on the first half of the SQuAD 2.0 articles, own questions against another's.
    """
    passage = index[best.paragraph]
    sentence = passage.sentences[best.sentence]
    terms = query.terms
    weight = sum(term.weight for term in terms)
    features = {
        "score": best.score,
        "known": sum(term.known for term in terms) / len(terms),
        "known_weight": sum(term.weight for term in terms if term.known) / weight,
        "paragraph": sum(term.term in passage.terms for term in terms) / len(terms),
        "paragraph_weight": sum(term.weight for term in terms if term.term in passage.terms) / weight,
        "sentence_weight": sum(term.weight for term in terms if term.term in sentence.terms) / weight,
        "absent_names": sum(term.name and not term.known for term in terms),
        "absent_figures": sum(term.term not in passage.terms and term.term[0].isdigit() for term in terms),
    }
    return REFUSAL["constant"] + sum(REFUSAL[name] * value for name, value in features.items())
