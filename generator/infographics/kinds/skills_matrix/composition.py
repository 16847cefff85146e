"""Columns of the roles' own skills that stand on the shared ones.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.infographics.kinds.skills_matrix.description import ordered, shared_name
from generator.infographics.kinds.skills_matrix.meter import ROOMY, level_marks, level_word, meter, meter_with_word
from generator.infographics.parts.badges import role_pill
from generator.infographics.parts.cards import band
from generator.infographics.parts.columns import grid_by_rows, in_rows
from generator.infographics.parts.marks import edge
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Fixed, Grid, Layers, Pad, Row, Space, Stack
from generator.model import LEVELS, Compared, RoleSkill, SharedSkill, View

# Own skills of a role in a picture that is seen small.
_FEW = 3


def compose(view: View, sketch: Sketch) -> Box:
    if sketch.size.brief:
        return _brief(view, sketch)
    abreast = sketch.abreast(len(view.roles))
    rows = in_rows(view.roles, abreast)
    parts = [*(_role_columns(view, row, sketch) for row in rows), _shared_skills(view, sketch)]
    return Stack(parts, gap=sketch.space(4 if len(rows) > 1 else 2), grow=frozenset(range(len(parts))))


def note(view: View, sketch: Sketch) -> Box | None:
    """What marks and bold type stand for, where a line is to spare."""
    if sketch.size.width < ROOMY:
        return None
    return sketch.text("Marks show the level a role needs; its leading skills are in bold", "note", "muted")


def _low(sketch: Sketch) -> bool:
    """Whether lines are what the page is short of."""
    return sketch.size.height is not None and sketch.size.height < 1.1 * sketch.size.width


def _few(view: View) -> bool:
    """Whether no role has more own skills than a small picture shows."""
    return all(len(compared.role.skills) <= _FEW for compared in view.roles)


def _name(view: View, entry: RoleSkill, sketch: Sketch) -> Box:
    return sketch.text(view.skill(entry).name, "strong" if entry.headline else "body")


def _inline(view: View, entry: RoleSkill, compared: Compared, sketch: Sketch) -> Box:
    """Marks, name and the level's word on one line; where the picture is seen small, no word."""
    name, gap = _name(view, entry, sketch), sketch.space(2.4)
    around: list[Box] = [meter(entry.level, compared.solid, sketch)]
    if not sketch.size.brief:
        around.append(level_word(entry.level, LEVELS, sketch, "end"))
    # A name is kept on one line if type that is still legible allows it.
    need = Row((*around, name), gap).widths().max + sketch.space(7.5)
    if need * sketch.size.legible / sketch.ramp.smallest <= sketch.size.width / 2 - sketch.size.margin:
        name = Fixed(name, name.widths().max)
    return Row((around[0], name, *around[1:]), gap, valign="middle", stretch=1)


def _stacked(view: View, entry: RoleSkill, compared: Compared, sketch: Sketch) -> Box:
    """The name above marks and word, and what the skill is for where there are so few that it has room."""
    parts = [_name(view, entry, sketch), meter_with_word(entry.level, compared, sketch)]
    if _few(view) and not sketch.size.brief:
        parts.insert(1, sketch.text(entry.use, "note", "muted"))
    return Stack(parts, gap=sketch.space(0.6))


# --- the roles' own skills: columns that stand on the floor -----------------------------------------------------------


def _head(compared: Compared, sketch: Sketch, role: str) -> Box:
    name = sketch.text(compared.role.name, role, compared.on)
    inside = Row((sketch.icon(compared.role.icon, compared.on, role, 1.3), name), sketch.space(2.2), valign="middle")
    return band(sketch, inside, compared.solid, (2, 3))


def _role_columns(view: View, roles: Sequence[Compared], sketch: Sketch) -> Box:
    """Columns side by side: a head, then a line for each skill."""
    shares, gap = [1.0] * len(roles), sketch.space(3)
    head = "head" if len(roles) < 3 else "strong"
    heads = Row([_head(compared, sketch, head) for compared in roles], gap, shares, valign="fill")
    radius, bar = sketch.space(1.2), sketch.space(0.9)
    cards = [
        Pad(Space(), fill="card", radii=(0.0, 0.0, radius, radius), edge=edge(one.swatch.marker, one.solid, bar))
        for one in roles
    ]
    lists = [ordered(compared)[: _FEW if sketch.size.brief else None] for compared in roles]
    inline = len(roles) == 2 and _low(sketch) and (sketch.size.brief or not _few(view))
    cell, insets = (_inline if inline else _stacked), (sketch.space(1.0 if inline else 1.4), sketch.space(3)) * 2
    lines: list[list[Box]] = []
    for index in range(max(len(entries) for entries in lists)):
        inside = [
            cell(view, entries[index], compared, sketch) if index < len(entries) else Space()
            for compared, entries in zip(roles, lists, strict=True)
        ]
        lines.append([Pad(box, insets, valign="start" if _few(view) else "middle") for box in inside])
    more = sketch.space(1.2)
    grid = Pad(Grid(lines, shares, gap), (more, 0.0, more, 0.0))
    return Stack((heads, Layers((Row(cards, gap, shares, valign="fill"), grid))), grow=frozenset({1}))


# --- the shared skills: a floor with a column of its own for each role ------------------------------------------------


def _level_in_column(view: View, entry: SharedSkill, compared: Compared, sketch: Sketch) -> Box:
    """A role's level as part of the floor: marks as wide as the column, then the word."""
    level = entry.levels[compared.id]
    used = [skill.levels[role.id] for skill in view.comparison.shared.skills for role in view.roles]
    parts = (level_marks(level, compared.solid, sketch), level_word(level, used, sketch))
    return Row(parts, sketch.space(2.2), valign="middle", stretch=0)


def _shared_skills(view: View, sketch: Sketch) -> Box:
    count = len(view.roles)
    label = sketch.text("Shared skills", "strong", "shared.solid")
    if sketch.size.narrow:
        entries = [_narrow_entry(view, entry, sketch) for entry in view.comparison.shared.skills]
        return _shared_panel(view, Stack((label, *entries), gap=sketch.space(3)), sketch)
    columns = (1.25 if count == 2 else 0.95, *[0.8] * count)
    gap = sketch.space(4.5 if count == 2 else 3)
    pills = [Row((role_pill(sketch, compared),)) for compared in view.roles]
    top = Row((Pad(label, valign="middle"), *pills), gap, columns, valign="middle")
    beside = count == 2 or (count == 3 and sketch.size.width >= ROOMY and sketch.size.height is not None)
    lines: list[list[Box]] = []
    for entry in view.comparison.shared.skills:
        if beside:
            cells = [_level_in_column(view, entry, compared, sketch) for compared in view.roles]
        else:
            cells = [_level_below(entry, compared, sketch) for compared in view.roles]
        name: Box = sketch.text(shared_name(view, entry))
        if sketch.size.width >= ROOMY:
            icon = view.model.catalogue.skills[entry.skill].icon
            name = sketch.labelled(icon, sketch.text(shared_name(view, entry)), "shared.solid", 1.2)
        lines.append([Pad(cell, valign="middle") for cell in (name, *cells)])
    grid = Grid(lines, columns, gap, sketch.space(1.6 if beside else 2.6))
    return _shared_panel(view, Stack((top, grid), gap=sketch.space(1.6), grow=frozenset({1})), sketch)


def _shared_panel(view: View, child: Box, sketch: Sketch) -> Box:
    """The panel of the floor; its texts start where those of the columns do."""
    more, side, radius = sketch.space(2.6), sketch.space(3), sketch.space(2.5)
    marks = edge(view.model.palette.shared.marker, "shared.solid", sketch.space(0.9))
    return Pad(child, (more, side) * 2, "shared.tint", radii=(0.0, radius, radius, 0.0), edge=marks)


def _level_below(entry: SharedSkill, compared: Compared, sketch: Sketch) -> Box:
    """Marks as wide as a column that has no room for the word beside them."""
    level = entry.levels[compared.id]
    word = sketch.text(level.capitalize(), "note")
    return Stack((level_marks(level, compared.solid, sketch), word), gap=sketch.space(0.5))


def _narrow_entry(view: View, entry: SharedSkill, sketch: Sketch) -> Box:
    """A shared skill with the roles' levels in a row below its name, two abreast."""
    cells: list[Box] = []
    for compared in view.roles:
        tag = sketch.text(compared.role.abbreviation, "tag", "muted")
        cells.append(Stack((tag, _level_in_column(view, entry, compared, sketch)), gap=sketch.space(0.3)))
    levels = grid_by_rows(cells, 2, sketch.space(5), sketch.space(1))
    return Stack((sketch.text(shared_name(view, entry)), levels), gap=sketch.space(0.8))


# --- seen small: the skills that lead, on a floor that is only counted ------------------------------------------------


def _brief(view: View, sketch: Sketch) -> Box:
    count = len(view.comparison.shared.skills)
    words = sketch.text(f"{count} shared skill{'s' if count > 1 else ''}", "strong", "shared.solid", "middle")
    inset, radius = sketch.space(1.4), sketch.space(1.5)
    floor = Pad(words, (inset,) * 4, "shared.tint", radii=(radius,) * 4, valign="middle")
    return Stack((_role_columns(view, view.roles, sketch), floor), gap=sketch.space(1.5), grow=frozenset({0}))
