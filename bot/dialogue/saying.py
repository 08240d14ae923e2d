"""What the last question asks as something said or known: "who says so?", "how do they know?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dialogue import pronouns
from bot.dialogue.deeds import deed_of
from bot.dialogue.fragment import END, JOINED
from bot.dialogue.sought import statement
from bot.english.senses import senses
from bot.english.wordclass import BE, BREAKS, DETERMINERS, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.dialogue.clause import Clause

_KNOW = re.compile(
    rf"{JOINED}(?P<asked>how (?:do|did|can|could) (?:he|she|they|we|people|scientists|researchers|experts)"
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
    rf"{JOINED}(?:(?P<asked>who (?:says|said|claims|claimed|thinks|believes)) (?:so|that|this|it)|says who){END}",
    re.IGNORECASE,
)
_TEXT_SAYS = re.compile(
    r"^that (?:the|this) (?:article|text|author|writer|piece|report|story)"
    r" (?:says?|said|claim(?:s|ed)?|states?|stated|mentions?|mentioned|thinks?|believes?)(?: that)? (?=\w+ \w)",
    re.IGNORECASE,
)
"""What only tells where it stands that something is so."""
_SAYING = re.compile(
    r"^(?:wants?|plans?|intends?|promised?|say|said|claim(?:ed)?|announced?|think|believe)(?: that| to)? ",
    re.IGNORECASE,
)


def told(question: str, earlier: Sequence[Clause]) -> str:
    """Return the question with what is said or known, "" where it leaves nothing of that out."""
    return _known(question, earlier[-1]) or _said_so(question, earlier)


def _known(question: str, last: Clause) -> str:
    """Return "how do they know how old the ring is?" of "how do they know?"."""
    found = _KNOW.match(question)
    told = _told(last) if found and last.wh else ""
    return f"{found['asked']} {told}?" if found and told else ""


def _said_so(question: str, earlier: Sequence[Clause]) -> str:
    """Return "when did she say so: raise fares?" of "when did she say that?", after "did she want to raise fares?"."""
    if who := _WHO_SAYS.match(question):
        what = earlier[-1].body if earlier[-1].form == "subject" else _told(earlier[-1])
        what = _TEXT_SAYS.sub("that ", what)
        return f"{who['asked'] or 'who says'} {what[:1].lower()}{what[1:]}?" if what else ""
    found = _SAID_SO.match(question)
    told = _SAYING.sub("", deed_of(earlier[-1])) if found and earlier[-1].form != "subject" else ""
    if not found or " " not in told:
        return ""
    joined = " " if told.partition(" ")[0].lower() in PREPOSITIONS else ": "
    return f"{pronouns.replace(found['asked'], earlier)}so{joined}{told}{found['tail'] or ''}?"


def asks_who_says(question: str) -> bool:
    """Tell whether a question asks who said what was answered: "who said that?"."""
    return _WHO_SAYS.match(question) is not None


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
    if last.body.startswith(" and ", what):
        what = _other_end(last, what + len(" and "))
    return what if what < len(last.body) else 0


def _other_end(last: Clause, start: int) -> int:
    """Return where the second of two ends that a question of "is" speaks of: "are Lyon and the old port partners"."""
    words = [word for word in last.words if word.start >= start]
    end, named, name = len(last.body), False, False
    for word in words[bool(words) and words[0].lower in DETERMINERS :]:
        found = senses(word.lower)
        said = word.text.islower() if name else found[:1] == "a" and "n" not in found
        if word.lower in BREAKS | DETERMINERS or (named and said and word.lower != "of"):
            break
        name = word.text[0].isupper()
        end, named = word.end, named or name or not said
    return end
