"""A sentence about another, what is theirs, or another place is no answer; one about the right one near by is."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.models import Question

TRIAL = (
    "The tower of Holm was held by Tobias Wren and a group of women led by Judith Crane.",
    "Wren was tried at Holm and hanged on 19 September 1741. Judith Crane escaped over the Arrel Pass and taught.",
)
PACTS = (
    "The port of Holm is the largest on the coast.",
    "Norland signed a trade deal with Holm in 2021. Sudland has a deal with Holm on fish alone.",
)
SALE = (
    "Glass has been made at Holm for a century.",
    "Sudland shut a line at Holm in October, and others have shut plants in Hull. Norland will keep its furnaces.",
)
LESSONS = (
    "Norland and Sudland are neighbours, and both have debts.",
    "Norland\u2019s thrifty housekeeping can teach Sudland how to build on a budget.",
)
MILLS = ("Leeds makes paper.", "A steam mill was built in Hull in 1712, and all came to see it.")
PUMPS = (
    "Steam drove the mines of Holm.",
    "In 1698 Savery patented a steam pump for mines, which failed. Dahlgren improved it with a piston years later.",
)


@pytest.mark.parametrize(
    ("paragraphs", "question", "answer"),
    [
        (TRIAL, "When was Judith Crane hanged?", ""),
        (TRIAL, "When was Wren hanged?", "19 September 1741"),
        (PACTS, "What deal does Sudland have with Holm?", "Sudland has a deal with Holm on fish alone."),
        (PACTS, "When did Norland sign a trade deal with Holm?", "2021"),
        (SALE, "When did Norland buy the line at Holm from Sudland?", ""),
        (SALE, "When did Sudland shut a line at Holm?", "October"),
        (LESSONS, "What can Norland's thrifty housekeeping teach Sudland?", LESSONS[1]),
        (LESSONS, "What can Sudland's thrifty housekeeping teach Norland?", ""),
        (LESSONS, "What can NU's thrifty housekeeping teach?", ""),
        (MILLS, "In which year was a steam mill built in Hull?", "1712"),
        (MILLS, "In which year was a steam mill built in Leeds?", ""),
        (MILLS, "Why was a steam mill built in Leeds?", ""),
        (MILLS, "What is made in Leeds?", "Leeds makes paper."),
        (PUMPS, "In what year did Dahlgren patent a steam pump?", ""),
        (PUMPS, "In what year did Savery patent a steam pump?", "1698"),
    ],
)
def test_what_another_did_is_no_answer(paragraphs: tuple[str, ...], question: str, answer: str) -> None:
    reply = Bot([article(*paragraphs)]).ask(Question(question))
    assert (reply.reply if reply.status == "answered" else "") == answer
