"""Which sentence answers: those of the candidate paragraphs are weighed, the best of each stands for its paragraph.

A sentence's score is a weighted sum of features. Those that add up term by term are kept with the paragraph the first
time a question meets the term there, so that a question only adds numbers up; the dearer ones are worked out for the
few sentences that lead after that. Weights are fitted by ``tests/fitting/fit_evidence.py`` on the first half of the
SQuAD 2.0 articles, as a softmax over all sentences of a question's candidates.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from operator import add
from typing import TYPE_CHECKING

from bot import speech
from bot.acronyms import expansion
from bot.answertype import fits
from bot.english import meaning
from bot.headings import lend
from bot.query import PUT_FOR_IT
from bot.topic import CARRIED, topic
from bot.weights import EVIDENCE

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Mapping, Sequence

    from bot.analysis import Sentence
    from bot.index import Index
    from bot.indexing.records import Recorded
    from bot.models import Hit
    from bot.query import Query
    from bot.semantic import Reading

    _Gain = tuple[int, float, float]

LEADERS = 10
"""How many sentences, best by the cheap features, get the dear ones."""

CLOSE = 1.0
"""How little worse a neighbour's score is that is shown as evidence too: either may be the one that answers."""

_K1, _B, _MEAN = 0.9, 0.6, 14.0
"""BM25's parameters over sentences; the mean length in terms is that of the SQuAD 2.0 articles."""


@dataclass(slots=True)
class Evidence:
    """A sentence as evidence: its paragraph's place in the index, its place in the paragraph, its score.

    ``near`` tells how near the paragraph's sentences are to the question, as ``meaning.nearness`` returns it.
    ``beside`` is the place of a neighbour that is nearly as good, if there is one; ``heading`` are the terms of the
    heading that was found above the paragraph.
    """

    paragraph: int
    sentence: int
    score: float
    near: Sequence[float]
    beside: int | None = None
    heading: Container[str] = ()

    @property
    def at(self) -> tuple[int, int]:
        """Where the sentence stands."""
        return self.paragraph, self.sentence


def rank(query: Query, hits: Sequence[Hit], index: Index, most: int, reading: Reading | None = None) -> list[Evidence]:
    """Return the best sentence of each hit's paragraph, best first and so many at most, ties in the order of the hits.

    With a reading, what a sentence means counts beside its words.
    """
    scorer = Scorer(query)
    hits, passages, lent = lend(hits, index)
    headings = [lent.get(place, ()) for place, _ in hits]
    nearness = meaning.nearness(query.meaning, passages)
    scores = scorer.cheap(hits, passages, nearness, headings)
    if reading is not None:
        gains = [reading.gains(hit.paragraph) for hit in hits]
        scores = [list(map(add, some, gain)) for some, gain in zip(scores, gains, strict=True)]
    # Scores are negative here, so that tuples with the place of the hit and of the sentence sort as is wanted.
    found = [(-score, place, number) for place, some in enumerate(scores) for number, score in enumerate(some)]
    found.sort()
    # A sentence that defines a thing may be one of many that name it.
    leaders = len(found) if query.defining or query.letters else LEADERS
    leading = [
        (score - scorer.dear(passages[place].sentence[number]), score, place, number)
        for score, place, number in found[:leaders]
    ]
    leading.sort()
    best: dict[int, Evidence] = {}
    for score, _, place, number in leading:
        lead = best.get(place)
        if lead is None:
            if len(best) < most:
                best[place] = Evidence(hits[place].paragraph, number, -score, nearness[place], heading=headings[place])
        elif lead.beside is None and abs(lead.sentence - number) == 1 and lead.score + score < CLOSE:
            lead.beside = number
    for score, place, number in found[leaders:]:
        if len(best) == most:
            break
        if place not in best:
            best[place] = Evidence(hits[place].paragraph, number, -score, nearness[place], heading=headings[place])
    return list(best.values())


class Scorer:
    """Scores sentences for one question: what each part of that adds is worked out once."""

    def __init__(self, query: Query, weights: Mapping[str, float] = EVIDENCE) -> None:
        """Take a question, and weights; what a paragraph's terms add is kept with it for the fitted ones alone."""
        self._query = query
        self._weights = weights
        self._terms: list[tuple[str, float, float, float, Sequence[tuple[str, float]]]] = []
        self._exact: list[tuple[str, float]] = []
        each, exact, paragraph = weights["count"] / (len(query.terms) or 1), weights["exact"], weights["paragraph"]
        for term in query.terms:
            share = term.weight / query.weight
            around, inside = share * paragraph, each
            if term.name:
                around, inside = around + share * weights["paragraph_name"], inside + share * weights["name"]
            self._terms.append((term.term, share, around, inside, term.kin))
            self._exact.append((term.lower, exact * term.weight))
        self._beside = frozenset([(first, second) for first, second, _, _ in query.pairs])
        self._pairs = [
            ((first, second), weights["adjacent" if neighbours else "apart"] * weight)
            for first, second, weight, neighbours in query.pairs
        ]
        self._led = [(word, led, weights["led"] * weight) for word, led, weight in query.led]
        self._explained = weights["definition"] * query.weight if query.defining or query.letters else 0.0
        aside = weights["aside"]
        self._asides = {"body": 0.0, "caption": -aside if query.pictured else aside, "note": aside, "byline": aside}

    def cheap(
        self,
        hits: Iterable[Hit],
        passages: Iterable[Recorded],
        nearness: Iterable[Sequence[float]],
        headings: Iterable[Collection[str]],
    ) -> list[list[float]]:
        """Return the scores of each passage's sentences by the features that add up.

        ``nearness`` is as ``meaning.nearness`` returns it. What the heading above a paragraph says counts as if the
        paragraph's first sentence said it, and what the article is about as said nearly as well by a pronoun.
        """
        weights, asked, whole = self._weights, self._query.asked, self._query.weight
        near_paragraph, near_best, near_sentence = weights["near_paragraph"], weights["near_best"], weights["near"]
        bm25, asides, fitted = weights["bm25"], self._asides, weights is EVIDENCE
        found = []
        for hit, passage, near, heading in zip(hits, passages, nearness, headings, strict=True):
            there = passage.terms
            scores = ((passage.biases if fitted else None) or _biases(passage, weights)).copy()
            base = bm25 * hit.score / whole + asides[passage.kind]
            base += near_paragraph * near[-1] + near_best * max(near[:-1])
            if heading:
                there = there.union(heading)
                scores[0] += self._headed(heading)
            if carried := topic(passage, asked):
                base += self._carried(carried)
            base += self._said(scores, passage, there, passage.memo if fitted else {})
            found.append([score + (base + near_sentence * each) for score, each in zip(scores, near, strict=False)])
        return found

    def _said(
        self, scores: list[float], passage: Recorded, there: Container[str], memo: dict[str, list[_Gain]]
    ) -> float:
        """Add to the sentences' scores what the terms that they say give them; return what those give to all."""
        terms, base = passage.terms, 0.0
        for term, share, around, inside, kin in self._terms:
            held = term in there
            if held:
                base += around
                for number, gain, holds in memo.get(term) or _gains(passage, memo, term, self._weights):
                    scores[number] += share * gain + inside * holds
            for other, strength in kin:
                if other in terms:
                    gain = share * strength
                    if not held:
                        base += gain * self._weights["paragraph_kin"]
                    own = passage.where[term] if held else ()
                    for number in passage.where[other]:
                        if number not in own:
                            scores[number] += gain * self._weights["kin"]
                    break
        return base

    def _headed(self, heading: Container[str]) -> float:
        """Return what the heading adds to the sentence right below it."""
        gain = self._weights["sentence"]
        return sum(share * gain + inside for term, share, _, inside, _ in self._terms if term in heading)

    def _carried(self, topic: Container[str]) -> float:
        """Return what a passage gains by what it goes on with, as if it said so less clearly."""
        gain = self._weights["sentence"]
        return CARRIED * sum(around + share * gain for term, share, around, *_ in self._terms if term in topic)

    def dear(self, sentence: Sentence) -> float:
        """Return a sentence's score by the features that look at the question as a whole."""
        query, words, pairs = self._query, sentence.words, sentence.pairs
        score = 0.0
        for word, gain in self._exact:
            if word in words:
                score += gain
        if not self._beside.isdisjoint(pairs):  # seldom, and told sooner than pair by pair
            score += sum([gain for pair, gain in self._pairs if pair in pairs])
        for word, led, gain in self._led:
            if led in sentence.terms and word in sentence.before(led):
                score += gain
        if self._explained and _explains(sentence, query):
            score += self._explained
        return score / query.weight + self._suits(sentence)

    def _suits(self, sentence: Sentence) -> float:
        """Return what a sentence gains by having the kind of answer, less what it loses.

        It loses by telling of another time, and by telling nothing that anybody says where that is asked.
        """
        query, weights = self._query, self._weights
        score = weights["tense"] if query.tense and query.tense not in sentence.tenses else 0.0
        claims, text = query.claims, sentence.text
        if (claims.said and not speech.tells(text)) or (claims.regarded and not speech.tells_regard(text)):
            score += weights["silent"]
        if query.kind != "thing":  # a name fits no better there: the weight came out as 0
            for name, value in fits(query, sentence).items():
                score += weights[name] * value
        return score


def _explains(sentence: Sentence, query: Query) -> bool:
    """Tell whether a sentence says what the thing asked about is, or what the letters stand for."""
    if query.letters:
        return expansion(query.letters, sentence.text) is not None
    return query.defining and all(
        term.term in sentence.defined or any(kin in sentence.defined for kin, near in term.kin if near >= PUT_FOR_IT)
        for term in query.terms
    )


def _biases(passage: Recorded, weights: Mapping[str, float]) -> list[float]:
    """Work out, and keep, what each sentence scores whatever is asked: by its length, its place, how many there are."""
    several = weights["sentences"] * math.log(len(passage.lengths) or 1)
    biases = [several + weights["length"] * math.log(length + 1) for length in passage.lengths]
    biases[0] += weights["first"]
    if weights is EVIDENCE:
        passage.biases = biases
    return biases


def _gains(passage: Recorded, memo: dict[str, list[_Gain]], term: str, weights: Mapping[str, float]) -> list[_Gain]:
    """Work out, and keep, what a term of the paragraph adds to its sentences and their neighbours.

    That is for each share of weight; beside it stands 1 where that sentence has the term, else 0.
    """
    counts, lengths = passage.places(term), passage.lengths
    last = len(lengths) - 1
    found = []
    for number, count in counts.items():
        least = _K1 * (1 - _B + _B * lengths[number] / _MEAN)
        found.append((number, weights["sentence"] + weights["frequency"] * count * (_K1 + 1) / (least + count), 1.0))
        if number < last and number + 1 not in counts:
            found.append((number + 1, weights["before"], 0.0))
        if number and number - 1 not in counts:
            found.append((number - 1, weights["after"], 0.0))
    memo[term] = found
    return found
