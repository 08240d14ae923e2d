"""Words of texts, however odd."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.text import term, tokenize


@settings(deadline=None)  # NLTK is loaded within the first
@given(st.text(alphabet="asz'’.,-019 \u0301\u0670éİßﬁ½日ア한", max_size=8) | st.text(max_size=50))
@example("\u0301's")
def test_each_word_has_a_term_to_be_searched_by(text: str) -> None:
    for token in tokenize(text):
        assert token.term
        assert text[token.start : token.end].strip()


def test_a_chain_of_hyphens_is_not_repeated_at_each_of_them() -> None:
    text = "a-" * 10_000

    assert sum(len(token.term) for token in tokenize(text)) < 100 * len(text)
    assert "state-of-the-art".replace("-", "") in [token.term for token in tokenize("state-of-the-art")]


def test_a_letter_with_a_stroke_is_the_letter() -> None:
    assert [token.term for token in tokenize("Sørensen ŁÓDŹ Đorđe")] == ["sorensen", "lodz", "dord"]


@pytest.mark.parametrize("form", ["goes", "went", "gone", "going", "Goes"])
def test_the_forms_of_a_verb_are_one_term(form: str) -> None:
    assert term(form) == term("go")


@pytest.mark.parametrize(
    ("one", "other"), [("1950's", "1950s"), ("the 80\u2019s", "the 80s"), ("A380's", "A380"), ("Ida's", "Ida")]
)
def test_an_apostrophe_makes_no_other_word(one: str, other: str) -> None:
    assert [token.term for token in tokenize(one)] == [token.term for token in tokenize(other)]
