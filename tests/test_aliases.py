"""Who asks of a thing by its initials reads of it by its words, and the other way."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.english.aliases import rename
from bot.models import Question
from bot.text import telling

REST = (
    "The mill stands by the lake. Its wheel was mended twice.",
    "Nobody was hurt when the wheel broke, and the band went on playing.",
)


@pytest.mark.parametrize(
    ("text", "question", "reply"),
    [
        ("Its looms are run by artificial intelligence now.", "What does AI do?", "looms are run"),
        ("Its looms are run by artificial intelligence now.", "what does ai do?", "looms are run"),
        ("The AI lab opened in Rome in 2019.", "When did the artificial intelligence lab open?", "2019"),
        ("A chief executive officer was found in Tom Hay.", "Who is the CEO?", "Tom Hay"),
        ("The gross domestic product rose by 3 per cent.", "By how much did the GDP rise?", "3 per cent"),
        ("The value-added tax on books is 5 per cent.", "How much VAT is on books?", "5 per cent"),
        ("The United Nations sent food in May 2019.", "When did the UN send food?", "2019"),
    ],
)
def test_initials_and_words_stand_for_one_another(text: str, question: str, reply: str) -> None:
    answer = Bot([article(*REST, text)]).ask(Question(question))
    assert answer.status == "answered"
    assert reply in answer.reply


@pytest.mark.parametrize("question", ["What does AI do?", "Is the GDP rising?"])
def test_initials_of_what_the_article_lacks_are_named_as_asked(question: str) -> None:
    answer = Bot([article(*REST, "Two intelligence officers bought the product.")]).ask(Question(question))
    assert answer.status == "unanswered"


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("What did the PM eat?", ["prime", "minist", "eat"]),
        ("Who came at 5 pm?", ["come", "5", "pm"]),
    ],
)
def test_what_stands_behind_a_figure_is_a_unit(question: str, terms: list[str]) -> None:
    known = {"prime", "minist"}
    assert [token.term for token in rename(telling(question), known.__contains__)] == terms
