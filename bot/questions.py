"""Questions whose answers are known, read from a SQuAD file or from lines of JSON."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from bot.errors import QuestionsError
from bot.models import Article, Paragraph, Question

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

T = TypeVar("T")
Record: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """A question and what is known of its answer; one without answers has to be refused."""

    question: Question
    kind: str
    answers: tuple[str, ...] = ()
    article: str | None = None
    """The article the question was written for, where known."""
    paragraphs: frozenset[int] = frozenset()
    """Numbers of the paragraphs that answer; none where only the answer's words are known."""
    standalone: str | None = None
    """What the question has to be understood as."""
    standalone_has: tuple[str, ...] = ()
    """Words that the question as understood has to contain."""


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """The questions of a file, and the articles they are asked of where the file brings its own."""

    cases: tuple[Case, ...]
    articles: tuple[Article, ...] = ()


def load(path: Path, only: range | None = None) -> QuestionSet:
    """Read a SQuAD file (version 1 or 2) or lines of JSON.

    ``only`` keeps some of a SQuAD file's articles, counted from 1. Raises ``QuestionsError``, which names the
    file and the place of the fault in it.
    """
    try:
        found = _read(path.read_text("utf-8-sig"), only)
    except UnicodeDecodeError as error:
        raise QuestionsError(f"{path}: it is not UTF-8 text") from error
    except OSError as error:
        raise QuestionsError(f"{path}: {error.strerror or error}") from error
    except QuestionsError as error:
        raise QuestionsError(f"{path}: {error}") from error
    return found


def _read(text: str, only: range | None) -> QuestionSet:
    whole = _parse(text)
    if isinstance(whole, dict) and "data" in whole:
        found = _squad(whole, only)
    elif only is None:
        found = QuestionSet(tuple(_lines(text)))
    else:
        raise QuestionsError("only a SQuAD file has articles to choose from")
    if not found.cases:
        raise QuestionsError("there is no question in it")
    return found


def _parse(text: str) -> object:
    """Return the value the text is as JSON, None where it is not."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _squad(whole: Record, only: range | None) -> QuestionSet:
    """Read SQuAD's ``data[] → title, paragraphs[] → context, qas[] → question, answers[], is_impossible``."""
    entries = list(enumerate(_get(whole, "data", list, "the file"), 1))
    if only is not None:
        if only.start < 1 or only.stop > len(entries) + 1:
            raise QuestionsError(f"its articles are 1 to {len(entries)}")
        entries = [entries[number - 1] for number in only]
    articles: list[Article] = []
    cases: list[Case] = []
    for number, entry in entries:
        place = f"article {number}"
        title = _get(entry, "title", str, place).replace("_", " ")
        name = f"{number}-" + re.sub(r"[\W_]+", "-", title.casefold()).strip("-")
        paragraphs = []
        for count, paragraph in enumerate(_get(entry, "paragraphs", list, place), 1):
            where = f"{place}, paragraph {count}"
            paragraphs.append(Paragraph(name, count, _get(paragraph, "context", str, where)))
            for index, qa in enumerate(_get(paragraph, "qas", list, where), 1):
                cases.append(_squad_case(qa, f"{where}, question {index}", paragraphs[-1]))
        articles.append(Article(name, title, tuple(paragraphs)))
    return QuestionSet(tuple(cases), tuple(articles))


def _squad_case(qa: object, place: str, paragraph: Paragraph) -> Case:
    impossible = _get(qa, "is_impossible", bool, place, default=False)
    answers = [] if impossible else _get(qa, "answers", list, place)
    texts = [_get(answer, "text", str, place) for answer in answers]
    if not impossible and not texts:
        raise QuestionsError(f"{place} has no answer")
    return Case(
        Question(_get(qa, "question", str, place)),
        "unanswerable" if impossible else "answerable",
        tuple(dict.fromkeys(texts)),
        paragraph.article,
        frozenset([paragraph.number]),
    )


def _lines(text: str) -> Iterator[Case]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _line_case(_parse(line), f"line {number}")


def _line_case(record: object, place: str) -> Case:
    answers = _strings(record, "answers", place)
    unanswerable = _get(record, "unanswerable", bool, place, default=False)
    if unanswerable and answers:
        raise QuestionsError(f"{place} has 'answers' and is 'unanswerable'")
    if not unanswerable and not answers:
        raise QuestionsError(f"{place} has no 'answers', nor is it marked 'unanswerable'")
    history = _strings(record, "history", place)
    article = _optional(record, "article", place)
    kind = _optional(record, "kind", place)
    return Case(
        Question(_get(record, "question", str, place), history, article),
        kind or ("followup" if history else "unanswerable" if unanswerable else "answerable"),
        answers,
        article,
        _numbers(record, "paragraph", place),
        _optional(record, "standalone", place),
        _strings(record, "standalone_has", place),
    )


def _get(record: object, name: str, form: type[T], place: str, default: T | None = None) -> T:
    if not isinstance(record, dict):
        raise QuestionsError(f"{place} is not a JSON object")
    value = record.get(name, default)
    if isinstance(value, form):
        return value
    if name in record:
        raise QuestionsError(f"{place} has {name!r} of the wrong type, it has to be of type {form.__name__}")
    raise QuestionsError(f"{place} has no {name!r}")


def _optional(record: object, name: str, place: str) -> str | None:
    return _get(record, name, str, place, default="") or None


def _strings(record: object, name: str, place: str) -> tuple[str, ...]:
    values = _get(record, name, list, place, default=[])
    if not all(isinstance(value, str) for value in values):
        raise QuestionsError(f"{place} has to have only strings in {name!r}")
    return tuple(values)


def _numbers(record: object, name: str, place: str) -> frozenset[int]:
    value = _get(record, name, object, place, default=[])
    values = value if isinstance(value, list) else [value]
    if not all(type(value) is int for value in values):
        raise QuestionsError(f"{place} has to have a number or a list of numbers as {name!r}")
    return frozenset(values)
