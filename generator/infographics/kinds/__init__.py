"""The kinds of infographic. An open folder: one file or folder, one kind.

In: a `View` of a comparison. Out: boxes, and the words and the table that say the same.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Protocol, cast

from generator.infographics.parts.sketch import Sketch
from generator.infographics.picture import Table
from generator.layout import Box, Size
from generator.model import View


class Kind(Protocol):
    """What the module of a kind has.

    `KIND` is its id, as content/comparisons names it, `ICON` an icon of Material for menus, `EDITORIAL` whether it
    shows judgements, `POSTER` whether it is published as a poster too, `SECTION` the optional section of a comparison
    that it draws, or after `roles.` what it draws of each role, one or another of several; "" where it needs none.
    """

    KIND: str
    ICON: str
    EDITORIAL: bool
    POSTER: bool
    SECTION: str

    def compose(self, view: View, sketch: Sketch) -> Box:
        """The body of the picture."""
        ...

    def note(self, view: View, sketch: Sketch) -> Box | None:
        """What stands at the foot, left of the source."""
        ...

    def table(self, view: View) -> Table:
        """The same facts as a data table."""
        ...

    def alt(self, view: View, size: Size) -> str:
        """The alternative text in a size that shows less than the picture's own speaks of, "" where it shows all."""
        ...

    def describe(self, view: View) -> tuple[str, ...]:
        """The same facts as paragraphs."""
        ...


@cache
def all_kinds() -> dict[str, Kind]:
    """Every kind by its id."""
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    return {kind.KIND: kind for kind in (cast("Kind", module) for module in modules)}


def sections() -> dict[str, str]:
    """Every kind's id with its `SECTION`."""
    return {name: kind.SECTION for name, kind in all_kinds().items()}
