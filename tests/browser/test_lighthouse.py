"""What a visitor with a phone waits for, by Lighthouse: the median of five visits. Run by `make audit`.

In: the published site and a catalogue, served with compression and the headers of _headers. The times are those that
Lighthouse works out for a slow phone and network from what the page asked for, not this machine's.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
from pathlib import Path
from typing import Any

import pytest
from auditing import tool
from browsing import FLAGS

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.audit]

VISITS = 5
PAGES = ["", "kam-vs-tm/", "kam-vs-tm/targets-and-metrics/", "infographics/kam-vs-tm-comparison-table/"]
# Of a catalogue: a role and two roles compared by the reader, of those that its addresses are told.
OF_A_CATALOGUE = ["", "roles/", "families/sales/", "roles/{}/", "compare/?roles={},{}"]
CATEGORIES = ["accessibility", "best-practices", "seo", "performance"]


def visited(address: str, answer: Path, browser: str) -> dict[str, Any]:
    """Lighthouse's report of one visit."""
    node = shutil.which("node")
    if not node:
        pytest.fail("Lighthouse needs Node")
    command = [
        str(node),
        str(tool("lighthouse/cli/index.js")),
        address,
        "--quiet",
        "--output=json",
        f"--output-path={answer}",
        f"--chrome-flags={' '.join(['--headless=new', *FLAGS])}",
        f"--only-categories={','.join(CATEGORIES)}",
    ]
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": browser, "LIGHTHOUSE_DISABLE_UPDATES": "1"})
    report: dict[str, Any] = json.loads(answer.read_text(encoding="utf-8"))
    return report


def requests(report: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for each in report["audits"]["network-requests"]["details"]["items"] if each["url"].startswith("http")]


def measured(report: dict[str, Any]) -> dict[str, float]:
    """Scores of 100, the largest paint in seconds, the shift of the layout, and what was fetched."""
    scores = {name: 100 * report["categories"][name]["score"] for name in CATEGORIES}
    audits = report["audits"]
    return {
        **scores,
        "largest paint": audits["largest-contentful-paint"]["numericValue"] / 1000,
        "shift": audits["cumulative-layout-shift"]["numericValue"],
        "kilobytes": sum(each["transferSize"] for each in requests(report)) / 1000,
        "requests": len(requests(report)),
    }


@pytest.mark.parametrize("path", PAGES)
def test_a_first_visit_is_quick_and_clean(address: str, browser_path: str, tmp_path: Path, path: str) -> None:
    _is_quick_and_clean(address + path, tmp_path / "report.json", browser_path)


@pytest.mark.parametrize("path", OF_A_CATALOGUE)
def test_a_first_visit_of_a_catalogue_is_quick_and_clean(
    catalogue: Path, catalogue_address: str, browser_path: str, tmp_path: Path, path: str
) -> None:
    roles = json.loads((catalogue / "data/roles/index.json").read_text(encoding="utf-8"))["roles"]
    chosen = path.format(*(role["id"] for role in roles))
    _is_quick_and_clean(catalogue_address + chosen, tmp_path / "report.json", browser_path)


def _is_quick_and_clean(page: str, report: Path, browser: str) -> None:
    visits = [measured(visited(page, report, browser)) for _ in range(VISITS)]
    median = {name: statistics.median(visit[name] for visit in visits) for name in visits[0]}
    print(page, json.dumps(median))
    assert (median["accessibility"], median["best-practices"], median["seo"]) == (100, 100, 100)
    assert median["performance"] >= 99
    assert median["largest paint"] <= 1.8
    assert median["shift"] == 0
    assert median["kilobytes"] <= 200
    assert median["requests"] <= 12
