"""What Prometheus reads at ``/metrics``: counters in memory that all worker processes share.

``prometheus_client`` counts for several processes in files, which a full disk breaks; a counter here is a number in a
table, a row for each process, and costs a fraction of a microsecond.
"""

from __future__ import annotations

from bisect import bisect_left
from multiprocessing.sharedctypes import RawArray
from threading import Lock
from typing import TYPE_CHECKING

from bot.answering import Bot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.index import Index
    from bot.models import Question, Reply

METHODS = ("GET", "POST", "HEAD", "OPTIONS", "other")
STATUSES = (200, 202, 204, 302, 304, 308, 400, 401, 403, 404, 405, 406, 408, 413, 415, 422, 429, 431, 500, 503, 0)
"""The statuses that are counted one by one; 0 stands for all others."""
ANSWERS = ("answered", "unanswered", "chat")
SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 2.5)
"""Upper bounds of the latency histogram's buckets."""


class Metrics:
    """Counts requests, their time and the answers, over all processes forked after it was made."""

    def __init__(self, routes: Sequence[str], rows: int) -> None:
        """Count for these routes, in so many processes."""
        self._routes = {route: at for at, route in enumerate((*routes, "none"))}
        self._methods = {method: at for at, method in enumerate(METHODS)}
        self._statuses = {status: at for at, status in enumerate(STATUSES)}
        self._requests = len(self._routes) * len(METHODS) * len(STATUSES)
        self._times = len(self._routes) * (len(SECONDS) + 2)
        self._width = self._requests + self._times + len(ANSWERS)
        self._rows = rows
        self._table = RawArray("d", rows * self._width)
        self._row = 0
        self._lock = Lock()

    def take_row(self, row: int) -> None:
        """Count in a row of its own from now on; a process takes over the row of the one it replaces."""
        self._row = row * self._width

    def request(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count a request that was replied to."""
        place = self._routes.get(route, len(self._routes) - 1)
        kind = self._methods.get(method, len(METHODS) - 1)
        outcome = self._statuses.get(status, len(STATUSES) - 1)
        count = self._row + (place * len(METHODS) + kind) * len(STATUSES) + outcome
        times = self._row + self._requests + place * (len(SECONDS) + 2)
        table = self._table
        with self._lock:
            table[count] += 1
            table[times + bisect_left(SECONDS, seconds)] += 1
            table[times + len(SECONDS) + 1] += seconds

    def answer(self, reply: Reply) -> None:
        """Count what became of a question."""
        place = self._row + self._requests + self._times + ANSWERS.index(reply.status)
        with self._lock:
            self._table[place] += 1

    def counted(self, index: Index, *, semantic: bool = False) -> Bot:
        """Return a bot whose answers are counted."""
        answer = self.answer

        class Counted(Bot):
            def ask(self, question: Question) -> Reply:
                reply = super().ask(question)
                answer(reply)
                return reply

        return Counted(index, semantic=semantic)

    def expose(self, articles: int, paragraphs: int, loaded: float) -> str:
        """Return everything in Prometheus' text format."""
        whole = self._table
        total = [sum(whole[at :: self._width]) for at in range(self._width)]
        return "\n".join(
            [*self._request_lines(total), *self._answer_lines(total), *_corpus_lines(articles, paragraphs, loaded), ""]
        )

    def _request_lines(self, total: Sequence[float]) -> Iterator[str]:
        yield "# HELP bot_requests_total Requests replied to."
        yield "# TYPE bot_requests_total counter"
        for route, place in self._routes.items():
            for method, kind in self._methods.items():
                for status, outcome in self._statuses.items():
                    count = total[(place * len(METHODS) + kind) * len(STATUSES) + outcome]
                    if count:
                        labels = f'route="{route}",method="{method}",status="{status or "other"}"'
                        yield f"bot_requests_total{{{labels}}} {count:.0f}"
        yield "# HELP bot_request_seconds Time from a request to its reply."
        yield "# TYPE bot_request_seconds histogram"
        for route, place in self._routes.items():
            at = self._requests + place * (len(SECONDS) + 2)
            buckets = total[at : at + len(SECONDS) + 1]
            if not any(buckets):
                continue
            reached = 0.0
            for bound, count in zip((*map(str, SECONDS), "+Inf"), buckets, strict=True):
                reached += count
                yield f'bot_request_seconds_bucket{{route="{route}",le="{bound}"}} {reached:.0f}'
            yield f'bot_request_seconds_sum{{route="{route}"}} {total[at + len(SECONDS) + 1]:.6f}'
            yield f'bot_request_seconds_count{{route="{route}"}} {reached:.0f}'

    def _answer_lines(self, total: Sequence[float]) -> Iterator[str]:
        yield "# HELP bot_answers_total Questions by what became of them."
        yield "# TYPE bot_answers_total counter"
        for status, count in zip(ANSWERS, total[self._requests + self._times :], strict=True):
            yield f'bot_answers_total{{status="{status}"}} {count:.0f}'


def _corpus_lines(articles: int, paragraphs: int, loaded: float) -> Iterator[str]:
    for name, meaning, value in (
        ("bot_articles", "Articles served.", articles),
        ("bot_paragraphs", "Paragraphs in the index.", paragraphs),
        ("bot_corpus_loaded_seconds", "When the corpus was read, in seconds since 1970.", round(loaded, 3)),
    ):
        yield f"# HELP {name} {meaning}"
        yield f"# TYPE {name} gauge"
        yield f"{name} {value}"
