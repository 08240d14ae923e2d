"""Outcomes of questions with known answers go in, the figures that judge the bot come out."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from statistics import fmean, median
from typing import TYPE_CHECKING, Any

from bot.evaluation import DEPTH, FOREIGN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.evaluation import Outcome
    from bot.models import Passage


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over some questions; shares run from 0 to 1, None where no question bears on a figure."""

    questions: int
    recall_at_1: float | None
    """Share of the answerable questions whose passage is ranked first, refused or not."""
    recall_at_3: float | None
    recall_at_10: float | None
    mrr: float | None
    """Mean of 1/rank (Voorhees 1999), 0 where none of the first ten passages answers."""
    answered: float | None
    """Share of the answerable questions that were answered."""
    refused: float | None
    """Share of the unanswerable questions that were refused."""
    refused_foreign: float | None
    """Share of the questions written for another article that were refused."""
    evidence_holds: float | None
    """Share of the answerable questions for which the first passage's evidence holds an answer."""
    evidence_share: float | None
    """Mean length of the evidence, in parts of its passage, where there was an answer."""
    highlight_holds: float | None
    """Share of the answerable questions for which the first passage's highlights hold an answer."""
    highlight_words: float | None
    """Mean number of words highlighted in the first passage, where there was an answer."""
    followups_right: float | None
    """Share of the questions with a history that were understood, and answered or refused rightly."""
    ms_median: float
    ms_mean: float

    @classmethod
    def of(cls, outcomes: Sequence[Outcome]) -> Figures:
        """Take the means of one or more outcomes."""
        answerable = [outcome for outcome in outcomes if outcome.case.answers]
        answered = [outcome for outcome in answerable if outcome.answered]
        foreign = [outcome for outcome in outcomes if outcome.case.kind == FOREIGN]
        unanswerable = [o for o in outcomes if not o.case.answers and o.case.kind != FOREIGN]
        times = [outcome.ms for outcome in outcomes]
        return cls(
            questions=len(outcomes),
            recall_at_1=_recall(answerable, 1),
            recall_at_3=_recall(answerable, 3),
            recall_at_10=_recall(answerable, DEPTH),
            mrr=_mean(1 / outcome.rank if outcome.rank else 0.0 for outcome in answerable),
            answered=_mean(outcome.answered for outcome in answerable),
            refused=_mean(outcome.reply.status == "unanswered" for outcome in unanswerable),
            refused_foreign=_mean(outcome.reply.status == "unanswered" for outcome in foreign),
            evidence_holds=_mean(outcome.evidence_holds for outcome in answerable),
            evidence_share=_mean(_share(outcome.reply.passages[0]) for outcome in answered),
            highlight_holds=_mean(outcome.highlight_holds for outcome in answerable),
            highlight_words=_mean(len(outcome.highlights.split()) for outcome in answered),
            followups_right=_mean(outcome.right for outcome in outcomes if outcome.case.question.history),
            ms_median=median(times),
            ms_mean=fmean(times),
        )


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of all questions, of each kind of question, and the questions that went wrong."""

    figures: Figures
    kinds: dict[str, Figures]
    misses: tuple[Outcome, ...]

    @classmethod
    def of(cls, outcomes: Sequence[Outcome]) -> Report:
        """Sum up one or more outcomes; kinds stand in the order in which they come."""
        kinds: dict[str, list[Outcome]] = {}
        for outcome in outcomes:
            kinds.setdefault(outcome.case.kind, []).append(outcome)
        return cls(
            Figures.of(outcomes),
            {kind: Figures.of(some) for kind, some in kinds.items()},
            tuple(outcome for outcome in outcomes if outcome.fault),
        )

    def to_dict(self, *, misses: bool = False) -> dict[str, Any]:
        """Return the report as JSON has it."""
        listed = {"misses": [outcome.to_dict() for outcome in self.misses]} if misses else {}
        kinds = {kind: asdict(figures) for kind, figures in self.kinds.items()}
        return {**asdict(self.figures), "kinds": kinds, **listed}


def _recall(outcomes: Iterable[Outcome], depth: int) -> float | None:
    return _mean(outcome.rank is not None and outcome.rank <= depth for outcome in outcomes)


def _share(passage: Passage) -> float:
    return (passage.evidence.end - passage.evidence.start) / len(passage.paragraph.text)


def _mean(values: Iterable[float]) -> float | None:
    listed = list(values)
    return fmean(listed) if listed else None
