"""The slides as PowerPoint files, each at the address that pages name."""

from __future__ import annotations

from collections.abc import Mapping

from generator.exports.artifacts import Artifacts


def kept(artifacts: Artifacts) -> Mapping[str, bytes]:
    """Every deck."""
    return artifacts.decks
