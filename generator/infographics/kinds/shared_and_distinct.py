"""What is specific to each role, on what all of them need.

In: each role's leading skills and the shared ones. Out: a panel for each role side by side, and below them, quieter,
what all need; where a page grows, with what each skill is used for. A brief picture has only what is specific to each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.brand import Ramp
from generator.infographics.parts.columns import grid_by_columns, in_rows
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.wording import both_or_all
from generator.infographics.picture import Table
from generator.layout import Box, Fixed, Pad, Row, Rule, Size, Space, Stack
from generator.model import Compared, Skill, Text, View

KIND = "shared-and-distinct"
ICON = "material/set-center"
EDITORIAL = False
POSTER = False
SECTION = ""

# A role without leading skills is marked out by so many of its own.
_LEADING = 3
# With so few skills a panel has room for what they are used for, and with more than so many for two columns only.
_FEW, _MANY = 1, 4
# More panels than these stand two by two, but for wide and narrow pages.
_ABREAST = 3
# From this width a page of fixed height has room for icons and large names.
_ROOMY = 800
# A page so many times as wide as high has room for larger panels and for three columns below them.
_WIDE = 1.5
# Texts of a brief picture are no larger than so many times its usual text: a long title there is little larger.
_BRIEF_TYPE = 1.07

_Used = tuple[Skill, Text]


def compose(view: View, sketch: Sketch) -> Box:
    if sketch.size.brief:
        return _brief(view, sketch)
    count = len(view.roles)
    abreast = 2 if count > _ABREAST and not _wide(sketch) and not sketch.size.narrow else sketch.abreast(count)
    rows = [_panels(view, some, sketch) for some in in_rows(view.roles, abreast)]
    return Stack((*rows, _base(view, sketch)), gap=sketch.space(3), grow=frozenset(range(len(rows))))


def note(view: View, sketch: Sketch) -> Box | None:
    return None


def table(view: View) -> Table:
    rows = [
        (str(skill.name), str(compared.role.name), str(use))
        for compared in view.roles
        for skill, use in leading(view, compared)
    ]
    rows += [(str(skill.name), both_or_all(view), str(use)) for skill, use in shared(view)]
    return Table(("Skill", "Needed by", "Use"), tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    own = tuple(f"Specific to the {compared.role.name}: {_named(leading(view, compared))}." for compared in view.roles)
    return (*own, f"{both_or_all(view).capitalize()} need: {_named(shared(view))}.")


def alt(view: View, size: Size) -> str:
    """What a size without the shared skills shows."""
    if not size.brief:
        return ""
    told = (f"{compared.role.name}: {_named(_shown(view, compared))}." for compared in view.roles)
    return f"Skills specific to each role. {' '.join(told)}"


def _named(skills: Sequence[_Used]) -> str:
    return "; ".join(skill.name for skill, _ in skills)


def leading(view: View, compared: Compared) -> list[_Used]:
    """The skills specific to a role."""
    chosen = [entry for entry in compared.role.skills if entry.headline] or compared.role.skills[:_LEADING]
    return [(view.skill(entry), entry.use) for entry in chosen]


def shared(view: View) -> list[_Used]:
    """The skills that all need."""
    return [(view.model.catalogue.skills[entry.skill], entry.text) for entry in view.comparison.shared.skills]


def _shown(view: View, compared: Compared) -> list[_Used]:
    """What a brief picture shows of a role: three skills of each of two, one of each of more."""
    return leading(view, compared)[: _LEADING if len(view.roles) == 2 else 1]


def _wide(sketch: Sketch) -> bool:
    return sketch.size.height is not None and sketch.size.width > _WIDE * sketch.size.height


def _roomy(sketch: Sketch) -> bool:
    """Whether a page of fixed height has room for icons and large names."""
    return sketch.size.height is not None and sketch.size.width >= _ROOMY


def _explained(view: View, sketch: Sketch) -> bool:
    """Whether there is room for what skills are used for."""
    return (
        sketch.size.height is None
        or sketch.size.full
        or all(len(leading(view, compared)) <= _FEW for compared in view.roles)
    )


# --- what is specific to each role ------------------------------------------------------------------------------------


def _panels(view: View, roles: Sequence[Compared], sketch: Sketch) -> Box:
    """Panels side by side whose lists start on one line."""
    inset = (3.4, 4) if _wide(sketch) else (2.2, 3)
    panels = [sketch.panel(Space(), one.hue, one.swatch.marker, inset) for one in roles]
    heads = [_head(compared, sketch) for compared in roles]
    many = max(len(leading(view, one)) for one in view.roles) > _MANY
    columns = 2 if _roomy(sketch) and len(roles) == 2 and many else 1
    look = "head" if _roomy(sketch) and not many else "strong"
    lists = [
        grid_by_columns(
            [_skill(entry, compared.solid, look, view, sketch) for entry in leading(view, compared)],
            columns,
            sketch.space(3),
            sketch.space(2),
        )
        for compared in roles
    ]
    return sketch.side_by_side(panels, (heads, lists), gap=sketch.space(2.4), grow=1)


def _head(compared: Compared, sketch: Sketch) -> Box:
    tag = sketch.text("Specific to the", "label", "muted")
    return Stack((tag, sketch.text(compared.role.name, "strong", compared.solid)))


def _skill(entry: _Used, colour: str, look: str, view: View, sketch: Sketch) -> Box:
    skill, use = entry
    name = sketch.text(skill.name, look)
    words = Stack((name, sketch.text(use, "note", "muted"))) if _explained(view, sketch) else name
    if sketch.size.height is not None and not _roomy(sketch):
        return Pad(words, valign="middle")
    return Pad(sketch.listed(skill.icon, words, colour), valign="middle")


# --- what all need ----------------------------------------------------------------------------------------------------


def _base(view: View, sketch: Sketch) -> Box:
    """What all need, on a plain panel: it tells nobody apart."""
    size = sketch.size
    columns = 1 if size.narrow else 3 if _wide(sketch) else 2
    cells = [_skill(entry, "muted", "body", view, sketch) for entry in shared(view)]
    listed = grid_by_columns(cells, min(columns, len(cells)), sketch.space(3), sketch.space(1.4))
    label = sketch.text(f"What {both_or_all(view)} need", "label", "muted")
    high, side, radius = sketch.space(2.2), sketch.space(4 if _wide(sketch) else 3), sketch.space(2.5)
    # The bar of the panels above is counted in, so that all texts start on one line.
    insets = (high, side, high, side + sketch.space(1.1))
    return Pad(Stack((label, listed), gap=sketch.space(1.4)), insets, "card", radii=(radius,) * 4)


# --- seen small: what is specific to each role ------------------------------------------------------------------------


def _brief(view: View, sketch: Sketch) -> Box:
    sketch = replace(sketch, ramp=Ramp(min(sketch.ramp.body, sketch.size.body * _BRIEF_TYPE)))
    if len(view.roles) == 2:
        columns = [_short(view, compared, sketch) for compared in view.roles]
        return Row(columns, sketch.space(2), (1.0, 1.0), valign="fill")
    tags = [sketch.text(compared.role.abbreviation, "tag", compared.solid) for compared in view.roles]
    widest = max(tag.widths().max for tag in tags)
    names = [sketch.text(skill.name, "tag") for compared in view.roles for skill, _ in _shown(view, compared)]
    rows: list[Box] = []
    for tag, name in zip(tags, names, strict=True):
        rows += [Rule(), Row((Fixed(tag, widest), name), sketch.space(3))]
    return Stack(rows[1:], spread=True)


def _short(view: View, compared: Compared, sketch: Sketch) -> Box:
    name = sketch.text(compared.role.abbreviation, "tag", compared.solid)
    names = [sketch.text(skill.name, "tag") for skill, _ in _shown(view, compared)]
    words = Stack((name, *names), gap=sketch.space(0.5), spread=len(names) > 1)
    return sketch.panel(words, compared.hue, compared.swatch.marker, (1.2, 1.6))
