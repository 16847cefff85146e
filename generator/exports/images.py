"""The painted pictures, each at the address that its page and the data name."""

from __future__ import annotations

from collections.abc import Mapping

from generator.exports.artifacts import Artifacts


def kept(artifacts: Artifacts) -> Mapping[str, bytes]:
    """Every file of every picture."""
    return artifacts.painted
