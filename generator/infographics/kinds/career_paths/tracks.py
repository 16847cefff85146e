"""The tracks that stand side by side, from the highest level down.

In: roles of a `View`, the means of a composition, and the lines between the tracks. Out: boxes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.infographics.kinds.career_paths.cards import rails, step_card
from generator.infographics.kinds.career_paths.routes import LINE, Routes
from generator.infographics.kinds.career_paths.steps import career_of, counted, track
from generator.infographics.parts.columns import grouped
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Connected, Gathered, Grid, Group, Named, Pad, Space, Stack
from generator.model import CareerStep, Compared, View

# From this width there is a line to spare at the foot, and room for the names of the levels.
ROOMY = 800
# The shares of the levels' names and of what is said between two tracks, of a column's; where steps are told in full
# as well they need the room.
_AXIS = 0.24
_CAPTION, _NARROW_CAPTION = 0.52, 0.4


@dataclass(frozen=True, slots=True)
class Looks:
    """How tracks are set: the style of steps, whether words stand between them, and whether they are narrow."""

    style: str
    captions: bool = False
    facing: bool = False


def tracks(view: View, roles: Sequence[Compared], sketch: Sketch, looks: Looks, routes: Routes | None) -> Box:
    """Where the paths lead, and the steps. Rails are drawn here unless `routes`, which cross them, are drawn around."""
    steps = [track(view, compared, sketch.size) for compared in roles]
    levels = sorted({level for each in steps for level in each}, reverse=True)
    axis = with_levels(sketch, len(roles))
    names = ["Levels"] * axis + [str(compared.role.name) for compared in roles]
    rows: list[list[Box]] = []
    for level in levels:
        cells: list[Box] = [_level_name(level, sketch)] * axis
        for compared, each in zip(roles, steps, strict=True):
            cells.append(_cell(each.get(level), level, compared, sketch, looks))
        rows.append(grouped(names, cells))
    headings: list[Box] = [Space()] * axis + [_heading(view, compared, looks.style, sketch) for compared in roles]
    heads = grouped(names, headings)
    if routes and looks.captions:
        heads.insert(-1, Space())
        for level, row in zip(levels, rows, strict=True):
            row.insert(-1, Group(view.moves_title, _caption(routes, level, sketch)))
    between, gap = _gaps(len(roles), sketch, looks, routes)
    shares = [_AXIS] * axis + [1.0] * len(roles)
    if routes and looks.captions:
        shares.insert(-1, _CAPTION if sketch.size.height else _NARROW_CAPTION)
    if routes and axis:
        shares[0] = _axis(levels, shares[1:], sketch.size.inner - between * (len(shares) - 1), sketch)
    grid = Grid(rows, shares, between, gap)
    ladders: Box = grid if routes else Connected(grid, partial(rails, roles, sketch))
    if sketch.size.brief:
        return Gathered(ladders)
    return Gathered(Stack((Grid([heads], shares, between), ladders), gap=sketch.space(2.4), grow=frozenset({1})))


def _cell(step: CareerStep | None, level: int, compared: Compared, sketch: Sketch, looks: Looks) -> Box:
    """A step's card, or the room for one."""
    return step_card(step, level, compared, looks.style, sketch, facing=looks.facing) if step else Space()


def _gaps(abreast: int, sketch: Sketch, looks: Looks, routes: Routes | None) -> tuple[float, float]:
    """The gaps between so many columns and between rows, with room for the lines that run there."""
    between, gap = sketch.space(3 if abreast > 2 else 5), sketch.space(2.4 if sketch.size.brief else 3)
    if routes is None:
        return between, gap
    wide = sketch.space(2.4) if looks.captions else max(between, routes.lengths.beside(routes.lanes.widest))
    return wide, max(gap, routes.lengths.below(routes.lanes.highest))


def _axis(levels: Sequence[int], others: Sequence[float], room: float, sketch: Sketch) -> float:
    """The share of the levels' names: lines take room from the columns, and each name has one line."""
    widest = max(_level_name(level, sketch).widths().max for level in levels)
    return max(_AXIS, 1.01 * sum(others) * widest / max(room - widest, 1.0))


def with_levels(sketch: Sketch, abreast: int) -> bool:
    """Whether the levels are named beside so many tracks."""
    return sketch.size.width >= ROOMY and bool(sketch.size.height) and abreast < 4


def _caption(routes: Routes, level: int, sketch: Sketch) -> Box:
    """Room for the line between two steps of one level, and what is said of the move."""
    for number, crossing in enumerate(routes.crossings):
        if crossing.ends[0].level == level and crossing.move.short:
            line = Named(LINE.format(number), Space(height=routes.lengths.head))
            words = sketch.text(crossing.move.short, "note", "muted", "middle")
            words = replace(words, style=replace(words.style, balanced=True))
            # A line that begins where a card's corner is round would not touch the card.
            insets = (sketch.space(1.4), 0.0, 0.0, 0.0)
            return Pad(Stack((line, words), gap=sketch.space(0.3)), insets, valign="middle")
    return Space()


def _level_name(level: int, sketch: Sketch) -> Box:
    """How a level lies to that of the roles."""
    words = "Before" if level < 0 else "The role" if level == 0 else "Next" if level == 1 else "Later"
    return Pad(sketch.text(words, "note", "muted"), valign="middle")


def _heading(view: View, compared: Compared, style: str, sketch: Sketch) -> Box:
    """Which way the path leans, below the name of the role where no step has it; and how many steps there are."""
    lines: list[Box] = [sketch.text(career_of(compared).leans, style, compared.solid)]
    if not any(step.title == compared.role.name for step in career_of(compared).steps):
        lines.insert(0, sketch.text(compared.role.name, "label", compared.solid))
    some = counted(view, compared, sketch.size)
    if some:
        lines.append(sketch.text(f"The nearest steps{some}", "note", "muted"))
    return lines[0] if len(lines) == 1 else Stack(lines, gap=sketch.space(0.2))
