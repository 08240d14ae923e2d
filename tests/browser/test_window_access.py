"""For everyone: axe-core over every state, and what no checker sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from site_under_test import framed
from states import FRAMED, SCHEMES, SIZES, STATES, answered, followed, unfolded, waiting

expect = pytest.importorskip("playwright.sync_api", reason="the extra 'test' is not installed").expect
AXE = pytest.importorskip("axe_playwright_python.base", reason="the extra 'test' is not installed").AXE_SCRIPT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Watch
    from playwright.sync_api import Page

LOOKS = {
    f"{scheme}-{width}": {"color_scheme": scheme, "viewport": {"width": width, "height": height}}
    for scheme in SCHEMES
    for width, height in SIZES
}
ALWAYS = ("empty", "unfolded", "refused", "lost", "article")
"""The states that are checked in every look; the others in the darkest and narrowest."""
UNSURE = {
    ("color-contrast", '<span id="count"'): "the box stands over the page on a ground of its own; 10.7:1 in the dark",
    ("color-contrast", '<p id="problem"'): "the same; 7.3:1 in the light and 8.8:1 in the dark",
}
"""What axe-core leaves to a person, by rule and element, with what the person found."""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    with framed() as url:
        yield url


def assert_accessible(page: Page) -> None:
    for frame in page.frames:
        frame.evaluate(f"{AXE}; axe.configure({{allowedOrigins: ['<unsafe_all_origins>']}})")
    found = page.evaluate("axe.run({resultTypes: ['violations', 'incomplete']})")
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]] == []
    unsure = [(each["id"], node["html"]) for each in found["incomplete"] for node in each["nodes"]]
    assert [
        (rule, html)
        for rule, html in unsure
        if not any(rule == known and html.startswith(part) for known, part in UNSURE)
    ] == []


@pytest.mark.parametrize(
    ("context", "state"),
    [
        pytest.param(LOOKS[look], state, id=f"{state}-{look}")
        for look in LOOKS
        for state in STATES
        if state in ALWAYS or look == "dark-320"
    ],
    indirect=["context"],
)
def test_axe_finds_nothing(page: Page, watch: Watch, site: str, state: str) -> None:
    watch.expected += ["ERR_FAILED", "status of 404"]
    STATES[state](page, site)
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways"


@pytest.mark.parametrize("context", LOOKS.values(), ids=LOOKS, indirect=True)
@pytest.mark.parametrize("state", FRAMED)
def test_axe_finds_nothing_in_the_widget(page: Page, host: str, state: str) -> None:
    FRAMED[state](page, host)
    assert_accessible(page)


@pytest.mark.parametrize("context", [{"viewport": {"width": 640, "height": 400}}], indirect=True)
def test_at_200_percent_the_box_covers_no_answer_and_nothing_is_cut(page: Page, site: str) -> None:
    answered(page, site)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator(".passage a").first.focus()
    link, box = page.locator(".passage a").first.bounding_box(), page.locator("#composer").bounding_box()
    assert link
    assert box
    assert link["y"] + link["height"] <= box["y"] or box["y"] + box["height"] <= link["y"]


@pytest.mark.parametrize(
    "context",
    [{"viewport": {"width": width, "height": height}} for width, height in ((667, 375), (640, 400), (320, 640))],
    ids=["a phone on its side", "200 percent", "a phone"],
    indirect=True,
)
@pytest.mark.parametrize("state", ["empty", "unfolded", "lost", "article"])
def test_on_a_small_screen_the_line_and_the_box_stay_in_sight_and_cover_nothing_that_has_the_focus(
    page: Page, watch: Watch, site: str, state: str
) -> None:
    watch.expected += ["ERR_FAILED"]
    STATES[state](page, site)
    expect(page.locator("#question")).to_be_in_viewport(ratio=1)
    expect(page.locator(".top nav a").last).to_be_in_viewport(ratio=1)
    if state in {"empty", "lost"}:
        expect(page.locator("h1" if state == "empty" else "#log .reply").last).to_be_in_viewport()
    covered = set()
    for key in ["Tab"] * 20 + ["Shift+Tab"] * 20:
        page.keyboard.press(key)
        covered.add(
            page.evaluate(
                """() => {
                  const focused = document.activeElement;
                  const composer = document.querySelector("#composer");
                  if (focused === document.body || composer.contains(focused)) return null;
                  const { top, bottom } = focused.getBoundingClientRect();
                  const above = focused.matches(".top *, .skip");
                  const ceiling = above ? 0 : document.querySelector(".top").getBoundingClientRect().bottom;
                  const ground = composer.getBoundingClientRect().top;
                  return top >= ceiling && Math.min(bottom, top + 24) <= ground ? null : focused.textContent;
                }"""
            )
        )
    assert covered == {None}


@pytest.mark.parametrize(
    "context", [{"viewport": {"width": width, "height": height}} for width, height in SIZES], indirect=True
)
def test_a_new_conversation_is_within_reach_after_every_answer(page: Page, site: str) -> None:
    followed(page, site)
    new = page.get_by_role("link", name="New conversation")
    expect(new).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") > 0
    asked, head = page.locator(".asked").last.bounding_box(), page.locator(".top").bounding_box()
    assert asked
    assert head
    assert head["y"] + head["height"] <= asked["y"]
    assert head["y"] + head["height"] < page.evaluate("innerHeight") / 8
    new.click()
    expect(page.locator("#log .turn")).to_have_count(0)


@pytest.mark.parametrize(
    "context",
    [{"viewport": {"width": 320, "height": height}} for height in (200, 256)],
    ids=["200", "256"],
    indirect=True,
)
@pytest.mark.parametrize("state", ["empty", "answered", "editing", "lost", "too_long", "article"])
def test_at_400_percent_the_box_scrolls_with_the_page(page: Page, watch: Watch, site: str, state: str) -> None:
    watch.expected += ["ERR_FAILED"]
    STATES[state](page, site)
    match state:
        case "editing" | "too_long":
            expect(page.locator("#question")).to_be_in_viewport()
        case "lost":
            expect(page.locator("#problem")).to_be_in_viewport(ratio=1)
        case "answered":
            expect(page.locator(".reply")).to_be_in_viewport(ratio=1)
    page.evaluate("scrollTo(0, 0)")
    expect(page.locator("#composer")).not_to_be_in_viewport()
    page.get_by_role("link", name="Skip to the question box").press("Enter")
    expect(page.locator("#question")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("context", [{"viewport": {"width": 320, "height": 640}}], indirect=True)
def test_the_description_of_the_endpoints_fits_a_narrow_screen(page: Page, site: str) -> None:
    page.goto(f"{site}/docs")
    expect(page.locator("dd").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways"
    assert "`" not in page.locator("main").inner_text()
    assert_accessible(page)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_on_paper_the_question_is_dark_and_the_evidence_underlined(page: Page, site: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # each is a scheme
    answered(page, site)
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    style = (
        "each => { const { color, textDecorationLine } = getComputedStyle(each); return [color, textDecorationLine]; }"
    )
    assert page.locator(".asked").evaluate(style) == ["rgb(31, 28, 23)", "none"]
    assert page.locator(".passage mark").first.evaluate(style) == ["rgb(31, 28, 23)", "underline"]
    assert page.locator(".asked").evaluate("each => getComputedStyle(each).breakAfter") == "avoid"


def test_on_paper_a_citation_has_its_address_and_what_is_folded_is_left_out(page: Page, site: str) -> None:
    answered(page, site)
    page.emulate_media(media="print")
    link = page.locator(".passage a").first
    address = link.evaluate("each => getComputedStyle(each, '::after').content")
    place = re.sub(r"\?[^#]*", "", link.get_attribute("href") or "")
    assert address == f'" ({place})"'
    expect(page.locator("summary")).to_be_hidden()
    page.emulate_media(media="screen")
    page.click("summary")
    page.emulate_media(media="print")
    expect(page.locator("details .passage").first).to_be_visible()


@pytest.mark.parametrize("context", [{"viewport": {"width": 320, "height": 640}}], indirect=True)
def test_every_target_is_large_enough(page: Page, site: str) -> None:
    answered(page, site)
    page.click("summary")
    small = page.evaluate(
        """() => [...document.querySelectorAll("a, button, summary, textarea")]
          .filter((each) => each.checkVisibility() && !each.matches(".skip"))
          .map((each) => [each.textContent.trim(), each.getBoundingClientRect()])
          .filter(([, box]) => Math.min(box.width, box.height) < 24).map(([name]) => name)"""
    )
    assert small == []


@pytest.mark.parametrize("context", [{"reduced_motion": "reduce"}], indirect=True)
def test_nothing_moves_for_those_who_asked_for_that(page: Page, site: str) -> None:
    waiting(page, site)
    assert page.evaluate("document.getAnimations().length") == 0


@pytest.mark.parametrize("context", [{"forced_colors": "active"}], indirect=True)
def test_evidence_and_highlight_stay_visible_in_forced_colours(page: Page, site: str) -> None:
    answered(page, site)
    colours = [
        page.locator(part).first.evaluate("each => getComputedStyle(each).backgroundColor")
        for part in ("body", "#log mark", "#log mark strong")
    ]
    assert len(set(colours)) == 3


@pytest.mark.parametrize("context", [{}, {"forced_colors": "active"}], ids=["", "forced"], indirect=True)
def test_further_passages_are_marked_no_stronger_than_the_evidence_around_them(page: Page, site: str) -> None:
    unfolded(page, site)
    style = "each => { const { color, fontWeight } = getComputedStyle(each); return [color, fontWeight]; }"
    strong = page.locator("details mark strong").first
    assert strong.evaluate(style) == page.locator("details mark").first.evaluate(style)
    assert strong.evaluate("each => getComputedStyle(each).backgroundColor").endswith(", 0)")  # nothing shows of it


def test_the_page_has_its_landmarks_and_one_heading_of_the_first_rank(page: Page, site: str) -> None:
    answered(page, site)
    for role in ("banner", "navigation", "main", "log", "form"):
        expect(page.get_by_role(role)).to_have_count(1)  # type: ignore[arg-type] # each is a role
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_role("heading", level=2, name="You asked: what is Korea doing in Malaysia?")).to_be_visible()


@pytest.mark.parametrize("context", [{"has_touch": True, "is_mobile": True}], indirect=True)
def test_the_first_stop_leads_past_everything_to_the_box(page: Page, site: str) -> None:
    answered(page, site)
    page.reload()  # on a touch screen the box does not take the focus by itself, for the keyboard would cover the page
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the question box")).to_be_focused()
    expect(page.locator("#question")).not_to_have_accessible_description(re.compile("Enter"))  # there is no such key
    page.keyboard.press("Enter")
    expect(page.locator("#question")).to_be_focused()
