"""The part of a sentence that answers is marked where it stands at a place of its own."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.models import Question

PLEDGE = "During her campaign for mayor, Krag pledged that Holm would run night ferries, and buy two of them by 2020."
PORT = "Given its deep port, low rents and cheap ferries, the town of Holm has great chances in the glass trade."
PLAN = "Holm has been changed by the Lake Plan, which stresses tourism and cheap ferries from the northern islands."
HELP = "Bakers are keen on the lessons of the Holm academy, which aim to share its knowledge of rye bread."
WRITER = "The writer is a teacher at the Holm academy and former pilot of the lake ferries, and lives in Lund."
FRAME = "Orla Foods shows The Jar, a lamp that doubles as a vase, at the fair in Bergen, Norway."
JUDGE = "Judge Ida Krag said in Lund that the ferries of Holm, closed because of their old engines, must stay there."
TIME = "The tour of the Holm mill takes two hours and ten minutes, and the mill is shut from March to May."
MUST = "The port of Holm has to repair its cranes this year. Otherwise, the ferries will go to Lund."


@pytest.mark.parametrize(
    ("text", "question", "marked"),
    [
        (PLEDGE, "When did Krag pledge that Holm would run night ferries?", "During her campaign for mayor"),
        (PLEDGE, "By when did Krag pledge to buy night ferries?", "2020"),
        (
            PORT,
            "Why does Holm have great chances in the glass trade?",
            "Given its deep port, low rents and cheap ferries",
        ),
        (
            PLAN,
            "What does the Lake Plan of Holm stress?",
            "which stresses tourism and cheap ferries from the northern islands",
        ),
        (HELP, "What is the purpose of the lessons of the Holm academy?", "aim to share its knowledge of rye bread"),
        (WRITER, "What is the writer's job?", "teacher at the Holm academy and former pilot of the lake ferries"),
        (WRITER, "What was the writer's job before?", "former pilot of the lake ferries"),
        (FRAME, "Which lamp doubles as a vase?", "The Jar"),
        (FRAME, "Which company shows a lamp that doubles as a vase?", "Orla Foods"),
        (JUDGE, "Who was the judge?", "Judge Ida Krag"),
        (JUDGE, "Why were the ferries of Holm closed?", "because of their old engines"),
        (TIME, "How long does the tour of the Holm mill take?", "two hours and ten minutes"),
        (TIME, "When is the Holm mill shut?", "March to May"),
        (MUST, "What happens if the port of Holm does not repair its cranes?", "the ferries will go to Lund"),
    ],
)
def test_the_part_that_answers_is_marked(text: str, question: str, marked: str) -> None:
    reply = Bot([article(text, "Nobody knows where the old letters of the school are.")]).ask(Question(question))
    first = reply.passages[0]
    assert [first.paragraph.text[span.start : span.end] for span in first.highlights] == [marked]
