"""Nouns that are left out: "which ones?", "the second one", "the other three", "where can I see one?"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.dialogue.sought import one_of, sought
from bot.english.senses import kinds, senses, singular
from bot.english.wordclass import DETERMINERS, is_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue.clause import Clause
    from bot.dialogue.phrase import Phrase

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)"
_NTH = r"(?:first|second|third|fourth|fifth|last|next|other|latter|former)"
_DOES = "is|are|was|were|does|do|did|has|have|had|will|would|can|could|say|says"
_STOP = rf"(?=\s*(?:[?.!,]|$|(?:{_DOES}|in|at|on|of|from)\b))"
_CUT = rf"(?=\s*(?:[?.!]|$|(?:{_DOES})\b))"
_ONE = re.compile(
    rf"\b(?P<which>which|what) (?P<whiches>ones?)\b(?! of\b)"
    rf"|\b(?P<the>(?:(?:the|this|that|these|those|another|any other) (?:[\w-]+ )?|an? [\w-]+ ))"
    rf"(?P<ones>ones?)\b(?! of\b)"
    rf"|\bthe (?P<others>others)\b"
    rf"|\b(?P<number>the other {_NUMBER}){_STOP}|\b(?P<nth>the {_NTH}){_CUT}"
    rf"|(?P<lone>(?<=\w )(?<!no )(?<!which )(?<!any )one)(?=\s*(?:[?.!]|$|(?:in|at|on|from|near|myself|too|now)\b))",
    re.IGNORECASE,
)
_WHICH = re.compile(rf"(?:(?:and|but|so)\s+)?(?P<which>which)(?: one)?(?= (?:{_DOES})\b)", re.IGNORECASE)
"""What asks for one of those that were told, without a noun: "which is older?"."""
_COUNTED = re.compile(rf"(?:the|these|those) (?:{_NUMBER}|both) \w", re.IGNORECASE)
_SHORT = 10
"""Words of a question that says nothing of its own for "one" to stand for."""
_LEADING = re.compile(rf"^(?:the|an?|any|some|both|all)\s|^(?:{_NUMBER}|{_NTH})\s", re.IGNORECASE)
_ORDER = re.compile(rf"\bthe {_NTH} \w", re.IGNORECASE)
"""Which in a row a phrase is of: "the second quarter"."""


def fill(question: str, earlier: Sequence[Clause]) -> str:
    """Return the question with the noun that "one" stands for, or that a number leaves out."""
    found = _ONE.search(question)
    if of_two := _of_two(question, found, earlier):
        return of_two
    if found is None or _named(question, found):
        return question
    several = found.lastgroup in ("others", "number") or (found["ones"] or found["whiches"] or "").lower() == "ones"
    known = _noun(earlier, several=several, other=bool(found["the"]) and not several)
    if known is None:
        return question
    noun, owner = known
    if found["nth"] and (row := next((one for one in earlier[-1].phrases if _ORDER.search(one.text)), None)):
        noun = _bare(row)  # "what were profits in the second quarter?", "and in the first?"
    put = noun if several else singular(noun)
    if found["which"] and several and (whole := sought(earlier[-1])) and earlier[-1].form == "subject":
        text = f"{found['which']} of {whole.text}"
    elif found["which"]:
        text = f"{found['which']} {put}{owner}"
    elif found["the"]:
        text = f"{found['the']}{_plain(put) if _described(found['the']) else put}"
    elif found["others"]:
        text = f"the other {put}"
    elif found["lone"]:
        text = one_of(noun)
    else:
        text = f"{found['number'] or found['nth']} {put}"
    return question[: found.start()] + text + question[found.end() :]


def _of_two(question: str, found: re.Match[str] | None, earlier: Sequence[Clause]) -> str:
    """Return "how big is Lyon?" of "how big is the latter?", "which of Ulm and Lyon is older?" of "which is older?".

    It is "" where it is not one of two that is asked for, and the question itself where no two are told together.
    """
    which = _WHICH.match(question)
    order = (found["nth"] or "").lower() if found else ""
    if not (which or order in ("the latter", "the former")):
        return ""
    for clause in reversed(earlier):
        end = len(clause.body.partition(", as for ")[0])
        told = (one for one in clause.phrases if " and " in one.text and len(clause.wh) <= one.start < end)
        both = next((one.text for one in told), "") or _offered(clause)
        if both and which:
            return f"{which['which']} of {both}{question[which.end() :]}"
        if both and found:
            former, _, latter = both.partition(" and ")
            return question[: found.start()] + (former if order == "the former" else latter) + question[found.end() :]
    if which is None:
        return question
    asked = earlier[-1].asked
    if asked and asked.plural and not asked.time:  # "how many songs are there?": "which is the longest?"
        return f"{which['which']} {singular(_bare(asked))}{question[which.end() :]}"
    counted = next((one for one in earlier[-1].phrases if _COUNTED.match(one.text)), None)
    return f"{which['which']} of {earlier[-1].whole(counted).text}{question[which.end() :]}" if counted else ""


def _offered(clause: Clause) -> str:
    """Return "the mill and the port" of "which came first, the mill or the port?", "" where no two are offered."""
    pairs = pairwise(clause.phrases)
    return next((f"{a.text} and {b.text}" for a, b in pairs if clause.text[a.end : b.start] == " or "), "")


def _described(text: str) -> bool:
    """Tell whether a word between "the" and "one" says what it is like: "the old one"."""
    return "a" in senses(text.rsplit(maxsplit=1)[-1].lower()) and not re.search(_NTH, text)


def _plain(noun: str) -> str:
    """Return a noun without what it was like: the old one of "new bridge" is no new bridge."""
    first, _, rest = noun.partition(" ")
    return rest if rest and senses(first.lower())[:1] == "a" else noun


def _named(question: str, found: re.Match[str]) -> bool:
    """Tell whether "one" is part of a name, "the Loop One", or explained by the question itself."""
    before = question[: found.end()].lower().split()[-2:-1] or [""]
    if found["lone"]:
        return found["lone"] != "one" or not is_verb(before[0]) or len(question.split()) > _SHORT
    if not found["the"] or before[0] in DETERMINERS | {"other", "another"}:
        return False
    says = senses(before[0])
    return "One" in question or not (before[0].endswith("est") or "a" in says or re.search(_NTH, before[0]))


def _noun(earlier: Sequence[Clause], *, several: bool, other: bool) -> tuple[str, str] | None:
    """Return the noun in question and whose it is, the latest that there are several of."""
    fallback: Phrase | None = None
    for place in range(len(earlier) - 1, -1, -1):
        clause = earlier[place]
        counted = other and clause.wh.lower().startswith("how ")  # "how many seats": "the old one" is no seat
        if clause.asked and not clause.asked.time and not counted and (clause.asked.plural or not several):
            owned = clause.form == "aux" and clause.subject is not None and clause.subject.name
            return _bare(clause.asked), f" of {clause.subject.text}" if owned and clause.subject else ""
        phrases = [one for one in clause.phrases if not one.name and not one.time and not _of_time(one)]
        called = next((one for one in clause.phrases if other and one.determined and _of_kind(one)), None)
        if plural := [one for one in phrases if one.plural and not (counted and one == clause.asked)]:
            return _bare(plural[-1]), ""
        fallback = fallback or next((one for one in phrases if one.determined), None)
        if fallback is None and called is not None:
            return called.head, ""
    return (_bare(fallback), "") if fallback and not several else None


def _of_kind(phrase: Phrase) -> bool:
    """Tell whether a name says what kind of thing it is: "the Merrow tower"."""
    return phrase.name and len(phrase.words) > 1 and phrase.words[-1].islower() and phrase.words[-1] == phrase.head


def _of_time(phrase: Phrase) -> bool:
    return kinds(phrase.head)[:1] == "T"


def _bare(phrase: Phrase) -> str:
    """Return the phrase without its article, number and order."""
    text = phrase.text
    first, _, rest = text.partition(" ")
    if rest and first.lower() in DETERMINERS:
        text = rest
    while found := _LEADING.match(text):
        text = text[found.end() :]
    return text
