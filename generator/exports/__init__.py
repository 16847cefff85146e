"""What is published beside the pages: pictures, data, fonts. An open folder: one file, one output.

In: an `Edition`. Out: (path below docs/, bytes) for every file. Each module of this folder has a
function `export(edition)`; adding an output is adding a module.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.model.schema import Model
from generator.pictures import Picture


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that one build publishes.

    `brand` holds the files of content/brand by path below it; `painted` the bytes of every picture file by its path;
    `sheets` a PNG of all slides at a glance by theme.
    """

    model: Model
    pictures: tuple[Picture, ...]
    brand: Mapping[str, bytes]
    painted: Mapping[str, bytes]
    sheets: Mapping[str, bytes] = field(default_factory=dict)


def export_all(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every file of every export, in the order of the modules' names."""
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        yield from importlib.import_module(f"{__name__}.{module}").export(edition)
