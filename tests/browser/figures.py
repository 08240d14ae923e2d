"""Measure what the window costs its reader: ``python tests/browser/figures.py``.

Prints the bytes and requests of a first load, the time from a question to its painted answer, the layout shift while
answers arrive and how many complaints stood in the console. One machine serves and shows, so times are lower bounds.
"""

from __future__ import annotations

import gzip
import statistics
import sys
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright
from site_under_test import ARGUMENTS, CHROMIUM, serve

if TYPE_CHECKING:
    from playwright.sync_api import Page, Response

QUESTIONS = 41
_WATCH_SHIFTS = """
  window.shift = 0;
  new PerformanceObserver((list) => { for (const each of list.getEntries()) window.shift += each.value; })
    .observe({ type: "layout-shift", buffered: true });
"""
_TIME = """(question) => new Promise((done) => {
  const log = document.querySelector("#log");
  const box = document.querySelector("#question");
  box.value = question;
  const began = performance.now();
  // A task that a frame's callback sets begins once that frame, with the answer in it, is painted.
  new MutationObserver((_, watcher) => {
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
  }).observe(log, { childList: true });
  box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
})"""


def main() -> None:
    """Print the table."""
    with serve() as site, sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
        page.add_init_script(_WATCH_SHIFTS)
        complaints: list[str] = []
        page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        loaded = _load(page, site)
        times = [page.evaluate(_TIME, f"what is Korea doing in Malaysia? {number}") for number in range(QUESTIONS)]
        shift = page.evaluate("window.shift")
        browser.close()
    lines = ["first load            bytes   gzip"]
    lines += [f"  {name:<18}{plain:>7}{small:>7}" for name, plain, small in loaded]
    lines += [
        f"  {'all':<18}{sum(each[1] for each in loaded):>7}{sum(each[2] for each in loaded):>7}",
        f"requests besides the page             {len(loaded) - 1}",
        f"question to painted answer, median    {statistics.median(times):.1f} ms, of {QUESTIONS}",
        f"                   fastest, slowest   {min(times):.1f} ms, {max(times):.1f} ms",
        f"layout shift while they arrived       {shift:.4f}",
        f"complaints in the console             {len(complaints)} {complaints or ''}",
    ]
    sys.stdout.write("\n".join(lines) + "\n")


def _load(page: Page, site: str) -> list[tuple[str, int, int]]:
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108 # it sets a name on its listener
    page.goto(site, wait_until="networkidle")
    bodies = [(each.url.removeprefix(site).partition("?")[0], each.body()) for each in responses]
    return [(name, len(body), len(gzip.compress(body))) for name, body in bodies]


if __name__ == "__main__":
    main()
