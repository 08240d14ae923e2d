"""The window on a page of another origin, whose policy allows the bot's script and frame and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from site_under_test import framed

expect = pytest.importorskip("playwright.sync_api", reason="the extra 'test' is not installed").expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import FrameLocator, Locator, Page

STATIC = Path(__file__).parents[2] / "bot" / "static"


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    with framed() as url:
        yield url


def frame(page: Page) -> FrameLocator:
    return page.frame_locator("iframe")


def question(page: Page) -> Locator:
    """Return the question box, once the frame's script listens to it."""
    return frame(page).locator(".framed #question")


def test_the_button_opens_the_window_and_a_question_is_answered(page: Page, host: str) -> None:
    page.goto(host)
    page.get_by_role("button", name="Ask us").click()
    expect(page.get_by_role("dialog", name="Ask us")).to_be_visible()
    box = question(page)
    expect(box).to_be_focused()
    expect(frame(page).locator("#promise")).to_have_text("Welcome, ask away.")
    box.fill("what is Korea doing in Malaysia?")
    box.press("Enter")
    expect(frame(page).locator(".reply")).to_have_text("smart manufacturing in Malaysia")
    ask = frame(page).locator(".ask").evaluate("e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color]")
    assert ask == ["rgb(255, 204, 0)", "rgb(0, 0, 0)"]


@pytest.mark.parametrize("inside", [True, False], ids=["from the frame", "from the close button"])
def test_escape_closes_it_and_gives_the_focus_back(page: Page, host: str, inside: bool) -> None:  # noqa: FBT001
    page.goto(host)
    opener = page.get_by_role("button", name="Ask us")
    opener.click()
    (question(page) if inside else page.get_by_role("button", name="Close")).press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(opener).to_be_focused()
    opener.press("Enter")
    expect(question(page)).to_be_focused()


@pytest.mark.parametrize("context", [{"viewport": {"width": 360, "height": 640}}], indirect=True)
def test_it_fills_a_phone(page: Page, host: str) -> None:
    page.goto(host)
    page.get_by_role("button", name="Ask us").click()
    assert page.get_by_role("dialog").bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 640}
    expect(question(page)).to_be_focused()
    expect(question(page)).to_be_in_viewport()
    assert question(page).evaluate("scrollY") == 0
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("button", name="Ask us")).to_be_focused()


@pytest.mark.parametrize(
    "context", [{"has_touch": True, "is_mobile": True, "viewport": {"width": 360, "height": 640}}], indirect=True
)
def test_on_a_phone_the_examples_are_not_covered_by_the_keyboard(page: Page, host: str) -> None:
    page.goto(host)
    page.get_by_role("button", name="Ask us").tap()
    expect(question(page)).to_be_in_viewport()
    page.wait_for_function("document.activeElement.shadowRoot?.activeElement?.matches('iframe')")
    question(page).evaluate("new Promise((done) => setTimeout(done, 100))")  # it has heard by then that it was opened
    expect(question(page)).not_to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_page_keeps_its_own_styles_and_names(page: Page, host: str) -> None:
    look = (
        "e => { const s = getComputedStyle(e); return [...s].map((name) => name + s.getPropertyValue(name)).join(); }"
    )
    page.goto(host)
    page.evaluate("document.querySelector('iframe, div').remove()")
    before = page.locator("#mine").evaluate(look)
    plain = page.context.new_page()
    plain.route("**/widget.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    plain.goto(host)
    names = "Object.getOwnPropertyNames(window).sort()"
    page.reload()
    assert page.evaluate(names) == plain.evaluate(names)
    page.get_by_role("button", name="Ask us").click()
    expect(question(page)).to_be_visible()
    assert set(page.evaluate(names)) - set(plain.evaluate(names)) <= {"0"}
    assert page.locator("#mine").evaluate(look) == plain.locator("#mine").evaluate(look) == before


@pytest.mark.parametrize(
    ("link", "shown"),
    [(".passage a", ".paragraph.cited mark"), (".top nav a >> nth=0", ".paragraph"), (".link", "#log .reply")],
    ids=["the place of an answer", "the article", "the link to a question"],
)
def test_what_leads_away_opens_beside_the_page(page: Page, host: str, link: str, shown: str) -> None:
    page.add_init_script("delete Navigator.prototype.clipboard")  # or the link to a question would be copied
    page.goto(host)
    page.get_by_role("button", name="Ask us").click()
    for asked in ("what is Korea doing in Malaysia?", "and in Singapore?"):
        question(page).fill(asked)
        question(page).press("Enter")
        expect(frame(page).locator(".turn").last).to_have_attribute("data-question", asked)
    with page.context.expect_page() as opened:
        frame(page).locator(link).first.click()
    expect(opened.value.locator(shown).first).to_be_visible()
    expect(frame(page).locator(".turn")).to_have_count(2)


def test_the_link_to_a_question_is_copied(page: Page, host: str) -> None:
    page.goto(host)
    page.get_by_role("button", name="Ask us").click()
    question(page).fill("what is Korea doing in Malaysia?")
    question(page).press("Enter")
    link = frame(page).locator(".link")
    link.click()
    expect(link).to_have_text("Link copied")
    assert len(page.context.pages) == 1


def test_a_site_that_is_not_configured_cannot_frame_the_bot(page: Page, watch: object) -> None:
    watch.expected += ["frame-ancestors", "chrome-error"]  # type: ignore[attr-defined]
    with framed(frame_ancestors="http://other.example") as host:
        page.goto(host)
        page.get_by_role("button", name="Ask us").click()
        expect(page.get_by_role("dialog")).to_be_visible()
        expect(question(page)).to_have_count(0)
        page.get_by_role("button", name="Close").click()
        expect(page.get_by_role("button", name="Ask us")).to_be_focused()


def test_an_article_can_be_named(page: Page, tmp_path: Path) -> None:
    (tmp_path / "zebras.txt").write_text("Zebras\n\nZebras eat grass on the plains.\n\nThey sleep standing up.\n")
    (tmp_path / "lions.txt").write_text("Lions\n\nLions eat zebras on the plains.\n\nThey sleep all day long.\n")
    with framed(
        '<!doctype html><script src="{bot}/widget.js" defer data-article="lions"></script>', corpus=str(tmp_path)
    ) as host:
        page.goto(host)
        page.get_by_role("button", name="Ask a question").click()
        expect(frame(page).locator("h1")).to_have_text("Lions")
        frame(page).locator(".framed").get_by_role("button", name="What is this article about?").click()
        expect(frame(page).locator(".reply")).to_have_text("Lions eat zebras on the plains.")


def test_it_costs_the_page_less_than_ten_kilobytes() -> None:
    assert len((STATIC / "widget.js").read_bytes()) < 10_000
