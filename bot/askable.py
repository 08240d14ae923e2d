"""A sentence turned round into the questions that it answers: "Asean is a bloc" into "What is Asean?"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.dialogue.phrase import Phrase
from bot.english.dictionary import english
from bot.english.lexicon import IRREGULAR
from bot.english.senses import kinds
from bot.english.wordclass import BREAKS, DETERMINERS, participle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Make = Callable[[re.Match[str], str], str]

LONGEST = 90
"""Characters of a question; a longer one is not what a person asks."""

_SUBJECT = r"(?P<s>(?:(?:The|the|A|An) )?(?:[\w.&\u2019'-]+ ){0,5}?[\w.&\u2019'\u201c\u201d\"-]+)"
_START = r"(?:^|^[A-Z][^,;:()]{3,120}, |^(?:Since|When|After|Although|While) )"
_NAMES = r"[A-Z][\w\u2019'-]*(?: (?:of )?[A-Z][\w\u2019'-]*){0,3}"
_THING = r"(?=(?:an?|the|its|their|several|many|\d+) |[a-z]+(?:al|ive|ing|ful|ic|ous|able|ed) [a-z]+|[A-Z])"
_MONTH = r"(?:(?:early|late|mid-?|\d{1,2}|[A-Z][a-z]+) ){0,2}"
_YEAR = r"(?:1\d|20)\d\d\b"
_END = r"(?: [\w\u2019'-]+){0,8}?(?=[,.;]| (?:and|that|which|who|as|after|when|because|while)\b)"
_FEW = r"(?P<o>(?:[\w\u2019'-]+ ){0,6}?)"
# Verbs whose object is worth asking for, in the base form.
_GIVING = frozenset(
    """
    bring build cause contain create design develop discover establish found include introduce invent offer
    prevent produce propose provide publish require win write
    """.split()
)
_SAYING = frozenset(
    "say stress argue claim believe announce emphasize explain note suggest predict warn declare conclude state".split()
)
_DONE_IN = re.compile(rf"{_START}{_SUBJECT} (?P<has>has|have) (?P<v>[a-z]+ed)\b")
_IN = re.compile(rf" in ({_NAMES})(?=[,.;]| and )")
_A_LIST = 3
_BE = "(?P<be>is|are|was|were)"
_OFFICES = r"President|Prime Minister|King|Queen|Emperor|Pope|Dr\.|Professor|Sir|Chancellor|Senator|Governor"
_CALLINGS = re.compile(
    r"\b(?:actor|actress|adventurer|architect|artist|author|bishop|chemist|commander|composer|conqueror|economist|emperor"
    r"|engineer|founder|governor|historian|inventor|journalist|judge|king|lawyer|leader|mathematician|minister|missionary"
    r"|musician|noble(?:man)?|officer|painter|philosopher|physicist|player|poet|politician|president|priest|professor|queen"
    r"|ruler|scholar|scientist|singer|soldier|statesman|theologian|writer)\b",
)
_NAME = r"[A-Z][\w\u2019'-]+"
_PARTICLE = r"(?:(?:van|von|de|del|da|al|of|of the|[A-Z]\.) )?"
# A name of several words inside a sentence, what stands right before it and what it is said to be right after.
_NAMED = re.compile(
    rf"(?:\b(?P<before>[a-z]+),? |[,(] ?)(?P<s>{_NAME}(?: {_PARTICLE}{_NAME}){{1,3}})"
    r"(?:,? (?P<is>(?:an?|the|its|their|her|his|who)\b[^,.;:()]{3,60}))?"
)
# Words that point outside the question, and ends that were cut short.
_UNCLEAR = re.compile(
    r"\b(?:it|he|she|they|them|him|us|this|these|those|such|other|also|former|latter|not|later|then|again|only|both|so"
    r"|and (?!the|[A-Z]))\b|\b(?:and|the|an?|of|to|[A-Z]|\w+ing)\?"
)


def _base(verb: str) -> str | None:
    """Return the base form of a verb in the past tense, None where it is none or cannot be told."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("ied"):
        return verb[:-3] + "y"
    if not verb.endswith("ed"):
        return None
    forms = (verb[:-1], verb[:-2], verb[:-3] if verb[-3:-2] == verb[-4:-3] else "")
    return next((form for form in forms if english(form) == "word"), None)


def _present(verb: str) -> str | None:
    """Return the base form of a verb in the third person, of those that are worth asking about."""
    forms = (verb[:-1], verb[:-2], verb[:-3] + "y")
    return next((form for form in forms if verb.endswith("s") and form in _GIVING | _SAYING), None)


def _definition(found: re.Match[str], subject: str) -> str:
    named = Phrase.apart(subject)
    person = not named.determined and (named.person or _CALLINGS.search(found["is"]) is not None)
    if not person and found["be"] == "was" and " " not in subject:
        return ""  # "What was Normandy?" asks for no sentence of the article
    return f"{'Who' if person else 'What'} {found['be']} {subject}?"


def _when_done(found: re.Match[str], subject: str) -> str:
    if participle(found["v"]) != found["v"] and found["v"] not in IRREGULAR:
        return ""
    return f"When {found['be']} {subject} {found['v']} {found['o'].strip()}".rstrip() + "?"


def _when_did(found: re.Match[str], subject: str) -> str:
    base = _base(found["v"])
    if base in _GIVING | _SAYING and not found["o"].strip():
        return ""
    return f"When did {subject} {base} {found['o'].strip()}".rstrip() + "?" if base else ""


def _said(found: re.Match[str], subject: str) -> str:
    past = _base(found["v"])
    if past in _SAYING:
        return f"What did {subject} {past}?"
    base = _present(found["v"])
    return f"What does {subject} {base}?" if base in _SAYING else ""


def _gave(found: re.Match[str], subject: str) -> str:
    past = _base(found["v"])
    if past in _GIVING:
        return f"What did {subject} {past}?"
    base = _present(found["v"])
    return f"What does {subject} {base}?" if base in _GIVING else ""


def _will(found: re.Match[str], subject: str) -> str:
    return f"What {found['m']} {subject} {found['v']}?" if found["v"] in _GIVING else ""


def _why(found: re.Match[str], subject: str) -> str:
    return f"Why {found['be']} {subject} {found['o'].strip()}?"


def _where(found: re.Match[str], subject: str) -> str:
    return f"Where {found['be']} {subject} {found['v']}?"


def _made(found: re.Match[str], subject: str) -> str:
    base = _base(found["v"])
    if base not in _GIVING:
        return ""
    past = next((form for form, of in IRREGULAR.items() if of == base), found["v"])
    return f"Who {past} {subject}?"


def _by(found: re.Match[str], subject: str) -> str:
    done = _base(found["v"]) not in _GIVING | {None}
    return f"What {found['be']} {subject} {found['v']} by?" if done else ""


def _need(found: re.Match[str], subject: str) -> str:
    do = "does" if found["need"] == "needs" else "do"
    return f"What {do} {subject} need to {found['v']}?"


def _sees(found: re.Match[str], subject: str) -> str:
    return f"How does {subject} {found['v'][:-1]} {found['o'].strip()}?"


def _how_many(found: re.Match[str], subject: str) -> str:
    do, have = {"has": ("does", "have"), "have": ("do", "have"), "had": ("did", "have")}[found["has"]]
    return f"How many {found['o'].strip()} {do} {subject} {have}?"


def _in_places(sentence: str) -> Iterator[tuple[str, str]]:
    """Yield the subject of a sentence that lists what it has done where, and a question for each place."""
    found = _DONE_IN.match(sentence)
    places = _IN.findall(sentence, found.end()) if found else []
    if found and len(places) >= _A_LIST and _fit(found["s"], first=found.start("s") == 0):
        for place in places:
            yield found["s"], f"What {found['has']} {_small(found['s'])} {found['v']} in {place}?"


def _who(found: re.Match[str], subject: str) -> str:
    return f"Who is {subject}?" if english(found["last"].lower()) in ("name", None) else ""


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Make], ...]:
    """Return the patterns and what makes a question of each, the best first; compiled when they are first needed."""
    done = rf"{_BE} (?:first |originally )?(?P<v>[a-z]+)"
    dated = rf"(?:In|On) {_MONTH}{_YEAR}, "
    date = rf"{_FEW}(?:in|on) {_MONTH}{_YEAR}"
    state = r"(?P<be>has|have|is|are|was|were) (?P<o>[a-z]+(?:ed|en|wn)? [^,;:()]{5,60}?)"
    reason = r",? (?:partly |mainly |largely )?(?:because|due to|thanks to)"
    table: tuple[tuple[str, str, Make], ...] = (
        (_START, rf"{_BE} (?P<is>(?:an?|the|one of) (?:[\w-]+ ?){{1,6}})", _definition),
        (_START, state + reason, _why),
        (_START, rf"{done} by [A-Z][\w-]+ [A-Z]", _made),
        (dated, rf"{_BE} (?P<v>[a-z]+)(?P<o>{_END})", _when_done),
        (dated, rf"(?P<v>[a-z]+)(?P<o>{_END})", _when_did),
        (_START, rf"{done} {date}", _when_done),
        (_START, rf"(?P<v>[a-z]+) {date}", _when_did),
        (_START, r"(?P<v>[a-z]+) that ", _said),
        (_START, r"(?P<v>sees|views|regards|describes) (?P<o>[\w ]{5,50}?) as ", _sees),
        (_START, r"(?P<need>needs?) to (?P<v>[a-z]+) ", _need),
        (_START, rf"(?P<m>will|can|must|should|would) (?P<v>[a-z]+) {_THING}", _will),
        (_START, rf"{_BE} (?P<v>located|based|situated|held|born|founded|headquartered) (?:in|at|on) [A-Z]", _where),
        (_START, rf"{_BE} (?P<v>[a-z]+) by (?:an?|the|[A-Z]|\w+s )", _by),
        (_START, rf"(?P<v>[a-z]+) {_THING}", _gave),
        (
            _START,
            r"(?P<has>has|have|had) (?:about |over |more than |around )?\d[\d,.]* (?P<o>[a-z]+s) ",
            _how_many,
        ),
    )
    titled = rf"\b(?:{_OFFICES}) (?P<s>[A-Z][\w-]+(?: [A-Z][\w-]+)? (?P<last>[A-Z][\w-]+)\b)(?! [A-Z]|\u2019|')"
    made = [(re.compile(rf"{start}{_SUBJECT} {rest}"), make) for start, rest, make in table]
    return (*made, (re.compile(titled), _who))


def questions(sentence: str) -> Iterator[tuple[int, str, str]]:
    """Yield the rank of its pattern, the subject and the text of each question that a sentence answers."""
    for rank, (pattern, make) in enumerate(_patterns()):
        found = pattern.search(sentence)
        if found and _fit(found["s"], first=found.start("s") == 0):
            question = make(found, _small(found["s"]))
            if question and len(question) <= LONGEST and not _UNCLEAR.search(question):
                yield rank, found["s"], question
    for subject, question in _in_places(sentence):
        yield 0, subject, question
    yield from _of_names(sentence)


def _of_names(sentence: str) -> Iterator[tuple[int, str, str]]:
    """Yield who the persons of a sentence are, where it says so, and after that what is said of each of its names."""
    rank = len(_patterns())
    for found in _NAMED.finditer(sentence):
        name = found["s"].removesuffix("\u2019s").removesuffix("'s")
        words = name.lower().split()
        if words[0] in BREAKS | DETERMINERS or _UNCLEAR.search(f"{name}?"):
            continue
        told = f"{found['before'] or ''} {found['is'] or ''}".split()
        if any(kinds(word).startswith("P") for word in told) and english(words[-1]) in ("name", None):
            yield rank, name, f"Who is {name}?"
        else:
            the = "the " if found["before"] == "the" else ""
            yield rank + 1, name, f"What does the article say about {the}{name}?"


def _small(subject: str) -> str:
    """Return the subject as it is written inside a sentence."""
    return subject[0].lower() + subject[1:] if subject.startswith(("The ", "A ", "An ")) else subject


def _fit(subject: str, *, first: bool) -> bool:
    """Tell whether a subject is a name, which says what it is without the text before it."""
    words = [word.strip('\u201c\u201d"') for word in subject.split()]
    inner = words[1:] if words[0].lower() in DETERMINERS else words
    if not inner or any(word.lower() in (BREAKS | DETERMINERS) - {"and"} for word in inner):
        return False
    if subject.count("\u201c") != subject.count("\u201d") or words[0].lower() in ("this", "that", "these", "those"):
        return False
    told = inner[1:] if first and inner is words else inner  # a capital at the start says nothing
    if any(word[:1].isupper() for word in told):
        return True
    return inner[0][:1].isupper() and english(inner[0].lower()) in ("name", None)
