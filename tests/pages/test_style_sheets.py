"""The site's style sheets say nothing that only some engines read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import generator

SHEETS = sorted((Path(generator.__file__).parent / "frontend").rglob("*.css"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_a_line_under_text_is_drawn_by_webkit_too(sheet: Path) -> None:
    # WebKit reads one word in `text-decoration`, and drops it where a style or a colour stands beside the line.
    written = re.findall(r"text-decoration:\s*([^;}]+)", sheet.read_text(encoding="utf-8"))
    assert [value for value in written if len(value.split()) > 1] == []
