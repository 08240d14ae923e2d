from __future__ import annotations

import pytest
from articles import article

from bot.askable import questions
from bot.indexing.building import build
from bot.models import Article, Paragraph
from bot.suggestions import MOST_OF_A_KIND, Candidate, about, by_terms, candidates, fresh, near, varied


def _asked(sentence: str) -> list[str]:
    return [question for _, _, question in questions(sentence)]


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Asean is a regional bloc of 10 countries.", "What is Asean?"),
        ("The Rankine cycle is the basis of most engines.", "What is the Rankine cycle?"),
        ("William Farel was a French preacher and politician.", "Who was William Farel?"),
        ("Manuel Blum developed an axiomatic theory in 1967.", "When did Manuel Blum develop an axiomatic theory?"),
        ("The University of Warsaw was established in 1816.", "When was the University of Warsaw established?"),
        ("In 1846, Algeria was annexed.", "When was Algeria annexed?"),
        ("DATAPAC was developed by Bell Northern Research.", "Who developed DATAPAC?"),
        ("The Oslo plan is supported by the new Masterplan 2020.", "What is the Oslo plan supported by?"),
        ("During his campaign, Moon stressed that taxes fall.", "What did Moon stress?"),
        ("Amid slow growth, Moon sees the new factory as an engine.", "How does Moon see the new factory?"),
        ("Asean needs to embrace change.", "What does Asean need to embrace?"),
        ("Oslo has grown rapidly due to cheap rents.", "Why has Oslo grown rapidly?"),
        ("The club’s Polonia Stadium is located in Warsaw.", "Where is the club’s Polonia Stadium located?"),
        ("The Warsaw Council has 60 members in all.", "How many members does the Warsaw Council have?"),
        ("A letter reached President Moon Jae-in today.", "Who is Moon Jae-in?"),
        ("That is not so, said Ann Kowalski, a teacher in Oslo.", "Who is Ann Kowalski?"),
        ("Ships pass the North Channel in June.", "What does the article say about the North Channel?"),
        (
            "The Trade Center has implemented programs, robots in Oslo, ships in Bergen, and a show in Rome.",
            "What has the Trade Center implemented in Bergen?",
        ),
    ],
)
def test_sentence_is_turned_into_a_question_a_person_would_ask(sentence: str, question: str) -> None:
    assert question in _asked(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is a regional bloc.",
        "This plan is the best.",
        "They developed it in 1967.",
        "Computers are a help.",
        "Harvard announced in 2007.",
        "Otherwise, the chances may be lost.",
        "",
    ],
)
def test_sentence_that_leans_on_others_gives_no_question(sentence: str) -> None:
    assert _asked(sentence) == []


def test_candidates_name_their_paragraph_and_are_not_much_alike() -> None:
    made = article("Asean is a bloc.", *(f"Asean was founded in 19{year}." for year in range(60, 70)))
    index = build([made])
    found = candidates(index[place] for place in range(len(index)))
    assert found[0] == Candidate("What is Asean?", made.paragraphs[0])
    assert len(found) == len({candidate.question for candidate in found}) <= MOST_OF_A_KIND


def test_captions_and_notes_give_no_question() -> None:
    caption = Paragraph("a", 1, "Asean is a bloc.", "caption")
    assert candidates([build([Article("a", "T", (caption,))])[0]]) == []


def test_nearest_questions_come_first_and_none_that_was_asked() -> None:
    made = article("one", "two", "three")
    checked = [Candidate(f"Where is Hull{paragraph.number}?", paragraph) for paragraph in made.paragraphs]
    found = fresh(by_terms(near(checked, made.id, 3)), [about("whereabouts hull3")], 2)
    assert found == ("Where is Hull2?", "Where is Hull1?")
    assert near(checked, "other", 1) == []


def test_of_suggestions_that_begin_alike_one_comes_first() -> None:
    asked = ["What has the mill made in Hull?", "What has the mill made in York?", "Who is Ann?"]
    offers = [Candidate(question, Paragraph("a", 1, "x")) for question in asked]
    assert near(offers, "a", 1) == [asked[0], asked[2], asked[1]]


def test_the_first_questions_ask_for_different_paragraphs_in_different_ways() -> None:
    asked = [("Who is Ann?", 1), ("Who is Bo?", 1), ("Who is Cy?", 2), ("Who is Di?", 3), ("What is Hull?", 4)]
    offers = [Candidate(question, Paragraph("a", number, "x")) for question, number in asked]
    assert varied(offers) == ("Who is Ann?", "Who is Cy?", "What is Hull?", "Who is Bo?", "Who is Di?")


def test_what_was_asked_in_other_words_is_not_offered_again() -> None:
    offers = by_terms(["What is the mill supported by?", "Who is Ann Lee?", "What is the mill?", "Where is Rye?"])
    assert fresh(offers, [about("what supports the mill")], 3) == ("Who is Ann Lee?", "Where is Rye?")


def test_of_questions_near_an_answer_others_come_before_a_second_one_about_the_same_name() -> None:
    asked = ["Who is Ann Lee?", "What did Ann Lee stress?", "What is the mill in Hull?"]
    offers = [Candidate(question, Paragraph("a", 1, "x")) for question in asked]
    assert near(offers, "a", 1) == [asked[0], asked[2], asked[1]]


@pytest.mark.parametrize("other", ["who is ann-mari lee", "who is annmari lee", "What about mayor Ann-Mari Lee?"])
def test_the_same_question_is_known_by_what_it_asks_about(other: str) -> None:
    assert list(by_terms(["Who is Ann-Mari Lee?", other]).values()) == ["Who is Ann-Mari Lee?"]
