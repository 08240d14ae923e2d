"""A date, a sum or a name beside the right noun is no answer where nothing tells what is asked of it."""

from __future__ import annotations

from time import perf_counter

import pytest
from articles import article

from bot.answering import Bot
from bot.models import Question
from bot.relations import PATTERNS, asks_most, told_by

TOLD = (
    ("The Krag bakery of Holm was started in 1904.", "When was the Krag bakery of Holm founded?"),
    ("Ida Krag and her husband Lars came to Holm in 1994.", "When did Ida Krag and Lars get married?"),
    ("Ida Krag (1901\u20131986) built the Holm lighthouse.", "When was Ida Krag of the Holm lighthouse born?"),
    ("Ida Krag (1901\u20131986) built the Holm lighthouse.", "When did Ida Krag of the Holm lighthouse die?"),
    ("The Holm ferry is a subsidiary of Nord Lines.", "Who owns the Holm ferry?"),
    ("A pilot of the Holm ferry has a salary of 3,000 euros.", "How much does a pilot of the Holm ferry earn?"),
    ("Ida Krag, who took over the Holm ferry in 2003, is a pilot.", "When did Ida Krag become head of the Holm ferry?"),
    ("Ida Krag beat Lars Dahl in the Holm regatta.", "Who won the Holm regatta?"),
    ("Ida Krag was sent to prison in Holm for four years.", "How long was Ida Krag jailed in Holm?"),
    ("The storm of Holm killed 14 people.", "How many people were killed in the storm of Holm?"),
    ("The Holm ferry has a staff of 40 people.", "How many people work for the Holm ferry?"),
    (
        "The council of Holm put two million euros into the ferry.",
        "How much did the council of Holm spend on the ferry?",
    ),
    ("No ferry is larger than the one of Holm.", "Which ferry is the largest?"),
    ("The ferry of Holm is a record holder among ferries.", "Which ferry is the fastest?"),
)
UNTOLD = (
    ("Ida Krag has a loan from the bank of Holm.", "What is the interest rate on the loan from the bank of Holm?"),
    ("The bakers of Holm sold cakes to three sailors.", "How many cakes did the bakers of Holm sell altogether?"),
    (
        "The pilots of the Holm ferry made two mistakes.",
        "How many mistakes did the pilots of the Holm ferry make last year?",
    ),
    ("The pilots of Holm wait for the ferry at noon.", "When is the ferry of Holm expected?"),
    ("The Krag bakery of Holm caught fire in 1904.", "When was the Krag bakery of Holm founded?"),
    ("Ida Krag and Lars met in Holm in 1994.", "When did Ida Krag and Lars get married?"),
    ("Ida Krag built the Holm lighthouse in 1901.", "When did Ida Krag of the Holm lighthouse die?"),
    ("The Holm ferry of Nord Lines has nine cabins.", "Who owns the Holm ferry?"),
    ("A pilot of the Holm ferry found 3,000 euros.", "How much does a pilot of the Holm ferry earn?"),
    ("Ida Krag, a pilot of the Holm ferry, sang on Monday.", "When did Ida Krag become a pilot of the Holm ferry?"),
    ("Ida Krag watched the Holm regatta with Lars Dahl.", "Who won the Holm regatta?"),
    ("Ida Krag was cleared in Holm after nine days.", "How long was Ida Krag jailed in Holm?"),
    ("In the storm of Holm 14 people danced.", "How many people were killed in the storm of Holm?"),
    ("The Holm ferry took 40 people home.", "How many people work for the Holm ferry?"),
    (
        "The council of Holm talked about the ferry for two years.",
        "How much did the council of Holm spend on the ferry?",
    ),
    ("The ferry of Holm is old.", "Which ferry is the oldest?"),
    ("The ferry of Holm is dangerous.", "Which ferry is the most dangerous?"),
)


def ask(text: str, question: str) -> str:
    other = "Nobody knows where the old letters of the harbour school are, and the teachers ask every summer."
    return Bot([article(text, other)]).ask(Question(question)).status


@pytest.mark.parametrize(("text", "question"), TOLD)
def test_any_of_the_words_that_tell_it_answers(text: str, question: str) -> None:
    assert ask(text, question) == "answered"


@pytest.mark.parametrize(("text", "question"), UNTOLD)
def test_without_any_of_them_nothing_answers(text: str, question: str) -> None:
    assert ask(text, question) == "unanswered"


@pytest.mark.parametrize("question", ["What does the harvest of Holm bring?", "Who is the nicest guest in the forest?"])
def test_not_all_that_ends_so_is_a_superlative(question: str) -> None:
    assert asks_most(question) == ("nicest" in question)


def test_a_hostile_question_is_no_work() -> None:
    began = perf_counter()
    for word in ("who ", "when ", "how many ", "what year ", "the most ", "est "):
        told_by(word * 250, PATTERNS)
        asks_most(word * 250)
    assert perf_counter() - began < 1
