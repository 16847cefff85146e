"""Every page against axe-core's rules for WCAG 2.2 AA and good practice. Run by `make audit`.

In: the published site, and a catalogue, of which one page of each kind is looked at. Out: no violation, light and dark,
narrow and wide, with the search and the drawer open too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from auditing import kinds, pages, tool
from playwright.sync_api import Browser, Page
from searching import search

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.audit]

Look = Callable[[str], AbstractContextManager[Page]]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = f"axe.run({{runOnly: {TAGS}}})"
LEAST = 60  # pages of the content in this repository, embedded ones among them


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    return tool("axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def look(chromium: Browser, address: str, width: int, theme: str) -> Iterator[Look]:
    """Opens pages past their policy, which would keep axe from measuring with styles of its own."""
    size = {"width": width, "height": 800}
    context = chromium.new_context(viewport=size, color_scheme=theme, bypass_csp=True)

    @contextmanager
    def open_page(path: str) -> Iterator[Page]:
        page = context.new_page()
        page.goto(
            urljoin(address, path), wait_until="networkidle"
        )  # scripts of the theme change the page after its load
        yield page
        page.close()

    yield open_page
    context.close()


def violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found: Any = page.evaluate(RUN)
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found["violations"] for node in rule["nodes"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_no_page_breaks_a_rule(site: Path, look: Look, axe: str) -> None:
    broken = {}
    for path in pages(site):
        with look(path) as page:
            broken[path] = violations(page, axe)
    assert len(broken) >= LEAST
    assert {path: found for path, found in broken.items() if found} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_no_kind_of_page_of_a_catalogue_breaks_a_rule(
    catalogue: Path, catalogue_address: str, look: Look, axe: str
) -> None:
    broken = {}
    for path in kinds(catalogue):
        with look(catalogue_address + path) as page:
            broken[path] = violations(page, axe)
    assert {path: found for path, found in broken.items() if found} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_the_open_search_breaks_no_rule(look: Look, axe: str) -> None:
    with look("") as page:
        search(page, "contract")
        page.wait_for_timeout(400)  # it slides in
        assert violations(page, axe) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320])
def test_the_open_drawer_breaks_no_rule(look: Look, axe: str) -> None:
    with look("kam-vs-tm/") as page:
        page.get_by_role("button", name="Navigation").click()
        page.wait_for_timeout(400)
        assert violations(page, axe) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_the_open_tooltip_breaks_no_rule(look: Look, axe: str) -> None:
    with look("kam-vs-tm/core-responsibilities/") as page:
        page.locator("a.gloss").first.focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Shift+Tab")
        page.get_by_role("tooltip").wait_for()
        assert violations(page, axe) == []
