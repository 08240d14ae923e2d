"""A question without how its answer is wished for."""

from __future__ import annotations

import pytest

from bot.dialogue.brevity import strip_wish


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("In one word, what is a kiln?", "what is a kiln?"),
        ("in a nutshell what is a kiln", "what is a kiln"),
        ("Briefly: who built it?", "who built it?"),
        ("What is a kiln, in two short sentences please?", "What is a kiln?"),
        ("What is a kiln (in plain English)?", "What is a kiln?"),
        ("what is a kiln in your own words", "what is a kiln"),
        ("Explain kilns like I'm five!", "Explain kilns!"),
        ("explain kilns as if I were 8 years old", "explain kilns"),
        ("Please explain kilns to a 10-year-old child.", "Please explain kilns."),
    ],
)
def test_what_tells_how_to_answer_is_left_out(text: str, asked: str) -> None:
    assert strip_wish(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "In a few words?",
        "What did she give to a 10-year-old child?",
        "How many people live in five towns?",
        "Who came in one line with the mayor?",
        "What is like a kiln?",
        "Is she in short supply?",
    ],
)
def test_what_is_asked_about_stays(text: str) -> None:
    assert strip_wish(text) == text
