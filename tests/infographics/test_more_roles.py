"""A third and a fourth role beside the flagship's, with texts as long as theirs, fit in every kind and every size."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import pytest
from pydantic import BaseModel

from generator.infographics.drawing import Drawing
from generator.infographics.kinds import all_kinds
from generator.layout.sizes import SIZES
from generator.model.schema import CareerMove, Role
from generator.model.text import Text
from generator.model.view import Compared, View
from infographics.conftest import laid, squeezed, view_of
from infographics.test_any_text import faults, words

# The new roles: id, name, abbreviation and hue. Both names are longer than the flagship's.
NEW = (
    ("regional-account-director", "Regional Account Director", "RAD", "blue"),
    ("field-sales-supervisor", "Field Sales Supervisor", "FSS", "ochre"),
)
LISTS = ("responsibilities", "skills", "metrics", "lead")
# Where room is dearest; all others are tried with the large doses.
IN_SHORT = ("classic", "square", "social")


def longer(one: Any, other: Any) -> Any:
    """The first, with each text of the other that is longer."""
    if isinstance(one, Text) and isinstance(other, Text):
        return max(one, other, key=len)
    if isinstance(one, tuple) and isinstance(other, tuple):
        rest = max(one, other, key=len)[min(len(one), len(other)) :]
        return (*(longer(*pair) for pair in zip(one, other, strict=False)), *rest)
    if isinstance(one, BaseModel) and isinstance(other, type(one)):
        return one.model_copy(update={name: longer(value, getattr(other, name)) for name, value in one})
    if isinstance(one, dict) and isinstance(other, dict):
        return {key: longer(value, other[key]) if key in other else value for key, value in one.items()}
    return one


def copied(old: Compared, new: tuple[str, str, str, str], swatch: Any, change: Callable[[Role], Role]) -> Compared:
    """A role that says what the old one says, its lists the other way round."""
    id, name, abbreviation, hue = new
    role = change(old.role)
    lists = {field: getattr(role, field)[::-1] for field in LISTS}
    called = Text(name, role.name.place)
    assert role.career
    steps = tuple(
        step.model_copy(update={"title": called}) if step.stage == "now" else step for step in role.career.steps
    )
    career = role.career.model_copy(update={"steps": steps})
    told = {"name": called, "abbreviation": Text(abbreviation, role.abbreviation.place), "hue": hue, "career": career}
    return Compared(id, role.model_copy(update={**told, **lists}), swatch)


def told_of(value: Any, same: dict[str, str]) -> Any:
    """The same content, in which what is said of the old roles is said of the new ones too; `same` by their ids."""
    if isinstance(value, tuple):
        return tuple(told_of(item, same) for item in value)
    if isinstance(value, BaseModel):
        return value.model_copy(update={name: told_of(item, same) for name, item in value})
    if not isinstance(value, dict):
        return value
    found = {key: told_of(item, same) for key, item in value.items()}
    return found | {new: found[old] for new, old in same.items() if old in found}


@cache
def of(count: int, *, longest: bool = False) -> View:
    """The flagship with so many roles; of the `longest`, new ones say whatever takes the most letters."""
    view = view_of("flagship")
    left, right = (compared.role for compared in view.roles)
    roles, same = [*view.roles], {}
    for old, new, other in zip(view.roles, NEW[: count - 2], (right, left), strict=False):
        change = (lambda role, other=other: longer(role, other)) if longest else (lambda role: role)
        roles.append(copied(old, new, view.model.palette.hues[new[3]], change))
        same[new[0]] = old.id
    comparison = told_of(view.comparison.model_copy(update={"career_moves": ()}), same)
    moves = tuple(moves_between(view, roles, same))
    return View(view.id, comparison.model_copy(update={"career_moves": moves}), tuple(roles), view.model)


def moves_between(view: View, roles: Sequence[Compared], same: dict[str, str]) -> Iterator[CareerMove]:
    """Each move between the old roles, and the same with a new role in the place of one of them, or of both."""
    careers = {one.id: one.role.career for one in roles}
    for each in view.career_moves:
        ids = [[end.role, *(new for new, old in same.items() if old == end.role)] for end in each.ends]
        for pair in itertools.product(*ids):
            steps = ((id, careers[id], end.step) for id, end in zip(pair, each.ends, strict=True))
            between = {id: str(career.steps[step].title) for id, career, step in steps if career}
            yield each.move.model_copy(update={"between": between})


def holds(view: View, kind: str, tried: Iterable[str]) -> None:
    """Every size is sound, has every role's full name, and says in its alternative text what it counts."""
    drawing = Drawing(view, words(view, kind))
    for name in drawing.sizes(tried):
        size, frame = laid(drawing, name)
        assert faults(frame, SIZES[name]) == [], name
        running = squeezed("".join(line.text for line in frame.lines))
        for one in view.roles:
            assert squeezed(one.role.name) in running, name
        if re.search(r"\dof\d", running):
            assert all_kinds()[kind].alt(view, size), name


@pytest.mark.slow
def test_four_roles_hold_texts_as_long_as_the_flagship_s(kind: str) -> None:
    holds(of(4), kind, IN_SHORT)


@pytest.mark.endurance
@pytest.mark.parametrize("longest", [False, True])
@pytest.mark.parametrize("count", [3, 4])
def test_more_roles_hold_them_in_every_size(kind: str, count: int, longest: bool) -> None:
    holds(of(count, longest=longest), kind, SIZES)


def test_the_new_roles_are_what_they_say() -> None:
    view = of(4)
    assert [one.role.abbreviation for one in view.roles] == ["KAM", "TM", "RAD", "FSS"]
    assert view.comparison.week
    assert len(view.comparison.week.roles) == 4
    assert all(len(answer.weights) == 4 for question in view.guide.questions for answer in question.answers)
    tagline = of(3, longest=True).roles[2].role.tagline
    assert tagline == max((one.role.tagline or "" for one in view_of("flagship").roles), key=len)
