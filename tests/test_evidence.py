"""The sentence that answers, and whether it does."""

from __future__ import annotations

import os

import pytest
from articles import article
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering import Bot
from bot.english.meaning import nearness
from bot.english.sentences import sentences
from bot.evidence import Scorer
from bot.indexing.building import build
from bot.models import Article, Paragraph, Question
from bot.query import understand
from bot.weights import EVIDENCE

HARBOUR = (
    "Dr. Lena Ross took over the harbour of Port Ellis in 1994. It had lost 3.5 percent of its trade a year before.",
    "The harbour is a basin of granite with two piers. Ferries leave for Oban, for Mull and, in summer, for Skye.",
    "The council pays for tugs in the north basin, a crane in the south basin, pilots in the narrows, and a fog horn.",
    "Because the channel silts up, a dredger works from March to May. Artificial light keeps the wharf open at night.",
    "Some 12 boats were sold to fishermen of Stornoway. The wealthy owners of yachts pay more than others.",
    (
        "The port office has helped villages nearby, such as repairs of nets in Tarbert, a school in Iona,"
        " a clinic in Ulva and a bus to Bunessan."
    ),
    "Mr. Hale, 71, who keeps the lighthouse, is paid 90 pounds a week.",
)


@pytest.fixture(scope="module")
def bot() -> Bot:
    return Bot([article(*HARBOUR, name="harbour", title="Port Ellis Harbour")])


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("When did Lena Ross take over?", "1994"),
        ("What is the harbour?", "The harbour is a basin of granite with two piers."),
        ("What does the council pay for in the narrows?", "pilots in the narrows"),
        ("Why does a dredger work here?", "Because the channel silts up, a dredger works from March to May."),
        ("How many boats were sold?", "Some 12 boats"),
        ("What has the port office helped with in Iona?", "a school in Iona"),
        ("How old is Mr. Hale?", "71"),
        ("How much is Mr. Hale paid?", "90 pounds a week"),
        ("Which rich people own yachts?", "The wealthy owners of yachts pay more than others."),
        ("who took over the harbor?", "Dr. Lena Ross took over the harbour of Port Ellis in 1994."),
    ],
)
def test_the_sentence_or_its_words_that_answer_are_the_reply(bot: Bot, question: str, reply: str) -> None:
    assert bot.ask(Question(question)).reply == reply


def test_a_sentence_that_leans_on_the_one_before_comes_with_it(bot: Bot) -> None:
    passage = bot.ask(Question("What percent of its trade was lost?")).passages[0]
    evidence = passage.paragraph.text[passage.evidence.start : passage.evidence.end]
    assert evidence == HARBOUR[0]


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Who took over the harbour of Lisbon?", ("Lisbon",)),
        ("Who won the chess final in Paris?", ("won", "chess", "final", "Paris")),
        ("How many tugs are in the north basin?", ()),
        ("When was the crane painted?", ("painted",)),
        ("How did Japan pay for the tugs in the north basin?", ("Japan",)),
        ("how did japan pay for the tugs in the north basin?", ("japan",)),
        ("Is the wharf of Oban open at night?", ()),
        ("Do you like boats?", ()),
        ("Who keeps the wharf open at night?", ()),
        ("What did Stornoway decide about Skye?", ("decide",)),
    ],
)
def test_what_the_article_does_not_say_is_refused_without_a_passage(
    bot: Bot, question: str, missing: tuple[str, ...]
) -> None:
    reply = bot.ask(Question(question))
    assert (reply.status, reply.passages, reply.missing) == ("unanswered", (), missing)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr. Ross met Mr. Hill. They spoke.", ["Dr. Ross met Mr. Hill.", "They spoke."]),
        ("The U.S. government paid. No. 5 sank.", ["The U.S. government paid.", "No. 5 sank."]),
        ("It rose by 3.5 percent. Then it fell.", ["It rose by 3.5 percent.", "Then it fell."]),
        ("\u201cStop!\u201d she said. He did.", ["\u201cStop!\u201d she said.", "He did."]),
        ("A heading without a stop", ["A heading without a stop"]),
    ],
)
def test_sentences_survive_what_looks_like_their_end(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in sentences(text)] == expected


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("What is Green Tide?", "The town enters the Green Tide era that represents another kind of farming."),
        ("What does Green Tide mean?", "The town enters the Green Tide era that represents another kind of farming."),
        ("What is The Raft?", "The Raft, a picture that fills a wall, hangs in its museum."),
    ],
)
def test_what_a_thing_is_is_told_by_the_sentence_that_defines_it(question: str, reply: str) -> None:
    texts = (
        "Since Green Tide was first heard of in 2011, people have asked about it.",
        "The mayor must address Green Tide soon.",
        "The town enters the Green Tide era that represents another kind of farming.",
        "By talking about Green Tide every day, the town keeps up.",
        "The Raft draws visitors every day, the mayor says.",
        "The Raft, a picture that fills a wall, hangs in its museum.",
    )
    bot = Bot([article(*texts)])
    assert bot.ask(Question(question)).reply == reply


def test_meaning_is_nearer_to_its_like() -> None:
    texts = (
        "The minister reserved a seat on the boat. A cook fries onions.",
        "The doctor healed the child, and it rained in the hills.",
    )
    index = build([article(*texts)])
    (boat, onions, first), (doctor, second) = nearness(
        understand("Which politician booked a ferry ticket?", index).meaning, [index[0], index[1]]
    )
    assert boat > max(onions, doctor)
    assert first > second
    assert nearness(understand("Zzyzx?", index).meaning, [index[0]]) == [[0.0, 0.0, 0.0]]


def test_a_neighbour_that_may_be_what_answers_is_shown_too() -> None:
    text = (
        "The bakery sells rye bread in winter. The bakery sells white bread in summer. Cats sleep on its roof all day."
    )
    bot = Bot([Article("bakery", "Bakery", (Paragraph("bakery", 1, text),))])
    passage = bot.ask(Question("What bread does the bakery sell?")).passages[0]
    assert passage.paragraph.text[passage.evidence.start : passage.evidence.end] == text.partition(" Cats")[0]


def test_a_score_is_the_weighted_sum_of_its_features() -> None:
    index = build([article(*HARBOUR, name="harbour", title="Port Ellis Harbour")])
    query = understand("How many wealthy fishermen of Stornoway own boats in the north basin?", index)
    whole = Scorer(query)
    single = [
        (weight, Scorer(query, {other: float(other == name) for other in EVIDENCE}))
        for name, weight in EVIDENCE.items()
    ]
    hits = index.engine.search(query.searched, 10)
    passages = [index[hit.paragraph] for hit in hits]
    near = nearness(query.meaning, passages)
    headings = [()] * len(hits)
    parts = [(weight, one.cheap(hits, passages, near, headings)) for weight, one in single]
    for place, scores in enumerate(whole.cheap(hits, passages, near, headings)):
        sums = [sum(weight * part[place][number] for weight, part in parts) for number in range(len(scores))]
        assert scores == pytest.approx(sums)
    for passage in passages:
        for sentence in passage.sentences:
            assert whole.dear(sentence) == pytest.approx(sum(weight * one.dear(sentence) for weight, one in single))


@settings(max_examples=int(os.environ.get("BOT_EXAMPLES", "200")), deadline=None)
@given(st.lists(st.text(min_size=1, max_size=300), min_size=1, max_size=4), st.text(max_size=60))
def test_spans_are_of_the_text_whatever_it_is(texts: list[str], more: str) -> None:
    bot = Bot([article(*texts)])
    for text in texts:
        reply = bot.ask(Question(f"{text[:40]} {more}".strip() or "?"))
        for passage in (*reply.passages, *reply.related):
            shown = passage.paragraph.text
            assert shown in texts
            evidence = passage.evidence
            assert 0 <= evidence.start < evidence.end <= len(shown)
            bounds = sentences(shown)
            assert evidence.start in {span.start for span in bounds} | {0}
            assert evidence.end in {span.end for span in bounds} | {len(shown)}
            assert all(evidence.start <= span.start < span.end <= evidence.end for span in passage.highlights)
        if reply.status == "unanswered":
            assert not reply.passages


@pytest.mark.parametrize(("question", "number"), [("How did Holm change?", 2), ("How will Holm change?", 1)])
def test_what_happened_is_told_in_the_past_and_what_is_to_come_by_words_for_that(question: str, number: int) -> None:
    texts = (
        "Holm may have to change its trade, its harbour and its schools in this century.",
        "Holm had to change its trade, its harbour and its schools in that century.",
    )
    assert Bot([article(*texts)]).ask(Question(question)).passages[0].paragraph.number == number


def test_the_people_of_a_country_weigh_no_more_than_the_country() -> None:
    country = ("Norway has 12 ports and a royal fleet.", "The lighthouses of Norway are painted red.")
    partner = "Norway will become a partner of the industry of Denmark."
    competing = "Efficient docks and lower cost will make the industry of the country more competitive."
    bot = Bot([article(*country, "Norway sells fish to Denmark.", competing, partner)])
    reply = bot.ask(Question("How will Norwegian industry become more competitive?"))
    assert reply.passages[0].paragraph.text == competing


def test_whoever_has_a_post_is_marked_and_not_what_it_is_of() -> None:
    text = "(Lena Ross, The writer is secretary-general of the Upton Center, and an old hand at sailing)"
    passage = Bot([article("The town has two piers.", text)]).ask(Question("Who is the secretary-general?")).passages[0]
    assert [text[span.start : span.end] for span in passage.highlights] == ["Lena Ross"]
