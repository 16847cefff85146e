"""The site in Firefox, which says in its console what other engines pass over in silence."""

from __future__ import annotations

import os
from collections.abc import Iterator

import firefox
import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = (
    "",
    "404.html",
    "contributing/performance/",  # written by hand, with aligned columns
    "embed/kam-vs-tm-comparison-table/",
    "glossary/",
    "infographics/",
    "infographics/kam-vs-tm-comparison-table/",
    "kam-vs-tm/",
    "kam-vs-tm/choosing-the-right-role/",
    "kam-vs-tm/infographic/",
    "kam-vs-tm/targets-and-metrics/",
    "roles/key-account-manager/",
    "slides/",
    "sources/",
)
# What is fetched ahead is asked for when the browser has nothing else to do.
IDLE = "() => new Promise(done => requestIdleCallback(() => setTimeout(done, 100)))"


@pytest.fixture(scope="module")
def tab() -> Iterator[firefox.Tab]:
    """A tab of Firefox; without Firefox the test is skipped, unless VISAVIS_BROWSER=required."""
    if not firefox.program():
        reason = "there is no Firefox on this machine"
        if os.environ.get("VISAVIS_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    with firefox.tab() as opened:
        opened.resize(1280, 800)
        yield opened


def test_what_the_policy_refuses_would_be_heard_of(tab: firefox.Tab, address: str) -> None:
    tab.open(address)
    tab.evaluate("() => { document.body.setAttribute('style', 'color: red') }")
    tab.evaluate(IDLE)
    assert any("style-src" in said for said in tab.said)


@pytest.mark.parametrize("path", PAGES)
def test_the_console_stays_empty(tab: firefox.Tab, address: str, path: str) -> None:
    tab.said.clear()
    tab.open(address + path)
    tab.evaluate(IDLE)
    assert tab.said == []
    assert tab.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_columns_are_aligned_as_they_were_written(tab: firefox.Tab, address: str) -> None:
    tab.open(address + "contributing/performance/")
    found = tab.evaluate("""() => [...document.querySelectorAll("[data-align]")].map(
      cell => [cell.dataset.align, getComputedStyle(cell).textAlign])""")
    assert found
    assert all(wanted == shown for wanted, shown in found)
