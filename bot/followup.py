"""A question that leans on earlier ones, made to stand alone: "and in Thailand?", "why?", "what job does he have?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.dialogue import deeds, ellipsis, hearsay, lasting, ones, pronouns, saying
from bot.dialogue.antecedent import ANYONE, Candidate, candidates, definite, meant, spoken_of
from bot.dialogue.bearer import bearer
from bot.dialogue.clause import Clause, parse
from bot.dialogue.conversation import CHAT, bare, intent, points_back
from bot.dialogue.sought import sought
from bot.english.wordclass import PREPOSITIONS, PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.dialogue.phrase import Phrase
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
_SO = re.compile(r"\b(?:so|that|this|otherwise)$", re.IGNORECASE)
_JOINING = frozenset(("and", "but"))
_AND = re.compile(r"^(?:(?:and|but|so|then|also)\b[\s,]*)+", re.IGNORECASE)
_IS = re.compile(r"^(who|what|where|when|how)['\u2019]s\b", re.IGNORECASE)
_IS_DOING = re.compile(r"^(who|what|where|when|how)['\u2019]s(?= [a-z]+ing\b)", re.IGNORECASE)
_WHEN = re.compile(r"(?:and\s+)?when(?:\s+(?:was\s+)?(?:that|this|it))?\W*", re.IGNORECASE)
_SOURCE = re.compile(r"\W*(?:the )?(?:source|link|url)\W*", re.IGNORECASE)
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
    r"\bthe (?:term|word|phrase|expression|concept|notion|slogan|abbreviation|name)\b"
    r"(?!\s+(?:of|for|that|which|in|is|was)\b|\s+[A-Z0-9\"'\u201c\u2018])"
)
"""What a question calls the thing by that the last one was about: "when did the term appear?"."""
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_ACTING = ("P", "G")
"""Kinds of what acts of itself: persons, groups."""
_OF_TEXTS = frozenset(("author", "published", "source"))
_NO_TEXT = frozenset("LTP")
"""Kinds of what nobody writes or publishes: places, times, persons."""
_STANDS_FOR: dict[str | None, str] = {
    "author": "Who is the writer?",
    "picture": "What is the picture?",
    "credit": "What is the picture?",
}
"""Questions on the article itself as ones of which a later question may speak: "what job does he have?"."""


def resolve(question: str, history: Sequence[str], strange: frozenset[str] = frozenset()) -> str:
    """Return the question as one that stands alone, given the earlier questions as typed, oldest first.

    One that stands alone already comes back as it is, character for character. ``strange`` are words of the earlier
    questions, in lower case, that the articles do not have: what they name is not what a later question is about.
    """
    history = history[-LOOKED_BACK:]
    if not history or said(question, history):
        return question
    earlier = _standing(tuple(asked[:LONGEST] for asked in history), strange)
    plain = _IS_DOING.sub(r"\1 is", bare(question))
    standing = _stand(plain, history[-1], earlier, strange)
    unchanged = standing.split() == plain.split()
    return question if unchanged or len(standing) > LONGEST else standing


def asked_after(history: Sequence[str]) -> dict[str, str]:
    """Return how ``resolve`` calls the persons whom earlier questions asked after, each with the question that did.

    "The person who won the race" is called so for want of the name, which the answer to "who won the race?" may have.
    """
    earlier = _standing(tuple(asked[:LONGEST] for asked in history[-LOOKED_BACK:]))[-REMEMBERED:]
    called = ((sought(clause), clause) for clause in map(parse, earlier) if clause.who)
    return {whom.text: clause.text for whom, clause in called if whom is not None}


def said(question: str, history: Sequence[str]) -> Intent | None:
    """Return what is said to the bot or asked about the article itself, or None for a question to look up.

    "When was it published?" is about the article, unless the last question was about something else that "it" can be,
    and "who said that?" is about what was answered before. After "who wrote this?", "when?" is about it too.
    """
    found = intent(question)
    if found is None and history and _WHEN.fullmatch(question):
        return "published" if said(history[-1], history[:-1]) == "author" else None
    if found == "doubted" and history and _doubts_what_was_asked(question, history):
        return None
    if found == "source" and _SOURCE.fullmatch(question) and _looked_up(history):
        found = "shown"
    if found is None or found in CHAT or not history or not points_back(question):
        return found
    history = history[-LOOKED_BACK:]
    for place in range(len(history) - 1, -1, -1):
        before = said(history[place], history[:place])
        if before is None:
            last = _standing(tuple(asked[:LONGEST] for asked in history[: place + 1]))[-1]
            it = meant("it", (parse(last),))
            return None if it and not (found in _OF_TEXTS and not _NO_TEXT.isdisjoint(it.kind)) else found
        if before not in CHAT:
            return found
    return found


def _doubts_what_was_asked(question: str, history: Sequence[str]) -> bool:
    """Tell whether a question is on what was asked about, or on what a reader told, rather than on the answer."""
    if hearsay.asks_if_so(question):
        return bool(hearsay.heard(history[-1]))
    return saying.asks_who_says(question) and said(history[-1], history[:-1]) is None


def _looked_up(history: Sequence[str]) -> bool:
    """Tell whether the last of the earlier questions that were not only said to the bot was one to look up."""
    for place in range(len(history) - 1, -1, -1):
        before = said(history[place], history[:place])
        if before not in CHAT:
            return before is None
    return False


@lru_cache(maxsize=1024)
def _standing(history: tuple[str, ...], strange: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the earlier questions as ones that stand alone, courtesies left out; a chat only ever adds to them."""
    if not history:
        return ()
    *before, last = history
    earlier = _standing(tuple(before), strange)
    meant_so = said(last, before)
    if meant_so in _STANDS_FOR:
        return (*earlier, _STANDS_FOR[meant_so])
    if meant_so:
        return earlier
    asked = _IS.sub(r"\1 is", bare(last))
    standing = _AND.sub("", _stand(asked, before[-1] if before else "", earlier, strange))
    return (*earlier, hearsay.as_question(standing)) if parse(standing).words else earlier


def _stand(question: str, typed: str, asked: Sequence[str], strange: frozenset[str]) -> str:
    """Return the question made to stand alone on the earlier ones, which do; the last of them also as it was typed."""
    if not asked:
        return question
    if hearsay.asks_if_so(question) and (told := hearsay.heard(typed)):
        return f"{told}?"
    return _filled(_with_term(_goes_on(question, typed, asked), asked), asked, strange)


def _filled(question: str, asked: Sequence[str], strange: frozenset[str]) -> str:
    words = _WORDS.findall(question.lower())
    leaning = not _LEANING.isdisjoint(words)
    if len(question) > LONGEST_LEANING or (not leaning and len(words) > SHORT and words[0] not in _CONNECTIVES):
        return question
    question = " ".join(question.split())
    earlier = _Earlier(asked[-REMEMBERED:])
    completed = ellipsis.complete(question, earlier)
    return _pointed(question, words, earlier, strange) if completed is None else completed or question


def _pointed(question: str, words: Sequence[str], earlier: _Earlier, strange: frozenset[str]) -> str:
    """Return the question with what it points back to named, or with what the last one was about."""
    named = _Earlier(earlier.asked, lambda text: bearer(text, strange))
    if found := _NOUN_OF.match(_AND.sub("", question)):
        return _of(question, found, named[-1])
    if about_deed := lasting.told(question, named[-1]) or saying.told(question, named) or deeds.told(question, named):
        return about_deed
    standing = pronouns.replace(ones.fill(question, named), named)
    if standing == question:
        return _continued(question, words, named[-1])
    if standing.partition(" ")[0].lower() in PREPOSITIONS:  # "for both of them?"
        return ellipsis.complete(standing, earlier) or standing
    return standing


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
    found = _TERM.search(question)
    called = (_called(parse(one)) for one in earlier[: -REMEMBERED - 1 : -1]) if found else iter(())
    topic = next(filter(None, called), None)
    if found is None or topic is None:
        return question
    return f"{question[: found.end()]} {_ARTICLE.sub('', topic.text)}{question[found.end() :]}"


def _called(clause: Clause) -> Phrase | None:
    """Return what a question is about, where that may be called a term: a name, or what it asks the meaning of."""
    topic = meant("it", (clause,))
    return topic if topic and not topic.human and (topic.name or clause.form == "be") else None


def _joined(question: str, last: Clause) -> str:
    """Return a question that "and" joins to the last one, with what that was about: "and how many people can join?"."""
    plain = _AND.sub("", question)
    clause = parse(plain)
    about = max(candidates(last), key=lambda one: one.role, default=None)
    named = clause.form == "be" and clause.complement is not None and clause.complement.name  # who is Ann Lee
    own = _AS_KIND.search(plain) is not None or _another(clause, about, last)
    if clause.form == "other" or named or own or about is None or about.phrase.head in plain.lower():
        return question
    return _as_for(clause, definite(about.phrase.text))


def _another(clause: Clause, about: Candidate | None, last: Clause) -> bool:
    """Tell whether a question turns from one who acts to another: from the mayor to the government."""
    who = clause.subject
    if about is None or who is None or not who.determined or clause.form != "aux":
        return False
    doer = last.form == "aux" and last.wh.lower() == "what" and about.phrase.name  # what does Moss want
    other = about.human or about.phrase.kind[:1] in _ACTING or doer
    return who.kind[:1] in _ACTING and other


def _topicless(question: str) -> bool:
    """Tell whether a question says nothing of what it is about: "how many people came?", "who paid?"."""
    clause = parse(question)
    said = not PRONOUNS.isdisjoint(word.lower for word in clause.words) or _SO.search(clause.body)
    if said or clause.form in ("other", "be"):
        return False
    return bool(clause.wh or clause.phrases) and all(phrase.head in ANYONE for phrase in clause.phrases)


def _as_for(clause: Clause, topic: str) -> str:
    return f"{clause.body}, as for {topic}?"


class _Earlier(Sequence[Clause]):
    """The earlier questions, taken apart when they are looked at."""

    def __init__(self, asked: Sequence[str], read: Callable[[str], Clause] = parse) -> None:
        self.asked = asked
        self._read = read

    def __len__(self) -> int:
        return len(self.asked)

    def __getitem__(self, place: int) -> Clause:  # type: ignore[override] # never sliced
        return self._read(self.asked[place])


def _of(question: str, found: re.Match[str], last: Clause) -> str:
    """Return the question with what it is about, where the last question was about something it can be of."""
    topic = meant("it", (last,))
    if topic is None or (found["place"] and not topic.name):
        return question
    return f"{found['head']} of {definite(topic.text)}?"
