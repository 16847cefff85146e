"""The signs beside the names of pictures: seen where the list is, and asked for only there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PICTURE = "infographics/kam-vs-tm-territory-map/"
FILE = "/menu-signs-"


def opened(browser: Browser, address: str, *, width: int) -> tuple[Page, list[str]]:
    page = browser.new_page(viewport={"width": width, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if FILE in request.url else None)
    page.goto(address, wait_until="networkidle")
    return page, asked


def test_each_entry_of_the_section_has_its_sign_from_one_file(chromium: Browser, address: str) -> None:
    page, asked = opened(chromium, address + "infographics/", width=1280)
    assert len(asked) == 1
    entries = page.locator(".md-nav__item--section .md-nav__list > li > a.md-nav__link:visible")
    signs = entries.locator(".menu-sign")
    assert entries.count() == signs.count() > 10
    places = signs.evaluate_all("all => all.map(one => getComputedStyle(one).maskPosition)")
    assert len(set(places)) == len(places)
    assert all(
        side > 10 for side in signs.evaluate_all("all => all.flatMap(one => [one.offsetWidth, one.offsetHeight])")
    )
    page.close()


@pytest.mark.parametrize(("path", "width"), [("", 1280), ("", 360), (PICTURE, 360)])
def test_nobody_loads_the_signs_who_does_not_see_them(chromium: Browser, address: str, path: str, width: int) -> None:
    page, asked = opened(chromium, address + path, width=width)
    assert asked == []
    page.close()


def test_the_open_drawer_shows_them(chromium: Browser, address: str) -> None:
    page, asked = opened(chromium, address + PICTURE, width=360)
    page.get_by_role("button", name="Navigation").click()
    page.wait_for_load_state("networkidle")
    assert len(asked) == 1
    page.close()
