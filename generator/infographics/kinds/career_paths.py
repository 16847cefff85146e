"""Careers as straight tracks on one axis of level: the roles themselves stand side by side.

In: every role's career with its steps and what it leans towards. Out: a column a role with a card a step, joined by a
rail in the role's marker; the role's own step is filled, and what the roles have in common is the base of all. Where
the picture is seen small, more than two careers are a line each, from the role to the highest step.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from generator.infographics.parts.arrows import Pen
from generator.infographics.parts.columns import grouped, in_rows
from generator.infographics.parts.marks import edge
from generator.infographics.parts.shown import at_most, count
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.variants import below_title, fits, least, once
from generator.infographics.picture import Table
from generator.layout import Box, Connected, Gathered, Grid, Group, Item, Named, Pad, Rect, Size, Space, Stack
from generator.model import Career, CareerStep, Compared, View

KIND = "career-paths"
ICON = "material/stairs-up"
EDITORIAL = False
POSTER = False
SECTION = "roles.career"

_STAGES = {"before": "Before", "now": "The role", "next": "Next"}
# From this width there is a line to spare at the foot, and room for the names of the levels.
_ROOMY = 800
# The share of the levels' names, of a column's.
_AXIS = 0.24
_NARROWER = 0.93
# More roles than these stand two by two on an upright page.
_ABREAST = 3
# Fewer levels than these are no path.
_LEAST = 2
# The share of a line that its first step has at least and at most.
_SHORT, _LONG = 0.2, 0.5


def compose(view: View, sketch: Sketch) -> Box:
    if sketch.size.brief and len(view.roles) > 2:
        return _in_lines(view, sketch)
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


def alt(view: View, size: Size) -> str:
    """What a size shows of each path: a card for feeds the role and the highest step, others what is nearest to it."""
    if not size.brief:
        if not any(_counted(view, compared, size) for compared in view.roles):
            return ""
        told = (
            f"{one.role.name}, {_career(one).leans}{_counted(view, one, size)}: "
            + "; ".join(step.title for step in track(view, one, size).values())
            for one in view.roles
        )
        return f"Of each career the steps nearest to the role, from the lowest to the highest. {'. '.join(told)}."
    said = "; ".join(
        f"from {compared.role.name} to {_career(compared).steps[-1].title}, {_career(compared).leans}"
        for compared in view.roles
    )
    return f"Of each career the role itself and the highest step: {said}."


def table(view: View) -> Table:
    rows = [
        (str(compared.role.name), str(step.title), _STAGES[step.stage], str(step.text), str(_career(compared).leans))
        for compared in view.roles
        for step in _career(compared).steps
    ]
    return Table(("Path of", "Step", "Stage", "What it is about", "The path leans"), tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    short = view.comparison.shared.short
    base = [f"All paths start from one base: {short}."] if short else []
    return (*(_paragraph(compared) for compared in view.roles), *base)


def _career(compared: Compared) -> Career:
    """What the picture draws of each role."""
    assert compared.role.career
    return compared.role.career


def _paragraph(compared: Compared) -> str:
    career = _career(compared)
    steps = " ".join(f"{step.title} ({_STAGES[step.stage].lower()}): {step.text}" for step in career.steps)
    return f"{compared.role.name}. {career.leans}. From the lowest step to the highest: {steps}"


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
            cells.append(_step(steps[level], level, compared, style, sketch) if level in steps else Space())
        rows.append(grouped(names, cells))
    shares = [_AXIS] * axis + [1.0] * len(roles)
    between, gap = sketch.space(3 if len(roles) > 2 else 5), sketch.space(2.4 if sketch.size.brief else 3)
    ladders: Box = Connected(Grid(rows, shares, between, gap), partial(_rails, roles, sketch))
    if sketch.size.brief:
        return Gathered(ladders)
    headings: list[Box] = [Space()] * axis + [_heading(view, compared, style, sketch) for compared in roles]
    heads = Grid([grouped(names, headings)], shares, between)
    return Gathered(Stack((heads, ladders), gap=sketch.space(2.4), grow=frozenset({1})))


def track(view: View, compared: Compared, size: Size) -> dict[int, CareerStep]:
    """A role's steps by level, its own being 0: those on the levels that have room, the nearest ones.

    Where the picture is seen small, the role itself and the highest step.
    """
    steps = _career(compared).steps
    if size.brief:
        return {1: steps[-1], 0: steps[min(_below(compared), len(steps) - 2)]}
    levels = {level for one in view.roles for level in _every(one)}
    nearest = sorted(levels, key=lambda level: (abs(level), -level))[: at_most(size, len(levels), _LEAST)]
    return {level: step for level, step in _every(compared).items() if level in nearest}


def _every(compared: Compared) -> dict[int, CareerStep]:
    """All of a role's steps by level."""
    return dict(enumerate(_career(compared).steps, -_below(compared)))


def _below(compared: Compared) -> int:
    return sum(step.stage == "before" for step in _career(compared).steps)


def _counted(view: View, compared: Compared, size: Size) -> str:
    """How many of a role's steps, "" where the size shows all."""
    return count(track(view, compared, size), _career(compared).steps)


def _level_name(level: int, sketch: Sketch) -> Box:
    """How a level lies to that of the roles."""
    words = "Before" if level < 0 else "The role" if level == 0 else "Next" if level == 1 else "Later"
    return Pad(sketch.text(words, "note", "muted"), valign="middle")


def _heading(view: View, compared: Compared, style: str, sketch: Sketch) -> Box:
    """Which way the path leans, below the name of the role where no step has it; and how many steps there are."""
    lines: list[Box] = [sketch.text(_career(compared).leans, style, compared.solid)]
    if not any(step.title == compared.role.name for step in _career(compared).steps):
        lines.insert(0, sketch.text(compared.role.name, "label", compared.solid))
    some = _counted(view, compared, sketch.size)
    if some:
        lines.append(sketch.text(f"The nearest steps{some}", "note", "muted"))
    return lines[0] if len(lines) == 1 else Stack(lines, gap=sketch.space(0.2))


def _step(step: CareerStep, level: int, compared: Compared, style: str, sketch: Sketch) -> Box:
    """A step's card, to which rails lead."""
    return Group(step.title, Named(f"{compared.id} {level}", _card(step, compared, style, sketch)))


def _card(step: CareerStep, compared: Compared, style: str, sketch: Sketch) -> Pad:
    """One step; what it is about where the page grows."""
    now, bar, radius = step.stage == "now", sketch.space(1), sketch.space(2.2)
    colour, fill = (compared.on, compared.solid) if now else ("ink", "card")
    high = sketch.space(0.5 if sketch.size.brief else 1.6 if style == "strong" else 1)
    side = sketch.space(1.4 if sketch.size.brief else 2.6)
    title = sketch.text(step.title, "tag" if sketch.size.brief else style, colour)
    if sketch.size.brief:
        title = replace(title, style=replace(title.style, size=sketch.size.legible))
    words: Box = title
    if sketch.size.height is None or sketch.size.full:
        words = Stack((words, sketch.text(step.text, "note", colour if now else "muted")), gap=sketch.space(0.4))
    marks = None if now else edge(compared.swatch.marker, compared.solid, bar)
    return Pad(words, (high, side, high, side + bar), fill, None, (0.0, radius, radius, 0.0), "middle", marks)


def _in_lines(view: View, sketch: Sketch) -> Box:
    """A line for each role: from the role, by its short name, to the highest step."""
    sketch = below_title(sketch)
    rows = [
        [
            _step(_abbreviated(step, compared), level, compared, "tag", sketch)
            for level, step in enumerate(_steps(view, compared, sketch))
        ]
        for compared in view.roles
    ]
    gap = sketch.space(4)
    wide = max(first.widths().max for first, _ in rows) / (sketch.size.inner - gap)
    share = min(max(wide, _SHORT), _LONG)
    names = [str(compared.role.name) for compared in view.roles]
    lines = Grid(rows, (share, 1 - share), gap, sketch.space(1), names=names)
    return Gathered(Connected(lines, partial(_level_rails, view.roles, sketch)))


def _steps(view: View, compared: Compared, sketch: Sketch) -> list[CareerStep]:
    """The two steps of a line, from the lower one to the higher one."""
    return [step for _, step in sorted(track(view, compared, sketch.size).items())]


def _abbreviated(step: CareerStep, compared: Compared) -> CareerStep:
    """The role's own step by the role's short name."""
    return step.model_copy(update={"title": compared.role.abbreviation}) if step.stage == "now" else step


def _base(view: View, sketch: Sketch) -> Box:
    """What the paths start from."""
    shared = view.comparison.shared
    words: list[Box] = [sketch.text(view.shared_title, "label", "shared.solid", "middle")]
    if shared.short and (sketch.size.height is None or sketch.size.full or sketch.size.width >= _ROOMY):
        words.append(sketch.text(shared.short, "note", "ink", "middle"))
    inset, radius = sketch.space(1.4), sketch.space(2)
    base = Pad(Stack(words, gap=sketch.space(0.3)), (inset,) * 4, "shared.tint", radii=(radius,) * 4, valign="middle")
    return Group(view.shared_title, base)


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


def _level_rails(roles: Sequence[Compared], sketch: Sketch, spots: Mapping[str, Rect]) -> tuple[Item, ...]:
    """From a role straight on to the highest step, in the role's marker."""
    items: list[Item] = []
    for compared in roles:
        pen = Pen(compared.solid, compared.swatch.marker, sketch.space(0.5), 0.0)
        one, other = (spots[f"{compared.id} {level}"] for level in range(2))
        items += pen.line(one.right, round(one.middle, 3), other.x, round(one.middle, 3))
    return tuple(items)


def _top(spot: Rect) -> float:
    return spot.y
