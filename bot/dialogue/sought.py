"""What a question asks for, as a noun phrase: "who won the race?" asks for "the person who won the race"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogue.phrase import Phrase
from bot.english.senses import singular
from bot.english.wordclass import AGREES, BE, DO, PREPOSITIONS, base, past, present

if TYPE_CHECKING:
    from bot.dialogue.clause import Clause

THE_PERSON = "the person who "
"""How the person is called whom a question asks after."""


def sought(clause: Clause, *, several: bool = False) -> Phrase | None:
    """Return what the question asks for, named by what the question says of it; None where that is not to be had.

    Of "who", several persons are meant where ``several`` says so.
    """
    words = clause.wh.split()
    if not words:
        return None
    asking = words[0].lower()
    preposition = ""
    if asking in PREPOSITIONS and len(words) > 1:
        preposition, asking = words[0].lower(), words[1].lower()
    said = statement(clause, several=several)
    noun = clause.asked.text if clause.asked else ""
    if not said or (clause.form != "subject" and not clause.subject):
        return None
    if asking == "who" and not noun and clause.form == "subject":
        return Phrase.apart(f"the people who {said}" if several else f"{THE_PERSON}{said}")
    if asking == "what" and not noun and not preposition and clause.form == "aux":
        return Phrase.apart(f"what {said}")
    if asking in ("which", "what") and noun:
        link = f"{preposition} which" if preposition else "that"
        return Phrase.apart(f"the {noun} {link} {said}")
    return None


def statement(clause: Clause, *, several: bool = False) -> str:
    """Return what the question says without its question words, in the order of a statement."""
    body = clause.body.partition(", as for ")[0]
    if clause.verb < 0:
        return ""
    if clause.form == "subject":
        first = clause.words[clause.aux if clause.aux >= 0 else clause.verb]
        said = _plural(first.lower) if several else first.text
        return said + body[first.end :]
    if clause.subject is None:
        return ""
    aux, verb, subject = clause.words[clause.aux], clause.words[clause.verb], clause.subject
    if aux.text.lower() != aux.lower:  # "doesn't": what it says is the contrary
        return ""
    between = body[subject.end : verb.start].strip()
    if aux.lower in DO:
        finite = past(verb.lower) if aux.lower == "did" else present(verb.lower) if aux.lower == "does" else verb.text
        finite = f"{between} {finite}"
    else:
        finite = f"{aux.lower} {between} {verb.text}"
    return " ".join(f"{subject.text} {finite}{body[verb.end :]}".split())


def one_of(noun: str) -> str:
    """Return one of several things with its article: "an ear" of "ears"."""
    single = singular(noun)
    return f"{'an' if single[:1].lower() in 'aeiou' else 'a'} {single}"


def _plural(lower: str) -> str:
    """Return a verb as it is said of several: "own" for "owns"."""
    bare = base(lower) if lower.endswith("s") and lower not in BE else None
    return AGREES.get(lower) or (bare if bare and present(bare) == lower else lower)
