from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot import create_app
from bot.answering import Bot
from bot.models import Article, Paragraph, Passage, Reply, Span

if TYPE_CHECKING:
    from flask.testing import FlaskClient

ZEBRAS = Article(
    "zebras",
    "Zebras of the plains",
    (Paragraph("zebras", 1, "Zebras eat grass on the plains. They sleep standing up."),),
    source="https://news.example/zebras",
)


@pytest.fixture
def client() -> FlaskClient:
    return create_app({"bot": Bot([ZEBRAS])}).test_client()


HTML = {"Accept": "text/html"}


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ({}, 200, "Zebras of the plains"),
        ({"question": "What do zebras eat?"}, 200, "Zebras eat grass on the plains."),
        ({"question": ""}, 422, "Write a question first."),
        ({"question": "   "}, 422, "Write a question first."),
        ({"question": "a" * 501}, 422, "501 characters; 500 is the most"),
        ({"question": "a\0b"}, 422, "characters that are not text"),
        ({"question": "What do zebras eat?", "article": "zebras"}, 200, "Zebras eat grass on the plains."),
        ({"question": "What do zebras eat?", "article": "lions"}, 404, "no such page"),
        ({"question": "What do zebras eat?", "history": ["", "b" * 600]}, 200, "Zebras eat grass on the plains."),
        ({"draft": "What do zebras eat?"}, 200, "What do zebras eat?</textarea>"),
    ],
)
def test_the_window_answers_an_address(client: FlaskClient, query: dict[str, str], status: int, said: str) -> None:
    response = client.get("/", query_string=query, headers=HTML)
    assert response.status_code == status
    assert said in response.text


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"question": "What do zebras eat?"}, 200),
        ({"question": " "}, 422),
        ({"question": "a" * 501}, 422),
        ({"question": "What do zebras eat?", "history": ["a" * 501]}, 422),
        ({"question": "What do zebras eat?", "history": ["Why?"] * 30}, 200),
        ({"question": "What do zebras eat?", "article": "lions"}, 404),
        ({}, 422),
    ],
)
def test_the_script_gets_one_turn_or_a_status(client: FlaskClient, form: dict[str, str], status: int) -> None:
    response = client.post("/answer", data=form)
    assert response.status_code == status
    assert ("<article" in response.text) == (status == 200)


ASEAN = Article("asean", "Asean", (Paragraph("asean", 1, "Asean is a regional bloc of 10 countries."),))
SEA = Article("sea", "The sea", (Paragraph("sea", 1, "deep and blue it was and ever so wide"),))
SKY = Article("sky", "The sky", (Paragraph("sky", 1, "high and grey it was and ever so cold"),))


@pytest.mark.parametrize(
    ("articles", "query", "offered"),
    [
        ([ASEAN, ZEBRAS], {}, ["What is Asean?"]),
        ([ZEBRAS, ASEAN], {"article": "asean"}, ["What is Asean?"]),
        ([ASEAN, SEA], {"article": "sea"}, ["What is this article about?"]),
        ([SEA], {}, ["What is this article about?"]),
        ([SEA, SKY], {}, []),
    ],
    ids=["many articles", "one of them", "one without an example", "the only one without", "many without"],
)
def test_each_window_has_something_to_begin_with(
    articles: list[Article], query: dict[str, str], offered: list[str]
) -> None:
    client = create_app({"bot": Bot(articles)}).test_client()
    page = client.get("/", query_string=query).text
    assert re.findall(r'<button name="question" value="([^"]*)"', page) == offered
    for question in offered:
        assert 'class="turn answered"' in client.get("/", query_string=query | {"question": question}).text
    links = re.findall(r'<li><a href="([^"]*)" dir="auto">', page)
    assert links == ([] if offered else ["/?article=sea", "/?article=sky"])


def test_each_answer_of_several_is_shown_where_it_stands() -> None:
    texts = ("Zebras eat grass on the plains.", "Lions sleep under the trees.", "Lions and zebras drink at night.")
    articles = [Article("a", "Plains", tuple(Paragraph("a", at, text) for at, text in enumerate(texts, 1)))]
    page = (
        create_app({"bot": Bot(articles)})
        .test_client()
        .get("/?question=What+do+zebras+eat?+Where+do+lions+sleep?")
        .text
    )
    shown, _, further = page.partition("<details>")
    plain = re.sub("<[^>]*>", "", shown)
    quoted = re.findall(rf"{texts[0]}|{texts[1]}|paragraph \d", plain)
    assert quoted == [texts[0], texts[0], "paragraph 1", texts[1], texts[1], "paragraph 2"]
    assert texts[2] not in plain
    assert "1 more passage" in further


@pytest.mark.parametrize(
    ("replies", "passages", "parts"),
    [
        ([], "12", [("One\nTwo", "12")]),
        (["One", "Two"], "12", [("One", "1"), ("Two", "2")]),
        (["Two", "One"], "12", [("Two", "2"), ("One", "1")]),
        (["One", "1", "Two"], "12", [("One\n1", "1"), ("Two", "2")]),
        (["One\nTwo", "Who? It does not say."], "12", [("One\nTwo", "12"), ("Who? It does not say.", "")]),
        (
            ["What? It does not say.", "Who? It does not say."],
            "",
            [("What? It does not say.\nWho? It does not say.", "")],
        ),
    ],
)
def test_each_part_of_a_reply_has_the_passages_that_it_quotes(
    replies: list[str], passages: str, parts: list[tuple[str, str]]
) -> None:
    texts = {"1": "One is 1.", "2": "Two is 2."}
    shown = tuple(Passage(Paragraph("a", int(at), texts[at]), "A", 0.0, Span(0, 3)) for at in passages)
    said = Reply("?", "?", "answered", "\n".join(replies or ["One", "Two"]), shown, replies=tuple(replies))
    assert [(text, "".join(str(each.paragraph.number) for each in found)) for text, found in said.parts] == parts


@pytest.mark.parametrize(
    ("byline", "published"),
    [("By Ann Lee, 4 March 2024", "4 March 2024"), ("By Ann Lee", "4 March 2024"), (None, "4 March 2024")],
)
def test_an_article_tells_its_day_once(byline: str | None, published: str) -> None:
    articles = [Article("a", "Plains", ZEBRAS.paragraphs, byline=byline, published=published)]
    page = create_app({"bot": Bot(articles)}).test_client().get("/articles/a").text
    assert page.count(published) == 1
    assert byline is None or f"<p>{byline}</p>" in page


def test_a_word_that_would_fill_the_refusal_is_cut_there(client: FlaskClient) -> None:
    word = "q" * 480
    page = client.get("/", query_string={"question": f"What is {word}?"}).text
    assert f"does not mention \u201c<bdi>{'q' * 40}\u2026</bdi>\u201d." in page
    assert word in client.post("/api/ask", json={"question": f"What is {word}?"}).json["reply"]


def test_what_a_refusal_names_turns_nothing_around_it_and_is_no_markup(client: FlaskClient) -> None:
    page = client.get("/", query_string={"question": "What is \u05e9\u05dc\u05d5\u05dd?"}).text
    assert "does not mention \u201c<bdi>\u05e9\u05dc\u05d5\u05dd</bdi>\u201d." in page
    page = client.get("/", query_string={"question": "What is <b>qwertz</b>?"}).text
    assert "<b>" not in page


@pytest.mark.parametrize("path", ["/", "/answer"])
def test_a_line_break_counts_as_one_character(client: FlaskClient, path: str) -> None:
    question = "What do\r\nzebras eat?" + "\r\n" * 300 + "?" * 100
    data = {"question": question, "history": [question]}
    response = client.get(path, query_string=data) if path == "/" else client.post(path, data=data)
    assert response.status_code == 200
    assert "\r" not in response.text
    assert "What do\nzebras eat?" in response.text


def test_the_link_to_the_source_lands_on_the_evidence(client: FlaskClient) -> None:
    page = client.get("/", query_string={"question": "What do zebras eat?"}).text
    assert 'href="https://news.example/zebras#:~:text=Zebras%20eat%20grass%20on%20the%20plains."' in page


PORT = (
    "The port lies at the mouth of the river and has a pier of stone.",
    "Why it closed",
    "A storm broke the pier in March, and nobody has mended it.",
    "Opening hours",
    "Saturday 10 to 1",
    "Sunday closed",
    "Who pays for it?",
)


def test_a_line_that_heads_what_stands_below_it_is_a_heading_with_its_number_and_mark() -> None:
    port = Article("port", "The port", tuple(Paragraph("port", at, text) for at, text in enumerate(PORT, 1)))
    page = create_app({"bot": Bot([port])}).test_client().get("/articles/port?p=2&mark=0-13").text
    assert re.findall("<h2>(.*)</h2>", page) == ["<mark>Why it closed</mark>", "Opening hours"]
    assert '<div id="p2" class="paragraph body cited"' in page
    assert 'href="?p=4#p4"' in page


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/articles", 200, "Zebras of the plains"),
        ("/articles/", 200, "Zebras of the plains"),
        ("/articles/zebras/", 200, "Zebras eat grass"),
        ("/docs/", 200, "/api/ask"),
        ("/articles?page=99", 200, "Zebras of the plains"),
        ("/articles?page=-1", 200, "Zebras of the plains"),
        ("/articles?page=x", 200, "Zebras of the plains"),
        ("/articles/zebras?p=1&mark=0-31", 200, "<mark>Zebras eat grass on the plains.</mark>"),
        ("/articles/zebras?p=99&page=7&mark=0-31", 200, "Zebras eat grass"),
        ("/articles/zebras?go=1", 302, "/articles/zebras?p=1#p1"),
        ("/articles/lions", 404, "no such page"),
        ("/nowhere", 404, "no such page"),
    ],
)
def test_a_page_answers_its_address(client: FlaskClient, path: str, status: int, said: str) -> None:
    response = client.get(path, headers=HTML)
    assert response.status_code == status
    assert said in response.text.replace("&amp;", "&")


def test_the_widget_may_be_loaded_by_other_sites(client: FlaskClient) -> None:
    with client.get("/widget.js") as response:
        assert response.mimetype == "text/javascript"
        assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_a_link_carries_no_more_history_than_a_server_takes(client: FlaskClient) -> None:
    history = [f"{number} {'問' * 490}" for number in range(20)]
    page = client.get("/", query_string={"history": history}).text
    assert max(map(len, re.findall(r'href="([^"]*)"', page))) < 12_000
