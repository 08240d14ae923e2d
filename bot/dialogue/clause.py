"""A question taken apart without a tagger: its question words, its auxiliary, its verb and its noun phrases."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Literal

from bot.dialogue.phrase import WORD, Phrase, Word, phrases
from bot.english.lexicon import IRREGULAR
from bot.english.senses import senses
from bot.english.wordclass import (
    AUX,
    BE,
    BREAKS,
    DETERMINERS,
    DO,
    HAVE,
    PREPOSITIONS,
    PRONOUNS,
    WH,
    base,
    is_verb,
    may_be_verb,
    mostly_verb,
)

Form = Literal["be", "aux", "subject", "polar", "other"]
"""What is X? What does X do? Who does X? Does X do Y? Anything else."""

MOST_WORDS = 24
"""Words of a question that are looked at: what a later one refers to stands among the first."""

_MONTH = "May"
"""Is no auxiliary."""
_INVARIANT = frozenset(
    "done been born had put set cut hit let cost hurt read shut spread cast quit beat bet run come become".split()
)
"""Participles that the irregular forms do not list."""
_BELONGING = frozenset("of at from on about for between against".split())
"""Prepositions with which a phrase belongs to the one before it: "the train from Lyon"."""

TELLING = _BELONGING | {"in", "near", "by"}
"""Prepositions of what may tell which thing is meant: "the castle near Lyon"."""
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
    words = tuple(
        Word(m[0], _MONTH if m[0] == "May" and m.start() else m[0].lower(), m.start(), m.end()) for m in found
    )
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
        verb = verb if verb > 0 else _finite(lower, asking)
        return "subject", -1, verb, " ".join(word.text for word in words[:verb])
    wh = " ".join(word.text for word in words[:aux])
    if lower[asking] in ("who", "what", "which", "how") and _acts(words, asking, aux):
        return "subject", aux, aux + 1, wh
    verb = _verb(words, aux)
    if lower[aux] in HAVE and verb < 0:  # "which country has a queen"
        return "subject", -1, aux, wh
    return ("be" if verb < 0 and lower[aux] in BE else "aux"), aux, verb, wh


def _finite(lower: list[str], asking: int) -> int:
    """Return where the verb is that the question words themselves are the subject of: "which river flows"."""
    noun = lower[asking] in ("which", "what", "how")
    after = lower[asking + 2] if asking + 2 < len(lower) else ""
    if lower[asking] == "what" and after in BREAKS | DETERMINERS and base(lower[asking + 1]):
        return asking + 1  # "what set off the alarm"
    for i in range(asking + 1 + noun, min(len(lower), _FAR)):
        if base(lower[i]) and lower[i - 1] not in DETERMINERS | PREPOSITIONS:
            return i
    return min(asking + 1 + noun, len(lower) - 1)


def _acts(words: tuple[Word, ...], asking: int, aux: int) -> bool:
    """Tell whether an auxiliary is followed by its verb at once: nothing but the question words can be its subject."""
    after = words[aux + 1].lower if aux + 1 < len(words) else ""
    be = words[aux].lower in BE
    if after.endswith("ing") and not be:  # "how much would repairing it cost"
        return False
    if after in PREPOSITIONS or after in BE or after == "not" or is_verb(after) or after.endswith(("ing", "ed")):
        return True
    if be:  # "who is afraid"
        found = senses(after)
        alone = aux + 2 >= len(words) or words[aux + 2].lower in BREAKS | {"of"}  # else of a noun: "creative work"
        return words[asking].lower != "how" and found[:1] == "a" and "n" not in found and alone
    who = words[asking].lower == "who" and bool(after) and words[aux].lower not in DO
    return who and (_bare(words[aux + 1]) or may_be_verb(after))  # "who could help"


def _verb(words: tuple[Word, ...], aux: int) -> int:
    """Return where the verb after an auxiliary and a subject is, or -1."""
    start = aux + 2 + (aux + 1 < len(words) and words[aux + 1].lower in DETERMINERS)
    if words[aux].lower in BE | HAVE:
        return _participle(words, start, be=words[aux].lower in BE)
    if words[aux].lower not in DO:
        found = next((i for i in range(start, len(words)) if words[i].lower in ("be", "have")), -1)
        if found >= 0:
            return found
    after = [i for i in range(start, len(words)) if _may_act(words, i)]
    for i in after:
        if mostly_verb(words[i].lower):  # "does the night train stop", "did the ban last"
            last = i + 2 >= len(words) or words[i + 2].lower in PREPOSITIONS
            follows = i + 1 in after and not is_verb(words[i].lower) and (last or mostly_verb(words[i + 1].lower))
            return i + 1 if follows else i
    if after:  # "did the plan work", "does the plan benefit small firms"
        end = next((i for i in range(after[0] + 1, len(words)) if words[i].lower in BREAKS | DETERMINERS), len(words))
        return max(i for i in after if i < end)
    # A verb that is not known: the first word that is no name and does not begin or end a phrase.
    unknown = (i for i in range(start, len(words)) if _bare(words[i]) and not _led(words, i))
    return next(unknown, -1)


def _may_act(words: tuple[Word, ...], i: int) -> bool:
    return words[i].text.islower() and may_be_verb(words[i].lower) and not _led(words, i)


def _led(words: tuple[Word, ...], i: int) -> bool:
    """Tell whether a word stands after one that begins a phrase."""
    return words[i - 1].lower in DETERMINERS | PREPOSITIONS | {"of"}


def _participle(words: tuple[Word, ...], start: int, *, be: bool) -> int:
    """Return where the participle after "is" or "has" and a subject is, or -1."""
    for i in range(start, len(words)):
        lower = words[i].lower
        if be and lower in PREPOSITIONS:
            return -1
        if lower.endswith("ed") or (lower in IRREGULAR and base(lower)) or lower in _INVARIANT:
            return i
        if be and lower.endswith("ing") and not (_led(words, i) or _qualified(words, i) or _compound(words, i)):
            return i
    return -1


def _qualified(words: tuple[Word, ...], i: int) -> bool:
    """Tell whether a word stands after an adjective: "the tallest building"."""
    before = words[i - 1].lower
    found = senses(before)
    return before.endswith("est") or (found[:1] == "a" and "n" not in found)


def _compound(words: tuple[Word, ...], i: int) -> bool:
    """Tell whether a word ends a question as a noun that another makes one with: "what is machine learning?"."""
    before = words[i - 1]
    if i + 1 < len(words) or words[i - 2].lower not in BE or not before.text.islower() or before.lower in PRONOUNS:
        return False
    return not before.lower.endswith("s") and senses(before.lower)[:1] in ("n", "")


def _bare(word: Word) -> bool:
    """Tell whether a word may be the base form of a verb."""
    lower = word.lower
    return (
        word.text.islower() and not lower.endswith("s") and lower not in PREPOSITIONS | PRONOUNS and not senses(lower)
    )
