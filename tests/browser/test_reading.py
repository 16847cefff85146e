"""What helps to read: terms that explain themselves, a profile on paper, the way to a page, pages that are missing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from browsing import rectangles
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]
Widen = Callable[[Page, int], None]

TOPIC = "kam-vs-tm/core-responsibilities/"
ROLES = ["roles/key-account-manager/", "roles/territory-manager/"]
# What is asked for and not there, and what is near to it.
NEAR = {
    "kam-vs-tm/targets-and-metric": "kam-vs-tm/targets-and-metrics/",
    "roles/key-acount-manager/": "roles/key-account-manager/",
    "infographics/territory-map/": "infographics/kam-vs-tm-territory-map/",
    "zzz": None,
}


# The sizes of letters on paper, in points: of running text, then of all else.
POINTS = """() => {
  const points = element => (parseFloat(getComputedStyle(element).fontSize) * 3) / 4
  const says = element => [...element.childNodes].some(({ data }) => data?.trim())
  const said = [...document.querySelectorAll(".profile *, .imprint")].filter(element =>
    element.checkVisibility() && !element.closest(".unseen") && says(element))
  return [points(document.querySelector(".profile li p:last-child")), ...said.map(points)]
}"""


def test_a_term_explains_itself_to_the_keyboard(visit: Visit) -> None:
    page = visit(TOPIC)
    term, tip = page.locator("a.gloss").first, page.get_by_role("tooltip")
    page.keyboard.press("Tab")  # the browser shows focus to those who use the keyboard
    term.focus()
    expect(tip).to_be_visible()
    assert tip.locator("span").inner_text() == term.get_attribute("data-definition")
    assert term.get_attribute("aria-describedby") == tip.get_attribute("id")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    expect(term).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/#term-*")


def test_a_touch_explains_and_a_second_one_leads_to_the_glossary(chromium: Browser, address: str) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 800}, has_touch=True)
    page.goto(address + TOPIC)
    term, tip = page.locator("a.gloss").first, page.get_by_role("tooltip")
    term.tap()
    expect(tip).to_be_visible()
    box = tip.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    page.locator("h2").first.tap()
    expect(tip).to_be_hidden()
    term.tap()
    term.tap()
    page.wait_for_url("**/glossary/#term-*")
    page.close()


def test_the_pointer_may_move_into_the_explanation(visit: Visit) -> None:
    page = visit(TOPIC)
    term, tip = page.locator("a.gloss").first, page.get_by_role("tooltip")
    term.hover()
    tip.hover()
    page.wait_for_timeout(400)  # longer than it lingers
    expect(tip).to_be_visible()
    page.locator("h1").hover()
    expect(tip).to_be_hidden()


def test_without_scripts_a_term_is_a_link_to_its_entry(visit: Visit) -> None:
    page = visit(TOPIC, scripts=False)
    page.locator("a.gloss").first.click()
    page.wait_for_url("**/glossary/#term-*")
    assert page.locator(f"#{page.url.split('#')[1]}").count() == 1


@pytest.mark.parametrize(("theme", "form"), [("light", "Letter"), ("dark", "A4")])
@pytest.mark.parametrize("path", ROLES, scope="session")
def test_a_profile_is_two_sheets_at_most_in_dark_ink_of_a_size_to_read(
    visit: Visit, path: str, theme: str, form: str
) -> None:
    page = visit(path, theme=theme, reads=True)
    page.emulate_media(media="print")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=form))) <= 2
    body, *others = page.evaluate(POINTS)
    assert body >= 9
    assert min(others) >= 8
    shown = page.locator(".md-content").inner_text()
    for words in ("Draft of a job description", "Reports to", "Responsibilities", "Skills", "Measures", "Career"):
        assert words.casefold() in shown.casefold()
    assert "Print as" not in shown
    ink = page.locator(".profile p").last.evaluate("p => getComputedStyle(p).color.match(/\\d+/g).map(Number)")
    assert max(ink[:3]) < 128


@pytest.mark.parametrize("path", ROLES[:1], scope="session")
def test_entries_of_two_lines_have_their_signs_at_the_first_one_and_room_between_them(visit: Visit, path: str) -> None:
    page = visit(path, width=360, reads=True)
    entries = rectangles(page, ".answer > summary")
    icons = rectangles(page, ".answer > summary .icon")
    line = page.locator(".answer > summary").first.evaluate("e => parseFloat(getComputedStyle(e).lineHeight)")
    assert max(entry["height"] for entry in entries) > 2 * line
    for entry, icon in zip(entries, icons, strict=True):
        assert icon["y"] + icon["height"] / 2 < entry["y"] + line + 6
        assert entry["height"] % line >= 8


def test_the_button_prints(visit: Visit) -> None:
    page = visit(ROLES[0])
    page.evaluate("window.print = () => document.body.dataset.printed = 'yes'")
    page.get_by_role("button", name="Print as a job description").click()
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")


def test_a_page_shows_the_way_to_it(visit: Visit) -> None:
    page = visit(TOPIC)
    way = page.get_by_role("navigation", name="Breadcrumb").get_by_role("link")
    assert way.all_inner_texts() == ["Home", "Comparison"]
    way.last.click()
    page.wait_for_url("**/kam-vs-tm/")
    assert page.get_by_role("navigation", name="Breadcrumb").get_by_role("link").all_inner_texts() == ["Home"]


@pytest.mark.parametrize("path", [TOPIC], scope="session")
def test_two_roles_stand_side_by_side_at_the_same_height(visit: Visit, path: str) -> None:
    places = visit(path, reads=True).evaluate("""() => [...document.querySelectorAll(".roles")].map(
      roles => [...roles.querySelectorAll(".role-card")].map(card => {
        const { y, height } = card.getBoundingClientRect()
        return [Math.round(y), Math.round(height)]
      }))""")
    assert places
    for cards in places:
        assert cards.count(cards[0]) == len(cards)


def test_a_missing_page_names_the_nearest(profile: Callable[[str, bool], BrowserContext], address: str) -> None:
    page = profile("light", True).new_page()
    for asked, near in NEAR.items():
        answer = page.goto(address + asked)
        assert answer
        assert answer.status == 404
        link = page.locator("[data-near] a")
        if near:
            expect(link).to_be_visible()
            assert link.evaluate("a => a.href") == address + near
        else:
            page.wait_for_load_state("networkidle")
            expect(page.locator("[data-near]")).to_be_hidden()
    page.close()


# Without and with a navigation beside it.
@pytest.mark.parametrize("path", ["glossary/", "kam-vs-tm/"], scope="session")
def test_the_way_to_a_page_begins_where_the_page_does(visit: Visit, widen: Widen, path: str) -> None:
    page = visit(path, width=360, reads=True)
    for width in (360, 1280):
        widen(page, width)
        (way, *_), (text, *_) = (rectangles(page, selector) for selector in (".path li", ".md-content__inner"))
        assert way["x"] == text["x"], width
