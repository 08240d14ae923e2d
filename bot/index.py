"""All that a question needs to know of the articles, whether it lies in memory or in mapped files."""

from __future__ import annotations

import json
import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, overload

from bot.dialogue.wordings import SIGNS
from bot.engines.base import K1, B
from bot.engines.rank_bm25 import RankBM25
from bot.english.kinship import SAME_STEM, commonness, kin, shares
from bot.errors import DamagedIndexError
from bot.indexing.columns import RECORDS
from bot.indexing.records import Recorded, counts, parted, terms, whole
from bot.indexing.vocabulary import Vocabulary
from bot.models import Article, Paragraph
from bot.query import look_up
from bot.spelling import Speller, common_word
from bot.text import MEMORISED, term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.engines.base import Engine
    from bot.indexing.columns import Columns
    from bot.query import Term

STEM = 5
"""Two terms that share at least so many first letters may be kin."""
MOST_KIN = 16
"""How many kin of a term count at most."""
PRIOR = 200.0
"""How many paragraphs the prior on a term's frequency counts for."""
LONG = 2000
"""Passages from which an article is so long that its terms are not gathered."""
AT_ONCE = 1024
"""Passages whose records are read together where all are wanted."""
KEPT = 2048
"""Passages that stay decoded: those of a few articles all do, of a library the ones that are asked for."""

_read = json.JSONDecoder().raw_decode
"""Reads what begins a text, without what ``json.loads`` does around it, which takes as long."""


class Paragraphs(Sequence[Paragraph]):
    """Neighbouring paragraphs of an index, each read when it is asked for; equal to a tuple of the same."""

    def __init__(self, read: Callable[[int], Recorded], places: range) -> None:
        """Take what reads a place, and the places."""
        self._read = read
        self._places = places

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> Paragraph: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Paragraph]: ...
    def __getitem__(self, at: int | slice) -> Paragraph | Sequence[Paragraph]:
        """Return the paragraph at a place, or those of a slice."""
        if isinstance(at, slice):
            return Paragraphs(self._read, self._places[at])
        return self._read(self._places[at]).paragraph

    def __eq__(self, other: object) -> bool:
        """Compare one by one."""
        return isinstance(other, (tuple, Paragraphs)) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """Return what a tuple of the same has."""
        return hash(tuple(self))


class Articles(Mapping[str, Article]):
    """The articles by id, in the order of the corpus, each read when it is asked for."""

    def __init__(self, columns: Columns) -> None:
        """Take the columns of an index."""
        self._lines = columns["articles"]
        self._starts = columns["articles.starts"].cast("Q")
        self._order = columns["articles.order"].cast("Q")
        self.first = columns["articles.first"].cast("Q")
        self._records = columns[RECORDS]
        self._record_starts = columns["records.starts"].cast("Q")
        self.about: Callable[[int], dict[str, str | None]] = lru_cache(maxsize=1024)(self._about)

    def __len__(self) -> int:
        """Return how many articles there are."""
        return len(self._order)

    def __iter__(self) -> Iterator[str]:
        """Give the ids in the order of the corpus."""
        return (self.name(place) for place in range(len(self)))

    def __getitem__(self, article: str) -> Article:
        """Return an article; KeyError where there is none of that id."""
        place = self.place(article)
        about = self.about(place)
        title, byline = about["title"] or "", about["byline"]
        passages = Paragraphs(lambda number: self.passage(number, article, title), self.places(place))
        paragraphs = passages if byline is None else passages[1:]
        found = Article(article, title, paragraphs, byline, about["published"], about["source"], about["reading"])
        vars(found)["passages"] = passages  # as it would work out, but read one by one
        return found

    def __contains__(self, article: object) -> bool:
        """Tell whether there is an article of that id, without reading it."""
        try:
            return isinstance(article, str) and self.place(article) >= 0
        except KeyError:
            return False

    def place(self, article: str) -> int:
        """Return an article's place in the corpus; KeyError where there is none of that id."""
        at = bisect_left(self._order, article, key=self.name)
        if at == len(self) or self.name(self._order[at]) != article:
            raise KeyError(article)
        return self._order[at]

    def places(self, place: int) -> range:
        """Return the places of an article's passages."""
        return range(self.first[place], self.first[place + 1])

    def passage(self, number: int, article: str, title: str) -> Recorded:
        """Return the passage at a place."""
        return Recorded(whole(self.record(number)), article, title)

    def record(self, number: int) -> bytes | memoryview:
        """Return the bytes of the passage at a place."""
        return self._records[self._record_starts[number] : self._record_starts[number + 1]]

    def records(self, numbers: range) -> tuple[memoryview, bytes | memoryview]:
        """Return where the records of neighbouring passages begin, with the end of the last, and their bytes."""
        starts = self._record_starts[numbers.start : numbers.stop + 1]
        return starts, self._records[starts[0] : starts[-1]]

    def size(self, places: range) -> int:
        """Return how many bytes the records of neighbouring articles have."""
        return self._record_starts[self.first[places.stop]] - self._record_starts[self.first[places.start]]

    def lines(self, places: range) -> tuple[memoryview, memoryview]:
        """Return where the lines of neighbouring articles begin, with the end of the last, and their bytes."""
        starts = self._starts[places.start : places.stop + 1]
        return starts, self._lines[starts[0] : starts[-1]]

    def name(self, place: int) -> str:
        """Return the id of the article at a place."""
        return self.about(place)["id"] or ""

    def _about(self, place: int) -> dict[str, str | None]:
        line = str(self._lines[self._starts[place] : self._starts[place + 1]], "utf-8")
        about: dict[str, str | None] = _read(line)[0]
        return about


class Index:
    """The articles' paragraphs, analysed once, how many of them have each term, and an engine to search them with."""

    def __init__(
        self,
        columns: Columns,
        engine: Callable[[Index], Engine] | None = None,
        report: Callable[[], object] = lambda: None,
    ) -> None:
        """Take the columns that `Writer` wrote; the engine is rank-bm25 unless another is given.

        ``report`` is called where a record turns out to be damaged.
        """
        self._report = report
        self.columns = columns
        self.articles = Articles(columns)
        self.terms = Vocabulary(columns, "terms")
        self.words = Vocabulary(columns, "words")
        self._terms_of_words = columns["words.terms"].cast("Q")
        self._size = self.articles.first[-1]
        self.length: int = columns["length"].cast("Q")[0]
        """How many terms all passages have together."""
        self._record: Callable[[int], bytes] = lru_cache(maxsize=KEPT)(self._whole)
        self.passage: Callable[[int], Recorded] = lru_cache(maxsize=KEPT)(self._passage)
        self._terms_among = lru_cache(maxsize=64)(self._gather)
        self.frequency: Callable[[str], int] = lru_cache(maxsize=MEMORISED)(self.terms.count)
        """How many passages have a term."""
        self.kin: Callable[[str], tuple[tuple[str, float], ...]] = lru_cache(maxsize=MEMORISED)(self._kin)
        """The terms of the articles that may stand for a term, nearest first."""
        self._speller = Speller(self.words)
        self.correct: Callable[[str], str | None] = lru_cache(maxsize=MEMORISED)(self._correct)
        """The word of the articles that a mistyped one stands for, or an English one that has kin in them."""
        self.weight: Callable[[str], float] = lru_cache(maxsize=MEMORISED)(self._weight)
        """How telling a term is."""
        self.asked: Callable[[str, str, bool, range | None], Term] = lru_cache(maxsize=MEMORISED)(
            partial(look_up, self)
        )
        """What there is to know of a word of a question; see ``query.look_up``."""
        if engine is not None:
            self.engine = engine(self)
        elif "bm25.starts" in columns:
            self.engine = RankBM25(columns, self.terms, len(self))

    def __len__(self) -> int:
        """Return how many passages there are."""
        return self._size

    def __getitem__(self, number: int) -> Recorded:
        """Return the passage at a hit's place."""
        return self.passage(number)

    def beside(self, place: int, step: int) -> Recorded | None:
        """Return the passage so many places on from one in the same article, None where that has none there."""
        if not 0 <= place + step < len(self):
            return None
        found = self.passage(place + step)
        return found if found.paragraph.article == self.passage(place).paragraph.article else None

    def around(self, place: int, most: int) -> Iterator[Recorded]:
        """Give the passages of the same article before and after one, so many each way at most."""
        beside = (self.beside(place, step) for step in range(-most, most + 1) if step)
        return (passage for passage in beside if passage is not None)

    def among(self, article: str) -> range:
        """Return the places of one article's passages; KeyError where there is no such article."""
        return self.articles.places(self.articles.place(article))

    def has(self, term: str, among: range | None = None) -> bool:
        """Tell whether any passage has a term, or any of those of an article, unless it is a very long one."""
        if among is None or len(among) > LONG:
            return self.frequency(term) > 0
        return term in self._terms_among(among)

    def _weight(self, term: str) -> float:
        """Return how telling a term is: its inverse document frequency, English at large counted in.

        The log odds of a Bayesian estimate whose prior is the term's share of English paragraphs: in one article the
        prior rules, in a large corpus the corpus does.
        """
        seen = self.frequency(term) + PRIOR * commonness(term)
        return math.log((len(self) + PRIOR) / seen)

    def term_of(self, word: str) -> str | None:
        """Return the term of a word of the articles, given in its folded form; None for one they lack."""
        place = self.words.place(word)
        if place is None or self._terms_of_words[place] == len(self.terms):
            return None
        return self.terms[self._terms_of_words[place]]

    def scores(self, places: Iterable[int], terms: Sequence[str]) -> list[float]:
        """Return what ``rank_bm25.BM25Plus`` gives the passages at these places for terms that the articles have."""
        values = [math.log((len(self) + 1) / self.frequency(term)) for term in terms]
        mean = self.length / len(self)
        always, by_length = K1 * (1 - B), K1 * B / mean
        pieces = list(map(parted, terms))
        everywhere = sum(values)
        scores = []
        for place in places:  # none is put together for it: those that score least are dropped
            length, found = counts(self._record(place), pieces)
            least = always + by_length * length
            gains = [value * count / (least + count) for value, count in zip(values, found, strict=True)]
            scores.append(everywhere + (K1 + 1) * sum(gains))
        return scores

    def documents(self, places: Iterable[range] | None = None) -> Iterator[str]:
        """Give the terms of each passage, or of those at some places, for an engine to index."""
        for run in (range(len(self)),) if places is None else places:
            for first in range(run.start, run.stop, AT_ONCE):
                starts, records = self.articles.records(range(first, min(first + AT_ONCE, run.stop)))
                begin = starts[0]
                yield from (terms(records, start - begin) for start in starts[:-1])

    def _correct(self, word: str) -> str | None:
        found = self._speller.correct(word) or common_word(word, lambda other: self.frequency(term(other)) > 0)
        return found or common_word(word, lambda other: other in SIGNS or bool(self.kin(term(other))))

    def _gather(self, among: range) -> frozenset[str]:
        return frozenset(term for number in among for term in terms(self.articles.record(number)).split())

    def _kin(self, term: str) -> tuple[tuple[str, float], ...]:
        near = kin(term)
        if len(term) >= STEM:
            others = self.terms.prefixed(term[:STEM])
            for other, share in zip(others, shares(term, others), strict=True):
                if share >= SAME_STEM:
                    near[other] = max(near.get(other, 0.0), share)
        near.pop(term, None)
        ranked = sorted(near.items(), key=itemgetter(1), reverse=True)
        # English has more kin of most words than count, and whether the articles have one takes longest to tell.
        return tuple(islice((pair for pair in ranked if self.terms.place(pair[0]) is not None), MOST_KIN))

    def _passage(self, number: int) -> Recorded:
        about = self.articles.about(bisect_right(self.articles.first, number) - 1)
        return Recorded(self._record(number), about["id"] or "", about["title"] or "")

    def _whole(self, number: int) -> bytes:
        try:
            return whole(self.articles.record(number))
        except DamagedIndexError:
            self._report()
            raise
