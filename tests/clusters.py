"""What is done to workers of a cluster: apart from the tests, so that workers need not load them first."""

from __future__ import annotations

import importlib
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.painting.cluster import worker


def have_versions(versions: Mapping[str, str]) -> None:
    """This worker has these versions."""
    worker.versions = lambda: dict(versions)  # type: ignore[assignment]


def have_fonts(digest: str | None) -> None:
    """Every font of this worker is of that content; None: it has none."""
    worker._digest = lambda _: digest  # type: ignore[assignment]


def have_what_is_there() -> None:
    """As it was."""
    importlib.reload(worker)


def forget_fonts(dask_worker: Any) -> None:
    """Nothing is left of what this worker has kept in its own folder."""
    shutil.rmtree(Path(dask_worker.local_directory, "visavis"), ignore_errors=True)


def kept_fonts(dask_worker: Any) -> list[str]:
    """The fonts in this worker's own folder."""
    return sorted(path.suffix for path in Path(dask_worker.local_directory, "visavis").glob("*.ttf"))
