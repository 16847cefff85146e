"""Careers as ladders on one base: from the same ground each leans its own way.

In: every role's career with its rungs and what it leans towards. Out: ladders whose rungs move apart as they
rise, with the role's own rung filled, on a base of what the roles have in common.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from generator.infographics.parts.columns import in_rows
from generator.infographics.parts.marks import edge, line, polygon, stroke
from generator.infographics.parts.notes import whole
from generator.infographics.parts.sketch import Sketch
from generator.infographics.picture import Table
from generator.layout import Align, Box, Canvas, Connected, Grid, Item, Named, Pad, Rect, Row, Space, Stack
from generator.model import CareerStep, Compared, View

KIND = "career-paths"
EDITORIAL = False
POSTER = False
SECTION = ""
alt = whole

_STAGES = {"before": "Before", "now": "The role", "next": "Next"}
# From this width there is a line to spare at the foot.
_ROOMY = 800
# How much of the width the ladders move apart from the lowest rung to the highest.
_LEAN = 0.2

Edge = Callable[[float, float], tuple[Item, ...]]


def compose(view: View, sketch: Sketch) -> Box:
    abreast = sketch.abreast(len(view.roles))
    fans = [_fan(view, group, sketch) for group in in_rows(view.roles, abreast)]
    return Stack(fans, gap=sketch.space(8), grow=frozenset(range(len(fans))))


def note(view: View, sketch: Sketch) -> Box | None:
    """What the filled rung stands for, where a line is to spare."""
    if sketch.size.width < _ROOMY:
        return None
    return sketch.text("The filled rung is the role itself, the others come before and after it", "note", "muted")


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
    return f"{compared.role.name}. {career.leans}. From the lowest rung to the highest: {steps}"


# --- geometry: how far apart the ladders stand at each height ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Fan:
    """Ladders side by side. Lengths in points; heights go from 0, the base, to 1, the highest rung."""

    count: int
    whole: float
    gap: float
    lean: float
    way: float = 0.0

    @property
    def rung(self) -> float:
        return (self.whole - self.lean - self.gap * (self.count - 1)) / self.count

    def between(self, height: float) -> float:
        """The room between two ladders."""
        return self.gap + (self.lean * height / (self.count - 1) if self.count > 1 else 0.0)

    def shares(self, height: float) -> list[float]:
        """Widths across the page: margin, rung, gap, rung, …, margin. No share may be nothing."""
        between = self.between(height)
        used = self.count * self.rung + (self.count - 1) * between
        # A single ladder leans as a whole.
        before = (self.whole - used) * (0.5 + self.way * (height - 0.5) if self.count == 1 else 0.5)
        inner = [self.rung, *[width for _ in range(self.count - 1) for width in (between, self.rung)]]
        return [max(width, 0.001) for width in (before, *inner, self.whole - used - before)]


def _spread(roles: Sequence[Compared], view: View, sketch: Sketch) -> _Fan:
    whole = sketch.size.inner
    if len(roles) > 1:
        # Narrow rungs need their width more than the ladders need to lean.
        lean = _LEAN if len(roles) == 2 or sketch.size.width >= _ROOMY else 0.6 * _LEAN
        return _Fan(len(roles), whole, sketch.space(3), whole * lean)
    place = view.roles.index(roles[0]) / (len(view.roles) - 1)
    return _Fan(1, whole, 0.0, whole * _LEAN / 2, 2 * place - 1)


def _line(fan: _Fan, height: float, boxes: list[Box]) -> Row:
    """One box a ladder, each where its ladder stands at that height."""
    cells: list[Box] = [Space()]
    for box in boxes:
        cells += [box, Space()]
    return Row(cells, shares=fan.shares(height), valign="fill")


# --- the ladders ------------------------------------------------------------------------------------------------------


def _fan(view: View, roles: Sequence[Compared], sketch: Sketch) -> Box:
    """Where the paths lean, the rungs from the highest down, the base."""
    fan, ladders = _spread(roles, view, sketch), _ladders(roles, sketch)
    top = max(len(ladder) for ladder in ladders) - 1
    # A ladder that stands alone leans as it would beside all others.
    peers = roles if len(roles) > 1 else view.roles
    headings = [Pad(_heading(compared, peers, sketch), valign="end") for compared in roles]
    heads = _headed(fan, roles, headings, sketch)
    rows, goal = [], len(roles) < 4
    for level in reversed(range(top + 1)):
        rungs = [
            _rung(ladder, level, compared, sketch, goal=goal) for ladder, compared in zip(ladders, roles, strict=True)
        ]
        rows.append([_line(fan, level / max(top, 1), rungs)])
    gap = sketch.space(1.8 if sketch.size.brief else 3.4)
    grid = Grid(rows, (1.0,), row_gap=gap)
    whole = _Fan(1, fan.whole, 0.0, fan.lean, fan.way)
    base = _line(whole, 0.0, [_base(view, sketch, last=roles[-1] is view.roles[-1])])
    body = Stack((heads, grid, base), gap=gap, grow=frozenset({1}))
    return Connected(body, partial(_rails, roles, sketch))


def _headed(fan: _Fan, roles: Sequence[Compared], headings: Sequence[Box], sketch: Sketch) -> Box:
    """Headings above the highest rungs; they also reach over the room between the ladders."""
    if len(roles) == 1:
        return headings[0] if fan.way else _line(fan, 1.0, list(headings))
    if len(roles) == 2:
        return Row(headings, sketch.space(6), valign="fill", stretch=0)
    gap, widths = sketch.space(3.5), [fan.rung] * len(roles)
    spare = fan.between(1.0) - gap
    for index, (one, other) in enumerate(pairwise(_place(compared, roles) > 0 for compared in roles)):
        widths[index] += spare * (0.5 if one != other else 0.0 if one else 1.0)
        widths[index + 1] += spare * (0.5 if one != other else 1.0 if one else 0.0)
    return Row(headings, gap, widths, valign="fill")


def _place(compared: Compared, peers: Sequence[Compared]) -> float:
    """Which way the role's ladder leans among its peers: below 0 to the left, above 0 to the right."""
    return peers.index(compared) - (len(peers) - 1) / 2


def _ladders(roles: Sequence[Compared], sketch: Sketch) -> list[list[CareerStep | None]]:
    """Each role's rungs from the lowest up, lifted so that the roles' own rungs are level."""
    starts = [sum(step.stage == "before" for step in compared.role.career.steps) for compared in roles]
    return [
        [*[None] * (max(starts) - start), *compared.role.career.steps]
        for start, compared in zip(starts, roles, strict=True)
    ]


def _heading(compared: Compared, peers: Sequence[Compared], sketch: Sketch) -> Box:
    """The way the path leans, below the name of the role, on the ladder's outer side."""
    place = _place(compared, peers)
    role = "head" if len(peers) == 2 or sketch.size.narrow else "strong"
    turn = "up" if place == 0 else "top-left" if place < 0 else "top-right"
    align: Align = "end" if place > 0 else "start"
    icon = sketch.icon(f"material/arrow-{turn}", compared.solid, role, 1.5)
    leans = sketch.text(compared.role.career.leans, role, "ink", align)
    name = sketch.text(compared.role.name, "label", compared.solid, align)
    words = Stack((leans,) if sketch.size.brief and _own(compared) else (name, leans), gap=sketch.space(0.2))
    parts = (words, icon) if place > 0 else (icon, words)
    return Row(parts, sketch.space(2), valign="middle", stretch=parts.index(words))


def _own(compared: Compared) -> bool:
    """Whether the ladder has a rung for the role itself."""
    return any(step.stage == "now" for step in compared.role.career.steps)


def _rung(ladder: list[CareerStep | None], level: int, compared: Compared, sketch: Sketch, *, goal: bool) -> Box:
    """One rung; where the picture is seen small, with the words of the role and, with `goal`, of the highest."""
    step = ladder[level] if level < len(ladder) else None
    if step is None:
        return Space()
    now, bar, radius = step.stage == "now", sketch.space(1), sketch.space(2.2)
    colour, fill = (compared.on, compared.solid) if now else ("ink", "card")
    marks = edge(compared.swatch.marker, compared.on if now else compared.solid, bar)
    if now:
        marks = partial(_inside, marks, bar)
    radii = (radius,) * 4 if now else (0.0, radius, radius, 0.0)
    insets = (sketch.space(1.8), sketch.space(3), sketch.space(1.8), sketch.space(3) + bar * (2 if now else 1))
    words: Box
    if not sketch.size.brief:
        text = sketch.text(step.text, "note", colour if now else "muted")
        words = Stack((sketch.text(step.title, "strong", colour), text), gap=sketch.space(0.4))
    elif now or (level == len(ladder) - 1 and goal):
        words = sketch.text(compared.role.name if now else step.title, "strong", colour)
    else:
        return Named(f"{compared.id} {level}", _bare(compared, sketch))
    card = Pad(words, insets, fill, radii=radii, valign="middle", edge=marks)
    return Named(f"{compared.id} {level}", card)


def _bare(compared: Compared, sketch: Sketch) -> Box:
    """A rung without words."""
    thick = sketch.space(1)

    def draw(width: float, height: float) -> tuple[Item, ...]:
        y, end = height / 2, thick / 2
        return (line(end, y, width - end, y, colour=compared.solid, width=thick, marker=compared.swatch.marker),)

    return Canvas(draw, sketch.space(1.4))


def _inside(marks: Edge, bar: float, width: float, height: float) -> tuple[Item, ...]:
    """The edge of a filled rung, drawn within it: at its border it would only look like a smaller rung."""
    return tuple(mark.moved(bar * 1.5, bar * 1.5) for mark in marks(width, height - bar * 3))


def _base(view: View, sketch: Sketch, *, last: bool) -> Box:
    """What the ladders stand on; where there are several, only the last one is spelled out."""
    shared = view.comparison.shared
    words: list[Box] = [sketch.text(shared.title, "label", "shared.solid", "middle")]
    if last and not sketch.size.brief:
        words.append(sketch.text(shared.short, "note", "ink", "middle"))
    inset, radius = sketch.space(1 if sketch.size.brief else 2), sketch.space(2)
    body = Stack(words, gap=sketch.space(0.3))
    return Named("base", Pad(body, (inset,) * 4, "shared.tint", radii=(radius,) * 4, valign="middle"))


def _rails(roles: Sequence[Compared], sketch: Sketch, spots: Mapping[str, Rect]) -> tuple[Item, ...]:
    """What the rungs of each ladder lie on: a band with two rails, from the middle of the highest to the base."""
    items: list[Item] = []
    base, inset, width = spots["base"], sketch.space(4), sketch.space(0.6)
    for compared in roles:
        mine = [spot for name, spot in spots.items() if name.rpartition(" ")[0] == compared.id]
        points = [(spot.x, spot.middle) for spot in sorted(mine, key=lambda spot: spot.y)]
        (x0, y0), (x1, y1) = points[-2:] if len(points) > 1 else [(points[0][0], points[0][1] - 1), points[0]]
        onward = (x1 - x0) * (base.y - y1) / (y1 - y0)
        # Rails of neighbours that lean together must not meet on the base.
        points.append((x1 + min(max(onward, -inset), inset), base.y))
        left = [(x + inset, y) for x, y in points]
        right = [(x + mine[0].width - inset, y) for x, y in points]
        items.append(polygon([*left, *reversed(right)], fill=compared.tint))
        for rail in (left, right):
            path = [("L" if index else "M", point) for index, point in enumerate(rail)]
            items.append(stroke(path, colour=compared.solid, width=width))
    return tuple(items)
