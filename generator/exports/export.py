"""Every output of this folder: a module or a folder with a function `export(artifacts)`, found by its name."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

from generator.exports.artifacts import Artifacts

_NO_OUTPUTS = {"artifacts", "export"}


def export_all(artifacts: Artifacts) -> Iterator[tuple[str, bytes]]:
    """(path below docs/, bytes) of every file of every output, in the order of the modules' names."""
    names = {info.name for info in pkgutil.iter_modules([str(Path(__file__).parent)])}
    for name in sorted(names - _NO_OUTPUTS):
        yield from importlib.import_module(f"generator.exports.{name}").export(artifacts)
