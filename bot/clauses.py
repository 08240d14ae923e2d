"""Which clause of a sentence answers: no row of words cut in the middle, and more than what the question said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.english.wordclass import is_verb
from bot.models import Span
from bot.rows import OPENER, RELATIVE, RELATIVE_WORDS, acts, phrase

if TYPE_CHECKING:
    from bot.analysis import Sentence
    from bot.query import Query

INSETS = 4
"""Members that a clause takes in at most to come from its subject to what is said of it."""
LITTLE = 1
"""Terms up to which what a clause adds to the question is too little to answer."""
ANTECEDENT = 3
"""Terms up to which what "which" and the like begin is about the words before it rather than an answer itself."""
ECHO = 2
"""Terms of the question from which their repetition at the start of a clause is left out."""
LEFT = 2
"""Terms that are left then at least."""

_OF_NOUN = re.compile(r"(?:which|who|whose)\b")
_INSET = re.compile(
    rf"(?:{RELATIVE_WORDS}|[a-z]+(?:ed|ing)|known|born|an?|the|for (?:instance|example)|however|on the other hand"
    r"|\d+$|[A-Z])\b"
)
"""What stands between a subject and what is said of it, as its beginning tells."""
_DETERMINED = re.compile(r"(?:an?|the)\s", re.IGNORECASE)
_TURN = re.compile(r"(?:by|through|as|via|because|that|to)\b")
_JOINING = re.compile(r"(?:and|or|but)\b")
_ASKS_WHICH = re.compile(r"\W*(?:(?:in|at|on|by|for|to|from|with) )?which\b", re.IGNORECASE)
_ASIDE = re.compile(r",?\s(?:that|which|who)\s([a-z]+)\b")


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
        query, new = self._query, self._new()
        if new > ANTECEDENT and not query.defining:
            return
        text = self._text(self._first)
        if query.defining and self._more and query.asked <= self._sentence.defined:
            if _DETERMINED.match(self._text(self._last + 1)):  # "the Frame, a television that"
                self._take_next()
        elif new > LITTLE:
            if new <= ANTECEDENT and _OF_NOUN.match(text):
                self._take_before()
        elif RELATIVE.match(text):
            self._take_before()
        elif self._more and self._gap(self._last) != ";":
            self._go_on(text, new)
        elif not new:
            self._take_before()

    def _go_on(self, text: str, new: int) -> None:
        """Take in what follows; to leave out what leads there and says nothing new, go on to that alone."""
        if acts(text):
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
        return Span(self._past_echo(start, end), self._before_aside(start, end))

    def _past_echo(self, start: int, end: int) -> int:
        """Return where the clause begins, or where its answer does, if all before that repeats the question."""
        known, said, last = self._query.weights, 0, None
        for token in self._sentence.tokens:
            if token.start >= start:
                if token.start >= end or token.term not in known:
                    break
                said += 1
                last = token
        if said < ECHO or last is None or sum(last.start < token.start < end for token in self._sentence.tokens) < LEFT:
            return start
        text, offset = self._sentence.text, self._sentence.span.start
        at = text.find(" ", last.end - offset) + 1
        acting = is_verb(self._sentence.word(last).lower()) and not _JOINING.match(text, at)
        if at and (acting or (_TURN.match(text, at) and acts(text[start - offset : at]))):
            return offset + at
        return start

    def _before_aside(self, start: int, end: int) -> int:
        """Return where the clause ends, of what is asked with "which" before it is told more of than was asked."""
        if not _ASKS_WHICH.match(self._query.text):
            return end
        known, offset = self._query.weights, self._sentence.span.start
        tokens = [token for token in self._sentence.tokens if start <= token.start < end and token.term not in known]
        for aside in _ASIDE.finditer(self._sentence.text, start - offset, end - offset):
            at = offset + aside.start()
            told = [token for token in self._sentence.tokens if at < token.start < end and token.term in known]
            if not told and acts(aside[1]) and sum(token.start < at for token in tokens) > LITTLE:
                return at
        return end

    @property
    def _more(self) -> bool:
        return self._last + 1 < len(self._members)

    def _text(self, place: int) -> str:
        return self._sentence.stretch(self._members[place][0])

    def _gap(self, place: int) -> str:
        """Return what parts a member from the next."""
        start, end, offset = self._members[place][0].end, self._members[place + 1][0].start, self._sentence.span.start
        return self._sentence.text[start - offset : end - offset].strip()

    def _new(self) -> int:
        """Return how many terms there are that the question has not."""
        terms = self._members[self._first][1]
        if self._first < self._last:
            terms = terms.union(*(terms for _, terms in self._members[self._first + 1 : self._last + 1]))
        return len(terms.difference(self._query.weights))

    def _is_label(self) -> bool:
        """Tell whether the clause only leads to the next, as "Opening hours:" does, or "In March,"."""
        leads = self._gap(self._last) == ":" or OPENER.match(self._text(self._first))
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
        opens = OPENER.match(self._text(self._first))
        for _ in range(INSETS):
            if not self._more:
                return
            text = self._text(self._last + 1)
            self._take_next()
            if not _INSET.match(text) and (opens or acts(self._text(self._last))):
                return

    def _widen(self) -> None:
        """Take in the whole of a row or phrase; of the clause that a row begins in, no more than the row."""
        joined = self._sentence.joined
        if not joined:
            return
        while self._more and self._last in joined:
            self._last += 1
        first = self._first
        while self._first and self._first - 1 in joined:
            self._first -= 1
        if self._first < first:
            text = self._text(self._first)
            self._start = self._members[self._first][0].start + phrase(text)
