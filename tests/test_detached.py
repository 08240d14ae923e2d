"""What is named before or behind a question is what its pronoun stands for."""

from __future__ import annotations

from time import perf_counter

import pytest
from articles import article

from bot.answering import Bot
from bot.dialogue.detached import attach
from bot.models import Question


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("And the new era, what does it stand for?", "what does the new era stand for?"),
        ("This bridge, when was it built?", "when was this bridge built?"),
        ("Ada Kohl, when was she born?", "when was Ada Kohl born?"),
        ("The ferry to Pico, how long does it take?", "how long does the ferry to Pico take?"),
        ("What about the trams, do they run at night?", "do the trams run at night?"),
        ("As for the ferry, is it true that it is late?", "is it true that the ferry is late?"),
        ("back to the mill: who runs it?", "who runs the mill?"),
        ("Let's talk about Ada Bloom. Where was she born?", "Where was Ada Bloom born?"),
        ("The mayor, what's her job?", "what's the mayor's job?"),
        ("Orlan, what can I do there?", "what can I do in Orlan?"),
        ("When was it built, this bridge?", "When was this bridge built?"),
        ("why did they strike, the drivers", "why did the drivers strike"),
    ],
)
def test_what_is_named_apart_is_put_in(text: str, asked: str) -> None:
    assert attach(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "Honestly, when did it open?",
        "This year, what does it cost?",
        "The first time, who was it?",
        "The mill closed, when did it reopen?",
        "Moss won the election, what did he promise voters?",
        "In Orlan, what did they offer?",
        "A question, when did it open?",
        "Sam, who is the mayor and when was he elected?",
        "What is the bridge, and when was it built?",
        "Who won, Ann or her brother?",
        "When is it, in May or in June?",
        ", when is it?",
    ],
)
def test_what_is_said_before_a_question_is_not_always_what_it_is_about(text: str) -> None:
    assert attach(text) == text


def test_it_is_put_in_with_earlier_questions_and_without() -> None:
    bot = Bot([article("The bridge of Holm was built by Ada Kohl.", "Ada Kohl was born in Durban in 1951.")])
    for history in ((), ("Who owns the mill?",)):
        reply = bot.ask(Question("And Ada Kohl, where was she born?", history))
        assert reply.standalone_question == "where was Ada Kohl born?"
        assert "Durban" in reply.reply


@pytest.mark.parametrize("unit", ["the a ", "it ", "when it ", "the it, ", "and "])
def test_hostile_text_is_no_work(unit: str) -> None:
    began = perf_counter()
    attach((unit * 500)[:500] + ", when is it")
    assert perf_counter() - began < 0.25
