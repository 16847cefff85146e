"""What marks out each role and what all of them share, as skills.

In: each role's own skills and the shared ones. Out: for two roles three panels with the common ground in
the middle, for more the roles in a row above it, on narrow sizes one below another.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.layout.boxes import Box, Grid, Row, Space, Stack
from generator.layout.sketch import Sketch
from generator.model.derive import Compared, View
from generator.model.schema import Skill
from generator.model.text import Text
from generator.pictures import Table

KIND = "shared-and-distinct"
EDITORIAL = False

# From this width a panel has room for an icon and for what a skill is used for.
_ROOMY = 800


def compose(view: View, sketch: Sketch) -> Box:
    own = [_own(view, compared, sketch) for compared in view.roles]
    shared = _shared(view, sketch)
    gap = sketch.space(4)
    if sketch.size.narrow:
        return Stack([_beside([group], sketch) for group in (*own, shared)], gap=gap)
    if len(own) == 2 and sketch.size.height is not None:
        return _beside([own[0], shared, own[1]], sketch)
    abreast = sketch.abreast(len(own))
    rows = [_beside(own[start : start + abreast], sketch) for start in range(0, len(own), abreast)]
    return Stack((*rows, _below(shared, abreast, sketch)), gap=gap, grow=frozenset({0}))


def note(view: View, sketch: Sketch) -> Box | None:
    return None


def table(view: View) -> Table:
    columns = ("Skill", "Needed by", "Use")
    rows = [
        (str(view.skill(entry).name), str(compared.role.name), str(entry.use))
        for compared in view.roles
        for entry in compared.role.skills
    ]
    rows += [
        (str(skill.name), "both" if len(view.roles) == 2 else "all", str(use)) for skill, use in _shared_skills(view)
    ]
    return Table(columns, tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    own = tuple(
        f"Marks out the {compared.role.name}: "
        + "; ".join(view.skill(entry).name for entry in compared.role.skills)
        + "."
        for compared in view.roles
    )
    shared = "; ".join(skill.name for skill, _ in _shared_skills(view))
    return (*own, f"{_all(view)} need: {shared}.")


def _all(view: View) -> str:
    return "Both" if len(view.roles) == 2 else "All"


def _shared_skills(view: View) -> list[tuple[Skill, Text]]:
    return [(view.model.catalogue.skills[entry.skill], entry.text) for entry in view.comparison.shared.skills]


@dataclass(frozen=True, slots=True)
class _Group:
    """One panel's content."""

    tag: str
    name: str
    icon: str
    hue: str
    marker: str
    skills: list[tuple[Skill, Text]]


def _own(view: View, compared: Compared, sketch: Sketch) -> _Group:
    role = compared.role
    skills = [(view.skill(entry), entry.use) for entry in role.skills]
    return _Group(
        f"Marks out the {role.abbreviation}", role.name, role.icon, compared.hue, compared.swatch.marker, skills
    )


def _shared(view: View, sketch: Sketch) -> _Group:
    swatch = view.model.palette.shared
    name = f"{_all(view)} need"
    return _Group("Shared", name, "material/set-center", "shared", swatch.marker, _shared_skills(view))


def _beside(groups: list[_Group], sketch: Sketch) -> Box:
    """Panels side by side whose lists start on one line."""
    panels = [sketch.panel(Space(), group.hue, group.marker) for group in groups]
    heads = [_head(group, sketch) for group in groups]
    spread = sketch.size.height is not None
    lists = [Stack(_rows(group, sketch), gap=sketch.space(2.5), spread=spread) for group in groups]
    return sketch.side_by_side(panels, (heads, lists), gap=sketch.space(3.5), grow=1)


def _below(group: _Group, columns: int, sketch: Sketch) -> Box:
    """One panel across, its list in columns."""
    rows = _rows(group, sketch)
    per = -(-len(rows) // columns)
    lines = [rows[start::per] for start in range(per)]
    cells = [[*line, *[Space()] * (columns - len(line))] for line in lines]
    listed = Grid(cells, [1.0] * columns, column_gap=sketch.space(6), row_gap=sketch.space(2.5))
    return sketch.panel(Stack((_head(group, sketch), listed), gap=sketch.space(3.5)), group.hue, group.marker)


def _head(group: _Group, sketch: Sketch) -> Box:
    solid = f"{group.hue}.solid"
    words = Stack((sketch.text(group.tag, "tag", solid), sketch.text(group.name, "head")), gap=sketch.space(0.3))
    if sketch.size.width < _ROOMY and not sketch.size.narrow:
        return words
    return Row((words, sketch.icon(group.icon, solid, "head", 1.6)), gap=sketch.space(2), valign="middle", stretch=0)


def _rows(group: _Group, sketch: Sketch) -> list[Box]:
    return [_skill(skill, use, f"{group.hue}.solid", sketch) for skill, use in group.skills]


def _skill(skill: Skill, use: Text, colour: str, sketch: Sketch) -> Box:
    name = sketch.text(skill.name, "strong")
    roomy = sketch.size.width >= _ROOMY or sketch.size.narrow
    words: Box = Stack((name, sketch.text(use, "note", "muted"))) if roomy else name
    return sketch.listed(skill.icon, words, colour)
