"""Every output of this folder: a module or a folder with a function `export(artifacts)`, found by its name.

A module whose files lie in a store already has `kept(artifacts)` in its place, so that they are read one by one.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType

from generator.exports.artifacts import Artifacts
from generator.files import Together

_NO_OUTPUTS = {"artifacts", "export"}


def export_all(artifacts: Artifacts) -> Mapping[str, bytes]:
    """The bytes of every file of every output by its path below docs/, those that are made here in the order of the
    modules' names.
    """
    made: dict[str, bytes] = {}
    kept: list[Mapping[str, bytes]] = []
    for output in _outputs():
        if hasattr(output, "kept"):
            kept.append(output.kept(artifacts))
        else:
            made.update(output.export(artifacts))
    return Together(made, *kept)


def _outputs() -> Iterator[ModuleType]:
    names = {info.name for info in pkgutil.iter_modules([str(Path(__file__).parent)])}
    for name in sorted(names - _NO_OUTPUTS):
        yield importlib.import_module(f"generator.exports.{name}")
