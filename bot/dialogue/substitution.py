"""A phrase put into an earlier question in the place of the one that is most like it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dialogue.phrase import Phrase
from bot.dialogue.turns import NOW, another_year
from bot.english.dictionary import english
from bot.english.senses import senses, singular
from bot.english.wordclass import AGREES, PLACE, PREPOSITIONS, TIME, base, may_be_verb, mostly_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue.clause import Clause

_TIMELY = re.compile(
    r"(?:now|today|nowadays|yesterday|tomorrow|before|after|earlier|later|currently|previously|back then|last|next|this"
    r"|(?:the )?(?:year|month|week|day)s? (?:before|after)|the (?:previous|next|following|preceding) \w+"
    r"|(?:\w+ )?years? (?:before|after|earlier|later))\b",
    re.IGNORECASE,
)
_MOST = re.compile(r"(?:the )?\b(?:(?:most|least) \w+|best|worst|\w{2,}est)\b", re.IGNORECASE)
"""What is more so than all others: "the cheapest"."""
_TO_DO = re.compile(r"\bto (?P<verb>[a-z]+)\b.*", re.IGNORECASE)
_ALONE = {several: one for one, several in AGREES.items()}
_THERE = re.compile(r"(?<=[a-z] )(?<!is )(?<!are )(?<!was )(?<!were )there(?= *$| (?:in|on|now|today)\b)")
_OWNER = re.compile(r"\b(?:[Tt]he )?[A-Z][\w-]*(?: [A-Z][\w-]*){0,5}(?=['\u2019]s [a-z])")
"""Whose something is, by name: of "the Kestrel's warranty" the Kestrel."""
_COUNT = re.compile(r"how (?:much|many) ", re.IGNORECASE)
_LIKE = 2
"""How alike two phrases must be at least for one to take the place of the other."""


def put_in(phrase: Phrase, earlier: Sequence[Clause]) -> str:
    """Return the latest question that has a place for the phrase, with the phrase in it, "" where none has."""
    last = earlier[-1]
    timely = "" if phrase.preposition or not _TIMELY.match(phrase.text) else _at_another_time(phrase.text, last)
    if found := another_year(phrase.text, last) or timely:
        return found
    verb = phrase.text.split()[0].lower()
    if phrase.preposition == "to" and may_be_verb(verb) and (found := _to_do(phrase.text, last)):
        return found
    if verb.endswith("ing") and base(verb) and not phrase.preposition:
        return _doing(phrase.text, last)
    if _MOST.fullmatch(phrase.text) and last.aux > 0 and _MOST.search(last.body, last.words[last.aux].end):
        return f"{last.body[: last.words[last.aux].end]} {phrase.text}?"  # which is best, and the cheapest
    back = len(earlier) - 1 if phrase.text.lower().startswith("the other ") else 0  # than those just spoken of
    found = next(filter(None, (_put(phrase, earlier[place]) for place in range(len(earlier) - 1, back - 1, -1))), "")
    if not found and phrase.preposition and not last.who:
        return f"{last.body} {phrase.preposition} {phrase.text}?"
    return found


def _put(phrase: Phrase, clause: Clause) -> str:
    """Return a question with the phrase in the place of one that is like it, or at the end; "" where it has none."""
    if phrase.preposition and f" {phrase.preposition} {phrase.text}".lower() in clause.body.lower():
        return clause.text
    if found := _led_otherwise(phrase, clause) or _counted(phrase, clause) or _of_another(phrase, clause):
        return found
    if (slot := _slot(phrase, clause)) and slot.text != clause.body:
        return _exchange(phrase, slot, clause)
    if found := _in_place(phrase, clause) or _for_pronoun(phrase, clause):
        return found
    if phrase.preposition and clause.form != "be":
        return f"{clause.body} {phrase.preposition} {phrase.text}?"
    return ""


def _counted(phrase: Phrase, clause: Clause) -> str:
    """Return "how much rain fell?" of "and rain?", after "how much snow fell?", where nothing else is like it."""
    asked = _COUNT.match(clause.wh)
    plain = not (phrase.preposition or phrase.name or phrase.determined or phrase.time or phrase.year)
    others = any(not (one.determined or one.name or one.time) and one.start > len(clause.wh) for one in clause.phrases)
    noun = singular(clause.wh[asked.end() :].partition(" ")[0].lower()) if asked else ""
    if asked is None or not plain or others or senses(noun)[:1] in ("a", "r") or phrase.head in ("one", "ones"):
        return ""
    return f"{clause.body[: asked.end()]}{phrase.text}{clause.body[len(clause.wh) :]}?"


def _led_otherwise(phrase: Phrase, clause: Clause) -> str:
    """Return "who voted for the plan?" of "and for it?", after "who voted against the plan?"."""
    led = (one for one in clause.phrases if one.preposition and one.text == phrase.text and one.start > len(clause.wh))
    told = next(led, None) if phrase.preposition else None
    return f"{clause.body[: told.anchor]}{phrase.preposition} {told.text}{clause.body[told.end :]}?" if told else ""


def _of_another(phrase: Phrase, clause: Clause) -> str:
    """Return "how old is Bob's dog?" for "and Bob?" after "how old is Ann's dog?", "" where nothing is anybody's."""
    owners = list(_OWNER.finditer(clause.body))
    whose = _named(phrase) or (phrase.determined and phrase.kind[:1] == "G")
    if len(owners) != 1 or not whose or phrase.preposition or phrase.time or "'" in phrase.text:
        return ""
    if "L" in phrase.kind and any(_is_place(one) for one in clause.phrases):
        return ""
    return f"{clause.body[: owners[0].start()]}{phrase.text}{clause.body[owners[0].end() :]}?"


def _for_pronoun(phrase: Phrase, clause: Clause) -> str:
    """Return a question with the phrase for whom or what it left open: "what does she say?"."""
    at = clause.aux + 1
    alone = phrase.name or phrase.determined
    if phrase.preposition or phrase.plural or phrase.time or not alone or clause.aux < 0 or at >= len(clause.words):
        return ""
    word = clause.words[at]
    if word.lower in ("he", "she"):
        left = phrase.human or (phrase.name and not phrase.determined)
    else:
        left = word.lower in ("this", "that") and not any(one.start == word.start for one in clause.phrases)
    return f"{clause.body[: word.start]}{phrase.text}{clause.body[word.end :]}?" if left else ""


def _exchange(phrase: Phrase, slot: Phrase, clause: Clause) -> str:
    slot = _head(phrase, slot, clause)
    if not slot.name and not PREPOSITIONS.isdisjoint(phrase.text.split()[1:]):  # "the mission to Peru"
        slot = clause.whole(slot)
    if clause.form == "be" and clause.body.startswith(" who ", slot.end):  # "how old is the man who won?"
        slot = Phrase(clause.body[slot.start :], slot.start, len(clause.body), slot.preposition, slot.anchor)
    same = not phrase.preposition or slot.preposition == phrase.preposition
    start, put = (slot.start, phrase.text) if same else (slot.anchor, f"{phrase.preposition} {phrase.text}")
    before = clause.body[:start]
    if clause.subject and slot.start == clause.subject.start and clause.aux >= 0 and phrase.plural != slot.plural:
        aux = clause.words[clause.aux]
        agreed = (AGREES if phrase.plural else _ALONE).get(aux.lower, aux.text)
        before = before[: aux.start] + (agreed.capitalize() if aux.text[0].isupper() else agreed) + before[aux.end :]
    return f"{before}{put}{clause.body[slot.end :]}?"


def _head(phrase: Phrase, slot: Phrase, clause: Clause) -> Phrase:
    """Return what is exchanged of "the symptoms of scurvy" for "the treatment": not what both are of."""
    end = slot.text.find(" of ")
    shared = slot == clause.complement and phrase.determined and not phrase.name and " of " not in phrase.text
    return Phrase(slot.text[:end], slot.start, slot.start + end) if shared and end > 0 else slot


def _at_another_time(text: str, last: Clause) -> str:
    when = NOW.search(last.body)
    told = next((one for one in last.phrases if one.time and one.anchor >= len(last.wh)), None)
    if when:
        return f"{last.body[: when.start()]}{text}{last.body[when.end() :]}?"
    if told:
        return f"{last.body[: told.anchor]}{text}{last.body[told.end :]}?"
    return f"{last.body} {text}?"


def _to_do(text: str, last: Clause) -> str:
    """Return the question with what is to be done exchanged; what follows stays where it is no object."""
    told = next((one for one in _TO_DO.finditer(last.body) if mostly_verb(one["verb"].lower())), None)
    if told is None:
        return f"{last.body} to {text}?" if mostly_verb(text.split(maxsplit=1)[0].lower()) else ""
    follows = last.body[told.end("verb") :]
    keeps = " " not in text and follows.split()[:1] != [] and follows.split()[0].lower() in PREPOSITIONS
    return f"{last.body[: told.start()]}to {text}{follows if keeps else ''}?"


def _doing(text: str, last: Clause) -> str:
    subject = last.subject
    if subject and (subject.text.split()[0].lower().endswith("ing") or last.form == "polar"):
        return f"{last.body[: subject.start]}{text}{last.body[subject.end :]}?"
    return ""


def _slot(phrase: Phrase, clause: Clause) -> Phrase | None:
    """Return the phrase of an earlier question that the new one takes the place of."""
    if clause.subject and _is_owned_by(phrase, clause.subject):
        return clause.subject
    found = [
        one
        for one in clause.phrases
        if one.text.lower() != phrase.text.lower() and one.start >= len(clause.wh) and one.time == phrase.time
    ]
    if not phrase.preposition:
        return _most_like(phrase, clause, found)
    same = [one for one in found if one.preposition == phrase.preposition]
    best = [one for one in same if _likeness(phrase, one) > 0] or _other_preposition(phrase, found) or same
    return best[-1] if best else None


def _most_like(phrase: Phrase, clause: Clause, found: Sequence[Phrase]) -> Phrase | None:
    """Return the phrase of a question that one without a preposition takes the place of."""
    whole = clause.complement
    if whole and clause.form == "be" and not clause.who and clause.wh.lower().split()[0] not in ("what", "which"):
        whole = clause.subject and clause.whole(clause.subject)  # "why is Rome a republic?"
    office = whole is not None and " of " in whole.text and phrase.determined and not senses(phrase.head)
    if whole and clause.who and not phrase.name and not phrase.human and not office:  # "and the CFO?"
        return None
    if whole and (whole.human or clause.who) and phrase.human and not (phrase.name and whole.name != phrase.name):
        return whole
    best_like = max(((_likeness(phrase, one), one.end - one.start, one.start, one) for one in found), default=None)
    if best_like and best_like[0] >= _LIKE and not (whole and best_like[3].start == whole.start):
        return best_like[3]
    if whole and not phrase.time:
        return whole
    return best_like[3] if best_like and best_like[0] >= _LIKE else _somebody(phrase, clause)


def _is_owned_by(phrase: Phrase, owner: Phrase) -> bool:
    """Tell whether a phrase is somebody or something of whom a question is about: "the deputy of the mayor"."""
    owned = phrase.text.startswith((f"{owner.text}'s ", f"{owner.text}\u2019s "))
    return owned or phrase.text.endswith(f" of {owner.text}")


def _somebody(phrase: Phrase, clause: Clause) -> Phrase | None:
    """Return whom an earlier question names, for "and the captain?": "how many goals did Beck score?"."""
    who = clause.subject
    if who is None or not phrase.determined:
        return None
    if phrase.human:
        return who if who.name and "L" not in who.kind else None
    thing = who.determined and not who.human and not who.plural
    return who if thing and clause.form == "aux" else None


def _in_place(phrase: Phrase, clause: Clause) -> str:
    """Return a question with a place for the one that it names: "and in Brunei?" after "what did Malaysia get?"."""
    if phrase.preposition not in PLACE:
        return ""
    if there := _THERE.search(clause.body):
        return f"{clause.body[: there.start()]}{phrase.preposition} {phrase.text}{clause.body[there.end() :]}?"
    places = [one for one in clause.phrases if one.name and "L" in one.kind and not one.preposition]
    if len(places) != 1 or not phrase.name or "L" not in phrase.kind:
        return ""
    return f"{clause.body[: places[0].start]}{phrase.text}{clause.body[places[0].end :]}?"


def _likeness(phrase: Phrase, other: Phrase) -> int:
    """Return how alike two phrases are: both names, of one kind, of one number, both with an article."""
    if phrase.time and other.time:
        return _LIKE
    kind = bool(set(phrase.kind) & set(other.kind))
    if _named(phrase) != _named(other) and not kind:
        return 0
    named, other_named = _named(phrase), _named(other)
    if named and other_named and phrase.person != other.person and not (other.person and _surname(phrase)):
        return 1
    return (
        (_LIKE if named and other_named else 1)
        + 2 * kind
        + (phrase.plural == other.plural)
        + (phrase.determined == other.determined or (named and _is_place(other)))
        + (phrase.head == other.head)
    )


def _is_place(phrase: Phrase) -> bool:
    """Tell whether a phrase is where something is, by its name: "in the Philippines" like "in Peru"."""
    return _named(phrase) and phrase.preposition in PLACE and "L" in phrase.kind


def _named(phrase: Phrase) -> bool:
    """Tell whether a phrase is a name itself, not "the mission to Peru"."""
    return phrase.name and not (phrase.determined and phrase.head in phrase.text.split() and phrase.head.islower())


def _surname(phrase: Phrase) -> bool:
    return len(phrase.words) == 1 and not phrase.kind and english(phrase.words[0].lower()) is None


def _other_preposition(phrase: Phrase, others: Sequence[Phrase]) -> list[Phrase]:
    """Return the phrases that say the same kind of thing, a place or a time, with another preposition."""
    group = TIME | {"at"} if phrase.time or phrase.year else PLACE
    if phrase.preposition not in group:
        return []
    return [one for one in others if one.preposition in group and one.name == phrase.name]
