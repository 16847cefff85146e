"""What is done to workers of a cluster: apart from the tests, so that workers need not load them first."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.painting.cluster import worker


def have_versions(versions: Mapping[str, str]) -> None:
    """This worker has these versions."""
    worker.versions = lambda: dict(versions)  # type: ignore[assignment]


def have_fonts(digest: str | None) -> None:
    """Every font of this worker is of that content; None: it has none."""
    worker._digest = lambda _: digest  # type: ignore[assignment]


def have_what_is_there() -> None:
    """As it was."""
    import importlib

    importlib.reload(worker)


def fonts_sent(folder: str) -> list[str]:
    """The fonts that a worker keeps in its own folder."""
    return sorted(path.name for path in Path(folder, "visavis").glob("*.ttf"))
