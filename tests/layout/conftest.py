"""What tests of layout set their texts in: the brand's fonts."""

from __future__ import annotations

import pytest
from projects import BRAND

from generator.layout.text import Fonts


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    """The flagship brand's fonts."""
    return Fonts(BRAND)
