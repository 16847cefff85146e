"""The tools of `make audit`, which npm installs below tests/audit, and the pages that they go through."""

from __future__ import annotations

from pathlib import Path

import pytest

_REFRESH = '<meta http-equiv="refresh"'
_INSTALLED = Path(__file__).parent / "audit" / "node_modules"


def tool(path: str) -> Path:
    """The file of an installed tool; without it the test fails."""
    found = _INSTALLED / path
    if not found.is_file():
        pytest.fail(f"{path.split('/')[0]} is not installed: call make audit")
    return found


def pages(site: Path, *, moved: bool = False) -> list[str]:
    """The address of every page, relative to the site; with `moved` those too that only lead on to another."""
    found = (path for path in site.rglob("*.html") if moved or _REFRESH not in path.read_text(encoding="utf-8"))
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in found)
