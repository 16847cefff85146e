"""Where a reader's system chooses the colours, as Windows' contrast themes do, every mark still says what it says.

Grounds, gradients and shadows are gone there; what is compared are drawings of one size, of what is meant to differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Open = Callable[..., Page]
GUIDE = "kam-vs-tm/choosing-the-right-role/"
SKILLS = "kam-vs-tm/skills-and-qualifications/"


@pytest.fixture(scope="module", params=["light", "dark"])
def forced(chromium: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Opens a page of the site, or of another one, in a window whose system has forced colours."""
    context = chromium.new_context(forced_colors="active", color_scheme=request.param, reduced_motion="reduce")
    page = context.new_page()

    def opened(path: str, root: str = address) -> Page:
        page.goto(root + path, wait_until="load")
        page.mouse.move(0, 0)
        return page

    yield opened
    context.close()


def colours(drawn: bytes) -> int:
    """How many there are in a drawing of less than a million pixels."""
    return len(Image.open(BytesIO(drawn)).convert("RGB").getcolors(1_000_000) or [])


def differ(one: Locator, other: Locator) -> bool:
    return one.first.screenshot() != other.first.screenshot()


def test_levels_look_as_different_as_they_are(forced: Open) -> None:
    page = forced(SKILLS)
    expert, strong = (page.locator(".level", has_text=name).first.locator(".dots") for name in ("Expert", "Strong"))
    assert differ(expert, strong)


def test_a_switch_looks_on_when_it_is(forced: Open) -> None:
    label = forced(GUIDE).locator(".switch")
    track = {"x": 0, "y": 0, "width": 38, "height": 24}
    seen = []
    for on in (False, True):
        label.locator("input").set_checked(on)
        expect(label.locator("input")).to_be_checked(checked=on)
        box = label.bounding_box()
        assert box
        page = label.page
        page.evaluate("document.activeElement.blur()")
        page.mouse.move(0, 0)
        seen.append(page.screenshot(clip={**track, "x": box["x"], "y": box["y"]}))
        assert colours(seen[-1]) > 1
    assert seen[0] != seen[1]


def test_the_points_of_the_guide_are_bars_and_who_leads_is_marked(forced: Open) -> None:
    page = forced(GUIDE)
    for answer in page.locator(".answers tr[data-weights='3 0']").all()[:3]:
        answer.click()
    lead, other = page.locator(".result__tally .leads"), page.locator(".result__tally p[data-role]:not(.leads)")
    assert differ(lead.locator(".result__bar"), other.locator(".result__bar"))
    ground = "e => getComputedStyle(e).backgroundColor"
    assert lead.locator(".chip").evaluate(ground) != other.locator(".chip").evaluate(ground)


@pytest.mark.parametrize("path", ["", "kam-vs-tm/#scales"])
def test_a_scale_has_a_rail_between_its_marks(forced: Open, path: str) -> None:
    page = forced(path)
    rails = page.locator(".rail__track")
    expect(rails.first).to_be_visible()
    rails.evaluate_all("all => all.forEach(rail => rail.replaceChildren(document.createElement('p')))")
    rails.evaluate_all("all => all.forEach(rail => (rail.firstChild.style.height = '10px'))")
    assert colours(rails.first.screenshot()) > 1


@pytest.mark.parametrize(
    ("path", "one", "other"),
    [
        ("comparison-0020/", ".choice :checked + span", ".choice :not(:checked) + span"),
        ("roles/", ".md-tabs__item--active a", ".md-tabs__item:not(.md-tabs__item--active) a"),
        ("letters/a/", ".alphabet [aria-current]", ".alphabet a:not([aria-current])"),
    ],
)
def test_what_is_chosen_and_where_one_is_can_be_told_from_the_rest(
    forced: Open, catalogue_address: str, path: str, one: str, other: str
) -> None:
    page = forced(path, catalogue_address)
    page.evaluate("document.querySelectorAll('details').forEach(one => (one.open = true))")
    edge = """e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).borderBottomColor].join()"""
    assert page.locator(one).first.evaluate(edge) != page.locator(other).first.evaluate(edge)


def test_drawings_have_the_colour_of_words(forced: Open) -> None:
    icon = forced("").locator(".points li .icon").first
    words = icon.evaluate("e => getComputedStyle(e.closest('li')).color")
    drawn = Image.open(BytesIO(icon.screenshot())).convert("RGB").getcolors() or []
    assert words in {f"rgb{colour}" for _, colour in drawn}
