"""A question taken apart without a tagger: its question words, its auxiliary, its verb and its noun phrases."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from bot.lexicon import IRREGULAR
from bot.phrase import WORD, Phrase, Word, phrases
from bot.wordclass import AUX, BE, DETERMINERS, PREPOSITIONS, WH, is_verb

Form = Literal["be", "aux", "subject", "polar", "other"]
"""What is X? What does X do? Who does X? Does X do Y? Anything else."""

MOST_WORDS = 24
"""Words of a question that are looked at: what a later one refers to stands among the first."""

_NEAR, _FAR = 5, 8  # words: "which of the two companies showed" is about as long as a question phrase gets


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
        """The phrase after the auxiliary, or before the verb."""
        if self.form in ("be", "aux", "polar"):
            after = self.words[self.aux].end
            return next((phrase for phrase in self.phrases if phrase.start > after), None)
        return None

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
        return Phrase(self.body[start:], start, len(self.body), "", start)


@lru_cache(maxsize=1024)
def parse(text: str) -> Clause:
    """Take a question apart."""
    words = tuple(Word(m[0], m[0].lower(), m.start(), m.end()) for m in list(WORD.finditer(text))[:MOST_WORDS])
    form, aux, verb, wh = _shape(words)
    return Clause(text, words, form, aux, verb, phrases(text, words, verb), wh)


def _shape(words: tuple[Word, ...]) -> tuple[Form, int, int, str]:
    """Return the form of a question, where its auxiliary and its verb are, and its question words."""
    lower = [word.lower for word in words]
    if lower and lower[0] in AUX:
        return "polar", 0, _verb(words, 0), ""
    asking = 1 if lower and lower[0] in PREPOSITIONS else 0
    if asking >= len(lower) or lower[asking] not in WH:
        return "other", -1, -1, ""
    aux = next((i for i in range(asking + 1, min(len(lower), _FAR)) if lower[i] in AUX), -1)
    early = (i for i in range(asking + 1, min(len(lower), _NEAR)) if is_verb(lower[i]) or lower[i].endswith("ed"))
    verb = next(early, -1)
    if aux < 0 or asking < verb < aux:
        verb = verb if verb > 0 else min(asking + 1, len(words) - 1)
        return "subject", -1, verb, " ".join(word.text for word in words[:verb])
    wh = " ".join(word.text for word in words[:aux])
    after = lower[aux + 1] if aux + 1 < len(lower) else ""
    acts = after in PREPOSITIONS or after in BE or is_verb(after) or after.endswith(("ing", "ed")) or after == "not"
    if lower[asking] == "who" and after and lower[aux] not in BE | {"do", "does", "did"}:
        acts = acts or _bare(words[aux + 1])  # "who could help"
    if acts and lower[asking] in ("who", "what", "which", "how"):
        return "subject", aux, aux + 1, wh
    verb = _verb(words, aux)
    return ("be" if verb < 0 and lower[aux] in BE else "aux"), aux, verb, wh


def _verb(words: tuple[Word, ...], aux: int) -> int:
    """Return where the verb after an auxiliary and a subject is, or -1."""
    start = aux + 2 + (aux + 1 < len(words) and words[aux + 1].lower in DETERMINERS)
    after = range(start, len(words))
    if words[aux].lower in BE:
        for i in after:
            lower = words[i].lower
            if lower in PREPOSITIONS or lower.endswith(("ing", "ed")) or lower in IRREGULAR or lower == "done":
                return -1 if lower in PREPOSITIONS else i
        return -1
    known = (i for i in after if is_verb(words[i].lower) or (words[i].lower in PREPOSITIONS and _bare(words[i - 1])))
    verb = next(known, -1)
    if verb >= 0:
        return verb - (words[verb].lower in PREPOSITIONS)
    # A verb that is not known: the first word that is no name and does not begin or end a phrase.
    unknown = (i for i in after if _bare(words[i]) and words[i - 1].lower not in DETERMINERS | PREPOSITIONS)
    return next(unknown, -1)


def _bare(word: Word) -> bool:
    """Tell whether a word may be the base form of a verb."""
    return word.text.islower() and not word.lower.endswith("s") and word.lower not in PREPOSITIONS
