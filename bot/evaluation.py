"""Questions with known answers are asked of a bot, and what comes back is held against them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from time import perf_counter
from typing import TYPE_CHECKING, Any, Protocol

from bot.errors import QuestionsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.models import Article, Passage, Question, Reply
    from bot.questions import Case

DEPTH = 10
"""How many passages are ranked for a question; a later one counts as not found."""

FOREIGN = "of another article"
"""The kind of a question that is asked of an article it was not written for."""


class Asker(Protocol):
    """What is evaluated: it answers, and it ranks without deciding whether there is an answer."""

    def ask(self, question: Question) -> Reply:
        """Answer the question or refuse it."""

    def search(self, question: Question) -> Sequence[Passage]:
        """Return the passages nearest to the question, best first, as many as its limit."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question asked: what came back, and the place (from 1) of the first passage that answers it."""

    case: Case
    reply: Reply
    rank: int | None
    ms: float

    @property
    def answered(self) -> bool:
        """Whether the bot answered; a chat reply is no answer."""
        return self.reply.status == "answered"

    @property
    def evidence(self) -> str:
        """The evidence of the first passage."""
        first = self.reply.passages[0]
        return first.paragraph.text[first.evidence.start : first.evidence.end]

    @property
    def highlights(self) -> str:
        """The highlighted words of the first passage."""
        first = self.reply.passages[0]
        return " ".join(first.paragraph.text[span.start : span.end] for span in first.highlights)

    @property
    def evidence_holds(self) -> bool:
        """Whether the first passage's evidence holds one of the answers."""
        return self.answered and holds(self.evidence, self.case.answers)

    @property
    def highlight_holds(self) -> bool:
        """Whether the first passage's highlighted words hold one of the answers."""
        return self.answered and holds(self.highlights, self.case.answers)

    @property
    def understood(self) -> bool:
        """Whether the question was taken as it has to be, as far as that is known."""
        asked, case = _plain(self.reply.standalone_question), self.case
        if case.standalone is not None and asked.rstrip(" ?.!") != _plain(case.standalone).rstrip(" ?.!"):
            return False
        return all(_plain(word) in asked for word in case.standalone_has)

    @property
    def right(self) -> bool:
        """Whether the question was understood, and answered from the right place or rightly refused."""
        if not self.case.answers:
            return self.understood and self.reply.status == "unanswered"
        return self.understood and self.answered and is_gold(self.reply.passages[0], self.case)

    @property
    def fault(self) -> str | None:
        """What went wrong first on the way of the question, None where nothing did."""
        if not self.understood:
            return "misunderstood"
        if not self.case.answers:
            return None if self.reply.status == "unanswered" else f"{self.reply.status}, has no answer"
        if self.rank != 1:
            return "another passage first" if self.rank else "not found"
        if not self.answered:
            return "refused"
        return None if self.evidence_holds else "evidence without the answer"

    def to_dict(self) -> dict[str, Any]:
        """Return a miss as JSON has it."""
        return {
            "fault": self.fault,
            "question": self.case.question.text,
            "history": list(self.case.question.history),
            "standalone_question": self.reply.standalone_question,
            "kind": self.case.kind,
            "answers": list(self.case.answers),
            "rank": self.rank,
            "status": self.reply.status,
            "reply": self.reply.reply,
        }


@dataclass(frozen=True, slots=True)
class Round:
    """Questions that are asked of one bot, and the articles it is given."""

    articles: tuple[Article, ...]
    cases: tuple[Case, ...]


def each_article(articles: Sequence[Article], cases: Sequence[Case]) -> list[Round]:
    """Give each article a round of its own: its questions, and the next article's, which it has to refuse.

    Raises ``QuestionsError`` where a question does not say which of the articles it was written for.
    """
    own: dict[str | None, list[Case]] = {article.id: [] for article in articles}
    for case in cases:
        if case.article not in own:
            raise QuestionsError(f"no article to ask alone is named by the question {case.question.text!r}")
        own[case.article].append(case)
    rounds = []
    for article, following in zip(articles, [*articles[1:], articles[0]], strict=True):
        foreign = [] if following is article else [_foreign(case) for case in own[following.id] if case.answers]
        if asked := (*own[article.id], *foreign):
            rounds.append(Round((article,), asked))
    return rounds


def evaluate(rounds: Iterable[Round], make: Callable[[Sequence[Article]], Asker]) -> Iterator[Outcome]:
    """Make a bot for each round and ask it the round's questions; only the asking is timed."""
    for part in rounds:
        bot = make(part.articles)
        for case in part.cases:
            start = perf_counter()
            reply = bot.ask(case.question)
            ms = (perf_counter() - start) * 1000
            passages = bot.search(case.question._replace(limit=DEPTH)) if case.answers else ()
            ranks = (rank for rank, passage in enumerate(passages, 1) if is_gold(passage, case))
            yield Outcome(case, reply, next(ranks, None), ms)


def _foreign(case: Case) -> Case:
    """Make a question one without an answer: it is asked of an article it was not written for."""
    question = case.question._replace(article=None)
    return replace(case, question=question, kind=FOREIGN, answers=(), article=None, paragraphs=frozenset())


def is_gold(passage: Passage, case: Case) -> bool:
    """Tell whether this is the passage to find: the one named, or else any that holds an answer."""
    paragraph = passage.paragraph
    if case.paragraphs:
        return paragraph.number in case.paragraphs and case.article in {None, paragraph.article}
    return holds(paragraph.text, case.answers)


def holds(text: str, answers: Iterable[str]) -> bool:
    """Tell whether one of the answers stands in the text, in whole words, case and space aside."""
    plain = _plain(text)
    return any(re.search(_whole(answer), plain) for answer in answers)


@lru_cache(maxsize=4096)
def _whole(answer: str) -> str:
    plain = _plain(answer)
    before, after = (r"(?<!\w)" if plain[:1].isalnum() else ""), (r"(?!\w)" if plain[-1:].isalnum() else "")
    return before + re.escape(plain) + after


def _plain(text: str) -> str:
    """Fold case, white space, and the ways to write the same letters and quotation marks."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_QUOTES)
    return " ".join(folded.split())


# Curly quotation marks, and the hyphens and dashes, each to its plain form.
_QUOTES = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011\u2013\u2014", "''\"\"----")
