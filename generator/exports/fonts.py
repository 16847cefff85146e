"""The brand's web fonts, with their licence.

In: the artifacts. Out: assets/fonts/, of the brand's fonts those cut down for the web.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.brand import WEB_FONT
from generator.exports.artifacts import Artifacts


def export(artifacts: Artifacts) -> Iterator[tuple[str, bytes]]:
    """The fonts and their licence."""
    for path, data in sorted(artifacts.brand.items()):
        if path.startswith("fonts/") and (path.endswith(WEB_FONT) or path == "fonts/LICENSE.txt"):
            yield f"assets/fonts/{PurePosixPath(path).name}", data
