"""The slides as PowerPoint files, each at the address that pages name."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.artifacts import Artifacts


def export(artifacts: Artifacts) -> Iterator[tuple[str, bytes]]:
    """Every deck."""
    yield from artifacts.decks.items()
