"""Take a picture of every state of the window, in every look: ``python tests/browser/screenshots.py FOLDER``."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright
from site_under_test import ARGUMENTS, CHROMIUM, framed, serve
from states import FRAMED, SCHEMES, SIZES, STATES


def main(folder: Path) -> None:
    """Write one PNG for each state, scheme and width."""
    folder.mkdir(parents=True, exist_ok=True)
    with serve() as site, framed() as host, sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        for scheme in SCHEMES:
            for width, height in SIZES:
                for name, state in (STATES | FRAMED).items():
                    context = browser.new_context(
                        color_scheme=scheme, viewport={"width": width, "height": height}, has_touch=width < height
                    )
                    page = context.new_page()
                    state(page, host if name in FRAMED else site)
                    page.screenshot(path=folder / f"{name}-{scheme}-{width}.png")
                    context.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
