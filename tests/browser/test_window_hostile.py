"""Text that tries to be more than text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from site_under_test import serve

expect = pytest.importorskip("playwright.sync_api", reason="the extra 'test' is not installed").expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

ATTACKS = [
    "<script>document.title = 'taken'</script>",
    "<img src=x onerror=\"document.title='taken'\">",
    "\"><svg onload=document.title='taken'>",
    "</textarea><script>document.title='taken'</script>",
    "javascript:document.title='taken'",
    "{{ 7 * 7 }} {% raw %} ${7 * 7} <%= 7 * 7 %>",
    "\u202egnp.exe \u2066 right to left override",
    "e" + "\u0301" * 80,
    "' onfocus=document.title='taken' autofocus='",
]
ARABIC = "حمار الوحش\n\nيعيش حمار الوحش في السهول ويأكل العشب كل يوم.\n\nعليه خطوط سوداء وبيضاء.\n"  # noqa: RUF001 # one of its letters looks like an o


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    lines = [f"Paragraph {number} tells of zebras and says {attack} to all." for number, attack in enumerate(ATTACKS)]
    title = "Zebras <script>document.title='taken'</script> {{ 7 * 7 }}"
    (folder / "zebras.txt").write_text("\n\n".join([title, *lines]), encoding="utf-8")
    (folder / "arabic.txt").write_text(ARABIC, encoding="utf-8")
    with serve(folder) as url:
        yield url


def test_questions_stay_text(page: Page, site: str) -> None:
    page.goto(site)
    headings = page.locator("#log .turn h2")
    for number, attack in enumerate(ATTACKS):
        page.fill("#question", attack)
        page.press("#question", "Enter")
        expect(headings.nth(number)).to_contain_text(attack)
    page.reload()  # from the browser's own storage
    expect(headings).to_have_text([f"You asked: {attack}" for attack in ATTACKS])
    other = page.context.new_page()
    other.goto(page.url)  # from the address
    expect(other.locator("#log .turn h2")).to_have_text([f"You asked: {ATTACKS[-1]}"])
    assert not page.title().startswith("taken")
    assert page.locator("main script, main img, main svg").count() == 0


def test_articles_stay_text(page: Page, hostile: str) -> None:
    for path in ("/?question=What+tells+of+zebras?&article=zebras", "/articles/zebras"):
        page.goto(f"{hostile}{path}")
        assert page.title() != "taken"
        assert page.locator("main script, main img, main svg").count() == 0
    assert page.title().startswith("Zebras <script>")
    for number, attack in enumerate(ATTACKS):
        place = page.locator(".paragraph", has_text=f"Paragraph {number} tells")
        expect(place).to_contain_text(" ".join(attack.split()))


def test_right_to_left_text_runs_from_the_right(page: Page, hostile: str) -> None:
    page.goto(f"{hostile}/articles/arabic")
    assert page.locator("h1").evaluate("each => getComputedStyle(each).direction") == "rtl"
    page.goto(f"{hostile}/?question=أين+يعيش+حمار+الوحش")
    assert page.locator(".asked").evaluate("each => getComputedStyle(each).direction") == "rtl"
    assert page.locator("html").evaluate("each => getComputedStyle(each).direction") == "ltr"
    bar = page.locator(".turn.answered .passage").first
    assert bar.evaluate("each => getComputedStyle(each).borderRightWidth") == "3px"
    assert bar.evaluate("each => getComputedStyle(each).borderLeftWidth") == "0px"


def test_an_address_that_lies_about_what_was_quoted_marks_nothing_wrong(page: Page, site: str) -> None:
    page.goto(f"{site}/articles/shaping-asean-korea-digital-partnership?p=3&mark=5-999999&strong=900-2&strong=x#p3")
    expect(page.locator("#p3 mark")).to_be_visible()
    text = page.locator("#p3 p").text_content()
    page.goto(f"{site}/articles/shaping-asean-korea-digital-partnership")
    expect(page.locator("#p3 p")).to_have_text(text or "")
