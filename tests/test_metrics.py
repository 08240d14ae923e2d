"""Counters, as Prometheus' own reader sees them."""

from __future__ import annotations

import os
from math import inf

from prometheus_client.parser import text_string_to_metric_families

from bot.answering import Bot
from bot.corpus import load, shipped
from bot.indexing.building import build
from bot.models import Reply
from bot.web.metrics import Metrics

ARTICLES = load(shipped()).articles
PARAGRAPHS = sum(len(article.passages) for article in ARTICLES)


def read(metrics: Metrics) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    families = text_string_to_metric_families(metrics.expose(len(ARTICLES), PARAGRAPHS, 12.5))
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in families
        for sample in family.samples
    }


def test_requests_times_and_answers_are_counted() -> None:
    metrics = Metrics(["/api/ask"], 2)
    metrics.request("/api/ask", "GET", 200, 0.002)
    metrics.request("/api/ask", "GET", 200, 7.0)
    metrics.request("/api/ask", "BREW", 418, 0.002)
    metrics.request("/no/such", "GET", 404, 0.002)
    metrics.request("/api/ask", "POST", 202, 0.002)
    metrics.answer(Reply("q", "q", "answered", "a"))
    values = read(metrics)

    def requests(**labels: str) -> float:
        return values["bot_requests_total", tuple(sorted(labels.items()))]

    assert requests(route="/api/ask", method="GET", status="200") == 2
    assert requests(route="/api/ask", method="other", status="other") == 1
    assert requests(route="/api/ask", method="POST", status="202") == 1
    assert requests(route="none", method="GET", status="404") == 1
    buckets = {
        float(dict(labels)["le"]): value
        for (name, labels), value in values.items()
        if name == "bot_request_seconds_bucket" and ("route", "/api/ask") in labels
    }
    assert buckets[0.001] == 0
    assert buckets[0.0025] == 3
    assert buckets[inf] == 4
    assert values["bot_request_seconds_sum", (("route", "/api/ask"),)] == 7.006
    assert values["bot_answers_total", (("status", "answered"),)] == 1
    assert values["bot_articles", ()] == len(ARTICLES)
    assert values["bot_paragraphs", ()] == PARAGRAPHS


def test_forked_processes_count_together() -> None:
    metrics = Metrics(["/"], 3)
    for row in (1, 2):
        process = os.fork()
        if not process:
            metrics.take_row(row)
            metrics.request("/", "GET", 200, 0.1)
            os._exit(0)
        os.waitpid(process, 0)
    metrics.request("/", "GET", 200, 0.1)

    assert read(metrics)["bot_requests_total", (("method", "GET"), ("route", "/"), ("status", "200"))] == 3


def test_a_bot_that_is_counted_answers_as_any() -> None:
    assert isinstance(Metrics([], 1).counted(build(ARTICLES)), Bot)
