"""The way of a question, whole."""

from __future__ import annotations

import pytest

from bot.answering import Bot
from bot.models import Article, Paragraph, Question

TEXTS = (
    "The museum opened in 1902 after a long debate. Its first director was Anna Berg.",
    "The programme includes pottery in Leeds, weaving in York, glass blowing in Hull, and a seminar in Bath.",
    "Visitors came in large numbers, and 42 countries have lent objects to the museum.",
)


@pytest.fixture(scope="module")
def bot() -> Bot:
    return Bot([Article("museum", "A Museum", tuple(Paragraph("museum", n + 1, t) for n, t in enumerate(TEXTS)))])


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("what is in York?", "weaving in York"),
        ("When did the museum open?", "1902"),
        ("How many countries have lent objects?", "42 countries"),
        ("Who was the first director?", "Its first director was Anna Berg."),
    ],
)
def test_the_reply_is_the_words_that_answer(bot: Bot, question: str, reply: str) -> None:
    answer = bot.ask(Question(question))
    assert answer.status == "answered"
    assert reply in answer.reply


def test_a_name_that_the_article_lacks_is_refused_and_named(bot: Bot) -> None:
    answer = bot.ask(Question("what happens in Glasgow?"))
    assert (answer.status, answer.passages, answer.missing) == ("unanswered", (), ("Glasgow",))


def test_an_article_that_is_asked_alone_lacks_what_only_another_has(bot: Bot) -> None:
    port = Article("port", "A Port", (Paragraph("port", 1, "Ferries leave for Glasgow. A seminar is in June."),))
    both = Bot([*bot.articles.values(), port])
    alone = both.ask(Question("is there a seminar in Glasgow?", article="museum"))
    assert (alone.status, alone.missing) == ("unanswered", ("Glasgow",))
    assert alone.reply == "The article does not mention \u201cGlasgow\u201d."
    assert not both.ask(Question("is there a seminar in Glasgow?")).missing


@pytest.mark.parametrize(
    ("question", "paragraph"),
    [
        (Question("Who was the dirctor of the museum?"), 1),
        (Question("and in Hull?", ("what is in York?",)), 2),
        (Question("What is this article about?"), 1),
    ],
    ids=["a typing error", "a follow-up", "the article as a whole"],
)
def test_a_search_understands_a_question_as_asking_does(bot: Bot, question: Question, paragraph: int) -> None:
    found = bot.search(question)
    assert found[0].paragraph.number == paragraph
    assert found[0].paragraph == bot.ask(question).passages[0].paragraph
