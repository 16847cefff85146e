"""The site of the second content set, of four posts in nursing, with one picture a comparison; built once a run."""

from __future__ import annotations

import shutil
from pathlib import Path

from projects import BRAND, ROOT, keep_pictures, set_up, shared


def site() -> Path:
    """The folder of the site; nobody writes into it."""
    return shared("nursing", _build) / "site"


def _build(folder: Path) -> None:
    sandbox = set_up(folder)
    shutil.rmtree(sandbox.content)
    shutil.copytree(ROOT / "tests" / "wards", sandbox.content)
    shutil.copytree(BRAND / "fonts", sandbox.content / "brand" / "fonts")
    sandbox.put("site.yml", "sizes", "[square]")
    sandbox.put("site.yml", "themes", "[light]")
    for file in (sandbox.content / "comparisons").iterdir():
        keep_pictures(file, ("comparison-table",))
    done = sandbox.run("build", "--quiet")
    assert done.exit_code == 0, done.output
