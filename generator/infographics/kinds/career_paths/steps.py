"""Which steps of a career a size shows.

In: a role of a `View` and a size. Out: steps by level, and texts that count them.
"""

from __future__ import annotations

from generator.infographics.parts.shown import at_most, count
from generator.layout import Size
from generator.model import Career, CareerStep, Compared, View

# Fewer levels than these are no path.
_LEAST = 2


def career_of(compared: Compared) -> Career:
    """What the picture draws of each role."""
    assert compared.role.career
    return compared.role.career


def track(view: View, compared: Compared, size: Size) -> dict[int, CareerStep]:
    """A role's steps by level, its own being 0: those on the levels that have room, the nearest ones.

    Where the picture is seen small, the role itself and the highest step.
    """
    steps = career_of(compared).steps
    return {level: steps[place] for level, place in places(view, compared, size).items()}


def places(view: View, compared: Compared, size: Size) -> dict[int, int]:
    """The same by their places in the career."""
    last = len(career_of(compared).steps) - 1
    if size.brief:
        return {1: last, 0: min(below(compared), last - 1)}
    levels = {level for one in view.roles for level in _every(one)}
    nearest = sorted(levels, key=lambda level: (abs(level), -level))[: at_most(size, len(levels), _LEAST)]
    return {level: level + below(compared) for level in _every(compared) if level in nearest}


def _every(compared: Compared) -> range:
    """The levels of all of a role's steps."""
    lower = below(compared)
    return range(-lower, len(career_of(compared).steps) - lower)


def below(compared: Compared) -> int:
    """How many steps lie below the role itself."""
    return sum(step.stage == "before" for step in career_of(compared).steps)


def counted(view: View, compared: Compared, size: Size) -> str:
    """How many of a role's steps, "" where the size shows all."""
    return count(track(view, compared, size), career_of(compared).steps)
