"""Which words of a sentence are marked as the answer."""

from __future__ import annotations

import pytest

from bot.highlight import highlight
from bot.indexing.building import build
from bot.models import Article, Paragraph
from bot.query import understand


def marked(question: str, text: str) -> str:
    index = build([Article("a", "A", (Paragraph("a", 1, text),))])
    span, _ = highlight(understand(question, index), index[0].sentences[0])
    return "" if span is None else text[span.start : span.end]


SHOP = "The guild has begun several courses in Hull, such as weaving in Rye, pottery in Bath, and carving in York."


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        # A figure stands with the whole of what it counts.
        ("How many trees were planted at the mill?", "At the mill 90 young trees were planted.", "90 young trees"),
        ("How many spaces does the mill have?", "The mill has 85 parking spaces and a pond.", "85 parking spaces"),
        ("How long did the bakers use it?", "A second baker used it at 47 degrees for nine weeks.", "nine weeks"),
        ("How many of the mills needed radiators?", "Of the mills ten needed bigger radiators.", "ten"),
        (
            "How often do the ferries run in winter?",
            "The ferries run every ten minutes in summer and every hour in winter.",
            "every hour",
        ),
        (
            "How long does a gas lamp last?",
            "It should last 20 years, compared with ten years for a gas lamp.",
            "ten years",
        ),
        ("How often has the lamp failed?", "The lamp has failed more than 3,000 times.", "more than 3,000 times"),
        ("What was the score at Holm?", "Holm, the leaders, beat Graz 3-2 at home.", "3-2"),
        # A comma inside a phrase or a row ends no clause.
        (
            "What did the mill pump?",
            "By noon the mill pumped a cool, salty brine.",
            "By noon the mill pumped a cool, salty brine",
        ),
        ("What sells the mill?", "The mill sells flour, oats and rye.", "flour, oats and rye"),
        # A clause that only repeats the question takes in what answers, or makes room for it.
        ("Who is the baker?", "The baker, Ann Lee, a tall woman, laughed.", "Ann Lee"),
        (
            "How did the baker learn of it?",
            "The baker, Ann, heard it on the radio.",
            "The baker, Ann, heard it on the radio",
        ),
        ("What about opening hours?", "Opening hours: Monday to Friday.", "Monday to Friday"),
        (
            "Which plan supports the mill?",
            "The mill is supported by the Rye Hill plan that describes it.",
            "by the Rye Hill plan",
        ),
        # A name stands in the member of the list that was asked about, and a thing is nobody.
        ("Where was the pottery?", SHOP, "Bath"),
        ("List all courses of the guild", SHOP, "weaving in Rye, pottery in Bath, and carving in York"),
        ("Who makes the Lamp?", "Osram makes the Lamp, a kind of LED in the shops.", "Osram"),
        (
            "Who is Ann Lee?",
            "(Ann Lee, The writer is a baker at the Rye Mill.",
            "Ann Lee, The writer is a baker at the Rye Mill",
        ),
        # Figures, dates and names are marked as far as they reach.
        ("How long is the climb?", "The climb takes seven to eight hours.", "seven to eight hours"),
        ("How much will the mill save?", "The mill will save about £19mn a year.", "about £19mn a year"),
        ("When did the reform begin?", "The reform began in the early 11th century.", "early 11th century"),
        ("When does the mill open?", "The mill opens from Tuesday, June 6 on.", "Tuesday, June 6"),
        ("Who built the mill?", "The mill was built by Moss & Reed in spring.", "Moss & Reed"),
    ],
)
def test_the_words_that_answer_are_marked(question: str, text: str, words: str) -> None:
    assert marked(question, text) == words
