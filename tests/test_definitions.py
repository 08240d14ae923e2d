"""Who asks what a word means is answered by what says so, and not by a sentence that only uses it."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.models import Question

REST = "The village shop in Graz sells ferry tickets, bread and newspapers from seven in the morning."


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("A kiln is an oven for bricks, and Holm had four of them.", "What is a kiln?"),
        ("Holm had four kilns, ovens that were used for bricks.", "What are kilns?"),
        ("Holm had four ovens for bricks, known locally as kilns.", "What is a kiln?"),
        ("Each worker had a ferret knife (a short blade for cutting twine).", "What is a ferret knife?"),
        ("A ferret knife cuts twine, and each worker had one.", "What is a ferret knife?"),
        ("To ret means to rot flax in water until its fibres part.", "What does ret mean?"),
        ("The Holm Club is a society of bakers.", "What is the Holm Club?"),
        ("Ida Krag is secretary of the Holm Club, a society of bakers.", "What is the Holm Club?"),
        ("Bakers founded the Holm Club (a reading society) last May.", "What's the Holm Club?"),
        ("Holm fired the last of its kilns in 1921.", "When was the last kiln fired in Holm?"),
        ("Ida Krag built a kiln in Holm, a town of growers.", "what's being done in Holm"),
    ],
)
def test_what_is_explained_is_answered(text: str, question: str) -> None:
    assert Bot([article(text, REST)]).ask(Question(question)).status == "answered"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("There were four kilns in Holm, a mill in Lund and a smithy in Graz.", "What is a kiln?"),
        ("Help for growers: smart ovens in Lund, a mobile kiln in Holm.", "what is a mobile kiln"),
        ("The growers of Holm have to ret their flax.", "What does ret mean?"),
        ("The growers of Holm have to ret their flax.", "what is meant by ret"),
        ("Ida Krag is secretary of the Holm Club and reads a lot.", "What is the Holm Club?"),
        ("There were four kilns in Holm, a mill in Lund and a smithy in Graz.", "What is Lund?"),
        ("Growers met for a talk on the Kiln of Things in Holm.", "What is the Kiln of Things?"),
        ("Growers ran a cross-border k-firing fair in Holm.", "What is k-firing?"),
    ],
)
def test_what_is_only_used_is_refused(text: str, question: str) -> None:
    assert Bot([article(text, REST)]).ask(Question(question)).status == "unanswered"
