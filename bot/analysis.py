"""A paragraph analysed: its sentences, their terms, names, figures and dates, and what each term is worth there."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.text import Token, sentences, tokenize

if TYPE_CHECKING:
    from bot.models import Paragraph, Span


_MONTHS = frozenset("january february march april may june july august september october november december".split())
_YEAR = re.compile(r"(?:1\d|20)\d\d(?:s)?$")
_DATE_WORD = re.compile(r"centuri|decad|\d0s$")
_REASON = re.compile(
    r"\b(?:because|due to|since|owing to|as a result|in order to|so that|therefore|thus|reasons?|caused?"
    r"|leads? to|led to)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sentence:
    """A sentence of a paragraph and its words but for function words; offsets count from the paragraph's start."""

    text: str
    span: Span
    tokens: tuple[Token, ...]

    @cached_property
    def terms(self) -> dict[str, int]:
        """How often each term stands in the sentence."""
        return Counter(token.term for token in self.tokens)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words as they stand, in lower case."""
        start = self.span.start
        return frozenset(self.text[token.start - start : token.end - start].lower() for token in self.tokens)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring terms, function words between them left out."""
        tokens = self.tokens
        return frozenset((a.term, b.term) for a, b in pairwise(tokens))

    @cached_property
    def names(self) -> frozenset[str]:
        """Terms of the words with a capital, the sentence's first word aside."""
        start = self.span.start
        return frozenset(
            token.term for token in self.tokens if token.start > start and self.text[token.start - start].isupper()
        )

    @cached_property
    def figures(self) -> frozenset[str]:
        """Terms with a digit."""
        return frozenset(term for term in self.terms if any(map(str.isdigit, term)))

    @cached_property
    def dates(self) -> frozenset[str]:
        """Terms that name a year, month, decade or century."""
        months = {token.term for token in self.tokens if self._word(token).lower() in _MONTHS}
        return frozenset(months.union(term for term in self.terms if _YEAR.match(term) or _DATE_WORD.search(term)))

    @cached_property
    def reason(self) -> bool:
        """Whether the sentence gives a reason for something."""
        return bool(_REASON.search(self.text))

    def _word(self, token: Token) -> str:
        return self.text[token.start - self.span.start : token.end - self.span.start]


@dataclass(frozen=True)
class Analysed:
    """A paragraph with its sentences."""

    paragraph: Paragraph
    title: str
    sentences: tuple[Sentence, ...]

    @cached_property
    def places(self) -> dict[str, dict[int, int]]:
        """Which sentences have each term, and how often."""
        places: dict[str, dict[int, int]] = {}
        for number, sentence in enumerate(self.sentences):
            for term, count in sentence.terms.items():
                places.setdefault(term, {})[number] = count
        return places

    @cached_property
    def memo(self) -> dict[str, tuple[tuple[int, float], ...]]:
        """Where ranking keeps what it has worked out about this paragraph, term by term."""
        return {}


def analyse(paragraph: Paragraph, title: str) -> Analysed:
    """Split a paragraph into sentences and these into words."""
    tokens = tokenize(paragraph.text)
    split = []
    first = 0
    for span in sentences(paragraph.text):
        last = first
        while last < len(tokens) and tokens[last].end <= span.end:
            last += 1
        content = tuple(token for token in tokens[first:last] if not token.stop)
        split.append(Sentence(paragraph.text[span.start : span.end], span, content))
        first = last
    return Analysed(paragraph, title, tuple(split))
