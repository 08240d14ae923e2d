"""A question typed or pasted with tags, asterisks, backquotes or pictures is the question without them."""

from __future__ import annotations

from time import perf_counter

import pytest
from articles import article

from bot.answering import Bot
from bot.dialogue.markup import unmarked
from bot.models import QUESTION_LENGTH, Question


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<b>who</b> owns the mill?", "who owns the mill?"),
        ("<p class='a'>Who <i>owns</i> the mill?</p>", "Who owns the mill?"),
        ("<p>who owns it</p><p>since when</p>", "who owns it\n\nsince when"),
        ("Who owns it?<br>Since when?", "Who owns it?\nSince when?"),
        ("**who** owns the *mill*?", "who owns the mill?"),
        ("__who__ owns _it_?", "who owns it?"),
        ("~~who~~ ***what***", "who what"),
        ("who owns `it`", "who owns it"),
        ("> who owns it", "who owns it"),
        ("## Who owns it?", "Who owns it?"),
        ("who owns [the mill](https://example.org/a_b)?", "who owns the mill?"),
        ("AT&amp;T owns &quot;it&quot;", 'AT&T owns "it"'),
        ("who owns it \U0001f914?", "who owns it?"),
        ("who \u2764\ufe0f Ann", "who Ann"),
        ("<img src=x onerror=alert(1)> who owns it?", "who owns it?"),
        ("who <svg/onload=alert(1)> owns it?", "who owns it?"),
        ("<a href='/mill'>who<br>owns it?</a>", "who\nowns it?"),
        ("who<input value='a'>owns it", "who owns it"),
        ("<script>alert(1)</script>who owns it?", "who owns it?"),
        ("<style type='text/css'>p > b {}</style>who owns it?", "who owns it?"),
        ("<script>alert(1)</script>", "?"),
        ("<img src=x onerror=alert(1)>", "?"),
        ("<b></b>", "?"),
    ],
)
def test_marks_that_say_nothing_are_left_out(text: str, plain: str) -> None:
    assert unmarked(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "What does the <b> tag do?",
        "What does the <script> tag do?",
        "What does </b> do?",
        "is 5 < 6 and 7 > 3?",
        "is a<b if b = c and d > a?",
        "5*3*2",
        "is a*b the same as c*d",
        "snake_case_name or other_name",
        "What is C# and what is F#?",
        "#1 song",
        "R&D; or AT&T",
        "is 20 \u00b0C warm in Lech\u2122?",
        "\U0001f44d",
        "**",
        "",
    ],
)
def test_what_may_be_meant_stays(text: str) -> None:
    assert unmarked(text) == text


MILL = article("Ann Lee owns the mill. She bought it in 1950.", "Bob Stone is the mayor of Holm.", title="The mill")


@pytest.mark.parametrize(
    ("history", "asked", "meant"),
    [
        ((), "<b>who</b> owns the mill?", "who owns the mill?"),
        ((), "**Who** owns the mill? \U0001f914", "Who owns the mill?"),
        ((), "> who owns the mill", "who owns the mill"),
        (("<b>who</b> is *Bob*?", "`who` owns the mill?"), "*since when?*", "who owns the mill, and since when?"),
    ],
)  # fmt: skip
def test_a_marked_question_is_answered_as_the_plain_one(history: tuple[str, ...], asked: str, meant: str) -> None:
    reply = Bot([MILL]).ask(Question(asked, history))
    assert (reply.question, reply.standalone_question) == (asked, meant)
    assert [passage.paragraph.number for passage in reply.passages[:1]] == [1]


def test_who_types_nothing_but_marks_is_told_what_to_ask() -> None:
    reply = Bot([MILL]).ask(Question("<script>alert(1)</script>"))
    assert (reply.status, reply.reply[:3], reply.missing) == ("chat", "Ask", ())


@pytest.mark.parametrize(
    "unit",
    [
        "<a>", "<a>b</a>", "*a", "**a", "_a ", "`a", "[a](", "&amp;", "> ", "<b", "<b a=", "  <b", "<script>",
        "\U0001f44d",
    ],
)  # fmt: skip
def test_marks_without_end_are_no_work(unit: str) -> None:
    text = (unit * QUESTION_LENGTH)[:QUESTION_LENGTH]
    began = perf_counter()
    unmarked(text)
    assert perf_counter() - began < 0.1
