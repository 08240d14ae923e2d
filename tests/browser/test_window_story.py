"""What a reader does with the window."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.web.words import ENGLISH

expect = pytest.importorskip("playwright.sync_api", reason="the extra 'test' is not installed").expect

if TYPE_CHECKING:
    from conftest import Watch
    from playwright.sync_api import BrowserContext, Page

MALAYSIA = "what is Korea doing in Malaysia?"
SINGAPORE = "what is Korea doing in Singapore?"
NOWHERE = "How many submarines does Korea sell to Gondor?"


def ask(page: Page, question: str) -> None:
    turns = page.locator("#log .turn:visible")
    before = turns.count()
    page.fill("#question", question)
    page.press("#question", "Enter")
    expect(turns).to_have_count(before + 1)


def questions(page: Page) -> list[str]:
    return [turn.get_attribute("data-question") or "" for turn in page.locator("#log .turn:visible").all()]


def begin_anew(page: Page) -> None:
    page.get_by_role("link", name="New conversation").click()
    expect(page.locator("#log .turn")).to_have_count(0)
    expect(page.locator("#question")).to_be_focused()  # the last that the script does


def test_an_example_is_answered_with_the_words_that_answer_marked(page: Page, site: str) -> None:
    page.goto(site)
    page.locator(".greeting button").first.click()
    turn = page.locator("#log .turn.answered")
    expect(turn.locator(".passage").first.locator("mark strong").first).to_be_visible()
    expect(turn.locator("figcaption a").first).to_have_text(re.compile(r"paragraph \d+|byline"))


def test_a_refusal_says_what_is_missing_and_cites_nothing(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, NOWHERE)
    turn = page.locator("#log .turn.unanswered")
    expect(turn.locator(".reply")).to_contain_text("Gondor")
    expect(turn.locator(".passage:visible")).to_have_count(0)
    turn.locator("summary").click()
    expect(turn.locator("summary")).to_contain_text("do not answer")
    expect(turn.locator(".passage").first).to_be_visible()


def test_a_follow_up_shows_how_it_was_understood(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, MALAYSIA)
    ask(page, "and in Singapore?")
    turn = page.locator("#log .turn").last
    expect(turn.locator(".understood")).to_contain_text("Singapore")
    expect(turn.locator(".reply")).to_contain_text("service robots")


def test_the_way_to_the_article_and_back_keeps_the_conversation(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, MALAYSIA)
    page.locator(".passage a").first.click()
    expect(page.locator(".paragraph.cited mark strong")).to_have_text("smart manufacturing in Malaysia")
    expect(page.locator(".paragraph:target")).to_be_in_viewport()
    page.go_back()
    assert questions(page) == [MALAYSIA]
    page.locator(".passage a").first.click()
    page.get_by_role("link", name="Back to the conversation").click()
    expect(page.locator("#log .turn")).to_have_count(1)
    assert questions(page) == [MALAYSIA]


def test_a_question_on_the_articles_page_goes_on_with_the_conversation(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, MALAYSIA)
    page.locator(".passage a").first.click()
    expect(page.get_by_role("link", name="Back to the conversation")).to_be_visible()
    page.get_by_label("Ask about this article").fill(" and in Singapore? ")
    page.keyboard.press("Enter")
    expect(page.locator("#log .turn .reply")).to_have_text(
        ["smart manufacturing in Malaysia", re.compile("service robots")]
    )
    assert questions(page) == [MALAYSIA, "and in Singapore?"]
    expect(page.locator("#log .turn .reply").last).to_be_in_viewport()
    page.reload()
    page.wait_for_load_state("networkidle")
    assert questions(page) == [MALAYSIA, "and in Singapore?"]
    page.go_back()
    page.go_back()
    expect(page.locator(".paragraph.cited")).to_be_visible()


@pytest.mark.parametrize("left", [0, 1, 2])
def test_the_way_back_leads_to_the_turn_that_was_left(page: Page, site: str, left: int) -> None:
    page.goto(site)
    for question in (MALAYSIA, SINGAPORE, "What is Asean?"):
        ask(page, question)
    turn = page.locator("#log .turn").nth(left)
    turn.locator(".passage a").first.click()
    page.get_by_role("link", name="Back to the conversation").click()
    expect(page.locator("#log .turn")).to_have_count(3)
    expect(turn.locator(".reply")).to_be_in_viewport()
    expect(page.locator("#question")).to_be_focused()


def test_the_conversation_survives_a_reload_and_can_be_cleared(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, MALAYSIA)
    ask(page, NOWHERE)
    page.reload()
    assert questions(page) == [MALAYSIA, NOWHERE]
    page.get_by_role("link", name="New conversation").click()
    expect(page.locator("#log .turn")).to_have_count(0)
    page.reload()
    expect(page.locator("#log .turn")).to_have_count(0)


@pytest.mark.parametrize("way", ["Back to the conversation", "Ask the article", "the address typed anew"])
def test_a_new_conversation_is_empty_wherever_it_is_begun(page: Page, site: str, way: str) -> None:
    page.goto(site)
    ask(page, MALAYSIA)
    page.get_by_role("link", name="Read the article").click()
    if way == "the address typed anew":
        page.goto(site)
        page.goto(site)
    else:
        page.get_by_role("link", name=way).click()
    expect(page.locator("#log .turn")).to_have_count(1)
    for _ in range(2):
        begin_anew(page)
        expect(page.locator(".greeting button").first).to_be_visible()
    page.get_by_role("link", name="Read the article").click()
    page.get_by_role("banner").get_by_role("link", name="Ask a question").click()
    expect(page.locator(".greeting button").first).to_be_visible()  # the page is there, and not only the old one gone
    expect(page.locator("#log .turn")).to_have_count(0)
    page.wait_for_load_state()  # by then the script has run
    ask(page, NOWHERE)
    page.reload()
    assert questions(page) == [NOWHERE]


def test_where_nothing_was_asked_an_article_leads_back_to_no_conversation(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("link", name="Read the article").click()
    expect(page.get_by_role("banner").get_by_role("link", name="Ask a question")).to_be_visible()
    page.wait_for_load_state()  # by then the script has run
    expect(page.get_by_role("link", name="Back to the conversation")).to_have_count(0)


def test_the_way_back_from_a_new_conversation_leads_to_the_one_before(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, MALAYSIA)
    begin_anew(page)
    page.go_back()
    assert questions(page) == [MALAYSIA]
    page.go_forward()
    expect(page.locator("#log .turn")).to_have_count(0)
    expect(page.locator("#question")).to_be_focused()
    ask(page, NOWHERE)
    assert questions(page) == [NOWHERE]


def test_the_way_past_everything_to_the_box_keeps_the_conversation(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, MALAYSIA)
    page.get_by_role("link", name="Skip to the question box").press("Enter")
    expect(page.locator("#question")).to_be_focused()
    page.wait_for_url("**#question")
    assert questions(page) == [MALAYSIA]
    ask(page, NOWHERE)
    assert questions(page) == [MALAYSIA, NOWHERE]


def test_back_and_forward_walk_through_the_questions(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, MALAYSIA)
    ask(page, NOWHERE)
    page.go_back()
    assert questions(page) == [MALAYSIA]
    page.go_back()
    assert questions(page) == []
    page.go_forward()
    page.go_forward()
    assert questions(page) == [MALAYSIA, NOWHERE]
    page.go_back()
    ask(page, SINGAPORE)
    assert questions(page) == [MALAYSIA, SINGAPORE]


def test_an_edited_question_replaces_what_came_after_it(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, MALAYSIA)
    ask(page, NOWHERE)
    page.locator(".edit").first.click()
    expect(page.locator("#question")).to_have_value(MALAYSIA)
    expect(page.locator("#question")).to_be_focused()
    page.fill("#question", SINGAPORE)
    page.press("#question", "Enter")
    expect(page.locator("#log .turn .reply")).to_contain_text(["service robots"])
    assert questions(page) == [SINGAPORE]


def replace_the_first_of_three(page: Page) -> None:
    for question in (MALAYSIA, NOWHERE, "What is Asean?"):
        ask(page, question)
    page.locator(".edit").first.click()
    page.fill("#question", SINGAPORE)
    page.press("#question", "Enter")
    expect(page.locator("#log .turn:visible")).to_have_count(1)
    assert questions(page) == [SINGAPORE]


def test_the_way_back_from_an_edit_leads_to_what_it_replaced(page: Page, site: str) -> None:
    page.goto(site)
    replace_the_first_of_three(page)
    page.reload()
    page.go_back()
    expect(page.locator("#log .turn:visible")).to_have_count(3)
    assert questions(page) == [MALAYSIA, NOWHERE, "What is Asean?"]
    page.reload()
    assert questions(page) == [MALAYSIA, NOWHERE, "What is Asean?"]
    page.go_back()
    assert questions(page) == [MALAYSIA, NOWHERE]
    page.go_forward()
    page.go_forward()
    expect(page.locator("#log .turn:visible")).to_have_count(1)
    assert questions(page) == [SINGAPORE]


def test_the_way_back_from_an_edit_needs_no_storage(page: Page, site: str) -> None:
    page.add_init_script("Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('forbidden'); } })")
    page.goto(site)
    replace_the_first_of_three(page)
    page.go_back()
    assert questions(page) == [MALAYSIA, NOWHERE, "What is Asean?"]
    page.go_forward()
    assert questions(page) == [SINGAPORE]


def test_escape_leaves_an_edit_as_it_was(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, MALAYSIA)
    page.locator(".edit").click()
    page.press("#question", "Escape")
    expect(page.locator("#question")).to_have_value("")
    expect(page.locator(".replaced")).to_have_count(0)
    ask(page, NOWHERE)
    assert questions(page) == [MALAYSIA, NOWHERE]


@pytest.mark.parametrize("way", ["Escape", "Cancel", "a suggestion", "the way back", "the answer"])
def test_an_edit_gives_back_what_stood_in_the_box(page: Page, site: str, way: str) -> None:
    page.goto(site)
    ask(page, MALAYSIA)
    page.fill("#question", "a thought of")
    page.locator(".edit").click()
    page.fill("#question", SINGAPORE)
    match way:
        case "a suggestion":
            page.locator("#log .choices button").first.click()
            expect(page.locator("#log .turn")).to_have_count(2)
        case "the way back":
            page.go_back()
            expect(page.locator("#log .turn:visible")).to_have_count(0)
        case "the answer":
            page.press("#question", "Enter")
            expect(page.locator("#log .turn .reply")).to_contain_text(["service robots"])
        case "Cancel":
            page.get_by_role("button", name="Cancel").click()
        case _:
            page.press("#question", "Escape")
    expect(page.locator("#question")).to_have_value("a thought of")
    expect(page.locator("#editing")).to_be_hidden()
    expect(page.locator(".replaced")).to_have_count(0)


@pytest.mark.parametrize("context", [{"permissions": ["clipboard-read", "clipboard-write"]}], indirect=True)
def test_an_answer_is_copied_with_its_source(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, MALAYSIA)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("smart manufacturing in Malaysia")
    assert "Shaping Asean-Korea Digital Partnership, paragraph" in copied
    assert f"{site}/articles/" in copied


@pytest.mark.parametrize("context", [{"permissions": ["clipboard-read", "clipboard-write"]}], indirect=True)
@pytest.mark.parametrize("question", ["What is Asean? Who is Moon Jae-in?", "what is this article about?"])
def test_each_quotation_is_copied_with_its_own_place(page: Page, site: str, question: str) -> None:
    page.goto(site)
    ask(page, question)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    replies = page.locator(".said > .reply").all_inner_texts()
    passages = page.locator(".said .passage, .ground > .passage")
    assert passages.count() == 2
    for passage in passages.all():
        evidence, link = passage.locator("mark").inner_text(), passage.locator("a").first
        quoted = evidence if evidence in replies else f"\u201c{evidence}\u201d"
        assert f"{quoted}\n\n\u2014 {link.inner_text()}\n{site}{link.get_attribute('href')}" in copied


def test_each_answer_stands_above_what_it_quotes(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, "What is Asean? Who is Moon Jae-in?")
    shown = page.locator(".said > .reply, .said .passage")
    tops = [box["y"] for box in (each.bounding_box() for each in shown.all()) if box]
    assert [each.evaluate("each => each.className.split(' ')[0]") for each in shown.all()] == ["reply", "passage"] * 2
    assert tops == sorted(tops)


def test_an_answer_has_a_link_that_opens_the_same_question(page: Page, context: BrowserContext, site: str) -> None:
    page.goto(site)
    ask(page, MALAYSIA)
    ask(page, "and in Singapore?")
    href = page.get_by_role("link", name="Link to this question").last.get_attribute("href")
    other = context.new_page()
    other.goto(f"{site}{href}")
    expect(other.locator(".reply")).to_contain_text("service robots")
    assert page.url == other.url


@pytest.mark.parametrize("context", [{"permissions": ["clipboard-read", "clipboard-write"]}], indirect=True)
def test_the_link_of_an_answer_is_copied_and_the_conversation_stays(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, MALAYSIA)
    ask(page, "and in Singapore?")
    link = page.locator(".link").last
    link.click()
    expect(link).to_have_text("Link copied")
    expect(page.get_by_role("status")).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}{link.get_attribute('href')}"
    page.reload()
    expect(link).to_have_text("Link")
    link.click()
    expect(link).to_have_text("Link copied")
    expect(link).to_have_text("Link")
    assert questions(page) == [MALAYSIA, "and in Singapore?"]
    with page.context.expect_page() as opened:
        link.click(button="middle")
    expect(opened.value.locator(".reply")).to_contain_text("service robots")


def test_the_link_of_an_answer_is_followed_where_nothing_can_be_copied(page: Page, site: str) -> None:
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto(site)
    ask(page, MALAYSIA)
    ask(page, "and in Singapore?")
    page.locator(".link").last.click()  # to the address that is shown already
    expect(page.locator("#log .turn")).to_have_count(1)
    expect(page.locator("#log .reply")).to_be_in_viewport()
    page.go_back()
    expect(page.locator("#log .turn:visible")).to_have_count(2)


def test_shift_enter_breaks_the_line_and_the_box_grows(page: Page, site: str) -> None:
    page.goto(site)
    box = page.locator("#question")
    before = box.bounding_box()
    box.press_sequentially("one")
    for _ in range(3):
        box.press("Shift+Enter")
    after = box.bounding_box()
    expect(box).to_have_value("one\n\n\n")
    assert before
    assert after
    assert after["height"] > before["height"]


def test_a_full_box_shows_whole_lines(page: Page, site: str) -> None:
    page.goto(site)
    page.fill("#question", "Why?\n" * 30)
    page.locator("#question").evaluate("each => { each.scrollTop = 40; }")
    shown, line = page.locator("#question").evaluate("each => [each.clientHeight, getComputedStyle(each).lineHeight]")
    padding = page.locator("#question").evaluate("each => getComputedStyle(each).paddingBlock")
    assert padding == "0px"
    assert abs(shown - 6 * float(line.removesuffix("px"))) <= 1


@pytest.mark.parametrize("question", ["what is שלום?", "מה זה שלום?", MALAYSIA])
def test_a_question_stands_on_the_readers_side_in_every_language(page: Page, site: str, question: str) -> None:
    page.goto(site)
    ask(page, question)
    asked, log = page.locator(".asked").bounding_box(), page.locator("#log").bounding_box()
    assert asked
    assert log
    assert asked["x"] + asked["width"] == pytest.approx(log["x"] + log["width"], abs=1)
    assert asked["x"] > log["x"] + 100


def test_arrow_up_recalls_earlier_questions_and_arrow_down_returns(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, MALAYSIA)
    ask(page, NOWHERE)
    box = page.locator("#question")
    box.press("ArrowUp")
    expect(box).to_have_value(NOWHERE)
    box.press("ArrowUp")
    expect(box).to_have_value(MALAYSIA)
    box.press("ArrowDown")
    box.press("ArrowDown")
    expect(box).to_have_value("")


def test_characters_are_counted_near_the_limit_and_too_many_are_not_sent(page: Page, site: str) -> None:
    page.goto(site)
    page.fill("#question", "é" * 300)
    expect(page.locator("#count")).to_be_empty()
    page.fill("#question", "😀" * 450)
    expect(page.locator("#count")).to_have_text("450 of 500")
    page.fill("#question", "a" * 501)
    page.press("#question", "Enter")
    expect(page.locator("#count")).to_contain_text("501 of 500")
    expect(page.locator("#question")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#log .turn")).to_have_count(0)


def test_an_address_with_too_long_a_question_is_told_so_once(page: Page, watch: Watch, site: str) -> None:
    watch.expected.append("422")  # the page is sent with that status
    page.goto(f"{site}/?question={'a' * 600}")
    expect(page.locator("#question")).to_have_accessible_description(re.compile(r"^600 of 500 characters\."))
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator("#question")).to_have_attribute("aria-invalid", "true")
    page.fill("#question", MALAYSIA)
    expect(page.locator("#question")).not_to_have_attribute("aria-invalid", "true")
    page.goto(f"{site}/?question=")
    expect(page.get_by_role("alert")).to_have_text(ENGLISH.empty)


@pytest.mark.parametrize("blank", ["", "   ", "\n\n"], ids=["nothing", "spaces", "line breaks"])
def test_a_question_without_a_word_is_not_sent_and_the_conversation_stays(page: Page, site: str, blank: str) -> None:
    page.goto(site)
    ask(page, MALAYSIA)
    page.reload()
    ask(page, NOWHERE)
    address = page.url
    page.fill("#question", blank)
    page.press("#question", "Enter")
    expect(page.locator("#count")).to_have_text("Write a question first.")
    expect(page.get_by_role("status")).to_have_text("Write a question first.")
    page.get_by_role("button", name="Ask").click()
    expect(page.locator("#question")).to_be_focused()
    assert page.url == address
    assert questions(page) == [MALAYSIA, NOWHERE]
    page.locator(".choices button:visible").last.click()
    expect(page.locator("#log .turn")).to_have_count(3)
    expect(page.locator("#count")).to_be_empty()
    page.press("#question", "ArrowUp")
    page.press("#question", "Enter")
    expect(page.locator("#log .turn")).to_have_count(4)


@pytest.mark.parametrize("told", ["isComposing: true", "keyCode: 229"], ids=["by the standard", "Safari"])
def test_an_input_method_ending_a_syllable_with_enter_sends_nothing(page: Page, site: str, told: str) -> None:
    page.goto(site)
    page.fill("#question", MALAYSIA)
    page.evaluate(
        "document.querySelector('#question').dispatchEvent("
        f"new KeyboardEvent('keydown', {{key: 'Enter', {told}, bubbles: true, cancelable: true}}))"
    )
    ask(page, NOWHERE)
    assert questions(page) == [NOWHERE]


@pytest.mark.parametrize("button", [".ask", ".greeting button"], ids=["the send button", "an example"])
def test_the_next_question_can_be_written_at_once_after_a_click(page: Page, site: str, button: str) -> None:
    page.goto(site)
    page.fill("#question", MALAYSIA)
    page.locator(button).first.click()
    expect(page.locator("#question")).to_be_focused()
    expect(page.locator("#log .turn")).to_have_count(1)
    page.fill("#question", "")
    page.keyboard.type("and in Singapore?")
    expect(page.locator("#question")).to_have_value("and in Singapore?")


@pytest.mark.parametrize(
    "context", [{"has_touch": True, "is_mobile": True, "viewport": {"width": 360, "height": 640}}], indirect=True
)
def test_on_a_phone_a_tapped_example_leaves_the_focus_in_the_conversation(page: Page, site: str) -> None:
    page.goto(site)
    page.locator(".greeting button").first.tap()
    expect(page.locator("#log .turn")).to_have_count(1)
    expect(page.locator("#log")).to_be_focused()


@pytest.mark.parametrize(
    "context", [{"has_touch": True, "is_mobile": True, "viewport": {"width": 360, "height": 640}}], indirect=True
)
def test_on_a_phone_the_answer_to_a_long_question_is_in_sight(page: Page, site: str) -> None:
    page.goto(site)
    ask(page, f"{'I have been reading about this all day long. ' * 9} {MALAYSIA}")
    page.wait_for_timeout(100)
    reply, box = page.locator(".reply").bounding_box(), page.locator("#composer").bounding_box()
    assert reply
    assert box
    assert reply["y"] >= 0
    assert reply["y"] + reply["height"] <= box["y"]


def test_everything_is_reached_by_keyboard_and_focus_is_never_lost(page: Page, site: str) -> None:
    page.goto(site)
    expect(page.locator("#question")).to_be_focused()
    page.keyboard.type(MALAYSIA)
    page.keyboard.press("Enter")
    expect(page.locator("#log .turn")).to_have_count(1)
    expect(page.locator("#question")).to_be_focused()
    wanted = {"Copy", "Edit", "Link", "2 more passages"}
    for _ in range(30):
        page.keyboard.press("Shift+Tab")
        focused = page.evaluate("document.activeElement.textContent.trim()")
        wanted.discard(focused)
        assert page.evaluate("document.activeElement !== document.body") or not wanted
        if not wanted:
            break
    assert not wanted
    page.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("details .passage").first).to_be_visible()
    page.locator("#log .edit").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#question")).to_be_focused()


def test_an_answer_is_announced_once_and_without_its_surroundings(page: Page, site: str) -> None:
    page.goto(site)
    page.evaluate(
        """() => {
          window.heard = [];
          const spoken = (node) => {
            if (node.nodeType === Node.TEXT_NODE) return node.textContent;
            if (node.getAttribute?.("aria-live") === "off") return "";
            return [...node.childNodes].map(spoken).join("");
          };
          for (const region of document.querySelectorAll("[role=log], [role=status], [role=alert], #problem")) {
            new MutationObserver((changes) => {
              const added = changes.flatMap((change) => [...change.addedNodes]);
              const text = added.map(spoken).join("").replace(/\\s+/g, " ").trim();
              if (text) window.heard.push(text);
            }).observe(region, { childList: true });
          }
        }"""
    )
    ask(page, MALAYSIA)
    # On a busy machine the answer takes so long that the wait is told first.
    heard = [text for text in page.evaluate("window.heard") if text != ENGLISH.script["waiting"]]
    assert heard == ["The article says smart manufacturing in Malaysia"]
    expect(page.get_by_role("log", name="Conversation")).to_be_visible()
    page.evaluate("window.heard = []")
    ask(page, "and in Singapore?")
    heard = [text for text in page.evaluate("window.heard") if text != ENGLISH.script["waiting"]]
    assert [text.partition(" The article says")[0] for text in heard] == [f"Understood as: {SINGAPORE}"]
