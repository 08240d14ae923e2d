"""The noun phrases of a question, found without a tagger: what a later question may refer to or replace."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from bot.english.dictionary import english
from bot.english.senses import kinds, senses, singular
from bot.english.wordclass import AUX, BE, BREAKS, DETERMINERS, ORDINALS, PREPOSITIONS, TIME, is_verb, mostly_verb

WORD = re.compile(r"\w[\w&%]*(?:[-.'\u2019/]\w+)*%?")
_MARK = re.compile(r"[,;:?!()\"\u201c\u201d]")
_WHERE = ("in", "at", "near", "into", "within", "across")
_BEYOND = re.compile(r" (?:of|from|at|in|on|for|about|who|that|which|with) ")
_OWNER = re.compile(r"['\u2019]s$")
_YEAR = re.compile(r"(?:1\d|20)\d\d(?:s)?|\d{1,2}(?:st|nd|rd|th)? century")
_SINGULAR = ("ss", "us", "is", "series", "species", "news")
"""Endings of what is one, though an "s" ends it."""
_ROLES = re.compile(
    r"\b(?:president|minister|king|queen|leader|author|writer|director|founder|chief|ceo|chair\w*|ambassador|secretary\S*"
    r"|mayor|governor|professor|scientist|artist|head|inventor|owner|man|woman|person)\b",
    re.IGNORECASE,
)


_IS = [[be] for be in sorted(BE)]
_HE = frozenset(
    """
    man boy father son brother husband king uncle grandfather nephew prince duke mr sir fisherman chairman
    policeman salesman spokesman businessman monk priest
    """.split()
)
_SHE = frozenset(
    """
    woman girl mother daughter sister wife queen aunt grandmother niece princess duchess mrs ms miss widow actress
    chairwoman policewoman saleswoman spokeswoman businesswoman nun waitress
    """.split()
)
Gender = Literal["he", "she", ""]


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

    @classmethod
    def apart(cls, text: str) -> Phrase:
        """Return a phrase that stands in no question: not at the start of one, so that a capital tells."""
        return cls(text, 1, len(text) + 1)

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
        # "China" and "turkey" are both, and so are "beach" and "jobs", which are seldom names.
        return entry in ("name", None) or (entry == "both" and len(self.words) == 1 and _maybe_name(word))

    @cached_property
    def person(self) -> bool:
        """Whether it looks like a person: a title or office, or two or three names of which the last is no word."""
        if _ROLES.search(re.split(r" of ", self.text, maxsplit=1)[0].split()[-1]):
            return True
        words = self.words
        if self.determined or any(len(word) > 1 and word.isupper() for word in words):  # the ICT Masterplan
            return False
        named = 1 < len(words) <= 3 and all(word[0].isupper() and word[-1].isalpha() for word in words)  # noqa: PLR2004
        last = words[-1].lower()
        # The dictionary has no word of three letters: "Law" and "Lee" look alike to it.
        return named and len(last) > 3 and english(last) is None and english(words[0].lower()) != "word"  # noqa: PLR2004

    @cached_property
    def head(self) -> str:
        """The noun that says what kind of thing it is: of "the mayor of Rome", "mayor"."""
        words = WORD.findall(_BEYOND.split(self.text, maxsplit=1)[0]) or self.words
        return words[-1].lower()

    @cached_property
    def _named_head(self) -> bool:
        """Whether the head is a name: "Cisco Systems", not "inhabitants of Rome"."""
        return self.name and (f" {self.head}" not in f" {self.text}" or not any(map(str.isupper, self.text)))

    @cached_property
    def kind(self) -> str:
        """What it is, by its head: P a person, G a group, L a place, T a time, the likeliest first."""
        if self.person:
            return "P"
        found = kinds(self.head)
        # "Rovers" and "the Tigers" are a team: nobody is called by the plural of what persons and beasts are.
        team = self.name and self._named_head and self.head.endswith("s") and found[:1] in ("P", "B")
        return "G" if team and singular(self.head) != self.head else found

    @cached_property
    def human(self) -> bool:
        """Whether it is a person or persons."""
        return self.kind[:1] == "P" and not (self.name and self.preposition in _WHERE)

    @cached_property
    def gender(self) -> Gender:
        """Whether it is "he" or "she" for sure."""
        said = {self.head, self.words[0].lower()}
        return "he" if said & _HE else "she" if said & _SHE else ""

    @cached_property
    def time(self) -> bool:
        """Whether it says when."""
        if self.year or (self.name and self.kind[:1] == "T"):
            return True
        if self.words[-1].isdigit() and "T" in kinds(self.words[0].lower()):  # March 1999
            return True
        if self.preposition:
            return "T" in self.kind and self.preposition in TIME | {"at"}
        thing = len(self.words) > 1 and self.text.lower().startswith(("a ", "the ")) and mostly_verb(self.head)
        return self.kind[:1] == "T" and not thing  # "a day pass"

    @cached_property
    def plural(self) -> bool:
        """Whether it stands for several."""
        last = self.head
        return (
            " and " in self.text
            or last in ("people", "children", "police")
            or last.endswith("men")
            or (last.endswith("s") and not last.endswith(_SINGULAR) and not self._named_head)
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
        broken = (broken and not _within_name(words, i)) or (word.lower == "of" and not run)
        opens = word.lower in DETERMINERS or word.lower == "another" or _opens_time(words, i)
        determined = opens and bool(run) and run[-1].lower not in DETERMINERS | {"of"}
        if after_mark or broken or determined:
            if i == verb and len(run) > 1 and run[-1].lower == "last" and run[-2].lower not in DETERMINERS:
                run = run[:-1]  # "did the club last win"
            found += _cut(text, run, before)
            run = []
            before = word if preposition or word.lower == "of" else None
        if not broken:
            run.append(word)
    found += _cut(text, run, before)
    found = [phrase for phrase in found if phrase.name or phrase.determined or not _only_says_how(phrase)]
    for a, b in pairwise(found[:]):
        if text[a.end : b.start] == " and ":
            found.append(Phrase(text[a.start : b.end], a.start, b.end, a.preposition, a.anchor))
            if a.determined and not (b.determined or b.name or b.plural):  # "the food and drink business"
                found.remove(a)
                found.remove(b)
    return tuple(sorted(found, key=lambda phrase: (phrase.start, phrase.end)))


def _only_says_how(phrase: Phrase) -> bool:
    """Tell whether a phrase is an adjective or adverb on its own: "how deep is it"."""
    found = senses(phrase.words[-1].lower())
    return found[:1] in ("a", "r") and ("n" not in found or len(phrase.words) == 1)


def _maybe_name(lower: str) -> bool:
    found = senses(lower)
    return "L" in found or not found


def _opens_time(words: tuple[Word, ...], i: int) -> bool:
    """Tell whether a word begins a time that no preposition leads: "last year", "this week"."""
    return words[i].lower in ("last", "next", "this") and i + 1 < len(words) and "T" in kinds(words[i + 1].lower)


def _within_name(words: tuple[Word, ...], i: int) -> bool:
    """Tell whether a small word stands between two capitals of one name: "Casa do Avelar"."""
    around = words[i - 1 : i + 2 : 2] if i > 1 else ()
    return words[i].lower == "do" and len(around) == 2 and all(word.text[0].isupper() for word in around)  # noqa: PLR2004


def _cut(text: str, run: list[Word], before: Word | None) -> list[Phrase]:
    """Return the phrase that a run of words is, its owner ("Korea's …") and what it is of ("… of Korea")."""
    while run and (run[-1].lower in DETERMINERS or run[-1].lower == "of" or _said_of_it(text, run) or _adverb(run)):
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


def _said_of_it(text: str, run: list[Word]) -> bool:
    """Tell whether a run ends in an adjective that tells how what it names is: "is Firn deep", "is the mill old"."""
    if len(run) < 2 or not run[-1].text.islower():  # noqa: PLR2004 - a name and more
        return False
    found = senses(run[-1].lower)
    if found[:1] != "a" or run[-2].text[0].isupper():
        return found[:1] == "a" and "n" not in found
    noun = senses(run[-2].lower)[:1] not in ("a", "r") and run[0].lower in DETERMINERS and run[0] is not run[-2]
    return noun and text[: run[0].start].lower().split()[-1:] in _IS


def _adverb(run: list[Word]) -> bool:
    """Tell whether a run ends in a word that only tells how it is or is done: "would Ann rather", "is Ann like"."""
    last = run[-1].lower
    return len(run) > 1 and run[-1].text.islower() and last != "ago" and (senses(last) == "r" or last == "like")


def _verbal(words: tuple[Word, ...], i: int, run: list[Word]) -> bool:
    """Tell whether a word is a verb where it stands: never a name, nor a participle before its noun."""
    word = words[i]
    if word.text[0].isupper() and i:
        return False
    before = words[i - 1].lower if i else ""
    if before == "how" or (before == "to" and mostly_verb(word.lower)):
        return True
    if word.lower.endswith("ed") and len(word.lower) > 4:  # noqa: PLR2004 - "need", "bred"
        alone = all(other.lower in DETERMINERS for other in run)
        return not (alone and i + 1 < len(words) and words[i + 1].lower not in BREAKS | DETERMINERS)
    if before in DETERMINERS and not (before in ("this", "that") and i > 1 and words[i - 2].lower in AUX):
        return False  # "what would that bring" has no determiner
    if before in ORDINALS and i > 1 and words[i - 2].lower in DETERMINERS:  # "the next hearing"
        return False
    return is_verb(word.lower)
