"""What the last question says is done, where the next leaves it out: "how long did it take?", "who else does it?"."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bot.dialogue import pronouns
from bot.dialogue.antecedent import candidates
from bot.dialogue.fragment import END
from bot.dialogue.sought import statement
from bot.english.wordclass import BE, DO, HAVE, PREPOSITIONS, base, gerund

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue.clause import Clause

_AND = r"(?:(?:and|but|so)\s+)?"
_TOOK = re.compile(
    rf"{_AND}(?P<asked>how (?:long|much time|many \w+) (?:did|does|will|would)) (?:it|that|this) take{END}",
    re.IGNORECASE,
)
_RECENT = 2
"""Questions back to which the deed may lie that something costs."""
_COSTS = re.compile(
    rf"{_AND}(?P<asked>(?:how much|what) (?:did|does|will|would)) (?:it|that|this) cost{END}",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    rf"{_AND}(?P<asked>(?:when|where|why|how)(?: exactly)? (?:did|does|will))"
    rf" (?:it|that|this|they|all this)(?: all)? (?P<begins>start|begin|end|stop|finish|happen|take place){END}",
    re.IGNORECASE,
)
_KNOW = re.compile(
    rf"{_AND}(?P<asked>how (?:do|did|can|could) (?:he|she|they|we|people|scientists|researchers|experts)"
    rf" (?:know|tell|find out|work out|measure|prove))(?: (?:that|this|it|so))?{END}",
    re.IGNORECASE,
)
_SAID_SO = re.compile(
    r"(?P<asked>.*\b(?:say|said|claim|promise|announce|state|think|believe|suggest|propose) )(?:so|that|this|it)"
    rf"(?P<tail>, (?:in|at|on|to) (?:what|which|whom)\b[\w ]*)?{END}",
    re.IGNORECASE,
)
"""A question on what was asked about as something said: "when did she say so?"."""
_WHO_SAYS = re.compile(
    rf"{_AND}(?:(?P<asked>who (?:says|said|claims|claimed|thinks|believes)) (?:so|that|this|it)|says who){END}",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"^(?:wants?|plans?|intends?|promised?|say|said|claim(?:ed)?|announced?|think|believe)(?: that| to)? ",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    rf"{_AND}what(?P<aux> (?:will|would|could|can))?(?P<happens> happens?)?(?: then)? "
    r"(?:otherwise|if (?:not|(?:he|she|it|they) (?:do|does|did)(?: not|n['\u2019]t)(?: do (?:so|that|this|it))?))"
    rf"{END}",
    re.IGNORECASE,
)
_MUST = re.compile(r"^(?:needs?|have|has|wants?|ought|intends?|plans?) to ", re.IGNORECASE)
_DO_SO = re.compile(
    r"(?<= )do (?:it|that|this|so)(?=[\s?!.]*$| (?:in|on|at|without|with|again|by|there|now|too)\b)", re.IGNORECASE
)


def told(question: str, earlier: Sequence[Clause]) -> str:
    """Return the question with what the last one says is done; "" where it leaves nothing of that out."""
    last = earlier[-1]
    return (
        _took(question, last)
        or _cost(question, earlier)
        or _began(question, last)
        or _known(question, last)
        or _said_so(question, earlier)
        or _otherwise(question, last)
        or _does(question, earlier)
    )


def _doing(last: Clause) -> str:
    """Return "Rome to become an empire" of "how did Rome become an empire?"; "" where the question tells no deed."""
    deed = _to_do(last)
    return f"{last.subject.text} {deed}" if deed and last.subject else ""


def _took(question: str, last: Clause) -> str:
    """Return "how long did it take Rome to become an empire?" of "how long did it take?"."""
    found = _TOOK.match(question)
    doing = (_doing(last) if last.subject else _to_do(last)) if found else ""
    return f"{found['asked']} it take {doing}?" if found and doing else ""


def _to_do(last: Clause) -> str:
    """Return "to cross the lake" of "how did they cross the lake?", "" where the question tells no deed."""
    deed = _deed(last) if _tells_deed(last) else ""
    return "" if not deed or deed.startswith(("take", "cost")) else f"to {deed}"


def _tells_deed(last: Clause) -> bool:
    return last.form in ("aux", "polar") and last.verb > 0 and last.words[last.aux].lower not in BE | HAVE


def _cost(question: str, earlier: Sequence[Clause]) -> str:
    """Return "how much does it cost to get samples?" of "how much does it cost?", where there is no one thing."""
    found = _COSTS.match(question)
    things = [one.phrase for one in candidates(earlier[-1]) if one.role and not one.human] if found else []
    several = things and all(thing.plural for thing in things)
    deed = next(filter(None, map(_to_do, islice(reversed(earlier), _RECENT))), "") if several else ""
    return f"{found['asked']} it cost {deed}?" if found and deed else ""


def _began(question: str, last: Clause) -> str:
    """Return "when did the quarrelling start?" of "when did it start?", where nothing but a deed was asked about."""
    found = _BEGINS.match(question)
    verb = base(last.words[last.verb].lower) if found and last.verb > 0 else None
    if found is None or verb is None or verb in ("be", "have", "do") or candidates(last):
        return ""
    return f"{found['asked']} the {gerund(verb)} {found['begins']}?"


def _known(question: str, last: Clause) -> str:
    """Return "how do they know how old the ring is?" of "how do they know?"."""
    found = _KNOW.match(question)
    told = _told(last) if found and last.wh else ""
    return f"{found['asked']} {told}?" if found and told else ""


def _told(last: Clause) -> str:
    """Return what a question asks as it is told: "how old the ring is", "when it was found", "that the mill closes"."""
    if last.form == "be" and last.subject:
        told = f"{last.subject.text} {last.words[last.aux].text}{last.body[last.subject.end :]}"
    elif last.form == "polar" and last.verb < 0 and (what := _what_is(last)):
        told = f"{last.body[last.words[1].start : what]} {last.words[0].lower}{last.body[what:]}"
    else:
        told = statement(last) if last.form in ("aux", "polar") else ""
    return f"{last.wh[:1].lower()}{last.wh[1:] or 'that'} {told}" if told else ""


def _what_is(last: Clause) -> int:
    """Return where what a question of "is" speaks of ends: "is there", "is the mill"; 0 where it is not told."""
    if last.words[0].lower not in BE or len(last.words) < 3:  # noqa: PLR2004 - "is it so"
        return 0
    if last.words[1].lower == "there":
        return last.words[1].end
    what = min((phrase.end for phrase in last.phrases if phrase.start == last.words[1].start), default=0)
    return what if what < len(last.body) else 0


def _said_so(question: str, earlier: Sequence[Clause]) -> str:
    """Return "when did she say so: raise fares?" of "when did she say that?", after "did she want to raise fares?"."""
    if who := _WHO_SAYS.match(question):
        what = earlier[-1].body if earlier[-1].form == "subject" else _told(earlier[-1])
        return f"{who['asked'] or 'who says'} {what[:1].lower()}{what[1:]}?" if what else ""
    found = _SAID_SO.match(question)
    told = _SAYING.sub("", _deed(earlier[-1])) if found and earlier[-1].form != "subject" else ""
    if not found or " " not in told:
        return ""
    joined = " " if told.partition(" ")[0].lower() in PREPOSITIONS else ": "
    return f"{pronouns.replace(found['asked'], earlier)}so{joined}{told}{found['tail'] or ''}?"


def asks_who_says(question: str) -> bool:
    """Tell whether a question asks who said what was answered: "who said that?"."""
    return _WHO_SAYS.match(question) is not None


def _deed(last: Clause) -> str:
    """Return a question from its verb on, "" where it has none."""
    return last.body[last.words[last.verb].start :].partition(",")[0] if last.verb > 0 else ""


def _otherwise(question: str, last: Clause) -> str:
    """Return "what happens if Rome does not fall?" of "what happens otherwise?"."""
    found = _OTHERWISE.match(question)
    doing = _doing(last) if found else ""
    if not found or not doing or last.subject is None:
        return ""
    happens = f"what{found['aux'] or ''}{found['happens'] or (' happen' if found['aux'] else ' happens')}"
    aux = last.words[last.aux].lower
    does = aux if aux in DO else "do" if last.subject.plural else "does"
    return f"{happens} if {last.subject.text} {does} not {_MUST.sub('', _deed(last))}?"


def _does(question: str, earlier: Sequence[Clause]) -> str:
    """Return "how often should I clean the kettle?" of "how often should I do it?"."""
    last = earlier[-1]
    found = _DO_SO.search(question)
    if not found or not _tells_deed(last) or last.wh.lower().startswith(("what", "which", "who")):
        return ""
    verb = last.words[last.verb]
    if base(verb.lower) in (None, "do"):
        return ""
    deed = f"{base(verb.lower)}{_deed(last)[len(verb.text) :]}"
    return pronouns.replace(f"{question[: found.start()]}{deed}{question[found.end() :]}", earlier)
