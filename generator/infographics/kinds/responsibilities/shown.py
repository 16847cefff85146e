"""Which duties a size shows, and how it says that there are more.

In: a role of a `View` and a size. Out: duties, and texts that count them.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.infographics.parts import shown
from generator.infographics.parts.shown import count, first
from generator.layout import Size
from generator.model import Compared, Point, View


def duties(view: View, compared: Compared, size: Size) -> Sequence[Point]:
    """The first duties of a role; where the picture is seen small, one."""
    return first(size, compared.role.responsibilities, 1 if size.brief else None)


def counted(view: View, compared: Compared, size: Size) -> str:
    """Behind a role's name: how many duties of how many, "" where the size shows all."""
    return count(duties(view, compared, size), compared.role.responsibilities)


def of_each(view: View, size: Size) -> str:
    """How many duties a size shows of each role, and how many there are; "" where it shows all."""
    every = [len(one.role.responsibilities) for one in view.roles]
    return shown.of_each(max(len(duties(view, one, size)) for one in view.roles), every, "duties")


def alt(view: View, size: Size) -> str:
    """The alternative text of a size that shows some of the duties."""
    if not any(counted(view, one, size) for one in view.roles):
        return ""
    said = (
        f"{one.role.name}{counted(view, one, size)}: {'; '.join(duty.title for duty in duties(view, one, size))}"
        for one in view.roles
    )
    return f"{'A duty' if size.brief else 'The first duties'} of each role. {'. '.join(said)}."
