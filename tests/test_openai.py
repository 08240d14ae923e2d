"""OpenAI's own client against the running server, unmodified."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.request import Request, urlopen

import openai
import pytest
from serving import Server, serving

from bot import create_app

if TYPE_CHECKING:
    from collections.abc import Iterator

QUESTION = "what is Korea doing in Malaysia?"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("openai"), access_log="false") as running:
        yield running


@pytest.fixture
def client(server: Server) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=f"{server.url}/v1", api_key="none", max_retries=0) as made:
        yield made


def say(client: openai.OpenAI, *texts: str) -> str:
    """Return what is said to the last of these messages; the others are the user's and the bot's in turn."""
    roles = ("user", "assistant")
    messages = [{"role": roles[number % 2], "content": text} for number, text in enumerate(texts)]
    completion = client.chat.completions.create(model="article-bot", messages=messages)  # type: ignore[arg-type]
    return completion.choices[0].message.content or ""


def test_the_model_is_listed_and_described(client: openai.OpenAI) -> None:
    assert [model.id for model in client.models.list()] == ["article-bot"]
    assert client.models.retrieve("article-bot").id == "article-bot"
    with pytest.raises(openai.NotFoundError) as caught:
        client.models.retrieve("other")
    assert (caught.value.code, caught.value.param) == ("model_not_found", "model")
    assert "There is no such model; there is article-bot." in str(caught.value)


def test_each_answer_of_several_cites_its_place(client: openai.OpenAI) -> None:
    said = say(client, "What is Asean? Who is Moon Jae-in?")
    first, second = said.split("\n\n")[:2]
    assert first.startswith("Asean is a regional bloc")
    assert "President Moon Jae-in" in second
    assert said.index("#p9)") < said.index("#p5)")


def test_an_answer_quotes_and_cites_its_place(client: openai.OpenAI, server: Server) -> None:
    completion = client.chat.completions.create(
        model="article-bot",
        messages=[
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": [{"type": "text", "text": QUESTION}]},
        ],
        temperature=0.2,
    )

    message = completion.choices[0].message
    content = message.content or ""
    assert content.startswith("smart manufacturing in Malaysia\n\n> ")
    annotations = message.annotations or []
    cited = annotations[0].url_citation
    assert cited.url.startswith(f"{server.url}/articles/")
    assert content[cited.start_index : cited.end_index] == f"[{cited.title}]({cited.url})"
    assert completion.choices[0].finish_reason == "stop"
    assert completion.usage is not None


def test_a_stream_says_the_same(client: openai.OpenAI) -> None:
    stream = client.chat.completions.create(
        model="article-bot",
        messages=[{"role": "user", "content": QUESTION}],
        stream=True,
        stream_options={"include_usage": True},
    )
    chunks = list(stream)

    text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)
    assert text == say(client, QUESTION)
    assert chunks[0].choices[0].delta.role == "assistant"
    assert [chunk.choices[0].finish_reason for chunk in chunks if chunk.choices][-1] == "stop"
    assert chunks[-1].usage is not None
    assert len({chunk.id for chunk in chunks}) == 1


def test_earlier_messages_of_the_user_are_its_history(client: openai.OpenAI) -> None:
    assert say(client, QUESTION, "smart manufacturing", "and in Thailand?").startswith("software and IT in Thailand")


def test_a_refusal_cites_nothing(client: openai.OpenAI) -> None:
    completion = client.chat.completions.create(
        model="article-bot", messages=[{"role": "user", "content": "who won the tennis in Wimbledon?"}]
    )

    assert not completion.choices[0].message.annotations


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        (
            '### Task:\nGenerate a concise title. JSON format: { "title": "your title" }' + " x" * 500,
            '{"title":"Questions"}',
        ),
        ('### Task:\nGenerate tags. JSON format: { "tags": ["tag1"] }', '{"tags":[]}'),
        ("### Task:\nDo something else.", ""),
        ("x" * 501, "A question has at most 500 characters, this one has 501. Please ask it in fewer words."),
        (" ", "Ask a question about the articles."),
    ],
    ids=["a title", "tags", "another task", "a long message", "a blank message"],
)
def test_what_is_no_question_does_no_harm(client: openai.OpenAI, prompt: str, said: str) -> None:
    assert say(client, prompt) == said


USER = {"role": "user"}


@pytest.mark.parametrize(
    "last",
    ["", " \n", None, [], [{"type": "image_url", "image_url": {"url": "data:,"}}], [{"type": "text", "text": ""}]],
)
def test_a_message_without_a_question_is_not_answered_as_the_one_before_it(last: object) -> None:
    messages = [{**USER, "content": QUESTION}, {"role": "assistant", "content": "…"}, {**USER, "content": last}]
    app = create_app({"access_log": False}).test_client()
    said = app.post("/v1/chat/completions", json={"messages": messages}).get_json()["choices"][0]["message"]

    assert (said["content"], said["annotations"]) == ("Ask a question about the articles.", [])


HI = {"messages": [{**USER, "content": "hi"}]}
WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("messages that are text", {"messages": "hi"}, "messages: must be a list of objects"),
    ("no message", {"messages": []}, "messages: must not be empty"),
    ("a message that is text", {"messages": ["hi"]}, "messages.0: must be an object"),
    (
        "content that is a number",
        {"messages": [{**USER, "content": 5}]},
        "messages.0.content: must be a string or a list of objects",
    ),
    ("a part that is text", {"messages": [{**USER, "content": ["x"]}]}, "messages.0.content.0: must be an object"),
    (
        "a part whose text is a number",
        {"messages": [{**USER, "content": [{"type": "text", "text": 5}]}]},
        "messages.0.content.0.text: must be a string",
    ),
    (
        "an unknown role",
        {"messages": [{"role": "bot", "content": "hi"}]},
        "messages.0.role: must be 'system', 'developer', 'user', 'assistant', 'tool' or 'function'",
    ),
    ("options that are no object", {**HI, "stream_options": 3}, "stream_options: must be an object"),
    ("a stream that is text", {**HI, "stream": "yes"}, "stream: must be true or false"),
]


@pytest.mark.parametrize(("body", "said"), [each[1:] for each in WRONG], ids=[each[0] for each in WRONG])
def test_it_is_said_plainly_what_a_field_must_be(body: dict[str, Any], said: str) -> None:
    app = create_app({"access_log": False}).test_client()
    response = app.post("/v1/chat/completions", data=json.dumps(body), content_type="application/json")

    error = response.get_json()["error"]
    assert (response.status_code, error["message"], error["param"]) == (400, f"{said}.", said.partition(":")[0])


@pytest.mark.parametrize("wanted", [True, False])
def test_chunks_before_the_last_have_a_usage_of_null_where_it_is_asked_for(server: Server, wanted: bool) -> None:  # noqa: FBT001
    body = {
        "messages": [{"role": "user", "content": QUESTION}],
        "stream": True,
        "stream_options": {"include_usage": wanted},
    }
    headers = {"Content-Type": "application/json"}
    request = Request(f"{server.url}/v1/chat/completions", json.dumps(body).encode(), headers)  # noqa: S310 # our own
    with urlopen(request, timeout=20) as response:  # noqa: S310 # our own server
        lines = [line.removeprefix(b"data: ") for line in response.read().split(b"\n\n")]
    chunks = [json.loads(line) for line in lines if line.startswith(b"{")]

    *before, last = [chunk.get("usage", "none") for chunk in chunks]
    assert set(before) == {None if wanted else "none"}
    assert isinstance(last, dict) is wanted


def test_errors_have_the_shape_that_clients_read(client: openai.OpenAI) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        client.chat.completions.create(model="article-bot", messages=[])

    assert caught.value.param == "messages"
    assert caught.value.type == "invalid_request_error"


def test_a_wrong_key_is_an_authentication_error(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("keys")
    with serving(folder, keys=str(folder / "keys")) as server:
        wrong = openai.OpenAI(base_url=f"{server.url}/v1", api_key="wrong", max_retries=0)
        with wrong, pytest.raises(openai.AuthenticationError):
            say(wrong, QUESTION)
