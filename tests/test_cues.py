"""No pattern is left out where it finds something."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot import acronyms, answertype, claims, family, leaders, makers, query, speech
from bot.cues import Cues

PATTERNS = {
    "idiom": query.IDIOM,
    "picture": query.PICTURED,
    "personal": query.PERSONAL,
    "letters": acronyms.FULL,
    "ordinal": claims.ORDINAL,
    "speaker": claims.SPEAKER,
    "other": claims.OTHER,
    "level": claims.LEVEL,
    "now": claims.NOW,
    "unit": claims.UNIT,
    "soon": claims.SOON,
    "relative": family.ASKED,
    "job": query.JOB,
    "states": query.STATES,
    "negated": claims.NEGATED,
    "maker": makers.ASKED,
    "payer": makers.PAID,
    "leader": leaders.ASKED,
    "speech": speech.ASKED,
    "succession": leaders.SUCCESSION,
}
QUESTIONS = [
    json.loads(line)["question"]
    for file in sorted((Path(__file__).parent / "questions").glob("*.jsonl"))
    for line in file.read_text("utf-8").splitlines()
]
MORE = [
    "Email address of the author?",
    "TELEPHONE number, please",
    "What does A.E.C. stand for?",
    "what's the best-known date of 'birth'?",
    "How\tmany?",
    "the 2nd man",
    "Should I go?",
    "In what (year)?",
    "which three towns",
    "how old\nis it",
    "“Explain” it",
]
TEXTS = [*QUESTIONS, *map(str.upper, QUESTIONS), *MORE]


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_that_is_left_out_finds_nothing(name: str) -> None:
    for text in TEXTS:
        assert name in query.CUES.of(text) or not PATTERNS[name].search(text), text


def test_the_kind_is_the_same_where_all_patterns_are_tried() -> None:
    for text in TEXTS:
        kind, found = answertype.kind_of(text, query.CUES.of(text))
        same, whole = answertype.kind_of(text, tuple(answertype.KINDS))
        assert (kind, found and found.span()) == (same, whole and whole.span()), text


def test_most_patterns_are_left_out() -> None:
    left = [name for text in QUESTIONS for name in PATTERNS if name not in query.CUES.of(text)]
    assert len(left) > len(QUESTIONS) * len(PATTERNS) / 2


def test_what_a_pattern_need_not_have_is_no_cue() -> None:
    cues = Cues({"one": re.compile(r"\bcolou?rs?\s+of\b|(?P<name>grey)"), "two": re.compile(r"the\s\d+")})
    assert cues.of("The color") == {"one"}
    assert cues.of("42 greyhounds") == {"one", "two"}
    assert cues.of("the name of it") == frozenset()
