"""One mistake in otherwise sound content: exactly the problems that it makes, each at its place.

A case is a file of golden/: what to break in the second content set, and every problem that follows. `at` quotes
the broken file where the problem points, from the sign | on if there is one.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.problems.errors import Place, Problem

CASES = sorted(Path(__file__).with_name("golden").glob("*.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_problems_are_these(
    case: Path,
    folder: Path,
    edit: Callable[[Path, str, str], int],
    problems: Callable[[Path], tuple[Problem, ...]],
) -> None:
    golden = yaml.safe_load(case.read_text(encoding="utf-8"))
    for change in golden["break"]:
        edit(folder / change["in"], change["old"], change["new"])
    expected = sorted(f"{place_of(wanted, folder)}: {wanted['says']}" for wanted in golden["expect"])
    assert sorted(map(str, problems(folder))) == expected


def place_of(wanted: dict[str, Any], folder: Path) -> Place:
    """The place in the broken file that a problem must name."""
    before, _, after = wanted["at"].rpartition("|")
    text = (folder / wanted["in"]).read_text(encoding="utf-8")
    assert text.count(before + after) == 1, f"{before + after!r} does not stand just once in {wanted['in']}"
    above = text[: text.index(before + after) + len(before)].split("\n")
    return Place(f"content/{wanted['in']}", len(above), len(above[-1]) + 1)
