"""The commands as they are called: what they print, and their exit status."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.cli import main

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parent.parent
MILL = """The Old Mill

Written by Ann Bell

The mill on the river was built in 1905 by a baker called Tom Reed, who ground his flour there for thirty years.

A flood took its wheel in 1952. Since then the building has been a school for carpenters.
"""


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    path = tmp_path / "mill.txt"
    path.write_text(MILL, "utf-8")
    return path


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("BOT_") and name != "BOT_DATA"]:
        monkeypatch.delenv(name)


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """Run ``python -m bot`` as its own process."""
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(command, cwd=ROOT, text=True, encoding="utf-8", check=False, **options)  # type: ignore[call-overload,no-any-return]


def status(*arguments: str) -> object:
    """Return the exit status as the shell would see it."""
    try:
        return main(arguments)
    except SystemExit as stop:
        return stop.code


def test_ask_prints_the_reply_the_marked_passage_and_its_place(mill: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status("ask", "When was the mill built?", "--corpus", str(mill)) == 0
    out = capsys.readouterr().out
    reply, passage, place = out.strip().split("\n\n")
    assert "1905" in reply
    assert "[[The mill on the river was built in 1905" in passage
    assert passage.replace("[[", "").replace("]]", "") in MILL
    assert place == "The Old Mill, paragraph 1 [mill#p1]"


def test_the_article_that_comes_with_the_bot_is_asked_by_default(capsys: pytest.CaptureFixture[str]) -> None:
    assert status("ask", "what is Korea doing in Malaysia?") == 0
    assert "smart manufacturing in Malaysia" in capsys.readouterr().out


def test_a_refusal_is_done_work(mill: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status("ask", "What is the capital of Peru?", "--corpus", str(mill)) == 0
    out = capsys.readouterr().out
    assert "Peru" in out
    assert "mill#p" not in out


def test_ask_json_is_the_contracts_reply(mill: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status("ask", "--json", "When was the mill built?", "--corpus", str(mill)) == 0
    reply = json.loads(capsys.readouterr().out)
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
    assert (reply["status"], reply["passages"][0]["id"]) == ("answered", "mill#p1")


def test_the_corpus_can_be_set_in_the_environment(
    mill: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOT_CORPUS", str(mill))
    assert status("ask", "When was the mill built?") == 0
    assert "mill#p1" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="no command"),
        pytest.param(["dance"], id="unknown command"),
        pytest.param(["ask"], id="no question"),
        pytest.param(["ask", ""], id="empty question"),
        pytest.param(["ask", " \t\n"], id="blank question"),
        pytest.param(["ask", "x" * 501], id="501 characters"),
        pytest.param(["ask", "Who?", "--limit", "2"], id="unknown option"),
        pytest.param(["serve", "--port"], id="no port"),
        pytest.param(["eval"], id="no file"),
        pytest.param(["eval", "f", "--articles", "0"], id="article 0"),
        pytest.param(["eval", "f", "--engine", "tantivy"], id="an engine where there is one"),
        pytest.param(["eval", "f", "--articles", "3-2"], id="articles backwards"),
        pytest.param(["eval", "f", "--articles", "a-b"], id="articles that are no numbers"),
    ],
)
def test_wrong_usage_is_status_2_with_a_line_that_says_so(
    arguments: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert status(*arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "error: " in captured.err.splitlines()[-1]


@pytest.mark.parametrize(("name", "value"), [("BOT_PORT", "many"), ("BOT_HOST", "a b"), ("BOT_WORKERS", "0")])
def test_a_bad_setting_is_wrong_usage_and_named(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(name, value)
    assert status("serve") == 2
    assert name in capsys.readouterr().err


def test_config_prints_each_setting_with_its_origin_and_meaning_and_where_to_set_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bot.toml").write_text("request_timeout = 5\n")
    monkeypatch.setenv("BOT_CONFIG", str(tmp_path / "bot.toml"))
    assert status("config") == 0
    out = capsys.readouterr().out
    where = tmp_path / "bot.toml"
    assert f"request_timeout = 5  ({where}): seconds a client may take to send a request\n" in out
    assert "port = 8000  (default): the port to listen on; 0: one that is free\n" in out
    assert "BOT_CONFIG" in out


def test_config_names_a_variable_that_is_no_setting(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOT_PROT", "80")
    assert status("config") == 0
    captured = capsys.readouterr()
    assert "bot: BOT_PROT is no setting of the bot\n" in captured.err
    assert "PROT" not in captured.out


@pytest.mark.parametrize("question", ["?!", "the of and", "\ud83d", "\U0001f600", "\u202ehello", "e" + "\u0301" * 499])
def test_odd_questions_are_answered_or_refused(mill: Path, question: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert status("ask", question, "--corpus", str(mill)) == 0
    assert capsys.readouterr().out.strip()


def test_a_question_may_have_500_characters_and_space_around_it(mill: Path) -> None:
    assert status("ask", "  " + "x" * 500 + "  ", "--corpus", str(mill)) == 0


@pytest.mark.parametrize("corpus", ["nowhere", "loop.txt", "loop.txt/deeper"])
@pytest.mark.parametrize("command", [["serve", "--port", "0"], ["ask", "Who?"], ["chat"], ["eval", "questions.jsonl"]])
def test_a_corpus_that_is_not_there_fails_with_one_line(
    command: list[str],
    corpus: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("questions.jsonl").write_text('{"question": "Who?", "answers": ["Ann"]}', "utf-8")
    Path("loop.txt").symlink_to("loop.txt")
    assert status(*command, "--corpus", corpus) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("bot: ")
    assert corpus in captured.err
    assert captured.err.count("\n") == 1


def test_a_file_that_cannot_be_read_is_named_and_the_others_answer(
    mill: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (mill.parent / "broken.txt").write_bytes(b"\x81\x00\xff\xfe" * 9)
    assert status("ask", "When was the mill built?", "--corpus", str(mill.parent)) == 0
    captured = capsys.readouterr()
    assert "mill#p1" in captured.out
    assert "skipped" in captured.err
    assert "broken.txt" in captured.err


def test_serve_says_where_it_serves_what_and_ends_cleanly(mill: Path) -> None:
    (mill.parent / "empty.txt").write_text("", "utf-8")
    command = [sys.executable, "-m", "bot", "serve", "--port", "0", "--corpus", str(mill.parent)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        said = server.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert found
        assert "The Old Mill" in said
        with urllib.request.urlopen(found[0] + "api/ask?question=When+was+the+mill+built%3F") as answer:  # noqa: S310
            assert json.load(answer)["passages"][0]["id"] == "mill#p1"
        server.send_signal(signal.SIGTERM)
        _, err = server.communicate(timeout=60)
    assert server.returncode == 0
    assert "empty.txt" in err
    assert "Traceback" not in err


def chat(monkeypatch: pytest.MonkeyPatch, mill: Path, typed: str | bytes) -> object:
    raw = typed if isinstance(typed, bytes) else typed.encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw), "utf-8"))
    return status("chat", "--corpus", str(mill))


@pytest.mark.parametrize("ending", ["/quit\n", " /quit \nWho wrote it?\n", ""])
def test_chat_answers_until_it_is_ended(
    mill: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    assert chat(monkeypatch, mill, "When was the mill built?\nWhen was the flood?\n" + ending) == 0
    out = capsys.readouterr().out
    assert out.index("mill#p1") < out.index("mill#p2")
    assert "Ann Bell" not in out


def test_chat_goes_on_after_what_is_no_question(
    mill: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = b"\n  \n" + b"x" * 501 + b"\n\xff\xfe\nWhen was the mill built?\n"
    assert chat(monkeypatch, mill, typed) == 0
    out = capsys.readouterr().out
    assert "at most 500 characters" in out
    assert "mill#p1" in out


def test_chat_remembers_the_last_questions_that_the_contract_allows(
    mill: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.answering import Bot  # noqa: PLC0415
    from bot.models import Question, Reply  # noqa: PLC0415

    asked: list[Question] = []

    def remember(_: Bot, question: Question) -> Reply:
        asked.append(question)
        return Reply(question.text, question.text, "chat", "yes")

    monkeypatch.setattr(Bot, "ask", remember)
    assert chat(monkeypatch, mill, "\n".join(f"question {n}" for n in range(25))) == 0
    assert asked[0].history == ()
    assert asked[2].history == ("question 0", "question 1")
    assert asked[24].history == tuple(f"question {n}" for n in range(4, 24))


def test_ctrl_c_ends_a_chat_quietly(
    mill: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", interrupt)
    assert chat(monkeypatch, mill, "") == 0
    assert capsys.readouterr().err == ""


LINES = [
    {"question": "When was the mill built?", "answers": ["1905"]},
    {"question": "What took the wheel?", "answers": ["A flood"]},
    {"question": "What is the capital of Peru?", "unanswerable": True},
]
SQUAD = {
    "data": [
        {
            "title": title,
            "paragraphs": [{"context": text, "qas": [{"question": question, "answers": [{"text": answer}]}]}],
        }
        for title, text, question, answer in [
            ("Mill", "The mill was built in 1905 by a baker.", "When was the mill built?", "1905"),
            ("Moth", "Moths are drawn to lamps at night.", "What are moths drawn to?", "lamps"),
        ]
    ]
}


def questions(folder: Path, content: object) -> str:
    path = folder / "questions.json"
    lines = content if isinstance(content, list) else [content]
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    return str(path)


def test_eval_prints_a_table_with_a_column_for_each_kind(mill: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status("eval", questions(mill.parent, LINES), "--corpus", str(mill)) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split() == ["all", "answerable", "unanswerable"]
    table = {row[:26].strip(): row[26:].split() for row in rows}
    assert table["questions"] == ["3", "2", "1"]
    assert table["R@1"] == ["1.000", "1.000", "-"]
    assert table["refused"] == ["1.000", "-", "1.000"]


def test_eval_json_has_the_same_figures(mill: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status("eval", questions(mill.parent, LINES), "--corpus", str(mill), "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["questions"], report["recall_at_1"], report["refused"]) == (3, 1.0, 1.0)
    assert report["kinds"]["answerable"]["questions"] == 2


def test_eval_builds_the_corpus_from_a_squad_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status("eval", questions(tmp_path, SQUAD), "--json", "--corpus", "nowhere") == 0
    assert json.loads(capsys.readouterr().out)["recall_at_1"] == 1.0


def test_eval_asks_each_article_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status("eval", questions(tmp_path, SQUAD), "--json", "--each-article") == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["questions"], report["answered"], report["refused_foreign"]) == (4, 1.0, 1.0)


def test_eval_takes_some_articles_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status("eval", questions(tmp_path, SQUAD), "--json", "--articles", "2-2") == 0
    assert json.loads(capsys.readouterr().out)["questions"] == 1


def test_eval_lists_the_misses(mill: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = {"question": "When was the mill built?", "answers": ["1804"], "history": ["Who was Tom Reed?"]}
    assert status("eval", questions(mill.parent, [*LINES, wrong]), "--corpus", str(mill), "--misses") == 0
    misses = capsys.readouterr().out.split("\n\n")[1:]
    assert len(misses) == 1
    assert misses[0].startswith("not found: Who was Tom Reed? / When was the mill built?\n  wanted: 1804\n  said:")


@pytest.mark.parametrize("content", ["", "hello", '{"data": 3}'])
def test_eval_names_a_broken_file(tmp_path: Path, content: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "broken"
    path.write_text(content, "utf-8")
    assert status("eval", str(path)) == 1
    assert capsys.readouterr().err.startswith(f"bot: {path}: ")


def test_eval_shows_no_progress_where_nobody_looks(mill: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status("eval", questions(mill.parent, LINES), "--corpus", str(mill))
    assert capsys.readouterr().err == ""


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert status("--version") == 0
    assert capsys.readouterr().out == f"article-bot {version('article-bot')}\n"


def test_every_command_is_in_the_help_and_has_help_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert status("--help") == 0
    said = capsys.readouterr().out
    assert "BOT_CONFIG" in said
    commands = re.findall(r"^    (\w+) ", said, re.MULTILINE)
    assert commands[:4] == ["serve", "ask", "chat", "eval"]
    for command in commands:
        assert status(command, "--help") == 0
        assert f"usage: bot {command} " in capsys.readouterr().out


@pytest.mark.parametrize("command", ["serve", "ask", "chat", "eval"])
def test_the_variable_for_the_corpus_is_in_the_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(command, "--help") == 0
    assert "BOT_CORPUS" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["ask", "When was the mill built?"], ["--help"], ["eval", "--help"]])
def test_a_reader_that_has_gone_is_no_error(mill: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_CORPUS", str(mill))
    end, start = os.pipe()
    os.close(end)
    with os.fdopen(start, "wb") as pipe:
        done = run(*arguments, stdout=pipe, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_an_output_that_cannot_be_written_fails_with_one_line(mill: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run("ask", "When was the mill built?", "--corpus", str(mill), stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr.startswith("bot: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="needs a shell that can close a stream")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_stream_that_is_closed_is_no_error(mill: Path, closed: str) -> None:
    command = f'"$0" -m bot chat --corpus "$1" {closed}'
    shell = ["sh", "-c", command, sys.executable, str(mill)]
    done = subprocess.run(shell, cwd=ROOT, input="Who wrote it?\n", capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_output_of_another_encoding_loses_only_its_strange_characters(mill: Path) -> None:
    mill.write_text(MILL.replace("Tom Reed", "T\u00f6m \u97e9"), "utf-8")
    done = run(
        "ask",
        "Who built the mill?",
        "--corpus",
        str(mill),
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 0
    assert "called T?m ?, who ground" in done.stdout


@pytest.mark.parametrize("cache", [False, True])
@pytest.mark.parametrize("semantic", [False, True])
def test_a_user_without_a_home_folder_is_answered(mill: Path, tmp_path: Path, *, cache: bool, semantic: bool) -> None:
    """As in a container whose user is a number that the system does not know."""
    code = "import pwd, sys; pwd.getpwuid = {}.__getitem__; from bot.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "ask", "When was the mill bilt?", "--corpus", str(mill)]
    environment = {name: value for name, value in os.environ.items() if name not in {"HOME", "XDG_CACHE_HOME"}}
    environment |= {"BOT_CACHE": str(tmp_path / "cache")} if cache else {}
    if semantic:
        pytest.importorskip("wordllama", reason="the extra `semantic` is not installed")
        environment["BOT_SEMANTIC"] = "1"
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0
    assert "mill#p1" in done.stdout
    assert ("BOT_CACHE" in done.stderr) is not cache
    assert "Traceback" not in done.stderr


def test_ask_loads_nothing_that_it_does_not_need() -> None:
    """NLTK takes a third of a second to load, more than all the rest."""
    heavy = {"flask", "granian", "nltk", "rank_bm25", "rapidfuzz"}
    code = f"import sys; from bot.cli import main; main(sys.argv[1:]); print({heavy} & set(sys.modules))"
    command = [sys.executable, "-c", code, "ask", "what is Korea doing in Malaysia?"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("set()\n")
