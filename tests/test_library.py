"""The articles in service follow their files, and no file that breaks takes anything away."""

from __future__ import annotations

import gc
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.answering import Bot
from bot.errors import CorpusError
from bot.settings import Settings
from bot.web.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable

GOOD = "{name}\n\nThe {name} is an article whose only paragraph says that it is about the {name}.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("moon", "sun"):
        (folder / f"{name}.txt").write_text(GOOD.format(name=name))
    return folder


def served(services: dict[str, Any]) -> list[str]:
    return sorted(services["bot"].articles)


@pytest.fixture(params=["kept", "in memory"])
def _index(folder: Path, request: pytest.FixtureRequest) -> None:
    """Have the index kept in a cache folder, and where there can be none."""
    if request.param == "in memory":
        (folder.parent / "cache").touch()


def library(folder: Path) -> tuple[Library, dict[str, Any]]:
    services: dict[str, Any] = {}
    settings = Settings(corpus=folder, cache=folder.parent / "cache")
    return Library(settings, Bot, services), services


def _nested(folder: Path, name: str) -> None:
    (folder / name).mkdir()
    (folder / name / "new.txt").write_text(GOOD.format(name="new"))


CHANGES: list[tuple[str, Callable[[Path], object], list[str]]] = [
    ("a file is added", lambda at: (at / "new.txt").write_text(GOOD.format(name="new")), ["moon", "new", "sun"]),
    ("a file is added in a folder", lambda at: _nested(at, "deep"), ["moon", "new", "sun"]),
    ("a hidden file is added", lambda at: (at / ".new.txt").write_text(GOOD.format(name="new")), ["moon", "sun"]),
    ("a file is added in a hidden folder", lambda at: _nested(at, ".deep"), ["moon", "sun"]),
    ("a file is hidden", lambda at: (at / "sun.txt").rename(at / ".sun.txt"), ["moon"]),
    ("a file is removed", lambda at: (at / "sun.txt").unlink(), ["moon"]),
    ("a file becomes binary", lambda at: (at / "sun.txt").write_bytes(b"\0\1\2"), ["moon", "sun"]),
    ("a file becomes empty", lambda at: (at / "sun.txt").write_text(""), ["moon", "sun"]),
    ("every file is removed", lambda at: [each.unlink() for each in at.iterdir()], ["moon", "sun"]),
    ("the folder goes away", lambda at: at.rename(at.with_name("gone")), ["moon", "sun"]),
    ("another kind of file is added", lambda at: (at / "new.pdf").write_text("x"), ["moon", "sun"]),
]


@pytest.mark.usefixtures("_index")
@pytest.mark.parametrize(("change", "expected"), [each[1:] for each in CHANGES], ids=[each[0] for each in CHANGES])
def test_two_looks_after_a_change_it_is_in_service(
    folder: Path, change: Callable[[Path], object], expected: list[str]
) -> None:
    kept, services = library(folder)
    change(folder)
    kept.look()
    kept.look()

    assert served(services) == expected


def test_a_corpus_that_is_a_link_follows_the_file_it_leads_to(tmp_path: Path) -> None:
    real = tmp_path / "real.txt"
    real.write_text(GOOD.format(name="moon"))
    (tmp_path / "link").mkdir()
    (tmp_path / "link" / "article.txt").symlink_to(real)
    kept, services = library(tmp_path / "link" / "article.txt")
    real.write_text(GOOD.format(name="evening sun"))

    kept.look()
    assert kept.look()
    assert services["bot"].articles["article"].title == "evening sun"


def test_a_folder_as_kubernetes_writes_it_is_followed_when_it_is_switched_over(folder: Path) -> None:
    def publish(version: str, *names: str) -> None:
        (folder / version / "deep").mkdir(parents=True)
        for name in names:
            (folder / version / name).write_text(GOOD.format(name=f"{version} {name}"))
        (folder / "..data_tmp").symlink_to(version)
        (folder / "..data_tmp").rename(folder / "..data")

    (folder / "fox.txt").symlink_to("..data/fox.txt")
    (folder / "deep").symlink_to("..data/deep")
    publish("..2024_01", "fox.txt", "deep/owl.txt")
    kept, services = library(folder)
    assert served(services) == ["fox", "moon", "owl", "sun"]

    publish("..2024_02", "fox.txt", "deep/hare.txt")
    kept.look()
    assert kept.look()
    assert served(services) == ["fox", "hare", "moon", "sun"]
    assert services["bot"].articles["fox"].title == "..2024_02 fox.txt"


def test_a_file_that_is_being_written_is_not_read_before_it_is_done(folder: Path) -> None:
    kept, services = library(folder)
    for length in (30, 60, 90):
        (folder / "new.txt").write_text(GOOD.format(name="new")[:length])
        assert not kept.look()
    assert served(services) == ["moon", "sun"]
    assert kept.look()
    assert served(services) == ["moon", "new", "sun"]


def test_a_broken_file_is_reported_once_and_mended(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    kept, services = library(folder)
    with caplog.at_level(logging.WARNING):
        (folder / "sun.txt").write_bytes(b"\xff broken")
        for _ in range(4):
            kept.look()
    assert [record.getMessage().partition(" is skipped")[0] for record in caplog.records] == [str(folder / "sun.txt")]

    (folder / "sun.txt").write_text(GOOD.format(name="evening sun"))
    kept.look()
    kept.look()
    assert {article.title for article in services["bot"].articles.values()} == {"moon", "evening sun"}


def test_a_corpus_that_has_lost_its_last_article_is_reported_in_one_sentence(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    kept, _ = library(folder)
    for file in folder.iterdir():
        file.unlink()
    with caplog.at_level(logging.WARNING):
        kept.look()
        kept.look()

    (said,) = [record.getMessage() for record in caplog.records]
    assert said.endswith("; what was read before stays in service")
    assert ".;" not in said


def test_the_name_of_a_file_writes_no_line_of_its_own_into_the_log(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "a\n\x1b[31mserver failed.txt").touch()
    library(folder)

    assert [record.getMessage().isprintable() for record in caplog.records] == [True]


def test_what_changes_in_hidden_folders_is_not_looked_at(folder: Path) -> None:
    kept, services = library(folder)
    first = services["bot"]
    _nested(folder, ".deep")

    assert not any(kept.look() for _ in range(3))
    assert services["bot"] is first


def test_while_nothing_changes_nothing_is_built_anew(folder: Path) -> None:
    kept, services = library(folder)
    first = services["bot"]

    assert not any(kept.look() for _ in range(3))
    assert services["bot"] is first


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_an_index_that_was_replaced_leaves_no_file_open(folder: Path) -> None:
    kept, _ = library(folder)
    gc.disable()  # as good as what it does by itself in a process that has run for long
    try:
        opened = []
        for number in range(3):
            (folder / "new.txt").write_text(GOOD.format(name=f"new {number}"))
            for _ in range(3):
                kept.look()
            opened.append(len(list(Path("/proc/self/fd").iterdir())))
    finally:
        gc.enable()

    assert len(set(opened)) == 1


def test_at_the_start_there_must_be_an_article(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"the folder holds no \.txt file"):
        library(tmp_path)
