"""The README's examples are run, and what it shows is what they print.

``python tests/test_readme.py`` runs them and writes what they print into the README; ``BOT_DATA`` names the folder
of the files that are no part of the project.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from serving import serving

from bot import create_app
from bot.cli import main

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"(```console\n\$ ([^\n]+)\n)(.*?)(```)", re.DOTALL)
EXAMPLES = [(found[2], found[3]) for found in BLOCK.finditer(README.read_text("utf-8"))]
NUMBER = re.compile(r"\d+\.\d+")
DATA = Path(os.environ.get("BOT_DATA", ROOT))


def run(command: str) -> str:
    """Run an example in this process; curl asks a server that this process makes, and the pipe is json.tool's."""
    program, *arguments = shlex.split(command)
    if program == "curl":
        assert arguments[-4:] == ["|", "python3", "-m", "json.tool"]
        address = urlsplit(arguments[-5])
        answer = create_app().test_client().get(f"{address.path}?{address.query}")
        return json.dumps(answer.json, indent=4) + "\n"
    assert program == "bot"
    printed = io.StringIO()
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(printed):
        assert main([str(DATA / word) if is_data(word) else word for word in arguments]) == 0
    return printed.getvalue()


def can_run(command: str) -> bool:
    """Tell whether the data that the example measures on is here."""
    return all((DATA / word).exists() for word in shlex.split(command) if is_data(word))


def is_data(word: str) -> bool:
    return word.endswith(".json")


def tidy(printed: str) -> list[str]:
    """Leave out times and scores, and put a sign for each figure."""
    lines = [line for line in printed.splitlines() if not line.strip().startswith(('"took_ms"', '"score"'))]
    return [re.sub(" +", " ", NUMBER.sub("#", line)) for line in lines]


def promises(printed: str) -> list[float]:
    """Return the figures of which more is better."""
    rows = [line for line in printed.splitlines() if not line.startswith(("ms ", "evidence, ", "highlight, "))]
    return [float(figure) for row in rows if not row.startswith(" ") for figure in NUMBER.findall(row)]


def test_the_flags_of_serve_are_those_that_it_names() -> None:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.suppress(SystemExit):
        main(["serve", "--help"])
    flags = set(re.findall(r"--[a-z]+", printed.getvalue())) - {"--help"}
    named = re.search(r"`bot serve`\ntakes ([^;]*);", README.read_text("utf-8"))

    assert named
    assert set(re.findall(r"--[a-z]+", named[1])) == flags


@pytest.mark.parametrize(("command", "shown"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_an_example_prints_what_is_shown_and_its_figures_keep_what_they_promise(command: str, shown: str) -> None:
    if not can_run(command):
        pytest.skip("BOT_DATA names no folder that holds the file")
    printed = run(command)
    anew = "python tests/test_readme.py writes the examples anew"
    assert tidy(printed) == tidy(shown), anew
    pairs = zip(promises(printed), promises(shown), strict=True)
    assert [(now, promised) for now, promised in pairs if now < promised - 0.02] == [], anew


def test_it_begins_with_a_question_and_its_answer() -> None:
    command, shown = EXAMPLES[0]
    assert command == 'bot ask "what is Korea doing in Malaysia?"'
    assert "smart manufacturing in Malaysia" in shown


def test_the_check_runs_the_command_that_tests() -> None:
    tests = re.search(r"^python3 -m venv .*pytest$", README.read_text("utf-8"), re.MULTILINE)
    assert tests
    assert tests[0].replace("install -e", "install -q -e") in (ROOT / ".ci" / "run").read_text("utf-8")


def test_every_command_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    commands = re.findall(r"^    (\w+) ", capsys.readouterr().out, re.MULTILINE)
    named = set(re.findall(r"^\| `bot (\w+)", README.read_text("utf-8"), re.MULTILINE))
    assert named == set(commands)


def test_every_package_that_is_needed_has_its_reason() -> None:
    needed = re.search(
        r"^dependencies = \[(.*?)\]", (ROOT / "pyproject.toml").read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    assert needed
    names = re.findall(r'"([a-z0-9-]+)', needed[1])
    assert [name for name in names if f"\n- `{name}` " not in README.read_text("utf-8")] == []


def test_every_file_that_is_linked_is_there() -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", README.read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


def rewrite() -> None:
    text = README.read_text("utf-8")
    README.write_text(
        BLOCK.sub(lambda found: found[1] + run(found[2]) + found[4] if can_run(found[2]) else found[0], text), "utf-8"
    )


@pytest.mark.parametrize(
    ("language", "command", "printed"),
    [
        ("python", [sys.executable], "software and IT in Thailand"),
        ("js", ["node", "--input-type=module"], "smart manufacturing in Malaysia"),
    ],
)
def test_a_program_that_is_shown_gets_its_answer(
    tmp_path: Path, language: str, command: list[str], printed: str
) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    found = re.search(rf"```{language}\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert found is not None
    with serving(tmp_path) as server:
        program = found[1].replace("http://127.0.0.1:8000", server.url)
        done = subprocess.run(command, input=program, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == printed


if __name__ == "__main__":
    rewrite()
