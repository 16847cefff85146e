"""The kinds of infographic. An open folder: one file or folder, one kind.

In: a `View` of a comparison. Out: boxes, and the words and the table that say the same. A kind is a module with

    KIND       its id, as content/comparisons names it
    EDITORIAL  whether it shows judgements
    POSTER     whether it is published as a poster too
    SECTION    the optional section of a comparison that it draws, "" where it needs none
    compose(view, sketch) -> Box      the body of the picture
    note(view, sketch) -> Box | None  what stands at the foot, left of the source
    table(view) -> Table              the same facts as a data table
    describe(view) -> tuple[str, ...] the same facts as paragraphs
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Any


@cache
def all_kinds() -> dict[str, Any]:
    """Every kind's module by its id."""
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    return {module.KIND: module for module in modules}


def sections() -> dict[str, str]:
    """Every kind's id with the section of a comparison that it draws, "" where it needs none."""
    return {name: module.SECTION for name, module in all_kinds().items()}
