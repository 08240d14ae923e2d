"""The way of a question, whole."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.corpus import shipped
from bot.indexing.store import open_index
from bot.models import Article, Paragraph, Question

TEXTS = (
    "The museum opened in 1902 after a long debate. Its first director was Anna Berg.",
    "The programme includes pottery in Leeds, weaving in York, glass blowing in Hull, and a seminar in Bath.",
    "Visitors came in large numbers, and 42 countries have lent objects to the museum.",
)


@pytest.fixture(scope="module")
def bot() -> Bot:
    return Bot([article(*TEXTS, name="museum", title="A Museum")])


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


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("In York the council also plans a fair for weavers, with a market on the square.", [4, 2]),
        (
            "The council, which met for the first time since the war, plans a large fair for the weavers of York.",
            [2, 4],
        ),
    ],
)
def test_what_else_goes_on_to_what_was_not_shown(text: str, numbers: list[int]) -> None:
    bot = Bot([article(*TEXTS, text)])
    asked = ("What is in York?", "what else?")
    replies = [bot.ask(Question(asked[at], asked[:at])) for at in range(2)]
    assert [reply.passages[0].paragraph.number for reply in replies] == numbers


def test_a_name_that_the_article_lacks_is_refused_and_named(bot: Bot) -> None:
    answer = bot.ask(Question("what happens in Glasgow?"))
    assert (answer.status, answer.passages, answer.missing) == ("unanswered", (), ("Glasgow",))


@pytest.mark.parametrize(
    ("text", "question", "answered"),
    [
        ("The Republic of Korea opened a port in Busan.", "What did South Korea open?", True),
        ("The Republic of Korea opened a port in Busan.", "What did North Korea open?", False),
        ("Britain sold its steel works in March.", "What did the United Kingdom sell in March?", True),
        ("France sold its steel works in March.", "What did the French sell in March?", True),
        ("Japanese voters chose a new mayor.", "Who did voters in Japan choose?", True),
        ("Japanese voters chose a new mayor.", "Who did voters in China choose?", False),
        ("Europe sold its steel works in March.", "What did Germany sell in March?", False),
        ("The Republic of Korea and America made a pact.", "When did the United States and South Korea meet?", False),
        (
            "The Republic of Korea and America met in May 2011.",
            "When did the United States and South Korea meet?",
            True,
        ),
        ("America sold its steel works in June.", "What did the us sell in June?", True),
        ("The writer is a professor of law in Cork.", "Where is the author a professor?", True),
        ("The author is a professor of law in Cork.", "Where is the writer a professor?", True),
        ("The writer is a professor of law in Cork.", "Where is the author of this article a professor?", True),
    ],
)
def test_a_place_or_a_writer_is_known_by_another_name_and_no_other_place_is_taken_for_it(
    text: str, question: str, *, answered: bool
) -> None:
    bot = Bot([Article("a", "News", (Paragraph("a", 1, text),))])
    assert (bot.ask(Question(question)).status == "answered") is answered


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("How old is Joost Verhagen?", "51"),
        ("How old is Kwan Sumin?", "44"),
        ("How old is Joost Mulder?", None),
        ("How old is Anna Verhagen?", None),
    ],
)
def test_a_person_named_in_full_is_found_by_the_name_that_an_article_goes_on_with(
    question: str, reply: str | None
) -> None:
    texts = (
        "One ship was bought by Kwan Su-min, a pilot.",
        "The mine was sold to Joost Verhagen, who has owned two ships.",
        "The town is glad of it, and so are the people of the mine.",
        "Verhagen is 51 and came from the coast.",
        "What the mine will do next Verhagen does not say.",
        "Kwan is 44 and came from the hills.",
    )
    bot = Bot([article(*texts)])
    answer = bot.ask(Question(question))
    assert (answer.reply if answer.status == "answered" else None) == reply


@pytest.mark.parametrize(
    ("typed", "meant", "reply"),
    [
        ("whats this artical about", "whats this article about", TEXTS[0]),
        ("give me a sumary", "give me a summary", TEXTS[0]),
        ("wat is the titel", "what is the title", "A Museum"),
    ],
)
def test_a_typing_error_in_a_question_about_the_article_is_forgiven(
    bot: Bot, typed: str, meant: str, reply: str
) -> None:
    answer = bot.ask(Question(typed))
    assert answer.standalone_question == meant
    assert reply in answer.reply or reply in answer.passages[0].paragraph.text


def test_a_person_is_not_found_by_the_name_of_another() -> None:
    texts = (
        "Boris Keller scored 31 goals for the club last year.",
        "The stadium was planned by Keller, the city says.",
        "Those who came to see it were pleased.",
        "Samuel Keller of Leeds coaches the women and earns 900 pounds a week.",
    )
    bot = Bot([article(*texts)])
    assert bot.ask(Question("How much does Boris Keller earn?")).status == "unanswered"
    assert bot.ask(Question("How much does Samuel Keller earn?")).reply == "900 pounds a week"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("What must the work force learn?", "What must the workforce learn?"),
        ("which Power house is near?", "which Powerhouse is near?"),
        ("What does the work do?", "What does the work do?"),
        ("who are the weavors", "who are the weavers"),
        ("what is the musem", "what is the museum"),
        ("who is the presidant", "who is the president"),
        ("who are the clerks", "who are the clerks"),
    ],
)
def test_words_are_written_as_the_article_writes_them(typed: str, meant: str) -> None:
    bot = Bot(
        [
            article(
                "The museum will teach its workforce to weave.",
                "The powerhouse of its president is near.",
                "Weavers clerk.",
            )
        ]
    )
    assert bot.ask(Question(typed)).standalone_question == meant


@pytest.mark.parametrize("question", ["what is said about weaving", "what is written about weaving"])
def test_what_is_said_about_something_is_asked_for_by_its_name_alone(question: str) -> None:
    told = "The museum shows boats from York, weaving in Hull and a seminar on lamps in Ely."
    reply = Bot([article("The museum opened in 1931.", told)]).ask(Question(question))
    assert [passage.paragraph.text for passage in reply.passages] == [told]


def test_what_is_asked_for_by_a_list_is_no_word_of_the_article(bot: Bot) -> None:
    answer = bot.ask(Question("List all countries that have lent objects"))
    assert answer.passages[0].paragraph.number == 3


def test_a_reason_is_a_sentence_and_no_member_of_its_list(bot: Bot) -> None:
    assert bot.ask(Question("Why is there weaving in York?")).reply == TEXTS[1]


def test_a_typing_error_is_forgiven_after_other_questions_and_in_a_search(bot: Bot) -> None:
    asked = Question("give me a sumary", ("When did the museum open?",))
    assert bot.ask(asked).standalone_question == "give me a summary"
    assert [passage.paragraph.number for passage in bot.search(asked)] == [1, 2]


@pytest.mark.parametrize(
    ("question", "paragraph"),
    [
        ("Who repaired the ship in the picture?", 2),
        ("Who repaired the ship?", 1),
        ("Who repaired the ship in the picture gallery?", 1),
    ],
)
def test_a_question_about_the_picture_is_answered_by_its_caption(question: str, paragraph: int) -> None:
    paragraphs = (
        Paragraph("a", 1, "The ship was repaired by Ann Moss in the gallery of the harbour."),
        Paragraph("a", 2, "The ship Comet, repaired by Ellis Yard, leaves the harbour.", "caption"),
    )
    bot = Bot([Article("a", "The Comet", paragraphs)])
    assert bot.ask(Question(question)).passages[0].paragraph.number == paragraph


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("Is there weaving in Port Louis?", "The article does not mention \u201cPort Louis\u201d."),
        ("Was Anna Berg Norwegian?", "The article does not mention \u201cNorwegian\u201d."),
        ("Is Anna Olsen in Oslo?", "The article does not mention \u201cAnna Olsen\u201d, \u201cOslo\u201d."),
        ("Who evacuated the museum?", "The article does not say."),
        ("What Is In Port Louis?", "The article does not mention \u201cPort Louis\u201d."),
    ],
)
def test_a_name_that_the_article_lacks_is_told_in_full(bot: Bot, question: str, reply: str) -> None:
    assert bot.ask(Question(question)).reply == reply


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


@pytest.mark.parametrize(
    "question",
    [
        "Who invented robots?",
        "Who coined creative destruction?",
        "Who funds the Asean-Korea Center?",
        "Is Industry 4.0 a danger for Asean?",
        "Why did Industry 4.0 fail?",
    ],
)
def test_a_deed_that_the_article_lacks_is_refused_however_often_it_has_the_name(question: str) -> None:
    assert Bot(open_index(shipped()).index).ask(Question(question)).status == "unanswered"


@pytest.mark.parametrize(
    ("question", "paragraph"),
    [
        ("Give me two reasons why Asean became a manufacturing base", 9),
        ("Give an example of a country with service robots", 16),
        ("List three programs of the Center", 16),
        ("identify the city where Samsung showed its TV", 2),
        ("Name the president", 5),
    ],
)
def test_a_task_is_understood_as_the_question_it_sets(question: str, paragraph: int) -> None:
    assert Bot(open_index(shipped()).index).ask(Question(question)).passages[0].paragraph.number == paragraph


LEAGUE = (
    "Lamps of the new kind burn all night, and nobody minds.",
    "Abec is a bloc of 10 countries in the north.",
    "The harbour was closed in winter, and the boats lay on land.",
    "The Abec ICT Masterplan wants fast networks and good schools.",
    "Abec member states have shown great interest in the lamps.",
)


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("How many member states does Abec have?", "10 countries"),
        ("What is the ABEC ICT Masterplan?", LEAGUE[3]),
        ("What did Abec member states show interest in?", LEAGUE[4]),
        ("What is Abec's GDP?", "The article does not mention \u201cGDP\u201d."),
    ],
)
def test_a_bloc_is_no_person_and_its_members_are_countries(question: str, reply: str) -> None:
    assert Bot([article(*LEAGUE)]).ask(Question(question)).reply == reply
