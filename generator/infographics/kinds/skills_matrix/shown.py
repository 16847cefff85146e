"""Which skills a size shows, and how it says that there are more.

In: a `View` of a comparison and a size. Out: columns of groups, the rows of a brief picture, and texts that count them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.infographics.kinds.skills_matrix.groups import Needed, SkillGroup, groups
from generator.infographics.parts.shown import at_most
from generator.infographics.parts.wording import both_or_all
from generator.layout import Size
from generator.model import View

# So many skills stand on a brief picture of two roles, and of more.
_BRIEF, _BRIEF_OF_MORE = 4, 2
# A page so many times as wide as high has room for three panels abreast.
_WIDE = 1.5
# So few rows stand below each other on every page, with what the skills are used for.
_SPARSE = 4


def tight(size: Size) -> bool:
    """Whether a page of fixed height is not wide."""
    return size.height is not None and size.width < _WIDE * size.height


def columns(view: View, size: Size) -> list[list[SkillGroup]]:
    """The groups of each column with as many skills as it has room for; one column where they are below each other.

    Of two roles each group has a column to itself on a wide page, and what both need on a fixed one that is not.
    """
    found = groups(view)
    parts = [found]
    if len(view.roles) == 2 and size.height is not None:
        if not tight(size):
            parts = [[group] for group in found]
        elif len(found) > 2 and sum(len(group.skills) for group in found) > _SPARSE:
            own = [group for group in found if len(group.roles) == 1]
            parts = [own, [group for group in found if len(group.roles) > 1]]
    longest = max(sum(len(group.skills) for group in part) for part in parts)
    return [_first(view, part, at_most(size, longest)) for part in parts]


def _first(view: View, parts: Sequence[SkillGroup], rows: int) -> list[SkillGroup]:
    """The groups with so many skills in all, shared as evenly as can be; what all need is the last to be left out."""
    parts = parts if len(parts) <= rows else [*parts[: rows - 1], parts[-1]]
    each = max(1, max(len(group.skills) for group in parts))
    while each > 1 and sum(min(len(group.skills), each) for group in parts) > rows:
        each -= 1
    return [_telling(view, group, each) for group in parts]


def _telling(view: View, group: SkillGroup, count: int) -> SkillGroup:
    """Of what all need the skills whose levels lie furthest apart, in the order of the group; else the first."""
    if len(group.skills) <= count:
        return group
    places = list(range(len(group.skills)))
    if group.roles == view.roles:
        places.sort(key=lambda place: -group.skills[place].spread)
    return replace(group, skills=tuple(group.skills[place] for place in sorted(places[:count])))


def telling(view: View, size: Size) -> tuple[Needed, ...]:
    """What a brief picture shows of the skills that all need; where there are none, of all."""
    most = at_most(size, _BRIEF if len(view.roles) == 2 else _BRIEF_OF_MORE)
    return _telling(view, _shared(view) or _all(view), most).skills


def brief_count(view: View, size: Size) -> str:
    """How many skills of how many a brief picture shows, "" where it shows all of them."""
    some, shared = len(telling(view, size)), _shared(view)
    every = len((shared or _all(view)).skills)
    if some == every:
        return ""
    return f"{some} of {every} shared skills" if shared else f"{some} of {every} skills"


def _shared(view: View) -> SkillGroup | None:
    return next((group for group in groups(view) if group.roles == view.roles), None)


def _all(view: View) -> SkillGroup:
    every = tuple(entry for group in groups(view) for entry in group.skills)
    return SkillGroup(view.roles, every, every)


def shown(view: View, size: Size) -> list[SkillGroup]:
    """The groups that a size shows, those of all columns."""
    return [group for column in columns(view, size) for group in column]


def counted(view: View, size: Size) -> str:
    """How many skills of how many, and which; "" where a size shows all."""
    some, every = (sum(len(group.skills) for group in found) for found in (shown(view, size), groups(view)))
    if some == every:
        return ""
    return f"{some} of {every} skills: each role's highest levels, the most different of what {both_or_all(view)} need"
