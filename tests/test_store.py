"""An index lasts: opened again it is not built again, changed files alone are read, damage is never served."""

from __future__ import annotations

import errno
import multiprocessing
import os
import shutil
import time
from typing import TYPE_CHECKING

import pytest

from bot.answering import Bot
from bot.corpus import load
from bot.engines.tantivy import Tantivy
from bot.errors import CorpusError, DamagedIndexError, EngineError
from bot.indexing import store
from bot.indexing.building import build
from bot.indexing.columns import Folder
from bot.indexing.store import open_index
from bot.models import Question

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.engines.base import Choice

QUESTIONS = ["Where is tea grown?", "Who sells coffee?", "What is green?", "When did the ship leave?", "Is rice blue?"]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "deep").mkdir(parents=True)
    write(
        folder / "tea.txt",
        "Tea\n\nBy Ann Lee\n\nTea is grown in Assam. It is green.\n\nThe ship left in 1902 with tea.",
    )
    write(folder / "coffee.txt", "Coffee\n\nMaria sells coffee in Lima. Coffee is brown.")
    write(folder / "deep" / "rice.txt", "Rice\n\nRice grows in water near Hu\u00e9.\n\nMost fields are green in May.")
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def write(file: Path, text: str) -> None:
    """Write a file as one that has been there for a while."""
    file.write_text(text, encoding="utf-8")
    age(file)


def age(file: Path) -> None:
    os.utime(file, (time.time() - 60, time.time() - 60 - file.stat().st_size / 1000))


@pytest.fixture(autouse=True)
def _settled(monkeypatch: pytest.MonkeyPatch) -> None:
    # A file's time of change cannot be set, so all files count as settled but where a test says otherwise.
    monkeypatch.setattr("bot.indexing.files.SETTLED", -60.0)


def replies(bot: Bot) -> list[object]:
    return [bot.ask(Question(text)) for text in QUESTIONS]


def assert_same_as_built_afresh(corpus: Path, opened: store.Opened) -> None:
    fresh = build(load(corpus).articles)
    assert list(opened.index.articles.values()) == list(fresh.articles.values())
    assert {term: opened.index.frequency(term) for term in fresh.terms} == dict(
        zip(fresh.terms, fresh.terms.counts, strict=True)
    )
    assert list(opened.index.words) == list(fresh.words)
    assert list(opened.index.words.counts) == list(fresh.words.counts)
    assert [opened.index.term_of(word) for word in fresh.words] == [fresh.term_of(word) for word in fresh.words]
    assert opened.index.length == fresh.length
    assert replies(Bot(opened.index)) == replies(Bot(fresh))


@pytest.mark.parametrize("engine", ["rank-bm25", "tantivy"])
def test_a_stored_index_answers_as_one_in_memory_and_is_not_built_twice(
    corpus: Path, cache: Path, engine: Choice
) -> None:
    if engine == "tantivy":
        pytest.importorskip("tantivy", reason="the extra `large` is not installed")
    first = open_index(corpus, engine, cache)
    assert first.read == 3
    assert_same_as_built_afresh(corpus, first)
    second = open_index(corpus, engine, cache)
    assert second.read == 0
    assert_same_as_built_afresh(corpus, second)


@pytest.mark.parametrize("processes", [0, 1, 2])
def test_an_index_is_the_same_whatever_processes_build_it(
    corpus: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    add_namesake(corpus)
    alone = open_index(corpus, folder=cache / "alone").folder
    monkeypatch.setattr("bot.indexing.refresh.BULK", 1)
    monkeypatch.setattr("bot.indexing.refresh.BATCH", 50)
    monkeypatch.setattr("bot.indexing.refresh.processors", lambda: processes)
    together = open_index(corpus, folder=cache / "together").folder
    assert alone is not None
    assert together is not None
    columns = {file.name: file.read_bytes() for file in alone.iterdir()}
    assert {file.name: file.read_bytes() for file in together.iterdir()} == columns


def edit(corpus: Path) -> None:
    write(corpus / "coffee.txt", "Coffee\n\nPedro sells coffee in Quito. It is black.")


def add(corpus: Path) -> None:
    write(corpus / "deep" / "maize.txt", "Maize\n\nMaize is yellow.")


def add_namesake(corpus: Path) -> None:
    # It comes first, so the other one gets another name, and a file's name may be its title.
    write(corpus / "deep" / "tea.txt", "Tea\n\nAnother tea stands in a folder of its own.")


def add_first(corpus: Path) -> None:
    write(corpus / "a.txt", "Rice and tea\n\nRice goes well with tea.")


def remove(corpus: Path) -> None:
    (corpus / "tea.txt").unlink()


def rename(corpus: Path) -> None:
    (corpus / "tea.txt").rename(corpus / "zea.txt")


def spoil(corpus: Path) -> None:
    (corpus / "coffee.txt").write_bytes(b"\xff\xfe\x00 no text")


CHANGES = [(edit, 1), (add, 1), (add_namesake, 2), (remove, 0), (rename, 1), (spoil, 0)]


@pytest.mark.parametrize(("change", "read"), CHANGES)
def test_only_changed_files_are_read_again(
    corpus: Path, cache: Path, change: Callable[[Path], None], read: int
) -> None:
    open_index(corpus, folder=cache)
    change(corpus)
    opened = open_index(corpus, folder=cache)
    assert opened.read == read
    assert_same_as_built_afresh(corpus, opened)
    assert [each.path for each in opened.skipped] == [each.path for each in load(corpus).skipped]
    assert open_index(corpus, folder=cache).skipped == opened.skipped


@pytest.mark.parametrize(("change", "read"), CHANGES)
def test_what_tantivy_wrote_is_brought_up_to_date(
    corpus: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None], read: int
) -> None:
    pytest.importorskip("tantivy", reason="the extra `large` is not installed")
    monkeypatch.setattr("bot.engines.tantivy.WORTH", 100.0)
    open_index(corpus, "tantivy", cache)
    for at, (step, expected) in enumerate(((change, read), (add_first, 1))):
        step(corpus)
        opened, fresh = open_index(corpus, "tantivy", cache), open_index(corpus, "tantivy", cache / f"fresh-{at}")
        assert opened.read == expected
        assert "tantivy.serials" in opened.index.columns
        assert replies(Bot(opened.index)) == replies(Bot(fresh.index))
        for among in (None, *map(fresh.index.among, fresh.index.articles)):
            found, expected_hits = (each.index.engine.search(["tea", "coffe"], 10, among) for each in (opened, fresh))
            assert found == expected_hits


def test_what_tantivy_wrote_is_written_anew_where_much_has_changed(corpus: Path, cache: Path) -> None:
    pytest.importorskip("tantivy", reason="the extra `large` is not installed")
    open_index(corpus, "tantivy", cache)
    edit(corpus)
    opened = open_index(corpus, "tantivy", cache)
    assert_same_as_built_afresh(corpus, opened)
    assert "tantivy.serials" not in opened.index.columns


def test_a_touched_file_changes_nothing(corpus: Path, cache: Path) -> None:
    open_index(corpus, folder=cache)
    (corpus / "tea.txt").touch()
    assert open_index(corpus, folder=cache).read == 0


def test_a_change_within_the_clocks_tick_is_noticed(corpus: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.indexing.files.SETTLED", 2.0)
    file = corpus / "coffee.txt"
    open_index(corpus, folder=cache)
    about = file.stat()
    file.write_text(file.read_text().replace("brown", "black"))
    os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert Bot(open_index(corpus, folder=cache).index).ask(Question("Is coffee black?")).status == "answered"


@pytest.mark.parametrize("writable", [True, False])
def test_a_file_that_broke_stays_as_it_was_where_that_is_asked_for(
    corpus: Path, cache: Path, *, writable: bool
) -> None:
    if not writable:
        cache.touch()
    before = open_index(corpus, folder=cache)
    spoil(corpus)
    for _ in range(2):
        before = open_index(corpus, folder=cache, before=before)
        assert list(before.index.articles) == ["coffee", "rice", "tea"]
        assert [each.path.name for each in before.skipped] == ["coffee.txt"]
        assert [each.name for each in before.kept] == ["coffee.txt"]
        assert (before.read, before.folder is not None) == (0, writable)
        add(corpus)
        before = open_index(corpus, folder=cache, before=before)
        assert list(before.index.articles) == ["coffee", "maize", "rice", "tea"]
        remove_again(corpus)
    edit(corpus)
    assert_same_as_built_afresh(corpus, open_index(corpus, folder=cache, before=before))


def remove_again(corpus: Path) -> None:
    (corpus / "deep" / "maize.txt").unlink()


def damage(folder: Path, name: str, how: str) -> None:
    file = folder / name
    data = bytearray(file.read_bytes())
    if how == "cut":
        file.write_bytes(data[: len(data) // 2])
    elif how == "gone":
        file.unlink()
    else:
        data[len(data) // 2] ^= 1
        file.write_bytes(data)


@pytest.mark.parametrize("how", ["cut", "gone", "flipped"])
@pytest.mark.parametrize(
    "name", ["records", "records.starts", "articles", "terms.words", "bm25.gains", "files", "seal"]
)
def test_a_damaged_index_is_built_anew(corpus: Path, cache: Path, name: str, how: str) -> None:
    folder = open_index(corpus, folder=cache).folder
    assert folder is not None
    damage(folder, name, how)
    opened = open_index(corpus, folder=cache)
    assert opened.read == 3
    assert_same_as_built_afresh(corpus, opened)
    assert open_index(corpus, folder=cache).read == 0


def test_damage_in_a_large_file_is_noticed_when_it_is_read(
    corpus: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "WHOLE", 0)
    folder = open_index(corpus, folder=cache).folder
    assert folder is not None
    damage(folder, "records", "flipped")
    bot = Bot(open_index(corpus, folder=cache).index)
    with pytest.raises(DamagedIndexError, match="damaged"):
        replies(bot)
    assert_same_as_built_afresh(corpus, open_index(corpus, folder=cache))


def test_what_an_interrupted_build_left_is_cleared_away(corpus: Path, cache: Path) -> None:
    folder = open_index(corpus, folder=cache).folder
    assert folder is not None
    left = folder.parent / "new-interrupted"
    shutil.copytree(folder, left)
    edit(corpus)
    assert_same_as_built_afresh(corpus, open_index(corpus, folder=cache))
    assert not left.exists()


def test_a_build_that_fails_leaves_the_index_before(corpus: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = open_index(corpus, folder=cache)
    edit(corpus)
    with monkeypatch.context() as patch:
        patch.setattr(store, "_seal", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            open_index(corpus, folder=cache)
    assert before.folder is not None
    assert [each.name for each in before.folder.parent.iterdir() if each.is_dir()] == [before.folder.name]
    assert_same_as_built_afresh(corpus, open_index(corpus, folder=cache))


def opens(corpus: Path, cache: Path) -> int:
    opened = open_index(corpus, folder=cache)
    assert_same_as_built_afresh(corpus, opened)
    return opened.read


def test_processes_that_build_at_once_build_it_once(corpus: Path, cache: Path) -> None:
    with multiprocessing.get_context("fork").Pool(4) as pool:
        assert sorted(pool.starmap(opens, [(corpus, cache)] * 4)) == [0, 0, 0, 3]


def test_an_open_index_goes_on_when_a_newer_one_takes_its_place(corpus: Path, cache: Path) -> None:
    bot = Bot(open_index(corpus, folder=cache).index)
    before = replies(bot)
    edit(corpus)
    open_index(corpus, folder=cache)
    assert replies(bot) == before


def test_without_a_cache_folder_the_index_is_built_in_memory(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    opened = open_index(corpus, folder=tmp_path / "file" / "cache")
    assert opened.folder is None
    assert_same_as_built_afresh(corpus, opened)


@pytest.mark.parametrize("engine", ["auto", "rank-bm25", "tantivy"])
def test_in_memory_there_is_one_engine_and_it_is_said_why(corpus: Path, cache: Path, engine: Choice) -> None:
    cache.touch()
    if engine == "tantivy":
        pytest.importorskip("tantivy", reason="the extra `large` is not installed")
    reasons = {
        "auto": "rank-bm25, for the 6 paragraphs are fewer than 20,000",
        "rank-bm25": "rank-bm25, as set",
        "tantivy": "rank-bm25, for tantivy needs a cache folder that can be written",
    }
    assert open_index(corpus, engine, cache).engine == reasons[engine]


def leave(_: Path) -> None:
    """Change nothing."""


def copy(corpus: Path) -> None:
    """Make every file another one of the same content, as when an image is unpacked on another machine."""
    for file in corpus.rglob("*.txt"):
        file.with_suffix(".new").write_bytes(file.read_bytes())
        file.with_suffix(".new").rename(file)


@pytest.mark.parametrize(("change", "read"), [(leave, None), (copy, None), (edit, 1), (spoil, 0)])
def test_an_index_in_a_cache_that_cannot_be_written_is_opened_while_it_is_that_of_the_articles(
    corpus: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None], read: int | None
) -> None:
    folder = open_index(corpus, folder=cache).folder
    monkeypatch.setattr(os, "access", lambda *_: False)  # root can write whatever the mode says
    change(corpus)
    opened = open_index(corpus, folder=cache)
    assert (opened.read, opened.folder) == ((0, folder) if read is None else (read, None))
    assert_same_as_built_afresh(corpus, opened)


def test_what_tantivy_wrote_is_searched_where_it_cannot_lock_a_file(corpus: Path, cache: Path) -> None:
    pytest.importorskip("tantivy", reason="the extra `large` is not installed")
    opened = open_index(corpus, "tantivy", cache)
    assert opened.folder is not None
    found = opened.index.engine.search(["tea"], 10)
    lock = opened.folder / "tantivy" / ".tantivy-meta.lock"
    lock.unlink()
    lock.mkdir()  # root may write to any file
    assert found
    assert Tantivy(opened.folder / "tantivy", opened.index).search(["tea"], 10) == found


def test_without_a_home_folder_the_index_is_built_in_memory_and_it_is_said(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("pwd.getpwuid", lambda _: {}["nobody"])
    opened = open_index(corpus)
    assert opened.folder is None
    assert_same_as_built_afresh(corpus, opened)
    (said,) = [record.getMessage() for record in caplog.records]
    assert "no home folder" in said
    assert "BOT_CACHE" in said


def test_a_disk_that_is_full_keeps_no_question_from_its_answer(
    corpus: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Folder, "put", full)
    opened = open_index(corpus, folder=cache)
    assert opened.folder is None
    assert_same_as_built_afresh(corpus, opened)
    assert not list(cache.glob("*/*/"))


@pytest.mark.parametrize("files", [[], ["empty.txt"], None])
def test_a_corpus_without_an_article_is_an_error_and_leaves_no_index(
    tmp_path: Path, cache: Path, files: list[str] | None
) -> None:
    if files is not None:
        (tmp_path / "corpus").mkdir()
        for name in files:
            (tmp_path / "corpus" / name).touch()
    with pytest.raises(CorpusError, match="no article can be read"):
        open_index(tmp_path / "corpus", folder=cache)
    assert not list(cache.glob("*/*/"))


def test_auto_takes_tantivy_from_many_paragraphs_on_and_says_why(
    corpus: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("tantivy", reason="the extra `large` is not installed")
    assert open_index(corpus, folder=cache).engine.startswith("rank-bm25, for the")
    monkeypatch.setattr(store, "MANY", 3)
    (corpus / "tea.txt").touch()
    opened = open_index(corpus, folder=cache)
    assert opened.engine.startswith("tantivy, for the")
    assert_same_as_built_afresh(corpus, opened)


def test_without_tantivy_auto_goes_on_and_says_what_to_install(
    corpus: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "MANY", 3)
    monkeypatch.setattr(store, "find_spec", lambda _: None)
    assert "pip install 'article-bot[large]'" in open_index(corpus, folder=cache).engine
    with pytest.raises(EngineError, match="pip install"):
        open_index(corpus, "tantivy", cache)
