"""Measures one corpus in a process of its own, so that its memory is its own too; prints the figures as JSON."""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent))

from material import questions, write_corpus

from bot.answering import Bot
from bot.engines.base import K1, B
from bot.models import Question
from bot.query import understand
from bot.store import open_index
from bot.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.engines.base import Name

TOP = 5
QUESTIONS = 200
LIBRARY_MOST = 100_000
"""Paragraphs up to which the libraries that hold all in memory are measured."""


def main() -> None:
    """Measure what the arguments name."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("size", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("part", choices=["build", "ask", "search"])
    parser.add_argument("engine", choices=["rank-bm25", "tantivy"])
    arguments = parser.parse_args()
    corpus = arguments.folder / f"corpus-{arguments.size}"
    if not corpus.exists():
        write_corpus(corpus, arguments.data, arguments.size)
    part: Callable[..., dict[str, float]] = {"build": build, "ask": ask, "search": search}[arguments.part]
    sys.stdout.write(json.dumps(part(corpus, arguments.folder / "cache", arguments.engine)))


def build(corpus: Path, cache: Path, engine: Name) -> dict[str, float]:
    """Measure building, against bare tantivy on the same terms and against term making alone."""
    seconds, opened = timed(lambda: open_index(corpus, engine, cache))
    figures = {"build": seconds, "build_mb": peak()}
    assert opened.folder is not None
    figures["disk_mb"] = sum(file.stat().st_size for file in opened.folder.rglob("*") if file.is_file()) / 1e6
    texts = [
        opened.index[number].paragraph.text for number in range(0, len(opened.index), len(opened.index) // 1000 or 1)
    ]
    figures["terms"] = timed(lambda: [tokenize(text) for text in texts])[0] / len(texts) * len(opened.index)
    if engine == "tantivy":
        figures["bare_build"] = timed(lambda: bare_tantivy(opened.index.documents()))[0]
    return figures


def ask(corpus: Path, cache: Path, engine: Name) -> dict[str, float]:
    """Measure opening, whole answers to questions not asked before, and the memory that takes."""
    import tantivy  # noqa: F401, PLC0415 # imports aside

    asked = questions(open_index(corpus, engine, cache).index, QUESTIONS)
    began = time.perf_counter()
    bot = Bot(open_index(corpus, engine, cache).index)
    bot.ask(Question(asked[0]))
    figures = {"first": time.perf_counter() - began}
    figures["ask"] = median(each(lambda text: bot.ask(Question(text)), asked[1:]))
    figures["ask_mb"] = peak()
    return figures


def search(corpus: Path, cache: Path, engine: Name) -> dict[str, float]:
    """Measure the engine's search, against the libraries' own on the same terms."""
    index = open_index(corpus, engine, cache).index
    asked = [understand(text, index).searched for text in questions(index, QUESTIONS)]
    figures = {"engine": median(each(lambda terms: index.engine.search(terms, TOP), asked))}
    documents = list(index.documents()) if len(index) <= LIBRARY_MOST and engine == "rank-bm25" else []
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
        bare, library = bare_tantivy(index.documents())
        figures["bare"] = median(each(lambda terms: bare_search(bare, library, terms), asked))
    return figures


def bare_tantivy(documents: Iterable[list[str]]) -> tuple[Any, Any]:
    """Index terms with tantivy and nothing around it; return its searcher and schema."""
    import tantivy  # noqa: PLC0415

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
    schema = builder.build()
    index = tantivy.Index(schema, path=tempfile.mkdtemp(prefix="bare-"))
    writer = index.writer(64 * 1024 * 1024, 1)
    for document in documents:
        entry = tantivy.Document()
        entry.add_text("terms", " ".join(document))
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


def peak() -> float:
    """Return the most memory this process has had resident, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
