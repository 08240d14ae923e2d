"""An article that is named by its title, or by words of it, is the one that is asked."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import pytest
from articles import article

from bot.answering import Bot
from bot.models import QUESTION_LENGTH, Question
from bot.titles import Titles, may_name

TRAM = replace(
    article(
        "The tram of Orlan will run again from May. Mayor Ida Krag announced the plan on Monday.",
        "The line has nine stops.",
        name="tram",
        title="The Return of the Harbour Tram",
    ),
    byline="By Mara Holm",
    published="4 March 2024",
)
BEES = replace(
    article("Bees in cities find many kinds of flowers. Honey sells for twelve crowns a jar.", name="bees",
            title="Why City Bees Thrive"),
    byline="By Tom Aske",
)  # fmt: skip
MILL = article("The mill opened as a library in 2023. Bob Stone kept the wheel.", name="mill",
               title="Harbour Mill Becomes a Library")  # fmt: skip
BOT = Bot([BEES, MILL, TRAM])
TITLES = Titles((each.id, each.title) for each in (BEES, MILL, TRAM))
WHICH = "I have 3 articles"


@pytest.mark.parametrize(
    ("question", "article", "asked"),
    [
        ("Who wrote The Return of the Harbour Tram?", "tram", "Who wrote the article?"),
        ("who wrote “the return of the harbour tram”?", "tram", "who wrote the article?"),
        ("who wrote the tram article?", "tram", "who wrote the article?"),
        ("Please tell me who wrote the city bee article", "bees", "who wrote the article"),
        ("Who is the author of the article about city bees?", "bees", "Who is the author of the article?"),
        ("When was the article on the tram published?", "tram", "When was the article published?"),
        ("When was the article “Why City Bees Thrive” published?", "", ""),
        ("When was the article called “Why City Bees Thrive” published?", "bees", "When was the article published?"),
        ("what is the library story about?", "mill", "what is the article about?"),
        ("What is The Return of the Tram about?", "tram", "What is the article about?"),
        ("summarise Why City Bees Thrive", "bees", "summarise the article"),
        ("In the tram article, how many stops are there?", "tram", "In the article, how many stops are there?"),
        # Not which of two, not by a word that no title has, not by one word of many, and no thing that has such a name.
        ("who wrote the harbour article?", "", ""),
        ("who wrote the ferry article?", "", ""),
        ("who wrote the tram and ferry article?", "", ""),
        ("who wrote Tram?", "", ""),
        ("what is the tram about?", "", ""),
        ("How long is the harbour tram?", "", ""),
        ("Who built the harbour tram?", "", ""),
        ("who wrote this article?", "", ""),
        ("", "", ""),
    ],
)
def test_an_article_is_named_by_its_title_or_by_words_of_it(question: str, article: str, asked: str) -> None:
    named = TITLES.named(question) if may_name(question) else None
    assert (named[:2] if named else ("", "")) == (article, asked)


@pytest.mark.parametrize(
    ("history", "question", "reply"),
    [
        ([], "Who wrote The Return of the Harbour Tram?", "By Mara Holm"),
        ([], "who wrote the bees article?", "By Tom Aske"),
        ([], "who wrote the library article?", "The article does not say who wrote it."),
        ([], "When was the tram article published?", "The article gives this date: 4 March 2024."),
        ([], "What is this article about?", WHICH),
        ([], "Which articles are there?", WHICH),
        ([], "who wrote the ferry article?", "The articles do not say."),
        ([], "who wrote the zeppelin article?", "The articles do not mention “zeppelin”."),
        ([], "What does the return cost?", "The articles do not say."),
        (["what is the tram article about?"], "who wrote it?", "By Mara Holm"),
        (["who wrote the tram article?"], "when was it published?", "The article gives this date: 4 March 2024."),
        (["who wrote the tram article?"], "and the bees article?", "By Tom Aske"),
        (["Who kept the wheel?", "Who announced the plan?"], "who wrote this article?", "By Mara Holm"),
        # Which of them was left open.
        (["who wrote this article?"], "the tram article", "By Mara Holm"),
        (["who wrote this article?"], "Why City Bees Thrive", "By Tom Aske"),
        (["who wrote this article?"], "the one about trams", "By Mara Holm"),
        (["who wrote this article?"], "Who kept the wheel?", "Bob Stone kept the wheel."),
    ],
)
def test_the_article_that_is_named_is_asked(history: list[str], question: str, reply: str) -> None:
    assert BOT.ask(Question(question, tuple(history))).reply.startswith(reply)


def test_an_article_that_is_asked_alone_is_asked_whatever_is_named() -> None:
    assert BOT.ask(Question("who wrote the bees article?", article="tram")).status == "unanswered"
    assert BOT.ask(Question("How many articles are there?", article="tram")).reply.startswith(WHICH)
    assert BOT.ask(Question("who wrote this article?", ("Who kept the wheel?",), "tram")).reply == "By Mara Holm"


def test_what_an_article_tells_of_a_work_that_is_called_like_it_goes_before_who_wrote_that() -> None:
    play = replace(
        article("William Bard wrote The Merry Miller in 1603.", title="The Merry Miller"), byline="By Ann Lee"
    )
    reply = Bot([play]).ask(Question("Who wrote The Merry Miller?"))
    assert reply.reply == "William Bard wrote The Merry Miller in 1603."
    assert Bot([play]).ask(Question("Who wrote the Merry Miller article?")).reply == "By Ann Lee"


@pytest.mark.parametrize("unit", ["the ", "the tram ", "article ", "the article about ", "who wrote ", "about "])
def test_a_question_of_nothing_but_names_is_no_work(unit: str) -> None:
    text = (unit * QUESTION_LENGTH)[:QUESTION_LENGTH]
    began = perf_counter()
    TITLES.named(text)
    assert perf_counter() - began < 0.1


@pytest.mark.parametrize("asked", ["who wrote this article?", "the tram article", "who wrote the tram article?"])
def test_a_talk_about_articles_alone_is_no_work(asked: str) -> None:
    began = perf_counter()
    BOT.ask(Question(asked, (asked,) * 20))
    assert perf_counter() - began < 0.5
