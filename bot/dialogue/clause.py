"""A question taken apart without a tagger: its question words, its auxiliary, its verb and its noun phrases."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from bot.dialogue.phrase import WORD, Phrase, Word, phrases
from bot.dialogue.shape import Form, shape
from bot.english.senses import senses
from bot.english.wordclass import AUX, BREAKS, TIME

MOST_WORDS = 24
"""Words of a question that are looked at: what a later one refers to stands among the first."""

_MONTH = "May"
"""Is no auxiliary."""
_SHORTENED = {"ca": "can", "wo": "will", "sha": "shall"}
_BELONGING = frozenset("of at from on about for between against".split())
"""Prepositions with which a phrase belongs to the one before it: "the train from Lyon"."""

TELLING = _BELONGING | {"in", "near", "by"}
"""Prepositions of what may tell which thing is meant: "the castle near Lyon"."""


@dataclass(frozen=True)
class Clause:
    """A question in its parts; ``aux`` and ``verb`` are places in ``words``, -1 where there is none."""

    text: str
    words: tuple[Word, ...]
    form: Form
    aux: int
    verb: int
    phrases: tuple[Phrase, ...]
    wh: str = ""
    """The question words with what belongs to them: "what", "which company", "in which year"."""

    @property
    def start(self) -> int:
        """Where the auxiliary begins."""
        return self.words[self.aux].start

    @property
    def who(self) -> bool:
        """Whether it asks for a person."""
        return self.wh.lower().startswith("who")

    @cached_property
    def body(self) -> str:
        """The text without its closing mark."""
        return self.text.rstrip(" ?!.")

    @cached_property
    def subject(self) -> Phrase | None:
        """The phrase after the auxiliary with all that belongs to it, or before the verb."""
        if self.form not in ("be", "aux", "polar"):
            return None
        after = self.words[self.aux].end
        verb = self.verb if self.verb > 0 else len(self.words)
        if self.words[min(self.aux + 1, verb - 1)].lower.endswith("ing") and verb > self.aux + 1 and self.verb > 0:
            return self._span(self.words[self.aux + 1].start, self.words[verb - 1].end)  # "repairing the bridge"
        first = next((phrase for phrase in self.phrases if phrase.start > after), None)
        if first is None or (self.verb >= 0 and first.start >= self.words[self.verb].start):
            return None
        if self.verb > 0:
            last = self.verb - 1
            while last > self.aux and (self.words[last].lower in BREAKS or senses(self.words[last].lower) == "r"):
                last -= 1
            if last > self.aux + 1 and self.words[last].lower in ("last", "first"):  # "did Lyon last win"
                last -= 1
            return self._span(first.start, self.words[last].end)
        whole = first
        for phrase in self.phrases:
            belongs = phrase.anchor == whole.end + 1 and phrase.preposition in _BELONGING
            if (belongs or phrase.start == whole.start) and phrase.end > whole.end:
                whole = self._span(first.start, phrase.end)
        return whole

    def whole(self, phrase: Phrase) -> Phrase:
        """Return a phrase with what follows it and tells which one is meant: "the train from Lyon"; a name as it is."""
        end = phrase.end
        if not phrase.name:
            for other in self.phrases:
                if other.anchor == end + 1 and other.preposition in TELLING and not other.time:
                    end = other.end
        return phrase if end == phrase.end else replace(phrase, text=self.text[phrase.start : end], end=end)

    def _span(self, start: int, end: int) -> Phrase:
        return Phrase(self.text[start:end], start, end, "", start)

    @cached_property
    def asked(self) -> Phrase | None:
        """The noun that is asked for: "players" in "which players", "how many players"."""
        within = [phrase for phrase in self.phrases if phrase.end <= len(self.wh)]
        return max(within, key=lambda phrase: phrase.end - phrase.start, default=None)

    @cached_property
    def complement(self) -> Phrase | None:
        """All that stands after "is" in "What is X?" and "Is there X?"."""
        at = self.aux + 1
        if self.form == "polar" and at < len(self.words) and self.words[at].lower == "there":
            at += 1
        elif self.form != "be":
            return None
        if at >= len(self.words):
            return None
        start = self.words[at].start
        return self._span(start, len(self.body))


@lru_cache(maxsize=1024)
def parse(text: str) -> Clause:
    """Take a question apart."""
    found = list(WORD.finditer(text))[:MOST_WORDS]
    before = ["", *[m[0] for m in found]]
    words = tuple(
        Word(m[0], _MONTH if _is_month(m[0], last) else _lower(m[0]), m.start(), m.end())
        for m, last in zip(found, before, strict=False)
    )
    form, aux, verb, wh = shape(words)
    return Clause(text, words, form, aux, verb, phrases(text, words, verb), wh)


def _lower(word: str) -> str:
    """Return a word in lower case, an auxiliary without the "not" at its end."""
    lower = word.lower()
    if not lower.endswith(("n't", "n\u2019t")):
        return lower
    aux = _SHORTENED.get(lower[:-3], lower[:-3])
    return aux if aux in AUX else lower


def _is_month(word: str, before: str) -> bool:
    """Tell whether a word is the month of May, by its capital within a question or by a preposition before it."""
    return before != "" and (word == "May" or (word == "may" and before.lower() in TIME))
