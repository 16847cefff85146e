"""Any two to four roles compared by a reader: chosen by keyboard and mouse, in the address, told, drawn, printed."""

from __future__ import annotations

import json
import re
import shutil
import struct
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import engines
import nursing
import pytest
import required
from browsing import BROKEN, rectangles
from hosting import serving
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from generator.frontend import SCRIPTS
from generator.project import Project
from generator.publishing.offline.write import publish_offline

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Choose = Callable[..., Page]
Widen = Callable[[Page, int], None]

CHIPS = ".choose__role > span"
ROWS = ".versus tbody:visible"
HEADS = ".versus thead th[data-role]"
STATUS = ".choose [role=status]"
# The lines of a text in so many letters of one width.
LINES = """async ([source, width]) => {
  const { blocks } = await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })))
  const lines = []
  const context = { measureText: words => ({ width: words.length }), fillText: line => lines.push(line) }
  blocks(context, "").text("Margin · Satisfaction · Answer time", 10, 400, "", width).paint(0, 0)
  return lines
}"""
PAPER = 703  # what a sheet of A4 has between its margins, in CSS pixels
PAIR = "?roles=ward-nurse,clinic-nurse"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving(nursing.site()) as root:
        yield root


@pytest.fixture(scope="module")
def windows(chromium: Browser) -> Iterator[tuple[BrowserContext, BrowserContext]]:
    """With scripts and without, each with a page that stays open."""
    opened = tuple(chromium.new_context(java_script_enabled=scripts) for scripts in (True, False))
    for context in opened:
        context.new_page()
    yield opened[0], opened[1]
    for context in opened:
        context.close()


@pytest.fixture
def choose(windows: tuple[BrowserContext, BrowserContext], address: str) -> Iterator[Choose]:
    """Opens the page with a query; `answer` may change what a role's file says. Fails if the page made an error."""
    errors: list[str] = []
    pages: list[Page] = []
    listeners: dict[str, Callable[[Any], None]] = {
        "pageerror": lambda error: errors.append(str(error)),
        "console": lambda said: errors.append(said.text) if "Security" in said.text else None,
    }

    def open_page(query: str = "", *, scripts: bool = True, width: int = 1280, **answer: Any) -> Page:
        page = windows[not scripts].pages[0]
        pages.append(page)
        for event, listener in listeners.items():
            page.on(event, listener)
        page.set_viewport_size({"width": width, "height": 800})
        for name, change in answer.items():
            page.route(f"**/data/roles/{name.replace('_', '-')}.json", _changed(change))
        page.goto(f"{address}compare/{query}", wait_until="load")
        if scripts:
            expect(page.locator(STATUS)).not_to_be_empty()
        return page

    yield open_page
    for page in pages:
        for event, listener in listeners.items():
            page.remove_listener(event, listener)
        page.unroute_all()
        page.goto("about:blank")
        page.emulate_media(media="null")
        page.mouse.move(0, 0)
    assert not errors


def _changed(change: Callable[[dict[str, Any]], None]) -> Callable[[Route], None]:
    def answer(route: Route) -> None:
        response = route.fetch()
        data = response.json()
        change(data)
        route.fulfill(response=response, body=json.dumps(data))

    return answer


def texts(page: Page, selector: str) -> list[str]:
    return [text.strip() for text in page.locator(selector).all_inner_texts()]


def field(page: Page) -> Any:
    return page.get_by_role("combobox")


# --- choosing ---------------------------------------------------------------------------------------------------------


def test_roles_are_chosen_by_keyboard_and_every_choice_is_a_step_back(choose: Choose, address: str) -> None:
    page = choose()
    assert page.locator(STATUS).inner_text() == "Choose two to four roles."
    field(page).press_sequentially("nur cl")
    option = page.get_by_role("option", selected=True)
    assert option.inner_text() == "Clinic Nurse"
    assert field(page).get_attribute("aria-activedescendant") == option.get_attribute("id")
    assert field(page).get_attribute("aria-expanded") == "true"
    assert page.locator(STATUS).inner_text() == "1 found."
    page.keyboard.press("Enter")
    expect(page.locator(STATUS)).to_have_text("Clinic Nurse added. Choose one more role.")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert page.get_by_role("option", selected=True).inner_text() == "Home Nurse"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Clinic Nurse vs Home Nurse")
    assert page.url == f"{address}compare/?roles=clinic-nurse,home-nurse"
    assert page.title() == "Clinic Nurse vs Home Nurse - Wards"
    page.go_back()
    expect(page.locator(CHIPS)).to_have_count(1)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Compare any roles")
    assert page.title() == "Compare any roles - Wards"
    page.go_forward()
    page.go_forward()
    expect(page.locator(HEADS)).to_have_count(2)


def test_a_list_closes_without_a_choice(choose: Choose) -> None:
    page = choose()
    field(page).fill("zzz")
    assert page.locator(STATUS).inner_text() == "No role is called that."
    expect(page.get_by_role("listbox")).to_be_hidden()
    field(page).fill("nurse")
    expect(page.get_by_role("option")).to_have_count(4)
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    assert field(page).input_value() == "nurse"
    page.keyboard.press("Escape")
    assert field(page).input_value() == ""
    field(page).click()
    page.get_by_role("option", name="Scrub Nurse").click()
    expect(page.locator(CHIPS)).to_have_text(["Scrub Nurse"])
    field(page).click()
    assert "Scrub Nurse" not in texts(page, "[role=option]")


def test_chosen_roles_are_moved_and_removed(choose: Choose) -> None:
    page = choose("?roles=ward-nurse,clinic-nurse,scrub-nurse")
    page.get_by_role("button", name="Move Scrub Nurse before Clinic Nurse").press("Enter")
    expect(page.locator(HEADS).nth(1)).to_contain_text("Scrub Nurse")
    expect(page.get_by_role("button", name="Move Scrub Nurse before Ward Nurse")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(CHIPS)).to_have_text(["Scrub Nurse", "Ward Nurse", "Clinic Nurse"])
    assert page.url.endswith("?roles=scrub-nurse,ward-nurse,clinic-nurse")
    page.keyboard.press("Enter")  # on the chip itself, which does nothing
    page.get_by_role("button", name="Remove Ward Nurse").click()
    expect(page.locator(HEADS)).to_have_count(2)
    expect(field(page)).to_be_focused()
    assert page.locator(STATUS).inner_text().startswith("Ward Nurse removed.")


def test_of_one_role_those_most_like_it_are_offered_and_four_are_all(choose: Choose) -> None:
    page = choose("?roles=clinic-nurse")
    for count in (1, 2, 3):
        expect(page.locator(CHIPS)).to_have_count(count)
        if count == 1:
            page.locator(".choose__near button").first.click()
        else:
            field(page).click()
            page.get_by_role("option").first.click()
    expect(field(page)).to_be_hidden()
    assert "remove one to choose another" in page.locator(STATUS).inner_text()
    assert page.get_by_role("button", name=re.compile("^Remove")).last.evaluate("e => e === document.activeElement")


def test_what_an_address_names_wrongly_is_told_and_left_out(choose: Choose) -> None:
    page = choose("?roles=ward-nurse,nobody,clinic-nurse,ward-nurse&only=differences")
    assert "Not found, and left out: nobody." in page.locator(STATUS).inner_text()
    assert page.url.endswith("?roles=ward-nurse,clinic-nurse&only=differences")
    expect(page.locator(HEADS)).to_have_count(2)


def test_roles_of_an_address_do_not_wait_for_the_list(
    windows: tuple[BrowserContext, BrowserContext], address: str
) -> None:
    page = windows[0].new_page()
    page.route("**/data/roles/index.json", lambda route: None)  # never answered
    with page.expect_request("**/data/roles/ward-nurse.json"), page.expect_request("**/data/roles/clinic-nurse.json"):
        page.goto(f"{address}compare/{PAIR}", wait_until="load")
    page.close()


def test_a_former_id_leads_to_the_role_of_today(choose: Choose) -> None:
    def rename(data: dict[str, Any]) -> None:
        data["roles"][0]["formerly"] = ["day-nurse"]

    page = choose("?roles=ward-nurse,day-nurse", index=rename)
    assert page.url.endswith(PAIR)
    expect(page.locator(HEADS).nth(1)).to_contain_text("Clinic Nurse")


# --- what is compared -------------------------------------------------------------------------------------------------


def test_rows_skills_and_scales_of_roles_that_nobody_compared(choose: Choose) -> None:
    def silent(data: dict[str, Any]) -> None:
        data["statements"] = data["statements"][1:]
        data["hue"] = "sea"

    page = choose(PAIR, clinic_nurse=silent)
    names = texts(page, ".versus__name")
    assert names[0].startswith("Place")
    assert names[-1].startswith("Patients")  # to which only one says something
    nothing = page.locator(ROWS).last.locator("td").nth(1)
    assert nothing.inner_text().split() == ["—", "Nothing", "is", "said", "here"]
    hues = page.locator(HEADS).evaluate_all("all => all.map(e => getComputedStyle(e).getPropertyValue('--solid'))")
    assert len(set(hues)) == 2  # though both wear the same elsewhere
    assert texts(page, "[data-skills] tbody th") == ["Listening", "Infection control"]
    assert texts(page, "[data-skills] tbody tr:first-child td") == ["Strong", "Expert"]
    assert texts(page, "[data-skills] .role-card strong") == [
        *("A sharp eye", "Passing on", "Record keeping"),
        *("Advice", "Screening"),
    ]
    assert texts(page, ".scale h3") == ["Company", "How ill"]
    assert texts(page, ".scale:first-of-type dt") == ["WARD 8 of 10", "CLIN 2 of 10"]
    expect(page.locator("[data-edited]")).to_be_hidden()
    expect(page.locator("[data-ready]")).to_be_hidden()


def test_a_role_without_a_place_on_a_scale_is_told_beside_it(choose: Choose) -> None:
    def silent(data: dict[str, Any]) -> None:
        data["scales"] = []

    page = choose("?roles=ward-nurse,clinic-nurse,home-nurse", clinic_nurse=silent)
    scale = page.locator(".scale").first
    assert texts(page, ".scale:first-of-type dt")[1] == "CLIN"
    assert texts(page, ".scale:first-of-type dd")[1] == "Nothing is said here"
    expect(scale.locator(".rail__track b")).to_have_count(2)
    expect(scale.locator("dt")).to_have_count(page.locator(".rails__key b").count())


def test_what_editors_wrote_of_these_roles_is_named_first(choose: Choose, address: str) -> None:
    page = choose("?roles=home-nurse,ward-nurse")
    page.locator("[data-edited] a").click()
    page.wait_for_url(f"{address}ward-vs-home/")


def test_only_what_differs(choose: Choose) -> None:
    def alike(data: dict[str, Any]) -> None:
        data["statements"][0]["short"] = "Acutely ill, for a few days"

    page = choose(PAIR, clinic_nurse=alike)
    every = page.locator(ROWS).count()
    page.get_by_role("switch").check()
    expect(page.locator(ROWS)).to_have_count(every - 1)
    assert page.url.endswith("&only=differences")
    assert page.locator(STATUS).inner_text() == "The rest is the same for these roles."


def test_what_does_not_come_is_said_and_can_be_asked_for_again(choose: Choose, address: str) -> None:
    page = choose("?roles=ward-nurse")
    gone = "**/data/roles/clinic-nurse.json"
    page.route(gone, lambda route: route.abort())
    field(page).fill("clin")
    page.keyboard.press("Enter")
    expect(page.locator(STATUS)).to_contain_text("Could not be loaded: Clinic Nurse. Check the connection")
    expect(page.locator("[data-ready]")).to_be_visible()
    page.unroute(gone)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(HEADS)).to_have_count(2)
    page.route("**/data/roles/index.json", lambda route: route.fulfill(status=500))
    page.reload()
    expect(page.locator(STATUS)).to_contain_text("The list of roles could not be loaded.")
    expect(page.get_by_role("link", name="Four posts in nursing").last).to_be_visible()


def test_without_scripts_there_is_what_is_ready(choose: Choose) -> None:
    page = choose(PAIR, scripts=False)
    expect(page.locator(".choose")).to_be_hidden()
    assert texts(page, "[data-ready] .card__link") == [
        *("Four posts in nursing", "Ward, theatre and home", "Ward Nurse vs Home Nurse"),
    ]
    assert len(texts(page, ".every-role a")) == 4


def test_nothing_typed_becomes_markup_or_a_place_to_fill(choose: Choose) -> None:
    typed = "<img src=x onerror=alert(1)> {last} $& &amp;"

    def rename(data: dict[str, Any]) -> None:
        for role in data.get("roles", [data]):
            if role["id"] == "ward-nurse":
                role["name"] = typed
        for statement in data.get("statements", ()):
            statement["short"] = typed

    page = choose(PAIR, index=rename, ward_nurse=rename)
    assert page.title() == f"{typed} vs Clinic Nurse - Wards"
    assert page.locator("h1").inner_text().startswith(f"{typed} vs Clinic Nurse")
    assert texts(page, ".versus tbody tr:first-child td")[0] == typed
    assert page.locator(".chosen img").count() == 0
    with page.expect_download() as download:
        page.locator("[data-do=svg]").click()
    root = ET.parse(download.value.path()).getroot()
    assert root.findtext("{http://www.w3.org/2000/svg}title") == f"{typed} vs Clinic Nurse"


# --- taken along ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", [PAIR, "?roles=ward-nurse,home-nurse,scrub-nurse,clinic-nurse"])
def test_a_picture_has_all_that_the_page_shows_within_its_edges(choose: Choose, tmp_path: Path, query: str) -> None:
    def wordy(data: dict[str, Any]) -> None:
        data["statements"][0]["short"] = "Donaudampfschifffahrtsgesellschaftskapitänspatenttest and a few words more"

    page = choose(query, clinic_nurse=wordy)
    files = {kind: tmp_path / f"it.{kind}" for kind in ("png", "svg")}
    for kind, file in files.items():
        with page.expect_download() as download:
            page.locator(f"[data-do={kind}]").click()
        download.value.save_as(file)
        name = query.removeprefix("?roles=").replace(",", "-vs-") + f".{kind}"
        assert download.value.suggested_filename == name
        expect(page.locator(STATUS)).to_have_text(f"Saved as {name}.")
    root = ET.fromstring(files["svg"].read_text("utf-8"))
    space = {"s": "http://www.w3.org/2000/svg"}
    width, height = (float(root.attrib[side]) for side in ("width", "height"))
    written = root.findall("s:text", space)
    for text in written:
        assert float(text.attrib["x"]) >= 56
        assert float(text.attrib["x"]) + float(text.attrib["textLength"]) <= width - 56
        assert 0 < float(text.attrib["y"]) < height - 30
    told = " ".join(text.text or "" for text in written).replace(" ", "")
    shown = [*texts(page, ".versus tbody tr:first-child td"), *texts(page, "[data-skills] tbody th")]
    for said in shown:
        assert "".join(said.split()) in told.replace("·", "")
    assert "Wards,3Feb2026" in told
    assert "src:url(data:font/woff2;base64," in (root.findtext("s:style", "", space))
    assert root.findtext("s:title", "", space) == page.locator("h1").inner_text().rstrip("¶").strip()
    assert struct.unpack(">2I", files["png"].read_bytes()[16:24]) == (2 * width, 2 * height)


def test_a_dot_between_two_names_stays_with_the_first(windows: tuple[BrowserContext, BrowserContext]) -> None:
    page = windows[0].pages[0]
    page.goto("about:blank")
    found = page.evaluate(LINES, [(SCRIPTS / "memo-canvas.js").read_text(encoding="utf-8"), 22])
    assert found == ["Margin ·", "Satisfaction ·", "Answer time"]


def test_a_link_to_the_choice_is_copied_and_on_paper_it_is_a_table_without_its_controls(choose: Choose) -> None:
    page = choose(PAIR)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(STATUS)).to_have_text("Link copied.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.emulate_media(media="print")
    expect(page.locator(".choose")).to_be_hidden()
    expect(page.locator("[data-ready]")).to_be_hidden()
    expect(page.locator(".versus")).to_be_visible()


def test_nothing_is_too_wide_or_too_small_to_touch(choose: Choose, widen: Widen) -> None:
    page = choose("?roles=ward-nurse,home-nurse,clinic-nurse", width=360)
    for width in (320, 360, 800, 1280):
        widen(page, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        boxes = rectangles(page, ".choose button:not([hidden])", ".choose__box input")
        assert min(min(box["width"], box["height"]) for box in boxes if box["width"]) >= 24, width


def test_names_of_rows_are_whole_beside_three_roles_and_four(choose: Choose, widen: Widen) -> None:
    for roles in ("ward-nurse,clinic-nurse,theatre-nurse", "ward-nurse,clinic-nurse,theatre-nurse,home-nurse"):
        page = choose(f"?roles={roles}")
        assert "Responsibilities" in page.locator(".versus").inner_text()
        for width in (960, 1000, 1060, 1220):
            widen(page, width)
            assert page.evaluate(BROKEN, ".versus__name") == [], width
        edges, cells = (
            rectangles(page, ".versus__edges span"),
            rectangles(page, ".versus tbody td[data-role]"),
        )
        for edge, cell in zip(edges, cells, strict=True):
            assert abs(edge["x"] - cell["x"]) < 1
        page.emulate_media(media="print")
        widen(page, PAPER)
        assert page.evaluate(BROKEN, ".versus__name") == []
        page.emulate_media(media="null")


def test_a_role_leads_on_to_those_like_it(windows: tuple[BrowserContext, BrowserContext], address: str) -> None:
    page = windows[0].pages[0]
    page.goto(f"{address}roles/clinic-nurse/")
    cards = page.locator("#compare-with + .cards .card")
    expect(cards).to_have_count(4)
    assert cards.last.get_by_role("link").get_attribute("href") == "../../compare/?roles=clinic-nurse"
    cards.first.get_by_role("link").click()
    expect(page.locator(HEADS).first).to_contain_text("Clinic Nurse")
    page.goto("about:blank")


def test_it_works_from_a_folder(windows: tuple[BrowserContext, BrowserContext], tmp_path: Path) -> None:
    shutil.copytree(nursing.site(), tmp_path / "site")
    content, docs, config = (tmp_path / name for name in ("content", "docs", "mkdocs.yml"))
    folder = publish_offline(Project(content, docs, tmp_path / "site", config), packed=False)
    page = windows[0].new_page()
    failed: list[str] = []
    page.on("console", lambda said: failed.append(said.text) if said.type in ("error", "warning") else None)
    page.goto(f"{folder.as_uri()}/compare/index.html{PAIR}")
    expect(page.locator(HEADS)).to_have_count(2)
    for kind in ("png", "svg"):
        with page.expect_download():
            page.locator(f"[data-do={kind}]").click()
    page.locator(HEADS).first.get_by_role("link").click()
    page.wait_for_url(f"{folder.as_uri()}/roles/ward-nurse/index.html")
    assert failed == []
    page.close()


# --- other engines ----------------------------------------------------------------------------------------------------

FOCUS = "() => document.querySelector('#choose-role').focus()"
COUNTED = "() => document.querySelectorAll('.versus thead th[data-role]').length"
# What would be saved, since these drivers take no downloads.
SAVING = """() => {
  window.blobs = []
  URL.createObjectURL = (blob) => { window.blobs.push([blob.type, blob.size]); return "#" }
  for (const kind of ["png", "svg"]) document.querySelector(`[data-do=${kind}]`).click()
}"""
ENTER = "\ue007"


@pytest.mark.audit
@pytest.mark.parametrize("name", ["Firefox", "WebKit"])
def test_it_works_in_other_engines(name: str) -> None:
    required.browser("Firefox or WebKit", engines.missing())
    with serving(nursing.site(), script=engines.LISTENING) as root, engines.other(name) as engine:

        def until(function: str, wanted: object) -> None:
            end = time.monotonic() + 30
            while (found := engine.evaluate(function)) != wanted:
                assert time.monotonic() < end, found
                time.sleep(0.05)

        engine.resize(1280, 800)
        engine.open(f"{root}compare/?roles=ward-nurse")
        until("() => document.querySelector('.choose__near button')?.textContent", "Home Nurse")
        engine.evaluate(FOCUS)
        engine.press("clin", "")
        until("() => document.querySelectorAll('[role=option]').length", 1)
        engine.press(ENTER, "")
        until(COUNTED, 2)
        engine.evaluate(SAVING)
        until("() => window.blobs.length", 2)
        kinds = dict(engine.evaluate("() => window.blobs"))
        assert kinds["image/png"] > 50_000
        assert kinds["image/svg+xml"] > 30_000  # its font in it
        assert engine.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        assert engine.said() == []
