"""The comparison table in a browser: choosing rows and roles, sharing a view, headers that stay in sight."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import nursing as posts
import pytest
from browsing import rectangles
from hosting import serving
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]
Widen = Callable[[Page, int], None]
Open = Callable[..., Page]

PAGE = "kam-vs-tm/"
ROWS = ".versus tbody:visible"
SUMMARY = ".versus summary"
COVERED = """async () => {
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  const e = document.activeElement
  const box = e.getBoundingClientRect()
  const found = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
  return !e.contains(found)
}"""


def chip(page: Page, name: str) -> None:
    choice = page.locator(".choice", has_text=name)
    if not choice.is_visible():
        page.locator(".compare__rows summary").click()
    choice.click()


def said(page: Page) -> str:
    return page.locator(".compare [role=status]").inner_text()


def shown(page: Page) -> list[str | None]:
    return [row.get_attribute("data-row") for row in page.locator(ROWS).all()]


def test_only_chosen_dimensions_are_shown_and_counted(visit: Visit) -> None:
    page = visit("kam-vs-tm/")
    assert said(page) == "7 of 7 rows shown."
    chip(page, "Travel requirements")
    chip(page, "Skills required")
    assert len(shown(page)) == 2
    assert said(page) == "2 of 7 rows shown."
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(ROWS)).to_have_count(7)
    assert "?" not in page.url


def test_a_view_can_be_shared_by_its_address(visit: Visit, address: str) -> None:
    page = visit("kam-vs-tm/?h=client&row=unknown")
    chip(page, "Travel requirements")
    chosen, shared = shown(page), page.url
    assert shared == f"{address}kam-vs-tm/?h=client&row={chosen[0]}"
    page.goto("about:blank")
    page.goto(shared, wait_until="load")
    assert shown(page) == chosen
    expect(page.locator(ROWS)).to_be_in_viewport()
    expect(page.get_by_role("checkbox", name="Travel requirements")).to_be_checked()


@pytest.mark.parametrize("path", [PAGE], scope="session")
def test_where_every_row_differs_nothing_offers_to_show_these_alone(visit: Visit, path: str) -> None:
    page = visit(path, reads=True)
    expect(page.locator(".switch")).to_be_hidden()
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()


def test_who_asks_for_what_differs_is_told_that_every_row_does(visit: Visit) -> None:
    asked = visit("kam-vs-tm/?only=differences")
    assert said(asked) == "7 of 7 rows shown. Every row differs."
    expect(asked.locator(ROWS).first).to_be_in_viewport()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 740)])
@pytest.mark.parametrize("path", [PAGE], scope="session")
def test_the_first_row_is_on_the_first_screen(visit: Visit, path: str, width: int, height: int) -> None:
    page = visit(path, width=width, reads=True)
    page.set_viewport_size({"width": width, "height": height})
    box = page.locator(".versus tbody td").first.bounding_box()
    assert box
    assert box["y"] < height


def _alike(route: Route) -> None:
    """The page as it would be if both roles had the same skills, told in another order."""
    response = route.fetch()
    said = itertools.cycle([b"<ul><li>Ask</li><li>Listen</li></ul>", b"<ul><li>Listen</li><li>Ask</li></ul>"])
    body = re.sub(rb"(?s)(<td[^>]*>\s*)<ul.*?</ul>", lambda found: found[1] + next(said), response.body())
    route.fulfill(response=response, body=body)


def test_only_what_differs_hides_rows_in_which_all_say_the_same(visit: Visit, address: str) -> None:
    page = visit(None)
    page.route("**/kam-vs-tm/", _alike)
    page.goto(address + PAGE)
    assert page.locator(".compare__count").inner_text() == "5 of 7"
    page.get_by_role("switch").check()
    assert len(shown(page)) == 5
    assert said(page) == "5 of 7 rows shown. The rest is the same for these roles."


def test_a_link_copies_the_address_of_its_row(visit: Visit, address: str) -> None:
    page = visit("kam-vs-tm/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = page.locator(".versus__link").nth(2)
    page.locator(".versus tbody").nth(2).hover()
    assert link.evaluate("e => getComputedStyle(e).opacity") == "1"
    link.click()
    expect(link).to_have_attribute("data-said", "Link copied")
    assert said(page).endswith("Link copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert (
        copied == page.url == f"{address}kam-vs-tm/#{page.locator('.versus tbody tr[id]').nth(2).get_attribute('id')}"
    )
    page.get_by_role("button", name="Copy link to this view").click()
    expect(page.get_by_role("button", name="Copy link to this view")).to_have_attribute("data-said", "Link copied")


def test_without_a_clipboard_the_address_bar_has_the_address(visit: Visit) -> None:
    page = visit("kam-vs-tm/")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    link = page.locator(".versus__link").nth(1)
    link.focus()
    page.keyboard.press("Enter")
    expect(link).to_have_attribute("data-said", "Copy it from the address bar")
    assert "#row-" in page.url


def test_a_row_that_a_link_leads_to_is_shown_whatever_is_chosen(visit: Visit, site: Path) -> None:
    ids = re.findall(r'data-row="(.*?)"', (site / PAGE / "index.html").read_text(encoding="utf-8"))
    page = visit(f"{PAGE}?row={ids[0]}#row-{ids[5]}")
    expect(page.locator(ROWS)).to_have_count(7)
    expect(page.locator(f"#row-{ids[5]}")).to_be_in_viewport()
    chip(page, page.locator(".choice").first.inner_text())
    assert page.url.endswith(f"?row={ids[0]}")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", [PAGE], scope="session")
def test_what_is_open_has_the_colour_of_the_text_around_it_and_can_be_closed_by_its_name(
    visit: Visit, path: str, theme: str
) -> None:
    page = visit(path, theme=theme, reads=True)
    summary = page.locator(SUMMARY).first
    assert summary.inner_text().startswith("Read more")
    summary.click()
    assert summary.inner_text().startswith("Read less")
    colour = "e => getComputedStyle(e).color"
    folded = page.locator(".versus__details p:visible").first
    assert folded.evaluate(colour) == page.locator("body").evaluate(colour)
    summary.click()
    assert summary.inner_text().startswith("Read more")


def test_headers_stay_in_sight_and_hide_no_focus(visit: Visit, widen: Widen) -> None:
    page = visit("kam-vs-tm/", width=1000)
    for summary in page.locator(SUMMARY).all():
        summary.click()
    for width in (1000, 1280):
        widen(page, width)
        page.locator(SUMMARY).last.focus()
        for _ in range(12):
            page.keyboard.press("Shift+Tab")
            assert not page.evaluate(COVERED), page.locator(":focus").inner_text()
        page.evaluate(
            "scrollTo(0, document.querySelectorAll('.versus tbody')[2].getBoundingClientRect().top + scrollY)"
        )
        head, bar = rectangles(page, ".versus thead", ".md-header")
        assert abs(head["y"] - bar["y"] - bar["height"]) <= 1


def test_a_row_that_a_link_leads_to_is_not_under_the_headers(visit: Visit) -> None:
    page = visit(PAGE)
    ids = [row.get_attribute("id") for row in page.locator(".versus tbody tr[id]").all()]
    for width, place in ((1000, 3), (1280, 4)):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{page.url.partition('#')[0]}#{ids[place]}")
        row, head = rectangles(page, ".versus tr:target", ".versus thead")
        assert head["y"] + head["height"] <= row["y"] + 1, width


def test_every_control_is_large_enough_and_reached_by_keyboard(visit: Visit, widen: Widen) -> None:
    page = visit("kam-vs-tm/", width=320)
    for width in (320, 360, 1280):
        widen(page, width)
        page.locator(".compare__rows").evaluate("rows => (rows.open = true)")
        parts = page.locator(".choice, .switch, .compare summary, .compare button, .versus__link")
        sizes = parts.evaluate_all("all => all.flatMap(e => [e.offsetWidth, e.offsetHeight])")
        assert min(size for size in sizes if size) >= 24, width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator(".compare__rows").evaluate("rows => (rows.open = false)")
    page.locator(".compare summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert said(page) == "1 of 7 rows shown."
    page.keyboard.press("Enter")
    assert said(page) == "1 of 7 rows shown."
    for width in (320, 360, 1280):
        widen(page, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_there_are_no_controls_and_every_row(visit: Visit) -> None:
    page = visit("kam-vs-tm/?only=differences", scripts=False)
    expect(page.locator(".compare")).to_be_hidden()
    expect(page.locator(ROWS)).to_have_count(7)


@pytest.mark.parametrize("path", [PAGE], scope="session")
def test_nothing_moves_when_the_controls_come(visit: Visit, path: str) -> None:
    page = visit(path, reads=True)
    ready = page.locator(".versus").bounding_box()
    set_ready = "(form, ready) => form.classList.toggle('compare--ready', ready)"
    page.locator(".compare").evaluate(set_ready, False)
    assert page.locator(".versus").bounding_box() == ready
    expect(page.locator(".compare")).to_be_hidden()
    page.locator(".compare").evaluate(set_ready, True)


# --- four roles: the second content set ---


@pytest.fixture(scope="module")
def nursing() -> Iterator[str]:
    """The address of a site about the four posts of the second content set, with one picture each."""
    with serving(posts.site()) as address:
        yield address


@pytest.fixture(scope="module")
def four(chromium: Browser, nursing: str) -> Iterator[Open]:
    """Opens the comparison of four roles with a query; fails at the end if the page made an error."""
    errors: list[str] = []
    page = chromium.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))

    def open_page(query: str = "") -> Page:
        page.set_viewport_size({"width": 1280, "height": 720})
        page.goto(f"{nursing}all-four/{query}", wait_until="load")
        return page

    yield open_page
    page.close()
    assert not errors


def test_roles_can_be_left_out_and_all_four_fit(four: Open, widen: Widen) -> None:
    page = four()
    chip(page, "Scrub Nurse")
    expect(page.locator(".versus thead th:visible")).to_have_count(4)
    expect(page.locator(".versus tbody tr[id]:visible td:visible")).to_have_count(12)
    assert page.locator(".versus td[colspan]").first.get_attribute("colspan") == "3"
    assert "versus--3" in (page.locator(".versus").get_attribute("class") or "")
    assert page.url.endswith("?role=ward-nurse&role=home-nurse&role=clinic-nurse")
    chip(page, "Scrub Nurse")
    assert page.url.endswith("all-four/")
    for width in (320, 1000):
        widen(page, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_two_roles_stay(four: Open) -> None:
    page = four("?role=ward-nurse&role=clinic-nurse")
    chip(page, "Clinic Nurse")
    expect(page.get_by_role("checkbox", name="Clinic Nurse")).to_be_checked()
    assert "Two roles stay" in said(page)
    expect(page.locator(".versus thead th[data-role]:visible")).to_have_count(2)
    expect(four("?role=ward-nurse").locator(".versus thead th[data-role]:visible")).to_have_count(4)


def test_what_differs_depends_on_the_roles_that_are_shown(four: Open) -> None:
    page = four("?only=differences")
    page.locator("#row-place td").evaluate_all("cells => cells.slice(0, 2).forEach(cell => cell.textContent = 'Here')")
    assert len(shown(page)) == 4
    chip(page, "Scrub Nurse")
    chip(page, "Clinic Nurse")
    assert "place" not in shown(page)
    assert page.locator(".compare__count").inner_text() == "3 of 4"


@pytest.mark.parametrize("path", [PAGE], scope="session")
def test_what_is_taken_away_from_the_table_stands_on_one_line_below_it(visit: Visit, path: str) -> None:
    tops = visit(path, reads=True).eval_on_selector_all(
        ".after > a", "links => links.map((a) => a.getBoundingClientRect().y)"
    )
    assert len(tops) == 4
    assert len(set(tops)) == 1
