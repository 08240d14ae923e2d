"""Who asks in everyday words is answered in those of the article."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.english.kinship import kin
from bot.models import Question

REST = (
    "The lake is wide, and the boats of the rowing club lie behind the theatre.",
    "Nobody came on Monday, and the band went home.",
)


@pytest.mark.parametrize(
    ("text", "question", "reply"),
    [
        ("The ferry, which employs 2,300 people, lost money.", "How many people work for the ferry?", "2,300"),
        ("The ferry will be run by Kohl Marine.", "Which company will operate the ferry?", "Kohl Marine"),
        ("In March the ferry made 40 people redundant.", "How many people did the ferry sack?", "40"),
        ("The ferry was acquired by Ida Kohl in 2019.", "Who bought the ferry?", "Ida Kohl"),
        ("Children pay 4 euros for the ferry.", "How much do kids pay?", "4 euros"),
        ("Where is the bank? Beside the jetty.", "where is the bank", "Where is the bank? Beside the jetty."),
        ("Most of the colonies died of a mite.", "Why did the colonies die?", "Most of the colonies died of a mite."),
        ("At 124 metres, the ferry is 30 metres longer than a bus.", "What is the length of the ferry?", "124 metres"),
        ("The bees make 800 kilograms of honey a year.", "How much honey do the bees make?", "800 kilograms"),
        ("Microbes are killed by boiling the water.", "How are germs killed?", "boiling"),
        ("The island imposed a levy of 3 euros.", "How much is the tax?", "3 euros"),
        ("Attendance: 7,412 at the regatta.", "How many spectators were at the regatta?", "7,412"),
        ("The term regatta was coined in Venice.", "Where was the expression regatta coined?", "Venice"),
        ("Cabins can be booked online.", "Can I reserve cabins on the internet?", "booked online"),
        ("The minister resigned in June.", "When did the minister quit?", "June"),
        ("The cinema was demolished in 1998.", "When was the cinema flattened?", "1998"),
    ],
)
def test_everyday_words_stand_for_those_of_news(text: str, question: str, reply: str) -> None:
    answer = Bot([article(*REST, text)]).ask(Question(question))
    assert answer.status == "answered"
    assert reply in answer.reply


@pytest.mark.parametrize(
    ("asked", "told"),
    [("fire", "redund"), ("term", "semest"), ("bug", "virus")],
)
def test_a_word_of_several_meanings_stands_for_what_does_not_stand_for_it(asked: str, told: str) -> None:
    assert kin(asked).get(told, 0) > kin(told).get(asked, 0)


def test_what_says_something_else_is_no_answer() -> None:
    bot = Bot([article(*REST, "Ida Kohl painted the ferry and its piers.")])
    assert bot.ask(Question("Who bought the ferry?")).status == "unanswered"


@pytest.mark.parametrize(
    ("other", "text", "question", "reply"),
    [
        (
            "The rebels crowned the king in 1690.",
            "The rebels toppled the king in 1741.",
            "When did the rebels depose the king?",
            "1741",
        ),
        (
            "Norland praised the treaty in 1690.",
            "Norland breached the treaty in 1741.",
            "When did Norland infringe the treaty?",
            "1741",
        ),
        (
            "The labor of the pier costs more.",
            "The workforce of the pier was taught.",
            "What is said of the labour force of the pier?",
            "The workforce of the pier was taught.",
        ),
        (
            "After 20 years the pier was sold.",
            "After 50 years the pier was painted.",
            "What happened after half a century?",
            "After 50 years the pier was painted.",
        ),
    ],
)
def test_of_two_sentences_alike_that_one_answers_which_has_the_word_for_it(
    other: str, text: str, question: str, reply: str
) -> None:
    assert Bot([article(*REST, other, text)]).ask(Question(question)).reply == reply
