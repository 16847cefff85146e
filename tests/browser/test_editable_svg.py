"""The SVG to edit, in Chromium: texts where the frame has them, the picture's pixels, colours that can be changed."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Page

from generator import pipeline
from generator.infographics import jobs
from generator.layout import Frame

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
# With the fonts of the site each text ends where it was measured; without them it is pinned to the same width.
FONTS = """<style>@font-face {{ font-family: Inter; font-weight: 400 800; src: url("{0}assets/fonts/{1}") }}</style>"""
FONT = "Inter-Variable-subset.woff2"
# As frames have it: from where the first letter is set to where the next one would be, whatever of the ink sticks out.
EDGES = """() => [...document.querySelectorAll("text")].map((text) => {
  const last = text.getNumberOfChars() - 1
  return [text.textContent, text.getStartPositionOfChar(0).x, text.getEndPositionOfChar(last).x]
})"""
POINTS = 1.5


@pytest.fixture(scope="module")
def frames() -> dict[str, Frame]:
    """The frame of every file to edit, by its name."""
    laid_out = pipeline.compose(ROOT / "content").laid_out
    return {
        target.file_name(job.picture): job.frame for job in jobs(laid_out) for target in job.targets if target.editable
    }


@pytest.fixture(scope="module")
def files(site: Path) -> dict[str, dict[str, Any]]:
    """What the list of pictures says of every file to edit, by its name."""
    listed = json.loads((site / "data" / "infographics.json").read_text(encoding="utf-8"))
    found = [file for picture in listed for file in picture["files"] if file.get("editable")]
    return {file["path"].rpartition("/")[2]: file for file in found}


@pytest.fixture(scope="module")
def window(chromium: Any) -> Any:
    context = chromium.new_context(viewport={"width": 1000, "height": 800}, bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(window: Page, address: str) -> Page:
    window.goto(f"{address}data/infographics.json")  # of the site's own origin, so that its fonts may be loaded
    return window


def show(page: Page, svg: str, head: str = "") -> None:
    page.set_content(f"<!doctype html><html><head>{head}</head><body style='margin: 0'>{svg}</body></html>")
    page.evaluate("() => document.fonts.ready")


@pytest.mark.parametrize("installed", [True, False], ids=["with-the-font", "without"])
def test_every_text_begins_and_ends_where_the_frame_has_it(
    page: Page, site: Path, address: str, frames: dict[str, Frame], files: dict[str, Any], installed: bool
) -> None:
    assert files.keys() == frames.keys()
    for name, frame in frames.items():
        svg = (site / files[name]["path"]).read_text(encoding="utf-8")
        show(page, svg, FONTS.format(address, FONT) if installed else "")
        assert page.evaluate("() => document.fonts.check('800 16px Inter')")
        found = page.evaluate(EDGES)
        lines = [line for line in frame.lines if line.glyphs]
        assert [text for text, *_ in found] == [line.text for line in lines]
        for (text, begins, ends), line in zip(found, lines, strict=True):
            assert begins == pytest.approx(line.rect.x, abs=POINTS), (name, text)
            assert ends == pytest.approx(line.rect.right, abs=POINTS), (name, text)


def test_it_opens_as_the_picture(page: Page, site: Path, address: str, files: dict[str, Any]) -> None:
    for name, file in files.items():
        if "-page-" not in name:
            continue
        wanted = Image.open(site / file["path"].replace("-editable.svg", ".png")).convert("RGB")
        page.set_viewport_size({"width": wanted.width, "height": wanted.height})
        show(page, (site / file["path"]).read_text(encoding="utf-8"), FONTS.format(address, FONT))
        shown = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        assert shown.size == wanted.size
        # Letters have other pixels at their edges; a text or a mark elsewhere is more than that.
        assert sum(ImageStat.Stat(ImageChops.difference(shown, wanted)).mean) / 3 < 3.5, name


def test_one_variable_changes_a_colour_wherever_it_is(page: Page, site: Path, files: dict[str, Any]) -> None:
    file = next(file for name, file in files.items() if name.endswith("comparison-table-slide-light-editable.svg"))
    svg = (site / file["path"]).read_text(encoding="utf-8")
    colours = "() => [...document.querySelectorAll('.vv-fill-teal-solid')].map((part) => getComputedStyle(part).fill)"
    show(page, svg)
    assert set(page.evaluate(colours)) == {"rgb(11, 107, 107)"}
    show(page, svg, "<style>svg { --vv-teal-solid: #123456 }</style>")
    assert set(page.evaluate(colours)) == {"rgb(18, 52, 86)"}


def test_it_opens_by_itself_too(page: Page, address: str, files: dict[str, Any]) -> None:
    name, file = next(iter(files.items()))
    response = page.goto(address + file["path"])
    assert response
    assert response.headers["content-type"] == "image/svg+xml", name
    assert page.evaluate("() => document.querySelector('text').textContent.length") > 0
    assert page.evaluate("() => document.querySelector('parsererror')") is None
