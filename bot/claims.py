"""What a question takes for granted and evidence must not gainsay: a number in a row, a speaker, a birth, a death."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bot.acronyms import expansion
from bot.answerforms import QUANTITY
from bot.answertype import AFTER
from bot.english.senses import kinds, senses, singular
from bot.english.wordclass import AUX, base, is_verb, may_be_verb
from bot.highlight import said_of, says_no_more
from bot.text import MEMORISED, telling, term

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from bot.analysis import Sentence
    from bot.answertype import Kind
    from bot.indexing.records import Recorded
    from bot.query import Query, Term

_ORDINALS = {
    word: number
    for number, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
_NUMBER = rf"(?:{'|'.join(_ORDINALS)}|\d{{1,2}}(?=st|nd|rd|th))"
ORDINAL = re.compile(
    rf"\b(?P<number>{_NUMBER})(?:st|nd|rd|th)?"
    r"[ -](?P<noun>[a-z]+)(?:[ -](?P<after>[a-z]+))?\b",
    re.IGNORECASE,
)
SPEAKER = re.compile(
    r"\W*+(?:what|how|why)\s++(?:did|does|do|has|have)\s++(?P<who>\S.{0,79}?)\s(?:says?|said|think|feel|claim|argue"
    r"|suggest|recommend|believe|call|describe|explain|warn|promise|propose|announce|tell)\b",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"\W*(?:(?:and|in|at|by|for|from|to|with|on)\s+)?(?:which|what)\s+([\w-]+)(?:\s+([\w-]+))?", re.IGNORECASE
)
_NAME = re.compile(
    r"\bnames?\s+of\s+(?:(?:the|her|his|its|their|this|that)\s+)?(?P<of>[\w-]+(?:\s+[\w-]+)?)"
    r"|\bwhat\s+(?:is|are|was|were)\s+(?:the|her|his|its|their|this|that|these|those)\s+(?P<called>[\w-]+(?:\s+[\w-]+)?)"
    r"\b[^?]*\s(?:called|names?)\W*\Z",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?P<title>president|minister|chair\w*|secretary\S*|director\S*|head|chief|ceo|leader|ambassador|founder|governor|mayor)"
    r"\s+of\s+(?:the\s+)?(?P<body>[^\W\d_]+)(?=\W*$|\s+(?:itself|now|today|in|at|since)\b)",
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
_NOW = re.compile(r"\b(?:current(?:ly)?|present|incumbent|now|today|still)\b", re.IGNORECASE)
_FORMER = re.compile(r"\b(?:former|ex|late|previous)[\s-]+(?:[\w-]+\s+)??(?P<role>[\w-]+)", re.IGNORECASE)
_LEVEL = re.compile(r"\bhow\s+(?:much|many(?:\s+[\w-]+){1,2})\s+(?:is|are|was|were)\b", re.IGNORECASE)
_GROWTH = re.compile(r"\b(?:doubl|tripl|quadrupl)\w*", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:before|after|besides?|other\s+than|apart\s+from|except|instead\s+of|succeed\w*|preced\w*|replac(?:es?|ed)"
    r"|(?:predecessors?|successors?)\s+(?:of|to))\s+(?P<one>[\w-]+(?:\s+[\w-]+){0,2})",
    re.IGNORECASE,
)
"""What is said before the one whom the answer is not: "who was president before Ann Lee?"."""
_NAMELESS = frozenset(("body", "class", "grade", "unit"))
"""Groups, as a dictionary has them, that mostly have no name."""
_BODY = r"[^\W\d_]+(?:[ -][A-Z]\w*){0,5}"
_LIFE = frozenset(("born", "die"))
"""Terms, written out: to make one here would load NLTK."""
_LIVED = re.compile(
    r"\(\D{0,30}(?:1\d|20)\d\d|\b(?:births?|native|baptis|descend|grew up|deaths?|dead|deadly|fatal|kill|murder|execut"
    r"|assassinat|massacr|drown|suicide|buri|funeral|casualt|victim|perish|starv|succumb|demise"
    r"|passed away|toll\b|lives?\b)",
    re.IGNORECASE,
)
"""What tells of a life without saying so: years in brackets after a name, ``(1912-1990)``, and words for its ends."""
_ALONE = re.compile(
    rf"\bthe\s+(?P<number>{_NUMBER})(?:st|nd|rd|th)?(?=\W*$|[.,;:!?)]|\s+(?:{'|'.join(sorted(AUX))}|of|in|to)\b)",
    re.IGNORECASE,
)
"""A number in a row of what was named before: "Halley was the second, a year later"."""
_FIRST = re.compile(r"\b(?:debut|d\u00e9but|initial|inaugural|maiden|original|earliest|oldest)", re.IGNORECASE)
"""What the first in a row is called as well."""
_UNNAMED = re.compile(rf"\W*$|[.,;:!?)](?!\d)|\s+(?:{'|'.join(sorted(AUX))}|in|at|on)\b", re.IGNORECASE)
"""What stands behind a figure that counts what was named before: "a team of 60 had slept"."""
_SUM = re.compile(r"[$\u00a3\u20ac]\s?\Z")
"""What a figure behind it counts: money."""
_NEAR = 0.5
"""How near kin must be to stand for a speaker."""
_ALIKE = 0.7
"""How near kin must be to stand for a group: a company is no industry."""
_ANYONE = frozenset(
    """
    authority boss chief company director executive expert firm group head leader local man manager official organiser
    organizer organisation organization people person representative source specialist speaker spokesman spokesperson
    spokeswoman team woman
    """.split()
)
"""Whom an article hardly calls so, though it lets them speak: "experts" are its analysts, "the manager" its baker."""
_PERSON = frozenset("PB")
"""Kinds of what is born and dies; of an idea or a firm that is but a way to put it."""
_LASTS = re.compile(
    r"\b(?:since|until|till|always|forever|permanent\w*|still|ever|brief\w*|overnight|long\w*|decades?|centur\w+"
    r"|(?:year|month|week|day|hour|minute|night)s?)\b",
    re.IGNORECASE,
)


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
    names: bool
    """Whether it asks for the name of someone or of a place."""
    office: tuple[str, str] | None
    """The office that it is about: a title, and the body that has it."""
    role: str
    """The term of what someone or a place is to another, where that is asked: "the capital of France", or nothing."""
    selects: bool
    """Whether it asks which of several persons, groups or places."""
    other: frozenset[str]
    """The terms of whom it asks for another than."""
    level: bool
    """Whether it asks how much there is of something, not by how much that changes."""
    now: bool
    """Whether it asks what is so now."""
    group: str
    """The term of what it asks which of: "which company makes it?", or nothing."""


def read(text: str, kind: Kind, cues: Container[str]) -> Claims:
    """Read a question of a kind; ``cues`` tell whether it may have an ``ordinal`` or a ``speaker``."""
    person = kind == "person"
    return Claims(
        tuple(_ordinals(text)) if "ordinal" in cues else (),
        _speaker(text) if "speaker" in cues else frozenset(),
        person and _names(text),
        _office(text) if person else None,
        _role(text),
        _selects(text),
        _other(text) if person else frozenset(),
        _LEVEL.search(text) is not None,
        _NOW.search(text) is not None,
        _group(text) if kind == "thing" else "",
    )


def gainsaid(query: Query, sentence: Sentence, passage: Recorded, heading: Container[str], *, formed: bool) -> bool:
    """Tell whether a sentence, or the paragraph around it, cannot answer for what the question takes for granted.

    ``heading`` are the terms of the heading above; ``formed`` tells that the sentence has what looks like a span of
    time or a length.
    """
    claims = query.claims
    return bool(
        (query.kind == "duration" and not formed and _unlasting(sentence))
        or (query.noun and _miscounted(query.noun, query, sentence))
        or (claims.ordinals and _misnumbered(claims.ordinals, passage))
        or (claims.speaker and _unspoken(query, passage.terms))
        or (claims.selects and says_no_more(query, sentence))  # "service robots in Singapore" tell no company
        or (query.letters and expansion(query.letters, sentence.text) is None)
        or (claims.office and _misplaced(*claims.office, sentence))
        or (claims.role and _unheld(query, sentence, heading))
        or (claims.names and _unnamed(query, sentence))
        or (not query.asked.isdisjoint(_LIFE) and _unlived(query, passage))
        or (claims.other and _no_other(claims.other, sentence))
        or (claims.group and _no_group(query, sentence))
        or (claims.level and _only_grows(sentence))
        or (claims.now and _is_over(query, sentence))
    )


def _ordinals(text: str) -> Iterator[Ordinal]:
    """Find the numbers in a row: "the fourth industrial revolution"."""
    for found in ORDINAL.finditer(text):
        yield Ordinal(_number(found), frozenset([term(word) for word in (found["noun"], found["after"]) if word]))


def _number(found: re.Match[str]) -> int:
    return _ORDINALS.get(found["number"].lower()) or int(found["number"])


def _speaker(text: str) -> frozenset[str]:
    """Return the terms of whom a question takes for the speaker: "what did the mayor say about it?"."""
    found = SPEAKER.match(text)
    return frozenset([token.term for token in telling(found["who"])]) if found else frozenset()


def _selects(text: str) -> bool:
    """Tell whether a question asks which of several persons, groups or places: "which company makes it?"."""
    found = _WHICH.match(text)
    return found is not None and any(map(_is_someone_or_place, found.groups("")))


def _office(text: str) -> tuple[str, str] | None:
    """Return the title and the body, in lower case, of an office that a question is about: "the head of Asean"."""
    found = _OFFICE.search(text)
    return (found["title"], found["body"].lower()) if found else None


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


def _names(text: str) -> bool:
    """Tell whether a question asks for the name of someone or of a place: "what is the name of her dentist?"."""
    found = _NAME.search(text)
    return found is not None and any(map(_is_someone_or_place, (found["of"] or found["called"]).split()))


@lru_cache(maxsize=MEMORISED)
def _is_someone_or_place(word: str) -> bool:
    word = word.lower()
    return word not in AUX and kinds(word)[:1] in ("P", "G", "L")


def _other(text: str) -> frozenset[str]:
    """Return the terms of whom a question asks for another than: "who succeeded the mayor?"."""
    found = _OTHER.search(text)
    return frozenset([token.term for token in telling(found["one"])]) if found else frozenset()


def _group(text: str) -> str:
    """Return the term of the group that a question asks which of."""
    found = _WHICH.match(text)
    if found is None:
        return ""
    words = (singular(word.lower()) for word in found.groups(""))
    return next((term(word) for word in words if senses(word).startswith("nG") and word not in _NAMELESS), "")


def _misnumbered(ordinals: Iterable[Ordinal], passage: Recorded) -> bool:
    """Tell whether a paragraph speaks of another in the row than the question, and not of that one."""
    text = passage.paragraph.text
    told = list(_ordinals(text))
    for asked in ordinals:
        numbers = {other.number for other in told if other.terms & asked.terms}
        if numbers and asked.number not in numbers and not _numbered(asked.number, text):
            return True
    return False


def _numbered(number: int, text: str) -> bool:
    """Tell whether a text speaks of a number in a row without saying of what, or of the first by another word."""
    return any(_number(found) == number for found in _ALONE.finditer(text)) or (
        number == 1 and _FIRST.search(text) is not None
    )


def _unspoken(query: Query, around: Container[str]) -> bool:
    """Tell whether nothing around speaks of whom the question takes for the speaker."""
    who = [each for each in query.terms if each.term in query.claims.speaker]
    return bool(who) and not any(
        singular(each.lower) in _ANYONE or each.term in around or each.nearest(around) >= _NEAR for each in who
    )


def _unnamed(query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence has no name but the question's own, which asks for that of someone or of a place."""
    return all(term in query.asked for *_, terms in sentence.runs for term in terms) or says_no_more(query, sentence)


def _no_other(asked: frozenset[str], sentence: Sentence) -> bool:
    """Tell whether a sentence names the one whom the answer is not, and no other but places."""
    others = [terms.isdisjoint(asked) and not terms <= sentence.places for *_, terms in sentence.runs]
    return not all(others) and not any(others)


def _no_group(query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence names nothing but places, nor has the word for the group that is asked for."""
    group = next((each for each in query.terms if each.term == query.claims.group), None)
    if group is not None and (group.term in sentence.terms or group.nearest(sentence.terms) >= _ALIKE):
        return False
    said = said_of(query, sentence)
    return not any(
        terms.isdisjoint(query.asked) and any(term in said for term in terms - sentence.places)
        for *_, terms in sentence.runs
    )


def _is_over(query: Query, sentence: Sentence) -> bool:
    """Tell whether what the question asks about is a role that a sentence says somebody had before."""
    roles = (found["role"].lower() for found in _FORMER.finditer(sentence.text))
    return any("P" in kinds(role) and term(role) in query.asked for role in roles)


def _only_grows(sentence: Sentence) -> bool:
    """Tell whether a sentence has no quantity but the factor by which one grows."""
    rest, factors = _GROWTH.subn("", sentence.text)
    return factors > 0 and not sentence.figures and not QUANTITY.search(rest)


def _misplaced(title: str, body: str, sentence: Sentence) -> bool:
    """Tell whether a sentence gives an office to a body whose name only begins with the one asked about."""
    for found in re.finditer(rf"\b{re.escape(title)}\s+of\s+(?:the\s+)?(?P<body>{_BODY})", sentence.text):
        words = re.split(r"[\s-]+", found["body"].lower())
        if body in words[:-1] and body != words[-1]:
            return True
    return False


def _unheld(query: Query, sentence: Sentence, heading: Container[str]) -> bool:
    """Tell whether nothing in a sentence says what the question wants someone or a place to be."""
    role = next((each for each in query.terms if each.term == query.claims.role), None)
    if role is None or role.term in heading or role.nearest(sentence.terms):
        return False
    words = [sentence.word(token).lower() for token in sentence.tokens if token.term == role.term]
    return all(senses(base(word) or word) == "v" for word in words)  # who capitalises on something names no capital


def _unlived(query: Query, passage: Recorded) -> bool:
    """Tell whether the question is about a birth or a death of which nothing around tells."""
    around = passage.terms
    if not any(each.term in _LIFE and each.term not in around and not each.nearest(around) for each in query.terms):
        return False
    return (query.kind == "person" or any(map(_may_live, query.terms))) and not _LIVED.search(passage.paragraph.text)


def _may_live(term: Term) -> bool:
    return term.term not in _LIFE and (term.name or not _PERSON.isdisjoint(kinds(term.lower)))


def _unlasting(sentence: Sentence) -> bool:
    """Tell whether a sentence has nothing that lasts or has a length."""
    return not (sentence.figures or sentence.dates) and _LASTS.search(sentence.text) is None


def _miscounted(noun: Term, query: Query, sentence: Sentence) -> bool:
    """Tell whether all that a sentence counts is something else than a "how many" asks for."""
    if not kinds(noun.lower):
        return False
    if noun.term in sentence.terms or noun.nearest(sentence.terms):
        return False
    figures = sentence.figures - query.asked
    at = [place for place, token in enumerate(sentence.tokens) if token.term in figures]
    return not any(_may_count(noun, sentence, place) for place in at)


def _may_count(noun: Term, sentence: Sentence, at: int) -> bool:
    """Tell whether a figure may count what a noun names: that, or one of its kind, or it is left out after it."""
    start, figure = sentence.span.start, sentence.tokens[at]
    if _UNNAMED.match(sentence.text, figure.end - start) and not _SUM.search(sentence.text, 0, figure.start - start):
        return True
    after = [sentence.word(token).lower() for token in sentence.tokens[at + 1 : at + 1 + AFTER]]
    if not after or after[0].endswith("ed") or is_verb(after[0]):  # "four thousand emigrated"
        return True
    named = set(kinds(noun.lower))
    return any(named & set(kinds(word)) for word in after)
