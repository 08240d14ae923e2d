"""Who asks for more is shown how the article goes on; who doubts an answer, where it stands."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import pytest
from articles import article

from bot.answering import Bot
from bot.models import QUESTION_LENGTH, Question
from bot.onward import asks_else, asks_on

MILL = replace(
    article(
        "Ann Lee owns the mill. She bought it in 1950. It had burnt down the year before.",
        "Years of repair",
        "The wheel was put back in 1962. The roof took longer. A storm tore it off twice. Nobody gave up, though.",
        "Today a ferry takes visitors across the lake to the mill.",
        title="The mill",
    ),
    byline="By Bob Stone",
)
BOT = Bot([MILL])
OWNER = "Who owns the mill?"


@pytest.mark.parametrize(
    "asked",
    [
        "tell me more",
        "Give me more details.",
        "can you tell me more please?",
        "more",
        "more details",
        "go on",
        "ok, continue",
        "Thanks! Tell me more.",
        "and?",
        "And then?",
        "then what?",
        "what next?",
        "what happened next?",
        "elaborate",
        "any more information?",
    ],
)
def test_more_is_asked_for(asked: str) -> None:
    assert asks_on(asked)
    reply = BOT.ask(Question(asked, (OWNER,)))
    assert (reply.status, reply.reply) == ("answered", "She bought it in 1950. It had burnt down the year before.")
    assert [reply.passages[0].paragraph.text[slice(*reply.passages[0].evidence)]] == [reply.reply]


@pytest.mark.parametrize(
    "asked",
    [
        "tell me more about Ann Lee",
        "tell me more about her",
        "more than ten?",
        "what happened in York?",
        "and in York?",
        "and Bob?",
        "Why did it go on?",
        "what else did she buy?",
        "",
    ],
)
def test_something_of_its_own_is_asked_for(asked: str) -> None:
    assert not asks_on(asked)
    assert not asks_else(asked)


@pytest.mark.parametrize(
    ("history", "asked", "reply"),
    [
        # Three sentences at a time, no heading, and on from what was shown last.
        ([OWNER, "more"], "more", "The wheel was put back in 1962. The roof took longer. A storm tore it off twice."),
        ([OWNER, "more", "more"], "go on", "Nobody gave up, though."),
        ([OWNER, "more", "thanks", "more"], "and?", "Nobody gave up, though."),
        (["How do visitors cross the lake?"], "more", "The article ends there."),
        (["How do visitors cross the lake?", "more"], "more", "The article ends there."),
        (
            ["Who wrote this?"],
            "more",
            "Ann Lee owns the mill. She bought it in 1950. It had burnt down the year before.",
        ),
        # Where nothing was answered there is no more of it.
        (["Who is the king of Spain?"], "more", "The article does not mention “Spain”."),
        # "Anything else?" is another answer where "what" was asked, and else no more than this.
        ([OWNER], "anything else?", "She bought it in 1950. It had burnt down the year before."),
    ],
)
def test_the_article_goes_on_behind_what_was_shown(history: list[str], asked: str, reply: str) -> None:
    assert BOT.ask(Question(asked, tuple(history))).reply == reply


def test_what_else_there_is_goes_before_what_comes_next() -> None:
    reply = BOT.ask(Question("anything else?", ("What did Ann Lee buy?",)))
    assert reply.standalone_question == "What else did Ann Lee buy?"


@pytest.mark.parametrize(
    ("history", "asked", "words", "numbers"),
    [
        ([OWNER], "are you sure?", "this stands in paragraph 1 of “The mill”", [1]),
        ([OWNER], "Is that true?", "this stands in paragraph 1 of “The mill”", [1]),
        ([OWNER], "source?", "It stands in paragraph 1 of “The mill”", [1]),
        ([OWNER, "really?"], "where does it say that?", "It stands in paragraph 1 of “The mill”", [1]),
        ([OWNER, "more", "more"], "which paragraph is that?", "It stands in paragraph 3 of “The mill”", [3]),
        (["Who wrote this?"], "really?", "the byline of “The mill”", [0]),
        (["Who is the king of Spain?"], "are you sure?", "I found nothing", []),
        (["What is the title?"], "are you sure?", "I do not judge", []),
        ([], "is that true?", "I do not judge", []),
        ([], "where does it say that?", "Every answer is quoted", []),
    ],
)
def test_who_doubts_an_answer_is_shown_where_it_stands(
    history: list[str], asked: str, words: str, numbers: list[int]
) -> None:
    reply = BOT.ask(Question(asked, tuple(history)))
    assert reply.status == "chat"
    assert words in reply.reply
    assert [passage.paragraph.number for passage in reply.passages] == numbers


FAIRS = Bot([
    article(
        "The Holm Guild has opened a number of schools, such as a bakery in Upton, a forge in Netherby, a weaving mill"
        " in Lowmoor, and a dairy in Castleton.",
        "Ann Lee built the town hall of Orlan in 1912. Otherwise, little is known of her.",
        "Bob Moss and Eve Ray run the ferry of Orlan by turns.",
        title="Schools",
    )
])  # fmt: skip
MOSS = "Who runs the ferry of Orlan?"
UPTON, HALL = "What has the Holm Guild opened in Upton?", "Who built the town hall of Orlan?"
NO_MORE = "The article does not say more about that."


@pytest.mark.parametrize(
    ("history", "asked", "reply"),
    [
        ([UPTON], "where else?", FAIRS.articles["a"].paragraphs[0].text),
        ([UPTON], "anywhere else?", FAIRS.articles["a"].paragraphs[0].text),
        ([UPTON], "anything else?", NO_MORE),
        ([UPTON, "anything else?"], "anything else?", NO_MORE),
        ([UPTON], "how?", NO_MORE),
        ([UPTON], "how else?", "The article does not say."),
        ([UPTON], "why else?", "The article does not say."),
        ([UPTON, "where else?"], "where else?", NO_MORE),
        ([HALL], "who else?", NO_MORE),
        ([MOSS], "who else?", "Bob Moss and Eve Ray run the ferry of Orlan by turns."),
        ([MOSS], "how?", "Bob Moss and Eve Ray run the ferry of Orlan by turns."),
        ([MOSS, "who else?"], "who else?", NO_MORE),
        ([HALL], "where else?", "The article does not say."),
        ([HALL], "when else?", "The article does not say."),
        ([HALL], "when?", "1912"),
        ([], "where else?", "The article does not say."),
    ],
)
def test_what_asks_for_another_answer_is_not_given_the_same(history: list[str], asked: str, reply: str) -> None:
    assert FAIRS.ask(Question(asked, tuple(history))).reply == reply


@pytest.mark.parametrize("asked", ["more", "really?", "and?", "anything else?", "where else?", "how?"])
def test_a_talk_of_nothing_else_is_no_work(asked: str) -> None:
    began = perf_counter()
    BOT.ask(Question(asked, (asked,) * 20))
    BOT.ask(Question(asked, (OWNER, *(asked,) * 19)))
    assert perf_counter() - began < 0.5


@pytest.mark.parametrize("unit", ["and ", "more ", "and,?", "then what ", "tell me "])
def test_an_endless_wish_is_no_work(unit: str) -> None:
    text = (unit * QUESTION_LENGTH)[:QUESTION_LENGTH]
    began = perf_counter()
    asks_on(text), asks_else(text), asks_on(text[:80])
    assert perf_counter() - began < 0.1
