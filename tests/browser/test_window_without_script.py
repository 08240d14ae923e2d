"""The window with JavaScript off: forms and links do the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

expect = pytest.importorskip("playwright.sync_api", reason="the extra 'test' is not installed").expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
MALAYSIA = "what is Korea doing in Malaysia?"
NOWHERE = "How many submarines does Korea sell to Gondor?"


def ask(page: Page, question: str) -> None:
    page.fill("#question", question)
    page.get_by_role("button", name="Ask").click()


def test_a_conversation_goes_on_with_its_history_in_the_address(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, MALAYSIA)
    expect(page.locator(".turn .reply")).to_have_text("smart manufacturing in Malaysia")
    ask(page, "and in Singapore?")
    expect(page.locator(".turn .reply")).to_have_text(["smart manufacturing in Malaysia", re.compile("service robots")])
    assert "history=what+is+Korea+doing+in+Malaysia" in page.url


def test_each_new_answer_is_in_sight(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, MALAYSIA)
    ask(page, "and in Singapore?")
    expect(page.locator(".turn .reply").last).to_be_in_viewport(ratio=1)
    page.locator("#log .choices button").last.click()
    expect(page.locator(".turn")).to_have_count(3)
    expect(page.locator(".turn .reply").last).to_be_in_viewport(ratio=1)
    ask(page, NOWHERE)
    expect(page.locator(".turn")).to_have_count(4)
    expect(page.locator(".turn .reply").last).to_be_in_viewport(ratio=1)


def test_an_example_and_the_link_to_its_place_work(page: Page, site: str) -> None:
    page.goto(site)
    page.locator(".greeting button").first.click()
    page.locator(".passage a").first.click()
    expect(page.locator(".paragraph.cited mark")).to_be_visible()
    expect(page.locator(".paragraph:target")).to_be_in_viewport()


def test_an_articles_page_promises_no_conversation_that_it_cannot_lead_to(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, MALAYSIA)
    page.locator(".passage a").first.click()
    expect(page.get_by_role("link", name="Back to the conversation")).to_have_count(0)
    page.get_by_role("banner").get_by_role("link", name="Ask a question").click()
    expect(page.locator("#question")).to_be_visible()


def test_a_question_can_be_edited_and_the_conversation_cleared(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, MALAYSIA)
    ask(page, "and in Singapore?")
    page.get_by_role("link", name="Edit this question").last.click()
    expect(page.locator("#question")).to_have_value("and in Singapore?")
    expect(page.locator(".turn")).to_have_count(1)
    page.get_by_role("link", name="New conversation").click()
    expect(page.locator(".turn")).to_have_count(0)


def test_a_long_conversation_keeps_its_earlier_questions_as_links(page: Page, site: str) -> None:
    page.goto(site)
    for number in range(7):
        ask(page, f"What is Asean {number}?")
    expect(page.locator(".turn")).to_have_count(5)
    expect(page.locator(".earlier a")).to_have_text(["What is Asean 0?", "What is Asean 1?"])


def test_a_question_that_is_too_long_is_kept_with_the_reason(page: Page, watch: object, site: str) -> None:
    watch.expected.append("422")  # type: ignore[attr-defined] # the page is sent with that status
    page.goto(site)
    ask(page, "a" * 501)
    expect(page.get_by_role("alert")).to_contain_text("501 characters; 500 is the most")
    expect(page.locator("#question")).to_have_value("a" * 501)
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)
