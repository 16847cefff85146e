"""The painted pictures, each at the address that its page and the data name."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.artifacts import Artifacts


def export(artifacts: Artifacts) -> Iterator[tuple[str, bytes]]:
    """Every file of every picture."""
    for picture in artifacts.pictures:
        for file in picture.files:
            yield file.path, artifacts.painted[file.path]
