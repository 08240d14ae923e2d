"""What kind of answer a question asks for, and where a sentence has one."""

from __future__ import annotations

import pytest

from bot.answertype import answers, fits
from bot.indexing.building import build
from bot.models import Article, Paragraph
from bot.query import understand


def told(question: str, text: str) -> tuple[list[str], dict[str, float]]:
    index = build([Article("a", "A", (Paragraph("a", 1, text),))])
    query, sentence = understand(question, index), index[0].sentences[0]
    return [text[span.start : span.end] for span in answers(query, sentence)], fits(query, sentence)


@pytest.mark.parametrize(
    ("question", "text", "found"),
    [
        ("How many boats are there?", "The 3 piers hold 40 fishing boats in 2 rows.", ["40 fishing boats"]),
        ("number of fishing boats", "Some 40 small boats catch 3 fish each.", ["40 small boats"]),
        ("How many boats are there?", "It took five hours to count the boats.", ["five hours"]),
        ("What did the mayor die of?", "The mayor died in 1950 of a fever.", ["of a fever"]),
        ("What was the cause of the mayor's death?", "The mayor died in 1950 at his house.", []),
        ("What colour is the pier?", "The pier is painted dark green.", ["dark green"]),
        ("How old is the mayor?", "The mayor, 51, was born in Hull.", ["51"]),
        ("How old is the mayor?", "The mayor has two children.", []),
        ("How old is the pier?", "The pier, built in 1887, is made of oak.", ["built in 1887"]),
        ("How old is the building?", "The pier was built in 1887.", ["built in 1887"]),
        ("How old are the gates?", "The gates, which date from 1961, are of oak.", ["date from 1961"]),
        ("How old are the gates?", "The gates date back to the 17th century.", ["date back to the 17th century"]),
        ("How old are the gates?", "The gates date back two hundred years.", ["date back two hundred years"]),
        ("How old is the pier?", "In 1887, the pier was built by 60 men.", ["In 1887"]),
        ("How old is the mayor?", "The mayor counted 3, 11,900 and 9 boats.", []),
        ("Price of the course?", "The knitting course costs 650 euros.", ["650 euros"]),
        ("How much does a ticket cost?", "A ticket costs £4.50, and 3 rides are $9.", ["£4.50", "$9"]),
        ("How many boats are there?", "From March 14 to 3 May the boats are out.", []),
        ("When was the choir founded?", "Founded 1931, the choir sings on Sundays.", ["1931"]),
        ("When did the guns fall silent?", "At Christmas 1914 the guns fell silent.", ["1914"]),
        ("How many boats are there?", "The boats left on 14 March.", []),
        ("By how much did sales fall?", "Sales fell by a quarter after 27 dry years.", ["a quarter"]),
        ("How much was lost?", "The town lost 40 percent of its trade.", ["40 percent"]),
        ("How long is the pier?", "The pier is 1.2 kilometres long and has 14 lamps.", ["1.2 kilometres"]),
        ("How long did the siege last?", "The siege lasted eleven weeks.", ["eleven weeks"]),
        ("How long did the siege last?", "The siege was led by two brothers.", []),
        ("How often do ferries leave?", "Ferries leave twice a day.", ["twice a day"]),
        ("How often do ferries leave?", "Ferries leave for Oban.", []),
        ("How high is the tower?", "The tower rises 48 metres above the 2 rocks.", ["48 metres"]),
        ("What year was the pier built?", "In 1887 the pier was built by 60 men.", ["1887"]),
        ("When did the ferry sink?", "The ferry sank on 14 March 1901 off Skye.", ["14 March 1901"]),
        ("When did it start?", "The big Agenda 2030 started in 2015, before June 2016.", ["2015", "June 2016"]),
        ("When did it start?", "The big Agenda 2030 has started.", []),
        ("Who built the pier?", "The pier in Hull was built by Ann Moss.", ["Ann Moss"]),
        ("Who built the pier?", "The pier in Hull was built by Mayor Ann-Kari Moss.", ["Mayor Ann-Kari Moss"]),
        ("Who built the pier?", "Fast Radius Inc built the pier.", ["Fast Radius Inc"]),
        ("In which years was it built?", "It was built in 1887 and 1891.", ["1887", "1891"]),
        ("What is the name of the builder?", "The pier in Hull was built by Ann Moss.", ["Ann Moss"]),
        ("What is the height of the pier?", "The pier is 9 metres high and has 14 lamps.", ["9 metres"]),
        ("What's the date of the fair?", "The fair is held on 14 March.", ["14 March"]),
        ("length of the pier", "The pier is 1.2 kilometres long and has 14 lamps.", ["1.2 kilometres"]),
        ("What is the turnout?", "The turnout was 40 percent.", ["40 percent"]),
        ("What was Norland's yearly steel growth rate?", "Of 9 mills, Norland grew by 4 percent.", ["4 percent"]),
        ("What is the cost of the high rate?", "The rate of 4 percent costs Norland 9 mills.", []),
        ("How much money did the choir raise?", "In 2019 the choir of 60 raised £900.", ["£900"]),
        ("email address of the mayor", "Write to the mayor at ann@hull.example today.", ["ann@hull.example"]),
        ("What is the phone number of the mayor?", "Call the mayor on 01482 300 300.", ["01482 300 300"]),
        ("What is the phone number of the mayor?", "The mayor was born in 1971.", []),
        ("How old is the mayor?", "Released by his club at 16, the mayor went home.", []),
        ("How old was he when he left?", "Released by his club at 16, the mayor went home.", ["at 16"]),
        ("How much is the course?", "The knitting course costs NOK 650, the book 320 NOK.", ["NOK 650", "320 NOK"]),
        ("How long did she knit?", "She knitted up to 200 stitches a minute.", []),
        ("How much did the price of oil rise?", "The price of oil rose by 40 percent.", ["40 percent"]),
        ("In what century was it built?", "It was built in the first century AD.", ["first century"]),
        ("Where is the pier?", "The pier of Ann Moss lies in Port Ellis.", ["Port Ellis"]),
    ],
)
def test_the_stretches_that_are_of_the_kind_asked_for(question: str, text: str, found: list[str]) -> None:
    assert told(question, text)[0] == found


@pytest.mark.parametrize(
    ("question", "better", "worse", "feature"),
    [
        ("How many boats sank?", "Of the boats 40 small boats sank.", "The boats sank in 4 hours.", "counted"),
        ("How much is the fee?", "The fee is 30 euros.", "The fee is due in 30 days.", "money"),
        ("Why did it sink?", "It sank because of ice.", "It sank off Skye.", "reason"),
        ("How is it paid?", "It is paid by card.", "It is paid at once.", "manner"),
        ("Who paid?", "Ann Moss paid on Monday.", "They all paid at once.", "person"),
        ("What is the purpose of it?", "It aims to please.", "It lies off Skye.", "reason"),
        ("Where is it?", "It lies in Hull.", "It lies idle.", "place"),
        ("How much was lost?", "A quarter of it was lost.", "Two and a half years were lost.", "money"),
    ],
)
def test_a_sentence_that_can_hold_the_answer_fits_better(question: str, better: str, worse: str, feature: str) -> None:
    assert told(question, better)[1][feature] > told(question, worse)[1][feature]


def test_a_place_past_a_compass_word_is_one() -> None:
    assert told("Where is the pier?", "The pier is in southern Kenya.")[1]["place"] > 0
    assert told("Where is the pier?", "The pier is in good order.")[1]["place"] == 0


def test_a_small_may_after_a_figure_is_no_month() -> None:
    assert told("How many boats may leave?", "Up to 30 may leave at once.")[1]["number"]
    assert not told("How many boats may leave?", "Boats leave on 30 May.")[1]["number"]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What position does Ann hold?", ["position", "Ann"]),
        ("What is Ann's current job?", ["Ann"]),
        ("What job does Ann have?", ["Ann"]),
        ("Which job pays best?", ["job", "pays", "best"]),
        ("Who made the current map?", ["made", "current", "map"]),
        ("Who will hold the flag?", ["hold", "flag"]),
        ("Do both sides profit from the map?", ["profit", "map"]),
        ("What do the two parties want?", ["want"]),
        ("When did people first start to bake maps?", ["first", "bake", "maps"]),
        ("How many people start the map?", ["people", "start", "map"]),
        ("Who owns two boats?", ["owns", "two", "boats"]),
    ],
)
def test_words_that_say_nothing_of_what_is_asked_about_are_not_looked_up(question: str, words: list[str]) -> None:
    query = understand(question, build([Article("a", "A", (Paragraph("a", 1, "Ann is a baker."),))]))
    assert [term.word.removesuffix("'s") for term in query.terms] == words
