"""What stands in a picture's place before it has arrived, and what a phone is spared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]

PAGES = ["infographics/", "slides/", "kam-vs-tm/territory-coverage-and-segmentation/"]
# Of each picture in sight its title, what is said in its place, its colours, and where it stands on the page.
PLACES = """() => [...document.querySelectorAll('[data-title]')].filter(link => link.offsetHeight).map(link => {
    const said = getComputedStyle(link, '::before'), box = link.getBoundingClientRect()
    const image = link.querySelector('img')
    return {
        title: link.dataset.title, said: said.content, ground: said.backgroundColor,
        page: getComputedStyle(document.body).backgroundColor, drawn: image.complete && image.naturalWidth > 0,
        box: [box.left, box.top + scrollY, box.width, box.height].map(Math.round),
    }
})"""

# A function, since the pages' policy lets a text be evaluated at the first look alone, not at those that follow.
READY = "() => document.documentElement.classList.contains('js') && document.fonts.status == 'loaded'"


def places(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(PLACES)
    assert found
    return found


@pytest.mark.parametrize(
    ("path", "width", "theme"),
    [
        (PAGES[0], 1280, "light"),
        (PAGES[1], 360, "dark"),
        (PAGES[2], 360, "dark"),
        (PAGES[2], 1280, "light"),
        pytest.param(PAGES[0], 360, "dark", marks=pytest.mark.endurance),
        pytest.param(PAGES[1], 1280, "light", marks=pytest.mark.endurance),
    ],
)
def test_a_picture_that_has_not_arrived_is_its_title_on_the_ground_and_moves_nothing_when_it_comes(
    visit: Visit, address: str, path: str, width: int, theme: str
) -> None:
    page = visit(None, width=width, theme=theme)
    page.route("**/infographics/**/*.svg", lambda _: None)  # none arrives, nor comes from what the browser has kept
    page.goto(address + path, wait_until="domcontentloaded")
    page.wait_for_function(READY)
    before = places(page)
    for place in before:
        assert place["said"].startswith(f'"{place["title"]}"')
        assert place["ground"] == place["page"]
        assert place["box"][3] > 100
        assert not place["drawn"]
    page.unroute_all()  # all go on
    for link in page.locator("[data-title]:visible").all():
        link.scroll_into_view_if_needed()
    page.wait_for_function(f"() => ({PLACES})().every(place => place.drawn)")
    assert [place["box"] for place in places(page)] == [place["box"] for place in before]


def test_a_phone_loads_no_contact_sheet(visit: Visit, address: str) -> None:
    page = visit(None, width=360)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "slides/", wait_until="load")
    for slide in page.locator(".deck__slide").all():
        slide.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert any(url.endswith("-slide-light.svg") for url in asked)
    assert not [url for url in asked if "contact-sheet" in url]
