"""The states that the window is looked at in: each leads a page there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

ANSWERED = "what is Korea doing in Malaysia?"
REFUSED = "How many submarines does Korea sell to Gondor?"
SCHEMES = ("light", "dark")
SIZES = ((1280, 800), (320, 640))


def _ask(page: Page, question: str) -> None:
    page.fill("#question", question)
    page.press("#question", "Enter")


def empty(page: Page, site: str) -> None:
    page.goto(site)


def answered(page: Page, site: str) -> None:
    page.goto(site)
    _ask(page, ANSWERED)
    page.wait_for_selector("#log .answered")


def unfolded(page: Page, site: str) -> None:
    answered(page, site)
    page.click("summary")


def followed(page: Page, site: str) -> None:
    answered(page, site)
    _ask(page, "and in Singapore?")
    page.wait_for_selector("#log .turn + .turn")


def refused(page: Page, site: str) -> None:
    page.goto(site)
    _ask(page, REFUSED)
    page.click("#log .unanswered summary")


def greeted(page: Page, site: str) -> None:
    page.goto(site)
    _ask(page, "Hello!")
    page.wait_for_selector("#log .turn")


def waiting(page: Page, site: str) -> None:
    page.goto(site)
    page.evaluate("() => { window.fetch = () => new Promise(() => {}); }")
    _ask(page, ANSWERED)
    page.wait_for_selector(".waiting")


def editing(page: Page, site: str) -> None:
    answered(page, site)
    page.click(".edit")


def lost(page: Page, site: str) -> None:
    answered(page, site)
    page.route("**/answer", lambda route: route.abort())
    _ask(page, REFUSED)
    page.wait_for_selector("#problem:not([hidden])")


def too_long(page: Page, site: str) -> None:
    page.goto(site)
    page.fill("#question", "Why? " * 120)


def missing(page: Page, site: str) -> None:
    page.goto(f"{site}/articles/nowhere")


def article(page: Page, site: str) -> None:
    answered(page, site)
    page.click(".passage a")
    page.wait_for_selector(".cited")


def articles(page: Page, site: str) -> None:
    page.goto(f"{site}/articles")


def widget_closed(page: Page, host: str) -> None:
    page.goto(host)
    page.wait_for_selector("button.open")


def widget(page: Page, host: str) -> None:
    widget_closed(page, host)
    page.click("button.open")
    frame = page.frame_locator("iframe")
    box = frame.locator(".framed #question")  # until its script listens, Enter only breaks the line
    box.fill(ANSWERED)
    box.press("Enter")
    frame.locator("#log .answered").wait_for()


STATES: dict[str, Callable[[Page, str], None]] = {
    state.__name__: state
    for state in (
        empty,
        answered,
        unfolded,
        followed,
        refused,
        greeted,
        waiting,
        editing,
        lost,
        too_long,
        missing,
        article,
        articles,
    )
}
FRAMED: dict[str, Callable[[Page, str], None]] = {state.__name__: state for state in (widget_closed, widget)}
