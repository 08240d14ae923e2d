"""The reading place: long articles, many articles, the way back to asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from site_under_test import serve

expect = pytest.importorskip("playwright.sync_api", reason="the extra 'test' is not installed").expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

LONG = 5000


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("library")
    (folder / "long.txt").write_text(
        "The long book\n\n"
        + "\n\n".join(f"Chapter line {n} tells how traveller {n} came home." for n in range(1, LONG + 1))
    )
    for number in range(60):
        (folder / f"short-{number:02}.txt").write_text(f"Short story {number}\n\nThe hero of story {number} rests.\n")
    with serve(folder) as url:
        yield url


def test_a_long_article_is_shown_in_pages_and_a_paragraph_is_still_landed_on(page: Page, library: str) -> None:
    page.goto(f"{library}/articles/long#p4321")
    expect(page.locator("#p4321")).to_be_in_viewport()
    assert page.locator(".paragraph").count() <= 250
    page.get_by_role("link", name="Next").click()
    expect(page.locator(".lead")).to_contain_text("Paragraphs 4501 to")
    page.get_by_label("Go to paragraph").fill("17")
    page.get_by_role("button", name="Go").click()
    expect(page.locator("#p17")).to_be_in_viewport()


@pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)
def test_the_answers_own_link_lands_without_script(page: Page, library: str) -> None:
    page.goto(f"{library}/?question=How+did+traveller+3777+come+home?")
    page.locator(".passage a").first.click()
    expect(page.locator("#p3777.cited mark")).to_be_in_viewport()


def test_articles_are_listed_a_page_at_a_time_with_their_first_lines(page: Page, library: str) -> None:
    page.goto(f"{library}/articles")
    expect(page.locator(".cards li")).to_have_count(50)
    expect(page.locator(".cards li").nth(1)).to_contain_text("The hero of story")
    page.get_by_role("link", name="Next").click()
    expect(page.locator(".cards li")).to_have_count(11)


def test_a_question_on_an_articles_page_asks_that_article(page: Page, library: str) -> None:
    page.goto(f"{library}/articles/short-07")
    page.get_by_label("Your question").or_(page.get_by_label("Ask about this article")).fill("  ")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Write a question first.")
    page.keyboard.type("Who rests in the story?")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Short story 7")
    expect(page.locator(".turn.answered figcaption").first).to_contain_text("Short story 7")
    page.get_by_role("link", name="Ask all articles").click()
    expect(page.locator("h1")).to_have_text("Ask the articles")


def test_a_question_on_an_articles_page_goes_on_with_a_conversation_about_all_and_asks_that_one(
    page: Page, library: str
) -> None:
    page.goto(library)
    page.fill("#question", "How did traveller 3777 come home?")
    page.press("#question", "Enter")
    page.locator(".passage a").first.click()
    expect(page.get_by_role("link", name="Back to the conversation")).to_be_visible()
    page.get_by_label("Ask about this article").fill("How did traveller 3778 come home?")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Ask the articles")
    expect(page.locator("#log .turn")).to_have_count(2)
    page.locator("#log .edit").last.click()
    with page.expect_request("**/answer") as again:
        page.press("#question", "Enter")
    assert "article=long" in (again.value.post_data or "")
    expect(page.locator("#editing")).to_be_hidden()
    with page.expect_request("**/answer") as another:
        page.fill("#question", "Who rests in the story?")
        page.press("#question", "Enter")
    assert "article=" not in (another.value.post_data or "")


def test_a_question_about_one_article_begins_anew_after_a_conversation_about_another(page: Page, library: str) -> None:
    page.goto(f"{library}/?article=short-07")
    page.fill("#question", "Who rests in the story?")
    page.press("#question", "Enter")
    expect(page.locator("#log .turn")).to_have_count(1)
    page.goto(f"{library}/articles/short-08")
    page.get_by_label("Ask about this article").fill("Who rests in the story?")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Short story 8")
    expect(page.locator("#log .turn")).to_have_count(1)


def test_the_way_back_leads_to_the_conversation_about_the_one_article(page: Page, library: str) -> None:
    page.goto(f"{library}/?article=short-07")
    page.fill("#question", "Who rests in the story?")
    page.press("#question", "Enter")
    page.locator(".passage a").first.click()
    page.get_by_role("link", name="Back to the conversation").click()
    expect(page.locator("h1")).to_have_text("Short story 7")
    expect(page.locator("#log .turn")).to_have_count(1)


def test_an_article_opened_by_itself_has_no_conversation_to_go_back_to(page: Page, library: str) -> None:
    page.goto(f"{library}/articles/short-07")
    expect(page.get_by_role("link", name="Back to the conversation")).to_have_count(0)
    page.get_by_role("link", name="Ask a question").click()
    expect(page.locator("#log")).to_be_attached()


def test_another_paragraph_takes_the_mark_from_the_one_that_was_quoted(page: Page, library: str) -> None:
    page.goto(f"{library}/articles/long?p=16&mark=0-12#p16")
    expect(page.locator("#p16 mark")).to_have_text("Chapter line")
    page.get_by_role("link", name="Paragraph 4", exact=True).click()
    expect(page.locator(".cited, .paragraph:target")).to_have_attribute("id", "p4")
    assert page.url == f"{library}/articles/long?p=4#p4"
