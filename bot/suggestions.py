"""Questions that an article's own sentences answer: something to begin with, and to go on with.

They are offers to be checked: only those that the bot then answers from their own paragraph are to be shown.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from bot.text import telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.indexing.records import Recorded
    from bot.models import Paragraph
    from bot.text import Token

MOST_PARAGRAPHS = 100
"""Paragraphs of an article that questions are made from, its first ones."""
MOST = 40
"""Candidates of an article, best first."""
OPENING = 4
"""Words by which questions that begin with the same are alike."""
ALIKE = 2
"""Questions to begin with that may begin alike."""
MOST_OF_A_KIND = 4
"""Candidates that one pattern gives, and candidates with the same subject."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question and the paragraph that it was made from, which should answer it."""

    question: str
    paragraph: Paragraph


def candidates(passages: Iterable[Recorded]) -> list[Candidate]:
    """Return questions that an article's passages should answer, the best kinds first, no two much alike."""
    from bot.askable import questions  # noqa: PLC0415 - its patterns take time that a first reply need not

    made: list[tuple[int, str, Candidate]] = []
    for passage in islice(passages, MOST_PARAGRAPHS):
        if passage.kind == "body":
            for sentence in passage.sentences:
                text = " ".join(sentence.text.replace(" -", "-").split())
                made += [(rank, name, Candidate(asked, passage.paragraph)) for rank, name, asked in questions(text)]
    seen: set[str] = set()
    kinds: Counter[int] = Counter()
    subjects: Counter[str] = Counter()
    chosen = []
    for rank, subject, candidate in sorted(made, key=lambda ranked: ranked[0]):
        if candidate.question in seen or max(kinds[rank], subjects[subject]) >= MOST_OF_A_KIND:
            continue
        seen.add(candidate.question)
        kinds[rank] += 1
        subjects[subject] += 1
        chosen.append(candidate)
    return chosen[:MOST]


def varied(checked: Iterable[Candidate]) -> tuple[str, ...]:
    """Return questions to begin with, first those that ask for different paragraphs in different ways."""
    first: dict[str, str] = {}
    openings: Counter[str] = Counter()
    rest = []
    for candidate in checked:
        opening = " ".join(candidate.question.split()[:2])
        if candidate.paragraph.id in first or openings[opening] >= ALIKE:
            rest.append(candidate.question)
        else:
            first[candidate.paragraph.id] = candidate.question
            openings[opening] += 1
    return (*first.values(), *rest)


def near(checked: Iterable[Candidate], article: str, number: int) -> list[str]:
    """Return the questions of an article, those made nearest to one of its paragraphs first, but one of many alike.

    Of those that begin otherwise, ones about a name that is in none before them come first.
    """
    own = [candidate for candidate in checked if candidate.paragraph.article == article]
    own.sort(key=lambda candidate: abs(candidate.paragraph.number - number))
    first: dict[str, str] = {}
    for candidate in own:
        first.setdefault(" ".join(candidate.question.split()[:OPENING]), candidate.question)
    names: set[str] = set()
    others: list[str] = []
    again: list[str] = []
    for question in first.values():
        named = {word.strip(".,?") for word in question.split()[1:] if word[0].isupper()}
        (again if named & names else others).append(question)
        names |= named
    alike = [candidate.question for candidate in own if candidate.question not in first.values()]
    return [*others, *again, *alike]


def by_terms(questions: Iterable[str]) -> dict[frozenset[str], str]:
    """Return questions by what they ask about, in their order, without those that ask the same as one before.

    One of several words that has one more is the same: "who is Ann Lee?", "what about the mayor Ann Lee?".
    """
    found: dict[frozenset[str], str] = {}
    for question in questions:
        terms = about(question)
        if not any(terms <= other or (other < terms and len(terms) - len(other) == 1 < len(other)) for other in found):
            found[terms] = question
    return found


@lru_cache(maxsize=1024)
def about(question: str) -> frozenset[str]:
    """Return the terms of a question, which are the same however they are put."""
    whole: list[Token] = []
    for token in telling(question):  # of "Jae-in", after its parts comes the whole
        while whole and whole[-1].start >= token.start:
            whole.pop()
        whole.append(token)
    return frozenset([token.term.replace("-", "") for token in whole])


def fresh(questions: Mapping[frozenset[str], str], asked: Iterable[frozenset[str]], most: int) -> tuple[str, ...]:
    """Return the first of some questions, given as `by_terms` does, without those that were asked, however put."""
    said = tuple(asked)
    chosen: list[str] = []
    for terms, question in questions.items():
        for other in said:
            if terms <= other:
                break
        else:
            chosen.append(question)
            if len(chosen) == most:
                break
    return tuple(chosen)
