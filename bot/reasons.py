"""Whether what a question asks the reason of is given none: it is only the setting of something else, or not there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answerforms import REASON
from bot.text import term

if TYPE_CHECKING:
    from bot.analysis import Sentence
    from bot.indexing.records import Recorded
    from bot.query import Query

_WHY = re.compile(r"\W*why\s+(?:did|does|do|is|was|were|has|have)\b", re.IGNORECASE)
_SETTING = re.compile(
    r"\W*(?:amid(?:st)?|despite|in spite of|notwithstanding|given|following|after|with)\s"
    r"(?:(?!because|due to|owing to)[^,])*,",
    re.IGNORECASE,
)
"""What a sentence begins with that tells of something as the setting of something else."""
_GROUND = re.compile(r"\b(?:for|as|since|over|about|against|because|due|owing)\b", re.IGNORECASE)
"""What may tell the reason of it there: "With the bridge closed for repairs"."""
_MAYBE = re.compile(
    rf"{REASON.pattern}|\b(?:for|to|as|so|but|too|after|with|over|amid|if|not|no|given|that|which|sa(?:id|ys?)|\w+ing)\b"
    r"|n['\u2019]t\b|[:;]",
    re.IGNORECASE,
)
"""What may tell a reason without saying so."""
_CAUSE = re.compile(
    r"\b(?:because of|due to|owing to|thanks to|caused by|on account of|as a result of)\s[^,;.]*", re.IGNORECASE
)
"""What is told as the cause of something else."""


def without_reason(query: Query, sentence: Sentence, passage: Recorded) -> bool:
    """Tell whether what a question asks the reason of is given none by a sentence, nor by its paragraph."""
    return _is_mere_setting(query, sentence) or _is_cause(query, sentence) or _unreasoned(query, sentence, passage)


def _unreasoned(query: Query, sentence: Sentence, passage: Recorded) -> bool:
    """Tell whether a paragraph has no word of a reason, and a sentence nothing that may be one or no such deed."""
    if not _WHY.match(query.text) or REASON.search(passage.paragraph.text):
        return False
    if not _MAYBE.search(sentence.text):
        return True
    from bot.dialogue.clause import parse  # noqa: PLC0415 - 12 ms, and few questions come here

    clause = parse(query.text)
    deed = query.term(term(clause.words[clause.verb].lower)) if clause.verb > 0 else None
    return deed is not None and deed.term not in passage.terms and not deed.nearest(passage.terms)


def _is_mere_setting(query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence only begins with what a question asks the reason of: "Amid falling sales, she left"."""
    opening = _SETTING.match(sentence.text)
    if opening is None:
        return False
    end = sentence.span.start + opening.end()
    inside = frozenset(token.term for token in sentence.tokens if token.end <= end)
    after = frozenset(token.term for token in sentence.tokens if token.start >= end)
    said = [each for each in query.terms if not each.name and each.is_said(sentence.terms)]
    last = max(
        (
            token.end
            for token in sentence.tokens
            if token.end <= end and any(each.is_said((token.term,)) for each in said)
        ),
        default=end,
    )
    if _GROUND.search(sentence.text, last - sentence.span.start, end - sentence.span.start):
        return False
    return all(each.is_said(inside) for each in said) and not all(each.is_said(after) for each in said)


def _is_cause(query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence has what a question asks the reason of as the cause of something else."""
    causes = [found.span() for found in _CAUSE.finditer(sentence.text)]
    events = [term for term in query.terms if not term.name]
    start = sentence.span.start
    inside = frozenset(
        token.term for token in sentence.tokens if any(begin <= token.start - start < end for begin, end in causes)
    )
    return bool(events) and all(event.is_said(inside) for event in events)
