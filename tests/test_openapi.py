"""The description of the endpoints, held against the endpoints themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemas import schemathesis

from bot import create_app
from bot.web.openapi import describe

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_app({"access_log": False}).test_client()


def test_every_operation_keeps_to_its_description(tmp_path: Path) -> None:
    ran = schemathesis(tmp_path, examples=15, seed="1")

    assert ran.returncode == 0, ran.stdout[-5000:]


def test_every_json_address_is_described(client: FlaskClient) -> None:
    rules = {rule.rule for rule in client.application.url_map.iter_rules()}
    described = {path.replace("{", "<").replace("}", ">") for path in describe()["paths"]}

    assert described <= rules
    assert {rule for rule in rules if rule.startswith(("/api/", "/v1/"))} <= described


@pytest.mark.parametrize("limit", ["262,144", "131,072", "65,534", "413", "414", "431"])
def test_what_is_too_large_is_described_and_shown(client: FlaskClient, limit: str) -> None:
    assert limit in describe()["info"]["description"]
    assert limit in client.get("/docs").text
    for operations in describe()["paths"].values():
        for operation in operations.values():
            assert len(limit) > 3 or limit in operation["responses"]


@pytest.mark.parametrize(
    ("question", "taken"),
    [
        ("\u0085" + "x" * 500, True),
        ("x" * 500 + "\u3000", True),
        (" " + "x" * 501, False),
        ("\u2003", False),
        ("", False),
    ],
)
def test_a_question_is_described_as_it_is_measured(client: FlaskClient, question: str, taken: bool) -> None:  # noqa: FBT001
    described = describe()["components"]["schemas"]["AskRequest"]["properties"]["question"]

    assert (re.search(described["pattern"], question) is not None) == taken
    assert client.post("/api/ask", json={"question": question}).status_code == (200 if taken else 422)


def test_the_page_shows_every_operation_shape_and_problem_with_nothing_inline(client: FlaskClient) -> None:
    page = client.get("/docs").text
    document = describe()

    for path, operations in document["paths"].items():
        for method in operations:
            assert f"<code>{method.upper()} {path}</code>" in page
    for name in document["components"]["schemas"]:
        assert f'id="schema-{name}"' in page
    problem = client.get("/api/nope").get_json()
    assert f'id="{problem["type"].partition("#")[2]}"' in page
    for inline in ("<style", "style=", "<script>", "onclick"):
        assert inline not in page


questions = st.text(max_size=520)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=questions, history=st.lists(questions, max_size=4), limit=st.integers(-1, 12))
def test_any_question_is_answered_or_refused_and_spans_hold(
    client: FlaskClient, question: str, history: list[str], limit: int
) -> None:
    response = client.post("/api/ask", json={"question": question, "history": history, "limit": limit})
    reply: dict[str, Any] = response.get_json()

    if response.status_code != 200:
        assert response.status_code == 422
        assert reply["errors"]
        return
    assert len(reply["passages"]) <= limit
    for passage in [*reply["passages"], *reply["related"]]:
        evidence = passage["evidence"]
        assert 0 <= evidence["start"] < evidence["end"] <= len(passage["text"])
        for span in passage["highlights"]:
            assert evidence["start"] <= span["start"] < span["end"] <= evidence["end"]
