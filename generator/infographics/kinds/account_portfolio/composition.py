"""Roles side by side: the circles, the groups with their numbers, and a bar that adds them up.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from generator.infographics.kinds.account_portfolio.circle_packing import PackedCircles, pack
from generator.infographics.kinds.account_portfolio.circles import circle_contents, circle_radii
from generator.infographics.kinds.account_portfolio.description import account_count, section, total
from generator.infographics.kinds.account_portfolio.scale_to_fit import ScaleToFit
from generator.infographics.parts.badges import Badge
from generator.infographics.parts.cards import role_heading
from generator.infographics.parts.columns import in_rows
from generator.infographics.parts.notes import schematic
from generator.infographics.parts.sketch import Sketch
from generator.layout import (
    Align,
    Block,
    Box,
    Canvas,
    Fixed,
    Icon,
    Item,
    Layers,
    Rect,
    Row,
    Rule,
    Space,
    Stack,
    Text,
    centred,
)
from generator.model import AccountType, Compared, RolePortfolio, View


def compose(view: View, sketch: Sketch) -> Box:
    plan, figures = _plan(view, sketch), _figures(view, sketch)
    rows = in_rows(figures, plan.columns)

    def make(side: float) -> Box:
        made = [_line(row, side, plan, sketch) for row in rows]
        if len(figures) == plan.columns == 2:
            return Layers((_divider(_sign(figures), sketch), made[0]))
        parts = [part for line in made for part in (Rule(), line)][1:]
        gap = sketch.space(6 if sketch.size.height is None else 3.5)
        return Stack(parts, gap=gap, grow=frozenset(range(0, len(parts), 2)))

    return ScaleToFit(make, _least(plan, sketch), plan.cell * (1.0 if sketch.size.narrow else 0.94))


def note(view: View, sketch: Sketch) -> Box | None:
    return schematic(sketch, section(view).area)


# --- where the roles stand --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Plan:
    """So many roles side by side in cells so wide; `beside`: in each cell words stand at the right of the circles."""

    columns: int
    lines: int
    gap: float
    cell: float
    beside: bool


def _plan(view: View, sketch: Sketch) -> _Plan:
    size, count = sketch.size, len(view.roles)
    columns = _columns(view, sketch)
    lines = -(-count // columns)
    gap = sketch.space(11 if columns == 2 else 7)
    cell = (size.inner - gap * (columns - 1)) / columns
    return _Plan(columns, lines, gap, cell, size.height is not None and cell * lines > size.height * 0.66)


def _columns(view: View, sketch: Sketch) -> int:
    """How many roles stand side by side."""
    size, count = sketch.size, len(view.roles)
    if size.height is None:
        return sketch.abreast(count)
    if size.width > size.height:
        return count
    if size.height > size.width * 1.1 and count < 4:
        return 1
    return 2 if count == 4 else count


def _least(plan: _Plan, sketch: Sketch) -> float:
    """Type grows at the cost of the circles, which are what one comes for: so much they keep."""
    size, least = sketch.size, plan.cell * 0.55
    if size.height is not None:
        least = min(plan.cell * (0.6 if plan.beside else 0.74), size.height * 0.46 / plan.lines**1.2)
    # Half of it where type can grow no smaller.
    return least * 0.5 if sketch.ramp.smallest < size.legible * 1.05 else least


@dataclass(frozen=True, slots=True)
class _RoleFigure:
    """One role as it is drawn: boxes, and the cluster for a side of so many points."""

    head: Box
    headline: Text
    legend: Box
    rationale: Text
    bar: Box
    cluster: Callable[[float], Box]
    total: int


def _figures(view: View, sketch: Sketch) -> list[_RoleFigure]:
    every = [section(view).roles[compared.id] for compared in view.roles]
    most, reach = max(map(total, every)), max(pack(circle_radii(portfolio)).radius for portfolio in every)
    return [_figure(view, compared, sketch, most=most, reach=reach) for compared in view.roles]


def _figure(view: View, compared: Compared, sketch: Sketch, *, most: int, reach: float) -> _RoleFigure:
    """`most`: the largest of all wholes; `reach`: the radius of the widest of all clusters."""
    portfolio = section(view).roles[compared.id]
    accounts = [view.model.catalogue.accounts[group.account] for group in portfolio.groups]
    inside = partial(circle_contents, portfolio, accounts, compared, sketch)
    return _RoleFigure(
        role_heading(sketch, compared.role.name, compared.role.icon, compared.solid),
        sketch.text(portfolio.headline, "body" if sketch.size.brief else "strong"),
        _legend(portfolio, accounts, compared, sketch),
        sketch.text(portfolio.rationale, "note", "muted"),
        _bar(portfolio, compared, most, sketch),
        lambda side: PackedCircles(pack(circle_radii(portfolio)), side / 2 / reach, side, inside),
        total(portfolio),
    )


def _line(figures: Sequence[_RoleFigure], side: float, plan: _Plan, sketch: Sketch) -> Box:
    """Roles side by side, section by section, so that every section starts on one line."""
    spare = [Space()] * (plan.columns - len(figures))

    def row(boxes: Iterable[Box]) -> Row:
        return Row([*boxes, *spare], plan.gap, [1.0] * plan.columns, valign="fill")

    if plan.beside or (sketch.size.brief and len(figures) == 2):
        return _beside(figures, side, row, sketch)
    heads, clusters = row(figure.head for figure in figures), row(figure.cluster(side) for figure in figures)
    if sketch.size.brief:
        return Stack((heads, clusters), gap=sketch.space(2), grow=frozenset({1}))
    top = Stack((heads, row(figure.headline for figure in figures)), gap=sketch.space(0.8))
    sections = (
        [figure.legend for figure in figures],
        [figure.bar for figure in figures],
        [figure.rationale for figure in figures],
    )
    foot = Stack([row(boxes) for boxes in sections], gap=sketch.space(2.6))
    return Stack((top, clusters, foot), gap=sketch.space(3), grow=frozenset({1}))


def _beside(figures: Sequence[_RoleFigure], side: float, row: Callable[[Iterable[Box]], Row], sketch: Sketch) -> Box:
    """Each cluster with its words at its right; one alone with all else, as high as the room."""

    def pair(figure: _RoleFigure, words: Sequence[Box], gap: float, valign: Align = "middle") -> Box:
        beside = centred(Stack(words, gap=sketch.space(gap)), valign)
        return Row((Fixed(figure.cluster(side), side), beside), gap=sketch.space(4.5), valign="fill", stretch=1)

    if sketch.size.brief:
        return row(pair(figure, (figure.head, figure.headline), 1, "end") for figure in figures)
    heads = [Stack((figure.head, figure.headline), gap=sketch.space(0.8)) for figure in figures]
    if len(figures) == 1:
        (figure,) = figures
        return pair(figure, (heads[0], figure.legend, figure.rationale, figure.bar), 3)
    pairs = row(pair(figure, (figure.legend, figure.rationale), 4) for figure in figures)
    return Stack((row(heads), pairs, row(figure.bar for figure in figures)), gap=sketch.space(3), grow=frozenset({1}))


def _sign(figures: Sequence[_RoleFigure]) -> str:
    """How the two wholes compare."""
    one, other = (figure.total for figure in figures)
    if abs(one - other) <= 0.01 * max(one, other):
        return "="
    if abs(one - other) <= 0.1 * max(one, other):
        return "≈"
    return ">" if one > other else "<"


def _divider(sign: str, sketch: Sketch) -> Box:
    """A line down the middle with the sign on it."""
    text = sketch.text(sign, "head", "ink", "middle")
    side = round(text.style.size * 1.9, 3)
    badge = Badge(Fixed(text, side), side, "card", "line")

    def draw(width: float, height: float) -> tuple[Item, ...]:
        return (Block(Rect(round(width / 2 - 0.5, 3), 0.0, 1.0, round(height, 3)), fill="line"),)

    return Layers((Canvas(draw, height=0.0), centred(Row((badge,), align="middle"))))


def _legend(portfolio: RolePortfolio, accounts: Sequence[AccountType], compared: Compared, sketch: Sketch) -> Box:
    """The groups with their numbers, added up."""
    numbers = [sketch.text(str(group.count), "label", align="end") for group in portfolio.groups]
    whole = sketch.text(str(account_count(portfolio)), "label", compared.solid, "end")
    wide = max(number.widths().max for number in (*numbers, whole))
    gap = sketch.space(1.8)
    rows: list[Box] = []
    for number, account in zip(numbers, accounts, strict=True):
        icon = Icon(account.icon, round(number.style.size * 1.3, 3), compared.solid)
        rows.append(Row((icon, Fixed(number, wide), sketch.text(account.name, "note")), gap, stretch=2))
    side = Space(round(whole.style.size * 1.3, 3))
    rows += [Rule(), Row((side, Fixed(whole, wide), sketch.text("in all", "label", compared.solid)), gap, stretch=2)]
    return Stack(rows, gap=sketch.space(1))


def _bar(portfolio: RolePortfolio, compared: Compared, most: int, sketch: Sketch) -> Box:
    """All circles of a role laid end to end; the same length is the same whole."""
    thick = sketch.space(2)
    sizes = [group.size for group in portfolio.groups for _ in range(group.count)]

    def draw(width: float, height: float) -> tuple[Item, ...]:
        unit, y = width / most, round((height - thick) / 2, 3)
        gap, x = min(1.5, min(sizes) * unit * 0.3), 0.0
        items = []
        for size in sizes:
            rect = Rect(round(x, 3), y, round(size * unit - gap, 3), thick)
            items.append(Block(rect, fill=compared.solid))
            x += size * unit
        return tuple(items)

    label = sketch.text("Together", "note", "muted")
    return Row((label, Canvas(draw, height=thick)), gap=sketch.space(2.5), valign="middle", stretch=1)
