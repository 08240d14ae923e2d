"""What the last question says is done, where the next leaves it out: "how long did it take?", "who else does it?"."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bot.dialogue import pronouns
from bot.dialogue.antecedent import candidates
from bot.dialogue.fragment import END, JOINED
from bot.english.wordclass import BE, DO, HAVE, base, gerund

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue.clause import Clause

_RECENT = 2
"""Questions back to which the deed may lie that something costs."""
_COSTS = re.compile(
    rf"{JOINED}(?P<asked>(?:how much|what) (?:did|does|will|would)) (?:it|that|this) cost{END}",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    rf"{JOINED}(?P<asked>(?:when|where|why|how)(?: exactly)? (?:did|does|will))"
    rf" (?:it|that|this|they|all this)(?: all)? (?P<begins>start|begin|end|stop|finish|happen|take place){END}",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    rf"{JOINED}what(?P<aux> (?:will|would|could|can))?(?P<happens> happens?)?(?: then)? "
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
    return _cost(question, earlier) or _began(question, last) or _otherwise(question, last) or _does(question, earlier)


def doing(last: Clause) -> str:
    """Return "Rome to become an empire" of "how did Rome become an empire?"; "" where the question tells no deed."""
    deed = to_do(last)
    return f"{last.subject.text} {deed}" if deed and last.subject else ""


def to_do(last: Clause) -> str:
    """Return "to cross the lake" of "how did they cross the lake?", "" where the question tells no deed."""
    deed = deed_of(last) if _tells_deed(last) else ""
    return "" if not deed or deed.startswith(("take", "cost")) else f"to {deed}"


def _tells_deed(last: Clause) -> bool:
    return last.form in ("aux", "polar") and last.verb > 0 and last.words[last.aux].lower not in BE | HAVE


def _cost(question: str, earlier: Sequence[Clause]) -> str:
    """Return "how much does it cost to get samples?" of "how much does it cost?", where there is no one thing."""
    found = _COSTS.match(question)
    things = [one.phrase for one in candidates(earlier[-1]) if one.role and not one.human] if found else []
    several = things and all(thing.plural for thing in things)
    deed = next(filter(None, map(to_do, islice(reversed(earlier), _RECENT))), "") if several else ""
    return f"{found['asked']} it cost {deed}?" if found and deed else ""


def _began(question: str, last: Clause) -> str:
    """Return "when did the quarrelling start?" of "when did it start?", where nothing but a deed was asked about."""
    found = _BEGINS.match(question)
    verb = base(last.words[last.verb].lower) if found and last.verb > 0 else None
    if found is None or verb is None or verb in ("be", "have", "do") or candidates(last):
        return ""
    return f"{found['asked']} the {gerund(verb)} {found['begins']}?"


def deed_of(last: Clause) -> str:
    """Return a question from its verb on, "" where it has none."""
    return last.body[last.words[last.verb].start :].partition(",")[0] if last.verb > 0 else ""


def _otherwise(question: str, last: Clause) -> str:
    """Return "what happens if Rome does not fall?" of "what happens otherwise?"."""
    found = _OTHERWISE.match(question)
    if found is None or not doing(last) or last.subject is None:
        return ""
    happens = f"what{found['aux'] or ''}{found['happens'] or (' happen' if found['aux'] else ' happens')}"
    aux = last.words[last.aux].lower
    does = aux if aux in DO else "do" if last.subject.plural else "does"
    return f"{happens} if {last.subject.text} {does} not {_MUST.sub('', deed_of(last))}?"


def _does(question: str, earlier: Sequence[Clause]) -> str:
    """Return "how often should I clean the kettle?" of "how often should I do it?"."""
    last = earlier[-1]
    found = _DO_SO.search(question)
    if not found or not _tells_deed(last) or last.wh.lower().startswith(("what", "which", "who")):
        return ""
    verb = last.words[last.verb]
    if base(verb.lower) in (None, "do"):
        return ""
    deed = f"{base(verb.lower)}{deed_of(last)[len(verb.text) :]}"
    return pronouns.replace(f"{question[: found.start()]}{deed}{question[found.end() :]}", earlier)
