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
    if size.brief:
        return {1: steps[-1], 0: steps[min(_below(compared), len(steps) - 2)]}
    levels = {level for one in view.roles for level in _every(one)}
    nearest = sorted(levels, key=lambda level: (abs(level), -level))[: at_most(size, len(levels), _LEAST)]
    return {level: step for level, step in _every(compared).items() if level in nearest}


def _every(compared: Compared) -> dict[int, CareerStep]:
    """All of a role's steps by level."""
    return dict(enumerate(career_of(compared).steps, -_below(compared)))


def _below(compared: Compared) -> int:
    return sum(step.stage == "before" for step in career_of(compared).steps)


def counted(view: View, compared: Compared, size: Size) -> str:
    """How many of a role's steps, "" where the size shows all."""
    return count(track(view, compared, size), career_of(compared).steps)
