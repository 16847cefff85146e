"""What marks out each role and what all of them share, as skills.

In: each role's own skills and the shared ones. Out: the roles as pillars side by side upon the common ground,
a filled slab across the whole width; on narrow sizes one below another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.infographics.parts.columns import grid_by_columns, in_rows
from generator.infographics.parts.notes import whole
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.wording import both_or_all
from generator.infographics.picture import Table
from generator.layout import Box, Pad, Row, Space, Stack
from generator.model import Compared, Skill, Text, View

KIND = "shared-and-distinct"
EDITORIAL = False
POSTER = False
SECTION = ""
alt = whole

# From this width a panel has room for an icon and for what a skill is used for.
_ROOMY = 800
# So few skills leave room to say what they are used for on every page, and need no second column.
_FEW = 3
# With more than these, names alone fill a page of fixed size.
_MANY = 8


# How many skills a card for feeds shows of each role, and of what all share.
_BRIEF, _BRIEF_BELOW = 3, 4


def compose(view: View, sketch: Sketch) -> Box:
    own = [_own(view, compared) for compared in view.roles]
    shared = _shared(view)
    if not _explains(max(len(group.skills) for group in own), sketch):
        own = [replace(group, explained=False) for group in own]
    if not _explains(len(shared.skills), sketch) or _low(sketch):
        shared = replace(shared, explained=False)
    if sketch.size.narrow:
        pillars: list[Box] = [_panels([group], 1, sketch) for group in own]
        return Stack((*pillars, _base(shared, 1, sketch)), gap=sketch.space(3))
    if sketch.size.brief:
        pillar = Row([_short(group, sketch) for group in own], sketch.space(2), [1.0] * len(own), valign="fill")
        return Stack((pillar, _short_base(shared, sketch)), gap=sketch.space(1.5), grow=frozenset({0}))
    abreast = sketch.abreast(len(own))
    roomy = _roomy(sketch)
    most = max(len(group.skills) for group in own)
    wide = len(own) == 2 and sketch.size.height is not None and (roomy or most > _MANY)
    within = 2 if wide and most > _FEW else 1
    rows = [_panels(row, within, sketch) for row in in_rows(own, abreast)]
    below = 3 if roomy and sketch.size.height is not None else 2
    return Stack((*rows, _base(shared, below, sketch)), gap=sketch.space(2), grow=frozenset({0}))


def note(view: View, sketch: Sketch) -> Box | None:
    return None


def table(view: View) -> Table:
    columns = ("Skill", "Needed by", "Use")
    rows = [
        (str(view.skill(entry).name), str(compared.role.name), str(entry.use))
        for compared in view.roles
        for entry in compared.role.skills
    ]
    rows += [(str(skill.name), both_or_all(view), str(use)) for skill, use in _shared_skills(view)]
    return Table(columns, tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    own = tuple(
        f"Marks out the {compared.role.name}: "
        + "; ".join(view.skill(entry).name for entry in compared.role.skills)
        + "."
        for compared in view.roles
    )
    shared = "; ".join(skill.name for skill, _ in _shared_skills(view))
    return (*own, f"{both_or_all(view).capitalize()} need: {shared}.")


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
    # Whether it says what each skill is used for.
    explained: bool = True


def _own(view: View, compared: Compared) -> _Group:
    role = compared.role
    skills = [(view.skill(entry), entry.use) for entry in role.skills]
    tag = f"Marks out the {role.abbreviation}"
    return _Group(tag, role.name, role.icon, compared.hue, compared.swatch.marker, skills)


def _shared(view: View) -> _Group:
    swatch = view.model.palette.shared
    name = f"{both_or_all(view).capitalize()} need"
    return _Group("Shared", name, "material/set-center", "shared", swatch.marker, _shared_skills(view))


def _roomy(sketch: Sketch) -> bool:
    return sketch.size.width >= _ROOMY


def _explains(skills: int, sketch: Sketch) -> bool:
    """Whether there is room to say what so many skills are used for."""
    if sketch.size.height is None or skills <= _FEW:
        return True
    return _roomy(sketch) and skills <= _MANY


def _low(sketch: Sketch) -> bool:
    """A slide has less height than its width asks for: what all share goes without saying there."""
    return sketch.size.height is not None and sketch.size.width > 1.5 * sketch.size.height


# --- what marks out each role: pillars --------------------------------------------------------------------------------


def _panels(groups: Sequence[_Group], columns: int, sketch: Sketch) -> Box:
    """Panels side by side whose lists start on one line."""
    panels = [sketch.panel(Space(), group.hue, group.marker) for group in groups]
    heads = [_head(group, f"{group.hue}.solid", "ink", sketch) for group in groups]
    lists = [_list(group, columns, f"{group.hue}.solid", ("ink", "muted"), sketch) for group in groups]
    return sketch.side_by_side(panels, (heads, lists), gap=sketch.space(3.5), grow=1)


def _head(group: _Group, colour: str, name: str, sketch: Sketch) -> Box:
    words = Stack((sketch.text(group.tag, "tag", colour), sketch.text(group.name, "head", name)), gap=sketch.space(0.3))
    icon = sketch.icon(group.icon, colour, "head", 1.6)
    wide = _roomy(sketch) or sketch.size.narrow
    return Row((words, icon), gap=sketch.space(2), valign="middle", stretch=0) if wide else words


def _list(group: _Group, columns: int, colour: str, inks: tuple[str, str], sketch: Sketch) -> Box:
    """The group's skills in so many columns, read down each of them."""
    cells: list[Box] = [
        _skill(skill, use if group.explained else None, colour, inks, sketch) for skill, use in group.skills
    ]
    return grid_by_columns(cells, min(columns, len(cells)), sketch.space(5), sketch.space(2.5))


def _skill(skill: Skill, use: Text | None, colour: str, inks: tuple[str, str], sketch: Sketch) -> Box:
    name = sketch.text(skill.name, "strong", inks[0])
    words: Box = Stack((name, sketch.text(use, "note", inks[1]))) if use else name
    return sketch.listed(skill.icon, words, colour)


# --- what all share: the base that they stand on ----------------------------------------------------------------------


def _base(group: _Group, columns: int, sketch: Sketch) -> Box:
    """One filled panel across, its list in columns."""
    colour = f"{group.hue}.on"
    head = _head(group, colour, colour, sketch)
    listed = _list(group, columns, colour, (colour, colour), sketch)
    return _slab(Stack((head, listed), gap=sketch.space(3)), group, 4, sketch)


def _slab(child: Box, group: _Group, inset: float, sketch: Sketch) -> Box:
    radius, high = sketch.space(2.5), sketch.space(inset)
    # The bar of the panels above is counted in, so that all texts start on one line.
    insets = (high, high, high, high + sketch.space(1.1))
    return Pad(child, insets, f"{group.hue}.solid", radii=(0.0, 0.0, radius, radius))


# --- brief: names alone -----------------------------------------------------------------------------------------------


def _short(group: _Group, sketch: Sketch) -> Box:
    label = sketch.text(group.name, "label", f"{group.hue}.solid")
    names = [sketch.text(skill.name, "strong") for skill, _ in group.skills[:_BRIEF]]
    words = Stack((label, *names), gap=sketch.space(0.8))
    return replace(sketch.panel(words, group.hue, group.marker, (2, 2.2)), valign="middle")


def _short_base(group: _Group, sketch: Sketch) -> Box:
    colour = f"{group.hue}.on"
    names = " · ".join(skill.name for skill, _ in group.skills[:_BRIEF_BELOW])
    label = sketch.text(group.name, "label", colour)
    words = Stack((label, sketch.text(names, "strong", colour)), gap=sketch.space(0.4))
    return _slab(words, group, 2.2, sketch)
