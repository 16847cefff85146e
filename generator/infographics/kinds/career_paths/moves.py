"""Which moves between careers a size shows, and where their ends stand.

In: a `View` of a comparison and a size. Out: moves with the places of their ends, and texts that count them.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.infographics.kinds.career_paths.steps import places
from generator.infographics.parts.shown import count
from generator.layout import Size
from generator.model import CareerMove, View

# More roles than these stand two by two on an upright page.
_ABREAST = 3
# So many lines that turn corners can still be followed.
_FOLLOWED = 6


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a step stands: in which column of which row of roles, and on which level."""

    role: str
    column: int
    group: int
    level: int


@dataclass(frozen=True, slots=True)
class Crossing:
    """A move with its ends, the left one first; the upper one where both stand in one column. `name` is what it is
    called where it is one thing to edit.
    """

    name: str
    move: CareerMove
    ends: tuple[Stand, Stand]

    @property
    def straight(self) -> bool:
        """Whether nothing stands between the ends, and both are at one height."""
        one, other = self.ends
        return other.column == one.column + 1 and (one.group, one.level) == (other.group, other.level)


def in_pairs(view: View, size: Size) -> bool:
    """Whether a page of fixed size has its roles two by two."""
    return size.height is not None and size.width <= size.height and len(view.roles) > _ABREAST


def crossings(view: View, size: Size, abreast: int) -> tuple[Crossing, ...]:
    """The moves between steps that the size shows, with so many roles side by side; none where roles are in lines.

    Of those whose line turns corners the first few: more could not be followed.
    """
    if size.brief and len(view.roles) > 2:
        return ()
    levels = {
        compared.id: {step: level for level, step in places(view, compared, size).items()} for compared in view.roles
    }
    column = {compared.id: divmod(place, abreast) for place, compared in enumerate(view.roles)}
    found = []
    for joined in view.career_moves:
        if all(end.step in levels[end.role] for end in joined.ends):
            one, other = sorted(
                (Stand(end.role, *column[end.role][::-1], levels[end.role][end.step]) for end in joined.ends),
                key=lambda stand: (stand.column, stand.group),
            )
            found.append(Crossing(joined.name, joined.move, (one, other)))
    bent = [crossing for crossing in found if not crossing.straight][:_FOLLOWED]
    return tuple(crossing for crossing in found if crossing.straight or crossing in bent)


def drawn(view: View, size: Size) -> tuple[Crossing, ...]:
    """Those that a page of fixed size shows."""
    return crossings(view, size, 2 if in_pairs(view, size) else len(view.roles))


def left_out(view: View, size: Size) -> str:
    """How many of the moves, "" where the size shows all; a page that grows names each."""
    return "" if size.height is None else count(drawn(view, size), view.career_moves)
