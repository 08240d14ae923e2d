"""What a question takes for granted, which evidence must not contradict: a number in a row, a speaker, an office."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bot import family, makers, relations, speech
from bot.english.senses import kinds, senses, singular
from bot.english.wordclass import AUX, PREPOSITIONS, PRONOUNS, WH, is_verb, may_be_verb
from bot.leaders import FORMER, asks_next
from bot.text import MEMORISED, telling, term
from bot.whereabouts import MEMBERS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from bot.answertype import Kind

_ORDINALS = {
    word: number
    for number, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
NUMBER = rf"(?:{'|'.join(_ORDINALS)}|\d{{1,2}}(?=st|nd|rd|th))"
ORDINAL = re.compile(
    rf"\b(?P<number>{NUMBER})(?:st|nd|rd|th)?"
    r"[ -](?P<noun>[a-z]+)(?:[ -](?P<after>[a-z]+))?\b",
    re.IGNORECASE,
)
SPEAKER = re.compile(
    r"\W*+(?:what|how|why)\s++(?:did|does|do|has|have)\s++(?P<who>\S.{0,79}?)\s(?:says?|said|think|feel|claim|argue"
    r"|suggest|recommend|believe|call|describe|explain|warn|promise|propose|announce|tell|want)\b",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"\W*(?:(?:and|in|at|by|for|from|to|with|on)\s+)?(?:which|what)\s+([\w-]+)(?:\s+([\w-]+))?", re.IGNORECASE
)
_NAME = re.compile(
    r"\bnames?\s+of\s+(?:(?:[\w-]+\s+){0,2}[\w-]+['\u2019]s\s+|(?:the|her|his|its|their|this|that)\s+)?"
    r"(?P<of>[\w-]+(?:\s+[\w-]+)?)"
    r"|\bwhat\s+(?:is|are|was|were)\s+(?:the|her|his|its|their|this|that|these|those)\s+(?P<called>[\w-]+(?:\s+[\w-]+)?)"
    r"\b[^?]*\s(?:called|names?)\W*\Z",
    re.IGNORECASE,
)
_TITLE = (
    r"(?:president|minister|chair\w*|secretary[\w-]*|director[\w-]*|head|chief|ceo|leader|ambassador|founder|governor|mayor)"
    r"(?:[\s-](?:general|executive))?"
)
_OFFICE = re.compile(
    rf"\b(?:(?P<title>{_TITLE})\s+of\s+(?:the\s+)?(?P<body>[^\W\d_]+)"
    rf"|(?P<owner>[^\W\d_]+)(?:['\u2019]s?)?\s+(?P<held>{_TITLE}))"
    r"(?=\W*$|\s+(?:itself|now|today|in|at|since)\b)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\W*+(?:what|who|which|where)(?:\W?s|\s+(?:is|are|was|were))\s+(?:"
    r"(?:the|its|their|his|her)\s+(?:[\w-]+\s+){0,3}?(?P<of>[\w-]+)\s+(?:of|for|in)\s+\S[^?]{1,60}"
    r"|(?:the\s+)?[\w-]+(?:\s[\w-]+)?['\u2019]s?\s+(?:[\w-]+\s+)?(?P<own>[\w-]+))\W*\Z",
    re.IGNORECASE,
)
_ROLES = ("P", "L")
"""The kinds of such a noun: a person, a place."""
NOW = re.compile(r"\b(?:current(?:ly)?|incumbent|now|today|still)\b", re.IGNORECASE)
LEVEL = re.compile(
    r"\bhow\s+(?:much|many(?:\s+[\w-]+){1,2})\s+(?:is|are|was|were)\b"
    r"(?![^?]*\b(?:increas|ris|rais|grow|expand|chang|going\s+up|go\s+up|doubl|tripl))",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"\b(?:before|(?<!look\s)(?<!looks\s)(?<!looked\s)(?<!looking\s)after|besides?|other\s+than|apart\s+from|except"
    r"|instead\s+of|succeed\w*|preced\w*|replac(?:es?|ed)"
    r"|(?:predecessors?|successors?)\s+(?:of|to))\s+(?P<one>[\w-]+(?:\s+[\w-]+){0,2})",
    re.IGNORECASE,
)
"""What is said before the one whom the answer is not: "who was president before Ann Lee?"."""
_PHRASE = rf"(?:(?!(?:{'|'.join(sorted(PREPOSITIONS | WH))}|of|that|as|if|every|each)\b)[\w'\u2019-]++\s*+)+"
"""The words up to what tells more of the noun that ends them."""
_NAMES = re.compile(rf"\b(?:names|titles)\s+of\s+(?P<of>{_PHRASE})", re.IGNORECASE)
_THERE = re.compile(
    r"\W*+(?:(?:and|but|so)\s+)?(?:is|are|was|were|will|has|have)\s+there\s+(?:(?:going\s+to\s+be|be|been)\s+)?"
    rf"(?P<what>{_PHRASE})",
    re.IGNORECASE,
)
_UNSAID = frozenset(
    """
    alternative anybody anyone anything chance charge cost danger difference discount evidence fee hope likelihood limit
    mean method need opportunity option place plan point possibility proof reason risk sign solution somebody someone
    something way
    """.split()
)
"""What there may be without its being called so: where an operation helps, there is a way."""
_DIMENSION = re.compile(
    r"\b(?:(?P<length>tall|deep|wide|thick|height|width|depth)|(?P<distance>far|distance)"
    r"|(?P<weight>heavy|weight)|(?P<heat>hot|cold|warm|temperature)|(?P<speed>fast|quick(?:ly)?|slow(?:ly)?|rapidly)"
    r"|(?P<sound>loud|noisy))\b",
    re.IGNORECASE,
)
_WEIGHING = re.compile(r"\bhow\s+much\b[^?]*\b(?P<weight>weigh(?:s|ed)?)\b", re.IGNORECASE)
UNIT = re.compile(
    r"\bin\s+(?:(?P<time>seconds|minutes|hours|days|weeks|months|years)|(?P<money>euros|dollars)"
    r"|(?P<weight>tons|tonnes|kilos|kilograms|kg|grams)|(?P<length>met(?:re|er)s|kilomet(?:re|er)s|km|miles|feet|inches))\W*\Z",
    re.IGNORECASE,
)
_MEASURING = ("amount", "degree", "duration", "price", "thing")
"""Kinds of answer that may have a unit."""
_LASTING = re.compile(r"\bhow\s+long\s+(?:does|did|do|will|would|has|have|had)\b", re.IGNORECASE)
SOON = re.compile(r"\b(?:tomorrow|tonight)\b", re.IGNORECASE)
NEGATED = re.compile(
    r"\A(?!.*\b(?:if|unless|whether)\b).*?(?:(?<!why )(?<!or )\b(?:not|never|cannot)\b(?! only\b)(?!\W*$)"
    r"|\b(?:stop(?:s|ped)?|quits?|ceas(?:e|es|ed))\s+\w+ing\b|\b(?:refus(?:e|es|ed)|fail(?:s|ed)?|declin(?:e|es|ed))\s+to\b"
    r"|(?:didn|doesn|don|isn|aren|wasn|weren|hasn|haven|hadn|couldn|wouldn|shouldn|won|mustn)['\u2019]t\b"
    r"(?! (?:he|she|it|they|you|we|there)\W*$))",
    re.IGNORECASE | re.DOTALL,
)
SIDE = re.compile(
    r"\b(?:(?:vot(?:es?|ed|ing)|is|are|was|were|be|speaks?|spoke|argu\w+|case|points?|people|those|side|petition|protest\w*)"
    r"\s+(?P<against>against)|in\s+favou?r\s+of|vot(?:es?|ed|ing)\s+for)\b",
    re.IGNORECASE,
)
"""What asks about those who are against something, or for it."""
_STUFF = re.compile(
    r"\bhow\s+much\s+(?:more\s+|less\s+)?"
    rf"(?!(?:{'|'.join(sorted(AUX | PREPOSITIONS))}|of|the|more|less|longer|later)\b)\w",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\bhow\s+much\s+(?:{'|'.join(sorted(AUX))})\b", re.IGNORECASE)
_POPULATION = re.compile(
    r"\bpopulation\s+of\b|'s\s+population\W*\Z|\bhow\s+many\s+(?:people|inhabitants|residents)\s+live\b", re.IGNORECASE
)
_NAMELESS = frozenset(("body", "class", "grade", "unit"))
"""Groups, as a dictionary has them, that mostly have no name."""


class Ordinal(NamedTuple):
    """A number in a row, and the terms after it of what is numbered so."""

    number: int
    terms: frozenset[str]


class Claims(NamedTuple):
    """What a question takes for granted."""

    ordinals: tuple[Ordinal, ...]
    """What it says which in a row it is of."""
    speaker: frozenset[str]
    """The terms of whom it takes for the speaker."""
    said: bool
    """Whether it asks what somebody says or thinks, whatever that is."""
    pointed: bool
    """Whether it asks what somebody says whom it only points at: "what did she say?"."""
    members: frozenset[str] | None
    """The terms of what it asks the members of, by their names; None where it asks for none."""
    regarded: bool
    """Whether it asks as what somebody sees something."""
    names: str
    """Of what it asks the name, of "someone" or a "place", or nothing."""
    office: tuple[str, str] | None
    """The office that it is about: a title, and the body that has it."""
    role: str
    """The term of what someone or a place is to another, where that is asked: "the capital of France", or nothing."""
    selects: bool
    """Whether it asks which of several persons, groups or places."""
    other: frozenset[str]
    """The terms of whom it asks for another than."""
    succession: bool
    """Whether it asks who had a post before, or will have it next."""
    maker: bool
    """Whether it asks who made something."""
    payer: bool
    """Whether it asks who paid for something."""
    level: bool
    """Whether it asks how much there is of something, not by how much that changes."""
    now: bool
    """Whether it asks what is so now, and not of somebody for what they were before."""
    group: str
    """The term of what it asks which of: "which company makes it?", or nothing."""
    sort: str
    """The term of what it asks which of, whatever that is, or nothing."""
    named: str
    """The term of those whose names it asks for: "the names of her sisters", or nothing."""
    there: str
    """The term of what it asks whether there is any of, or nothing."""
    dimension: str
    """Which measure it asks for, as ``answerforms.measured`` takes it, or nothing."""
    lasts: bool
    """Whether it asks how long something goes on, not how long a thing is."""
    dwellers: bool
    """Whether it asks how many live in a place."""
    stuff: bool
    """Whether it asks how much there is of a stuff."""
    alone: bool
    """Whether it asks how much without saying of what: "how much did she steal?"."""
    negated: bool
    """Whether it asks what is not so."""
    relative: bool
    """Whether it asks about a relative of somebody."""
    soon: str
    """The day that it asks about and that passes before the article is old, or nothing."""
    side: str
    """Whether it asks about those who are "against" something or "for" it, or nothing."""
    told_by: tuple[re.Pattern[str], ...]
    """What a sentence must tell to answer it, where few words do."""
    most: bool
    """Whether it asks for what is more so than anything else."""


def read(text: str, kind: Kind, cues: Collection[str]) -> Claims:
    """Read a question of a kind; ``cues`` tell by their names which of the patterns here it may have."""
    person = kind == "person"
    which = _WHICH.match(text)
    speaker = SPEAKER.match(text) if "speaker" in cues else None
    selects, group, sort = _selected(*which.groups("")) if which else (False, "", "")
    return Claims(
        tuple(ordinals(text)) if "ordinal" in cues else (),
        # Of the mayor in "what did the mayor of York say about it?".
        _terms(speaker["who"].partition(" of ")[0]) if speaker else frozenset(),
        speaker is not None and "speech" in cues and speech.ASKED.match(text) is not None,
        speaker is not None and speaker["who"].lower() in PRONOUNS,
        _members(text) if "members" in cues else None,
        "regarded" in cues and speech.REGARDED.search(text) is not None,
        _names(text) if person else "",
        _office(text) if person else None,
        _role(text),
        selects,
        _other(text) if person and "other" in cues else frozenset(),
        person and "succession" in cues and asks_next(text),
        person and "maker" in cues and makers.ASKED.search(text) is not None,
        person and "payer" in cues and makers.PAID.search(text) is not None,
        "level" in cues and LEVEL.search(text) is not None,
        "now" in cues and NOW.search(text) is not None and not FORMER.search(text),
        group if kind == "thing" else "",
        sort,
        _noun(_NAMES.search(text), "of") if person else "",
        _noun(_THERE.match(text), "what") if kind == "polar" else "",
        _dimension(text, kind, unit="unit" in cues),
        kind == "duration" and _LASTING.search(text) is not None,
        kind in ("amount", "count") and _POPULATION.search(text) is not None,
        kind == "amount" and _STUFF.search(text) is not None,
        kind == "amount" and _ALONE.search(text) is not None,
        kind not in ("polar", "reason") and "negated" in cues and NEGATED.search(text) is not None,
        "relative" in cues and family.ASKED.search(text) is not None,
        soon[0].lower() if "soon" in cues and (soon := SOON.search(text)) else "",
        _side(text) if "side" in cues else "",
        () if kind == "polar" else relations.told_by(text, cues),
        kind != "polar" and relations.asks_most(text),
    )


def ordinals(text: str) -> Iterator[Ordinal]:
    """Find the numbers in a row: "the fourth industrial revolution"."""
    for found in ORDINAL.finditer(text):
        yield Ordinal(number_of(found), frozenset([term(word) for word in (found["noun"], found["after"]) if word]))


def number_of(found: re.Match[str]) -> int:
    """Return the number of a match of `NUMBER`: of "fourth" or "4th", 4."""
    return _ORDINALS.get(found["number"].lower()) or int(found["number"])


def _members(text: str) -> frozenset[str] | None:
    """Return the terms of what a question asks the members of."""
    found = MEMBERS.search(text)
    return _terms(found["whole"] or found["other"] or found["before"]) if found else None


def _other(text: str) -> frozenset[str]:
    """Return the terms of whom a question asks for another than."""
    found = OTHER.search(text)
    return _terms(found["one"]) if found else frozenset()


def _terms(phrase: str) -> frozenset[str]:
    return frozenset([token.term for token in telling(phrase)])


def _office(text: str) -> tuple[str, str] | None:
    """Return the title and the body, in lower case, of an office that a question is about: "the head of Asean"."""
    found = _OFFICE.search(text)
    return (found["title"] or found["held"], (found["body"] or found["owner"]).lower()) if found else None


def _role(text: str) -> str:
    """Return the term of the noun that tells what someone or a place is to another: "the mayor of", "its capital".

    None of what does something, for that may be told by the verb: "the owner of the ship" by "she owned it".
    """
    found = _ROLE.match(text)
    if found is None:
        return ""
    noun = singular((found["of"] or found["own"]).lower())
    does = noun.endswith(("er", "or")) and any(may_be_verb(noun[:-cut]) for cut in (1, 2, 3))
    return term(noun) if kinds(noun).startswith(_ROLES) and not does else ""


def _names(text: str) -> str:
    """Return of what a question asks the name, of "someone" or a "place": "what is the name of her dentist?"."""
    found = _NAME.search(text)
    words = (found["of"] or found["called"]).lower().split() if found else []
    if not any(map(_is_someone_or_place, words)):
        return ""
    return "place" if any("L" in kinds(word) for word in words) else "someone"


@lru_cache(maxsize=MEMORISED)
def _is_someone_or_place(word: str) -> bool:
    return word not in AUX and kinds(word)[:1] in ("P", "G", "L")


@lru_cache(maxsize=MEMORISED)
def _selected(*words: str) -> tuple[bool, str, str]:
    """Tell whether a question asks which person, group or place, given what stands behind "which".

    Beside it stand the terms of the group, and of what is asked for in any case, or nothing.
    """
    nouns = list(map(str.lower, words))
    groups = [noun for noun in map(singular, nouns) if senses(noun).startswith("nG") and noun not in _NAMELESS]
    sorts = [noun for noun in nouns if noun not in AUX and (senses(singular(noun)) or "n").startswith("n")]
    return (
        any(map(_is_someone_or_place, nouns)),
        term(groups[0]) if groups else "",
        term(sorts[-1]) if sorts else "",
    )


def _noun(found: re.Match[str] | None, phrase: str) -> str:
    """Return the term of the last noun of a phrase, nothing where that may be told without its word."""
    text = found[phrase] if found else ""
    for token in reversed(telling(text)):
        word = text[token.start : token.end].lower()
        if singular(word) in _UNSAID:
            return ""
        if (senses(singular(word)) or "n").startswith("n") and not _is_participle(word):
            return token.term
    return ""


def _is_participle(word: str) -> bool:
    return word.endswith(("ed", "ing")) and is_verb(word)


def _side(text: str) -> str:
    found = SIDE.search(text)
    return "" if found is None else "against" if found["against"] else "for"


def _dimension(text: str, kind: Kind, *, unit: bool) -> str:
    """Return the measure that a question asks for: by "how tall", or by the unit at its end."""
    # Words alone, "exports in tonnes", count as a question for yes or no.
    measures = kind in _MEASURING or (kind == "polar" and text.split(" ", 1)[0].lower() not in AUX)
    found = UNIT.search(text) if unit and measures else None
    if found is None and kind in ("amount", "degree"):
        found = (_DIMENSION if kind == "degree" else _WEIGHING).search(text)
    return (found and found.lastgroup) or ""
