"""Careers as straight tracks on one axis of level: the roles themselves stand side by side.

In: every role's career with its steps and what it leans towards. Out: a column a role with a card a step, joined by a
rail in the role's marker; the role's own step is filled, and what the roles have in common is the base of all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from generator.infographics.parts.arrows import Pen
from generator.infographics.parts.columns import in_rows
from generator.infographics.parts.marks import edge
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.variants import fits, once
from generator.infographics.picture import Table
from generator.layout import Box, Connected, Grid, Item, Named, Pad, Rect, Size, Space, Stack
from generator.model import CareerStep, Compared, View

KIND = "career-paths"
ICON = "material/stairs-up"
EDITORIAL = False
POSTER = False
SECTION = ""

_STAGES = {"before": "Before", "now": "The role", "next": "Next"}
# From this width there is a line to spare at the foot, and room for the names of the levels.
_ROOMY = 800
# The share of the levels' names, of a column's.
_AXIS = 0.24
_NARROWER = 0.93


def compose(view: View, sketch: Sketch) -> Box:
    if not sketch.size.brief and _based(view, sketch):
        return Stack((_paths(view, sketch), _base(view, sketch)), gap=sketch.space(3), grow=frozenset({0}))
    return _paths(view, sketch)


@once
def _based(view: View, sketch: Sketch) -> bool:
    """Whether there is room for what the paths start from; an upright page has more lines above and below them."""
    size = sketch.size
    if size.height and size.width <= size.height:
        size = replace(size, height=size.height * _NARROWER)
    return fits(Stack((_paths(view, sketch), _base(view, sketch)), gap=sketch.space(3)), size)


def _paths(view: View, sketch: Sketch) -> Box:
    """The tracks side by side, or below each other on a narrow page."""
    groups = in_rows(view.roles, sketch.abreast(len(view.roles)))
    tracks: list[Box] = [_tracks(view, group, sketch) for group in groups]
    return Stack(tracks, gap=sketch.space(7), grow=frozenset(range(len(tracks))))


def note(view: View, sketch: Sketch) -> Box | None:
    """What a filled step stands for, where a line is to spare."""
    if sketch.size.width < _ROOMY:
        return None
    return sketch.text("Filled: the role itself; steps at one height are on one level", "note", "muted")


def alt(view: View, size: Size) -> str:
    """What a card for feeds shows: of each path the role and the highest step."""
    if not size.brief:
        return ""
    said = "; ".join(
        f"from {compared.role.name} to {compared.role.career.steps[-1].title}, {compared.role.career.leans}"
        for compared in view.roles
    )
    return f"Of each career the role itself and the highest step: {said}."


def table(view: View) -> Table:
    rows = [
        (str(compared.role.name), str(step.title), _STAGES[step.stage], str(step.text), str(compared.role.career.leans))
        for compared in view.roles
        for step in compared.role.career.steps
    ]
    return Table(("Path of", "Step", "Stage", "What it is about", "The path leans"), tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    base = f"All paths start from one base: {view.comparison.shared.short}."
    return (*(_paragraph(compared) for compared in view.roles), base)


def _paragraph(compared: Compared) -> str:
    career = compared.role.career
    steps = " ".join(f"{step.title} ({_STAGES[step.stage].lower()}): {step.text}" for step in career.steps)
    return f"{compared.role.name}. {career.leans}. From the lowest step to the highest: {steps}"


# --- the tracks -------------------------------------------------------------------------------------------------------


def _tracks(view: View, roles: Sequence[Compared], sketch: Sketch) -> Box:
    """Where the paths lead, and the steps from the highest level down."""
    tracks = [_track(view, compared, sketch) for compared in roles]
    levels = sorted({level for track in tracks for level in track}, reverse=True)
    axis = sketch.size.width >= _ROOMY and bool(sketch.size.height) and len(roles) < 4
    rows: list[Sequence[Box]] = []
    for level in levels:
        cells: list[Box] = [
            Named(f"{compared.id} {level}", _card(track[level], compared, sketch)) if level in track else Space()
            for compared, track in zip(roles, tracks, strict=True)
        ]
        rows.append([_level_name(level, sketch), *cells] if axis else cells)
    shares = [_AXIS] * axis + [1.0] * len(roles)
    between, gap = sketch.space(3 if len(roles) > 2 else 5), sketch.space(2.4 if sketch.size.brief else 3)
    steps: Box = Connected(Grid(rows, shares, between, gap), partial(_rails, roles, sketch))
    if sketch.size.brief:
        return steps
    headings: list[Box] = [Space()] * axis + [_heading(compared, sketch) for compared in roles]
    heads = Grid([headings], shares, between)
    return Stack((heads, steps), gap=sketch.space(2.4), grow=frozenset({1}))


def _track(view: View, compared: Compared, sketch: Sketch) -> dict[int, CareerStep]:
    """A role's steps by level, its own being 0; where the picture is seen small, that and the highest."""
    steps = compared.role.career.steps
    below = sum(step.stage == "before" for step in steps)
    if sketch.size.brief:
        return {1: steps[-1], 0: steps[min(below, len(steps) - 2)]}
    return {index - below: step for index, step in enumerate(steps)}


def _level_name(level: int, sketch: Sketch) -> Box:
    """How a level lies to that of the roles."""
    words = "Before" if level < 0 else "The role" if level == 0 else "Next" if level == 1 else "Later"
    return Pad(sketch.text(words, "note", "muted"), valign="middle")


def _heading(compared: Compared, sketch: Sketch) -> Box:
    """Which way the path leans, below the name of the role where no step has it."""
    leans = sketch.text(compared.role.career.leans, "strong", compared.solid)
    if any(step.title == compared.role.name for step in compared.role.career.steps):
        return leans
    return Stack((sketch.text(compared.role.name, "label", compared.solid), leans), gap=sketch.space(0.2))


def _card(step: CareerStep, compared: Compared, sketch: Sketch) -> Pad:
    """One step; what it is about where the page grows."""
    now, bar, radius = step.stage == "now", sketch.space(1), sketch.space(2.2)
    colour, fill = (compared.on, compared.solid) if now else ("ink", "card")
    high, side = sketch.space(0.5 if sketch.size.brief else 1.6), sketch.space(1.4 if sketch.size.brief else 2.6)
    title = sketch.text(step.title, "tag" if sketch.size.brief else "strong", colour)
    if sketch.size.brief:
        title = replace(title, style=replace(title.style, size=sketch.size.legible))
    words: Box = title
    if sketch.size.height is None or sketch.size.full:
        words = Stack((words, sketch.text(step.text, "note", colour if now else "muted")), gap=sketch.space(0.4))
    marks = None if now else edge(compared.swatch.marker, compared.solid, bar)
    return Pad(words, (high, side, high, side + bar), fill, None, (0.0, radius, radius, 0.0), "middle", marks)


def _base(view: View, sketch: Sketch) -> Box:
    """What the paths start from."""
    shared = view.comparison.shared
    words: list[Box] = [sketch.text(shared.title, "label", "shared.solid", "middle")]
    if sketch.size.height is None or sketch.size.full or sketch.size.width >= _ROOMY:
        words.append(sketch.text(shared.short, "note", "ink", "middle"))
    inset, radius = sketch.space(1.4), sketch.space(2)
    return Pad(Stack(words, gap=sketch.space(0.3)), (inset,) * 4, "shared.tint", radii=(radius,) * 4, valign="middle")


def _rails(roles: Sequence[Compared], sketch: Sketch, spots: Mapping[str, Rect]) -> tuple[Item, ...]:
    """From each step straight up to the next, in the role's marker."""
    items: list[Item] = []
    bar = sketch.space(1)
    for compared in roles:
        mine = sorted((spot for name, spot in spots.items() if name.rpartition(" ")[0] == compared.id), key=_top)
        pen = Pen(compared.solid, compared.swatch.marker, bar * 0.5, 0.0)
        for above, below in pairwise(mine):
            x = round(above.x + bar / 2, 3)
            items += pen.line(x, above.bottom, x, below.y)
    return tuple(items)


def _top(spot: Rect) -> float:
    return spot.y
