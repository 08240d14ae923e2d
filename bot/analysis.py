"""A sentence analysed: its terms, its names, figures and dates, its members, what stands before each word."""

from __future__ import annotations

import re
from itertools import pairwise, repeat
from typing import TYPE_CHECKING

from bot.answerforms import FORMS, SIGNS
from bot.english.dictionary import english
from bot.english.lexicon import ANY_MONTH, MONTHS, MONTHS_CUT_SHORT, STOP_WORDS
from bot.english.senses import kinds, senses
from bot.kept import kept
from bot.models import Span
from bot.rows import joined
from bot.tense import told
from bot.text import Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.tense import Tense


_MAY_LEAD = (
    MONTHS
    | MONTHS_CUT_SHORT
    | frozenset(
        """
        spring summer autumn winter fall christmas easter early late mid since circa ad bc ce
        act agreement bill census championship charter conference congress constitution convention cup directive
        election elections expo games olympics treaty
        """.split()
    )
    | {""}
)
"""What may begin with a capital before a year that is no part of a name, or tells of when it is, or nothing."""
_DAY = re.compile(rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{ANY_MONTH})\b")
_FIGURE = re.compile(r"\d(?!\d*(?:st|nd|rd|th)$)")
_LONGEST_LABEL = 40
_LABEL = re.compile(r"([A-Z][\w\u2019'-]*)\s+[\u201c\"]?$")
_LEADING = re.compile(
    r"(?=[abfiotw])\b(in|at|to|from|of|for|by|with|on|between|among)\s+(?:the\s+)?[\u201c\"\u2018(]?", re.IGNORECASE
)
_LONGEST_LEAD = len("between the (")
"""In an article's text, where no two spaces stand together."""
_YEAR = re.compile(r"(?:1\d|20)\d\d(?:s)?$")
_DATE_WORD = re.compile(r"centuri|decad|\d0s$")
# Where neither may begin a set of characters says first, which is told sooner; of several spaces it is at the first.
_SEPARATOR = re.compile(
    r"(?=[\s,;:\u2014])(?<!\s)(?:\s*[,;:]\s+(?:(?:and|or|but|such\s+as|including)\s+)?|\s+[\u2013\u2014]\s*|\u2014|\s+(?:such\s+as|including|includes?)\s+)"
)
_LIST = re.compile(r"[,;]\s+(?:and|or)\s|\b(?:such as|including|includes?)\b|:\s(?![A-Z])")
_OPENER = re.compile(r"(?=[is:])(?:\b(?:such\s+as|including|includes?)\s|:\s)")
_LEANING = re.compile(
    r"(?:It|Its|This|That|These|Those|They|Their|He|His|She|Her|Such|Otherwise|However|Instead|Therefore|Thus|But|So|Also"
    r"|Then|There|Here|Both|To th(?:is|ese|at)|In (?:this|that|these|those)|As a result|For (?:this|that|these))\b"
)
_SOMEONE = re.compile(
    r"\b(?:he|him|she|her|they|them|we|us|I|you|who|whose|(?:any|every|some|no) ?(?:one|body)|those|all|both|none"
    r"|others?|people|locals?|by)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(r" |-|\. | (?:of|of the|and|de|van|von|bin|al|la) ")
_DEFINITION = re.compile(
    r"(.{1,80}?)\s(?:is|are|was|were|means?|refers?\s+to|represents?|describes?|denotes?)\s(?:an?|the|one|any|another)\b"
)
_EXPLAINED = re.compile(
    # "the fajas, flat tongues of land": neither a list nor a clause of another
    r"\b([^\W\d_][\w\u2019'-]{0,40}), (?!(?:and|or|but|which|who|whose|where|when|while|as|with|in|on|at|by|for|to)\b)"
    r"(?:[a-z-]+ ){1,4}"
    r"(?:of|that|which|who|made|created|formed|used|built)\b"
    r"|\b([^\W\d_][\w\u2019'-]{0,40}): (?=[a-z])"
    r"|\b(?:called|known as|termed|dubbed)\s(?:an?\s|the\s)?[\u201c\"]?((?:[\w\u2019'-]+\s?){1,3})"
)
"""A word that the sentence goes on to explain after a colon, or that it gives to what it told of."""
_NAME = r"(?:[A-Z][\w\u2019'-]*|\d[\d.]*)"
_APPOSITION = re.compile(rf"(?<![\w.])({_NAME}(?:\s{_NAME}){{0,4}}),\s(?:an?|the)\s\w")
_LOCATION = re.compile(
    r"\b(?:in|at|near|to|from|of|outside|across|through|around|into|on|over|toward|towards|for|between)\s+"
    r"(?:[Tt]he\s+)?(?:(?:(?:north|south)?(?:east|west)?(?:ern)?|central|upper|lower|rural|nearby|downtown|inner|outer)\s+)?"
    r"([A-Z][\w\u2019'-]*)"
)


class Sentence:
    """A sentence of a paragraph and its words but for function words; offsets count from the paragraph's start."""

    def __init__(self, text: str, span: Span, places: Sequence[int], terms: Sequence[str]) -> None:
        """Work out what ranking looks at each time; the rest waits until it is asked for.

        Of each word the places have where it begins and where it ends, and the terms its own.
        """
        self.text = text
        self.span = span
        self._places = places
        self._ordered = terms
        first, place = span.start, iter(places)
        bounds = zip(place, place, strict=True)
        self.words = frozenset([text[start - first : end - first].lower() for start, end in bounds])
        """The words as they stand, in lower case."""
        self.pairs = frozenset(pairwise(terms))
        """Neighbouring terms, function words between them left out."""
        self._before: dict[str, frozenset[str]] = {}

    @kept
    def tokens(self) -> tuple[Token, ...]:
        """The words, each with where it stands and its term."""
        places = iter(self._places)
        words = zip(places, places, self._ordered, repeat(False), strict=False)  # noqa: FBT003 # no function word
        return tuple(map(tuple.__new__, repeat(Token), words))

    @kept
    def terms(self) -> frozenset[str]:
        """The terms."""
        return frozenset(self._ordered)

    def before(self, term: str) -> frozenset[str]:
        """Return the words such as "in" that stand just before a term, as `leads` finds them."""
        words = self._before.get(term)
        if words is None:
            ends = [start - self.span.start for start, _, found, _ in self.tokens if found == term]
            leads = (
                lead
                for end in ends
                for lead in _LEADING.finditer(self.text, max(end - _LONGEST_LEAD, 0), end)
                if lead.end() == end
            )
            self._before[term] = words = frozenset([lead[1].lower() for lead in leads])
        return words

    @kept
    def names(self) -> frozenset[str]:
        """Terms of the words with a capital, the sentence's first word aside."""
        start = self.span.start
        return frozenset(
            token.term for token in self.tokens if token.start > start and self.text[token.start - start].isupper()
        )

    @kept
    def figures(self) -> frozenset[str]:
        """Terms with a digit that count something: no ordinals, years or numbers that belong to a name."""
        start = self.span.start
        return frozenset(
            token.term
            for token in self.tokens
            if _FIGURE.search(token.term)
            and not self._is_year(token)
            and not self._label(token.start - start)
            and not _DAY.match(self.text, token.start - start)
        )

    def _label(self, at: int) -> str:
        """Return the word with a capital before a figure, in lower case: of "Apollo 11", of "Agenda 2030"."""
        found = _LABEL.search(self.text, max(0, at - _LONGEST_LABEL), at)
        label = found[1].lower() if found else ""
        if found and found.start() == 0 and english(label) in ("word", "both"):  # "Founded 1931, the choir"
            return ""
        return "" if label in STOP_WORDS - MONTHS else label

    def _is_year(self, token: Token) -> bool:
        """Tell whether a word is a year or decade; "1,142" is none."""
        return _YEAR.match(token.term) is not None and "," not in self.word(token)

    @kept
    def dates(self) -> frozenset[str]:
        """Terms that name a year, month, decade or century."""
        start = self.span.start
        return frozenset(
            token.term
            for token in self.tokens
            if self.word(token).lower() in MONTHS
            or _DATE_WORD.search(token.term)
            or (self._is_year(token) and self._label(token.start - start) in _MAY_LEAD)
        )

    @kept
    def tenses(self) -> frozenset[Tense]:
        """When the events may be that the sentence tells of."""
        return told(self.text)

    @kept
    def defined(self) -> frozenset[str]:
        """Terms of the subject, where the sentence says what that is, and of a name that it goes on to explain."""
        found = _DEFINITION.match(self.text)
        spans = [(0, found.end(1))] if found else []
        spans += [name.span(1) for name in _APPOSITION.finditer(self.text)]
        spans += [name.span(name.lastindex or 0) for name in _EXPLAINED.finditer(self.text)]
        first = self.span.start
        return frozenset(
            token.term
            for token in self.tokens
            if any(start <= token.start - first and token.end - first <= end for start, end in spans)
        )

    @kept
    def members(self) -> tuple[tuple[Span, frozenset[str]], ...]:
        """The parts between commas, semicolons, colons and dashes, each with its terms."""
        start = self.span.start
        spans = []
        last = 0
        for found in _SEPARATOR.finditer(self.text):
            spans.append((start + last, start + found.start()))
            last = found.end()
        spans.append((start + last, start + len(self.text.rstrip(" .!?\"'\u201d\u2019"))))
        return tuple(
            [
                (
                    Span(first, last),
                    frozenset([term for at, end, term, _ in self.tokens if first <= at and end <= last]),
                )
                for first, last in spans
                if first < last
            ]
        )

    @kept
    def lists(self) -> bool:
        """Whether the sentence tells a list; a capital after a colon begins what the words before it are a label of."""
        return bool(_LIST.search(self.text))

    @kept
    def joined(self) -> frozenset[int]:
        """The places of the members that go on in the next, past a comma that ends no clause."""
        start, spans = self.span.start, [span for span, _ in self.members]
        members = [self.text[span.start - start : span.end - start] for span in spans]
        gaps = [self.text[one.end - start : other.start - start].strip() for one, other in pairwise(spans)]
        return joined(members, gaps, listed=self.lists)

    @kept
    def opened(self) -> int:
        """Where in the sentence a "such as" or a colon ends that its list begins after, 0 where none does."""
        found = _OPENER.search(self.text)
        return found.end() if found else 0

    @kept
    def framed(self) -> int:
        """How many members a list's frame has, which is said of each that follows: those before its "such as"."""
        end = self.span.start + self.opened
        return max(sum(span.start < end for span, _ in self.members), 1)

    @kept
    def frame(self) -> frozenset[str]:
        """Terms of a list's frame."""
        return frozenset().union(*(terms for _, terms in self.members[: self.framed]))

    @kept
    def homes(self) -> dict[str, list[int]]:
        """The places of the members that have each term; of a list only terms that its frame has not."""
        frame = self.frame if self.lists else frozenset()
        return homes([terms - frame for _, terms in self.members])

    @kept
    def leans(self) -> bool:
        """Whether the sentence cannot be understood without the one before it."""
        return bool(_LEANING.match(self.text))

    @kept
    def asks(self) -> bool:
        """Whether the sentence is a question, which the one after it may answer."""
        return self.text.rstrip("\"'\u201d\u2019)").endswith("?")

    @kept
    def locations(self) -> frozenset[str]:
        """Terms of the names that follow a word such as "in" or "to"."""
        found = {self.text[match.start(1) : match.end(1)].lower() for match in _LOCATION.finditer(self.text)}
        return frozenset(token.term for token in self.tokens if self.word(token).lower() in found)

    @kept
    def places(self) -> frozenset[str]:
        """Terms of the names that follow such a word, or that are a place's wherever they stand."""
        words = ((token, self.word(token)) for token in self.tokens)
        named = {token.term for token, word in words if word[0].isupper() and _may_be_place(word)}
        return self.locations | named

    @kept
    def people(self) -> frozenset[str]:
        """Terms of what may be someone: names, words such as "he" and "by", nouns for a person, a group or a beast."""
        named = {term for _, span, terms in self.runs for term in terms if not self.is_time(span)}
        nouns = {token.term for token in self.tokens if _may_be_someone(kinds(self.word(token).lower()))}
        return frozenset(named | nouns | {found[0].lower() for found in _SOMEONE.finditer(self.text)})

    def shows(self, sign: str) -> bool:
        """Tell whether the sentence has what one of `SIGNS` looks for."""
        shown = self._signs.get(sign)
        if shown is None:
            self._signs[sign] = shown = SIGNS[sign].search(self.text) is not None
        return shown

    @kept
    def _signs(self) -> dict[str, bool]:
        return {}

    def formed(self, kind: str) -> list[Span]:
        """Return the stretches that have the form of an answer of a kind: what one of `FORMS` finds, or its group."""
        spans = self._formed.get(kind)
        if spans is None:
            start = self.span.start
            found = (each.span(each.lastgroup or 0) for each in FORMS[kind].finditer(self.text))
            self._formed[kind] = spans = [Span(start + first, start + end) for first, end in found]
        return spans

    @kept
    def _formed(self) -> dict[str, list[Span]]:
        return {}

    @kept
    def runs(self) -> list[tuple[str, Span, frozenset[str]]]:
        """The names: for each the word such as "in" before it, or nothing; where it stands; its terms."""
        text, start = self.text, self.span.start
        runs: list[list[Token]] = []
        for token in self.tokens:
            if self.word(token)[0].isupper() and not (token.start == start and _opens(self.word(token).lower())):
                end = runs[-1][-1].end if runs else start
                # The parts of "Young-sun" come before the whole.
                if token.start < end or (runs and _WITHIN.fullmatch(text, end - start, token.start - start)):
                    runs[-1].append(token)
                else:
                    runs.append([token])
        before = leads(text, start)
        return [
            (before.get(run[0].start, ""), Span(run[0].start, run[-1].end), frozenset([token.term for token in run]))
            for run in runs
            # A capital at the start of a sentence says nothing.
            if len(run) > 1 or run[0].start > start or english(self.word(run[0]).lower()) in ("name", None)
        ]

    def is_time(self, span: Span) -> bool:
        """Tell whether a stretch is but the name of a day or a month."""
        return all(kinds(word) == "T" for word in self.stretch(span).lower().split())

    def stretch(self, span: Span) -> str:
        """Return a stretch of the sentence as it stands."""
        return self.text[span.start - self.span.start : span.end - self.span.start]

    def word(self, token: Token) -> str:
        """Return a word of the sentence as it stands."""
        return self.text[token.start - self.span.start : token.end - self.span.start]


def _opens(word: str) -> bool:
    """Tell whether a word has its capital only for opening a sentence: "Amid", "Despite"."""
    return english(word) == "word" and not senses(word) and not word.endswith("ing")


def _may_be_place(word: str) -> bool:
    return "L" in kinds(word.lower()) or word in ("UK", "US", "USA", "EU", "UAE")


def _may_be_someone(kinds: str) -> bool:
    return "P" in kinds or kinds[:1] in ("B", "G")


def homes(members: Iterable[frozenset[str]]) -> dict[str, list[int]]:
    """Return the places of the members that have each term."""
    found: dict[str, list[int]] = {}
    for place, terms in enumerate(members):
        for term in terms:
            found.setdefault(term, []).append(place)
    return found


def leads(text: str, start: int = 0) -> dict[int, str]:
    """Return the words such as "in" of a text, in lower case, each by where that begins which it stands before.

    ``start`` is where the text begins in that which the places count from.
    """
    return {start + found.end(): found[1].lower() for found in _LEADING.finditer(text)}
