"""What a stage of a build says as it goes on.

In: nothing. Out: a `Step`, which tells everything to whoever shows it, and nothing of how it is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What takes time, in the order in which it comes."""

    READING = "Reading the content"
    PAINTING = "Painting picture files"
    ASSEMBLING = "Writing pages and data"
    PUBLISHING = "Making the site"
    CHECKING = "Checking the site"
    VERIFYING = "Building once more to compare"


@dataclass(frozen=True, slots=True)
class Step:
    """A stage has begun, or has come this far. `total` 0: what it does cannot be counted."""

    stage: Stage
    done: int = 0
    total: int = 0


Report = Callable[[Step], None]


def unheard(_: Step) -> None:
    """Where nobody watches."""
