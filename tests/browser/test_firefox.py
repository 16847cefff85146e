"""The site in Firefox, which says in its console what other engines pass over in silence."""

from __future__ import annotations

import firefox
import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BY_HAND = "contributing/performance/"  # with aligned columns
PAGES = (
    "",
    "404.html",
    BY_HAND,
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
# What columns are asked to be, and what they are.
ALIGNED = """() => [...document.querySelectorAll("[data-align]")].map(
  cell => [cell.dataset.align, getComputedStyle(cell).textAlign])"""
# What is fetched ahead is asked for when the browser has nothing else to do.
IDLE = "() => new Promise(done => requestIdleCallback(() => setTimeout(done, 100)))"


def test_what_the_policy_refuses_would_be_heard_of(tab: firefox.Tab, address: str) -> None:
    tab.open(address)
    tab.evaluate("() => { document.body.setAttribute('style', 'color: red') }")
    tab.evaluate(IDLE)
    assert any("style-src" in said for said in tab.said)


def test_the_console_stays_empty_and_columns_are_aligned_as_they_were_written(tab: firefox.Tab, address: str) -> None:
    said, wide, aligned = {}, {}, {}
    for path in PAGES:
        tab.said.clear()
        tab.open(address + path)
        tab.evaluate(IDLE)
        said[path] = [*tab.said]
        wide[path] = tab.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth")
        aligned[path] = tab.evaluate(ALIGNED)
    assert {path: words for path, words in said.items() if words} == {}
    assert [path for path, is_wide in wide.items() if is_wide] == []
    assert aligned[BY_HAND]
    assert [(path, cells) for path, cells in aligned.items() if any(wanted != shown for wanted, shown in cells)] == []
