"""The bot as it is installed: from a wheel, from this folder, and editable; asked from another folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
ASK_THE_PAGE = """
from bot import create_app
client = create_app().test_client()
page = client.get("/?question=what+is+Korea+doing+in+Malaysia%3F")
assert "smart manufacturing in Malaysia" in page.text, page.text
static = [part.split('"')[0] for part in page.text.split('"/static/')[1:]]
assert static, page.text
assert all(client.get("/static/" + name).status_code == 200 for name in static)
"""


def call(*command: str | Path, folder: Path) -> str:
    """Run a command away from this folder, without the settings and paths of this run."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("BOT_", "PYTHON", "COV_")) and name != "VIRTUAL_ENV"
    }
    done = subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env=environment | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    call(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", folder, ROOT, folder=folder)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """Return the folder of programs of a fresh environment with the wheel and the packages it names."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=True)
    found = folder / ("Scripts" if os.name == "nt" else "bin")
    call(found / "python", "-m", "pip", "install", "-q", "--no-compile", wheel, folder=folder)
    return found


def test_the_wheel_holds_all_that_travels(wheel: Path) -> None:
    held = set(ZipFile(wheel).namelist())
    travels = {
        f"bot/_shipped/{path.relative_to(ROOT).as_posix()}"
        for folder in ("corpus", "templates")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    } | {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "bot").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert travels - held == set()
    assert {name.split("/")[0] for name in held - travels if not name.startswith("article_bot-")} == set()


@pytest.mark.parametrize("way", ["wheel", "folder", "editable"])
def test_it_answers_from_any_folder_however_it_was_installed(
    way: str, wheel: Path, programs: Path, tmp_path: Path
) -> None:
    what = {"wheel": [wheel], "folder": [ROOT], "editable": ["-e", ROOT]}[way]
    install = [programs / "python", "-m", "pip", "install", "-q", "--no-compile", "--force-reinstall", "--no-deps"]
    call(*install, *what, folder=tmp_path)
    question = "what is Korea doing in Malaysia?"
    assert "smart manufacturing in Malaysia" in call(programs / "bot", "ask", question, folder=tmp_path)
    reply = json.loads(call(programs / "python", "-m", "bot", "ask", "--json", question, folder=tmp_path))
    assert reply["status"] == "answered"
    call(programs / "python", "-c", ASK_THE_PAGE, folder=tmp_path)
