"""What makes a process fail that paints: apart from the tests, so that it need not load them first."""

from __future__ import annotations

import os
import signal
from collections.abc import Mapping
from pathlib import Path

from generator.brand.typography import Weight


class Deadly(dict[Weight, str]):
    """Fonts whose arrival kills the process that unpacks them, until `lives` files are used up."""

    def __init__(self, fonts: Mapping[Weight, str], lives: Path) -> None:
        super().__init__(fonts)
        self.lives = lives

    def __reduce__(self) -> tuple[object, ...]:
        return (revive, (dict(self), str(self.lives)))


def revive(fonts: dict[Weight, str], lives: str) -> dict[Weight, str]:
    for life in sorted(Path(lives).iterdir()):
        life.unlink()
        os.kill(os.getpid(), signal.SIGKILL)
    return fonts


class Starved(dict[str, str]):
    """Colours that there is no memory for."""

    def __getitem__(self, role: str) -> str:
        raise MemoryError("Unable to allocate 31.6 MiB for an array")
