"""What the sections that only pictures draw have to add up to: portfolio, map, ties, week.

In: a comparison. Out: problems.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product

from generator.model import text
from generator.model.schema import Comparison, Map, Part, Portfolio, Reach, Ties, Week
from generator.problems import Problem, counted

SECTIONS = ("portfolio", "map", "ties", "week")
_WHOLE = 100


def by_role(section: Portfolio | Map | Ties | Week) -> Mapping[str, Part]:
    """What a section says of each role."""
    return section.reach if isinstance(section, Map) else section.roles


def check(comparison: Comparison) -> Iterator[Problem]:
    """All findings on the sections that this comparison has."""
    if comparison.map:
        yield from _rows(comparison.map)
        for reach in comparison.map.reach.values():
            yield from _reach(reach, comparison.map)
        yield from _calls(comparison.map)
        yield from _overlap(comparison.map)
    if comparison.week:
        yield from _week(comparison.week)


def _rows(drawn: Map) -> Iterator[Problem]:
    used = set("".join(drawn.rows)) - {"."}
    for row in drawn.rows:
        for letter in sorted(set(row) - {"."} - set(drawn.areas)):
            message = f'the map shows "{letter}", which is no area'
            yield Problem("dangling-reference", text.place_of(row), message, "add it to areas, or use another letter")
    for letter, area in drawn.areas.items():
        if letter not in used:
            message = f'the area "{letter}" has no cell on the map'
            yield Problem("never-shown", area.name.place, message, "draw it in rows, or remove it")


def _reach(reach: Reach, drawn: Map) -> Iterator[Problem]:
    for letter in (*reach.covers, *(call.area for call in reach.calls)):
        if letter not in drawn.areas:
            message = f'there is no area "{letter}"'
            fix = f"there are {', '.join(drawn.areas)}"
            yield Problem("dangling-reference", text.place_of(letter), message, fix)
    if not reach.covers and not reach.calls:
        message = "the role has neither an area nor a customer on the map"
        yield Problem("missing-field", reach.headline.place, message, 'add "covers:" or "calls:"')


def _calls(drawn: Map) -> Iterator[Problem]:
    """Each customer of any role takes a cell of its own."""
    cells, taken = "".join(drawn.rows), Counter[str]()
    for reach in drawn.reach.values():
        for letter, wanted in sorted(Counter(str(call.area) for call in reach.calls).items()):
            taken[letter] += wanted
            if letter in drawn.areas and taken[letter] > cells.count(letter) >= taken[letter] - wanted:
                customers, room = counted(taken[letter], "customer"), counted(cells.count(letter), "cell")
                message = f'{customers} in the area "{letter}", which has {room}; each takes one'
                place = next(text.place_of(call.area) for call in reversed(reach.calls) if call.area == letter)
                yield Problem("wrong-count", place, message, "draw the area larger, or name fewer")


def _overlap(drawn: Map) -> Iterator[Problem]:
    """A rule for where roles meet needs such a place."""
    covers = [set(reach.covers) for reach in drawn.reach.values()]
    works = [{*reach.covers, *(call.area for call in reach.calls)} for reach in drawn.reach.values()]
    meet = any(one & other for (i, one), (j, other) in product(enumerate(covers), enumerate(works)) if i != j)
    if drawn.overlap and not meet:
        message = "no two roles meet on the map, so what is said of that is not shown"
        fix = "add the areas or customers where they do, or remove it"
        yield Problem("never-shown", drawn.overlap.title.place, message, fix)


def _week(week: Week) -> Iterator[Problem]:
    known = [activity.id for activity in week.activities]
    for activity in week.activities:
        if known.count(activity.id) > 1:
            message = f'the activity "{activity.id}" is listed twice'
            yield Problem("duplicate-id", text.place_of(activity.id), message, "keep one of them")
    for role in week.roles.values():
        place = next(map(text.place_of, role.shares), role.headline.place)
        for name in known:
            if name not in role.shares:
                yield Problem("asymmetric", place, f'the week says nothing about "{name}"', f'add "{name}: 0" or more')
        for name in role.shares:
            if name not in known:
                fix = f"there are {', '.join(known)}"
                yield Problem("dangling-reference", text.place_of(name), f'there is no activity "{name}"', fix)
        whole = sum(role.shares.values())
        if whole != _WHOLE:
            yield Problem("wrong-count", place, f"the shares make {whole} percent", f"they must make {_WHOLE}")
