"""The icon of the browser's tab: the site's mark as a file.

In: an edition. Out: assets/favicon.svg, an address that never changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports import Edition
from generator.mark import ICON, icon


def export(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The one file."""
    yield ICON, icon(edition.model)
