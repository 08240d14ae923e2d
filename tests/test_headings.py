"""A heading, or the question of an interview, is answered by what stands below it."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.models import Question

TEXTS = (
    "The island is 54 km long and has hardly a beach, which keeps most tourists away.",
    "Opening hours of the lighthouse",
    "Tuesday to Sunday from ten to six, and on Mondays for schools alone, all year round.",
    "Why do you still keep goats?",
    "Because nobody else would, and because the cheese pays for the ferry and the winter feed.",
    "Attendance: 9,847",
    "A ferry leaves from the old pier every morning except in storms, and comes back at night.",
)


@pytest.fixture(scope="module")
def bot() -> Bot:
    return Bot([article(*TEXTS)])


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("What are the opening hours of the lighthouse?", 3),
        ("Why do you keep goats?", 5),
        ("What was the attendance?", 6),
        ("When does the ferry leave?", 7),
    ],
)
def test_the_paragraph_below_a_heading_comes_first(bot: Bot, question: str, number: int) -> None:
    assert bot.search(Question(question))[0].paragraph.number == number


def test_a_heading_lends_no_words_to_another_article() -> None:
    found = Bot([article(*TEXTS[:2]), article(TEXTS[6], name="b")]).search(
        Question("What are the opening hours of the lighthouse?")
    )
    assert [passage.paragraph.id for passage in found][:1] == ["a#p2"]


def test_a_question_in_the_text_comes_with_what_follows_it() -> None:
    text = "Did every village have its own pattern? Curators compared letters, and their verdict is no."
    reply = Bot([article(text, TEXTS[0])]).ask(Question("Did every village have its own pattern?"))
    assert reply.reply.endswith("their verdict is no.")


def test_a_short_sentence_below_a_question_answers_it() -> None:
    texts = ("How much does it cost?", "Cars pay 3 euros, cyclists nothing.", *TEXTS)
    bot = Bot([article(*texts)])
    assert bot.ask(Question("How much does it cost?")).reply.startswith("Cars pay 3 euros")


LIST = (
    "Opening hours",
    "Friday 9am to 5pm",
    "Saturday 10am to 1pm",
    "Sunday closed",
    "Prices",
    "Adults: 3 euros",
    "Dogs: 1 euro",
    "A ferry leaves from the old pier every morning except in storms, and comes back at night.",
)


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("opening hours on Saturday", "Saturday 10am to 1pm"),
        ("Is it open on Sundays?", "Sunday closed"),
        ("What is the price for dogs?", "Dogs: 1 euro"),
    ],
)
def test_a_heading_speaks_for_each_line_of_the_list_below_it(question: str, reply: str) -> None:
    answer = Bot([article(*LIST)]).ask(Question(question)).passages[0]
    assert answer.paragraph.text == reply


@pytest.mark.parametrize(
    ("question", "lines"),
    [("What are the opening hours?", LIST[1:4]), ("prices", LIST[5:7]), ("Is it open on Sundays?", LIST[3:4])],
)
def test_who_asks_for_what_a_heading_says_is_shown_the_whole_list(question: str, lines: tuple[str, ...]) -> None:
    reply = Bot([article(*LIST)]).ask(Question(question, limit=1))
    assert tuple(reply.reply.split("\n")) == lines
    assert tuple(passage.paragraph.text for passage in reply.cited) == lines


GRINDERS = (
    "We tried two hand mills for nine weeks, and every taster drank from both of them each morning.",
    "Best of all: Kestrel",
    "A full charge lasted for 64 doses, and the warranty runs for three years from the day it is bought.",
    "Most powerful: Brindle",
    "Its burrs are large, and our tasters called the coffee flat on each of the nine mornings.",
)


@pytest.mark.parametrize(("mill", "status"), [("Kestrel", "answered"), ("Brindle", "unanswered")])
def test_what_a_section_tells_of_one_thing_answers_nothing_about_another(mill: str, status: str) -> None:
    bot = Bot([article(*GRINDERS)])
    assert bot.ask(Question(f"How many doses does a full charge of the {mill} last for?")).status == status
