"""A catalogue in the browser: a role is found by name, family and skill; a page outside the menu shows its way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import rectangles
from hosting import serving
from playwright.sync_api import Browser, Page, Route, expect
from projects import set_up_catalogue, shared

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FOUND = ".finder .entries li"
# The table of how alike roles are, as one of thirty roles.
MANY = """() => {
  for (const row of document.querySelectorAll(".alike tr")) {
    while (row.cells.length < 31) row.append(row.cells[1].cloneNode(true))
  }
}"""
# How far what is seen has moved, without a reader's doing.
SHIFTS = """() => new Promise(done => {
  let moved = 0
  new PerformanceObserver(list => list.getEntries().forEach(({ value }) => (moved += value)))
    .observe({ type: "layout-shift", buffered: true })
  setTimeout(() => done(moved), 100)
})"""
# The page's ground, as of -1 tenths, and that of a cell of each number of tenths.
GROUNDS = """() => {
  const drawn = element => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d")
    canvas.fillStyle = getComputedStyle(element).backgroundColor
    canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
  }
  const tenths = number => document.querySelector(`.alike td.alike__${number}`)
  const found = [...Array(11).keys()].filter(tenths).map(number => [number, drawn(tenths(number))])
  return [[-1, drawn(document.body)], ...found]
}"""


def _build(folder: Path) -> None:
    done = set_up_catalogue(folder, 60, 3).run("build", "--quiet")
    assert done.exit_code == 0, done.output


@pytest.fixture(scope="module")
def folder() -> Path:
    return shared("catalogue", _build) / "site"


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with serving(folder) as root:
        yield root


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """One page for all; fails at the end if a page made an error."""
    errors: list[str] = []
    page = chromium.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert not errors


def test_a_role_is_found_by_what_its_name_begins_with(page: Page, address: str, folder: Path) -> None:
    roles = json.loads((folder / "data/roles/index.json").read_text(encoding="utf-8"))["roles"]
    wanted = sorted(role["name"] for role in roles if " Clerk" in role["name"])
    page.goto(f"{address}roles/")
    expect(page.locator(FOUND)).to_have_count(50)
    expect(page.get_by_role("status").filter(has_text="roles")).to_have_text("60 roles")
    page.get_by_label("Find a role").fill("clERK")
    expect(page.locator(f"{FOUND} a")).to_have_text(wanted)
    expect(page.locator(".finder__count")).to_have_text(f"{len(wanted)} of 60 roles")
    assert page.url.endswith("?words=clERK")
    page.locator(f"{FOUND} a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(wanted[0])
    page.go_back()
    expect(page.locator(f"{FOUND} a")).to_have_text(wanted)


def test_family_and_skill_narrow_the_list_and_an_address_keeps_them(page: Page, address: str, folder: Path) -> None:
    roles = json.loads((folder / "data/roles/index.json").read_text(encoding="utf-8"))["roles"]
    skill = next(skill for role in roles if role["family"] == "sales" for skill in role["skills"])
    wanted = sorted(role["name"] for role in roles if role["family"] == "sales" and skill in role["skills"])
    page.goto(f"{address}roles/")
    page.get_by_label("Family").select_option("sales")
    page.get_by_label("Skill").select_option(skill)
    expect(page.locator(f"{FOUND} a")).to_have_text(wanted)
    page.goto(f"{address}roles/?family=sales&skill={skill}")
    expect(page.locator(f"{FOUND} a")).to_have_text(wanted)
    page.goto(f"{address}roles/?family=nowhere")
    expect(page.locator(FOUND)).to_have_count(50)
    expect(page).to_have_url(f"{address}roles/")


def test_more_roles_are_shown_when_asked_for_and_have_the_focus(page: Page, address: str) -> None:
    page.goto(f"{address}roles/")
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(FOUND)).to_have_count(60)
    expect(page.locator(f"{FOUND}:nth-child(51) a")).to_be_focused()
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()


def test_whoever_comes_back_finds_as_many_roles_as_were_shown(page: Page, address: str) -> None:
    page.goto(f"{address}skills/")
    page.goto(f"{address}roles/")
    page.get_by_role("button", name="Show more").click()
    name = page.locator(f"{FOUND}:nth-child(56) a").inner_text()
    page.locator(f"{FOUND}:nth-child(56) a").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    page.go_back()
    expect(page.locator(FOUND)).to_have_count(60)
    expect(page.locator(f"{FOUND}:nth-child(56) a")).to_be_in_viewport()


def test_a_slip_of_the_keyboard_is_forgiven_where_nothing_else_is_called_so(page: Page, address: str) -> None:
    page.goto(f"{address}roles/")
    page.get_by_label("Find a role").fill("clerk")
    expect(page.locator(".finder__count")).to_contain_text(" of 60 roles")
    wanted = page.locator(f"{FOUND} a").all_inner_texts()
    for slip in ("clrek", "clerrk", "cleark", "clers"):
        page.get_by_label("Find a role").fill(slip)
        expect(page.locator(f"{FOUND} a")).to_have_text(wanted)
    page.goto(f"{address}compare/")
    page.get_by_label("Add a role").fill("clrek")
    expect(page.get_by_role("option").first).to_contain_text("Clerk")


def test_what_leaves_nothing_is_named_and_cleared_at_once(page: Page, address: str) -> None:
    page.goto(f"{address}roles/")
    clear = page.get_by_role("button", name="Clear all filters")
    expect(page.locator(".finder__count")).to_have_text("60 roles")
    expect(clear).to_be_hidden()
    page.get_by_label("Family").select_option("sales")
    expect(clear).to_be_visible()
    page.get_by_label("Find a role").fill("zzz")
    expect(page.locator(".finder__count")).to_have_text("No role fits “zzz” and family “Sales”.")
    clear.click()
    expect(page.locator(".finder__count")).to_have_text("60 roles")
    expect(page).to_have_url(f"{address}roles/")
    expect(page.get_by_label("Find a role")).to_be_focused()


def test_without_scripts_or_the_list_families_and_letters_lead_to_every_role(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}roles/")
    expect(page.locator(".finder")).to_be_hidden()
    page.locator(".alphabet a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Names with A")
    context.close()
    context = chromium.new_context()
    page = context.new_page()
    page.route("**/index.json", lambda route: route.abort())
    page.goto(f"{address}roles/")
    expect(page.locator(".alphabet a").first).to_be_visible()
    expect(page.locator(".finder")).to_be_hidden()
    context.close()


@pytest.mark.parametrize(("path", "tab"), [("letters/a/", "Roles"), ("skills/bargaining/", "Skills")])
def test_a_page_outside_the_menu_marks_the_list_that_it_stands_on(
    page: Page, address: str, path: str, tab: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address + path)
    expect(page.locator(".md-tabs__item--active")).to_have_text(tab)


def test_a_page_outside_the_menu_shows_its_way_which_breaks_as_text_does_and_its_neighbours(
    page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{address}comparison-0001/skills/")
    last = page.locator(".path li").last
    # The way may break within a name: its first line goes on where the one before it ends.
    tops = last.evaluate("e => [e.previousElementSibling, e].map(one => one.getClientRects()[0].top)")
    assert tops[0] == tops[1]
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(".md-tabs__item--active")).to_have_text("Comparisons")
    expect(page.locator(".path li")).to_have_count(4)
    expect(page.locator(".path li").nth(1)).to_have_text("Comparisons")
    beside = page.locator(".md-sidebar--primary .md-nav__item--section .md-nav__list .md-nav__link")
    expect(beside.first).to_be_visible()
    expect(page.locator(".md-sidebar--primary .md-nav__link--active")).to_have_text("Skills")
    expect(page.get_by_role("link", name="Previous Work")).to_be_visible()
    page.get_by_role("link", name="Next Partners").click()
    expect(page).to_have_url(f"{address}comparison-0001/partners/")


@pytest.mark.parametrize("size", [(412, 823), (1280, 800)])
@pytest.mark.parametrize(
    "path", ["roles/", "roles/?family=sales", "roles/?words=zzz", "compare/?roles={}", "compare/?roles={},{}"]
)
def test_nothing_moves_when_a_list_comes_late(
    page: Page, address: str, folder: Path, path: str, size: tuple[int, int]
) -> None:
    width, height = size
    ids = [role["id"] for role in json.loads((folder / "data/roles/index.json").read_text(encoding="utf-8"))["roles"]]
    page.set_viewport_size({"width": width, "height": height})
    held: list[Route] = []
    page.route("**/data/roles/index.json", lambda route: held.append(route))
    page.goto("about:blank")
    page.goto(address + path.format(*ids), wait_until="load")
    expect(page.locator(".md-footer")).to_be_visible(visible="?" not in path)
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")  # it is painted
    held[0].continue_()
    expect(page.locator("[data-asked]")).to_have_count(0)
    expect(page.locator(".md-footer")).to_be_visible()
    assert page.evaluate(SHIFTS) == 0
    page.unroute_all()


def test_on_paper_a_list_is_whole_and_says_what_was_sought(page: Page, address: str) -> None:
    page.goto(f"{address}roles/?family=sales")
    expect(page.locator(".finder__count")).to_contain_text(" of 60 roles")
    page.emulate_media(media="print")
    assert page.locator(".finder label:visible").all_inner_texts()[0].startswith("Family")
    expect(page.locator(".finder label:visible")).to_have_count(1)
    expect(page.locator(".alphabet")).to_be_hidden()
    expect(page.get_by_role("heading", name="By letter")).to_be_hidden()
    page.goto(f"{address}roles/")
    expect(page.locator(FOUND)).to_have_count(50)
    page.evaluate("""() => {
      window.printed = 0
      const list = document.querySelector(".finder .entries")
      new MutationObserver(() => (window.printed = Math.max(window.printed, list.children.length)))
        .observe(list, { childList: true })
    }""")
    page.pdf()
    page.wait_for_function("() => window.printed === 60")
    expect(page.locator(FOUND)).to_have_count(50)
    page.emulate_media(media="null")


def test_lists_are_as_wide_as_what_stands_above_them(page: Page, address: str) -> None:
    page.goto(f"{address}comparisons/")
    for width, columns in ((1280, 2), (768, 1), (360, 1)):
        page.set_viewport_size({"width": width, "height": 800})
        cards, entries = (rectangles(page, selector) for selector in (".cards", ".entries"))
        assert [(box["x"], box["width"]) for box in entries] == [(box["x"], box["width"]) for box in cards]
        assert len({box["x"] for box in rectangles(page, ".entries li")}) == columns
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_less_alike_two_roles_are_the_fainter_is_their_cell_and_all_fit_a_sheet(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 718, "height": 1000})
    page.goto(f"{address}families/sales/")
    found = page.evaluate(GROUNDS)
    assert len(found) > 2
    # The grounds of cells, from the least alike, go away from the page's, step by step.
    away = [sum(abs(a - b) for a, b in zip(found[0][1], ground, strict=True)) for _, ground in found[1:]]
    assert away == sorted(away)
    assert found[0][0] == -1
    page.emulate_media(media="print")
    page.evaluate(MANY)
    (table,) = rectangles(page, ".alike__pairs")
    assert table["x"] + table["width"] <= 718
    page.emulate_media(media="null")


def test_pages_of_one_name_are_told_apart_by_a_search(page: Page, address: str, folder: Path) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("partners")
    hits = page.locator(".md-search-result__item").filter(has_text="Partners").locator("h1 small")
    names = [each["name"] for each in json.loads((folder / "data/model.json").read_bytes())["comparisons"].values()]
    for name in names:
        expect(hits.filter(has_text=name)).to_have_count(1)


@pytest.mark.parametrize("path", ["roles/", "families/sales/", "letters/a/", "skills/", "comparison-0001/work/"])
def test_lists_fit_a_phone(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
