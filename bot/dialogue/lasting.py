"""How long it took or lasted, asked of what the last question says is done: "how long did it take?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dialogue.antecedent import candidates, definite, meant
from bot.dialogue.asking import ask
from bot.dialogue.deeds import doing, to_do
from bot.dialogue.fragment import END, JOINED
from bot.english.wordclass import BE, PRONOUNS, base, gerund, past

if TYPE_CHECKING:
    from bot.dialogue.clause import Clause

_TOOK = re.compile(
    rf"{JOINED}(?P<asked>how (?:long|much time|many \w+) (?:did|does|will|would))"
    rf" (?P<that>it|that|this) take{END}",
    re.IGNORECASE,
)
_MAKING = frozenset(
    """
    assemble build clean complete construct create cut decorate design develop dig draw edit erect film finish fix
    install make paint prepare print produce rebuild record renovate repair replace restore sew shoot translate write
    """.split()
)
"""Verbs of what takes its time, as what it makes does not."""
_TOOK_TO = re.compile(
    rf"{JOINED}(?P<asked>how (?:long|much time|much|many \w+) (?:did|does|will|would)) it (?P<takes>take|cost)"
    rf" to (?P<verb>[a-z]+){END}",
    re.IGNORECASE,
)
_LASTED = re.compile(
    rf"{JOINED}(?P<asked>how long (?:did|does|do|will|would)) (?P<that>that|this|all that|all this|it)"
    rf" (?P<lasts>last|go on|continue|happen){END}",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:wars?|battles?|strikes?|bans?|sieges?|meetings?|talks|floods?|droughts?|fires?|festivals?|trials?|courses?"
    r"|tours?|match(?:es)?|games?|journeys?|trips?|voyages?|shows?|exhibitions?|campaigns?|cris[ie]s|storms?|outages?"
    r"|lockdowns?|protests?|races?|projects?|partnerships?|marriages?|careers?|closures?|\w+(?:tion|ment)s?)\b",
    re.IGNORECASE,
)
"""What has an end of its own."""
_GOING_ON = frozenset("be have do begin start end stop finish happen occur last take continue go".split())


def told(question: str, last: Clause) -> str:
    """Return the question with what took or lasted so long, "" where it asks nothing of that."""
    return _took(question, last) or _took_to(question, last) or _lasted(question, last)


def _took(question: str, last: Clause) -> str:
    """Return "how long did it take Rome to become an empire?" of "how long did it take?"."""
    found = _TOOK.match(question)
    if found is None:
        return ""
    made = _to_make(last, of_thing=found["that"].lower() == "it")
    deed = made or (doing(last) if last.subject else to_do(last) or _was_done(last))
    return f"{found['asked']} it take {deed}?" if deed else ""


def _to_make(last: Clause, *, of_thing: bool) -> str:
    """Return "to close the mill" of "why was the mill closed?", "" where the mill itself may take its time."""
    if not _is_done(last) or last.subject is None or last.words[last.aux].lower not in BE:
        return ""
    verb = last.words[last.verb]
    bare = None if verb.lower.endswith("ing") else base(verb.lower)
    if bare is None or bare in _GOING_ON or (of_thing and bare not in _MAKING):
        return ""
    return f"to {bare} {last.subject.text}{last.body[verb.end :].partition(',')[0]}"


def _was_done(last: Clause) -> str:
    """Return "to cross the lake" of "who crossed the lake?", "" where it is not what somebody once did or will do."""
    done = _who_did(last)
    return f"to {done[0]}{done[1]}" if done and done[0] not in ("take", "cost") else ""


def _took_to(question: str, last: Clause) -> str:
    """Return "how long did it take Rome to change?" of "how long did it take to change?", after a question on Rome.

    After "when was the bridge built?", "how long did it take to build?" is asked of building the bridge.
    """
    found = _TOOK_TO.match(question)
    done = _who_did(last) if found else None
    if found and done and done[0] == found["verb"].lower():
        return f"{found['asked']} it {found['takes']} to {done[0]}{done[1]}?"
    who = last.subject or meant("it", (last,)) if found else None
    known = who is not None and (who.name or who.determined) and PRONOUNS.isdisjoint(who.text.lower().split())
    if found is None or who is None or not known or base(found["verb"].lower()) is None:
        return ""
    was = last.words[last.verb].lower if last.verb > 0 else ""
    same = was != "" and base(was) == base(found["verb"].lower())
    asked, deed = f"{found['asked']} it {found['takes']}", f"to {found['verb']}"
    return f"{asked} {deed} {definite(who.text)}?" if same else f"{asked} {definite(who.text)} {deed}?"


def _lasted(question: str, last: Clause) -> str:
    """Return "how long did the striking in York last?" of "how long did that last?", after "who struck in York?".

    What was done to something is no thing that lasts, "who closed the bridge?"; a strike is, "who led the strike?".
    """
    found = _LASTED.match(question)
    if found is None or any(_LASTING.search(phrase.text) for phrase in last.phrases if not phrase.name):
        return ""
    things = [one.phrase for one in candidates(last) if not (one.human or one.phrase.name)]
    if found["that"].lower() == "it" and things:
        return ""
    if done := _who_did(last):
        if done[0] in _GOING_ON:
            return ""
        thing = next((phrase for phrase in last.phrases if phrase.start == last.words[last.verb].end + 1), None)
        direct = thing is not None and not thing.preposition
        return "" if direct else f"{found['asked']} the {gerund(done[0])}{done[1]} {found['lasts']}?"
    verb = base(last.words[last.verb].lower) if _is_done(last) else None
    return "" if verb is None or verb in _GOING_ON else ask("for how long", last)


def _who_did(last: Clause) -> tuple[str, str] | None:
    """Return "cross" and " the lake" of "who crossed the lake?", None where what somebody does is no single deed."""
    if last.form != "subject" or last.verb < 1:
        return None
    verb = last.words[last.verb]
    bare = base(verb.lower)
    once = last.aux >= 0 or (bare is not None and past(bare) == verb.lower)
    if bare is None or not once or bare in ("be", "have", "do"):
        return None
    return bare, last.body[verb.end :].partition(",")[0]


def _is_done(last: Clause) -> bool:
    """Tell whether a question is of what its subject did or had done to it."""
    return last.form in ("aux", "polar") and last.verb > 0 and last.subject is not None
