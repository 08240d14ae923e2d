"""Of several figures in a sentence that one is marked which is said of what was asked, alone only if that is sure."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.models import Question

COUNTS = (
    "The harbour of Holm counted 14,200 calls in 2021, 11,900 in 2022 and 9,650 last year, the fewest in its history."
)
PRICES = (
    "A day ticket for the ferry, which cost \u00a34.20 in 2021, will be \u00a35.50, while children will pay \u00a33."
)
LOAN = "Norland will guarantee 60 per cent of the loan for the new quay and Sudland the remainder."
CROWD = "About 24,000 of them had travelled from Holm, a town of 71,000 people."
VISIT = "Ms Krag, who did not come to the opening, will tour the new quay with her staff since she took office in 2021."
GROWTH = "In 2023, the pier of Holm held 52 boats, up from 40 boats in 2022, and nine barges."
SINGLE = "A day ticket for the tram will stay at \u00a32.60 and a week ticket at \u00a39.20."
PARTS = "Of the 14 lamps on the pier, three are gone."
SIGNED = "A petition with 1,142 signatures asks for a new quay."
COST = "The quay cost 2.7 million euros, of which 1.9 million euros came from the Harbour Fund."


@pytest.mark.parametrize(
    ("text", "question", "marked", "alone"),
    [
        (COUNTS, "How many calls did the harbour of Holm count in 2021?", "14,200 calls", True),
        (COUNTS, "How many calls were there in 2022?", "11,900", True),
        (COUNTS, "How many calls were there last year?", "9,650", True),
        (PRICES, "How much is a day ticket for the ferry?", "\u00a35.50", True),
        (PRICES, "How much was a day ticket in 2021?", "\u00a34.20", True),
        (GROWTH, "How many boats did the pier hold in 2022?", "40 boats", True),
        (SINGLE, "How much is a day ticket for the tram?", "\u00a32.60", True),
        (SINGLE, "How much is a week ticket for the tram?", "\u00a39.20", True),
        (PARTS, "How many of the lamps on the pier are gone?", "three", True),
        (LOAN, "How much of the loan does Norland guarantee?", "60 per cent", True),
        (LOAN, "How much of the loan does Sudland guarantee?", "60 per cent", False),
        (CROWD, "How many people travelled from Holm?", "About 24,000", True),
        (CROWD, "How many people live in the town?", "71,000 people", False),
        (VISIT, "When will Krag tour the new quay?", "2021", False),
        (SIGNED, "How many signatures has the petition?", "1,142 signatures", True),
        (COST, "How much did the quay cost?", "2.7 million euros", True),
        (COST, "How much came from the Harbour Fund?", "1.9 million euros", True),
    ],
)
def test_the_figure_said_of_what_is_asked_is_marked(text: str, question: str, marked: str, alone: bool) -> None:  # noqa: FBT001
    reply = Bot([article("The ferry runs every hour.", text)]).ask(Question(question))
    passage = reply.passages[0]
    assert [passage.paragraph.text[span.start : span.end] for span in passage.highlights] == [marked]
    assert (reply.reply == marked) == alone


NAMES = (
    "On Saturday the Baltic Cup was handed over in Holm after Lars Dahl of the Society for Botany had called it lost."
)


@pytest.mark.parametrize("question", ["Who called the cup lost?", "Who had called the Baltic Cup lost in Holm?"])
def test_no_day_cup_or_science_is_somebody(question: str) -> None:
    passage = Bot([article("The ferry runs every hour.", NAMES)]).ask(Question(question)).passages[0]
    (span,) = passage.highlights
    assert passage.paragraph.text[span.start : span.end] == "Lars Dahl of the Society for Botany"


PROFIT = "The harbour made a loss of 58,000 pounds last year, after a profit of 21,000 pounds in 2021."
BOTH = "In 2019 the harbour sold 12 boats at auction. In 2020 the harbour sold 40 boats at auction."
RANGE = "Between 1978 and 2008 the pilots of the harbour wore seven kinds of caps."


@pytest.mark.parametrize(
    ("text", "question", "reply"),
    [
        (PROFIT, "What profit did the harbour make in 2021?", PROFIT),
        (PROFIT, "What profit did the harbour make in 2022?", None),
        (BOTH, "What did the harbour sell at auction in 2020?", "In 2020 the harbour sold 40 boats at auction."),
        (BOTH, "What did the harbour sell at auction in 2018?", None),
        (RANGE, "What did the pilots of the harbour wear in 1990?", RANGE),
        (RANGE, "What did the pilots of the harbour wear in 2015?", None),
    ],
)
def test_what_is_told_of_another_year_is_no_answer(text: str, question: str, reply: str | None) -> None:
    # Each year is known, so that it is not refused for a number that the article never mentions.
    years = "The chronicle of the town has volumes for 1990, 2015, 2018 and 2022."
    answer = Bot([article("The ferry runs every hour.", text, years)]).ask(Question(question))
    assert (answer.reply if answer.status == "answered" else None) == reply


def test_a_number_of_four_digits_with_a_comma_is_no_year() -> None:
    reply = Bot([article("The ferry runs every hour.", SIGNED)]).ask(
        Question("When was the petition for the quay made?")
    )
    assert reply.status == "unanswered"
