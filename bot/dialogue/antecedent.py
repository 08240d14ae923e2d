"""What the earlier questions speak of, and which of it a pronoun most likely stands for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bot.dialogue.phrase import Phrase
from bot.dialogue.sought import sought
from bot.english.dictionary import english
from bot.english.senses import singular
from bot.english.wordclass import BE, DETERMINERS, PLACE, PREPOSITIONS, PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.dialogue.clause import Clause

LONGEST_PHRASE = 80
"""Characters of a phrase that may stand for a pronoun."""
PERSONAL = frozenset("he him his she her hers".split())
PLURAL = frozenset("they them their theirs these those".split())
POINTING = frozenset("this that these those".split())
ANYONE = frozenset(
    "people person persons anybody anyone somebody someone everybody everyone nobody anything something money".split()
)
"""Nouns that say nothing of what a question is about."""
_WHOEVER = frozenset(
    "anybody anyone somebody someone everybody everyone nobody anything something everything nothing".split()
)
"""What stands for no one and nothing that a later question could speak of."""
IN_KIND = 2
"""The least fit of a phrase of the right kind."""
_ACTING = frozenset("PG")
"""Kinds of what does something of itself; a place does so that has a name."""
_TOPIC, _SUBJECT, _OBJECT, _ASIDE, _WITHIN = 4, 3, 2, 1, 0
_WHEN = re.compile(
    r"(?<=\w) (?:(?:(?:more than|less than|over|about|around|nearly|almost|some) )?(?:an? )?"
    r"(?:(?:\d+|[a-z]+|few) ){1,2}?(?:years?|months|weeks|days|decades|centuries) ago"
    r"|like|today|now|nowadays|currently|before|last (?:year|month|week)|in (?:1\d|20)\d\d)$"
)
_MOST = re.compile(r"[a-z]{2,}(?:est|ost)|best|worst|first|last|only|next")
_READERS = re.compile(r"(?:my|our) ", re.IGNORECASE)
"""What readers tell of themselves: "my teacher says that"."""
_HE = frozenset("he him his".split())


class Candidate(NamedTuple):
    """A phrase that a pronoun can stand for, and how much its question is about it."""

    phrase: Phrase
    role: int
    human: bool


def meant(
    word: str, earlier: Sequence[Clause], named: Sequence[str] = (), *, acting: bool | None = None
) -> Phrase | None:
    """Return the phrase of earlier questions that a pronoun most likely stands for; none that is named beside it.

    It is one that acts of itself where ``acting`` says so: persons, a group, a place, a name; where it says the
    contrary, a thing, if there is one.
    """
    fallback: Phrase | None = None
    if word in ("that", "this") and _left_open(earlier[-1]):
        return None
    for place in range(len(earlier) - 1, -1, -1):
        spoken = candidates(earlier[place], word)
        found = [one for one in spoken if not any(_same(one.phrase.text, other) for other in named)]
        if acting is not None:
            fitting = [one for one in found if _may_act(one) is acting]
            found = fitting if acting else fitting or found
        best = max(found, key=lambda one: _fit(word, one), default=None)
        fit = _fit(word, best) if best else 0
        if best and fit >= IN_KIND:
            return _as_before(best.phrase, earlier, place)
        if best and fit and fallback is None:
            fallback = best.phrase
    return fallback


def _may_act(one: Candidate) -> bool:
    phrase = one.phrase
    return one.human or phrase.name or not _ACTING.isdisjoint(phrase.kind)


def _left_open(last: Clause) -> bool:
    """Tell whether what was asked for cannot be said for want of whom it is about: "what did he promise?"."""
    about = last.words[last.aux + 1].lower if last.form == "aux" and last.wh.lower() == "what" else ""
    return about in PERSONAL | PLURAL | {"it"}


def _same(text: str, other: str) -> bool:
    """Tell whether a phrase is named beside it, one of "the people who" as "the person who"."""
    within = text in other and not other.startswith(("the person who ", "the people who "))
    return within or text.replace("the people who ", "the person who ", 1) == other


def candidates(clause: Clause, word: str = "it") -> list[Candidate]:
    """Return what a pronoun can stand for in a question, in order; what is asked for is among it."""
    found = [one for one in _spoken_of(clause, word) if len(one.phrase.text) <= LONGEST_PHRASE]
    return [one for one in found if not _has_pronoun(one.phrase.text)]


def _spoken_of(clause: Clause, word: str) -> Iterator[Candidate]:
    asked_what = clause.form == "be" and clause.wh.lower() in ("who", "what")
    there = clause.form == "polar" and clause.subject is None and [w.lower for w in clause.words[1:2]] == ["there"]
    about = clause.complement if asked_what or (there and clause.words[0].lower in BE) else None
    whole = about or _with_clause(clause.subject and clause.whole(clause.subject), clause)
    if whole and (found := _WHEN.search(whole.text)):  # "what was Rome 50 years ago?" is about Rome
        whole = replace(whole, text=whole.text[: found.start()], end=whole.start + found.start())
    if whole and whole.words and whole.head not in _WHOEVER and whole.words[0][0].isalnum():
        human = whole.human or (
            clause.subject is not None and whole.start == clause.subject.start and clause.subject.human
        )
        # Nobody asks what Ann Lee is.
        thing = about is not None and clause.wh.lower() == "what" and about.name and len(about.text.split()) == 1
        whole = _with_noun(whole, clause)
        yield Candidate(whole, _SUBJECT, (human and not thing) or (clause.who and about is not None))
    answer = sought(clause, several=word in PLURAL)
    for phrase in clause.phrases:
        if phrase.time or phrase.head in _WHOEVER or (whole and phrase.start == whole.start):
            continue
        if phrase == clause.asked:
            if phrase.plural or clause.form == "be" or (word in PERSONAL and not answer):
                role = _SUBJECT if clause.form == "subject" else _OBJECT
                yield Candidate(_placed(phrase, clause) or _definite_phrase(phrase), role, phrase.human)
            continue
        said = (
            clause.form == "polar"
            and clause.verb < 0
            and whole is not None
            and phrase.start == whole.end + 1
            and not whole.name
        )
        yield Candidate(clause.whole(phrase), _ASIDE if said else _role(phrase, whole, word), phrase.human)
    human = clause.who or (clause.asked is not None and clause.asked.human)
    if clause.asked and not clause.asked.plural and not clause.asked.time:
        told = answer is not None and not _has_pronoun(answer.text)
        named = answer if answer and told else Phrase.apart(f"the {clause.asked.text}")
        yield Candidate(named, _SUBJECT if clause.form == "subject" else _OBJECT, human)
    elif answer and clause.who:
        known = any(phrase.human and phrase.name for phrase in clause.phrases)
        yield Candidate(answer, _ASIDE if known or word not in PERSONAL else _SUBJECT, human=True)
    elif answer and not clause.asked and word in ("it", "this", "that"):
        yield Candidate(answer, _SUBJECT if word == "that" else _WITHIN, human=False)


def spoken_of(clause: Clause) -> str:
    """Return all that a question speaks of, one after the other: "the train near Lyon", "the mayor and the bridge"."""
    told = ""
    end = 0
    for phrase in sorted(clause.phrases, key=lambda one: (one.start, -one.end)):
        if phrase.start < end or phrase.head in ANYONE or _has_pronoun(phrase.text) or _READERS.match(phrase.text):
            continue
        led = told and phrase.preposition and phrase.anchor <= end + 1
        told += f" {phrase.preposition} {phrase.text}" if led else f"{' and ' if told else ''}{definite(phrase.text)}"
        end = phrase.end
    return told


def _has_pronoun(text: str) -> bool:
    return not PRONOUNS.isdisjoint(text.lower().split())


def _role(phrase: Phrase, whole: Phrase | None, word: str) -> int:
    """Return how much a question is about a phrase of it, beside what the whole of it is about."""
    if (whole is not None and whole.start < phrase.start < whole.end) or phrase.preposition == "of":
        return _WITHIN
    if phrase.preposition == "about" and word not in PERSONAL:  # "what did he say about it?"
        return _TOPIC
    return _ASIDE if phrase.preposition else _OBJECT


def _with_noun(phrase: Phrase, clause: Clause) -> Phrase:
    """Return "the cheapest kettle" of "which kettle is the cheapest?"."""
    alone = clause.asked and len(phrase.words) == 1 and _MOST.fullmatch(phrase.words[0])
    return Phrase.apart(f"{phrase.text} {singular(clause.asked.head)}") if alone and clause.asked else phrase


def _with_clause(phrase: Phrase | None, clause: Clause) -> Phrase | None:
    """Return a phrase with the clause that says which one is meant: "the person who paid for it"."""
    if (
        phrase is None
        or not phrase.determined
        or not clause.body[phrase.end :].startswith((" who ", " that ", " which "))
    ):
        return phrase
    text = clause.body[phrase.start :]
    if (led := text.rpartition(" "))[2].lower() in PREPOSITIONS:  # "where is the man who won from?"
        text = led[0]
    if _has_pronoun(text):  # "the man that built it" is the man
        return phrase
    return replace(phrase, text=text, end=phrase.start + len(text))


def _placed(phrase: Phrase, clause: Clause) -> Phrase | None:
    """Return "the members in the club" of "how many members are there in the club", or "does the club have"."""
    owner = clause.subject
    if clause.form == "aux" and phrase.plural and owner and clause.body.lower().endswith(" have"):
        return None if _has_pronoun(owner.text) else Phrase.apart(f"the {phrase.text} of {owner.text}")
    if clause.form not in ("be", "subject") or not phrase.plural:
        return None
    place = next((one for one in clause.phrases if one.start > phrase.end and one.preposition in PLACE), None)
    return Phrase.apart(f"the {phrase.text} {place.preposition} {place.text}") if place and not place.time else None


def _definite_phrase(phrase: Phrase) -> Phrase:
    return phrase if phrase.determined or phrase.name else Phrase.apart(f"the {phrase.text}")


def _fit(word: str, one: Candidate) -> int:
    """Return how well a candidate suits a pronoun: 0 not at all, 1 for want of another, more in kind."""
    phrase, role, human = one
    if word in PERSONAL:
        return _fit_person(word, one)
    if word in PLURAL:
        return _fit_several(word, one)
    if phrase.text.startswith("what "):
        return IN_KIND + role
    tool = human and role == _OBJECT and phrase.head.endswith("er") and not phrase.name  # a starter, a cooker
    if (human and not tool) or (phrase.plural and word in POINTING):
        return 0
    if tool or phrase.plural or (word in POINTING and phrase.name):
        return 1
    if role == _OBJECT and phrase.text.lower().startswith(("a ", "an ")):  # what is spoken of for the first time
        role = _TOPIC
    return IN_KIND + role if phrase.name or phrase.determined or role >= _SUBJECT else 1 + role


def _fit_several(word: str, one: Candidate) -> int:
    phrase, role, human = one
    if phrase.plural or phrase.text.startswith("the people who"):
        # "These" points rather to what was said last than to what the question was about.
        return IN_KIND + (role if word not in POINTING or role != _SUBJECT else _WITHIN) + 2
    if "G" in phrase.kind:  # "they" may be a council, where nothing else is several
        return IN_KIND + (role + 1) // 2
    if phrase.text.lower().startswith(("a ", "an ")):  # a quasar: how far away are they?
        return 1
    place = phrase.kind[:1] == "L" or phrase.preposition in PLACE - {"at"}
    return int(phrase.name and not human and not place) * (1 + (phrase.preposition == "at"))


def _fit_person(word: str, one: Candidate) -> int:
    phrase = one.phrase
    if phrase.plural or phrase.gender == ("she" if word in _HE else "he"):
        return 0
    full = len(phrase.words) > 1 and not phrase.determined and english(phrase.words[0].lower()) != "word"
    free = phrase.kind[:1] not in ("L", "G") if full else not phrase.kind and english(phrase.head) != "word"
    unknown = phrase.name and not phrase.preposition and free  # Ann Bloom
    return IN_KIND + one.role if one.human else int(unknown)


def _as_before(phrase: Phrase, earlier: Sequence[Clause], place: int) -> Phrase:
    """Return a phrase as an earlier question had it, where what follows it there is not part of it.

    "The writer ambassador" comes of "where was he ambassador?".
    """
    for at in range(place):
        for other in earlier[at].phrases:
            rest = phrase.text[len(other.text) :]
            if rest[:1] == " " and phrase.text.startswith(other.text) and (other.name or other.determined):
                return phrase if rest.split()[0] in PREPOSITIONS | {"of", "who", "that", "which", "and"} else other
    return phrase


def place_of(earlier: Sequence[Clause], named: Sequence[str] = ()) -> Phrase | None:
    """Return the place that "there" points to: what stands after "in" or "at", what is a place, else any thing.

    That is none that is named beside it.
    """
    for clause in reversed(earlier):
        place = clause.asked if clause.asked and "L" in clause.asked.kind else None
        asked = sought(clause, several=place.plural) if place else None
        phrases = [one for one in clause.phrases if one.text not in named]
        places = [one for one in phrases if one.preposition in PLACE and not one.time and not one.human]
        best = [one for one in places if one.name] or places
        if asked and clause.wh.lower().split()[0] in PLACE | {"which", "what"}:
            return asked
        if best:
            return best[0] if len(best) > 1 and best[0].name and not best[-1].name else best[-1]
        if lying := [one for one in phrases if one.kind[:1] == "L"]:
            return lying[0]
    for clause in reversed(earlier):
        spoken = [one for one in candidates(clause) if one.phrase.text not in named]
        things = [one for one in spoken if one.role and not one.human and not one.phrase.plural]
        if things:
            return max(things, key=lambda one: one.role).phrase
    return None


def definite(text: str) -> str:
    """Return the phrase as one speaks of it again: "a workshop" is "the workshop", "countries" "the countries"."""
    first, _, rest = text.partition(" ")
    if first.lower() in ("a", "an", "any", "some", "no") and rest:
        return f"the {rest}"
    if first.lower() in DETERMINERS or first.lower() == "what":
        return text
    phrase = Phrase.apart(text)
    return f"the {text}" if phrase.plural and not phrase.name else text
