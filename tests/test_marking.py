from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.marking import Run, mark, quote
from bot.models import Span

TEXT = "One. Two three four. Five."
SPANS = st.builds(Span, st.integers(-5, 40), st.integers(-5, 40))


@pytest.mark.parametrize(
    ("highlights", "runs"),
    [
        ((), (Run("Two three four.", strong=False),)),
        ((Span(9, 14),), (Run("Two ", strong=False), Run("three", strong=True), Run(" four.", strong=False))),
        ((Span(5, 20),), (Run("Two three four.", strong=True),)),
        ((Span(5, 8), Span(5, 8)), (Run("Two", strong=True), Run(" three four.", strong=False))),
        ((Span(0, 8),), (Run("Two", strong=True), Run(" three four.", strong=False))),
        ((Span(21, 25),), (Run("Two three four.", strong=False),)),
    ],
    ids=["none", "within", "all", "twice the same", "it begins too early", "it lies outside"],
)
def test_evidence_is_cut_at_its_highlights(highlights: tuple[Span, ...], runs: tuple[Run, ...]) -> None:
    marked = mark(TEXT, Span(5, 20), highlights)
    assert (marked.before, marked.evidence, marked.after) == ("One. ", runs, " Five.")
    assert marked.quoted == "Two three four."


@given(st.text(max_size=30), SPANS, st.lists(SPANS, max_size=4))
def test_no_spans_whatever_lose_or_double_a_letter(text: str, evidence: Span, highlights: list[Span]) -> None:
    marked = mark(text, evidence, highlights)
    assert marked.before + marked.quoted + marked.after == text


def test_a_very_long_paragraph_is_quoted_around_its_evidence() -> None:
    text = "before " * 400 + "the answer stands here." + " after" * 400
    at = text.index("the answer")
    cut = quote(text, Span(at, at + 23))
    assert cut.quoted == "the answer stands here."
    assert cut.before.startswith("… before ")
    assert cut.before.endswith("before ")
    assert cut.after.endswith(" after …")
    assert len(cut.before + cut.after) < 900
