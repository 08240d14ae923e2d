"""Several questions in one message are answered each in turn; what asks one thing stays one question."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from articles import article

from bot.answering import Bot
from bot.dialogue.several import parts
from bot.models import Question
from bot.terminal import Terminal

TOWN = article(
    "The town hall was built in 1912 by the architect Ann Lee.",
    "Bob Stone is the mayor of Lowmoor. Bob Stone was elected in 2019.",
    "A tram runs in Upton, and a ferry runs in Netherby.",
    "The museum shows old looms, and a ticket costs four pounds.",
    title="Lowmoor",
)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("What is Alpha? Who is Bob?", ["What is Alpha?", "Who is Bob?"]),
        ("what is alpha? who is bob?", ["what is alpha?", "who is bob?"]),
        ("Who is the author? And what is the title?", ["Who is the author?", "And what is the title?"]),
        ("1. What is Alpha? 2. Who is Bob?", ["What is Alpha?", "Who is Bob?"]),
        ("please answer: 1) what is Alpha 2) who is Bob", ["please answer: what is Alpha", "who is Bob"]),
        ("Q1: What is Alpha? Q2: Who is Bob?", ["What is Alpha?", "Who is Bob?"]),
        ("- What is Alpha\n- Who is Bob", ["What is Alpha", "Who is Bob"]),
        ("First, what is Alpha? Second, who is Bob?", ["what is Alpha?", "who is Bob?"]),
        ("Who is Bob? What is his job? Since when?", ["Who is Bob?", "What is his job?", "Since when?"]),
        ("I live there. What is Alpha? Thanks! Who is Bob?", ["I live there. What is Alpha?", "Who is Bob?"]),
        ("Who is Bob and what does Alpha cost?", ["Who is Bob?", "what does Alpha cost?"]),
        (
            "Tell me when Alpha opened and who the author is.",
            ["Tell me when Alpha opened", "Tell me who the author is."],
        ),
        ("Who runs Alpha, when did Beta open and what is Gamma?",
         ["Who runs Alpha?", "when did Beta open?", "what is Gamma?"]),
        ("What is Alpha and when did Beta open its doors?", ["What is Alpha?", "when did Beta open its doors?"]),
        ("when was the article written and who wrote it", ["when was the article written?", "who wrote it"]),
        ("What is planned in Alpha and in Beta?", ["What is planned in Alpha?", "and in Beta?"]),
        ("Who is Ann Lee? And her husband?", ["Who is Ann Lee?", "And her husband?"]),
    ],
)  # fmt: skip
def test_questions_of_a_message_are_told_apart(text: str, asked: list[str]) -> None:
    assert list(parts(text)) == asked


@pytest.mark.parametrize(
    "text",
    [
        "What is Alpha?",
        "What did Bob show, where, and when?",
        "Who is Bob and what is his job?",
        "When and where is the fair?",
        "Which war left Alpha poor, and when did it end?",
        "What is the difference between what Ann said and what Bob said?",
        "What about the European one, when do the main duties start?",
        "Who owns the plan, which was adopted in May?",
        "What are the aims and who benefits?",
        "What is Alpha and what is its capital?",
        "What is the population of Alpha? Please tell me.",
        "Why is Alpha rich? Give me the reasons.",
        "Who is the mayor? Bob?",
        "Is it in May? Or in June?",
        "My son says it is a lake. Is that right?",
        "Can you help me? What is Alpha?",
        "Hello! How are you? What is Alpha?",
        "What do doctors in Alpha and in Beta have in common?",
        "Do you like it? What is Alpha?",
        "",
    ],
)
def test_one_question_is_not_torn(text: str) -> None:
    assert parts(text) == (text,)


def test_more_questions_than_are_answered_in_turn_stay_one() -> None:
    assert len(parts("Who is Bob? " * 8)) == 8
    assert len(parts("Who is Bob? " * 9)) == 1


@pytest.fixture(scope="module")
def bot() -> Bot:
    return Bot([TOWN])


@pytest.mark.parametrize(
    ("text", "status", "lines", "numbers", "understood"),
    [
        (
            "Who is the mayor of Lowmoor? When was the town hall built?",
            "answered",
            2,
            [2, 1],
            "Who is the mayor of Lowmoor? When was the town hall built?",
        ),
        (
            "Who is Bob Stone? When was he elected? What does the museum show?",
            "answered",
            3,
            [2, 4],
            "Who is Bob Stone? When was Bob Stone elected? What does the museum show?",
        ),
        (
            "Who built the town hall and what is the capital of France?",
            "answered",
            2,
            [1],
            "Who built the town hall?",
        ),
        ("What is the title? When was the town hall built?", "answered", 2, [1], None),
        ("What is the title? Who is the king of Spain?", "chat", 2, [], "What is the title?"),
        ("What is the capital of France? Who is the king of Spain?", "unanswered", 2, [], None),
        ("What runs in Upton and in Netherby?", "answered", 1, [3], "What runs in Upton? What runs in Netherby?"),
    ],
)
def test_each_question_of_a_message_is_answered(  # noqa: PLR0913, PLR0917 # a table
    bot: Bot, text: str, status: str, lines: int, numbers: list[int], understood: str | None
) -> None:
    reply = bot.ask(Question(text, limit=1))
    assert reply.status == status
    assert len(reply.reply.split("\n")) == lines
    assert [passage.paragraph.number for passage in reply.passages] == numbers
    assert reply.standalone_question == (understood or text)
    texts = " ".join(passage.paragraph.text for passage in reply.passages)
    titled = "title" in text
    told = [line for line in reply.reply.split("\n") if "? The article does not" not in line]
    assert status != "answered" or titled or all(line in texts for line in told)


def test_passages_of_the_first_question_come_first_and_each_best_is_there(bot: Bot) -> None:
    found = bot.ask(Question("Who is the mayor of Lowmoor? What does a ticket for the museum cost?", limit=3)).passages
    assert found[0].paragraph.number == 2
    assert 4 in [passage.paragraph.number for passage in found]
    assert len(found) <= 3


def test_a_passage_that_answers_two_questions_is_shown_once_with_both_answers(bot: Bot) -> None:
    (found,) = bot.ask(Question("What runs in Upton and in Netherby?", limit=1)).passages
    marked = [found.paragraph.text[start:end] for start, end in found.highlights]
    assert any("tram" in words for words in marked)
    assert any("ferry" in words for words in marked)


def test_the_next_question_goes_on_from_the_last_of_a_message(bot: Bot) -> None:
    earlier = ("When was the town hall built? Who is Bob Stone?",)
    assert bot.ask(Question("when was he elected?", earlier)).standalone_question == "when was Bob Stone elected?"


def test_the_terminal_shows_where_each_answer_stands(bot: Bot) -> None:
    out = io.StringIO()
    Terminal(out).reply(bot.ask(Question("Who is the mayor of Lowmoor? When was the town hall built?")))
    assert out.getvalue().index("paragraph 2 [a#p2]") < out.getvalue().index("paragraph 1 [a#p1]")


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("Who is Bob Stone and which university did he attend in his youth?", "Who is Bob Stone?"),
        ("What runs in Upton and which unions criticise it?", "What runs in Upton?"),
    ],
)
def test_of_two_that_lean_on_each_other_the_one_that_has_an_answer_is_answered(
    bot: Bot, question: str, understood: str
) -> None:
    reply = bot.ask(Question(question))
    assert (reply.status, reply.standalone_question) == ("answered", understood)


FAIR = article(
    "Ann Moss founded the Upton fair in 1950 and the Netherby fair in 1960.",
    "The Upton fair is held in June. A ticket for the Upton fair costs five pounds.",
    "Dora Finch, who is 34, manages the Lions. The Lions play in Lowmoor.",
    title="Fairs",
)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "When is the Upton fair held and who sponsors it?",
            ["June", "Who sponsors it? The article does not mention “sponsors”."],
        ),
        (
            "Who founded the Upton fair and when?",
            ["Ann Moss founded the Upton fair in 1950 and the Netherby fair in 1960."],
        ),
        (
            "Who manages the Lions and how much does she earn?",
            ["Dora Finch, who is 34, manages the Lions.", "How much does she earn? The article does not say."],
        ),
        (
            "When is the Upton fair held and is there a ticket?",
            ["June", "A ticket for the Upton fair costs five pounds."],
        ),
        ("Who manages the Lions and how old is she?", ["Dora Finch, who is 34, manages the Lions."]),
    ],
)
def test_two_questions_in_a_sentence_are_both_answered_or_told_to_have_no_answer(text: str, lines: list[str]) -> None:
    reply = Bot([FAIR]).ask(Question(text))
    assert reply.status == "answered"
    assert reply.reply.split("\n") == lines


def test_who_wrote_the_article_and_when_are_two_questions() -> None:
    reply = Bot([replace(FAIR, byline="By Carl Dent", published="4 May 2020")]).ask(
        Question("Who wrote this and when?")
    )
    assert reply.reply.split("\n") == ["By Carl Dent", "The article gives this date: 4 May 2020."]
