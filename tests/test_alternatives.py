"""What asks for one of two things is answered by the sentence that tells of either."""

from __future__ import annotations

from time import perf_counter

import pytest
from articles import article

from bot.answering import Bot
from bot.dialogue.alternatives import each, places
from bot.models import QUESTION_LENGTH, Question


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        ("Is it a hotel or a museum?", "Is it a hotel?", "Is it a museum?"),
        ("Does it open on Monday or on Tuesday?", "Does it open on Monday?", "Does it open on Tuesday?"),
        ("Was it built in 1974 or 1984?", "Was it built in 1974?", "Was it built in 1984?"),
        ("Will it close for seven months or a year?", "Will it close for seven months?", "Will it close for a year?"),
        ("Was it the 30th or the 31st?", "Was it the 30th?", "Was it the 31st?"),
        ("Did Ann Lee or Bob Stone sell it?", "Did Ann Lee sell it?", "Did Bob Stone sell it?"),
        ("Is Ulm or Kiel in Bavaria?", "Is Ulm in Bavaria?", "Is Kiel in Bavaria?"),
        ("May I swim or fish in the lake?", "May I swim in the lake?", "May I fish in the lake?"),
        ("Was it paid by the town or by Ann Lee?", "Was it paid by the town?", "Was it paid by Ann Lee?"),
        ("Is it called Low Tide or High Tide?", "Is it called Low Tide?", "Is it called High Tide?"),
    ],
)
def test_each_of_two_is_asked_alone(question: str, one: str, other: str) -> None:
    assert [text for text, _ in each(question)] == [one, other]


@pytest.mark.parametrize("question", ["Who won, Ann or Bob?", "Who won, the town or the club?"])
def test_who_is_asked_without_those_who_are_offered(question: str) -> None:
    assert each(question) == (("Who won?", ""),)


@pytest.mark.parametrize(
    "question",
    [
        "Is it open or not?",
        "Did it take a year or so?",
        "Did ten or more people come?",
        "Is it?",
        "or",
        "Is it or",
        "Who runs the mill or the farm?",
        "What happens if I am ill or away?",
        "Is it in Ulm or Kiel or Bonn?",
        "",
    ],
)
def test_what_offers_no_two_things_is_not_torn(question: str) -> None:
    assert each(question) == ()


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("What is made in Lyon and Graz?", ["What is made in Lyon?", "What is made in Graz?"]),
        ("what is made in france and spain", ["what is made in france", "what is made in spain"]),
        (
            "What did Ann plan for Ulm, New Haven and Kiel last year?",
            [f"What did Ann plan for {place} last year?" for place in ("Ulm", "New Haven", "Kiel")],
        ),
    ],
)
def test_each_of_several_places_is_asked_alone(question: str, asked: list[str]) -> None:
    assert [text for text, _ in places(question)] == asked


@pytest.mark.parametrize(
    "question",
    [
        "How long is the train between Lyon and Graz?",
        "What do both in Lyon and Graz make?",
        "What is made in bread and butter shops?",
        "What is made in Lyon and sold?",
        "Who is Ann and where is she?",
        "",
    ],
)
def test_what_is_asked_of_places_as_one_is_not_torn(question: str) -> None:
    assert places(question) == ()


BOT = Bot(
    [
        article(
            "The mill was built in 1950 by Ann Lee, who sold it to the town of Holm.",
            "The museum opens on Tuesday. A ticket costs five pounds.",
            "The boat carries cyclists, and leaves from the old steps at noon.",
            title="Holm",
        )
    ]
)


@pytest.mark.parametrize(
    ("question", "number", "understood"),
    [
        ("Was the mill built in 1950 or in 1960?", 1, "Was the mill built in 1950?"),
        ("Was the mill built by Dora Finch or by Ann Lee?", 1, "Was the mill built by Ann Lee?"),
        ("Does the museum open on Tuesday or Wednesday?", 2, "Does the museum open on Tuesday?"),
        ("Who built the mill, Ann Lee or Dora Finch?", 1, "Who built the mill?"),
        ("Who built the mill? Does the museum open on Tuesday or Sunday?", 1, None),
        ("Was the mill built in 1970 or in 1960?", None, "Was the mill built in 1970 or in 1960?"),
        ("Is the boat made of steel or of wood?", None, "Is the boat made of steel or of wood?"),
    ],
)
def test_what_the_article_does_not_mention_is_no_reason_to_refuse_the_other(
    question: str, number: int | None, understood: str | None
) -> None:
    reply = BOT.ask(Question(question, limit=1))
    assert [passage.paragraph.number for passage in reply.passages[:1]] == ([] if number is None else [number])
    assert understood in (None, reply.standalone_question)


WORKSHOPS = Bot(
    [
        article(
            "The league runs a number of workshops, such as a glass class in Lyon, a loom course in Graz, a bread"
            " school in Ulm, and a choir in Kiel.",
            title="Workshops",
        )
    ]
)


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        ("What does the league run in Graz and Ulm?", ["a loom course in Graz", "a bread school in Ulm"]),
        (
            "What does the league run in Graz, Ulm and Kiel?",
            ["a loom course in Graz", "a bread school in Ulm", "a choir in Kiel"],
        ),
        (
            "What does the league run in Graz and Oslo?",
            [
                "a loom course in Graz",
                "What does the league run in Oslo? The article does not mention \u201cOslo\u201d.",
            ],
        ),
    ],
)
def test_of_several_places_the_answer_names_each(question: str, lines: list[str]) -> None:
    reply = WORKSHOPS.ask(Question(question))
    assert reply.reply.split("\n") == lines
    assert reply.standalone_question == question


@pytest.mark.parametrize("unit", ["or ", "a or b ", "in A and B ", "in A, A and ", "is it a or ", "A", "in in or "])
def test_an_endless_choice_is_no_work(unit: str) -> None:
    text = (unit * QUESTION_LENGTH)[:QUESTION_LENGTH]
    began = perf_counter()
    each(text), places(text)
    assert perf_counter() - began < 0.1
