"""What happens if not: an article says what has to be done, and goes on "Otherwise, ..."."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.evidence import Evidence
    from bot.index import Index

_UNLESS = re.compile(
    r"\bunless\b|\bif\b[^?]*(?:\b(?:not|never|fails?|failed|refuses?|no\s+longer|nothing|nobody|stops?|ignores?)\b|n['\u2019]t\b)",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(r"\W*(?:otherwise|if not|or else|failing (?:that|this|which))\b", re.IGNORECASE)


def turn(question: str, ranked: list[Evidence], index: Index) -> list[Evidence]:
    """Return evidence in its order, but where a question asks what happens if not, first the sentence that says so.

    It is among the evidence, or goes on from the best of it.
    """
    asked = question.lower()
    may_ask = "if " in asked or "unless" in asked  # which is told sooner than by the pattern
    if not (ranked and may_ask and _UNLESS.search(asked)):
        return ranked
    said = [each for each in ranked if _OTHERWISE.match(index[each.paragraph].sentence[each.sentence].text)]
    first = said[0] if said else _next(ranked[0], index)
    if first is None:
        return ranked
    others = [each for each in ranked if each.paragraph != first.paragraph]
    return [first, *others][: len(ranked)]


def _next(best: Evidence, index: Index) -> Evidence | None:
    """Return the sentence that goes on from the best evidence, in its paragraph or the next, by "otherwise"."""
    paragraph, sentence = best.paragraph, best.sentence + 1
    if sentence == len(index[paragraph].lines):
        paragraph, sentence = paragraph + 1, 0
        if paragraph == len(index) or index[paragraph].paragraph.article != index[best.paragraph].paragraph.article:
            return None
    if not _OTHERWISE.match(index[paragraph].sentence[sentence].text):
        return None
    return replace(best, paragraph=paragraph, sentence=sentence, beside=None, heading=())
