"""The tools of `make audit`, which npm installs below tests/audit, and the pages that they go through: all of this
repository's site, one of each kind of a catalogue.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from catalogues import FAMILIES

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


def kinds(site: Path) -> list[str]:
    """A page of each kind of a catalogue (catalogues.py), with what a reader chooses in its address, relative to the
    site; of the comparisons one of two roles and one of four.
    """
    model = json.loads((site / "data" / "model.json").read_text(encoding="utf-8"))
    two, *_, four = sorted(model["comparisons"], key=lambda id: (len(model["comparisons"][id]["roles"]), id))
    pair, all_four = (",".join(model["comparisons"][id]["roles"]) for id in (two, four))
    (family, *_), (skill, *_), (role, *_) = FAMILIES[0], model["catalogue"]["skills"], model["roles"]
    letter = role[0]
    comparisons = [f"{id}/{below}" for id in (two, four) for below in ("", "work/", "skills/", "partners/")] + [
        f"infographics/{four}-comparison-table/",
        f"embed/{four}-comparison-table/",
    ]
    return [
        *("", "roles/", f"roles/?family={family}&words=a", "roles/?words=zzz", f"roles/{role}/"),
        *(f"families/{family}/", f"letters/{letter}/", "skills/", f"skills/{skill}/", "comparisons/", *comparisons),
        *("compare/", f"compare/?roles={role}", f"compare/?roles={pair}", f"compare/?roles={all_four}"),
        *("infographics/", "slides/", "sources/"),
    ]
