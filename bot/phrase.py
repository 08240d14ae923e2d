"""The noun phrases of a question, found without a tagger: what a later question may refer to or replace."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from bot.dictionary import english
from bot.wordclass import BREAKS, DETERMINERS, PREPOSITIONS, is_verb

WORD = re.compile(r"\w[\w&%]*(?:[-.'\u2019/]\w+)*%?")
_MARK = re.compile(r"[,;:?!()\"\u201c\u201d]")
_OWNER = re.compile(r"['\u2019]s$")
_YEAR = re.compile(r"(?:1\d|20)\d\d(?:s)?|\d{1,2}(?:st|nd|rd|th)? century")
_ROLES = re.compile(
    r"\b(?:president|minister|king|queen|leader|author|writer|director|founder|chief|ceo|chair\w*|ambassador|secretary\S*"
    r"|mayor|governor|professor|scientist|artist|head|inventor|owner|man|woman|person)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the question and where it stands."""

    text: str
    lower: str
    start: int
    end: int


@dataclass(frozen=True)
class Phrase:
    """A noun phrase of a question: its text and place, and the preposition before it with that one's place."""

    text: str
    start: int
    end: int
    preposition: str = ""
    anchor: int = 0
    """Where the preposition begins, or the phrase where it has none."""

    @cached_property
    def words(self) -> list[str]:
        """The words of the phrase, its determiner left out."""
        words = [found[0] for found in WORD.finditer(self.text)]
        return words[1:] if len(words) > 1 and words[0].lower() in DETERMINERS else words

    @cached_property
    def determined(self) -> bool:
        """Whether it begins with "the", "a", "its"."""
        return self.text.split(" ", 1)[0].lower() in DETERMINERS

    @cached_property
    def year(self) -> bool:
        """Whether it is a date."""
        return bool(_YEAR.match(self.words[0]))

    @cached_property
    def name(self) -> bool:
        """Whether it looks like a name: a capital within the question, or a word that English has only as a name."""
        if any(word[0].isupper() for word in self.words[(self.start == 0) :]):
            return True
        word = self.words[-1].lower()
        if self.determined or not word.isalpha() or len(word) < 4:  # noqa: PLR2004 - the dictionary's shortest
            return False
        entry = english(word)
        return entry in ("name", None) or (entry == "both" and len(self.words) == 1)

    @cached_property
    def person(self) -> bool:
        """Whether it looks like a person: a title or office, or two or three names of which the last is no word."""
        if _ROLES.search(re.split(r" of ", self.text, maxsplit=1)[0].split()[-1]):
            return True
        words = self.words
        named = 1 < len(words) <= 3 and all(word[0].isupper() and word[-1].isalpha() for word in words)  # noqa: PLR2004
        last = words[-1].lower()
        # The dictionary has no word of three letters: "Law" and "Lee" look alike to it.
        return named and len(last) > 3 and english(last) is None and english(words[0].lower()) != "word"  # noqa: PLR2004

    @cached_property
    def plural(self) -> bool:
        """Whether it stands for several."""
        last = self.words[-1].lower()
        return (
            " and " in self.text
            or last in ("people", "men", "women", "children")
            or (last.endswith("s") and not last.endswith(("ss", "us", "is")) and not self.name)
        )


def phrases(text: str, words: tuple[Word, ...], verb: int) -> tuple[Phrase, ...]:
    """Return the noun phrases in order, those within others too; two names joined by "and" are one phrase as well."""
    found: list[Phrase] = []
    run: list[Word] = []
    before: Word | None = None
    for i, word in enumerate(words):
        after_mark = i > 0 and _MARK.search(text, words[i - 1].end, word.start) is not None
        preposition = word.lower in PREPOSITIONS
        broken = preposition or word.lower in BREAKS or i == verb or _verbal(words, i, run)
        determined = word.lower in DETERMINERS and bool(run) and run[-1].lower != "of"
        if after_mark or broken or determined:
            found += _cut(text, run, before)
            run = []
            before = word if preposition else None
        if not broken and (run or word.lower != "of"):
            run.append(word)
    found += _cut(text, run, before)
    for a, b in pairwise(found[:]):
        if text[a.end : b.start] == " and ":
            found.append(Phrase(text[a.start : b.end], a.start, b.end, a.preposition, a.anchor))
    return tuple(sorted(found, key=lambda phrase: (phrase.start, phrase.end)))


def _cut(text: str, run: list[Word], before: Word | None) -> list[Phrase]:
    """Return the phrase that a run of words is, its owner ("Korea's …") and what it is of ("… of Korea")."""
    while run and (run[-1].lower in DETERMINERS or run[-1].lower == "of"):
        run = run[:-1]
    if not run:
        return []
    start = run[0].start
    preposition, anchor = (before.lower, before.start) if before else ("", start)
    found = []
    for place, word in enumerate(run):
        own = _OWNER.search(word.text)
        if place == len(run) - 1 or own:
            end = word.end - (len(own[0]) if own else 0)
            found.append(Phrase(text[start:end], start, end, preposition, anchor))
        if word.lower == "of":
            inner = run[place + 1]
            found.append(Phrase(text[inner.start : run[-1].end], inner.start, run[-1].end, "of", word.start))
    return found


def _verbal(words: tuple[Word, ...], i: int, run: list[Word]) -> bool:
    """Tell whether a word is a verb where it stands: never a name, nor a participle before its noun."""
    word = words[i]
    if word.text[0].isupper() and i:
        return False
    if word.lower.endswith("ed") and len(word.lower) > 4:  # noqa: PLR2004 - "need", "bred"
        alone = all(other.lower in DETERMINERS for other in run)
        return not (alone and i + 1 < len(words) and words[i + 1].lower not in BREAKS | DETERMINERS)
    if words[i - 1].lower in DETERMINERS:
        return False
    return is_verb(word.lower)
