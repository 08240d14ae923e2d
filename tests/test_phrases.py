"""Who asks with a verb of several words is answered by a single one."""

from __future__ import annotations

import pytest
from articles import article

from bot.answering import Bot
from bot.english.phrases import phrasal
from bot.models import Question
from bot.text import telling

REST = (
    "The road turns down to the lake behind the theatre, where the boats of the rowing club lie.",
    "The club was asked to put its boats back and to leave the meadow as it was.",
    "Nobody came, and the band went home.",
)


@pytest.mark.parametrize(
    ("text", "question", "reply"),
    [
        (
            "In June the council rejected plans for a café.",
            "When did the council turn down plans for a café?",
            "June",
        ),
        ("Kohl discarded half of the samples because of mould.", "Why were samples thrown away?", "because of mould"),
        ("In June 40 workers were made redundant.", "When were workers laid off?", "June"),
        ("In June the old cinema was demolished.", "When did they knock the old cinema down?", "June"),
        ("In June Kohl Marine acquired the shipyard.", "Who took over the shipyard?", "Kohl Marine"),
        ("Ida Kohl invented the folding ladder.", "Who came up with the folding ladder?", "Ida Kohl"),
    ],
)
def test_a_single_verb_answers_for_one_of_several_words(text: str, question: str, reply: str) -> None:
    answer = Bot([article(*REST, text)]).ask(Question(question))
    assert answer.status == "answered"
    assert reply in answer.reply


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("When was the vote put off?", "put"),
        ("When will they turn the old furnace off?", "turn"),
        ("Who came up with it?", "came"),
        ("Who set up the company?", "set"),
        ("Where is the tower?", None),
        ("How far is it up the hill from there?", None),
    ],
)
def test_it_is_found_with_its_object_between(text: str, verb: str | None) -> None:
    found = dict(phrasal(text, telling(text)))
    assert [text[start:].split(maxsplit=1)[0] for start in found] == ([verb] if verb else [])
