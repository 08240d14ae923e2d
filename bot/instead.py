"""Another sentence of a paragraph, where the best one lacks what is asked for: a number, a time, somebody."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING

from bot.refusal import VETOES, coverage, decide

if TYPE_CHECKING:
    from bot.analysis import Sentence
    from bot.evidence import Evidence
    from bot.index import Index
    from bot.query import Query

_FINAL = frozenset(("another", "denied", "owned", "unheard", "elsewhere"))
"""The vetoes that no other sentence makes up for: what is denied, or another's, stays so, and a name is in the articles
or is not."""
_SAID = 0.6
"""How near kin must be for a sentence to speak of what is asked about."""
_SHARE = 0.3
"""How much of a question such a sentence says itself at least. Both were chosen on the first half of the SQuAD 2.0
articles and the tuning half of ``tests/questions``."""


def instead(query: Query, best: Evidence, index: Index) -> Evidence | None:
    """Return the sentence beside evidence that answers where that does not, the surest of several, None without one."""
    if query.personal:
        return None
    features = coverage(query, best, index)
    vetoes = [veto for veto in VETOES if features.get(veto)]
    if not vetoes or not _FINAL.isdisjoint(vetoes):
        return None
    passage = index.passage(best.paragraph)
    others = [
        replace(best, sentence=number, beside=None)
        for number in range(len(passage.lines))
        if number != best.sentence and _speaks(passage.sentence[number], query)
    ]
    sure = [(decide(query, other, index), other) for other in others]
    surest, other = max(sure, key=itemgetter(0), default=(0.0, best))
    return other if surest > 0 else None


def _speaks(sentence: Sentence, query: Query) -> bool:
    """Tell whether a sentence says itself what the question is about, by more than a name."""
    near = [(term, 1.0 if term.term in sentence.terms else term.nearest(sentence.terms)) for term in query.terms]
    share = sum(strength * term.weight for term, strength in near) / query.weight
    return share >= _SHARE and any(strength >= _SAID and term.common for term, strength in near)
