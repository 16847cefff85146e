"""The painted pictures, each at the address that its page and the data name."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports import Edition


def export(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every file of every picture."""
    for picture in edition.pictures:
        for file in picture.files:
            yield file.path, edition.painted[file.path]
