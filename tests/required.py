"""Programs that a test wants and a machine may lack."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NoReturn

import pytest


def lacking(reason: str, variable: str) -> NoReturn:
    """Skips the test, unless that variable of the environment says "required": then it fails."""
    if os.environ.get(variable) == "required":
        pytest.fail(reason)
    pytest.skip(reason)


def browser(name: str, missing: Sequence[str]) -> None:
    """Ends the test if programs of that browser are missing; VISAVIS_BROWSER says whether it fails."""
    if missing:
        lacking(f"there is no {name} on this machine: {' and '.join(missing)} not found", "VISAVIS_BROWSER")
