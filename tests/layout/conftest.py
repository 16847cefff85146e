"""What tests of layout set their texts in: the brand's fonts."""

from __future__ import annotations

import pytest

from generator.layout.text import Fonts
from projects import BRAND


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    """The flagship brand's fonts."""
    return Fonts(BRAND)
