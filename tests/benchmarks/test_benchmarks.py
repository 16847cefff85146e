"""What `make bench` leaves behind: the page shows the figures of results.json, the lock names no host."""

from __future__ import annotations

import json

import pytest
from report import BEGIN, END, figures, page
from subject import HERE, ROOT

RESULTS = {
    "ratios": {"headline-set-vs-plain-savefig": 0.254},
    "sizes": {"png-3840x2160": 118_304, "svg-gzip": 28_297},
    "machine": {"cores": 2, "kind": None, "python": "3.11.7", "node": None},
    "rounds": 24,
}


def test_the_page_shows_the_measured_figures() -> None:
    text = (ROOT / "docs" / "contributing" / "performance.md").read_text(encoding="utf-8")
    results = json.loads((HERE / "results.json").read_text(encoding="utf-8"))
    assert page(text, results) == text


def test_only_the_figures_change() -> None:
    text = page(f"before\n\n{BEGIN}\nold\n{END}\n\nafter\n", RESULTS)
    assert text.startswith(f"before\n\n{BEGIN}\n\n| ")
    assert text.endswith(f".\n\n{END}\n\nafter\n")
    assert "old" not in text
    assert page(text, RESULTS) == text


def test_a_ratio_that_was_not_measured_has_no_row() -> None:
    table = figures(RESULTS)
    assert "| 0.25 |" in table
    assert "satori" not in table
    assert "2 cores of an unknown kind, Python 3.11.7." in table


@pytest.mark.parametrize("name", ["package.json", "package-lock.json"])
def test_the_lock_names_packages_and_no_host(name: str) -> None:
    assert "://" not in (HERE / name).read_text(encoding="utf-8"), "take `resolved` and `funding` out of the lock"
