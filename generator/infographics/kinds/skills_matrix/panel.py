"""A group of skills: its title and a row for each, with a column of marks for each role.

In: a group, and columns. Out: boxes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.infographics.kinds.skills_matrix.description import needed_by
from generator.infographics.kinds.skills_matrix.groups import Needed, SkillGroup, groups, used_levels
from generator.infographics.kinds.skills_matrix.marks import mark
from generator.infographics.kinds.skills_matrix.shown import shown, tight
from generator.infographics.parts.columns import even_rows
from generator.infographics.parts.shown import counted
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Fixed, Group, Pad, Row, Rule, Size, Space, Stack, Text
from generator.model import Compared, View

# So few skills in each group leave room on every page to say what they are used for.
_FEW = 3
# More skills than these in a group are set in smaller type.
_MANY = 7
# Columns of marks take so much of the room beside the names.
_ROOM = 0.9
# More columns of marks than these stand below the names on a narrow page.
_ABREAST = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """The roles that have a column, and which share of the page the panel is wide."""

    roles: Sequence[Compared]
    share: float


def panel(view: View, group: SkillGroup, columns: Columns, sketch: Sketch, *, titled: bool = True) -> Group:
    """The group on a panel that is one of its name, which is seen where it is `titled`."""
    own = group.roles[0] if len(group.roles) == 1 else None
    hue, marker = (own.hue, own.swatch.marker) if own else ("shared", view.model.palette.shared.marker)
    low = _low(view, sketch)
    lines = rows(view, group.skills, columns, sketch)
    body: Box = even_rows(lines, sketch.space(0.2 if low else 1), None if low else Rule())
    if titled:
        words = counted(title_of(view, group), group.skills, group.every)
        title = _on_one_line(
            sketch.text(words, "label" if low else "strong", f"{hue}.solid"),
            0 if own else len(columns.roles),
            columns,
            sketch,
        )
        top = title if len(columns.roles) == 1 else head(view, columns, sketch, title)
        body = Stack((top, body), gap=sketch.space(0.8 if low else 1.4), grow=frozenset({1}))
    high = 1.0 if not titled else 1.4 if low else 2.2
    return Group(title_of(view, group), sketch.panel(body, hue, marker, (high, SIDE)))


# Steps at the sides of a panel, less the bar that it has at the left.
SIDE = 2.6


def title_of(view: View, group: SkillGroup) -> str:
    """Who needs the skills of a group."""
    if group.roles == view.roles:
        return f"{needed_by(view, group).capitalize()} roles"
    return f"Only the {needed_by(view, group)}" if len(group.roles) == 1 else needed_by(view, group)


def _low(view: View, sketch: Sketch) -> bool:
    """Whether rows need all the height there is."""
    size = sketch.size
    return tight(size) or (size.height is not None and (len(view.roles) > _ABREAST or _many(view, size)))


def _many(view: View, size: Size) -> bool:
    """Whether a group has so many skills that the page is short of height."""
    return max(len(group.skills) for group in shown(view, size)) > _MANY


def rows(view: View, skills: Sequence[Needed], columns: Columns, sketch: Sketch) -> list[Box]:
    """A row for each skill."""
    across = _across(sketch)
    lines: list[Box] = []
    for entry in skills:
        marks = [mark(entry.levels.get(compared.id), compared.solid, across) for compared in columns.roles]
        line = _line(view, _name(view, entry, columns, sketch), marks, columns, sketch)
        lines.append(Group(entry.skill.name, Pad(line, valign="middle")))
    return lines


def _name(view: View, entry: Needed, columns: Columns, sketch: Sketch) -> Box:
    """A skill's name, and what it is used for where there is room."""
    size = sketch.size
    if size.brief:
        return sketch.text(entry.skill.name, "tag")
    roomy = len(view.roles) == 2 and (columns.share == 1.0 or not tight(sketch.size))
    if size.height is None or (roomy and few(view) and size.most is None):
        name = sketch.text(entry.skill.name, "strong")
        if not entry.use:
            return name
        use = sketch.text(entry.use, "note", "muted")
        beside = size.height is None and not size.narrow
        return Row((name, use), sketch.space(3), (0.36, 0.64), valign="middle") if beside else Stack((name, use))
    name = sketch.text(entry.skill.name, "label" if _low(view, sketch) else "body")
    return _on_one_line(name, len(columns.roles), columns, sketch)


def few(view: View) -> bool:
    """Whether there are so few skills that every page has room for what they are used for."""
    return all(len(group.skills) <= _FEW for group in groups(view))


def _on_one_line(text: Text, marks: int, columns: Columns, sketch: Sketch) -> Box:
    """The text unbroken, if type that is still legible allows it beside so many marks on a page of fixed height."""
    size = sketch.size
    if size.height is None:
        return text
    wide = text.widths().max
    need = wide + marks * (_column(columns.roles, sketch) + sketch.space(2)) + sketch.space(2 * SIDE + 1.1 + 2.4)
    fits = need * size.legible / sketch.ramp.smallest <= size.inner * columns.share
    return Fixed(text, wide) if fits else text


def head(view: View, columns: Columns, sketch: Sketch, title: Box | None = None) -> Box:
    """The roles' short names above their columns, a title before them."""
    return _line(view, title or Space(), _tags(columns.roles, sketch), columns, sketch)


def _tags(roles: Sequence[Compared], sketch: Sketch) -> list[Box]:
    return [Group(one.role.name, sketch.text(one.role.abbreviation, "tag", one.solid, "middle")) for one in roles]


def _across(sketch: Sketch) -> float:
    return round(sketch.ramp.body * (0.7 if sketch.size.brief or tight(sketch.size) else 0.86), 3)


def _column(roles: Sequence[Compared], sketch: Sketch) -> float:
    """How wide the columns of marks are; one alone has no short name above it."""
    tags = _tags(roles, sketch) if len(roles) > 1 else []
    return max((_across(sketch), *(tag.widths().max for tag in tags)))


def _line(view: View, name: Box, cells: Sequence[Box], columns: Columns, sketch: Sketch) -> Box:
    """A name, and what stands in the columns: they are equally wide everywhere."""
    wide = _column(view.roles if len(cells) > 1 else view.roles[:1], sketch)
    if len(cells) > _ABREAST:
        wide = max(wide, _spread(view, columns, sketch))
    gap, marks = sketch.space(2), [Fixed(cell, wide) for cell in cells]
    if sketch.size.narrow and len(marks) > _ABREAST:
        return Stack((name, Row(marks, gap, align="end")), gap=sketch.space(0.6))
    return Row((name, *marks), gap, valign="middle", stretch=0)


def _spread(view: View, columns: Columns, sketch: Sketch) -> float:
    """How wide columns may be so that marks stand near the names, on a page of fixed size that has only those."""
    size = sketch.size
    if size.height is None or size.brief or size.full:
        return 0.0
    every = [entry.skill.name for group in shown(view, size) for entry in group.skills]
    names = max(sketch.text(name, "label").widths().max for name in every)
    room = size.inner * columns.share - names - sketch.space(2 * SIDE + 1.1 + 2.4)
    each = room / len(columns.roles) - sketch.space(2)
    return round(each * _ROOM, 3)


def key(skills: Sequence[Needed], sketch: Sketch) -> Box:
    """The mark of each level that occurs."""
    look = "tag" if sketch.size.brief else "label"
    entries: list[Box] = []
    for level in used_levels(skills):
        name = sketch.text(level.capitalize(), look, "muted")
        entry = Row((mark(level, "muted", _across(sketch)), name), sketch.space(1.6), valign="middle")
        entries.append(Group(name.text, entry))
    return Group("Levels", Row(entries, sketch.space(4)))
