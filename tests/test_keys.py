"""API keys at rest and in use."""

from __future__ import annotations

import multiprocessing
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main
from bot.web.keys import KeyRing, KeysError


def test_a_key_is_kept_as_a_hash_in_a_file_of_its_owner(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path / "keys")
    key = ring.add("site")

    assert key not in ring.path.read_text()
    assert stat.S_IMODE(ring.path.stat().st_mode) == 0o600
    assert ring.owner(key) == "site"
    assert ring.owner(key + "x") is None
    assert [each.name for each in ring.path.parent.iterdir()] == ["keys"]


@pytest.mark.parametrize("path", ["mistyped/keys", "file/keys", "folder"])
def test_a_path_that_cannot_be_a_file_of_keys_is_named_and_nothing_is_made(tmp_path: Path, path: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()

    with pytest.raises(KeysError, match=f"{path} (is no file|cannot be)"):
        KeyRing(tmp_path / path).add("site")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.parametrize("name", ["", "a b", "../x", "x" * 65, "-x", "a\nb"])
def test_a_name_is_a_plain_one(tmp_path: Path, name: str) -> None:
    with pytest.raises(KeysError, match="letters, digits"):
        KeyRing(tmp_path / "keys").add(name)


def test_keys_are_made_named_and_withdrawn_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keys = ["keys", "--keys", str(tmp_path / "keys")]
    assert main([*keys, "add", "site"]) == 0
    key = capsys.readouterr().out.strip()
    assert KeyRing(tmp_path / "keys").owner(key) == "site"

    assert main([*keys, "add", "site"]) == 1
    assert "There is a key named site already" in capsys.readouterr().err
    assert main([*keys, "list"]) == 0
    listed = capsys.readouterr().out
    assert listed.startswith("site  ")
    assert key not in listed
    assert main([*keys, "remove", "site"]) == 0
    assert KeyRing(tmp_path / "keys").owner(key) is None
    assert main([*keys, "remove", "site"]) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["--keys", "{file}", "add", "site"],
        ["add", "--keys", "{file}", "site"],
        ["add", "site", "--keys", "{file}"],
    ],
)
def test_the_file_of_keys_may_be_named_before_and_after_what_is_to_be_done(
    tmp_path: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "keys"
    assert main(["keys", *(each.format(file=file) for each in arguments)]) == 0
    assert KeyRing(file).owner(capsys.readouterr().out.strip()) == "site"
    assert main(["keys", "list", "--keys", str(file)]) == 0
    assert main(["keys", "remove", "site", "--keys", str(file)]) == 0


def test_a_key_is_withdrawn_through_a_link_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    ring = KeyRing(tmp_path / "real" / "keys")
    key = ring.add("site")
    (tmp_path / "link").symlink_to(ring.path)
    KeyRing(tmp_path / "link").remove("site")

    assert ring.owner(key) is None
    other = KeyRing(tmp_path / "link").add("other")
    assert ring.owner(other) == "other"
    assert (tmp_path / "link").is_symlink()


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
def test_whoever_could_read_the_keys_can_when_they_have_changed(tmp_path: Path, mode: int) -> None:
    ring = KeyRing(tmp_path / "keys")
    ring.add("site")
    ring.path.chmod(mode)
    if os.getuid() == 0:
        os.chown(ring.path, 1234, 4321)
    before = ring.path.stat()
    ring.add("other")
    ring.remove("site")

    after = ring.path.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


def _add(path: Path, name: str) -> tuple[str, str]:
    return name, KeyRing(path).add(name)


def test_of_keys_that_are_made_at_once_none_is_lost(tmp_path: Path) -> None:
    names = [f"site-{number}" for number in range(40)]
    with multiprocessing.get_context("fork").Pool(8) as pool:
        made = pool.starmap(_add, [(tmp_path / "keys", name) for name in names], chunksize=1)

    ring = KeyRing(tmp_path / "keys")
    assert [ring.owner(key) for _, key in made] == names


def test_a_blank_line_among_the_keys_says_nothing(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path / "keys")
    key = ring.add("site")
    ring.path.write_text(f"\n{ring.path.read_text()}  \n\n")

    assert ring.owner(key) == "site"


@pytest.mark.parametrize(
    ("output", "why"),
    [
        (">&-", "standard output is closed"),
        pytest.param(
            ">/dev/full",
            "No space left",
            marks=pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full"),
        ),
    ],
)
def test_a_key_that_nobody_has_seen_is_not_kept(tmp_path: Path, output: str, why: str) -> None:
    file = tmp_path / "keys"
    seen = KeyRing(file).add("site")
    shell = ["sh", "-c", f'"$0" -m bot keys --keys "$1" add other {output}', sys.executable, str(file)]
    done = subprocess.run(shell, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr.startswith("bot: ")
    assert why in done.stderr
    assert done.stderr.count("\n") == 1
    assert [each.name for each in KeyRing(file).keys] == ["site"]
    assert KeyRing(file).owner(seen) == "site"


def test_a_key_whose_reader_has_gone_is_not_kept(tmp_path: Path) -> None:
    end, start = os.pipe()
    os.close(end)
    with os.fdopen(start, "wb") as pipe:
        command = [sys.executable, "-m", "bot", "keys", "--keys", str(tmp_path / "keys"), "add", "site"]
        done = subprocess.run(command, stdout=pipe, stderr=subprocess.PIPE, text=True, check=False)

    assert done.returncode == 1
    assert "not kept" in done.stderr
    assert KeyRing(tmp_path / "keys").keys == ()


def test_a_line_that_is_no_key_is_named(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("one two\n")

    with pytest.raises(KeysError, match="line 1"):
        KeyRing(tmp_path / "keys").owner("x")


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "keys")

    with pytest.raises(KeysError, match="is no file"):
        KeyRing(tmp_path / "keys").owner("x")
