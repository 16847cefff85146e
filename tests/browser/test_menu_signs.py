"""The signs beside the names of pictures: seen where the list is, and asked for only there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]
PICTURE = "infographics/kam-vs-tm-territory-map/"
FILE = "/menu-signs-"


def opened(visit: Visit, path: str, *, width: int) -> Page:
    page = visit(path, width=width)
    page.wait_for_load_state("networkidle")
    return page


def asked(page: Page) -> int:
    """How often the page has asked for the file."""
    found = f"performance.getEntriesByType('resource').filter(({{ name }}) => name.includes('{FILE}')).length"
    return int(page.evaluate(found))


def test_each_entry_of_the_section_has_its_sign_from_one_file(visit: Visit) -> None:
    page = opened(visit, "infographics/", width=1280)
    assert asked(page) == 1
    entries = page.locator(".md-nav__item--section .md-nav__list > li > a.md-nav__link:visible")
    signs = entries.locator(".menu-sign")
    assert entries.count() == signs.count() > 10
    places = signs.evaluate_all("all => all.map(one => getComputedStyle(one).maskPosition)")
    assert len(set(places)) == len(places)
    assert all(
        side > 10 for side in signs.evaluate_all("all => all.flatMap(one => [one.offsetWidth, one.offsetHeight])")
    )


@pytest.mark.parametrize("width", [1280, 360])
def test_nobody_loads_the_signs_who_does_not_see_them(visit: Visit, width: int) -> None:
    assert asked(opened(visit, "", width=width)) == 0


def test_only_the_open_drawer_shows_them_on_a_phone(visit: Visit) -> None:
    page = opened(visit, PICTURE, width=360)
    assert asked(page) == 0
    page.get_by_role("button", name="Navigation").click()
    page.wait_for_load_state("networkidle")
    assert asked(page) == 1
