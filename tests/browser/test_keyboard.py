"""A walk with the Tab key: where the focus is can always be seen, nothing lies over it, and it can be hit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]
Widen = Callable[[Page, int], None]

HEIGHT = 800
TARGET = 24  # CSS pixels, WCAG 2.5.8
PAGES = ["", "kam-vs-tm/", "kam-vs-tm/choosing-the-right-role/", "infographics/kam-vs-tm-comparison-table/"]

# What has the focus: its own box, that of the larger thing a press on which means it, and whether something lies over
# it. A field without a size of its own is shown by its label; a card's link covers the card.
FOCUS = """() => {
  const field = document.activeElement
  if (field === document.body) return null
  const near = [field.nextElementSibling, ...(field.labels ?? [])]  // Material's theme switch is beside its label
  const label = near.find((e) => e?.tagName === "LABEL" && e.offsetWidth)
  const unseen = (e) => e.getBoundingClientRect().width === 0 || getComputedStyle(e).opacity === "0"
  const shown = unseen(field) && label ? label : field
  const target = shown.closest(".card") ?? (label && !label.classList.contains("md-search__icon") ? label : shown)
  const boxes = [...shown.getClientRects()]
  const box = boxes[0]
  const rings = [shown, field.nextElementSibling, shown.closest("tr"), shown.closest("label")].filter(Boolean)
  const ringed = rings.flatMap((e) => [getComputedStyle(e), getComputedStyle(e, "::before")]).some(
    (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
  const header = document.querySelector(".md-header")
  const below = shown.closest(".md-header, .md-skip, .md-sidebar") ? 0 : header.getBoundingClientRect().bottom
  const top = Math.max(box.top, below), bottom = Math.min(box.bottom, innerHeight)
  const whole = box.top > below - 2 && box.bottom < innerHeight + 2
  const over = document.elementFromPoint(box.left + box.width / 2, (top + bottom) / 2)
  const size = target.getBoundingClientRect()
  return {
    what: `${field.tagName} ${field.className} ${field.innerText || field.ariaLabel || field.name}`.slice(0, 90),
    place: [...document.querySelectorAll("*")].indexOf(field),
    opens: field.matches(".md-search__input"),
    ringed,
    inSight: bottom > top && (whole || box.height > innerHeight - below),
    covered: !over || !(shown.contains(over) || over.contains(shown) || target.contains(over)),
    inText: getComputedStyle(target).display === "inline" && !!shown.closest("p, li, td, dd"),
    seen: [Math.round(box.top), Math.round(box.bottom), Math.round(below)],
    size: [size.width, size.height],
  }
}"""

# A list of all files of a picture repeats itself: its first links stand for all.
SHORTEN = "[...document.querySelectorAll('.files a')].slice(12).forEach((link) => { link.tabIndex = -1 })"


def walk(page: Page) -> list[dict[str, Any]]:
    """What has the focus after each press of the key, until the page's end."""
    steps: list[dict[str, Any]] = []
    for _ in range(400):
        page.keyboard.press("Tab")
        step = page.evaluate(FOCUS)
        if step and (step["opens"] or step["covered"] or not step["inSight"]):
            page.wait_for_timeout(500)  # a search that opens or closes lies over the page for a moment
            step = page.evaluate(FOCUS)
        if step is None or (steps and step["place"] == steps[0]["place"]):
            return steps
        steps.append(step)
    raise AssertionError("the focus does not come to an end")


@pytest.mark.parametrize(("path", "width"), [*((path, 360) for path in PAGES), *((path, 1280) for path in PAGES[:2])])
def test_the_focus_is_always_in_sight(visit: Visit, path: str, width: int) -> None:
    page = visit(path, width=width)
    page.evaluate("document.fonts.ready.then(() => null)")
    page.evaluate(SHORTEN)
    steps = walk(page)
    assert len(steps) > 20
    assert [step["what"] for step in steps if not step["ringed"]] == []
    assert [(step["what"], step["seen"]) for step in steps if not step["inSight"]] == []
    assert [step["what"] for step in steps if step["covered"]] == []
    small = [step for step in steps if min(step["size"]) < TARGET and not step["inText"]]
    assert [(step["what"], step["size"]) for step in small] == []


def test_the_drawer_opens_and_closes_from_the_keyboard(visit: Visit) -> None:
    page = visit("", width=360)
    entry = page.locator(".md-sidebar--primary").get_by_role("link", name="Glossary")
    button = page.get_by_role("button", name="Navigation")
    for _ in range(3):  # past the link to the content and the logo
        page.keyboard.press("Tab")
        if button.evaluate("b => b === document.activeElement"):
            break
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(entry).to_be_hidden()
    page.keyboard.press("Space")
    expect(entry).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null")
    page.keyboard.press("Shift+Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Escape")
    expect(entry).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.md-header') !== null")


def test_a_key_that_opens_the_search_closes_the_drawer_and_a_wider_window_has_nothing_behind_it(
    visit: Visit, widen: Widen
) -> None:
    page = visit("", width=360)
    button = page.get_by_role("button", name="Navigation")
    button.click()
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Escape")
    button.click()
    assert page.locator("[inert]").count() > 2
    widen(page, 1280)
    expect(page.locator("[inert]")).to_have_count(0)


@pytest.mark.parametrize("path", [""], scope="session")
def test_a_wide_screen_has_no_drawer(visit: Visit, path: str) -> None:
    page = visit(path, reads=True)
    expect(page.locator(".md-header .drawer")).to_be_hidden()


def test_a_table_that_scrolls_is_reached_only_where_it_does(visit: Visit) -> None:
    frames = """() => [...document.querySelectorAll(".md-typeset__scrollwrap")].map(
      e => [e.scrollWidth > e.clientWidth, e.tabIndex])"""
    page = visit("contributing/publishing/", width=320, reads=True)
    narrow = page.evaluate(frames)
    assert [True, 0] in narrow
    page.set_viewport_size({"width": 1280, "height": HEIGHT})
    wide = page.evaluate(frames)
    assert [False, -1] in wide
    assert all((tab == 0) == scrolls for scrolls, tab in narrow + wide)
