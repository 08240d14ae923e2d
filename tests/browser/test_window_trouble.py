"""A slow server, a dead one, one that has had enough: the question is kept and the reader told."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from site_under_test import free_port, serve

from bot.web.words import ENGLISH

expect = pytest.importorskip("playwright.sync_api", reason="the extra 'test' is not installed").expect

if TYPE_CHECKING:
    from conftest import Watch
    from playwright.sync_api import Page, Route

MALAYSIA = "what is Korea doing in Malaysia?"
SINGAPORE = "what is Korea doing in Singapore?"
PENDING = ENGLISH.script["pending"]
UNSENT = ENGLISH.script["unsent"]


def send(page: Page, question: str) -> None:
    page.fill("#question", question)
    page.press("#question", "Enter")


def test_waiting_is_shown_after_300_milliseconds_and_not_before(page: Page, site: str) -> None:
    held: list[Route] = []
    page.clock.install(time=0)
    page.goto(site)
    page.clock.pause_at(60_000)
    page.route("**/answer", lambda route: held.append(route))  # noqa: PLW0108 # playwright sets a name on its listener
    with page.expect_request("**/answer"):
        send(page, MALAYSIA)
    page.clock.run_for(299)
    expect(page.locator(".waiting")).to_have_count(0)
    page.clock.run_for(1)
    expect(page.locator(".waiting")).to_be_visible()
    expect(page.locator("#question")).to_have_value("")
    held[0].continue_()
    expect(page.locator("#log .turn")).to_have_count(1)
    expect(page.locator(".waiting")).to_have_count(0)


def test_a_lost_connection_keeps_the_question_and_trying_again_asks_it(page: Page, watch: Watch) -> None:
    watch.expected.append("ERR_CONNECTION_REFUSED")
    port = free_port()
    with serve(port=port) as site:
        page.goto(site)
    send(page, MALAYSIA)
    expect(page.get_by_role("alert")).to_contain_text("connection was lost")
    expect(page.locator("#question")).to_have_value(MALAYSIA)
    with serve(port=port):
        page.get_by_role("button", name="Try again").click()
        expect(page.locator("#log .turn .reply")).to_have_text("smart manufacturing in Malaysia")
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator("#question")).to_have_value("")
    expect(page.locator("#question")).to_be_focused()


def test_a_server_that_never_answers_counts_as_lost(page: Page, site: str) -> None:
    page.clock.install()
    page.goto(site)
    held = threading.Event()
    page.route("**/answer", lambda _route: held.set())
    page.evaluate(
        "AbortSignal.timeout = (ms) => { const c = new AbortController();"
        " setTimeout(() => c.abort(new DOMException('late', 'TimeoutError')), ms); return c.signal; }"
    )
    send(page, MALAYSIA)
    page.clock.run_for(1000)
    expect(page.locator(".waiting")).to_be_visible()
    page.clock.run_for(30_000)
    expect(page.get_by_role("alert")).to_contain_text("did not answer in time")
    expect(page.locator("#question")).to_have_value(MALAYSIA)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (429, "Wait 7 seconds"),
        (500, "wrong on the bot\u2019s side"),
        (503, "wrong on the bot\u2019s side"),
        (422, "could not take that question"),
        (404, "no longer here"),
    ],
)
def test_each_failure_is_said_in_words(page: Page, watch: Watch, site: str, status: int, said: str) -> None:
    def fail(route: Route) -> None:
        route.fulfill(status=status, headers={"Retry-After": "7"}, body="")

    watch.expected.append(f"status of {status}")
    page.goto(site)
    page.route("**/answer", fail)
    send(page, MALAYSIA)
    expect(page.get_by_role("alert")).to_contain_text(said)
    expect(page.locator("#question")).to_have_value(MALAYSIA)


def fail(page: Page, watch: Watch, status: int) -> None:
    watch.expected.append(f"status of {status}")
    page.route("**/answer", lambda route: route.fulfill(status=status, headers={"Retry-After": "3"}, body=""))
    send(page, MALAYSIA)
    expect(page.get_by_role("alert")).to_be_visible()


def test_the_time_to_wait_counts_down_until_the_reader_may_ask_again(page: Page, watch: Watch, site: str) -> None:
    page.clock.install()
    page.goto(site)
    fail(page, watch, 429)
    expect(page.get_by_role("alert")).to_contain_text("Wait 3 seconds, then try again.")
    page.clock.run_for(2000)
    expect(page.get_by_role("alert")).to_contain_text("Wait 1 second, then try again.")
    page.clock.run_for(1000)
    expect(page.get_by_role("alert")).to_have_text("You can ask again now. Try again")


def test_a_failure_is_no_news_of_a_question_that_was_changed(page: Page, watch: Watch, site: str) -> None:
    page.goto(site)
    fail(page, watch, 429)
    page.fill("#question", "a" * 501)
    expect(page.locator("#problem")).to_be_hidden()
    expect(page.locator("#count")).to_contain_text("501 of 500")


def test_a_failure_stays_while_the_reader_goes_on_writing_something_else(page: Page, watch: Watch, site: str) -> None:
    held: list[Route] = []
    watch.expected.append("status of 500")
    page.goto(site)
    page.route("**/answer", lambda route: held.append(route))  # noqa: PLW0108 # playwright sets a name on its listener
    send(page, MALAYSIA)
    expect(page.locator(".waiting")).to_be_visible()
    page.locator("#question").press_sequentially("and")
    held[0].fulfill(status=500, body="")
    expect(page.get_by_role("alert")).to_be_visible()
    page.locator("#question").press_sequentially(" in Singapore?")
    page.unroute("**/answer")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#log .turn .reply")).to_have_text("smart manufacturing in Malaysia")
    expect(page.locator("#question")).to_have_value("and in Singapore?")


def test_an_edit_gives_back_a_question_that_was_kept(page: Page, watch: Watch, site: str) -> None:
    page.goto(site)
    send(page, MALAYSIA)
    expect(page.locator("#log .turn")).to_have_count(1)
    watch.expected.append("ERR_FAILED")
    page.route("**/answer", lambda route: route.abort())
    send(page, SINGAPORE)
    expect(page.get_by_role("alert")).to_contain_text("Your question is kept")
    page.locator(".edit").click()
    expect(page.locator("#problem")).to_be_hidden()
    page.locator("#question").press_sequentially("!")
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator("#question")).to_have_value(SINGAPORE)
    expect(page.locator("#question")).to_be_focused()
    page.unroute("**/answer")
    page.get_by_role("alert").get_by_role("button", name="Try again").click()
    expect(page.locator("#log .turn")).to_have_count(2)


@pytest.mark.parametrize("way", ["Enter", "Try again"])
def test_an_edit_that_was_cut_off_still_replaces(page: Page, watch: Watch, site: str, way: str) -> None:
    watch.expected.append("ERR_FAILED")
    page.goto(site)
    for number, question in enumerate((MALAYSIA, "What is Asean?")):
        send(page, question)
        expect(page.locator("#log .turn")).to_have_count(number + 1)
    page.route("**/answer", lambda route: route.abort())
    page.locator(".edit").first.click()
    send(page, SINGAPORE)
    expect(page.get_by_role("alert")).to_contain_text("connection was lost")
    expect(page.locator("#editing")).to_be_visible()
    expect(page.locator(".replaced")).to_have_count(2)
    page.unroute("**/answer")
    if way == "Enter":
        page.press("#question", "Enter")
    else:
        page.get_by_role("button", name=way).click()
    expect(page.locator("#log .turn .reply")).to_contain_text(["service robots"])
    expect(page.locator("#editing")).to_be_hidden()
    expect(page.locator(".replaced")).to_have_count(0)
    expect(page.locator("#question")).to_have_value("")


def test_leaving_an_edit_that_was_cut_off_drops_it_with_its_failure(page: Page, watch: Watch, site: str) -> None:
    watch.expected.append("ERR_FAILED")
    page.goto(site)
    send(page, MALAYSIA)
    page.route("**/answer", lambda route: route.abort())
    page.locator(".edit").click()
    send(page, SINGAPORE)
    expect(page.get_by_role("alert")).to_be_visible()
    page.press("#question", "Escape")
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator("#question")).to_have_value("")
    expect(page.locator(".replaced")).to_have_count(0)


def test_what_is_asked_while_an_answer_is_on_its_way_waits_in_the_box(page: Page, site: str) -> None:
    held: list[Route] = []
    page.goto(site)
    send(page, "What is Asean?")
    expect(page.locator("#log .turn")).to_have_count(1)
    page.route("**/answer", lambda route: held.append(route))  # noqa: PLW0108 # playwright sets a name on its listener
    page.locator(".edit").click()
    send(page, MALAYSIA)
    expect(page.locator(".waiting")).to_be_visible()
    send(page, SINGAPORE)
    expect(page.get_by_role("status").last).to_have_text(PENDING)
    expect(page.locator("#count")).to_have_text(PENDING)
    for button in (".choices button:visible", ".edit", "#editing button"):
        page.locator(button).first.click()
        expect(page.locator("#question")).to_have_value(SINGAPORE)
    expect(page.locator("#editing")).to_be_visible()
    expect(page.locator(".replaced")).to_have_count(1)
    assert len(held) == 1
    held[0].continue_()
    expect(page.locator("#log .turn .reply")).to_have_text(["smart manufacturing in Malaysia"])
    expect(page.locator("#count")).to_have_text(UNSENT)
    expect(page.get_by_role("status").last).to_have_text(UNSENT)
    expect(page.locator("#question")).to_have_value(SINGAPORE)
    page.unroute("**/answer")
    page.press("#question", "Enter")
    expect(page.locator("#log .turn")).to_have_count(2)
    expect(page.locator("#count")).to_be_empty()


def test_where_the_article_is_gone_the_others_can_be_asked(page: Page, watch: Watch, site: str) -> None:
    page.goto(site)
    fail(page, watch, 404)
    expect(page.get_by_role("button", name="Try again")).to_have_count(0)
    page.get_by_role("alert").get_by_role("link", name="Ask the other articles").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator("#question")).to_have_value(MALAYSIA)
    page.unroute("**/answer")
    page.press("#question", "Enter")
    expect(page.locator("#log .turn")).to_have_count(1)
    expect(page.locator("#question")).to_have_value("")


def test_the_servers_own_limit_is_said_in_words(page: Page, watch: Watch) -> None:
    watch.expected.append("status of 429")
    with serve(rate="8/hour") as site:
        page.goto(site)
        for _ in range(9):
            send(page, MALAYSIA)
            page.wait_for_timeout(150)
        expect(page.get_by_role("alert")).to_contain_text("a lot of questions")
        assert page.locator("#log .turn").count() > 0


def test_a_page_that_is_not_there_says_so_with_a_way_on(page: Page, watch: Watch, site: str) -> None:
    watch.expected.append("404")
    page.goto(f"{site}/articles/nowhere")
    expect(page.get_by_role("heading", level=1)).to_have_text("That did not work")
    page.get_by_role("main").get_by_role("link").click()
    expect(page.locator("#question")).to_be_visible()
