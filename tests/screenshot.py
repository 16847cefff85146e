"""The home page of the published site as a picture for the README: `screenshot.py SITE FILE.png`."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from browsing import FLAGS, chromium
from hosting import serving
from PIL import Image
from playwright.sync_api import sync_playwright


def taken(site: Path) -> bytes:
    """The first screen of a laptop, as a PNG of 256 colours."""
    with serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 720}, color_scheme="light")
        page.goto(address)
        page.evaluate("document.fonts.ready")
        seen = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        browser.close()
    small = io.BytesIO()
    seen.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(small, "png", optimize=True)
    return small.getvalue()


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(taken(Path(sys.argv[1])))
