"""The site's style sheet, and the icons of the menu that it shows. A folder of its own: `sheet.py` and `menu_signs.py`.

In: the artifacts. Out: the two files, below assets/stylesheets/.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.artifacts import Artifacts
from generator.exports.styles import menu_signs, sheet
from generator.exports.styles.sheet import SHEETS, variables


def export(artifacts: Artifacts) -> Iterator[tuple[str, bytes]]:
    """Each is there once; the icons only where there are pictures."""
    yield from menu_signs.export(artifacts)
    yield from sheet.export(artifacts)
