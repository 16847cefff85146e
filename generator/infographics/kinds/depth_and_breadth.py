"""The roles on editorial scales.

In: the comparison's scales with a position and a rationale for each role. Out: one track a scale with
each role's mark on it; where there is room, the rationale too. Every mark is a judgement and is said to be.
"""

from __future__ import annotations

from generator.infographics.parts.badges import role_pill
from generator.infographics.parts.columns import even_rows, grid_by_rows
from generator.infographics.parts.dot_scale import role_track, scale_cells
from generator.infographics.parts.notes import judgement_label, whole
from generator.infographics.parts.sketch import Sketch
from generator.infographics.picture import Table
from generator.layout import Box, Fixed, Grid, Pad, Row, Rule, Stack
from generator.model import Scale, View

KIND = "depth-and-breadth"
EDITORIAL = True
POSTER = False
SECTION = ""
alt = whole

# How many scales a card for feeds has room for in type that is read at a glance.
_BRIEF = 3
# More scales than these stand closer together.
_MANY = 9


def compose(view: View, sketch: Sketch) -> Box:
    if sketch.size.brief:
        rows = [_tall(view, scale, sketch) for scale in _telling(view)]
        body: Box = even_rows(rows, sketch.space(0.8), Rule())
        return Stack((_legend(view, sketch), body), gap=sketch.space(2.4), grow=frozenset({1}))
    if sketch.size.full:
        cards = [_explained(view, scale, sketch) for scale in view.comparison.scales]
        body = grid_by_rows(cards, 2, sketch.space(3), sketch.space(3))
    elif sketch.size.height is not None and sketch.size.width > sketch.size.height:
        lines = [_wide(view, scale, sketch) for scale in view.comparison.scales]
        body = Grid(lines, _SHARES, sketch.space(4), rule=Rule())
    elif sketch.size.height is not None:
        rows = [_tall(view, scale, sketch) for scale in view.comparison.scales]
        body = even_rows(rows, sketch.space(1), Rule())
    else:
        rows = [_explained(view, scale, sketch) for scale in view.comparison.scales]
        body = Stack(rows, gap=sketch.space(5))
    return Stack((_legend(view, sketch), body), gap=sketch.space(4), grow=frozenset({1}))


def _telling(view: View) -> list[Scale]:
    """The scale that an editor puts first, and those others on which the roles stand furthest apart."""

    def reach(scale: Scale) -> int:
        values = [scale.positions[compared.id].value for compared in view.roles]
        return max(values) - min(values)

    scales = view.comparison.scales
    others = sorted(range(1, len(scales)), key=lambda index: -reach(scales[index]))[: _BRIEF - 1]
    return [scales[index] for index in (0, *sorted(others))]


def note(view: View, sketch: Sketch) -> Box | None:
    words = "Editorial judgement" if sketch.size.brief else "Editorial judgement, not measured data"
    return judgement_label(sketch, sketch.text(words, "note", "muted"))


def table(view: View) -> Table:
    columns = ["Scale (0 to 10)", "0 is", "10 is"]
    for compared in view.roles:
        columns += [compared.role.name, f"{compared.role.abbreviation}: why"]
    return Table(tuple(columns), tuple(_table_row(view, scale) for scale in view.comparison.scales))


def _table_row(view: View, scale: Scale) -> tuple[str, ...]:
    positions = [scale.positions[compared.id] for compared in view.roles]
    judged = [cell for position in positions for cell in (str(position.value), str(position.rationale))]
    return (str(scale.name), str(scale.low), str(scale.high), *judged)


def describe(view: View) -> tuple[str, ...]:
    opening = "Editorial judgement: each role is placed between 0 and 10 on every scale, with the reason."
    return (opening, *(_sentence(view, scale) for scale in view.comparison.scales))


def _sentence(view: View, scale: Scale) -> str:
    placed = (
        f"{compared.role.name} {scale.positions[compared.id].value}: {scale.positions[compared.id].rationale}"
        for compared in view.roles
    )
    return f"{scale.name}, from {scale.low} (0) to {scale.high} (10). {' '.join(placed)}"


def _legend(view: View, sketch: Sketch) -> Box:
    pills = [role_pill(sketch, compared) for compared in view.roles]
    widest = max(pill.widths().max for pill in pills)
    entries = []
    for pill, compared in zip(pills, view.roles, strict=True):
        front = Fixed(pill, widest) if sketch.size.narrow else pill
        entries.append(Row((front, sketch.text(compared.role.name, "label")), gap=sketch.space(2), valign="middle"))
    return Stack(entries, gap=sketch.space(2)) if sketch.size.narrow else Row(entries, gap=sketch.space(6))


# --- wide: one line a scale -------------------------------------------------------------------------------------------

_SHARES = (0.26, 0.18, 0.38, 0.18)


def _wide(view: View, scale: Scale, sketch: Sketch) -> tuple[Box, ...]:
    inset = 1.6 if len(view.comparison.scales) <= _MANY else 0.3
    return scale_cells(view, scale, sketch, style="strong", thickness=0.9, inset=inset)


# --- tall and narrow: the track below the name ------------------------------------------------------------------------


def _ends(scale: Scale, sketch: Sketch) -> Box:
    low = sketch.text(scale.low, "note", "muted")
    high = sketch.text(scale.high, "note", "muted", "end")
    return Row((low, high), gap=sketch.space(3), shares=(1.0, 1.0))


def _tall(view: View, scale: Scale, sketch: Sketch) -> Box:
    left = Stack((sketch.text(scale.name, "strong"),))
    right = Stack((role_track(view, scale, sketch, 0.9), _ends(scale, sketch)), gap=sketch.space(0.8))
    return Pad(Row((left, right), gap=sketch.space(4), shares=(0.36, 0.64), valign="middle"), valign="middle")


def _explained(view: View, scale: Scale, sketch: Sketch) -> Box:
    marks = [sketch.text(compared.role.abbreviation, "label", compared.solid) for compared in view.roles]
    widest = max(mark.widths().max for mark in marks)
    reasons = [
        Row((Fixed(mark, widest), sketch.text(scale.positions[compared.id].rationale, "note")), gap=sketch.space(2))
        for mark, compared in zip(marks, view.roles, strict=True)
    ]
    head = sketch.text(scale.name, "strong")
    track = Stack((role_track(view, scale, sketch, 0.9), _ends(scale, sketch)), gap=sketch.space(1.2))
    inset = sketch.space(4)
    inside = Stack((head, track, Rule(), Stack(reasons, gap=sketch.space(1.6))), gap=sketch.space(2.6))
    return Pad(inside, (inset,) * 4, "card", radii=(sketch.space(3),) * 4)
