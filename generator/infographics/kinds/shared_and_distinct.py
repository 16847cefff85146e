"""What is specific to each role, on what all of them need.

In: each role's leading skills and the shared ones. Out: a panel for each role side by side, and below them, quieter,
what all need; where a page grows, with what each skill is used for. A brief picture has only what is specific to each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.infographics.parts.columns import grid_by_columns, in_rows, transposed
from generator.infographics.parts.role_lines import beside_names, role_lines
from generator.infographics.parts.shown import counted, first, of_each, unbroken
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.variants import below_title, fits, least, once
from generator.infographics.parts.wording import both_or_all
from generator.infographics.picture import Table
from generator.layout import Box, Group, Pad, Row, Size, Space, Stack
from generator.model import Compared, Skill, Text, View

KIND = "shared-and-distinct"
ICON = "material/set-center"
EDITORIAL = False
POSTER = False
SECTION = "roles.skills"

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

_Used = tuple[Skill, Text | None]


def compose(view: View, sketch: Sketch) -> Box:
    if sketch.size.brief:
        return _brief(view, below_title(sketch))
    return _body(view, sketch, explained=_explained(view, sketch))


def _body(view: View, sketch: Sketch, *, explained: bool) -> Box:
    """The panels and what all need, with what each skill is used for where that is `explained`."""
    count = len(view.roles)
    abreast = 2 if count > _ABREAST and not _wide(sketch) and not sketch.size.narrow else sketch.abreast(count)
    rows = [_panels(view, some, sketch, explained=explained) for some in in_rows(view.roles, abreast)]
    base = [_base(view, sketch, explained=explained)] if shared(view) else []
    return Stack((*rows, *base), gap=sketch.space(3), grow=frozenset(range(len(rows))))


def note(view: View, sketch: Sketch) -> Box | None:
    """Of how many skills a card for feeds shows the first, and that it shows none of those that all need."""
    if not sketch.size.brief:
        return None
    most = max(len(_shown(view, one, sketch.size)) for one in view.roles)
    own = of_each(most, [len(leading(view, one)) for one in view.roles], "skills")
    count = len(shared(view))
    left = f"{count} shared {'skill' if count == 1 else 'skills'} left out" if count else ""
    told = "; ".join(filter(None, (own, left)))
    return sketch.text(told, "note", "muted") if told else None


def table(view: View) -> Table:
    rows = [
        (str(skill.name), str(compared.role.name), str(use or ""))
        for compared in view.roles
        for skill, use in leading(view, compared)
    ]
    rows += [(str(skill.name), both_or_all(view), str(use or "")) for skill, use in shared(view)]
    return Table(("Skill", "Needed by", "Use"), tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    own = tuple(f"Specific to the {compared.role.name}: {_named(leading(view, compared))}." for compared in view.roles)
    both = [f"{both_or_all(view).capitalize()} need: {_named(shared(view))}."] if shared(view) else []
    return (*own, *both)


def alt(view: View, size: Size) -> str:
    """What a size without the shared skills shows."""
    told = [f"{_title(view, compared, size)}: {_named(_shown(view, compared, size))}." for compared in view.roles]
    if size.brief:
        left = [f"What {both_or_all(view)} need is not shown."] if shared(view) else []
        return f"Skills specific to each role. {' '.join((*told, *left))}"
    some = [*(_shown(view, one, size) for one in view.roles), _shared(view, size)]
    every = [*(leading(view, one) for one in view.roles), shared(view)]
    if list(map(len, some)) == list(map(len, every)):
        return ""
    both = [f"{_need(view, size)}: {_named(_shared(view, size))}."] if shared(view) else []
    return f"Skills specific to each role. {' '.join((*told, *both))}"


def _title(view: View, compared: Compared, size: Size) -> str:
    """The role's name, with how many of its skills there are where that is not all; a brief picture has no room."""
    name = compared.role.name
    return name if size.brief else counted(name, _shown(view, compared, size), leading(view, compared))


def _need(view: View, size: Size) -> str:
    return counted(view.words.of("shared", len(view.roles)), _shared(view, size), shared(view))


def _named(skills: Sequence[_Used]) -> str:
    return "; ".join(skill.name for skill, _ in skills)


def leading(view: View, compared: Compared) -> list[_Used]:
    """The skills specific to a role."""
    chosen = [entry for entry in compared.role.skills if entry.headline] or compared.role.skills[:_LEADING]
    return [(view.skill(entry), entry.use) for entry in chosen]


def shared(view: View) -> list[_Used]:
    """The skills that all need."""
    return [(view.model.catalogue.skills[entry.skill], entry.text) for entry in view.comparison.shared.skills]


def _shown(view: View, compared: Compared, size: Size) -> Sequence[_Used]:
    """What a size shows of a role: three skills of each of two on a brief picture, and one of each of more."""
    most = None if not size.brief else _LEADING if len(view.roles) == 2 else 1
    return first(size, leading(view, compared), most)


def _shared(view: View, size: Size) -> Sequence[_Used]:
    """What a size shows of what all need."""
    return first(size, shared(view))


def _wide(sketch: Sketch) -> bool:
    return sketch.size.height is not None and sketch.size.width > _WIDE * sketch.size.height


def _roomy(sketch: Sketch) -> bool:
    """Whether a page of fixed height has room for icons and large names."""
    return sketch.size.height is not None and sketch.size.width >= _ROOMY


def _tight(view: View, sketch: Sketch) -> bool:
    """Whether panels stand two by two on a page of fixed height, which leaves room for names in small type."""
    size = sketch.size
    return size.height is not None and not size.full and len(view.roles) > _ABREAST and not _wide(sketch)


@once
def _explained(view: View, sketch: Sketch) -> bool:
    """Whether there is room for what skills are used for."""
    if sketch.size.height is None or sketch.size.full:
        return True
    if sketch.size.most is not None:
        return False
    few = all(len(leading(view, compared)) <= _FEW for compared in view.roles)
    return few and fits(_body(view, least(sketch), explained=True), sketch.size)


# --- what is specific to each role ------------------------------------------------------------------------------------


def _panels(view: View, roles: Sequence[Compared], sketch: Sketch, *, explained: bool) -> Box:
    """Panels side by side whose skills start on common lines."""
    inset = (3.4, 4) if _wide(sketch) else (2.2, 3)
    panels = [sketch.panel(Space(), one.hue, one.swatch.marker, inset) for one in roles]
    heads = [_head(view, compared, sketch) for compared in roles]
    many = max(len(_shown(view, one, sketch.size)) for one in view.roles) > _MANY
    columns = 2 if _roomy(sketch) and len(roles) == 2 and many else 1
    tight = _tight(view, sketch)
    look = "label" if tight else "head" if _roomy(sketch) and not many else "strong"
    gap, between = sketch.space(1.4 if tight else 2.4), sketch.space(1 if tight else 2)
    cells = [
        [
            _skill(entry, compared.solid, look, sketch, explained=explained)
            for entry in _shown(view, compared, sketch.size)
        ]
        for compared in roles
    ]
    names = [compared.role.name for compared in roles]
    if columns == 1:
        return sketch.side_by_side(names, panels, (heads,), gap, 1, transposed(cells), between)
    lists = [grid_by_columns(skills, columns, sketch.space(3), between) for skills in cells]
    return sketch.side_by_side(names, panels, (heads, lists), gap, grow=1)


def _head(view: View, compared: Compared, sketch: Sketch) -> Box:
    title = unbroken(_title(view, compared, sketch.size), len(view.roles))
    name = sketch.text(title, "strong", compared.solid)
    return name if _narrow(view, sketch) else Stack((sketch.text("Specific to the", "label", "muted"), name))


def _narrow(view: View, sketch: Sketch) -> bool:
    """Whether panels are too narrow, or too low, for more than the role's name above their lists."""
    small = sketch.size.height is not None and not sketch.size.full and not _roomy(sketch)
    return _tight(view, sketch) or (small and len(view.roles) == _ABREAST)


def _skill(entry: _Used, colour: str, look: str, sketch: Sketch, *, explained: bool) -> Box:
    skill, use = entry
    name = sketch.text(skill.name, look)
    words = Stack((name, sketch.text(use, "note", "muted"))) if explained and use else name
    if sketch.size.height is not None and not _roomy(sketch):
        return Group(skill.name, words)
    line = (
        sketch.labelled(skill.icon, name, colour)
        if look in ("label", "note") and words is name
        else sketch.listed(skill.icon, words, colour, look)
    )
    # Where another in its row takes more lines, it stands beside the first of them.
    return Group(skill.name, Stack((line,)))


# --- what all need ----------------------------------------------------------------------------------------------------


def _base(view: View, sketch: Sketch, *, explained: bool) -> Box:
    """What all need, on a plain panel: it tells nobody apart."""
    size = sketch.size
    columns = 1 if size.narrow else 3 if _wide(sketch) else 2
    look = "note" if _tight(view, sketch) else "body"
    cells = [_skill(entry, "muted", look, sketch, explained=explained) for entry in _shared(view, sketch.size)]
    listed = grid_by_columns(cells, min(columns, len(cells)), sketch.space(3), sketch.space(1.4))
    label = sketch.text(_need(view, sketch.size), "label", "muted")
    high, side, radius = sketch.space(2.2), sketch.space(4 if _wide(sketch) else 3), sketch.space(2.5)
    # The bar of the panels above is counted in, so that all texts start on one line.
    insets = (high, side, high, side + sketch.space(1.1))
    panel = Pad(Stack((label, listed), gap=sketch.space(1.4)), insets, "card", radii=(radius,) * 4)
    return Group(view.words.of("shared", len(view.roles)), panel)


# --- seen small: what is specific to each role ------------------------------------------------------------------------


def _brief(view: View, sketch: Sketch) -> Box:
    if len(view.roles) == 2:
        columns = [_short(view, compared, sketch) for compared in view.roles]
        return Row(columns, sketch.space(2), (1.0, 1.0), valign="fill")
    words = [_shown(view, one, sketch.size)[0][0].name if leading(view, one) else "" for one in view.roles]
    return role_lines(sketch, view.roles, [line or Space() for line in beside_names(sketch, view.roles, words)])


def _short(view: View, compared: Compared, sketch: Sketch) -> Box:
    name = sketch.text(compared.role.abbreviation, "tag", compared.solid)
    names = [sketch.text(skill.name, "tag") for skill, _ in _shown(view, compared, sketch.size)]
    words = Stack((name, *names), gap=sketch.space(0.5), spread=len(names) > 1)
    panel = sketch.panel(words, compared.hue, compared.swatch.marker, (1.2, 1.6))
    # One skill alone at the top would leave the panel empty below it.
    return Group(compared.role.name, panel if len(names) > 1 else replace(panel, valign="middle"))
