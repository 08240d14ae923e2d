"""What happens if not is told by the sentence that begins so."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.models import Question

MUST = "Engineers say that the dam above Holm has to be repaired before the winter."
OTHERWISE = "Otherwise the lower town may be flooded in spring."
REST = "Trains between the two cities were full all summer, and the railway added coaches."


@pytest.mark.parametrize("texts", [(MUST, OTHERWISE, REST), (f"{MUST} {OTHERWISE}", REST)], ids=["apart", "together"])
@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What happens if the dam above Holm is not repaired?", OTHERWISE),
        ("What if the engineers don't get the dam repaired before the winter?", OTHERWISE),
        ("Will the lower town be flooded in spring unless the dam is repaired?", OTHERWISE),
        ("what if the dam above holm isnt repaired", OTHERWISE),
        ("What if the repair of the dam comes too late?", OTHERWISE),
        ("What is at stake if the engineers wait?", OTHERWISE),
        ("When does the dam above Holm have to be repaired?", MUST),
        ("What happens if the trains are not full in summer?", REST),
    ],
)
def test_what_happens_if_not_is_told_by_otherwise(texts: tuple[str, ...], question: str, answer: str) -> None:
    passages = Bot([article(*texts)]).ask(Question(question)).passages
    first = passages[0]
    assert answer in first.paragraph.text[first.evidence.start : first.evidence.end]
    assert len({passage.paragraph.id for passage in passages}) == len(passages)


def test_the_last_sentence_of_all_is_followed_by_none() -> None:
    reply = Bot([article(REST, MUST)]).ask(Question("What happens if the dam above Holm is not repaired?"))
    assert reply.passages[0].paragraph.text == MUST


@pytest.mark.parametrize(("texts", "status"), [((MUST, OTHERWISE, REST), "answered"), ((MUST, REST), "unanswered")])
def test_what_happens_otherwise_is_asked_in_other_words(texts: tuple[str, ...], status: str) -> None:
    question = Question("Where would the river go if the engineers are too slow to mend the dam?")
    assert Bot([article(*texts)]).ask(question).status == status
