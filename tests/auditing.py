"""The tools of `make audit`, which npm installs below tests/audit, and the pages that they go through."""

from __future__ import annotations

from pathlib import Path

import pytest

_INSTALLED = Path(__file__).parent / "audit" / "node_modules"


def tool(path: str) -> Path:
    """The file of an installed tool; without it the test fails."""
    found = _INSTALLED / path
    if not found.is_file():
        pytest.fail(f"{path.split('/')[0]} is not installed: call make audit")
    return found


def pages(site: Path) -> list[str]:
    """The address of every page, relative to the site."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(name.removesuffix("index.html") for name in found)
