"""What a client of the JSON endpoints sees."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from bot import create_app

if TYPE_CHECKING:
    from flask.testing import FlaskClient

QUESTION = "what is Korea doing in Malaysia?"
ARTICLE = "shaping-asean-korea-digital-partnership"


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_app().test_client()


def test_an_answer_has_the_form_of_the_contract_and_its_spans_hold(client: FlaskClient) -> None:
    reply = client.post("/api/ask", json={"question": QUESTION}).get_json()

    assert list(reply) == [
        "question",
        "standalone_question",
        "status",
        "reply",
        "passages",
        "related",
        "missing",
        "suggestions",
        "took_ms",
    ]
    assert reply["status"] == "answered"
    passage = reply["passages"][0]
    assert "smart manufacturing in Malaysia" in passage["text"]
    highlight = passage["highlights"][0]
    assert passage["text"][highlight["start"] : highlight["end"]] in reply["reply"]
    assert passage["url"] == f"/articles/{ARTICLE}#p{passage['paragraph']}"


def test_get_answers_like_post_with_history_repeated(client: FlaskClient) -> None:
    body = {"question": "and in Thailand?", "history": [QUESTION, "and in Brunei?"], "article": ARTICLE, "limit": 2}
    posted = client.post("/api/ask", json=body).get_json()
    got = client.get("/api/ask", query_string=body).get_json()

    del posted["took_ms"], got["took_ms"]
    assert got == posted


FIELDS: list[tuple[str, Any, list[str]]] = [
    ("no question", {}, ["question"]),
    ("empty", {"question": ""}, ["question"]),
    ("blank", {"question": " \t\n\u00a0\u3000"}, ["question"]),
    ("501 characters", {"question": "x" * 501}, ["question"]),
    ("a number", {"question": 7}, ["question"]),
    ("null", {"question": None}, ["question"]),
    ("a list", {"question": ["x"]}, ["question"]),
    ("NUL", {"question": "what\0ever"}, ["question"]),
    ("a lone surrogate", {"question": "what \ud800"}, ["question"]),
    ("10,000 combining marks", {"question": "e" + "\u0301" * 10_000}, ["question"]),
    ("an unknown field", {"question": "x", "top_k": 3}, ["top_k"]),
    ("an unknown field whose name is no text", {"question": "x", "\ud800": 3}, [""]),
    ("21 earlier questions", {"question": "x", "history": ["x"] * 21}, ["history"]),
    ("a blank earlier question", {"question": "x", "history": ["x", " "]}, ["history.1"]),
    ("history that is one string", {"question": "x", "history": "x"}, ["history"]),
    ("limit 0", {"question": "x", "limit": 0}, ["limit"]),
    ("limit 11", {"question": "x", "limit": 11}, ["limit"]),
    ("limit true", {"question": "x", "limit": True}, ["limit"]),
    ("limit as text", {"question": "x", "limit": "3"}, ["limit"]),
    ("limit with a fraction", {"question": "x", "limit": 1.5}, ["limit"]),
    ("limit 10**400", {"question": "x", "limit": 10**400}, ["limit"]),
    ("several at once", {"question": "", "limit": 99}, ["limit", "question"]),
]


@pytest.mark.parametrize(("body", "fields"), [each[1:] for each in FIELDS], ids=[each[0] for each in FIELDS])
def test_each_bad_field_is_named(client: FlaskClient, body: dict[str, Any], fields: list[str]) -> None:
    response = client.post("/api/ask", data=json.dumps(body), content_type="application/json")

    problem = response.get_json()
    assert (response.status_code, response.mimetype) == (422, "application/problem+json")
    assert problem["status"] == 422
    assert sorted(error["field"] for error in problem["errors"]) == fields


SAID: list[tuple[str, dict[str, Any], str]] = [
    ("no question", {}, "question: is required"),
    ("501 characters", {"question": "x" * 501}, "question: must have at most 500 characters"),
    ("an article that is long", {"question": "x", "article": "x" * 501}, "article: must have at most 500 characters"),
    ("21 earlier questions", {"question": "x", "history": ["x"] * 21}, "history: must have at most 20 entries"),
    ("history that is one string", {"question": "x", "history": "x"}, "history: must be a list of strings"),
    ("a limit that is small", {"question": "x", "limit": 0}, "limit: must be at least 1"),
    ("a limit that is large", {"question": "x", "limit": 11}, "limit: must be at most 10"),
    ("a limit with a fraction", {"question": "x", "limit": 1.5}, "limit: must be a whole number"),
]


@pytest.mark.parametrize(("body", "said"), [each[1:] for each in SAID], ids=[each[0] for each in SAID])
def test_it_is_said_plainly_what_a_field_must_be(client: FlaskClient, body: dict[str, Any], said: str) -> None:
    errors = client.post("/api/ask", json=body).get_json()["errors"]

    assert [f"{error['field']}: {error['detail']}" for error in errors] == [said]


QUESTIONS = [
    ("padded to 500 after trimming", " " * 300 + "x" * 500 + "\n"),
    ("emoji", "\U0001f600 \U0001f468\u200d\U0001f469\u200d\U0001f467?"),
    ("right to left", "\u0645\u0627 \u0647\u064a \u0643\u0648\u0631\u064a\u0627\u061f"),
    ("500 combining marks", "e" + "\u0301" * 499),
    ("only stop words", "what is the"),
    ("only punctuation", "?!… —"),
    ("mark-up", "<script>alert(1)</script>"),
    ("control characters", "\x01\x1b[31mKorea\x7f"),
    ("a zero-width space", "\u200b"),
]


@pytest.mark.parametrize("question", [each[1] for each in QUESTIONS], ids=[each[0] for each in QUESTIONS])
def test_odd_questions_are_answered_all_the_same(client: FlaskClient, question: str) -> None:
    response = client.post("/api/ask", json={"question": question})

    assert response.status_code == 200
    assert response.get_json()["question"] == question.strip()


BODIES: list[tuple[str, bytes, str]] = [
    ("nothing", b"", "not JSON"),
    ("half an object", b'{"question": "x"', "not JSON"),
    ("not UTF-8", b'{"question": "\xff"}', "not UTF-8"),
    ("an array", b'["question"]', "must be a JSON object"),
    ("a string", b'"question"', "must be a JSON object"),
    ("nested 50,000 deep", b"[" * 50_000 + b"]" * 50_000, "nested too deeply"),
    ("a name twice", b'{"question": "x", "question": "y"}', "twice"),
    ("NaN", b'{"question": "x", "limit": NaN}', "no JSON"),
    (
        "a number of 5,000 digits",
        b'{"question": "x", "limit": ' + b"9" * 5000 + b"}",
        "not JSON: a number has thousands",
    ),
]


@pytest.mark.parametrize(("body", "said"), [each[1:] for each in BODIES], ids=[each[0] for each in BODIES])
def test_a_malformed_body_is_a_400_that_says_why(client: FlaskClient, body: bytes, said: str) -> None:
    response = client.post("/api/ask", data=body, content_type="application/json")

    problem = response.get_json()
    assert (response.status_code, response.mimetype) == (400, "application/problem+json")
    assert said in problem["detail"]
    assert "Traceback" not in response.text


def test_a_byte_order_mark_before_a_body_does_no_harm(client: FlaskClient) -> None:
    body = b'\xef\xbb\xbf{"question": "x"}'

    assert client.post("/api/ask", data=body, content_type="application/json").status_code == 200


REQUESTS: list[tuple[str, int, dict[str, Any]]] = [
    ("a body over the limit", 413, {"method": "POST", "path": "/api/ask", "json": {"question": "x" * 300_000}}),
    ("a form", 415, {"method": "POST", "path": "/api/ask", "data": {"question": "x"}}),
    (
        "a body that says it is compressed",
        415,
        {"method": "POST", "path": "/api/ask", "json": {"question": "x"}, "headers": {"Content-Encoding": "gzip"}},
    ),
    ("a body of no type", 415, {"method": "POST", "path": "/api/ask", "data": b"{}"}),
    ("an unknown article", 404, {"path": "/api/ask?question=x&article=nope"}),
    ("an unknown article's page", 404, {"path": "/api/articles/nope"}),
    ("an unknown address", 404, {"path": "/api/nope"}),
    ("a wrong method", 405, {"method": "DELETE", "path": "/api/ask"}),
    ("a client that takes images only", 406, {"path": "/api/ask?question=x", "headers": {"Accept": "image/png"}}),
    ("an address in Latin-1", 400, {"path": "/api/ask?question=caf%E9"}),
    ("a field given twice", 422, {"path": "/api/ask?question=x&question=y"}),
    ("limit in words", 422, {"path": "/api/ask?question=x&limit=three"}),
    ("a parameter where none is taken", 422, {"path": "/api/articles?page=2"}),
]


@pytest.mark.parametrize(("status", "sent"), [each[1:] for each in REQUESTS], ids=[each[0] for each in REQUESTS])
def test_every_refusal_is_a_problem(client: FlaskClient, status: int, sent: dict[str, Any]) -> None:
    response = client.open(**sent)

    problem = response.get_json()
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")
    assert {"type", "title", "status", "detail", "errors", "request_id"} == set(problem)
    assert problem["status"] == status


def test_a_wrong_method_is_told_the_right_ones(client: FlaskClient) -> None:
    assert set(client.delete("/api/ask").headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS", "POST"}


def test_articles_are_listed_and_read_with_their_numbered_paragraphs(client: FlaskClient) -> None:
    listed = client.get("/api/articles").get_json()["articles"]
    assert [article["id"] for article in listed] == [ARTICLE]

    article = client.get(f"/api/articles/{ARTICLE}").get_json()
    assert article["title"] == listed[0]["title"]
    paragraphs = article["paragraphs"]
    assert [each["number"] for each in paragraphs] == list(range(listed[0]["paragraphs"] + 1))
    assert paragraphs[0]["kind"] == "byline"
    assert all(each["id"] == f"{ARTICLE}#p{each['number']}" for each in paragraphs)


def test_a_defect_is_a_500_that_tells_nothing_of_the_inside() -> None:
    class Broken:
        def ask(self, _question: object) -> None:
            raise RuntimeError("the secret path")

    client = create_app({"bot": Broken()}).test_client()
    response = client.get("/api/ask?question=x")

    assert (response.status_code, response.mimetype) == (500, "application/problem+json")
    assert "secret" not in response.text
