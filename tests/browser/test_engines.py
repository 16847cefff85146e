"""Every page in Chromium, Firefox and WebKit: each says nothing in its console and shows what the others show.

In: the published site, and a page of each kind of a catalogue. Out: page by page, narrow and wide, light and dark, the
same headings and words, styled alike and in the same places. Run by `make audit`.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import engines
import pytest
import required
from auditing import kinds, pages
from engines import Engine
from hosting import serving
from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.audit]

View = dict[str, Any]
WIDTHS = (360, 768, 1280)
LEAST = {"site": 60, "catalogue": 25}  # pages; of the content in this repository, embedded ones among them

# How far a box may stand from where Chromium has it, in pixels. Firefox rounds widths otherwise, by less than two. The
# menu of a picture is as wide as its words, which WebKit for GTK sets letter by letter on whole pixels: five wider. How
# an automatic table shares out its width is left to engines by CSS: columns of WebKit differ by a tenth of it. Tops
# and heights of boxes are not compared, since `text-wrap` lets engines choose where lines break; a page that is mostly
# tables may be a tenth higher by both.
SLACK = """(e) => {
  const table = e.matches("td, th") && e.closest("table")
  if (table && getComputedStyle(table).tableLayout === "auto") return table.offsetWidth / 8
  return e.matches(".menu, .menu *") ? 6 : 2
}"""
HIGHER = 0.1
BOXES = "header, nav, main, footer, form, figure, section, h1, h2, h3, th, tr:first-child > td, img, .md-sidebar"
STYLED = "a, b, h1, h2, h3, li, p, small, strong, summary, td, th"
STYLES = ("display", "fontStyle", "fontWeight", "textDecorationLine", "textDecorationStyle", "textTransform")

# What the address asks for has come, nothing slides any more, pictures for the new width are there, and what scripts do
# at a change of the width is done.
SETTLE = """async () => {
  const awaited = () => document.querySelector("[data-asked] :is(.choose, .finder), .choose > [role=status]:empty")
  while (awaited()) await new Promise((done) => setTimeout(done, 20))
  for (let times = 0; times < 2; times++) {
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    for (const animation of document.getAnimations()) animation.finish()
  }
  const onTheirWay = () => [...document.images].some((e) => !e.complete && e.loading !== "lazy" && e.checkVisibility())
  while (onTheirWay()) await new Promise((done) => setTimeout(done, 20))
}"""
VIEW = f"""() => {{
  const slack = {SLACK}
  const shown = (e) => e.checkVisibility({{ visibilityProperty: true }}) && !e.closest("option")
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown)
  const name = (e) => `${{e.tagName}} ${{e.className}} ${{e.textContent.trim().slice(0, 30)}}`
  const found = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), words = []
  while (found.nextNode()) {{
    const {{ data, parentElement }} = found.currentNode
    if (shown(parentElement)) words.push(...data.split(/\\s+/))
  }}
  return {{
    size: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
    headings: all("h1, h2, h3, h4").map((e) => `${{e.tagName}} ${{e.textContent.trim()}}`),
    words: words.filter(Boolean),
    boxes: all("{BOXES}").map((e) => {{
      const {{ left, width }} = e.getBoundingClientRect()
      return [name(e), slack(e), left, width]
    }}),
    styles: all("body :is({STYLED})").map((e) => {{
      const style = getComputedStyle(e)
      return [name(e), Math.round(parseFloat(style.fontSize)), ...{list(STYLES)}.map((key) => style[key])]
    }}),
  }}
}}"""


@dataclass(frozen=True)
class Audit:
    """What the consoles said, by page and engine; each page at each width as each engine shows it, Chromium first."""

    names: list[str]
    least: int
    said: dict[str, list[str]] = field(default_factory=dict)
    views: list[tuple[str, int, tuple[View, ...]]] = field(default_factory=list)


def _visit(engine: Engine, address: str) -> tuple[list[str], list[View]]:
    """What the console says while a page is opened and widened, and what is seen at each width."""
    seen = []
    engine.resize(WIDTHS[0], 800)
    engine.open(address)
    for width in WIDTHS:
        engine.resize(width, 800)
        engine.evaluate(SETTLE)
        seen.append(engine.evaluate(VIEW))
    return engine.said(), seen


@pytest.fixture(scope="module", params=itertools.product(LEAST, ["light", "dark"]), ids="-".join)
def audit(request: pytest.FixtureRequest, chromium: Browser) -> Audit:
    """Every page of a site. Firefox and WebKit work beside Chromium, whose driver answers to one thread alone."""
    required.browser("Firefox or WebKit", engines.missing())
    of, theme = request.param
    site: Path = request.getfixturevalue(of)
    paths = pages(site) if of == "site" else kinds(site)
    with ExitStack() as stack:
        address = stack.enter_context(serving(site))
        listened = stack.enter_context(serving(site, script=engines.LISTENING))
        all_three = stack.enter_context(engines.three(chromium, dark=theme == "dark"))
        pool = stack.enter_context(ThreadPoolExecutor(2))
        audit = Audit([each.name for each in all_three], LEAST[of])
        for path in paths:
            places = [address + path, address + path, listened + path]
            others = [pool.submit(_visit, each, place) for each, place in zip(all_three[1:], places[1:], strict=True)]
            found = [_visit(all_three[0], places[0]), *(other.result() for other in others)]
            audit.said.update({f"{path} in {n}": said for n, (said, _) in zip(audit.names, found, strict=True) if said})
            by_width = zip(*(seen for _, seen in found), strict=True)
            audit.views.extend((path, width, views) for width, views in zip(WIDTHS, by_width, strict=True))
    return audit


def _differing(audit: Audit, differ: Callable[[View, View], object]) -> dict[str, object]:
    """How pages differ from what Chromium shows, by page, width and engine."""
    return {
        f"{path} {width} px, {name}": difference
        for path, width, (reference, *others) in audit.views
        for name, view in zip(audit.names[1:], others, strict=True)
        if (difference := differ(reference, view))
    }


def _apart(reference: View, view: View) -> list[object]:
    """The first boxes that stand elsewhere than in the reference, or are not there."""
    pairs = itertools.zip_longest(reference["boxes"], view["boxes"], fillvalue=("nothing", 0, 0, 0))
    return [
        (one, other)
        for one, other in pairs
        if one[0] != other[0] or max(abs(one[2] - other[2]), abs(one[3] - other[3])) > one[1]
    ][:5]


def _unlike(key: str) -> Callable[[View, View], object]:
    """The first entries of two lists that are not the same."""
    return lambda one, other: [pair for pair in itertools.zip_longest(one[key], other[key]) if pair[0] != pair[1]][:5]


def test_the_consoles_stay_empty(audit: Audit) -> None:
    assert len(audit.views) >= audit.least * len(WIDTHS)
    assert audit.said == {}


def test_no_page_is_wider_than_its_window(audit: Audit) -> None:
    assert [
        (path, width, [view["size"][0] for view in views])
        for path, width, views in audit.views
        if any(view["size"][0] > width for view in views)
    ] == []


def test_the_same_headings_and_words_are_shown(audit: Audit) -> None:
    assert _differing(audit, _unlike("headings")) == {}
    assert _differing(audit, _unlike("words")) == {}


def test_text_is_styled_alike(audit: Audit) -> None:
    assert _differing(audit, _unlike("styles")) == {}


def test_boxes_stand_in_the_same_places(audit: Audit) -> None:
    assert _differing(audit, _apart) == {}
    assert _differing(audit, lambda one, other: abs(other["size"][1] / one["size"][1] - 1) > HIGHER) == {}
