"""Where the sentence that fits best lacks what is asked for, another of its paragraph may have it."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.models import Question

NESTS = (
    "By the end of August, nests of wasps under the bright lamps had gained 34 per cent less weight than dark ones. "
    "They raised an average of 12 new queens each, against 31 in the dark."
)
SUMMIT = (
    "Otherwise the flour may be shipped back to Norland. "
    "The bakers of the union agreed at their 30th summit that bread has to be cheaper."
)


@pytest.mark.parametrize(
    ("question", "evidence"),
    [
        ("how many new queens came out of the nests of wasps under bright lamps?", "an average of 12 new queens"),
        ("In which country was the 30th summit of the bakers of the union held?", None),
    ],
)
def test_another_sentence_answers_only_where_it_speaks_of_what_is_asked(question: str, evidence: str | None) -> None:
    reply = Bot([article(NESTS, SUMMIT)]).ask(Question(question))
    told = [each.paragraph.text[each.evidence.start : each.evidence.end] for each in reply.passages[:1]]
    assert (told == []) if evidence is None else (evidence in told[0])
