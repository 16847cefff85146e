"""The site in WebKit, Safari's engine, which places nothing by a table's row or group of rows, as other engines do."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import webkit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

COMPARISON = "kam-vs-tm/"
GUIDE = "kam-vs-tm/choosing-the-right-role/"
PAGES = (
    "",
    COMPARISON,
    GUIDE,
    "kam-vs-tm/targets-and-metrics/",
    "roles/key-account-manager/",
    "infographics/",
    "infographics/kam-vs-tm-comparison-table/",
    "glossary/",
)
# What is placed within a table and reaches beyond its group of rows. What CSS makes has a size, but no place that can
# be asked for: it may not be higher than its row or wider than its table.
STRAY = """() => {
  const found = []
  const placed = (e, part) => {
    const style = getComputedStyle(e, part)
    return style.position === "absolute" && style.content !== "none" && style
  }
  for (const e of document.querySelectorAll("table *")) {
    const table = e.closest("table").getBoundingClientRect()
    const group = e.closest("thead, tbody, table").getBoundingClientRect()
    const box = e.getBoundingClientRect()
    const beyond = box.left < group.left - 1 || box.right > group.right + 1 || box.top < group.top - 1 ||
      box.bottom > group.bottom + 1
    if (placed(e, null) && box.width && beyond) found.push(e)
    for (const part of ["::before", "::after"]) {
      const style = placed(e, part)
      const row = e.closest("tr")?.getBoundingClientRect() ?? table
      if (style && (parseFloat(style.height) > row.height + 1 || parseFloat(style.width) > table.width + 1))
        found.push(e)
    }
  }
  return found.map(e => `${e.tagName} ${e.className}`)
}"""
# What can be pressed, and something else lies on it that leads elsewhere.
COVERED = """() => [...document.querySelectorAll(".md-content :is(a, button, summary, input)")].filter(e => {
  if (!e.checkVisibility({ visibilityProperty: true }) || e.closest(".unseen")) return false
  e.scrollIntoView({ block: "center", behavior: "instant" })
  const box = e.getClientRects()[0]
  const on = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
  const same = on?.closest("a") && on.closest("a").href === e.href
  return !(e.contains(on) || on?.contains(e) || same)
}).map(e => e.outerHTML.slice(0, 120))"""
# The middle of the right end of something, after it has been brought into sight.
RIGHT_END = """(selector, place) => {
  const e = document.querySelectorAll(selector)[place]
  e.scrollIntoView({ block: "center", behavior: "instant" })
  const box = e.getBoundingClientRect()
  return [box.right - 4, box.y + box.height / 2]
}"""
TOPIC = "kam-vs-tm/core-responsibilities/"
PRINTED = ("", COMPARISON, GUIDE, TOPIC, "glossary/", "infographics/", "slides/", "sources/")
# WebKit's driver cannot print: what style sheets say of paper is made to hold for the screen, and of screens for none.
ON_PAPER = """() => {
  for (const { cssRules } of document.styleSheets)
    for (const { media } of cssRules) {
      if (media?.mediaText.includes("print")) media.mediaText = "all"
      else if (media?.mediaText.includes("screen")) media.mediaText = "not all"
    }
}"""
# Boxes that are asked to stay whole where WebKit cuts them: items of a grid or a row, parts of a table.
CUT = """() => [...document.querySelectorAll(".md-content *")].filter(e => {
  const [own, parent] = [e, e.parentElement].map(one => getComputedStyle(one))
  if (own.breakInside !== "avoid" || !e.checkVisibility() || !e.offsetHeight) return false
  const whole = one => one && (getComputedStyle(one).breakInside === "avoid" || whole(one.parentElement))
  if (whole(e.parentElement)) return false
  return /grid|flex/.test(parent.display) || /^table-/.test(own.display)
}).map(e => e.outerHTML.slice(0, 120))"""
# Whether pictures that paper shows are there.
PICTURES = """() => [...document.querySelectorAll(":is(.gallery__picture, .deck__picture) :is(img, .stand-in)")].filter(
  e => !e.closest(".as-system, .against-system, .only-dark")
).map(e => {
  const drawn = e.shadowRoot?.querySelector("svg path")
  return (drawn ? drawn.getBoundingClientRect().width : e.naturalWidth) > 0
})"""
TELL = "name => { dispatchEvent(new Event(name)) }"
CHOSEN = "() => [...document.querySelectorAll('.answers input')].findIndex(input => input.checked)"


@contextmanager
def opened() -> Iterator[webkit.Window]:
    """A window of WebKit; without WebKit the test is skipped, unless VISAVIS_BROWSER=required."""
    if missing := webkit.missing():
        reason = f"there is no WebKit on this machine: {' and '.join(missing)} not found"
        if os.environ.get("VISAVIS_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    with webkit.window() as window:
        window.resize(1280, 800)
        yield window


@pytest.fixture(scope="module")
def window() -> Iterator[webkit.Window]:
    """The window of all tests of this file that a process runs."""
    with opened() as window:
        yield window


@pytest.fixture
def first_window() -> Iterator[webkit.Window]:
    """A window that has shown nothing yet: where a page has shown a picture, it is in the engine's memory, and lazy no
    more.
    """
    with opened() as window:
        yield window


@pytest.mark.parametrize("path", PAGES)
def test_page_stands(window: webkit.Window, address: str, path: str) -> None:
    window.open(address + path)
    if path == GUIDE:
        window.wait("() => document.querySelector('.guide')")
    assert window.evaluate("() => [innerWidth, document.documentElement.scrollWidth]") == [1280, 1280]
    assert window.evaluate(STRAY) == []
    assert window.evaluate(COVERED) == []


def test_the_roles_lines_stand_beside_their_cells(window: webkit.Window, address: str) -> None:
    window.open(address + COMPARISON)
    lines, cells = window.evaluate("""() => {
      const places = (row, part) => [...row.querySelectorAll(part)].map(e => e.getBoundingClientRect().left)
      const rows = [...document.querySelectorAll(".versus tbody")]
      return [".versus__edges span", "tr[id] td"].map(part => rows.flatMap(row => places(row, part)))
    }""")
    assert len(lines) == 14
    assert lines == pytest.approx(cells, abs=1)


def test_the_link_of_a_row_stands_beside_its_name(window: webkit.Window, address: str) -> None:
    window.open(address + COMPARISON)
    apart = window.evaluate("""() => [...document.querySelectorAll(".versus tbody")].map(row => {
      const [link, icon] = [".versus__link", ".versus__name .icon"].map(part => row.querySelector(part))
      return link.getBoundingClientRect().top - icon.getBoundingClientRect().top
    })""")
    assert len(apart) == 7
    assert all(abs(distance) < 8 for distance in apart)


def test_an_answer_takes_the_clicks_of_its_whole_row_and_no_others(window: webkit.Window, address: str) -> None:
    window.open(address + GUIDE)
    window.wait("() => document.querySelector('.guide')")
    window.click(*window.evaluate(RIGHT_END, ".answers tbody tr", 1))
    assert window.evaluate(CHOSEN) == 1
    window.click(*window.evaluate(RIGHT_END, "h2", 0))
    assert window.evaluate(CHOSEN) == 1


def test_a_term_is_underlined_and_explains_itself_to_the_keyboard(window: webkit.Window, address: str) -> None:
    window.open(address + TOPIC)
    style = window.evaluate("""() => {
      document.querySelector("a.gloss").focus()
      const { textDecorationLine, textDecorationStyle } = getComputedStyle(document.activeElement)
      return [textDecorationLine, textDecorationStyle]
    }""")
    assert style == ["underline", "dotted"]
    window.wait("() => document.querySelector('.gloss-tip').checkVisibility()")


@pytest.mark.parametrize("path", PRINTED)
def test_boxes_stay_whole_on_paper(window: webkit.Window, address: str, path: str) -> None:
    window.open(address + path)
    window.evaluate(ON_PAPER)
    assert window.evaluate("() => getComputedStyle(document.querySelector('.md-header')).display") == "none"
    assert window.evaluate(CUT) == []


@pytest.mark.parametrize("path", ["infographics/", "slides/"])
def test_lazy_pictures_are_printed(first_window: webkit.Window, address: str, path: str) -> None:
    first_window.open(address + path)
    before = first_window.evaluate(PICTURES)
    assert len(before) == 14
    assert before.count(False) > 1, "none of those in sight on screen is lazy"
    first_window.evaluate(TELL, "beforeprint")
    first_window.evaluate(ON_PAPER)  # where the picture that is there for paper alone has a place
    assert all(first_window.evaluate(PICTURES))
    first_window.evaluate(TELL, "afterprint")
    assert first_window.evaluate("() => document.querySelectorAll('.stand-in').length") == 0
    assert len(first_window.evaluate(PICTURES)) == 14


def _fail_in_a_window() -> None:
    with webkit.window() as opened:
        raise LookupError(opened)


def test_nothing_is_left_of_a_window_in_which_a_test_failed(window: webkit.Window) -> None:
    with pytest.raises(LookupError) as failed:
        _fail_in_a_window()
    with pytest.raises(ConnectionRefusedError):
        failed.value.args[0].ask("GET", "/url")
