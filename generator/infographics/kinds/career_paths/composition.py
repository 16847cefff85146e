"""The tracks, and what all paths start from.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from generator.infographics.kinds.career_paths.cards import rails, step_card
from generator.infographics.kinds.career_paths.lines import in_lines
from generator.infographics.kinds.career_paths.steps import career_of, counted, track
from generator.infographics.parts.columns import grouped, in_rows
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.variants import fits, least, once
from generator.layout import Box, Connected, Gathered, Grid, Group, Pad, Space, Stack
from generator.model import Compared, View

# From this width there is a line to spare at the foot, and room for the names of the levels.
_ROOMY = 800
# The share of the levels' names, of a column's.
_AXIS = 0.24
_NARROWER = 0.93
# More roles than these stand two by two on an upright page.
_ABREAST = 3


def compose(view: View, sketch: Sketch) -> Box:
    if sketch.size.brief and len(view.roles) > 2:
        return in_lines(view, sketch)
    if not sketch.size.brief and _based(view, sketch):
        return Stack((_paths(view, sketch), _base(view, sketch)), gap=sketch.space(3), grow=frozenset({0}))
    return _paths(view, sketch)


@once
def _based(view: View, sketch: Sketch) -> bool:
    """Whether something is said of what the paths start from, and there is room for it; an upright page has more lines
    above and below them.
    """
    if not view.comparison.shared.short:
        return False
    size = sketch.size
    if size.most is not None:
        return False
    if size.height and size.width <= size.height:
        size = replace(size, height=size.height * _NARROWER)
    return fits(Stack((_paths(view, sketch), _base(view, sketch)), gap=sketch.space(3)), size)


def _paths(view: View, sketch: Sketch) -> Box:
    """The tracks side by side, or below each other on a narrow page; four on an upright one two by two."""
    return _groups(view, sketch, "label" if _small(view, sketch) else "strong")


@once
def _small(view: View, sketch: Sketch) -> bool:
    """Whether the steps of more than two roles have room in small type only."""
    size = sketch.size
    if not size.height or size.brief or len(view.roles) == 2:
        return False
    return size.most is not None or not fits(_groups(view, least(sketch), "strong"), size)


def _groups(view: View, sketch: Sketch, style: str) -> Box:
    """The tracks with the titles of their steps in that style."""
    size, count = sketch.size, len(view.roles)
    upright = bool(size.height) and size.width <= (size.height or 0.0)
    groups = in_rows(view.roles, 2 if upright and count > _ABREAST else sketch.abreast(count))
    tracks: list[Box] = [_tracks(view, group, sketch, style) for group in groups]
    if len(tracks) > 1 and upright:
        return Stack(tracks, gap=sketch.space(4), grow=frozenset(range(len(tracks))))
    return Stack(tracks, gap=sketch.space(7), grow=frozenset(range(len(tracks))))


def note(view: View, sketch: Sketch) -> Box | None:
    """What a filled step stands for, where a line is to spare."""
    if sketch.size.width < _ROOMY:
        return None
    return sketch.text("Filled: the role itself; steps at one height are on one level", "note", "muted")


# --- the tracks -------------------------------------------------------------------------------------------------------


def _tracks(view: View, roles: Sequence[Compared], sketch: Sketch, style: str) -> Box:
    """Where the paths lead, and the steps from the highest level down."""
    tracks = [track(view, compared, sketch.size) for compared in roles]
    levels = sorted({level for steps in tracks for level in steps}, reverse=True)
    axis = sketch.size.width >= _ROOMY and bool(sketch.size.height) and len(roles) < 4
    names = ["Levels"] * axis + [str(compared.role.name) for compared in roles]
    rows: list[Sequence[Box]] = []
    for level in levels:
        cells: list[Box] = [_level_name(level, sketch)] * axis
        for compared, steps in zip(roles, tracks, strict=True):
            cells.append(step_card(steps[level], level, compared, style, sketch) if level in steps else Space())
        rows.append(grouped(names, cells))
    shares = [_AXIS] * axis + [1.0] * len(roles)
    between, gap = sketch.space(3 if len(roles) > 2 else 5), sketch.space(2.4 if sketch.size.brief else 3)
    ladders: Box = Connected(Grid(rows, shares, between, gap), partial(rails, roles, sketch))
    if sketch.size.brief:
        return Gathered(ladders)
    headings: list[Box] = [Space()] * axis + [_heading(view, compared, style, sketch) for compared in roles]
    heads = Grid([grouped(names, headings)], shares, between)
    return Gathered(Stack((heads, ladders), gap=sketch.space(2.4), grow=frozenset({1})))


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


def _base(view: View, sketch: Sketch) -> Box:
    """What the paths start from."""
    shared = view.comparison.shared
    words: list[Box] = [sketch.text(view.shared_title, "label", "shared.solid", "middle")]
    if shared.short and (sketch.size.height is None or sketch.size.full or sketch.size.width >= _ROOMY):
        words.append(sketch.text(shared.short, "note", "ink", "middle"))
    inset, radius = sketch.space(1.4), sketch.space(2)
    base = Pad(Stack(words, gap=sketch.space(0.3)), (inset,) * 4, "shared.tint", radii=(radius,) * 4, valign="middle")
    return Group(view.shared_title, base)
