"""A word that the articles do not have, matched to one that they have: a typing error, and nothing but one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.english.dictionary import english
from bot.english.kinship import commonness
from bot.english.lexicon import STOP_WORDS
from bot.english.senses import is_place
from bot.text import term

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.indexing.vocabulary import Vocabulary

SHORTEST = 4
"""Letters a word must have: below that nearly every word is one edit from several others."""
LONG = 8
"""Letters from which two edits are forgiven, not one."""
LONGISH = 7
"""Letters from which two are forgiven in the vowels, "malasya" for "malaysia"."""
LONGEST = 30
"""Letters of the longest common words: what is longer stands for none, and has so many more that it might stand for."""
CROWD = 2000
"""Words that are compared one by one at most; among more, the prefix that the two must share is lengthened."""

# Question words as they are mistyped, where a question goes on; "were was she born" has two verbs, so one is none.
_ASKING = re.compile(
    r"(?:(?P<what>wat|waht|wht|whta|wath)|(?P<which>wich|whcih|whitch|wihch)|(?P<when>wen|whne|hwen|wehn)"
    r"|(?P<where>whre|wher|wehre|hwere|were)|(?P<who>woh|hwo(?= (?:is|was|are|were)\b))|(?P<why>hwy|wyh)|(?P<how>hwo))"
    r"(?= (?:is|are|was|were|did|does|do|can|could|will|would|has|have|had|should|many|much|long|old|often|far|big)\b)",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"(?P<asked>(?:what|when|where|why|who|which|how) do)se"
    r"(?= (?:the|an?|it|he|she|they|this|that|(?-i:[A-Z][\w-]*)|\w+ (?:stand|mean|do|want|say|cost|need|have|work))\b)",
    re.IGNORECASE,
)
_COUNTRY = re.compile(
    r"\bthe us(?=\W*$|\W+(?:do|does|did|is|are|was|were|has|have|had|and|or|in|with|government|army|military|president"
    r"|congress|senate|economy|market|dollar|state|states)\b)"
)
_COMPASS = re.compile(
    r"(?<!north )(?<!south )\b(?P<side>north|south|east|west) (?P<place>(?!(?:north|south|east|west))[a-z]{4,})\b"
)
_FIGURE = re.compile(r"[a-z]{3,}(?P<figure>\d{1,4})")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = "aeiou"
_FUNCTIONAL = frozenset(word for word in STOP_WORDS | {"often", "first", "last", "since"} if len(word) >= SHORTEST)
_LITTLE = 3
"""Letters of the shortest word that may be a mistyped function word: "teh", which is no other, is "the"."""
_UNUSUAL = 0.0002
"""Share of English paragraphs below which a word of so few letters is no word."""
_ENDING = re.compile(r"[aeio]l$")
_SOFT = re.compile(r"[aeiouyhw]|(.)(?=\1)")


def _skeleton(word: str) -> str:
    """Return the word without vowels and doubled letters, which is where most errors are made."""
    return _SOFT.sub("", word)


def mend_asking(text: str) -> str:
    """Return a question with its first words mended, where they ask and have a typing error."""
    if does := _DOES.match(text):
        text = f"{does['asked']}es{text[does.end() :]}"
    found = _ASKING.match(text)
    if not found or not found.lastgroup:
        return text
    return (found.lastgroup.capitalize() if text[0].isupper() else found.lastgroup) + text[found.end() :]


def mend_country(text: str) -> str:
    """Return a question with "the us" as the country that it is, and "north korea" as another than Korea."""
    text = _COUNTRY.sub("the US", text) if "the us" in text else text
    return _COMPASS.sub(_named, text) if "th " in text or "st " in text else text


def _named(found: re.Match[str]) -> str:
    """Return a side of the compass and a place after it as a name, if it is a place."""
    side, place = found["side"], found["place"]
    if english(place) != "name" and not is_place(place):
        return found[0]
    return f"{side.capitalize()} {place.capitalize()}"


def common_word(word: str, useful: Callable[[str], bool]) -> str | None:
    """Return the common word of English that a mistyped one in lower case is: a function word, else a useful one.

    A letter was left out, put in, or changed places with the next; in a function word it may be any other. An ending
    that sounds like "le" is it, and an "f" may be a "ph".
    """
    if not _LITTLE <= len(word) <= LONGEST or not (word.isascii() and word.islower() and word.isalpha()):
        return None
    if len(word) == _LITTLE:
        return _little(word)
    if english(word):
        return None
    edits = (
        _edits(word, len(word))
        | {word + letter for letter in _LETTERS}
        | {_ENDING.sub("le", word), word.replace("f", "ph")}
    )
    functional = sorted(edit for edit in edits if edit in _FUNCTIONAL)
    if functional:
        return functional[0]
    slips = [edit for edit in edits if len(edit) != len(word) or sorted(edit) == sorted(word) or _sounds(word, edit)]
    found = [edit for edit in slips if len(edit) >= SHORTEST and english(edit) == "word" and useful(edit)]
    return max(sorted(found), key=lambda edit: commonness(term(edit)), default=None)


def _little(word: str) -> str | None:
    """Return the function word that three letters are, one left out or two that changed places."""
    if commonness(term(word)) > _UNUSUAL:
        return None
    slips = (edit for edit in _edits(word, len(word)) if _slip(word, edit))
    return min((edit for edit in slips if edit in STOP_WORDS), default=None)


def _sounds(word: str, edit: str) -> bool:
    """Tell whether one vowel stands for another, or "al" for "le" at the end."""
    vowels = all(a == b or (a in _VOWELS and b in _VOWELS) for a, b in zip(word, edit, strict=True))
    return vowels or (edit.endswith("le") and edit[:-2] == word[:-2])


class Speller:
    """Corrects a word against the articles' own vocabulary: words as they write them, lower-cased, without accents."""

    def __init__(self, words: Vocabulary) -> None:
        """Keep the vocabulary; nothing is built."""
        self._words = words

    def correct(self, word: str) -> str | None:
        """Return the word of the articles that was meant, two words or one and a figure for a left-out space, or None.

        A capital marks what may be a name, which is only ever matched to what may be one: the caller lower-cases
        words whose capital says nothing, such as the first of a question.
        """
        key = word.lower()
        figure = _FIGURE.fullmatch(key)
        if len(key) < SHORTEST or not (key.isascii() and (figure or key.isalpha())):
            return None
        if self._words.place(key) is not None or english(key):
            return None
        if figure:
            at = figure.start("figure")
            return None if self._words.place(key[:at]) is None else f"{word[:at]} {word[at:]}"
        near = self._near(key)
        if word != key and not word.isupper():
            near = [candidate for candidate in near if english(candidate[-1]) != "word"]
        if near:
            return min(near)[-1]
        return self._split(key) if word == key else None

    def _near(self, word: str) -> list[tuple[int, bool, bool, bool, int, str]]:
        """Return the candidates with what ranks them: fewer edits, first letter kept, same skeleton, more frequent.

        Before the skeleton counts whether it is no function word: few of these are mistyped as often as they are meant.
        """
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - 30 ms, and most questions have no error

        most = 1 if len(word) < LONGISH else 2
        prefix, places = self._range(word)
        known = dict(zip(self._words[places.start : places.stop], places, strict=True))
        known.update((w, place) for w in _edits(word, len(prefix)) if (place := self._words.place(w)) is not None)
        skeleton, counts = _skeleton(word), self._words.counts
        found = []
        for candidate, place in known.items():
            if abs(len(candidate) - len(word)) > most or len(candidate) < SHORTEST:
                continue
            edits = OSA.distance(word, candidate, score_cutoff=most)
            if edits > 1 and len(word) < LONG and _skeleton(candidate) != skeleton:
                continue
            if edits > most or (len(word) == SHORTEST and not _slip(word, candidate)):
                continue
            other = candidate[0] != word[0]
            functional = candidate in _FUNCTIONAL
            found.append((edits, other, functional, _skeleton(candidate) != skeleton, -counts[place], candidate))
        return found

    def _range(self, word: str) -> tuple[str, range]:
        """Return the shortest prefix that few enough words share, and their places."""
        for length in range(1, len(word)):
            prefix = word[:length]
            places = range(self._words.first(prefix), self._words.first(prefix + "\x7f"))
            if len(places) <= CROWD:
                return prefix, places
        return word, range(0)

    def _split(self, word: str) -> str | None:
        """Return the two words of the articles that were typed as one."""
        for cut in range(SHORTEST, len(word) - SHORTEST + 1):
            if self._words.place(word[:cut]) is not None and self._words.place(word[cut:]) is not None:
                return f"{word[:cut]} {word[cut:]}"
        return None


def _slip(word: str, candidate: str) -> bool:
    """Tell whether a letter was left out or two changed places: a four-letter word with another letter is another."""
    return len(candidate) > len(word) or sorted(candidate) == sorted(word)


def _edits(word: str, length: int) -> set[str]:
    """Return what one edit within the first letters makes of a word; the first letter is not replaced by another."""
    edits = set()
    for at in range(length):
        head, tail = word[:at], word[at:]
        edits.add(head + tail[1:])
        edits.update(head + letter + tail for letter in _LETTERS)
        if len(tail) > 1:
            edits.add(head + tail[1] + tail[0] + tail[2:])
        if at:
            edits.update(head + letter + tail[1:] for letter in _LETTERS)
    return edits
