"""The bot needs no network and no data of NLTK: it is asked where there is neither."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ASK = """
import sys

def refuse(event, arguments):
    connects = event in {"socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request"}
    if connects or (event == "open" and "nltk_data" in str(arguments[0])):
        sys.stderr.write(f"{event} {arguments}\\n")
        raise SystemExit(3)

sys.addaudithook(refuse)
from bot import create_app
from bot.cli import main
main(["ask", "what is Korea doing in Malaysia?"])
page = create_app({"access_log": False}).test_client().get("/?question=Who+wrote+this%3F").text
print("Jurnalis Industri" in page)
"""


def alone() -> list[str]:
    """Return what runs a command without a network, nothing where this system cannot."""
    unshare = shutil.which("unshare")
    command = [unshare or "", "--map-root-user", "--net", "--"]
    if unshare is None or subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        return []
    return command


def asked(prefix: list[str], home: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    bare = {"HOME": str(home), "NLTK_DATA": str(home), "PYTHONUTF8": "1"}
    command = [*prefix, sys.executable, "-c", ASK]
    return subprocess.run(command, cwd=ROOT, env=environment | bare, capture_output=True, text=True, check=False)


def test_nothing_is_connected_to_and_no_data_of_nltk_read(tmp_path: Path) -> None:
    done = asked([], tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "smart manufacturing in Malaysia" in done.stdout
    assert done.stdout.endswith("True\n")


def test_questions_are_answered_with_the_network_cut_off(tmp_path: Path) -> None:
    if not (prefix := alone()):
        pytest.skip("this system cannot run a command without a network")
    done = asked(prefix, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "smart manufacturing in Malaysia" in done.stdout
