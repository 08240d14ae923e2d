from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from site_under_test import ARGUMENTS, CHROMIUM, serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser for one file of tests: its event loop would stand in the way of the tests that run one of their own."""
    playwright = pytest.importorskip("playwright.sync_api", reason="the extra 'test' is not installed")
    if not Path(CHROMIUM).exists():
        pytest.skip(f"there is no {CHROMIUM}")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the bot, serving the article that comes with it."""
    with serve() as url:
        yield url


class Watch:
    """Keeps what the browser complains about; a test names the complaints that it provokes itself."""

    def __init__(self, context: BrowserContext) -> None:
        self.expected: list[str] = []
        self._heard: list[str] = []
        context.on(
            "console", lambda message: self._hear(message.text) if message.type in {"error", "warning"} else None
        )
        context.on("weberror", lambda error: self._hear(str(error.error)))

    def _hear(self, text: str) -> None:
        self._heard.append(text)

    @property
    def complaints(self) -> list[str]:
        return [text for text in self._heard if not any(part in text for part in self.expected)]


@pytest.fixture
def context(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A browser's profile of its own; a test may set its options."""
    options = getattr(request, "param", {})
    context = chromium.new_context(**({"viewport": {"width": 1280, "height": 800}} | options))
    context.set_default_timeout(5000)
    yield context
    context.close()


@pytest.fixture
def watch(context: BrowserContext) -> Iterator[Watch]:
    """A test fails if anything that it does not expect stands in the console at its end."""
    watch = Watch(context)
    yield watch
    assert watch.complaints == []


@pytest.fixture
def page(context: BrowserContext, watch: Watch) -> Page:  # noqa: ARG001 # the watch begins before the page
    return context.new_page()
