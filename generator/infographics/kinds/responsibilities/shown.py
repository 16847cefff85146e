"""Which duties a size shows, and how it says that there are more.

In: a role of a `View` and a size. Out: duties, and texts that count them.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.infographics.parts.shown import Limits, count, first
from generator.layout import Size
from generator.model import Compared, Point, View

# So many duties of each role have room on a page of fixed size, by the number of roles.
_MOST: Limits = {
    "slide": {2: 12, 3: 12, 4: 8},
    "classic": {2: 8, 3: 9, 4: 5},
    "square": {2: 4, 3: 8, 4: 2},
    "portrait": {2: 9, 3: 11, 4: 3},
    "social": {2: 1, 3: 1, 4: 1},
}


def duties(view: View, compared: Compared, size: Size) -> Sequence[Point]:
    """The first duties of a role."""
    return first(_MOST, view, size, compared.role.responsibilities)


def counted(view: View, compared: Compared, size: Size) -> str:
    """Behind a role's name: how many duties of how many, "" where the size shows all."""
    return count(duties(view, compared, size), compared.role.responsibilities)


def alt(view: View, size: Size) -> str:
    """The alternative text of a size that shows some of the duties."""
    if not any(counted(view, one, size) for one in view.roles):
        return ""
    said = (
        f"{one.role.name}{counted(view, one, size)}: {'; '.join(duty.title for duty in duties(view, one, size))}"
        for one in view.roles
    )
    return f"{'A duty' if size.brief else 'The first duties'} of each role. {'. '.join(said)}."
