"""A word without a break, as long as a part of a domain's name may be, in every text that content can set: no page
becomes wider than a narrow phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]

WORD = "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgese"
WIDTH = 320
# One of each kind of page, and of each list that a topic may show.
PAGES = (
    "",
    "404.html",
    "glossary/",
    "infographics/",
    "infographics/kam-vs-tm-territory-map/",
    "kam-vs-tm/",
    "kam-vs-tm/career-progression/",
    "kam-vs-tm/choosing-the-right-role/",
    "kam-vs-tm/collaboration-with-internal-teams/",
    "kam-vs-tm/core-responsibilities/",
    "kam-vs-tm/infographic/",
    "kam-vs-tm/skills-and-qualifications/",
    "kam-vs-tm/targets-and-metrics/",
    "roles/territory-manager/",
    "slides/",
    "sources/",
)
# The program's own words, and signs of a few letters; lines to copy scroll by themselves.
OWN = (
    "script, style, pre, option, svg, time, legend, abbr, .unseen, .md-skip, .md-top, .menu, .badge, .level, .weight,"
    " .direction, .files, .switch, .compare__line, .downloads b, .draft"
)
FILL = f"""(word) => {{
  window.before = []
  const found = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = []
  while (found.nextNode()) texts.push(found.currentNode)
  const set = texts.filter((text) => text.data.trim() && !text.parentElement.closest("{OWN}"))
  for (const text of set) {{
    const {{ data }} = text
    before.push(() => (text.data = data))
    text.data = `${{word}} ${{data}}`
  }}
  for (const cell of document.querySelectorAll("td[data-label]:not(.short, .files *)")) {{
    const {{ label }} = cell.dataset
    before.push(() => (cell.dataset.label = label))
    cell.dataset.label = word
  }}
  return set.length
}}"""
AS_BEFORE = "() => before.forEach((undo) => undo())"
DRAWER = "(drawer, open) => { drawer.checked = open }"
# The innermost elements that stand out, should the page be too wide.
OUT = """(width) => {
  if (document.documentElement.scrollWidth <= width) return []
  const out = (element) => element.checkVisibility() && element.getBoundingClientRect().right > width + 1
  return [...document.querySelectorAll("body *")].filter(out).slice(-5).map((element) => element.outerHTML.slice(0, 99))
}"""


@pytest.mark.parametrize("path", PAGES, scope="session")
def test_a_long_word_breaks(visit: Visit, path: str) -> None:
    assert len(WORD) == 63
    page = visit(path, width=WIDTH, reads=True)
    try:
        assert page.evaluate(FILL, WORD) > 10
        assert page.evaluate(OUT, WIDTH) == []
        page.locator("#__drawer").evaluate(DRAWER, True)
        assert page.evaluate(OUT, WIDTH) == []
    finally:
        page.locator("#__drawer").evaluate(DRAWER, False)
        page.evaluate(AS_BEFORE)


BROKEN = """cells => cells.flatMap((cell) => {
  const found = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), broken = [], range = document.createRange()
  while (found.nextNode()) for (const { 0: word, index } of found.currentNode.data.matchAll(/[\\p{L}]+/gu)) {
    range.setStart(found.currentNode, index)
    range.setEnd(found.currentNode, index + word.length)
    if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word)
  }
  return broken
})"""


@pytest.mark.parametrize("path", ["kam-vs-tm/", "infographics/kam-vs-tm-territory-map/"], scope="session")
def test_ordinary_words_of_a_table_stay_whole(visit: Visit, path: str) -> None:
    page = visit(path, width=720, reads=True)
    assert page.locator(".grid-table:not(.files) :is(th, td)").evaluate_all(BROKEN) == []


def test_ordinary_names_of_roles_stay_whole_on_a_phone(visit: Visit) -> None:
    page = visit("kam-vs-tm/", width=360)
    names = page.locator(".versus thead a span")
    names.evaluate_all("names => names.forEach((name) => { name.textContent = 'Confectioner' })")
    assert names.count() == 2
    assert names.evaluate_all(BROKEN) == []
