"""What a question asks for: its terms and how telling each is, its names, and the kind of answer it wants."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache, reduce
from typing import TYPE_CHECKING

from bot import claims, family, leaders, makers, parts, relations, speech, tense
from bot.acronyms import FULL, abbreviated, letters_of
from bot.analysis import leads
from bot.answertype import CONTACT, KINDS, TOLD_BY_FORM, kind_of
from bot.cues import Cues
from bot.english.aliases import rename
from bot.english.capitals import ruled
from bot.english.dictionary import english
from bot.english.kinship import commonness
from bot.english.meaning import read
from bot.english.phrases import SIGNS, phrasal
from bot.english.senses import senses, singular
from bot.kept import kept
from bot.text import MEMORISED, POSSESSIVE, fold, telling, tokenize
from bot.whereabouts import MEMBERS

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from bot.analysis import Sentence
    from bot.answertype import Kind
    from bot.claims import Claims
    from bot.index import Index
    from bot.models import Span
    from bot.tense import Tense
    from bot.text import Token

_SOURCE = r"(?:the|this)\s+(?:article|text|page|story|piece|author|writer)"
_SEVERAL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|some|any|all|several|an?(?:\s+few)?|[1-9])"
_TASK = (
    rf"(?:list|mention|identify|enumerate|name|cite|give|tell|show|state)\s+(?:(?:me|us)\s+)?{_SEVERAL}(?:\s+of)?(?:\s+the)?"
    r"|(?:list|mention|identify|enumerate)(?:\s+the)?(?=(?:\s+\w+){2})"
    r"|(?:name|cite|give|tell|show|state)\s+(?:me|us|the(?=\s+\w+s\b))|name\s+the"
)
"""How a question begins that sets a task: "Name two towns", "list all the towns"."""
# Phrases whose words say nothing of what is asked about, or only what kind of answer is wanted.
IDIOM = re.compile(
    rf"^\W*(?:define|explain|(?:{_TASK})(?:\s+(?:examples?\s+of|reasons?\s+why|quot(?:e|ation)s?\s+(?:about|on|from)))?)\b"
    r"|\b(?=[abcdefghikmnprst])"  # tried one by one only where one may begin
    rf"(?:{CONTACT}|(?:take|takes|taking|took|taken)\s+place|(?:meaning|definition)\s+of"
    r"|(?:means?|meaning|definition|names?|called)(?=\W*$)"
    r"|(?<=what\s|hich\s|\sare\s)(?:two|three|four|five|six|seven|eight|nine|ten)"
    r"|(?<=what\s)roles?(?=\s+(?:do|does|did|has|have|can|will)\b)|play(?:s|ed)?(?=\W*$|\s+in\b)"
    r"|(?<=what\Ws\s|hat\sis\s|at\sare\s|t\swere\s|at\swas\s|ything\s|ething\s)(?:planned|scheduled|going\s+on)"
    r"|(?:current|present)(?=\s+(?:jobs?|positions?|roles?|posts?|occupation|employer)\b)"
    r"|(?:(?<=\bdo\s)|(?<=\bdid\s)|(?<=\bcan\s))people\b|(?:start|begin|began|started)(?=\s+(?:to\s+\w|\w+ing\b))"
    r"|hold(?=\W*$)|held(?=\W*$|\s+(?:about|in|at|on|by|there)\b)|full(?=\s+names?\b)|actually|exactly|precisely|really|basically|altogether"
    r"|(?<=\s)these\s+days|(?:nowadays|in\s+total|(?:still\s+|yet\s+)?to\s+come|coming\s+up(?:\s+(?:next|soon))?|anyway|anyhow)(?=\W*$)"
    r"|too\s+(?:slow(?:ly)?|late)|in\s+time(?=\W*$)|(?<=\bis\s)at\s+stake"
    r"|(?:mr|mrs|ms|dr|prof)(?=[.\s])"
    rf"|according\s+to\s+(?:{_SOURCE}|this(?=\W*$))|{_SOURCE}\s+(?:say|tell|write|mention)s?(?:\s+us)?\s+(?:about|on|of)"
    rf"|(?:does|did)\s+(?:he|she|it|{_SOURCE})\s+(?:(?:really|actually)\s+)?(?:say|claim|think|believe|argue|mention|state"
    r"|suggest|describe|characteri[sz]e|portray|see|view)"
    r"|(?<=what\s|hich\s)(?:kinds?|sorts?|types?)\s+of|(?:both|(?:the\s+)?two|either|each)\s+(?:sides?|part(?:y|ies))"
    r"|(?<=what\s)(?:is|was)\s+(?:said|written|told|mentioned|reported)(?=\s+(?:about|of|on|regarding)\b)"
    rf"|(?<=where\s)in\s+{_SOURCE}|(?<!mentioned\s)(?:in|from)\s+(?:(?:the|this)\s+)?(?:article|text)(?=\W*$)"
    r"|mentioned(?=\W*$))\b",
    re.IGNORECASE,
)
# What is asked of the bot itself, not of the articles.
PERSONAL = re.compile(
    r"\W*(?:(?:do|are|were|have|did|would) you|should i)\b"
    r"|.*\b(?:you think|would you say|your (?:opinion|favou?rite|view))\b",
    re.IGNORECASE | re.DOTALL,
)
_PICTURE = re.compile(r"picture|photo|image|illustration|caption", re.IGNORECASE)
PICTURED = re.compile(
    r"\b(?:(?:is|are|was|were|be|being|that\s+is)\s+)?(?:(?:shown|seen|pictured|depicted|visible|named|credited)\s+)?"
    r"(?:in|on|by)\s+(?:the|this|that)\s+(?:(?:main|lead|first|article's)\s+)?"
    rf"(?:{_PICTURE.pattern})(?:graph)?s?"
    r"(?=\W*$|[,;?]|\s+(?:on|at|above|below|is|was|that|which|who|taken|shown|here|called|named)\b)"
    rf"|(?:was|is|were|are)\s+(?:the|this|that)\s+(?:{_PICTURE.pattern})(?:graph)?s?\s+(?:taken|shot|made)\b"
    rf"|(?<=^who)\s+(?:takes|took|shot|made)\s+(?:the|this|that)\s+(?:{_PICTURE.pattern})(?:graph)?s?\b"
    rf"|\b(?:the|this)\s+(?:{_PICTURE.pattern})(?:graph)?\s+(?:shows?|says?|depicts?)\b",
    re.IGNORECASE,
)
"""Where a question speaks of a picture that the article shows."""
SAME_NAME = 0.75
"""How near kin of a name must be: a country and its people are, two countries never."""

SURE = 0.6
"""How near kin must be that a word is taken for said."""

PUT_FOR_IT = 0.9
"""How near a term is that is put for another: the words of an acronym, a part of a full name, one verb for several."""

MEANT = 2
"""How many of the single verbs for one of several words are taken for it, of those that the articles have."""

EVERYDAY = 0.005
"""Share of English paragraphs from which a word is an everyday one: "able", "happen", "wrong"."""

RARE = 0.0015
"""Share of English paragraphs below which a word that may be a place and nothing else by its noun is taken for one."""

JOB = re.compile(
    r"(?:(?<=['\u2019]s\s)|(?<=['\u2019]s\scurrent\s))(?:job|occupation|profession)\b"
    r"|\b(?:job|occupation|profession)(?=\s+(?:does|did|has)\b)",
    re.IGNORECASE,
)
"""What somebody is, as who tells it need not say: "Ann Lee is a baker"."""
STATES = re.compile(
    r"\bhow\s+many\s+(?:[\w-]+\s+){0,2}?(?P<of>members|(?:member\s+)?(?:states?|countries|country|nations?))\b",
    re.IGNORECASE,
)
"""The states of a bloc, asked how many they are: "how many member states does the EU have?"."""
_FEW = re.compile(
    r"\b(?:band|board|choir|church|club|committee|council|crew|family|group|gym|orchestra|parliament|party|societ\w+|team"
    r"|staff|household|jury|squad|cast|ensemble)\b",
    re.IGNORECASE,
)
"""What has members that are persons."""
_OF_THEM = re.compile(r"\b(?:member(?=\s)|belongs?(?=\s+to\b))", re.IGNORECASE)
"""What says of them no more than that they are its."""
_STATES = ("countri", "state", "nation")
"""Terms, written out, each of which is put for the others there."""
_SCORED = ("beat", "win", "defeat", "victori", "draw", "lose")
"""Terms, written out, by which a score is told: "beat them 3-2"."""
_FIRM = frozenset(("brand", "compani", "corpor", "firm"))
"""Terms, written out, for what a name alone tells: of "which company makes it" no article need have the company."""

_TITLE = 4
"""Words from which a question of which each has a capital has too many for names."""

# "What is X?" and no more.
_DEFINING = re.compile(
    r"\W*(?:(?:what|who)(?:\W?s|\s+(?:is|are|was|were))|(?:what(?:\W?s|\s+is)\s+the\s+)?(?:meaning|definition)\s+of"
    r"|(?:define|explain))\s+(?!\w+\s+(?:about|on|regarding)\b)(?:an?\s+|the\s+)?\S++(?:\s++\S++){0,3}+\W*+$"
    r"|\W*what\s+do(?:es)?\s+(?:an?\s+|the\s+)?\S+(?:\s+\S+){0,3}?\s+mean\W*$"
    r"|\W*(?!wh|how\b)\S++(?:\s+\S+){0,2}\s+(?:meaning|definition)\W*$",
    re.IGNORECASE,
)


CUES = Cues(
    {
        **KINDS,
        "idiom": IDIOM,
        "job": JOB,
        "states": STATES,
        "picture": _PICTURE,
        "personal": PERSONAL,
        "letters": FULL,
        "phrase": SIGNS,
        "ordinal": claims.ORDINAL,
        "speaker": claims.SPEAKER,
        "other": claims.OTHER,
        "maker": makers.ASKED,
        "payer": makers.PAID,
        "level": claims.LEVEL,
        "succession": leaders.SUCCESSION,
        "now": claims.NOW,
        "negated": claims.NEGATED,
        "leader": leaders.ASKED,
        "speech": speech.ASKED,
        "regarded": speech.REGARDED,
        "members": MEMBERS,
        "unit": claims.UNIT,
        "soon": claims.SOON,
        "side": claims.SIDE,
        **relations.PATTERNS,
        "relative": family.ASKED,
    }
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question: as typed, as searched, how telling it is, and what else in the articles may stand for it.

    ``kin`` holds terms of the articles that mean much the same, each with how near it is, from 0 to 1.
    """

    word: str
    lower: str
    term: str
    weight: float
    known: bool
    name: bool
    kin: tuple[tuple[str, float], ...]
    letters: str
    """What it abbreviates with, or nothing."""

    @property
    def telling(self) -> bool:
        """Whether the word says what a question is about: a name, or no everyday word."""
        return self.name or commonness(self.term) < EVERYDAY

    def also(self, other: str) -> Term:
        """Return the term with another for kin that the articles themselves put in its place."""
        return replace(self, kin=((other, PUT_FOR_IT), *self.kin))

    def is_said(self, terms: Container[str]) -> bool:
        """Tell whether it is among the terms of a sentence or paragraph, or what surely means the same is."""
        return self.term in terms or self.nearest(terms) >= SURE

    def is_near(self, terms: Container[str]) -> bool:
        """Tell whether it is among the terms of a sentence or paragraph, or any of its kin is."""
        return self.term in terms or self.nearest(terms) > 0

    @property
    def common(self) -> bool:
        """Whether it is neither a name nor a figure."""
        return not (self.name or self.term[0].isdigit())

    def nearest(self, terms: Container[str]) -> float:
        """Return how near the nearest kin among the terms of a sentence or paragraph is, 0 where there is none."""
        for kin, strength in self.kin:
            if kin in terms:
                return strength
        return 0.0


@dataclass
class Query:
    """A question as the index sees it; ``pairs`` are neighbouring terms, with whether nothing stood between them."""

    kind: Kind
    terms: tuple[Term, ...]
    pairs: tuple[tuple[str, str, float, bool], ...]
    led: tuple[tuple[str, str, float], ...]
    """Terms with the word just before them, in lower case, and how telling they are."""
    personal: bool
    """Whether the question asks what the bot itself thinks or is."""
    defining: bool
    """Whether the question asks what or who something is, and no more."""
    who: bool
    """Whether the question asks for someone, not for a name."""
    pictured: bool
    """Whether the question asks about a picture, of which its caption is likely to tell."""
    weight: float
    """The summed weight of all terms, never 0."""
    asked: frozenset[str]
    """The terms as searched."""
    noun: Term | None
    """Of "how many people" the people: what is to be counted."""
    letters: str
    """The abbreviation that it asks the words of, or nothing."""
    claims: Claims
    """What it takes for granted."""
    after_leader: bool
    """Whether it asks who is at the head of something."""
    tense: Tense | None
    """When what it asks about happens, where it says so."""
    text: str
    """The question itself."""

    @property
    def titled(self) -> bool:
        """Whether it is written like a title, each word with a capital, so that none tells a name."""
        words = self.text.split()
        return len(words) >= _TITLE and not any(word[0].islower() for word in words)

    @kept
    def parts(self) -> tuple[Callable[[Query, Sentence, Sequence[Span]], Span | None], ...]:
        """What finds the parts of a sentence that it asks for."""
        return parts.asked(self)

    @kept
    def deed(self) -> Term | None:
        """What is done, where it asks after what somebody does."""
        return parts.deed(self)

    @kept
    def numbered(self) -> tuple[tuple[str, str], ...]:
        """Its terms that a figure stands right behind, each with that: of "Plan 2020", both."""
        return tuple([(first, second) for first, second, _, beside in self.pairs if beside and second[0].isdigit()])

    @kept
    def weights(self) -> dict[str, float]:
        """How telling each term is, in their order, and after them their kin by how near they are."""
        weights = {term.term: term.weight for term in self.terms}
        for term in self.terms:
            for kin, strength in term.kin:
                if kin not in weights:
                    weights[kin] = term.weight * strength
        return weights

    @property
    def meaning(self) -> NDArray[np.float32]:
        """What the question means; see ``meaning.read``."""
        return read([term.term for term in self.terms])

    def term(self, term: str) -> Term | None:
        """Return what is known of a term of the question, None where it is none."""
        return next((each for each in self.terms if each.term == term), None)

    def counts(self, term: str) -> float:
        """Return how surely a term names what is to be counted, from 0 to 1."""
        if self.noun is None:
            return 0.0
        return 1.0 if term == self.noun.term else self.noun.nearest((term,))

    @property
    def searched(self) -> list[str]:
        """The terms to find candidates by: those the articles have, and kin in place of those they lack."""
        found: dict[str, None] = {}
        for term in self.terms:
            if term.known:
                found[term.term] = None
                continue
            for kin, _ in term.kin:
                found[kin] = None
        return list(found)


def understand(text: str, index: Index, tokens: list[Token] | None = None, among: range | None = None) -> Query:
    """Read a question against an index, or the passages of one article in it; its telling words may be given."""
    cues = CUES.of(text)
    kind, found = kind_of(text, cues)
    pictured = PICTURED.search(text) if "picture" in cues else None
    states = STATES.search(text) if kind == "count" and "states" in cues else None
    letters, full = abbreviated(text) if "letters" in cues else ("", None)
    tokens = _spoken(
        tokens or telling(text),
        (
            found,
            pictured,
            full,
            *(_OF_THEM.finditer(text) if states else ()),
            *(IDIOM.finditer(text) if "idiom" in cues else ()),
        ),
    )
    if kind in ("degree", "date"):
        tokens = _spoken(tokens, _lacking(TOLD_BY_FORM, text, index, among))
    untold = _lacking(JOB, text, index, among) if kind == "thing" and "job" in cues else []
    if untold:
        tokens, kind = _spoken(tokens, untold), "person"
    taken = claims.read(text, kind, cues)
    if taken.group in _FIRM and not index.has(taken.group, among):
        tokens = [token for token in tokens if token.term != taken.group] or tokens
    tokens = rename(_compounds(tokens, index), lambda term: index.has(term, among))
    tokens = ruled(text, tokens, index.frequency)
    before = leads(text)
    leader = leaders.asked(text) if "leader" in cues and kind == "person" else None
    others = {
        **_others(text, cues, states, leader, found.end() if found and kind == "score" else None),
        **{
            start: tuple([verb for verb in single if index.has(verb, among)][:MEANT])
            for start, single in (phrasal(text, tokens) if "phrase" in cues else ())
        },
    }
    terms: dict[str, Term] = {}
    pairs: list[tuple[str, str, float, bool]] = []
    led: list[tuple[str, str, float]] = []
    last, behind = None, 0
    for start, end, term, _ in tokens:
        asked = terms.get(term)
        if asked is None:
            terms[term] = asked = index.asked(text[start:end], term, start > 0 and text[start].isupper(), among)
            if start in others:
                single = [other for other in others[start] if other != term and index.has(other, among)]
                terms[term] = asked = reduce(Term.also, reversed(single), asked)
        if last is not None and last is not asked:
            pairs.append((last.term, term, min(last.weight, asked.weight), start - behind <= 2))  # noqa: PLR2004
        if start in before:
            led.append((before[start], term, asked.weight))
        last, behind = asked, end
    noun = None
    if found and kind == "count":
        noun = _counted([terms[token.term] for token in tokens if token.start >= found.end()])
    return Query(
        kind,
        tuple(terms.values()),
        tuple(pairs),
        tuple(led),
        "personal" in cues and PERSONAL.match(text) is not None,
        bool(untold or _DEFINING.match(text)),
        kind == "person" and found is not None and found[0][:3].lower() == "who",
        pictured is not None,
        sum([term.weight for term in terms.values()]) or 1.0,
        frozenset(terms),
        noun,
        letters,
        taken,
        leader is not None,
        tense.asked(text),
        text,
    )


def _others(
    text: str, cues: Container[str], states: re.Match[str] | None, leader: int | None, score: int | None
) -> dict[int, tuple[str, ...]]:
    """Return terms that may be put for words of the question, by where those begin.

    Where the word for whoever leads begins, and that for a score, is told; None where there is none.
    """
    others: dict[int, tuple[str, ...]] = {}
    if states and not (states["of"].lower() == "members" and _FEW.search(text, states.end())):
        others[states.end("of") - len(states["of"].split()[-1])] = _STATES
    if leader is not None:
        others[leader] = leaders.TITLES
    if score is not None:
        others[score] = _SCORED
    if "speech" in cues and (told := speech.asked(text)):
        others[told[0]] = told[1]
    return others


def _lacking(nouns: re.Pattern[str], text: str, index: Index, among: range | None) -> list[re.Match[str]]:
    """Find the nouns of a question that the articles lack, for what a sentence may tell without them."""
    return [noun for noun in nouns.finditer(text) if not index.has(tokenize(noun[0])[0].term, among)]


def _spoken(tokens: list[Token], silent: Sequence[re.Match[str] | None]) -> list[Token]:
    """Return the words that tell what is asked about: none of a stretch that does not, as long as others are left."""
    for phrase in silent:
        if phrase and tokens and tokens[0].start < phrase.end():
            start, end = phrase.span()
            tokens = [token for token in tokens if not start <= token.start < end] or tokens
    return tokens


def _counted(terms: Sequence[Term]) -> Term | None:
    """Return what is to be counted, of the words that follow "how many": the first plural, else the first."""
    return next((term for term in terms if singular(term.lower) != term.lower), terms[0] if terms else None)


def look_up(index: Index, word: str, term: str, capital: bool, among: range | None) -> Term:  # noqa: FBT001 # a key
    """Return a word of a question, given with its term, as the index knows it; a capital tells a name."""
    name = capital or _written_as_name(word)
    kin = index.kin(term)
    if name:
        kin = tuple((other, strength) for other, strength in kin if strength >= SAME_NAME)
    if among is not None:
        kin = tuple((other, strength) for other, strength in kin if index.has(other, among))
    lower = POSSESSIVE.sub("", word.lower())
    weight, known = index.weight(term), index.has(term, among)
    if name and kin and not known:  # the articles may have the other often, and English neither
        weight = min(weight, index.weight(kin[0][0]))
    return Term(word, lower, term, weight, known, name, kin, letters_of(word))


@lru_cache(maxsize=MEMORISED)
def _written_as_name(word: str) -> bool:
    """Tell whether English writes a word as a name: always, or as the place that it names ("china")."""
    word = fold(word)
    written = english(word)
    return written == "name" or (written == "both" and senses(word) == "nL" and commonness(word) < RARE)


def _compounds(tokens: list[Token], index: Index) -> list[Token]:
    """Drop a hyphenated word's whole where the articles lack it, and such parts of it where they have it."""
    kept: list[Token] = []
    for token in tokens:
        if kept and token.start < kept[-1].end:
            if not index.frequency(token.term):
                continue
            while kept and kept[-1].start >= token.start and not index.frequency(kept[-1].term):
                kept.pop()
        kept.append(token)
    return kept
