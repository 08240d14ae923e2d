"""Which clause of a sentence answers: no row of words cut in the middle, and more than what the question said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.english.lexicon import IRREGULAR
from bot.english.senses import senses
from bot.english.wordclass import AUX, is_verb
from bot.models import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.analysis import Sentence
    from bot.query import Query
    from bot.text import Token

INSETS = 4
"""Members that a clause takes in at most to come from its subject to what is said of it."""
LITTLE = 1
"""Terms up to which what a clause adds to the question is too little to answer."""
ANTECEDENT = 3
"""Terms up to which what "which" and the like begin is about the words before it rather than an answer itself."""
ECHO = 2
"""Terms of the question from which their repetition at the start of a clause is left out."""
ROW = 4
"""Words that a member of a row has at most."""

_HALF = re.compile(
    r"\b(?:an?|the|its|their|his|her)\s(?:(?:more|most|very|[a-z]+ly)\s)?[\u201c\"\u2018]?([a-z]+(?:-[a-z]+)*)$",
    re.IGNORECASE,
)
"""An article and an adjective whose noun is still to come."""
_LAST = re.compile(r"[\w\u2019'-]+(?:\s[\w\u2019'-]+){0,2}\s(?:and|or)\s[\w\u2019'-]+")
"""The end of a row without a comma before "and"."""
_FUNCTION = re.compile(
    r"\b(?:an?|the|its|their|in|on|at|of|for|from|with|by|to|between|is|are|was|were|has|have|had|than|as|that|and|or) "
)
_RELATIVE_WORDS = r"(?:(?:in|on|at|for|of|to|from|with|through) )?(?:which|whom?|whose|where)"
_RELATIVE = re.compile(rf"{_RELATIVE_WORDS}\b")
_OF_NOUN = re.compile(r"(?:which|who|whose)\b")
_INSET = re.compile(
    rf"(?:{_RELATIVE_WORDS}|[a-z]+(?:ed|ing)|known|born|an?|the|for (?:instance|example)|however|on the other hand"
    r"|\d+$|[A-Z])\b"
)
"""What stands between a subject and what is said of it, as its beginning tells."""
_OPENER = re.compile(
    r"(?:during|amid|in|at|on|after|before|since|for|with|by|as|from|under|while|when|if|although|because)\b",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"(?:an?|the)\s", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z\u2019']+")
_TURN = re.compile(r"(?:by|through|as|via|because|that|to)\b")
_JOINING = re.compile(r"(?:and|or|but)\b")
_ASKS_WHICH = re.compile(r"\W*(?:(?:in|at|on|by|for|to|from|with) )?which\b", re.IGNORECASE)
_ASIDE = re.compile(r",?\s(?:that|which|who)\s([a-z]+)\b")
_FINITE = AUX - {"be", "been", "being"}


def answering(query: Query, sentence: Sentence, best: int) -> Span:
    """Return the span of the clause that answers, given the place of the member that has most of the question."""
    clause = _Clause(query, sentence, best)
    clause.complete()
    return clause.span()


class _Clause:
    """Some members of a sentence that stand side by side."""

    def __init__(self, query: Query, sentence: Sentence, best: int) -> None:
        self._query = query
        self._sentence = sentence
        self._members = sentence.members
        self._first = self._last = best
        self._start = 0
        self._widen()

    def complete(self) -> None:
        """Take in what says something, where the clause hardly does more than repeat the question."""
        query, text = self._query, self._text(self._first)
        new = self._new()
        if query.defining and self._more and query.asked <= self._sentence.defined:
            if _DETERMINED.match(self._text(self._last + 1)):  # "the Frame, a television that"
                self._take_next()
        elif new > LITTLE:
            if new <= ANTECEDENT and _OF_NOUN.match(text):
                self._take_before()
        elif _RELATIVE.match(text):
            self._take_before()
        elif self._more and self._gap(self._last) != ";":
            self._go_on(text, new)
        elif not new:
            self._take_before()

    def _go_on(self, text: str, new: int) -> None:
        """Take in what follows; to leave out what leads there and says nothing new, go on to that alone."""
        if _acts(text):
            if not new:
                self._take_next()
        elif not new and self._is_label():
            self._first = self._last + 1
            self._take_next()
        else:
            self._take_predicate()

    def span(self) -> Span:
        """Return the clause, of "The choir sings by candlelight" only how, where that was asked."""
        start, end = max(self._members[self._first][0].start, self._start), self._members[self._last][0].end
        if self._query.kind == "polar":  # there what it repeats is the answer
            return Span(start, end)
        tokens = [token for token in self._sentence.tokens if start <= token.start < end]
        return Span(self._past_echo(tokens, start), self._before_aside(tokens, start, end))

    def _past_echo(self, tokens: Sequence[Token], start: int) -> int:
        """Return where the clause begins, or where its answer does, if all before that repeats the question."""
        known, text, offset = self._query.weights.keys(), self._sentence.text, self._sentence.span.start
        said = next((place for place, token in enumerate(tokens) if token.term not in known), len(tokens))
        if not ECHO <= said < len(tokens) - 1:
            return start
        at = text.find(" ", tokens[said - 1].end - offset) + 1
        acting = is_verb(self._sentence.word(tokens[said - 1]).lower()) and not _JOINING.match(text, at)
        if at and (acting or (_TURN.match(text, at) and _acts(text[start - offset : at]))):
            return offset + at
        return start

    def _before_aside(self, tokens: Sequence[Token], start: int, end: int) -> int:
        """Return where the clause ends, of what is asked with "which" before it is told more of than was asked."""
        if not _ASKS_WHICH.match(self._query.text):
            return end
        known, offset = self._query.weights.keys(), self._sentence.span.start
        for aside in _ASIDE.finditer(self._sentence.text, start - offset, end - offset):
            at = offset + aside.start()
            new = sum(token.start < at and token.term not in known for token in tokens)
            if (
                new > LITTLE
                and _acts(aside[1])
                and all(token.term not in known for token in tokens if token.start > at)
            ):
                return at
        return end

    @property
    def _more(self) -> bool:
        return self._last + 1 < len(self._members)

    def _text(self, place: int) -> str:
        (start, end), offset = self._members[place][0], self._sentence.span.start
        return self._sentence.text[start - offset : end - offset]

    def _gap(self, place: int) -> str:
        """Return what parts a member from the next."""
        start, end, offset = self._members[place][0].end, self._members[place + 1][0].start, self._sentence.span.start
        return self._sentence.text[start - offset : end - offset].strip()

    def _new(self) -> int:
        """Return how many terms there are that the question has not."""
        terms = frozenset().union(*(terms for _, terms in self._members[self._first : self._last + 1]))
        return len(terms - self._query.weights.keys())

    def _is_label(self) -> bool:
        """Tell whether the clause only leads to the next, as "Opening hours:" does, or "In March,"."""
        leads = self._gap(self._last) == ":" or _OPENER.match(self._text(self._first))
        return bool(leads) and not _INSET.match(self._text(self._last + 1))

    def _take_next(self) -> None:
        self._last += 1
        self._widen()

    def _take_before(self) -> None:
        if self._first:
            self._first -= 1
            self._widen()

    def _take_predicate(self) -> None:
        """Go on from a subject, past what stands between, to what is said of it."""
        opens = _OPENER.match(self._text(self._first))
        for _ in range(INSETS):
            if not self._more:
                return
            text = self._text(self._last + 1)
            self._take_next()
            if not _INSET.match(text) and (opens or _acts(self._text(self._last))):
                return

    def _widen(self) -> None:
        """Take in the whole of a row or phrase; of the clause that a row begins in, no more than the row."""
        while self._more and self._goes_on(self._last):
            self._last += 1
        first = self._first
        while self._first and self._goes_on(self._first - 1):
            self._first -= 1
        if self._first < first:
            text = self._text(self._first)
            half = _HALF.search(text)
            begins = half.start() if half else max((word.end() for word in _FUNCTION.finditer(text)), default=0)
            self._start = self._members[self._first][0].start + begins

    def _goes_on(self, place: int) -> bool:
        """Tell whether the comma after a member stands in a phrase: "a cool, salty wind", "in Hull, Bath or Rye"."""
        if self._gap(place) != ",":
            return False
        half = _HALF.search(self._text(place))
        if half:
            found = senses(half[1].lower())
            if "-" in half[1] or found[:1] == "a" or (found[:1] != "n" and "a" in found):
                return True
        return not self._sentence.lists and not (place == 0 and _OPENER.match(self._text(0))) and self._in_row(place)

    def _in_row(self, place: int) -> bool:
        for after in range(place + 1, len(self._members)):
            text = self._text(after)
            if _RELATIVE.match(text) or _OPENER.match(text):
                return False
            if end := _LAST.match(text):
                return not _acts(end[0])
            if len(text.split()) > ROW or _acts(text) or (after + 1 < len(self._members) and self._gap(after) != ","):
                return False
        return False


def _acts(text: str) -> bool:
    """Tell whether a text has a verb that makes it a clause, as far as forms tell."""
    return any(
        word in _FINITE or (word[0].islower() and (word in IRREGULAR or (word.endswith(("ed", "s")) and is_verb(word))))
        for word in _WORD.findall(text)
    )
