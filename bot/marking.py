"""Cut a paragraph into what stands before the evidence, the evidence with its strong words, and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.models import Span

_WHOLE = 1600
"""Code points of the longest paragraph that is quoted whole; a longer one is cut around its evidence."""
_MARGIN = 400
"""Code points kept on either side of the evidence of a longer paragraph."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of the evidence; strong where it answers the question."""

    text: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph's text in order: before, evidence, after; joined they are the text again."""

    before: str
    evidence: tuple[Run, ...]
    after: str

    @property
    def quoted(self) -> str:
        """The evidence as plain text."""
        return "".join(run.text for run in self.evidence)


def mark(text: str, evidence: Span, highlights: Iterable[Span] = ()) -> Marked:
    """Cut ``text`` at the evidence and its highlights; what lies outside the text or the evidence is left out."""
    start, end = _within(evidence, 0, len(text))
    runs: list[Run] = []
    at = start
    for span in sorted(highlights, key=lambda span: span.start):
        first, last = _within(span, at, end)
        if first == last:
            continue
        if at < first:
            runs.append(Run(text[at:first], strong=False))
        runs.append(Run(text[first:last], strong=True))
        at = last
    if at < end:
        runs.append(Run(text[at:end], strong=False))
    return Marked(text[:start], tuple(runs), text[end:])


def quote(text: str, evidence: Span, highlights: Iterable[Span] = ()) -> Marked:
    """Mark ``text`` as an answer quotes it: a very long paragraph is cut at words around its evidence."""
    marked = mark(text, evidence, highlights)
    if len(text) <= _WHOLE:
        return marked
    before, after = marked.before, marked.after
    if len(before) > _MARGIN:
        before = "… " + before[-_MARGIN:].partition(" ")[2]
    if len(after) > _MARGIN:
        after = after[:_MARGIN].rpartition(" ")[0] + " …"
    return Marked(before, marked.evidence, after)


def _within(span: Span, low: int, high: int) -> tuple[int, int]:
    start = min(max(span.start, low), high)
    return start, min(max(span.end, start), high)
