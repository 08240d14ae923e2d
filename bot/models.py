"""The values that travel from a question to its reply; each is frozen but the last, none knows how others are made.

What a question makes and what articles are made of are named tuples, which are made in half the time of a frozen
dataclass or less.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

Kind = Literal["body", "caption", "note", "byline"]
Status = Literal["answered", "unanswered", "chat"]

QUESTION_LENGTH = 500
"""Characters that a question may have, white space at its ends aside."""
HISTORY_LENGTH = 20
"""Earlier questions that may go with a question."""


class Span(NamedTuple):
    """A half-open range of Unicode code points of a paragraph's text: ``text[start:end]``."""

    start: int
    end: int


class Paragraph(NamedTuple):
    """One passage of an article as its file has it, white space tidied.

    ``number`` counts from 1 in the order of the file; the byline is paragraph 0.
    """

    article: str
    number: int
    text: str
    kind: Kind = "body"

    @property
    def id(self) -> str:
        """The name the paragraph is linked by, ``ARTICLE#pNUMBER``."""
        return f"{self.article}#p{self.number}"

    @property
    def url(self) -> str:
        """Where the paragraph stands on the bot's own site."""
        return _address(self.id)


@dataclass(frozen=True)
class Article:
    """A file of the corpus, read: its title, what is known of it, and its paragraphs in order."""

    id: str
    title: str
    paragraphs: Sequence[Paragraph]
    byline: str | None = None
    """The line that names the writer, as the page has it."""
    published: str | None = None
    """The date line, as the page has it."""
    source: str | None = None
    """The address the article was copied from, ``https://…``."""
    reading: str | None = None
    """How long it takes to read, as the page says."""

    @property
    def url(self) -> str:
        """Where the article stands on the bot's own site."""
        return _address(self.id)

    @cached_property
    def passages(self) -> Sequence[Paragraph]:
        """All that a question can find: the byline as paragraph 0, then the paragraphs."""
        if self.byline is None:
            return self.paragraphs
        return (Paragraph(self.id, 0, self.byline, "byline"), *self.paragraphs)


def _address(place: str) -> str:
    """Return the address of an article or a paragraph: an id has letters of any script, an address none but ASCII's."""
    return f"/articles/{place if place.isascii() else quote(place, safe='/#')}"


class Question(NamedTuple):
    """What a reader asks: the text, the earlier questions (oldest first), one article's id, how many passages."""

    text: str
    history: tuple[str, ...] = ()
    article: str | None = None
    limit: int = 3


class Hit(NamedTuple):
    """A paragraph that an engine found: its place in the index and its BM25 score, higher is better."""

    paragraph: int
    score: float


class Passage(NamedTuple):
    """A paragraph offered to the reader: the sentence that answers best and the words in it that answer."""

    paragraph: Paragraph
    title: str
    score: float
    evidence: Span
    highlights: tuple[Span, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the passage in the form of the JSON contract."""
        paragraph, title, score, (start, end), highlights = self
        return {
            "id": paragraph.id,
            "article": paragraph.article,
            "title": title,
            "paragraph": paragraph.number,
            "text": paragraph.text,
            "score": round(score, 4),
            "evidence": {"start": start, "end": end},
            "highlights": [{"start": start, "end": end} for start, end in highlights],
            "url": paragraph.url,
        }


@dataclass(slots=True)
class Reply:
    """What the bot says to a question, and what it bases that on.

    It is not frozen, for the suggestions are looked for and the time is taken once the rest is there.
    """

    question: str
    standalone_question: str
    status: Status
    reply: str
    passages: tuple[Passage, ...] = ()
    related: tuple[Passage, ...] = ()
    missing: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    took_ms: float = field(default=0.0, compare=False)
    """How many milliseconds it took, to the microsecond."""
    replies: tuple[str, ...] = ()
    """What it says to each of several questions, nothing where one was asked."""

    @property
    def parts(self) -> list[tuple[str, list[Passage]]]:
        """What it says, with what it quotes: a part for each of several questions, one for all that quote the same."""
        if not self.replies:
            return [(self.reply, self.cited)]
        quoted = [(text, self._quoted(text)) for text in self.replies]
        return [("\n".join(text for text, _ in part), found) for found, part in groupby(quoted, key=itemgetter(1))]

    @property
    def cited(self) -> list[Passage]:
        """The passages that it quotes: the first, and one for each line where it has several."""
        return self._quoted(self.reply) if "\n" in self.reply else list(self.passages[:1])

    def _quoted(self, text: str) -> list[Passage]:
        """Return the passages that the lines of a text are from, the first for each."""
        found = [
            next((each for each in self.passages if line in each.paragraph.text), None) for line in text.split("\n")
        ]
        return [passage for passage in self.passages if any(passage is each for each in found)]

    def to_dict(self) -> dict[str, Any]:
        """Return the reply in the form of the JSON contract."""
        return {
            "question": self.question,
            "standalone_question": self.standalone_question,
            "status": self.status,
            "reply": self.reply,
            "passages": [passage.to_dict() for passage in self.passages],
            "related": [passage.to_dict() for passage in self.related],
            "missing": list(self.missing),
            "suggestions": list(self.suggestions),
            "took_ms": self.took_ms,
        }
