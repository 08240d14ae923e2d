"""API keys at rest and in use."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from bot.cli import main
from bot.web.keys import KeyRing, KeysError

if TYPE_CHECKING:
    from pathlib import Path


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


def test_a_line_that_is_no_key_is_named(tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("one two\n")

    with pytest.raises(KeysError, match="line 1"):
        KeyRing(tmp_path / "keys").owner("x")


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "keys")

    with pytest.raises(KeysError, match="is no file"):
        KeyRing(tmp_path / "keys").owner("x")
