"""What a release says of itself, if its tag, version, citation and changelog agree.

In: a tag such as v0.2.0. Out: the changelog's entry of that version on standard output; or what does not agree.

    python .ci/release.py v0.2.0
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]


def notes(tag: str, root: Path) -> str:
    """ValueError: something says another version, or no day."""
    version = str(tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])
    if tag != f"v{version}":
        raise ValueError(f"the tag is {tag}, and pyproject.toml has version {version}: the tag has to be v{version}")
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    entry = re.search(rf"^## {re.escape(version)} \(([^)\n]+)\)\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    if not entry:
        raise ValueError(f"CHANGELOG.md has no entry {version}")
    day, text = entry.groups()
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
        raise ValueError(f"CHANGELOG.md says {version} ({day}): give it the day of the release")
    if f"date-released: {day}" not in (root / "CITATION.cff").read_text(encoding="utf-8").replace('"', ""):
        raise ValueError(f"CITATION.cff has to say date-released: {day}, as CHANGELOG.md does")
    return str(text).strip() + "\n"


if __name__ == "__main__":
    try:
        sys.stdout.write(notes(sys.argv[1], _ROOT))
    except (IndexError, ValueError) as error:
        sys.exit(str(error) or "name a tag")
