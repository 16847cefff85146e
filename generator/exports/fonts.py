"""The brand's web fonts, with their licence.

In: an edition. Out: assets/fonts/, of the brand's fonts those cut down for the web.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.exports import Edition
from generator.theme import WEB_FONT


def export(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The fonts and their licence."""
    for path, data in sorted(edition.brand.items()):
        if path.startswith("fonts/") and (path.endswith(WEB_FONT) or path == "fonts/LICENSE.txt"):
            yield f"assets/fonts/{PurePosixPath(path).name}", data
