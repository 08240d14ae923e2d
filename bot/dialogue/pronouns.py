"""Pronouns and what they stand for in the earlier questions: "what job does he have?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dialogue.antecedent import PERSONAL, PLURAL, POINTING, definite, meant, place_of
from bot.dialogue.clause import TELLING, parse
from bot.dialogue.phrase import Phrase
from bot.english.senses import kinds, senses
from bot.english.wordclass import AUX, BE, BREAKS, PLACE, POSSESSIVES, PREPOSITIONS, WH, base, is_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue.clause import Clause

MOST_PRONOUNS = 3
"""Pronouns of a question that are replaced."""
# "It" and "that" that stand for nothing: "is it true that", "how long does it take to".
_EXPLETIVE = re.compile(
    r"\b(?:(?:is|was|be|isn't) it (?!(?:in|at|on|from|for|by|to|with|about|supposed|meant|due|likely|set|expected|said"
    r"|thought|planned|intended|designed)\b)(?![\w-]+ing\b)[\w-]+"
    r" (?:(?:that|to|if|whether|when|how|why)\b(?!\W*$)|for\b.*\bto\b)"
    r"|(?:is|was) it to\b|it(?:'s| is| was| would be) (?:\w+ly |always |not )?[\w-]+"
    r" (?:that|to|if|whether|when|how|why)\b"
    r"|(?:does|did|would|will) it (?:take|mean|cost|matter|seem|help|need)\b.*?\bto\b"
    r"|it (?:takes|took)\b.*\bto\b|it (?:seems?|appears?)\b|it like to\b|how far is it\b|as it (?:is|was|does|did)\b"
    r"|(?:time|year|day|date) is it\b|is it that\b|what makes? it\b(?=.*\bto\b)"
    r"|what(?:['\u2019]s| is| was) in it for\b"
    r"|(?:does|did) it matter (?:that|if|whether|how|what)\b|it rain|it snow"
    r"|(?:does|did|would) (?:this|that) (?:mean|matter))",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?P<word>he|him|his|she|hers?|it|its|they|them|theirs?|there|this|that|these|those)\b"
    r"(?!['\u2019-]\w{2})(?P<is>['\u2019]s\b)?",
    re.IGNORECASE,
)
PRONOUNS = frozenset("he him his she her hers it its they them their theirs there this that these those".split())
_CLAUSES = re.compile(
    r"[,;:]|\b(?:and|but|or|if|when|because|while|although|after|before|since|that|so|how|why|what|who|where|which|than|as)\b"
)
_ORDER = re.compile(r"\b(?:before|after|since|than)\s*$")
_GENERIC = frozenset(
    """
    country nation place city town village island region area bloc company firm business industry organization
    organisation group team term word idea concept person man woman guy thing plan project program programme event
    """.split()
)
_NOW = re.compile(r"this (?:year|month|week|season|morning|evening|spring|summer|autumn|winter)\b", re.IGNORECASE)
"""What is told by the day that it is asked on: "and this year?" after "who won last year?"."""
_PLACES = frozenset("country nation place city town village island region area".split())
_MOTION = frozenset("get go going travel come arrive drive fly move moved walk relocate relocated send sent".split())
"""Verbs after which "there" is "to" a place."""
_SAYING = frozenset("say says said claim claims claimed think thinks believe believes".split())
"""Verbs after which "that" is no thing."""
_OF_PERSONS = frozenset(
    """
    accuse admit agree argue apologise apologize ask attend believe blame celebrate complain criticise criticize decide
    deny disagree discuss dispute elect fear fight hope hire intend invite know learn listen meet negotiate object plan
    promise propose protest quarrel refuse regret resign say sign speak study sue suggest talk teach tell think try
    understand urge vote want warn wish worry
    """.split()
)
"""Verbs of what persons do, and what they are in."""
_OF_THINGS = re.compile(
    r"(?:(?:and|but|so)\s+)?(?:what (?:is|are|was|were) (?:it|they|this|that|these|those)"
    r" (?:used |meant |made |good )?(?:for|of)|how (?:do|does|did) (?:it|they) work)\W*$",
    re.IGNORECASE,
)
"""What is asked of things alone: what they are for, how they work."""
_AS_AIM = re.compile(r"\b(?:do|needs?|does|takes?|have|has) to get there$", re.IGNORECASE)
"""What is meant is an aim rather than a place: "what does it need to get there?"."""
_DO_THERE = re.compile(
    r"\b(?:can|could|will|would|to|should|did|does|do|may|might) (?:\S+ ){0,4}(?:do|be) there$", re.IGNORECASE
)
"""What is there or done at the place, not "is there" or "did there"."""
_AFTER_THERE = PREPOSITIONS | frozenset(
    ("", "and", "or", "but", "now", "today", "then", "too", "already", "still", "first")
)
_PLURAL_AUX = re.compile(r"\b(do|are|were|have)(n['\u2019]t)? $", re.IGNORECASE)
_SINGULAR = {"do": "does", "are": "is", "were": "was", "have": "has"}
_LONG = re.compile(rf" (?:who|that|which|{'|'.join(sorted(TELLING))}) |^what ")
_AFTER_OBJECT = PREPOSITIONS | AUX | WH | {"", "and", "or", "but", "now", "then", "too"}


def replace(question: str, earlier: Sequence[Clause]) -> str:
    """Return the question with its pronouns replaced by what they stand for; those it explains itself stay."""
    asked = question
    question = _point(question, earlier)
    idle = [found.span() for found in _EXPLETIVE.finditer(question)]
    clause: Clause | None = None
    parts: list[str] = []
    taken: list[str] = []
    at = 0
    for found in list(_PRONOUN.finditer(question))[:MOST_PRONOUNS]:
        if any(start <= found.start() < end for start, end in idle):
            continue
        clause = clause or parse(question)
        if put := _stands_for(found, clause, earlier, taken):
            text, end = put
            before = question[at : found.start()]
            if found["word"].lower() == "they" and not _several(text):
                before = _PLURAL_AUX.sub(lambda aux: _SINGULAR[aux[1].lower()] + (aux[2] or "") + " ", before)
            parts += [before, text]
            at = end
    standing = "".join(parts) + question[at:]
    if standing == asked:
        return asked
    return re.sub(r"^(?:and|but|so)\s+", "", standing, flags=re.IGNORECASE)


def _several(text: str) -> bool:
    return text.startswith("the people who ") or Phrase.apart(text).plural


def _point(question: str, earlier: Sequence[Clause]) -> str:
    """Return the question with "that summit", "this country" named."""
    for found in _PRONOUN.finditer(question):
        if found["word"].lower() in POINTING and not found["is"]:
            clause = parse(question)
            before = question[: found.start()].lower().split()[-1:] or [""]
            after = _after(clause, found)
            # "Believes that prices rise" has the same shape as "attended that summit".
            clear = found["word"].lower() != "that" or before[0] in PREPOSITIONS | AUX | WH
            clear = clear and not _NOW.match(question, found.start())
            if clear and _with_noun(after) and (put := _pointed(clause, found, after[0], earlier)):
                return question[: found.start()] + put[0] + question[put[1] :]
    return question


def _after(clause: Clause, found: re.Match[str]) -> list[str]:
    """Return the words after a pronoun, in lower case."""
    return [word.lower for word in clause.words if word.start >= found.end()]


def _with_noun(after: Sequence[str]) -> bool:
    """Tell whether a noun goes on from "this" or "that": "is that new law", but "is that good for the town"."""
    found = senses(after[0]) if after else ""
    if found[:1] == "a" and (after[1] in BREAKS if len(after) > 1 else "n" not in found):
        return False
    return bool(after) and after[0] not in AUX | PREPOSITIONS and not is_verb(after[0])


def _stands_for(
    found: re.Match[str], clause: Clause, earlier: Sequence[Clause], taken: list[str]
) -> tuple[str, int] | None:
    """Return what a pronoun is to be replaced by and where that ends, or None where it is to stay."""
    word = found["word"].lower()
    before = clause.text[: found.start()].lower().split()[-1:] or [""]
    after = _after(clause, found)
    follows = next(iter(after), "")
    named = [phrase.text for phrase in clause.phrases if phrase.name]
    if word == "there":
        return _there(found, before[0], follows, earlier, [*taken, *named])
    if word in POINTING and (_with_noun(after) or not _points(word, before[0], follows)):
        return None
    if word == "it" and clause.form == "subject" and _is_doing(earlier[-1]):  # "who pays for it?"
        word = "that"
    possessive = word in POSSESSIVES and (word != "her" or follows not in _AFTER_OBJECT)
    repeated = possessive and bool(taken)  # "did the mayor keep his promise"
    if repeated or _explained(clause, found, possessive=possessive or bool(found["is"])):
        return None
    acting = False if _OF_THINGS.match(clause.text) else True if _is_of_persons(clause, found) else None
    phrase = meant(word, earlier, named if word in PERSONAL else [*taken, *named], acting=acting)
    if phrase and word in POINTING and before[0] in _SAYING and not phrase.text.startswith("what "):
        return None
    if phrase is None or phrase.text in taken or (possessive and phrase.text.lower().startswith(f"{word} ")):
        return None
    taken.append(phrase.text)
    text = definite(phrase.text)
    end = found.end()
    if possessive:
        text, end = _owned(text, clause, found)
    elif found["is"]:
        text += " is"
    return text[0].upper() + text[1:] if found["word"][0].isupper() else text, end


def _is_of_persons(clause: Clause, found: re.Match[str]) -> bool:
    """Tell whether a pronoun is who does what only persons do: "why did they quarrel?"."""
    at, word = clause.aux + 1, found["word"].lower()
    if (
        word not in PLURAL
        or clause.form not in ("aux", "polar")
        or clause.verb <= at
        or clause.words[at].start != found.start()
    ):
        return False
    verb = clause.words[clause.verb].lower
    return base(verb) in _OF_PERSONS and (clause.words[clause.aux].lower not in BE or verb.endswith("ing"))


def _owned(owner: str, clause: Clause, found: re.Match[str]) -> tuple[str, int]:
    """Return what "his wife" stands for and where it ends; what an owner is long for follows with "of"."""
    thing = next((phrase for phrase in clause.phrases if phrase.start == found.start()), None)
    if thing and _LONG.search(owner):
        return f"the {' '.join(thing.words)} of {owner}", thing.end
    return owner + ("'" if owner.endswith("s") else "'s"), found.end()


def _is_doing(last: Clause) -> bool:
    """Tell whether a question asks what somebody is doing, not what an office does all the time."""
    if last.aux >= 0 and last.words[last.aux].lower == "does":
        return False
    return last.verb > 0 and last.words[last.verb].lower in ("do", "doing", "done")


def _points(word: str, before: str, follows: str) -> bool:
    """Tell whether "this" or "that" is a pronoun, not the "that" of "policies that support" or "says that"."""
    if before not in AUX | PREPOSITIONS | WH | {"of"} and not is_verb(before):
        return not before and word != "that"
    return word != "that" or not follows or before in AUX | WH


def _there(
    found: re.Match[str], before: str, follows: str, earlier: Sequence[Clause], named: Sequence[str]
) -> tuple[str, int] | None:
    """Return the place that "there" stands for; "is there a plan", "how many are there" name none."""
    if _AS_AIM.search(found.string, 0, found.end()):
        return None
    if before in ("", "then") or follows not in _AFTER_THERE:
        return None
    if before.removesuffix("n't") in AUX and not _DO_THERE.search(found.string, 0, found.end()):
        return None
    place = place_of(earlier, named)
    if place is None or any(place.text in other for other in named):
        return None
    text = definite(place.text)
    if before in PREPOSITIONS:
        return text, found.end()
    stays = place.preposition if place.preposition in PLACE - {"to", "from"} else "in"
    return f"{'to' if before in _MOTION else stays} {text}", found.end()


def _explained(clause: Clause, found: re.Match[str], *, possessive: bool) -> bool:
    """Tell whether the question itself says, before the pronoun, what the pronoun stands for."""
    start = found.start()
    plural, personal = found["word"].lower() in PLURAL, found["word"].lower() in PERSONAL
    inside = [
        phrase.end
        for phrase in clause.phrases
        if phrase.end <= start
        and not phrase.year
        and (phrase.name or phrase.determined or (plural and phrase.plural))
        and (personal or plural or not phrase.human)
        and (not personal or phrase.human or phrase.name)
        and phrase.text.split(" ", 1)[0].lower() not in POSSESSIVES
    ]
    asked = clause.words[max(clause.verb, clause.aux)].end if clause.form in ("subject", "be") else start
    if asked < start - 1 or (asked < start and clause.form == "subject"):
        inside.append(asked)  # "who wrote his own story", "who is ready to sell his story"
    before = clause.text[:start].lower().split()[-1:] or [""]
    follows = next(iter(_after(clause, found)), "")
    # "Why did Ann feel she had won": a subject after a verb begins a clause too.
    subject = found["word"].lower() in ("he", "she", "they") or follows in AUX
    subordinate = subject and before[0] not in AUX | WH | PREPOSITIONS | {"", "and", "of"}
    if not inside:
        return False
    between = clause.text[inside[0] : start].lower()
    if not follows and _ORDER.search(between):  # "what came before it?"
        return False
    return possessive or subordinate or bool(_CLAUSES.search(between))


def _pointed(clause: Clause, this: re.Match[str], noun: str, earlier: Sequence[Clause]) -> tuple[str, int] | None:
    """Return what "that summit", "this country" stand for."""
    end = next(word.end for word in clause.words if word.start >= this.end())
    stem = noun.rstrip("s")
    for other in reversed(earlier):
        for phrase in other.phrases:
            if len(phrase.words) > 1 and phrase.words[-1].lower().rstrip("s") == stem:
                return definite(other.whole(phrase).text), end
    if noun not in _GENERIC:
        return None
    found = place_of(earlier) if noun in _PLACES else meant("he" if kinds(noun)[:1] == "P" else "it", earlier)
    return (definite(found.text), end) if found else None
