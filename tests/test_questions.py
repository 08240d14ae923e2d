"""Files of questions with known answers: the forms that are read, and what is said of a broken one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from bot.errors import QuestionsError
from bot.models import Question
from bot.questions import Case, load

if TYPE_CHECKING:
    from pathlib import Path

QA = {"question": "Who?", "answers": [{"text": "Ann"}, {"text": "Ann"}, {"text": "Ann B"}]}
SQUAD = {
    "data": [
        {"title": "One_Tree", "paragraphs": [{"context": "It was Ann B.  So.", "qas": [QA]}]},
        {"title": "Two", "paragraphs": [{"context": "x", "qas": [{"question": "Why?", "is_impossible": True}]}]},
    ]
}


def write(folder: Path, content: object) -> Path:
    path = folder / "questions"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def test_a_squad_file_brings_its_articles(tmp_path: Path) -> None:
    found = load(write(tmp_path, SQUAD))
    assert [article.title for article in found.articles] == ["One Tree", "Two"]
    assert found.articles[0].paragraphs[0].text == "It was Ann B.  So."
    name = found.articles[0].id
    assert found.cases == (
        Case(Question("Who?"), "answerable", ("Ann", "Ann B"), name, frozenset([1])),
        Case(Question("Why?"), "unanswerable", (), found.articles[1].id, frozenset([1])),
    )


def test_articles_of_one_title_stay_apart(tmp_path: Path) -> None:
    found = load(write(tmp_path, {"data": [SQUAD["data"][0]] * 2}))
    assert len({article.id for article in found.articles}) == 2


def test_some_of_the_articles_can_be_chosen(tmp_path: Path) -> None:
    assert [case.question.text for case in load(write(tmp_path, SQUAD), range(2, 3)).cases] == ["Why?"]


@pytest.mark.parametrize(
    ("line", "case"),
    [
        pytest.param(
            {"question": "Who?", "answers": ["Ann"]},
            Case(Question("Who?"), "answerable", ("Ann",)),
            id="answerable",
        ),
        pytest.param(
            {"question": "Who?", "unanswerable": True},
            Case(Question("Who?"), "unanswerable"),
            id="unanswerable",
        ),
        pytest.param(
            {"question": "When?", "answers": ["1"], "history": ["Who?"], "standalone_has": ["Ann"], "paragraph": 3},
            Case(Question("When?", ("Who?",)), "followup", ("1",), None, frozenset([3]), None, ("Ann",)),
            id="follow-up",
        ),
        pytest.param(
            {"question": "Whoo?", "answers": ["A"], "article": "a", "kind": "misspelt", "paragraph": [1, 2]},
            Case(Question("Whoo?", article="a"), "misspelt", ("A",), "a", frozenset([1, 2])),
            id="of one article, with a kind of its own",
        ),
        pytest.param(
            {"question": "Why?", "answers": ["so"], "standalone": "Why?"},
            Case(Question("Why?"), "answerable", ("so",), standalone="Why?"),
            id="stays as it is",
        ),
        pytest.param(
            {"question": "a\u2028b", "answers": ["c\u0085d"]},
            Case(Question("a\u2028b"), "answerable", ("c\u0085d",)),
            id="only a line feed ends a line",
        ),
    ],
)
def test_lines_of_json_are_read(tmp_path: Path, line: dict[str, Any], case: Case) -> None:
    text = "\n" + json.dumps(line, ensure_ascii=False) + "\r\n\n"
    assert load(write(tmp_path, text)).cases == (case,)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "there is no question in it"),
        ({"data": []}, "there is no question in it"),
        (b"\xff\xfe\x00", "it is not UTF-8 text"),
        ("hello", "line 1 is not a JSON object"),
        ("[" * 100_000, "line 1 is not a JSON object"),
        ('{"question": "Who?", "answers": ["A"]}\n[1]', "line 2 is not a JSON object"),
        ({"answers": ["A"]}, "line 1 has no 'question'"),
        ({"question": 1, "answers": ["A"]}, "line 1 has 'question' of the wrong type"),
        ({"question": "Who?"}, "line 1 has no 'answers', nor is it marked 'unanswerable'"),
        ({"question": "Who?", "answers": "A"}, "line 1 has 'answers' of the wrong type"),
        ({"question": "Who?", "answers": [1]}, "line 1 has to have only strings in 'answers'"),
        ({"question": "Who?", "answers": ["A"], "unanswerable": True}, "line 1 has 'answers' and is 'unanswerable'"),
        ({"question": "Who?", "answers": ["A"], "paragraph": "1"}, "line 1 has to have a number"),
        ({"data": {}}, "the file has 'data' of the wrong type"),
        ({"data": [1]}, "article 1 is not a JSON object"),
        ({"data": [{"title": "T"}]}, "article 1 has no 'paragraphs'"),
        ({"data": [{"title": "T", "paragraphs": [{"qas": []}]}]}, "article 1, paragraph 1 has no 'context'"),
        (
            {"data": [{"title": "T", "paragraphs": [{"context": "c", "qas": [{"question": "Who?", "answers": []}]}]}]},
            "article 1, paragraph 1, question 1 has no answer",
        ),
    ],
)
def test_a_broken_file_is_named_with_the_place_of_the_fault(tmp_path: Path, content: object, said: str) -> None:
    path = write(tmp_path, content)
    with pytest.raises(QuestionsError) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert said in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(QuestionsError, match="none: No such file"):
        load(tmp_path / "none")


@pytest.mark.parametrize(
    ("content", "only", "said"),
    [
        (SQUAD, range(2, 4), "its articles are 1 to 2"),
        ({"question": "Who?", "answers": ["A"]}, range(1, 2), "only a SQuAD file has articles to choose from"),
    ],
)
def test_a_choice_that_is_not_there_is_refused(tmp_path: Path, content: object, only: range, said: str) -> None:
    with pytest.raises(QuestionsError, match=said):
        load(write(tmp_path, content), only)
