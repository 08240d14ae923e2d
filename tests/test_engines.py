"""Every engine finds the same paragraphs with the same scores, and those are rank-bm25's."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from articles import article
from rank_bm25 import BM25Plus

from bot.engines.base import K1, B
from bot.engines.pruning import expected, needed
from bot.indexing.building import build

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bot.index import Index
    from bot.models import Article

    Build = Callable[[Sequence[Article]], Index]

ENGINES = ["rank-bm25", "tantivy"]
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("an", "el", "ir", "o", "ut")]


def invented(paragraphs: int, seed: int = 1) -> list[Article]:
    """Articles of invented words, of which few are frequent and most are rare, as in real text."""
    pick = random.Random(seed)  # noqa: S311 # nothing secret
    words = ["".join(pick.sample(SYLLABLES, pick.randint(1, 3))) for _ in range(3000)]
    weights = [1 / (place + 3) for place in range(len(words))]
    texts = [
        " ".join(pick.choices(words, weights, k=pick.randint(3, 60))).capitalize() + "." for _ in range(paragraphs)
    ]
    return [article(*texts[at : at + 50], name=f"part-{at}") for at in range(0, len(texts), 50)]


@pytest.fixture(params=ENGINES)
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Build:
    if request.param == "rank-bm25":
        return build
    pytest.importorskip("tantivy", reason="the extra `large` is not installed")
    from bot.engines.tantivy import Tantivy, write  # noqa: PLC0415 # the extra may be absent
    from bot.index import Index  # noqa: PLC0415 # as above

    def made(articles: Sequence[Article]) -> Index:
        built = build(articles)
        write(tmp_path, built.documents())
        return Index(built.columns, lambda index: Tantivy(tmp_path, index))

    return made


@pytest.mark.parametrize("paragraphs", [1, 2, 7, 400])
def test_scores_and_order_are_those_of_rank_bm25(index: Build, paragraphs: int) -> None:
    found = index(invented(paragraphs))
    documents = [document.split() for document in found.documents()]
    library = BM25Plus(documents, k1=K1, b=B)
    pick = random.Random(2)  # noqa: S311 # nothing secret
    vocabulary = sorted({term for document in documents for term in document})
    for _ in range(1000 if paragraphs > 7 else 50):
        terms = list(dict.fromkeys(pick.choices(vocabulary, k=pick.randint(1, 8))))
        hits = found.engine.search(terms, paragraphs)
        scores = library.get_scores(terms)
        matching = {number for number, document in enumerate(documents) if set(terms) & set(document)}
        assert {hit.paragraph for hit in hits} == matching
        assert [hit.score for hit in hits] == pytest.approx([scores[hit.paragraph] for hit in hits], abs=1e-9)
        assert [hit.score for hit in hits] == pytest.approx(
            sorted((scores[n] for n in matching), reverse=True), abs=1e-9
        )


def test_the_best_hits_come_first_and_no_more_than_asked_for(index: Build) -> None:
    found = index([article("Tea is grown.", "Tea and more tea, tea only.", "Coffee is grown.", "Nothing of it.")])
    assert [hit.paragraph for hit in found.engine.search(["tea"], 10)] == [1, 0]
    assert [hit.paragraph for hit in found.engine.search(["tea"], 1)] == [1]


def test_frequent_terms_that_tantivy_need_not_go_through_change_nothing(
    index: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = index(invented(2000))
    vocabulary = sorted(found.terms, key=found.frequency)
    pick = random.Random(3)  # noqa: S311 # nothing secret
    asked = [[*pick.choices(vocabulary, k=pick.randint(1, 4)), *pick.sample(vocabulary[-9:], 2)] for _ in range(300)]
    sizes = [sorted(map(found.frequency, terms)) for terms in asked]
    assert any(needed(counts, len(found), 9, expected(counts, len(found), 9))[0] < len(counts) for counts in sizes)
    hits = [found.engine.search(terms, 5) for terms in asked]
    monkeypatch.setattr("bot.engines.tantivy.needed", lambda counts, *_: (len(counts), 0.0))
    assert [found.engine.search(terms, 5) for terms in asked] == hits


@pytest.mark.parametrize(
    ("counts", "first"),
    [
        ((50_000,), 1),
        ((500, 1000, 50_000), 1),
        ((500, 510, 520, 50_000), 3),
        ((50, 50_000, 60_000), 1),
        ((3, 50_000), 2),
        ((40_000, 50_000), 2),
    ],
)
def test_frequent_terms_are_left_out_where_rarer_ones_surely_tell_more(counts: Sequence[int], first: int) -> None:
    assert needed(counts, 100_000, 16, expected(counts, 100_000, 16))[0] == first


def test_equal_paragraphs_keep_the_order_of_the_corpus(index: Build) -> None:
    found = index([article(*["Rice fields."] * 5, "Maize fields."), article(*["Rice fields."] * 3, name="b")])
    assert [hit.paragraph for hit in found.engine.search(["rice"], 20)] == [0, 1, 2, 3, 4, 6, 7, 8]


def test_a_search_among_one_articles_paragraphs_finds_no_other_and_scores_alike(index: Build) -> None:
    found = index(invented(400))
    for name in ("part-0", "part-350"):
        among = found.among(name)
        term = found[among.start].sentences[0].tokens[0].term
        everywhere = {hit.paragraph: hit.score for hit in found.engine.search([term], len(found))}
        hits = found.engine.search([term], len(found), among)
        assert hits
        assert {hit.paragraph for hit in hits} == set(among) & set(everywhere)
        assert [hit.score for hit in hits] == pytest.approx([everywhere[hit.paragraph] for hit in hits], abs=1e-9)


@pytest.mark.parametrize("terms", [[], ["unheard"], ["", " "], ['"'], ["AND"], ["ri*"], ["a:b"]])
def test_terms_that_no_paragraph_has_find_nothing(index: Build, terms: list[str]) -> None:
    assert index([article("Rice and maize.", "Tea.")]).engine.search(terms, 5) == []


@pytest.mark.parametrize("articles", [[], [article("The of and.")], [article("?!")]])
def test_a_corpus_without_a_term_finds_nothing(index: Build, articles: list[Article]) -> None:
    assert index(articles).engine.search(["rice"], 5) == []


@pytest.mark.parametrize("text", ["서울 회의", "Zażółć gęślą jaźń", "東京", "सम्मेलन", "\ufdfa word"])
def test_terms_of_any_script_are_found(index: Build, text: str) -> None:
    found = index([article("Something else.", text)])
    for term in found.terms:
        assert found.engine.search([term], 5)
    assert [hit.paragraph for hit in found.engine.search([found[1].sentences[0].tokens[0].term], 5)] == [1]
