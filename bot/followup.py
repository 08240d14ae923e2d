"""A question that leans on earlier ones, made to stand alone: "and in Thailand?", "why?", "what job does he have?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.dialogue import ellipsis, ones, pronouns
from bot.dialogue.antecedent import ANYONE, candidates, definite, meant, spoken_of
from bot.dialogue.clause import Clause, parse
from bot.dialogue.conversation import CHAT, bare, intent, points_back
from bot.english.wordclass import BE, HAVE, PREPOSITIONS, PRONOUNS

if TYPE_CHECKING:
    from bot.dialogue.wordings import Intent

LOOKED_BACK = 8
"""Earlier questions that are made to stand alone."""
REMEMBERED = 4
"""Earlier questions in which a phrase is looked for: what is meant is nearly always among the last two."""
LONGEST = 500
"""Characters of a question; one that would grow beyond is left as it was asked."""
LONGEST_LEANING = 200
"""Characters beyond which a question says itself what it is about."""
SHORT = 8
"""Words up to which a question may lean on another without a pronoun or a connective."""

_WORDS = re.compile(r"[a-z]+")
_CONNECTIVES = frozenset("and but or so also then now ok okay what how as is does same the".split())
_JOINING = frozenset(("and", "but"))
_AND = re.compile(r"^(?:(?:and|but|so|then|also)\b[\s,]*)+", re.IGNORECASE)
_IT = re.compile(r"\bit\b(?=\W*$)", re.IGNORECASE)
_AS_KIND = re.compile(
    r"\bthe (?:company|firm|country|nation|city|town|group|team|club|bank|organi[sz]ation|party|man|woman)\b",
    re.IGNORECASE,
)
"""What a question names the thing by that the last one was about."""
_LEANING = pronouns.PRONOUNS | {"one", "ones", "others"}
# A noun that is always of something: "what are the benefits?" after "what is automation?".
_NOUN_OF = re.compile(
    r"(?P<head>(?:what|which|who|where|when) (?:is|are|was|were) the (?:(?:main|key|biggest|most important) )?(?:"
    r"benefits?|(?:dis)?advantages?|drawbacks?|aims?|goals?|purpose|results?|effects?|causes?|reasons?|risks?|impact"
    r"|consequences?|challenges?|origin|definition|meaning"
    r"|(?P<place>president|capital|population|leader|government|prime minister|members?|king|queen)))[\s?!.]*$",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"\bthe (?:term|word|phrase|expression|concept|notion|slogan|abbreviation)\b"
    r"(?!\s+(?:of|for|that|which|in|is|was)\b|\s+[A-Z0-9\"'\u201c\u2018])"
)
"""What a question calls the thing by that the last one was about: "when did the term appear?"."""
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_TOOK = re.compile(
    r"(?:(?:and|but|so)\s+)?(?P<asked>how (?:long|much time|many \w+) (?:did|does|will|would)) (?:it|that|this) take"
    r"[\s?!.]*$",
    re.IGNORECASE,
)
_SAID_SO = re.compile(
    r"(?P<asked>.*\b(?:say|said|claim|promise|announce|state|think|believe|suggest|propose) )(?:so|that|this|it)"
    r"[\s?!.]*$",
    re.IGNORECASE,
)
"""A question on what was asked about as something said: "when did she say so?"."""
_SAYING = re.compile(
    r"^(?:wants?|plans?|intends?|promised?|say|said|claim(?:ed)?|announced?|think|believe)(?: that| to)? ",
    re.IGNORECASE,
)
_STANDS_FOR: dict[str | None, str] = {"author": "Who is the writer?", "picture": "What is the picture?"}
"""Questions on the article itself as ones of which a later question may speak: "what job does he have?"."""


def resolve(question: str, history: Sequence[str]) -> str:
    """Return the question as one that stands alone, given the earlier questions as typed, oldest first.

    One that stands alone already comes back as it is, character for character.
    """
    history = history[-LOOKED_BACK:]
    if not history or said(question, history):
        return question
    earlier = _standing(tuple(asked[:LONGEST] for asked in history))
    plain = bare(question)
    standing = _stand(_with_term(_goes_on(plain, history[-1], earlier), earlier), earlier)
    unchanged = standing.split() == plain.split()
    return question if unchanged or len(standing) > LONGEST else standing


def said(question: str, history: Sequence[str]) -> Intent | None:
    """Return what is said to the bot or asked about the article itself, or None for a question to look up.

    "When was it published?" is about the article, unless the last question was about something else that "it" can be.
    """
    found = intent(question)
    if found is None or found in CHAT or not history or not points_back(question):
        return found
    history = history[-LOOKED_BACK:]
    for place in range(len(history) - 1, -1, -1):
        before = said(history[place], history[:place])
        if before is None:
            last = _standing(tuple(asked[:LONGEST] for asked in history[: place + 1]))[-1]
            return None if meant("it", (parse(last),)) else found
        if before not in CHAT:
            return found
    return found


@lru_cache(maxsize=1024)
def _standing(history: tuple[str, ...]) -> tuple[str, ...]:
    """Return the earlier questions as ones that stand alone, courtesies left out; a chat only ever adds to them."""
    if not history:
        return ()
    earlier = _standing(history[:-1])
    meant_so = said(history[-1], history[:-1])
    if meant_so in _STANDS_FOR:
        return (*earlier, _STANDS_FOR[meant_so])
    return earlier if meant_so else (*earlier, _AND.sub("", _stand(bare(history[-1]), earlier)))


def _stand(question: str, asked: Sequence[str]) -> str:
    """Return the question made to stand alone on the earlier ones, which do."""
    if not asked or len(question) > LONGEST_LEANING:
        return question
    words = _WORDS.findall(question.lower())
    leaning = not _LEANING.isdisjoint(words)
    if not leaning and len(words) > SHORT and words[0] not in _CONNECTIVES:
        return question
    question = " ".join(question.split())
    earlier = _Earlier(asked[-REMEMBERED:])
    completed = ellipsis.complete(question, earlier)
    if completed is not None:
        return completed or question
    if found := _NOUN_OF.match(question):
        return _of(question, found, earlier[-1])
    if about_deed := _took(question, earlier[-1]) or _said_so(question, earlier):
        return about_deed
    standing = pronouns.replace(ones.fill(question, earlier), earlier)
    return standing if standing != question else _continued(question, words, earlier[-1])


def _continued(question: str, words: Sequence[str], last: Clause) -> str:
    """Return a question that leans on the last one by nothing that it says, with what that was about."""
    if words[:1] and words[0] in _JOINING:
        return _joined(question, last)
    spoken = spoken_of(last) if _topicless(question) else ""
    return _as_for(parse(question), spoken) if spoken else question


def _goes_on(question: str, typed: str, earlier: Sequence[str]) -> str:
    """Return the question with its "it" put as the last one's was: "which company makes it?", "how much is it?"."""
    before, it, after = bare(typed).partition(" it")
    if not earlier or not it or not _IT.search(question) or parse(earlier[-1]).form != "subject":
        return question
    start, end = len(before) + 1, len(earlier[-1]) - len(after)
    thing = earlier[-1][start:end]
    same = earlier[-1][:start] == f"{before} " and earlier[-1][end:] == after
    return _IT.sub(lambda _: thing, question, count=1) if same and thing and thing != "it" else question


def _with_term(question: str, earlier: Sequence[str]) -> str:
    """Return the question with "the term" told which: the thing that the last one was about."""
    found = _TERM.search(question) if earlier else None
    topic = meant("it", (parse(earlier[-1]),)) if found else None
    if found is None or topic is None or topic.human:
        return question
    return f"{question[: found.end()]} {_ARTICLE.sub('', topic.text)}{question[found.end() :]}"


def _joined(question: str, last: Clause) -> str:
    """Return a question that "and" joins to the last one, with what that was about: "and how many people can join?"."""
    plain = _AND.sub("", question)
    clause = parse(plain)
    about = max(candidates(last), key=lambda one: one.role, default=None)
    named = clause.form == "be" and clause.complement is not None and clause.complement.name  # who is Ann Lee
    own = _AS_KIND.search(plain) is not None
    if clause.form == "other" or named or own or about is None or about.phrase.head in plain.lower():
        return question
    return _as_for(clause, definite(about.phrase.text))


def _topicless(question: str) -> bool:
    """Tell whether a question says nothing of what it is about: "how many people came?", "who paid?"."""
    clause = parse(question)
    if clause.form in ("other", "be") or not PRONOUNS.isdisjoint(word.lower for word in clause.words):
        return False
    return bool(clause.wh or clause.phrases) and all(phrase.head in ANYONE for phrase in clause.phrases)


def _as_for(clause: Clause, topic: str) -> str:
    return f"{clause.body}, as for {topic}?"


class _Earlier(Sequence[Clause]):
    """The earlier questions, taken apart when they are looked at."""

    def __init__(self, asked: Sequence[str]) -> None:
        self._asked = asked

    def __len__(self) -> int:
        return len(self._asked)

    def __getitem__(self, place: int) -> Clause:  # type: ignore[override] # never sliced
        return parse(self._asked[place])


def _doing(last: Clause) -> str:
    """Return "Rome to become an empire" of "how did Rome become an empire?"; "" where the question tells no deed."""
    if (
        last.form not in ("aux", "polar")
        or last.subject is None
        or last.verb < 0
        or last.words[last.aux].lower in BE | HAVE
    ):
        return ""
    deed = _deed(last)
    return "" if deed.startswith("take") else f"{last.subject.text} to {deed}"


def _took(question: str, last: Clause) -> str:
    """Return "how long did it take Rome to become an empire?" of "how long did it take?"."""
    found = _TOOK.match(question)
    doing = _doing(last) if found else ""
    return f"{found['asked']} it take {doing}?" if found and doing else ""


def _said_so(question: str, earlier: Sequence[Clause]) -> str:
    """Return "when did she say so: raise fares?" of "when did she say that?", after "did she want to raise fares?"."""
    found = _SAID_SO.match(question)
    told = _SAYING.sub("", _deed(earlier[-1])) if found else ""
    if not found or " " not in told:
        return ""
    joined = " " if told.partition(" ")[0].lower() in PREPOSITIONS else ": "
    return f"{pronouns.replace(found['asked'], earlier)}so{joined}{told}?"


def _deed(last: Clause) -> str:
    """Return a question from its verb on, "" where it has none."""
    return last.body[last.words[last.verb].start :].partition(",")[0] if last.verb > 0 else ""


def _of(question: str, found: re.Match[str], last: Clause) -> str:
    """Return the question with what it is about, where the last question was about something it can be of."""
    topic = meant("it", (last,))
    if topic is None or (found["place"] and not topic.name):
        return question
    return f"{found['head']} of {definite(topic.text)}?"
