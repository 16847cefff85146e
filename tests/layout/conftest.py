"""What tests of layout set their texts in: the brand's fonts."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.layout.text import Fonts

BRAND = Path(__file__).parents[2] / "content" / "brand"


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    """The flagship brand's fonts."""
    return Fonts(BRAND)
