"""What happens if not: an article says what has to be done, and goes on "Otherwise, ..."."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.models import Span

if TYPE_CHECKING:
    from bot.analysis import Sentence
    from bot.evidence import Evidence
    from bot.index import Index
    from bot.indexing.records import Recorded

_UNLESS = re.compile(
    r"\bunless\b|\bif\b[^?]*(?:\b(?:not|never|fails?|failed|refuses?|no\s+longer|nothing|nobody|stops?|ignores?"
    r"|too\s+(?:slow(?:ly)?|late|little)|lags?|falls?\s+behind|miss(?:es)?|waits?|(?:do(?:es)?|did|ca|wo|is|are)nt)\b|n['\u2019]t\b)"
)
"""Of a question in lower case."""
_OTHERWISE = re.compile(r"\W*(?:otherwise|if not|or else|failing (?:that|this|which))\b", re.IGNORECASE)


def turn(question: str, ranked: list[Evidence], index: Index) -> list[Evidence]:
    """Return evidence in its order, but where a question asks what happens if not, first the sentence that says so.

    It is among the evidence, or goes on from some of it.
    """
    asked = question.lower()
    may_ask = "if " in asked or "unless" in asked  # which is told sooner than by the pattern
    if not (ranked and may_ask and _UNLESS.search(asked)):
        return ranked
    said = [each for each in ranked if _OTHERWISE.match(index[each.paragraph].sentence[each.sentence].text)]
    first = said[0] if said else next(filter(None, (_next(each, index) for each in ranked)), None)
    if first is None:
        return ranked
    others = [each for each in ranked if each.paragraph != first.paragraph]
    return [first, *others][: len(ranked)]


def marked(sentence: Sentence) -> Span | None:
    """Return what a sentence says behind "otherwise", None where it does not begin so."""
    found = _OTHERWISE.match(sentence.text)
    if found is None:
        return None
    start = len(sentence.text) - len(sentence.text[found.end() :].lstrip(" ,:"))
    end = len(sentence.text.rstrip(" .!"))
    return Span(sentence.span.start + start, sentence.span.start + end) if start < end else None


def _next(best: Evidence, index: Index) -> Evidence | None:
    """Return the sentence that goes on from the best evidence, in its paragraph or the next, by "otherwise"."""
    paragraph, sentence = best.paragraph, best.sentence + 1
    passage: Recorded | None = index.passage(paragraph)
    if passage and sentence == len(passage.lines):
        paragraph, sentence, passage = paragraph + 1, 0, index.beside(paragraph, 1)
    if passage is None or not _OTHERWISE.match(passage.sentence[sentence].text):
        return None
    return replace(best, paragraph=paragraph, sentence=sentence, beside=None, heading=())
