"""Pronouns and what they stand for in the earlier questions: "what job does he have?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.clause import parse
from bot.phrase import Phrase
from bot.wordclass import AUX, DETERMINERS, PLACE, POSSESSIVES, PREPOSITIONS, WH, is_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.clause import Clause

LONGEST_PHRASE = 80
"""Characters of a phrase that may stand for a pronoun."""
MOST_PRONOUNS = 3
"""Pronouns of a question that are replaced."""
# "It" and "that" that stand for nothing: "is it true that", "how long does it take to".
_EXPLETIVE = re.compile(
    r"\b(?:(?:is|was|be|isn't) it (?!(?:in|at|on|from|for|by|to|with|about)\b)(?![\w-]+ing\b)[\w-]+"
    r" (?:(?:that|to|if|whether|when|how|why)\b(?!\W*$)|for\b.*\bto\b)"
    r"|(?:is|was) it to\b|it(?:'s| is| was| would be) (?:\w+ly |always |not )?[\w-]+"
    r" (?:that|to|if|whether|when|how|why)\b"
    r"|(?:does|did|would|will) it (?:take|mean|cost|matter|seem|help|need)\b.*?\bto\b"
    r"|it (?:takes?|seems?|took|appears?)\b|it like to\b|how far is it\b|as it (?:is|was|does|did)\b"
    r"|(?:time|year|day|date) is it\b|is it that\b|makes? it\b"
    r"|how long (?:does|did|will|would) it take)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?P<word>he|him|his|she|hers?|it|its|they|them|theirs?|there|this|that|these|those)\b"
    r"(?!['\u2019-]\w{2})(?P<is>['\u2019]s\b)?",
    re.IGNORECASE,
)
PRONOUNS = frozenset("he him his she her hers it its they them their theirs there this that these those".split())
_IN_KIND = 2
_PERSONAL = frozenset("he him his she her hers".split())
_PLURAL = frozenset("they them their theirs these those".split())
_POINTING = frozenset("this that these those".split())
_CLAUSES = re.compile(
    r"[,;:]|\b(?:and|but|or|if|when|because|while|although|after|before|since|that|so|how|why|what|who|where|which|than|as)\b"
)
_GENERIC = frozenset(
    """
    country nation place city region area bloc company firm organization organisation group term word idea
    concept person man woman guy thing plan project program programme event
    """.split()
)
_PLACES = frozenset("country nation place city region area".split())
_AFTER_THERE = PREPOSITIONS | frozenset(
    ("", "and", "or", "but", "now", "today", "then", "too", "already", "still", "first")
)
_AFTER_OBJECT = PREPOSITIONS | AUX | WH | {"", "and", "or", "but", "now", "then", "too"}


def replace(question: str, earlier: Sequence[Clause]) -> str:
    """Return the question with its pronouns replaced by what they stand for; those it explains itself stay."""
    if _EXPLETIVE.search(question):
        return question
    clause: Clause | None = None
    parts: list[str] = []
    taken: list[str] = []
    at = 0
    for found in list(_PRONOUN.finditer(question))[:MOST_PRONOUNS]:
        clause = clause or parse(question)
        if put := _stands_for(found, clause, earlier, taken):
            text, end = put
            parts += [question[at : found.start()], text]
            at = end
    if not parts:
        return question
    standing = "".join(parts) + question[at:]
    return re.sub(r"^(?:and|but|so)\s+", "", standing, flags=re.IGNORECASE)


def _stands_for(
    found: re.Match[str], clause: Clause, earlier: Sequence[Clause], taken: list[str]
) -> tuple[str, int] | None:
    """Return what a pronoun is to be replaced by and where that ends, or None where it is to stay."""
    word = found["word"].lower()
    before = clause.text[: found.start()].lower().split()[-1:] or [""]
    follows = next((w.lower for w in clause.words if w.start >= found.end()), "")
    if word in _POINTING and follows and follows not in AUX | PREPOSITIONS and not is_verb(follows):
        # "Believes that prices rise" has the same shape as "attended that summit".
        clear = word != "that" or before[0] in PREPOSITIONS | AUX | WH
        return _pointed(clause, found, follows, earlier) if clear else None
    if word == "there":
        return _there(found, before[0], follows, earlier)
    if word in _POINTING and not _points(word, before[0], follows):
        return None
    possessive = word in POSSESSIVES and (word != "her" or follows not in _AFTER_OBJECT)
    if _explained(clause, found, possessive=possessive or bool(found["is"])):
        return None
    phrase = meant(word, earlier, [*taken, *(phrase.text for phrase in clause.phrases if phrase.name)])
    if phrase is None:
        return None
    if word not in _PERSONAL:
        taken.append(phrase.text)
    text = definite(phrase.text)
    if found.start() == 0:
        text = text[0].upper() + text[1:]
    ending = " is" if found["is"] else ""
    if possessive:
        ending = "'" if text.endswith("s") else "'s"
    return text + ending, found.end()


def _points(word: str, before: str, follows: str) -> bool:
    """Tell whether "this" or "that" is a pronoun, not the "that" of "policies that support" or "says that"."""
    if before not in AUX | PREPOSITIONS | WH and not is_verb(before):
        return not before and word != "that"
    return word != "that" or not follows or before in AUX | WH


def _there(found: re.Match[str], before: str, follows: str, earlier: Sequence[Clause]) -> tuple[str, int] | None:
    """Return the place that "there" stands for; "is there a plan", "how many are there" name none."""
    if before in ("", "then") or before.removesuffix("n't") in AUX or follows not in _AFTER_THERE:
        return None
    place = _place(earlier)
    if place is None:
        return None
    return place.text if before in PREPOSITIONS else f"in {place.text}", found.end()


def _explained(clause: Clause, found: re.Match[str], *, possessive: bool) -> bool:
    """Tell whether the question itself says, before the pronoun, what the pronoun stands for."""
    start = found.start()
    plural = found["word"].lower() in _PLURAL
    inside = [
        phrase.end
        for phrase in clause.phrases
        if phrase.end <= start
        and not phrase.year
        and (phrase.name or phrase.determined or (plural and phrase.plural))
        and phrase.text.split(" ", 1)[0].lower() not in POSSESSIVES
    ]
    asked = clause.words[max(clause.verb, clause.aux)].end if clause.form in ("subject", "be") else start
    if asked < start - 1 or (asked < start and clause.form == "subject"):
        inside.append(asked)  # "who wrote his own story", "who is ready to sell his story"
    before = clause.text[:start].lower().split()[-1:] or [""]
    follows = next((word.lower for word in clause.words if word.start >= found.end()), "")
    # "Why did Ann feel she had won": a subject after a verb begins a clause too.
    subject = found["word"].lower() in ("he", "she", "they") or follows in AUX
    subordinate = subject and before[0] not in AUX | WH | {"", "and"}
    if not inside:
        return False
    between = clause.text[inside[0] : start].lower()
    return possessive or subordinate or bool(_CLAUSES.search(between))


def _pointed(clause: Clause, this: re.Match[str], noun: str, earlier: Sequence[Clause]) -> tuple[str, int] | None:
    """Return what "that summit", "this country" stand for."""
    end = next(word.end for word in clause.words if word.start >= this.end())
    stem = noun.rstrip("s")
    for other in reversed(earlier):
        for phrase in other.phrases:
            if len(phrase.words) > 1 and phrase.words[-1].lower().rstrip("s") == stem:
                return definite(phrase.text), end
    if noun not in _GENERIC:
        return None
    person = noun in ("person", "man", "woman", "guy")
    found = _place(earlier) if noun in _PLACES else meant("he" if person else "it", earlier)
    return (definite(found.text), end) if found else None


def meant(word: str, earlier: Sequence[Clause], named: Sequence[str] = ()) -> Phrase | None:
    """Return the phrase of earlier questions that a pronoun most likely stands for; none that is named beside it."""
    fallback: Phrase | None = None
    for clause in reversed(earlier):
        phrases = [phrase for phrase in _candidates(clause) if not any(phrase.text in other for other in named)]
        fits = [(_fit(word, phrase, clause), -place) for place, phrase in enumerate(phrases)]
        fit, place = max(fits, default=(0, 0))
        if fit >= _IN_KIND:
            return phrases[-place]
        if fit and fallback is None:
            fallback = phrases[-place]
    return fallback


def _candidates(clause: Clause) -> list[Phrase]:
    """Return the phrases that a pronoun can stand for; what is asked about is one with all that belongs to it."""
    found = [phrase for phrase in clause.phrases if not phrase.year]
    if (complement := clause.complement) and complement.words:
        found = [complement, *(phrase for phrase in found if phrase.start != complement.start)]
    return [phrase for phrase in found if len(phrase.text) <= LONGEST_PHRASE]


def _fit(word: str, phrase: Phrase, clause: Clause) -> int:
    """Return how well a phrase suits a pronoun: 0 not at all, 1 for want of another, more in kind."""
    asked = phrase in (clause.complement, clause.subject)
    role = 2 if asked else 0 if phrase.preposition else 1
    person = phrase.person or (clause.who and phrase == clause.complement)
    single = phrase.name and not phrase.preposition
    if word in _PERSONAL:
        return _IN_KIND + role if person else int(single)
    if word in _PLURAL:
        return _IN_KIND + role if phrase.plural else int(phrase.name and not person)
    if phrase.plural or person:
        return int(not person)
    return _IN_KIND + role if phrase.name or phrase.determined or asked else 1 + role


def _place(earlier: Sequence[Clause]) -> Phrase | None:
    """Return the place that "there" points to: what stands after "in" or "at", else the latest name."""
    for clause in reversed(earlier):
        places = [phrase for phrase in clause.phrases if phrase.preposition in PLACE and not phrase.year]
        named = [phrase for phrase in places if phrase.name] or places
        if named:
            return named[-1]
    for clause in reversed(earlier):
        named = [phrase for phrase in clause.phrases if phrase.name and not phrase.person and not phrase.year]
        if named:
            return named[-1]
    return None


def definite(text: str) -> str:
    """Return the phrase as one speaks of it again: "a workshop" is "the workshop", "countries" "the countries"."""
    first, _, rest = text.partition(" ")
    if first.lower() in ("a", "an") and rest:
        return f"the {rest}"
    if first.lower() in DETERMINERS:
        return text
    phrase = Phrase(text, 1, len(text) + 1)
    return f"the {text}" if phrase.plural and not phrase.name else text
