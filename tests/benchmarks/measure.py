"""Measures one corpus in a process of its own, so that its memory is its own too; prints the figures as JSON."""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, Self

sys.path.insert(0, str(Path(__file__).parent))

from material import questions, write_corpus

from bot import text
from bot.answering import Bot
from bot.engines.base import K1, B
from bot.english import stems
from bot.indexing.content import content
from bot.indexing.store import open_index
from bot.models import Question
from bot.query import understand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.engines.base import Name

TOP = 5
AT_ONCE = 5000
"""Paragraphs of which terms are made at once."""
QUESTIONS = 200
LIBRARY_MOST = 100_000
"""Paragraphs up to which the libraries that hold all in memory are measured."""


def main() -> None:
    """Measure what the arguments name."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("size", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("part", choices=["build", "terms", "ask", "search"])
    parser.add_argument("engine", choices=["rank-bm25", "tantivy"])
    arguments = parser.parse_args()
    corpus = arguments.folder / f"corpus-{arguments.size}"
    if not corpus.exists():
        write_corpus(corpus, arguments.data, arguments.size)
    parts: dict[str, Callable[..., dict[str, float]]] = {"build": build, "terms": terms, "ask": ask, "search": search}
    sys.stdout.write(json.dumps(parts[arguments.part](corpus, arguments.folder / "cache", arguments.engine)))


def build(corpus: Path, cache: Path, engine: Name) -> dict[str, float]:
    """Measure building; processor time counts all processes."""
    shutil.rmtree(cache, ignore_errors=True)  # what an earlier run built would only be opened
    began = processor()
    with Together() as memory:
        seconds, opened = timed(lambda: open_index(corpus, engine, cache))
    figures = {"build": seconds, "build_cpu": processor() - began, "build_mb": memory.most}
    assert opened.folder is not None
    figures["disk_mb"] = sum(file.stat().st_size for file in opened.folder.rglob("*") if file.is_file()) / 1e6
    return figures


def terms(corpus: Path, cache: Path, engine: Name) -> dict[str, float]:
    """Measure making the terms of what was built, and bare tantivy, which gets its lines of them ready made.

    In a process that remembers no word, as one that builds does; what finds sentences is no part of it.
    """
    index = open_index(corpus, engine, cache).index
    texts = [index.articles.passage(number, "", "").paragraph.text for number in range(len(index))]
    text.take_terms_from(lambda _: None)
    stems.hold()
    began = processor()
    for first in range(0, len(texts), AT_ONCE):
        content(texts[first : first + AT_ONCE]).lines()
    figures = {"terms": processor() - began}
    documents = list(index.documents())
    with TemporaryDirectory(prefix="bare-") as folder:
        began = processor()
        bare_tantivy(documents, folder)
        figures["bare_cpu"] = processor() - began
    return figures


def ask(corpus: Path, cache: Path, engine: Name) -> dict[str, float]:
    """Measure opening, whole answers to questions not asked before, and the memory that takes."""
    import tantivy  # noqa: F401, PLC0415 # imports aside

    asked = questions(open_index(corpus, engine, cache).index, QUESTIONS)
    began = time.perf_counter()
    bot = Bot(open_index(corpus, engine, cache).index)
    bot.ask(Question(asked[0]))
    figures = {"first": time.perf_counter() - began}
    figures["ask"] = median(each(lambda asked: bot.ask(Question(asked)), asked[1:]))
    figures["ask_mb"] = peak()
    return figures


def search(corpus: Path, cache: Path, engine: Name) -> dict[str, float]:
    """Measure the engine's search, against the libraries' own on the same terms."""
    index = open_index(corpus, engine, cache).index
    asked = [understand(text, index).searched for text in questions(index, QUESTIONS)]
    figures = {"engine": median(each(lambda terms: index.engine.search(terms, TOP), asked))}
    documents = (
        [document.split() for document in index.documents()]
        if len(index) <= LIBRARY_MOST and engine == "rank-bm25"
        else []
    )
    if documents:
        import bm25s  # noqa: PLC0415
        import numpy as np  # noqa: PLC0415
        from rank_bm25 import BM25Plus  # noqa: PLC0415

        library = BM25Plus(documents, k1=K1, b=B)
        few = asked[: max(10, 1_000_000 // len(documents) // 5)]
        figures["rank_bm25"] = median(each(lambda terms: np.argsort(library.get_scores(terms))[::-1][:TOP], few))
        found = bm25s.BM25(k1=K1, b=B)
        found.index(documents, show_progress=False)
        figures["bm25s"] = median(each(lambda terms: found.retrieve([terms], k=TOP, show_progress=False), asked))
    if engine == "tantivy":
        with TemporaryDirectory(prefix="bare-") as folder:
            bare, library = bare_tantivy(index.documents(), folder)
            figures["bare"] = median(each(lambda terms: bare_search(bare, library, terms), asked))
    return figures


def bare_tantivy(documents: Iterable[str], folder: str) -> tuple[Any, Any]:
    """Index terms in a folder with tantivy and nothing around it; return its searcher and schema."""
    import tantivy  # noqa: PLC0415

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
    schema = builder.build()
    index = tantivy.Index(schema, path=folder)
    writer = index.writer(64 * 1024 * 1024, 1)
    for document in documents:
        entry = tantivy.Document()
        entry.add_text("terms", document)
        writer.add_document(entry)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index.searcher(), schema


def bare_search(searcher: Any, schema: Any, terms: list[str]) -> object:  # noqa: ANN401 # tantivy has no types for these
    """Search with tantivy alone."""
    import tantivy  # noqa: PLC0415

    clauses = [(tantivy.Occur.Should, tantivy.Query.term_query(schema, "terms", term)) for term in terms]
    return searcher.search(tantivy.Query.boolean_query(clauses), TOP, count=False)


def each(do: Callable[[Any], object], things: Iterable[Any]) -> list[float]:
    """Return the seconds that doing it takes with each thing."""
    return [timed(partial(do, thing))[0] for thing in things]


def timed(do: Callable[[], Any]) -> tuple[float, Any]:
    """Return the seconds something takes, and what it returns."""
    began = time.perf_counter()
    found = do()
    return time.perf_counter() - began, found


class Together:
    """The most memory that this process and those it starts have resident together, in MB, looked at now and then."""

    def __init__(self) -> None:
        self.most = 0.0
        self._over = Event()
        self._thread = Thread(target=self._watch)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        tasks = Path("/proc/self/task")
        while not self._over.wait(0.05):
            with suppress(OSError):  # a thread ended while it was looked at
                children = " ".join(task.joinpath("children").read_text() for task in tasks.iterdir()).split()
                self.most = max(self.most, sum(map(resident, ["self", *children])))


def resident(process: str) -> float:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * resource.getpagesize() / 1024**2
    except OSError:
        return 0.0  # it ended


def processor() -> float:
    """Return the seconds of processor time that this process and those it waited for have used."""
    return sum(os.times()[:4])


def peak() -> float:
    """Return the most memory this process has had resident, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
