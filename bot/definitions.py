"""What is it: who asks what a common word means is told so by nothing that only uses it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.acronyms import SMALL
from bot.english.wordclass import base
from bot.text import telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.analysis import Sentence
    from bot.indexing.records import Recorded
    from bot.query import Query

_WHAT_A = re.compile(r"\W*what(?:\W?s|\s+(?:is|are))\s+(?!the\b)", re.IGNORECASE)
"""With "the" a question asks for one that readers know: "what is the fee?"."""
_WHAT_IS = re.compile(
    r"\W*what(?:\W?s|\s+(?:is|are|was|were))\s+(?:an?\s+|the\s+)?(?!(?:of|in|for|on)\b)(?P<name>[^?]+?)\W*\Z",
    re.IGNORECASE,
)
_MEANING = re.compile(r"\b(?:means?|meant|meaning|defin\w+)\b", re.IGNORECASE)
_MEANS = re.compile(
    r"[\"\u201d\u2019']?\s*(?:\(|[:\u2013\u2014=]|-\s"
    r"|,?\s*(?:(?:which|that|\w+)\s+)?(?:means?|meaning|refers?|stands?|describes?|denotes?|defined|is|are|was|were)\b"
    r"|,\s*(?:an?|the|or|i\.e|that is|which|where)\b)"
)
"""What goes on after a word to say what it means."""
_GIVEN = re.compile(
    r"(?:\b(?:call(?:ed|s)?|term(?:ed)?|known\s+(?:\w+\s+)?as|named|dubbed|(?:definition|meaning) of|refers? to"
    r"|that is,?|i\.e\.)"
    r"|, or|[(:\u2013\u2014=]|(?<=\s)-)\s*(?:an?\s+|the\s+)?(?:[\w-]+\s+)?[\"\u201c\u2018']?\Z"
)
"""What comes before a word that is given to what was told of."""
_NEXT = re.compile(r"\s([\w'\u2019-]+)")
_IN_PASSING = re.compile(
    r"\b(?:of|in|from|by|to|with|for|at|on|via|under|through|about|and|between)\s(?:the\s)?[\"\u201c]?\Z", re.IGNORECASE
)
"""What comes before a name that is only part of what is said of another."""
_TOLD = re.compile(
    r"[\"\u201d\u2019']?(?:\s?\(|\s?[\u2013\u2014:]|,\s(?:an?|the|one|which|who|where|formerly|now)\b|\s(?:is|are|was|were)\b)"
)
"""What goes on after a name to say what it is."""


def unexplained(query: Query, passage: Recorded) -> bool:
    """Tell whether a question asks what a word or a name is that a paragraph uses and says nothing of."""
    return _only_used(query, passage) or _only_named(query, passage)


def _only_named(query: Query, passage: Recorded) -> bool:
    """Tell whether a question asks what a name is that a paragraph only has in passing: "head of the Baltic Club"."""
    asked = _WHAT_IS.match(query.text)
    if asked is None or query.kind != "thing" or not all(term.name for term in query.terms):
        return False
    words = [telling(word) for word in asked["name"].split() if word.lower() not in SMALL]
    if (
        not words
        or not words[0]
        or any(word and query.asked.isdisjoint([each.term for each in word]) for word in words)
    ):
        return False
    terms = [term.term for term in query.terms]
    used = [sentence for sentence in passage.sentences if sentence.terms.issuperset(terms)]
    return bool(used) and not any(_presents(sentence, terms) for sentence in used)


def _only_used(query: Query, passage: Recorded) -> bool:
    """Tell whether a question asks what a common word means that a paragraph uses and says nothing of."""
    terms = _asked(query)
    used = [sentence for sentence in passage.sentences if terms and sentence.terms.issuperset(terms)]
    strictly = _MEANING.search(query.text) is not None
    return bool(used) and not any(_explains(sentence, terms, strictly=strictly) for sentence in used)


def _asked(query: Query) -> list[str]:
    """Return the terms of what a question wants to be explained, none where it asks for something else."""
    if query.kind != "thing" or any(term.name for term in query.terms):
        return []
    words = [term for term in query.terms if not _MEANING.fullmatch(term.word)]
    if not words or not query.text.rstrip(" ?.!").endswith((words[-1].word, "mean", "means")):
        return []
    asks = _WHAT_A.match(query.text) or _MEANING.search(query.text)
    return [term.term for term in words] if asks else []


def _explains(sentence: Sentence, terms: Sequence[str], *, strictly: bool) -> bool:
    """Tell whether a sentence may say what terms mean; strictly so, it does not where they only do something in it."""
    if not sentence.defined.isdisjoint(terms):
        return True
    text, first = sentence.text, sentence.span.start
    for token in sentence.tokens:
        if token.term == terms[-1]:
            after = text[token.end - first :]
            word = _NEXT.match(after)
            if _MEANS.match(after) or not (strictly or word is None or base(word[1]) is None):
                return True
        if token.term == terms[0] and _GIVEN.search(text[: token.start - first]):
            return True
    return False


def _presents(sentence: Sentence, terms: Sequence[str]) -> bool:
    """Tell whether a sentence has a name as what it speaks of, or goes on to say what it is."""
    if not sentence.defined.isdisjoint(terms):
        return True
    text, first = sentence.text, sentence.span.start
    begins = (token.start - first for token in sentence.tokens if token.term == terms[0])
    ends = (token.end - first for token in sentence.tokens if token.term == terms[-1])
    return any(not _IN_PASSING.search(text, 0, at) for at in begins) or any(_TOLD.match(text, at) for at in ends)
