"""The site in WebKit, Safari's engine, which places nothing by a table's row or group of rows, as other engines do."""

from __future__ import annotations

from pathlib import Path

import pytest
import webkit
from hosting import serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]

COMPARISON = "kam-vs-tm/"
GUIDE = "kam-vs-tm/choosing-the-right-role/"
TOPIC = "kam-vs-tm/core-responsibilities/"
PAGES = (
    "",
    COMPARISON,
    GUIDE,
    TOPIC,
    "kam-vs-tm/targets-and-metrics/",
    "roles/key-account-manager/",
    "infographics/",
    "infographics/kam-vs-tm-comparison-table/",
    "glossary/",
    "slides/",
    "sources/",
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


def test_pages_stand_and_boxes_stay_whole_on_paper(window: webkit.Window, address: str) -> None:
    found: dict[str, dict[str, object]] = {}
    for path in PAGES:
        window.open(address + path)
        if path == GUIDE:
            window.wait("() => document.querySelector('.guide')")
        seen = found[path] = {
            "wider": window.evaluate("() => innerWidth !== 1280 || document.documentElement.scrollWidth !== 1280"),
            "stray": window.evaluate(STRAY),
            "covered": window.evaluate(COVERED),
        }
        window.evaluate(ON_PAPER)
        seen["head"] = window.evaluate("() => document.querySelector('.md-header').checkVisibility()")
        seen["cut"] = window.evaluate(CUT)
    assert {path: seen for path, seen in found.items() if any(seen.values())} == {}


def test_lines_and_links_of_a_row_stand_beside_its_cells_and_name(window: webkit.Window, address: str) -> None:
    window.open(address + COMPARISON)
    lines, cells = window.evaluate("""() => {
      const places = (row, part) => [...row.querySelectorAll(part)].map(e => e.getBoundingClientRect().left)
      const rows = [...document.querySelectorAll(".versus tbody")]
      return [".versus__edges span", "tr[id] td"].map(part => rows.flatMap(row => places(row, part)))
    }""")
    assert len(lines) == 14
    assert lines == pytest.approx(cells, abs=1)
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


@pytest.mark.parametrize("path", ["infographics/", "slides/"])
def test_lazy_pictures_are_printed(window: webkit.Window, site: Path, path: str) -> None:
    with serving(site) as root:  # a picture that a page has shown is in the engine's memory, and lazy no more
        window.open(root + path)
        before = window.evaluate(PICTURES)
        assert len(before) == 14
        assert before.count(False) > 1, "none of those in sight on screen is lazy"
        window.evaluate(TELL, "beforeprint")
        window.evaluate(ON_PAPER)  # where the picture that is there for paper alone has a place
        assert all(window.evaluate(PICTURES))
        window.evaluate(TELL, "afterprint")
        assert window.evaluate("() => document.querySelectorAll('.stand-in').length") == 0
        assert len(window.evaluate(PICTURES)) == 14


def _fail_in_a_window() -> None:
    with webkit.window() as opened:
        raise LookupError(opened)


def test_nothing_is_left_of_a_window_in_which_a_test_failed(window: webkit.Window) -> None:
    with pytest.raises(LookupError) as failed:
        _fail_in_a_window()
    with pytest.raises(ConnectionRefusedError):
        failed.value.args[0].ask("GET", "/url")
