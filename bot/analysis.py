"""A paragraph analysed: its sentences, their terms, names, figures and dates, and what each term is worth there."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.text import Token, sentences, tokenize
from bot.weights import EVIDENCE as W

if TYPE_CHECKING:
    from bot.models import Paragraph, Span

STEM = 5
"""Two words that share this many first letters are taken for kin."""
_K1, _B, _MEAN = 0.9, 0.6, 14.0
"""BM25's parameters over sentences; the mean length in terms is that of the SQuAD 2.0 articles."""

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
    def stems(self) -> frozenset[str]:
        """The first letters of each term that is long enough to have kin."""
        return frozenset(term[:STEM] for term in self.terms if len(term) >= STEM)

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
    """A paragraph with its sentences, and what ranking has worked out about it so far."""

    paragraph: Paragraph
    title: str
    sentences: tuple[Sentence, ...]
    _gains: dict[str, tuple[tuple[float, bool], ...]] = field(default_factory=dict)

    @cached_property
    def terms(self) -> dict[str, int]:
        """How often each term stands in the paragraph."""
        return Counter(token.term for sentence in self.sentences for token in sentence.tokens)

    @cached_property
    def biases(self) -> list[float]:
        """What each sentence scores before any question: short, first and alone is better."""
        several = W["sentences"] * math.log(len(self.sentences))
        return [
            several + W["length"] * math.log(len(sentence.tokens) + 1) + (W["first"] if number == 0 else 0.0)
            for number, sentence in enumerate(self.sentences)
        ]

    def gains(self, term: str) -> tuple[tuple[float, bool], ...]:
        """Return, for each sentence, what a term of the paragraph adds for each share of weight, and if it has it."""
        gains = self._gains.get(term)
        if gains is None:
            self._gains[term] = gains = self._work_out(term)
        return gains

    def _work_out(self, term: str) -> tuple[tuple[float, bool], ...]:
        counts = [sentence.terms.get(term, 0) for sentence in self.sentences]
        gains = []
        for number, count in enumerate(counts):
            gain = W["paragraph"]
            if count:
                length = _K1 * (1 - _B + _B * len(self.sentences[number].tokens) / _MEAN)
                gain += W["sentence"] + W["frequency"] * count * (_K1 + 1) / (length + count)
            else:
                if number and counts[number - 1]:
                    gain += W["before"]
                if number + 1 < len(counts) and counts[number + 1]:
                    gain += W["after"]
            gains.append((gain, count > 0))
        return tuple(gains)


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
