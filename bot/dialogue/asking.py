"""A new question word asked of the last question: "why?", "by whom?", "from which bank?", "how much more?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.dialogue.antecedent import definite, spoken_of
from bot.dialogue.phrase import Phrase
from bot.dialogue.sought import statement
from bot.english.senses import kinds
from bot.english.wordclass import AGREES, BE, DO, HAVE, PREPOSITIONS, base, may_be_verb, participle, past

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.dialogue.clause import Clause

_ONES = frozenset(("who", "which", "what", "which one", "which ones"))
_PAYING = frozenset(
    """
    pay sell buy spend earn cost lend borrow give get win lose raise donate invest owe charge offer cut grow rise fall
    increase drop save need eat drink weigh
    """.split()
)
"""Verbs whose own "how much" is asked for."""
_NO_PRICE = ("L", "T", "P", "G")
"""Kinds of names that are of nothing with a price."""
_NOT_SURE = (*_NO_PRICE, "")
"""The same of names without an article, which may be anybody's."""
_NOBODY = ("L", "T")
"""Kinds of names that are nobody's: places, times."""
_IN = frozenset("city country town year month century season decade".split())
_ANYONE = frozenset("anyone anybody someone somebody".split())
_QUANTIFIED = re.compile(r"how (?:much|many)(?: (?P<more>more|less|fewer))?", re.IGNORECASE)
_READER = re.compile(r"\b(?:can|could|may|do|should|must) (?:I|we|you|one)\b", re.IGNORECASE)
"""Who asks what they may do: of that a "how much?" asks the price."""
_COUNT = re.compile(r"^how (?:many|much) ", re.IGNORECASE)
_AMOUNT = re.compile(r"how (?:many|much) [a-z]", re.IGNORECASE)
_COUNTED = re.compile(
    r"how many (?P<noun>(?:[\w-]+ ){0,2}?[\w-]+) (?P<are>are|were|have|had|will|can|could)\b(?P<rest>.*)", re.IGNORECASE
)
_QUANTITY = re.compile(r"^(?:any|some|no|more|many|much|several|enough)(?: more)? ", re.IGNORECASE)
_SOME = re.compile(r"(?:any|some)\b", re.IGNORECASE)
_INDEFINITE = re.compile(r"^(?:an?|any|some|the|his|her|its|their) ", re.IGNORECASE)
_ALSO = re.compile(r", and [a-z ]{2,30}$")
_NOT = re.compile(
    r"\b(?:not|never|no)\b|n['\u2019]t\b"
    r"|\b(?:is|are|was|were|does|do|did|has|have|had|wo|would|ca|could|should)nt\b",
    re.IGNORECASE,
)


def ask(asked: str, last: Clause) -> str:
    """Return what question words on their own ask of the last question."""
    asked = {"how come": "why", "how so": "why"}.get(asked.lower(), asked)
    lower = asked.lower()
    if lower in _ONES or lower.endswith(" else"):
        return _which(lower, last)
    if lower in _APART:
        return _APART[lower](last)
    if lower == "why not":
        return _why_not(asked[:3], last)
    found = (lower == "how much" and _for_reader(last)) or _fronted(asked, last) or _amount(asked, last)
    if found or (lower == "how much" and not _is_paid(last)):
        return found or _costs(last)
    rest = inverted(last, why=lower == "why")
    if last.form == "polar" and lower.startswith("how "):  # "is the path steep?": "how steep?"
        rest = re.sub(rf" {re.escape(lower[4:])}\b", "", rest, count=1)
    if lower in ("why", "how") and rest == last.body[last.start :] and _names_only(last):
        return ""
    return f"{_led(asked)} {rest}?" if rest else _of_count(asked, last) or _also(last, lower)


def _how_many(last: Clause) -> str:
    """Return what "how many?" asks: of those who did, or of what was asked for; "" where nothing is to be counted."""
    asking, _, noun = last.wh.partition(" ")
    if asking.lower() in ("which", "what") and last.asked and last.asked.plural:
        return f"how many {noun}{last.body[len(last.wh) :]}?"
    if asking.lower() == "who" and last.form == "subject":
        return f"how many people {statement(last, several=True)}?"
    if asking.lower() == "what" and not noun and last.form == "aux":
        return f"how many {last.body[last.start :]}?"
    if last.body.lower().startswith("how many "):
        return last.text
    if last.subject and _SOME.match(last.subject.text):
        return _of_those(last)
    return _fronted("how many", last) or _of_those(last)


def _of_those(last: Clause) -> str:
    """Return "how many farms were sold?" of "were any farms sold?", "" where the question is of no plural."""
    if last.form == "polar" and len(last.words) > 1 and last.words[1].lower in _ANYONE:
        told = last.body[last.words[1].end :]
        return f"how many people {AGREES.get(last.words[0].lower, last.words[0].lower)}{told}?"
    who = last.subject if last.form == "polar" else None
    if who is None or not Phrase.apart(who.text).plural or who.name or (who.determined and not _SOME.match(who.text)):
        return ""
    done = statement(last)
    return f"how many {_QUANTITY.sub('', who.text)}{done[len(who.text) :]}?" if done else ""


def _for_reader(last: Clause) -> str:
    """Return "how much does it cost to park?" of "where can I park?", "" where that is not what readers may do."""
    if last.verb <= 0 or last.subject is not None or not _READER.search(last.body):
        return ""
    return f"how much does it cost to {last.body[last.words[last.verb].start :]}?"


def _is_paid(last: Clause) -> bool:
    """Tell whether a question is of what has an amount itself: of money, of a quantity, or of what something is."""
    verb = last.words[last.verb].lower if last.verb >= 0 else ""
    return not (verb or _is_there(last)) or (base(verb) or verb) in _PAYING or last.wh.lower().startswith("how m")


def _names_only(last: Clause) -> bool:
    """Tell whether a question only asks who, what or how old somebody is: there is no reason for that, nor a way."""
    if last.form != "be" or last.wh.lower() in ("where", "when") or last.subject is None or last.complement is None:
        return False
    return last.subject.text == last.complement.text


def _is_there(last: Clause) -> bool:
    return last.form == "polar" and len(last.words) > 1 and last.words[1].lower == "there"


def _costs(last: Clause) -> str:
    """Return "how much did the bridge cost?" of "who built the bridge?", "" where it is of nothing that has a price."""
    if _is_there(last):
        return f"how much is {definite(last.complement.text)}?" if last.complement else ""
    verb = last.words[last.verb]
    after = next((one for one in last.phrases if one.start == verb.end + 1 and not one.preposition), None)
    thing = after if last.form == "subject" else last.subject
    if (
        thing is None
        or thing.human
        or (thing.name and thing.kind[:1] in (_NO_PRICE if thing.determined else _NOT_SURE))
    ):
        return ""
    aux = last.words[last.aux].lower if last.aux >= 0 else ""
    if aux not in ("will", "would"):
        bare = base(verb.lower)
        before = aux in ("did", "was", "were", "had") or (not aux and bare is not None and past(bare) == verb.lower)
        aux = "did" if before else "do" if thing.plural else "does"
    return f"how much {aux} {definite(thing.text)} cost?"


def _amount(asked: str, last: Clause) -> str:
    """Return what "how many jobs?" asks: of what was done where that has a place for it, else of what it was about."""
    what = last.form == "aux" and last.wh.lower().startswith(("what", "which", "how many", "how much"))
    if not _AMOUNT.match(asked):  # "how much did he promise"
        promised = what and asked.lower() == "how much" and last.wh.lower() == "what"
        return f"{asked} {last.body[last.start :]}?" if promised else ""
    if told := next((one for one in last.phrases if _same(one, asked.lower().rpartition(" ")[2])), None):
        rest = inverted(last) if last.form == "polar" and not told.determined else ""
        if rest:
            return f"{asked} {' '.join((rest[: told.start] + rest[told.end :]).split())}?"
    if what:
        return f"{asked} {last.body[last.start :]}?"
    about = spoken_of(last)
    return f"{asked}, as for {about}?" if about else _also(last, asked)


def _also(last: Clause, asked: str) -> str:
    """Return "who paid, and when?" of "who paid?", before what that is about, and in the place of what was asked so."""
    said, about, topic = last.body.partition(", as for ")
    return f"{_ALSO.sub('', said)}, and {asked}{about}{topic}?"


def _of_count(asked: str, last: Clause) -> str:
    """Return "why are these countries in the bloc?" of "how many countries are in the bloc?"."""
    counted = _COUNTED.match(last.body)
    return f"{_led(asked)} {counted['are']} these {counted['noun']}{counted['rest']}?" if counted else ""


def inverted(last: Clause, *, why: bool = False) -> str:
    """Return the last question from its auxiliary on, what it asked for put back; "" where that is not to be had."""
    body = last.body
    if last.form == "polar":
        return body[0].lower() + body[1:]
    if last.form == "be":
        # "Why Industry 4.0?" asks more than "why is Industry 4.0?".
        return last.complement.text if last.complement and why and last.wh.lower() == "what" else body[last.start :]
    return _rest(last) if last.form == "aux" else _made_passive(last)


def _led(asked: str) -> str:
    """Return question words that ask for a place or a time with the preposition that they need."""
    words = asked.lower().split()
    if len(words) == 2 and words[0] in ("which", "what"):  # noqa: PLR2004 - "which country"
        found = kinds(words[1])
        if words[1] in ("day", "date", "weekday", "evening", "morning"):
            return f"on {asked}"
        if found[:1] == "L" or words[1] in _IN:
            return f"in {asked}"
    return asked


def _which(asked: str, last: Clause) -> str:
    """Return what "who?", "which ones?", "what else?" ask of the last question."""
    if asked.endswith(" else"):
        return _else(asked, last)
    counted = re.match(r"how many (.*)", last.body, re.IGNORECASE)
    if counted and asked in _ONES:
        return f"which {counted[1]}?"
    if asked == "who" and last.form == "aux" and last.words[last.aux].lower in BE and _passive(last):
        return f"by whom {_rest(last)}?"
    if asked == "who" and last.form == "polar" and len(last.words) > 1 and last.words[1].lower in _ANYONE:
        return f"who {last.words[0].lower}{last.body[last.words[1].end :]}?"
    if asked.endswith(("one", "ones", "which")) and last.form == "polar" and (several := _any_of(last)):
        return several
    again = asked == "what" or asked == last.wh.lower() or (asked in _ONES and last.wh.lower().startswith("which"))
    return last.text if again else _also(last, asked)


def _else(asked: str, last: Clause) -> str:
    """Return "who else was jailed?" of "how long was Ann jailed?", "" where nobody else can have been."""
    if last.wh.lower() == asked.partition(" ")[0]:
        return f"{asked}{last.text[len(last.wh) :]}"
    who = last.subject if asked == "who else" and last.wh.lower() != "where" else None
    done = statement(last) if who and (who.human or (who.name and who.kind[:1] not in _NOBODY)) else ""
    return f"who else {done[len(who.text) :].lstrip()}?" if who and done else ""


def _any_of(last: Clause) -> str:
    """Return "which trams does the town have?" of "does the town have trams?", "" where nothing is asked of several."""
    rest = inverted(last)
    for phrase in last.phrases:
        if phrase.start > last.words[0].end and phrase.plural and not (phrase.name or phrase.preposition):
            noun = _QUANTITY.sub("", phrase.text)
            if noun != phrase.text or not phrase.determined:
                return f"which {noun} {' '.join((rest[: phrase.start] + rest[phrase.end :]).split())}?"
    return ""


def _what_for(last: Clause) -> str:
    return f"{last.body} for?" if last.form == "be" and last.wh.lower() == "what" else ask("why", last)


def _why_not(why: str, last: Clause) -> str:
    """Return "why did it not work" of "did it work", "why did it not" of "why did it"."""
    if last.form not in ("aux", "polar", "be") or last.subject is None:
        return f"{last.body}, and why not?"
    if _NOT.search(last.body[: last.subject.end + 5]):
        return f"{why} {inverted(last, why=True)}?"
    rest = inverted(last)
    at = rest.find(last.subject.text) + len(last.subject.text)
    return f"{why} {rest[:at]} not{rest[at:]}?"


def _fronted(asked: str, last: Clause) -> str:
    """Return the last question asking for one of its own phrases: "how much more money", "which bank" of "a bank"."""
    if last.form not in ("polar", "aux"):
        return ""
    rest = inverted(last)
    if (how := _QUANTIFIED.fullmatch(asked)) and last.form == "polar":
        thing = _quantity(last, how["more"])
        if thing is None:
            return ""
        start, noun = thing
        return f"{asked} {noun} {rest[:start].rstrip()}?"
    words = asked.lower().split()
    if len(words) > 1 and words[-2] in ("which", "what"):
        thing_asked = next((p for p in last.phrases if _same(p, words[-1]) and p.end > len(last.wh)), None)
        if thing_asked and last.form == "polar" and _INDEFINITE.match(thing_asked.text):
            begin = thing_asked.start if words[0] in ("which", "what") else thing_asked.anchor
            return f"{asked} {' '.join((rest[:begin] + rest[thing_asked.end :]).split())}?"
    return ""


def _same(phrase: Phrase, noun: str) -> bool:
    return phrase.words[-1].lower().rstrip("s") == noun.rstrip("s")


def _quantity(last: Clause, more: str | None) -> tuple[int, str] | None:
    """Return where the phrase begins that a quantity is asked of, and what follows the quantity in it."""
    if more:
        found = re.search(rf"\b{more} (?P<noun>.+)", last.body, re.IGNORECASE)
        return (found.start(), found["noun"]) if found else None
    verb = last.words[last.verb].end if last.verb > 0 else 0
    for phrase in last.phrases:
        whole = last.body[phrase.start :]
        if (
            phrase.start > verb
            and not phrase.preposition
            and not phrase.name
            and (_QUANTITY.match(whole) or not phrase.determined)
        ):
            return phrase.start, _QUANTITY.sub("", whole)
    return None


def _passive(last: Clause) -> bool:
    return last.verb > 0 and participle(last.words[last.verb].lower) is not None


def _rest(last: Clause) -> str:
    """Return the last question from its auxiliary on, what it asked for put back where it was asked from."""
    body = last.body
    start = last.start
    asked = last.wh.split()
    first = asked[0].lower()
    if last.verb < 0 or (first in ("what", "which") and _passive(last)):
        stranded = first == "what" and last.words[-1].lower in PREPOSITIONS  # what was he banned from
        return f"{body[start:]} this" if stranded else body[start:]
    if first in ("what", "which"):
        this = " ".join(["this", *asked[1:]])
    elif counted := _COUNT.match(last.wh + " "):
        this = last.wh[counted.end() :]
    else:
        return body[start:]
    after = last.verb + 1
    if not this or (after < len(last.words) and not _stranded(last, after)):
        return body[start:]
    end = last.words[last.verb].end
    if after < len(last.words) and last.words[after].lower == "to":  # want to double
        end = next((word.end for word in last.words[after + 1 :]), end)
    elif after < len(last.words) and _alone(last, after):  # depend on in the past
        end = last.words[after].end
    return f"{body[start:end]} {this}{body[end:]}"


def _stranded(last: Clause, after: int) -> bool:
    """Tell whether nothing that could be the object stands after the verb."""
    word = last.words[after]
    return word.lower in PREPOSITIONS or any(p.time and p.anchor == word.start for p in last.phrases)


def _alone(last: Clause, at: int) -> bool:
    """Tell whether a preposition has nothing of its own: its object was asked for."""
    if last.words[at].lower not in PREPOSITIONS:
        return False
    return at + 1 == len(last.words) or last.words[at + 1].lower in PREPOSITIONS


def _made_passive(last: Clause) -> str:
    """Return "was the term coined" of "who coined the term", "did people leave" of "how many people left".

    Of "what happened in York", which has no passive, that is "did this happen in York".
    """
    if last.form == "subject" and last.aux >= 0 and last.wh.lower() == "what":  # "what will happen", "what is planned"
        aux = last.words[last.aux]
        return f"{aux.lower} this{last.body[aux.end :]}"
    verb = last.words[last.verb] if last.form == "subject" and last.verb >= 0 else None
    if verb is None:
        return ""
    thing = next((phrase for phrase in last.phrases if phrase.start > verb.end), None)
    if thing and (thing.preposition or thing.start != verb.end + 1):
        thing = None
    whole = max((p for p in last.phrases if thing and p.start == thing.start), key=lambda p: p.end, default=None)
    if last.aux >= 0:
        return _is_done(last, whole) if whole else ""
    bare = base(verb.lower)
    if bare and last.asked and last.asked.plural:
        does = "do" if may_be_verb(verb.lower) else "did"
        noun = last.asked.text if _COUNT.match(last.wh) else f"these {last.asked.text}"
        return f"{does} {noun} {bare}{last.body[verb.end :]}"
    if bare and last.wh.lower() == "what" and whole is None:
        return f"{'does' if verb.lower.endswith('s') else 'did'} this {bare}{last.body[verb.end :]}"
    return _was_done(last, whole) if whole else ""


def _was_done(last: Clause, whole: Phrase) -> str:
    """Return "was the mill run" of "who ran the mill"."""
    done = participle(last.words[last.verb].lower)
    return f"{'were' if whole.plural else 'was'} {whole.text} {done}{last.body[whole.end :]}" if done else ""


def _is_done(last: Clause, whole: Phrase) -> str:
    """Return "will the mill be run" of "who will run the mill", "is it being run" of "who is running it"."""
    aux, verb = last.words[last.aux].lower, last.words[last.verb].lower
    bare = base(verb)
    done = participle(past(bare)) if bare else None
    if done is None:
        return ""
    if aux in HAVE:
        aux, be = ("had" if aux == "had" else "have" if whole.plural else "has"), "been"
    elif aux in BE and verb.endswith("ing"):
        several = aux in ("was", "were")
        aux, be = ("were" if several else "are") if whole.plural else ("was" if several else "is"), "being"
    elif aux not in BE | DO:
        be = "be"
    else:
        return ""
    return f"{aux} {whole.text} {be} {done}{last.body[whole.end :]}"


_APART: dict[str, Callable[[Clause], str]] = {"how many": _how_many, "what for": _what_for}
"""What is asked in another way than by its words before the last question."""
