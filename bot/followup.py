"""A question that leans on earlier ones, made to stand alone: "and in Thailand?", "why?", "what job does he have?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot import ellipsis, pronouns
from bot.clause import Clause, parse
from bot.conversation import intent, strip_courtesy

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
# A noun that is always of something: "what are the benefits?" after "what is automation?".
_NOUN_OF = re.compile(
    r"(?P<head>(?:what|which|who|where|when) (?:is|are|was|were) the (?:(?:main|key|biggest|most important) )?(?:"
    r"benefits?|(?:dis)?advantages?|drawbacks?|aims?|goals?|purpose|results?|effects?|causes?|reasons?|risks?|impact"
    r"|consequences?|challenges?|origin|definition|meaning"
    r"|(?P<place>president|capital|population|leader|government|prime minister|members?|king|queen)))[\s?!.]*$",
    re.IGNORECASE,
)
_AUTHOR = "Who is the writer?"


def resolve(question: str, history: Sequence[str]) -> str:
    """Return the question as one that stands alone, given the earlier questions as typed, oldest first.

    One that stands alone already comes back as it is, character for character.
    """
    if not history or intent(question):
        return question
    earlier = _standing(tuple(asked[:LONGEST] for asked in history[-LOOKED_BACK:]))
    standing = _stand(question.strip(), earlier)
    unchanged = standing.split() == question.split()
    return question if unchanged or len(standing) > LONGEST else standing


@lru_cache(maxsize=1024)
def _standing(history: tuple[str, ...]) -> tuple[str, ...]:
    """Return the earlier questions as ones that stand alone, courtesies left out; a chat only ever adds to them."""
    if not history:
        return ()
    earlier = _standing(history[:-1])
    said = intent(history[-1])
    if said == "author":
        return (*earlier, _AUTHOR)
    return earlier if said else (*earlier, _stand(strip_courtesy(history[-1]), earlier))


def _stand(question: str, asked: Sequence[str]) -> str:
    """Return the question made to stand alone on the earlier ones, which do."""
    if not asked or len(question) > LONGEST_LEANING:
        return question
    words = _WORDS.findall(question.lower())
    leaning = not pronouns.PRONOUNS.isdisjoint(words)
    if not leaning and len(words) > SHORT and words[0] not in _CONNECTIVES:
        return question
    question = " ".join(question.split())
    earlier = _Earlier(asked[-REMEMBERED:])
    completed = ellipsis.complete(question, earlier)
    if completed is not None:
        return completed or question
    if found := _NOUN_OF.match(question):
        return _of(question, found, earlier[-1])
    return pronouns.replace(question, earlier) if leaning else question


class _Earlier(Sequence[Clause]):
    """The earlier questions, taken apart when they are looked at."""

    def __init__(self, asked: Sequence[str]) -> None:
        self._asked = asked

    def __len__(self) -> int:
        return len(self._asked)

    def __getitem__(self, place: int) -> Clause:  # type: ignore[override] # never sliced
        return parse(self._asked[place])


def _of(question: str, found: re.Match[str], last: Clause) -> str:
    """Return the question with what it is about, where the last question was about something it can be of."""
    topic = pronouns.meant("it", (last,))
    if topic is None or (found["place"] and not topic.name):
        return question
    return f"{found['head']} of {pronouns.definite(topic.text)}?"
