"""Every page against axe-core's rules for WCAG 2.2 AA and good practice. Run by `make audit`, which fetches axe-core.

In: the published site. Out: no violation, light and dark, narrow and wide, with the search and the drawer open too.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from projects import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]

AXE = ROOT / "tests" / "audit" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = f"axe.run({{runOnly: {TAGS}}})"


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core; without it the tests are skipped, unless VISAVIS_AUDIT=required."""
    if AXE.is_file():
        return AXE.read_text(encoding="utf-8")
    if os.environ.get("VISAVIS_AUDIT") == "required":
        pytest.fail("axe-core is not installed")
    pytest.skip("axe-core is fetched by make audit")


def pages(site: Path) -> list[str]:
    """The address of every page, relative to the site."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(name.removesuffix("index.html") for name in found)


def violations(page: Page, axe: str) -> list[str]:
    page.wait_for_load_state("networkidle")  # scripts of the theme change the page after it has loaded
    page.evaluate(axe)
    found: Any = page.evaluate(RUN)
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found["violations"] for node in rule["nodes"]]


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")])
def test_no_page_breaks_a_rule(site: Path, visit: Visit, axe: str, width: int, theme: str) -> None:
    broken = {}
    for path in pages(site):
        page = visit(path, width=width, theme=theme)
        broken[path] = violations(page, axe)
        page.context.close()
    assert len(broken) > 30
    assert {path: found for path, found in broken.items() if found} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_open_search_breaks_no_rule(visit: Visit, axe: str, theme: str) -> None:
    page = visit("", theme=theme)
    page.keyboard.press("/")
    page.locator(".md-search__input").fill("contract")
    page.locator(".md-search-result__link").first.wait_for()
    assert violations(page, axe) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_open_drawer_breaks_no_rule(visit: Visit, axe: str, theme: str) -> None:
    page = visit("kam-vs-tm/", width=320, theme=theme)
    page.locator("label.md-header__button[for=__drawer]").click()
    page.wait_for_timeout(400)
    assert violations(page, axe) == []
