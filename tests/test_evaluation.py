"""The figures: each is worked out by hand here for a bot whose replies are known."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from bot.errors import QuestionsError
from bot.evaluation import FOREIGN, Outcome, Round, each_article, evaluate, holds
from bot.figures import Figures, Report
from bot.models import Article, Paragraph, Passage, Question, Reply, Span, Status
from bot.questions import Case

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT = "Ann came in May. Bob came in June."
FIRST, SECOND = Span(0, 16), Span(17, 34)


def passage(number: int = 1, evidence: Span = FIRST, highlights: tuple[Span, ...] = (), article: str = "a") -> Passage:
    return Passage(Paragraph(article, number, TEXT), "A", 1.0, evidence, highlights)


def outcome(case: Case, status: Status, first: Passage | None = None, rank: int | None = None) -> Outcome:
    passages = (first,) if first else ()
    return Outcome(case, Reply(case.question.text, case.question.text, status, "", passages), rank, 1.0)


def figures(*outcomes: Outcome) -> Figures:
    return Figures.of(outcomes)


WHO = Case(Question("Who came in May?"), "answerable", ("Ann", "Miss Ann"), "a", frozenset([1]))
NOTHING = Case(Question("Who came in July?"), "unanswerable")
ANSWERED = outcome(WHO, "answered", passage(highlights=(Span(0, 3),)), 1)


@pytest.mark.parametrize(
    ("text", "answers", "found"),
    [
        ("Ann came in May.", ["Bob", "Ann"], True),
        ("Ann came in May.", ["ann  came\nIN"], True),
        ("the \u201cBig\u00a0Apple\u201d\u2014so", ['"big apple"-so'], True),
        ("It cost $5.50.", ["$5.50"], True),
        ("It cost US$5.50.", ["$5.50"], True),
        ("Anne came.", ["Ann"], False),
        ("in 1905", ["190"], False),
        ("Ann came.", [], False),
    ],
)
def test_an_answer_is_found_as_whole_words(text: str, answers: list[str], found: bool) -> None:  # noqa: FBT001
    assert holds(text, answers) is found


@pytest.mark.parametrize(
    ("ranks", "expected"),
    [
        ([1, 1], (1, 1, 1, 1)),
        ([1, None], (0.5, 0.5, 0.5, 0.5)),
        ([2, 3], (0, 1, 1, (1 / 2 + 1 / 3) / 2)),
        ([4, 10], (0, 0, 1, (1 / 4 + 1 / 10) / 2)),
    ],
)
def test_recall_and_reciprocal_rank(ranks: list[int | None], expected: tuple[float, ...]) -> None:
    got = figures(*(outcome(WHO, "unanswered", rank=rank) for rank in ranks))
    assert (got.recall_at_1, got.recall_at_3, got.recall_at_10, got.mrr) == pytest.approx(expected)


def test_unanswerable_questions_count_for_refusal_alone() -> None:
    got = figures(ANSWERED, outcome(NOTHING, "unanswered"), outcome(NOTHING, "answered", passage()))
    assert (got.questions, got.recall_at_1, got.answered, got.refused) == (3, 1, 1, 0.5)


def test_a_chat_reply_is_neither_an_answer_nor_a_refusal() -> None:
    got = figures(outcome(WHO, "chat"), outcome(NOTHING, "chat"))
    assert (got.answered, got.refused) == (0, 0)


def test_evidence_counts_end_to_end_and_its_share_where_there_was_an_answer() -> None:
    refused, beside = outcome(WHO, "unanswered", rank=1), outcome(WHO, "answered", passage(evidence=SECOND), 1)
    got = figures(ANSWERED, refused, beside, ANSWERED)
    assert got.evidence_holds == 0.5
    assert got.evidence_share == pytest.approx((16 + 17 + 16) / 3 / 34)


def test_highlights_count_end_to_end_and_their_words_where_there_was_an_answer() -> None:
    wide = outcome(WHO, "answered", passage(highlights=(Span(4, 8), Span(9, 15))), 1)
    got = figures(ANSWERED, wide, outcome(WHO, "unanswered", rank=1))
    assert got.highlight_holds == pytest.approx(1 / 3)
    assert got.highlight_words == (1 + 3) / 2


def test_what_no_question_bears_on_is_left_open() -> None:
    got = figures(outcome(NOTHING, "unanswered"))
    assert (got.recall_at_1, got.mrr, got.evidence_share, got.followups_right) == (None, None, None, None)


@pytest.mark.parametrize(
    ("standalone", "standalone_has", "understood", "right"),
    [
        (None, (), "and in June?", True),
        ("Who came in June?", (), "who came  in june", True),
        ("Who came in June?", (), "and in June?", False),
        (None, ("June", "came"), "Who came in June?", True),
        (None, ("June", "came"), "and in June?", False),
    ],
)
def test_a_followup_is_right_when_it_was_understood(
    standalone: str | None,
    standalone_has: tuple[str, ...],
    understood: str,
    right: bool,  # noqa: FBT001
) -> None:
    question = Question("and in June?", ("Who came in May?",))
    case = Case(question, "followup", ("Bob",), None, frozenset(), standalone, standalone_has)
    reply = Reply(question.text, understood, "answered", "Bob", (passage(evidence=SECOND),))
    assert figures(Outcome(case, reply, 1, 1.0)).followups_right == float(right)


@pytest.mark.parametrize(
    ("answers", "status", "number", "right"),
    [
        (("Ann",), "answered", 1, True),
        (("Ann",), "answered", 2, False),
        (("Ann",), "unanswered", 1, False),
        ((), "unanswered", 1, True),
        ((), "answered", 1, False),
        ((), "chat", 1, False),
    ],
)
def test_a_followup_is_right_when_its_place_is_answered_or_its_lack_is_said(
    answers: tuple[str, ...],
    status: Status,
    number: int,
    right: bool,  # noqa: FBT001
) -> None:
    case = Case(Question("and?", ("Who?",)), "followup", answers, None, frozenset([1]))
    first = passage(number) if status == "answered" else None
    assert figures(outcome(case, status, first, 1)).followups_right == float(right)


@pytest.mark.parametrize(
    ("came", "fault"),
    [
        (ANSWERED, None),
        (outcome(NOTHING, "unanswered"), None),
        (outcome(NOTHING, "answered", passage()), "answered, has no answer"),
        (outcome(WHO, "answered", passage(2), 2), "another passage first"),
        (outcome(WHO, "answered", passage(2)), "not found"),
        (outcome(WHO, "unanswered", rank=1), "refused"),
        (outcome(WHO, "answered", passage(evidence=SECOND), 1), "evidence without the answer"),
    ],
)
def test_a_miss_is_listed_with_its_first_fault(came: Outcome, fault: str | None) -> None:
    misses = Report.of([came]).to_dict(misses=True)["misses"]
    assert [miss["fault"] for miss in misses] == ([fault] if fault else [])


def test_kinds_are_reported_apart() -> None:
    report = Report.of([ANSWERED, outcome(NOTHING, "unanswered")]).to_dict()
    assert {kind: part["questions"] for kind, part in report["kinds"].items()} == {"answerable": 1, "unanswerable": 1}
    assert "misses" not in report


class Fake:
    """Refuses every question, and ranks paragraph 2 before paragraph 1."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.article = articles[0].id

    def ask(self, question: Question) -> Reply:
        return Reply(question.text, question.text, "unanswered", "")

    def search(self, question: Question) -> list[Passage]:
        return [passage(2, article=self.article), passage(1, article=self.article)][: question.limit]


ARTICLES = tuple(Article(name, name, (Paragraph(name, 1, TEXT),)) for name in ("a", "b", "c"))


def test_ranking_is_measured_where_the_bot_refuses() -> None:
    (got,) = evaluate([Round(ARTICLES[:1], (WHO,))], Fake)
    assert (got.answered, got.rank) == (False, 2)


def test_without_a_paragraph_named_any_that_holds_an_answer_counts() -> None:
    case = Case(WHO.question, "answerable", ("Ann",))
    (got,) = evaluate([Round(ARTICLES[:1], (case,))], Fake)
    assert got.rank == 1


def test_the_same_paragraph_of_another_article_does_not_count() -> None:
    (got,) = evaluate([Round(ARTICLES[1:2], (WHO,))], Fake)
    assert got.rank is None


def test_each_article_is_asked_its_own_questions_and_the_next_ones() -> None:
    cases = [Case(Question(name), "answerable", (name,), name) for name in "abc"]
    rounds = each_article(ARTICLES, [*cases, Case(Question("none"), "unanswerable", article="b")])
    asked = [[(case.question.text, case.kind) for case in part.cases] for part in rounds]
    assert asked == [
        [("a", "answerable"), ("b", FOREIGN)],
        [("b", "answerable"), ("none", "unanswerable"), ("c", FOREIGN)],
        [("c", "answerable"), ("a", FOREIGN)],
    ]
    assert [part.articles for part in rounds] == [(article,) for article in ARTICLES]


def test_foreign_questions_are_reported_apart_from_the_unanswerable() -> None:
    cases = [Case(Question(name), "answerable", (name,), name) for name in "ab"]
    got = list(evaluate(each_article(ARTICLES[:2], cases), Fake))
    assert Counter(part.case.kind for part in got) == {"answerable": 2, FOREIGN: 2}
    assert (Figures.of(got).refused_foreign, Figures.of(got).refused) == (1, None)


def test_one_article_alone_has_no_foreign_questions() -> None:
    (part,) = each_article(ARTICLES[:1], [WHO])
    assert part.cases == (WHO,)


def test_a_question_without_its_article_cannot_be_asked_of_each_alone() -> None:
    with pytest.raises(QuestionsError, match="Who came in July"):
        each_article(ARTICLES, [NOTHING])
