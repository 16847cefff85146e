"""Pages on paper: pictures in light and as the page's layout, whole boxes, the address and the date on every sheet."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]

HOME, GALLERY, SLIDES = "", "infographics/", "slides/"
TOPIC, GUIDE = "kam-vs-tm/core-responsibilities/", "kam-vs-tm/choosing-the-right-role/"
PICTURE = "infographics/kam-vs-tm-territory-map/"
PAGES = [HOME, GALLERY, SLIDES, TOPIC, GUIDE, PICTURE, "kam-vs-tm/", "glossary/", "sources/"]

PICTURES = """() => [...document.querySelectorAll(".md-content img")].filter((image) => image.checkVisibility()).map(
  (image) => [image.currentSrc.split("/").at(-1), image.complete && image.naturalWidth > 0])"""
# What a reader takes for a box: it has an edge all around or a ground of its own, and words in it.
CUT = """() => [...document.querySelectorAll(".md-content *")].filter((element) => {
  const style = getComputedStyle(element)
  const edges = ["Top", "Bottom", "Left", "Right"].map((side) => style[`border${side}Width`])
  const box = !/, 0\\)$|transparent/.test(style.backgroundColor) || edges.every((width) => width !== "0px")
  if (!box || !element.checkVisibility() || !element.innerText?.trim()) return false
  if (element.closest("thead") || style.display.startsWith("inline")) return false
  for (let one = element; one; one = one.parentElement) if (getComputedStyle(one).breakInside === "avoid") return false
  return true
}).map((element) => element.outerHTML.slice(0, 100))"""

# How far apart the lines of running text are set below the head of a profile.
LEADING = """() => {
  const { fontSize } = getComputedStyle(document.querySelector(".profile"))
  return [...document.querySelectorAll(".profile :is(p, dd, li)")]
    .filter((one) => one.checkVisibility() && !one.closest(".profile__head") && one.innerText.trim())
    .map((one) => getComputedStyle(one))
    .filter((style) => style.fontSize === fontSize)
    .map((style) => style.lineHeight)
}"""


# The words of each heading, and those that stand next below it: of a table its head and the start of its first row.
BELOW = """() => {
  const words = text => text.split(/\\s+/).filter(Boolean).slice(0, 4).join(" ")
  const first = ".grid-table :is(thead, tbody) tr:first-child > :first-child"
  const all = document.querySelectorAll(`.md-content :is(h2, h3, p:not(.unseen *), pre, .grid-table caption, ${first})`)
  const shown = [...all].filter(one => one.checkVisibility() && one.innerText.trim())
  const last = one => (one.closest("thead, caption") ? last(shown[shown.indexOf(one) + 1]) : one)
  return shown.slice(0, -1).flatMap((one, place) => {
    const next = shown[place + 1]
    const before = next.matches("pre") && one.nextElementSibling?.contains(next)
    const leads = before || one.matches("h2, h3, caption, thead *")
    return leads ? [[words(one.innerText), words(last(next).innerText)]] : []
  })
}"""


def _sheets(made: bytes) -> list[str]:
    """The words of each sheet of a PDF."""
    return [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in pypdfium2.PdfDocument(made)]


@pytest.mark.parametrize(
    ("path", "size", "theme", "width"),
    [
        (HOME, "page", "dark", 1280),
        (TOPIC, "page", "light", 360),
        (PICTURE, "page", "dark", 360),
        (GALLERY, "slide", "dark", 1280),
    ],
)
def test_pictures_are_printed_in_light_and_in_the_page_s_layout(
    visit: Visit, path: str, size: str, theme: str, width: int
) -> None:
    page = visit(path, theme=theme, width=width)
    for _ in range(2 if path == TOPIC else 1):  # the second time every file is at hand
        page.emulate_media(media="null")  # Chromium waits for pictures where printing is what makes them needed
        page.pdf(format="A4")
        page.emulate_media(media="print")
        shown = page.evaluate(PICTURES)
        assert shown
        assert all(there for _, there in shown), shown
        for name, _ in shown:
            assert name.endswith(f"-{size}-light.svg"), name


@pytest.mark.parametrize("path", [HOME, GUIDE, PICTURE, "glossary/", "roles/key-account-manager/"], scope="session")
def test_every_sheet_has_the_address_and_the_date(visit: Visit, site: Path, path: str) -> None:
    page = visit(path, theme="dark", reads=True)
    settings = json.loads((site / "data/model.json").read_text(encoding="utf-8"))["site"]
    imprint = f"{settings['url'].rstrip('/')}/{path} · {settings['updated']}"
    assert page.locator(".imprint").text_content() == imprint
    sheets = _sheets(page.pdf(format="A4"))
    assert sheets
    assert [sheet for sheet in sheets if imprint not in sheet] == []


@pytest.mark.parametrize("path", ["roles/key-account-manager/"], scope="session")
def test_lines_of_a_draft_are_evenly_apart(visit: Visit, path: str) -> None:
    page = visit(path, reads=True)
    page.emulate_media(media="print")
    leading = page.evaluate(LEADING)
    assert len(leading) > 20
    assert len(set(leading)) == 1


@pytest.mark.parametrize("path", PAGES, scope="session")
def test_a_box_is_on_one_sheet(visit: Visit, path: str) -> None:
    page = visit(path, reads=True)
    page.emulate_media(media="print")
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("path", [HOME], scope="session")
def test_a_sheet_has_no_frame_in_the_dark_theme(visit: Visit, path: str) -> None:
    page = visit(path, theme="dark", reads=True)
    page.emulate_media(media="print")
    for element in ("html", "body"):
        assert page.locator(element).evaluate(
            "it => [getComputedStyle(it).backgroundColor, getComputedStyle(it).colorScheme]"
        ) == ["rgb(255, 255, 255)", "light"]


@pytest.mark.parametrize("form", ["A4", "Letter"])
@pytest.mark.parametrize(
    "path",
    ["infographics/kam-vs-tm-decision-tree/", "infographics/kam-vs-tm-metrics-scorecard/", PICTURE],
    scope="session",
)
def test_a_heading_stands_on_the_sheet_of_what_it_is_above_and_a_head_on_that_of_its_first_row(
    visit: Visit, path: str, form: str
) -> None:
    page = visit(path, reads=True)
    page.emulate_media(media="print")
    sheets = _sheets(page.pdf(format=form))
    pairs = page.evaluate(BELOW)
    assert len(pairs) > 4
    for heading, below in pairs:
        assert [sheet for sheet in sheets if heading in sheet and below in sheet], (heading, below)
