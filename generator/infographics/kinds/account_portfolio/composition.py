"""Roles side by side: a headline, the circles, and what the icons in them stand for.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.infographics.kinds.account_portfolio.circle_packing import PackedCircles, pack
from generator.infographics.kinds.account_portfolio.circles import circle_contents, circle_radii, named
from generator.infographics.kinds.account_portfolio.description import section
from generator.infographics.kinds.account_portfolio.scale_to_fit import ScaleToFit
from generator.infographics.parts.cards import role_heading
from generator.infographics.parts.columns import grid_by_rows, grouped, in_rows
from generator.infographics.parts.notes import schematic
from generator.infographics.parts.sketch import Sketch
from generator.layout import (
    Align,
    Block,
    Box,
    Canvas,
    Fixed,
    Gathered,
    Group,
    Item,
    Layers,
    Pad,
    Rect,
    Row,
    Rule,
    Space,
    Stack,
    Text,
    centred,
)
from generator.model import AccountType, Compared, View

# In ems of the page's usual text.
_NARROW = 15
# From so many times as wide as high four roles have room side by side.
_WIDE = 1.5


def compose(view: View, sketch: Sketch) -> Box:
    plan = _plan(view, sketch)
    figures = _figures(view, plan, sketch)
    rows = in_rows(figures, plan.columns)

    def make(side: float) -> Box:
        made = [_line(row, side, plan, sketch) for row in rows]
        if len(figures) == plan.columns == 2:
            return Layers((_divider(), made[0]))
        parts = [part for line in made for part in (Rule(), line)][1:]
        gap = sketch.space(6 if sketch.size.height is None else 1.8 if plan.is_two_by_two else 3.5)
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

    @property
    def is_two_by_two(self) -> bool:
        return self.columns == self.lines == 2


def _plan(view: View, sketch: Sketch) -> _Plan:
    size, count = sketch.size, len(view.roles)
    columns = _columns(view, sketch)
    lines = -(-count // columns)
    gap = sketch.space(11 if columns == 2 else 3 if size.brief and count == 4 else 7)
    cell = (size.inner - gap * (columns - 1)) / columns
    return _Plan(columns, lines, gap, cell, size.height is not None and cell * lines > size.height * 0.66)


def _columns(view: View, sketch: Sketch) -> int:
    """How many roles stand side by side."""
    size, count = sketch.size, len(view.roles)
    if size.height is None:
        return sketch.abreast(count)
    if size.width > size.height and (count < 4 or size.brief or size.width > _WIDE * size.height):
        return count
    if size.height >= size.width and count <= (2 if size.height == size.width else 3):
        return 1
    return 2 if count == 4 else count


def _least(plan: _Plan, sketch: Sketch) -> float:
    """Type grows at the cost of the circles, which are what one comes for: so much they keep."""
    size, least = sketch.size, plan.cell * 0.55
    if size.height is not None:
        least = min(plan.cell * (0.6 if plan.beside else 0.74), size.height * 0.58 / plan.lines**1.2)
    # Half of it where type can grow no smaller.
    return least * 0.5 if sketch.ramp.smallest < size.legible * 1.05 else least


@dataclass(frozen=True, slots=True)
class _RoleFigure:
    """One role as it is drawn: boxes, and the cluster for a side of so many points."""

    name: str
    head: Box
    headline: Text
    legend: Callable[[float], Box]
    rationale: Text | None
    cluster: Callable[[float], Box]


def _figures(view: View, plan: _Plan, sketch: Sketch) -> list[_RoleFigure]:
    every = [section(view).roles[compared.id] for compared in view.roles]
    reach = max(pack(circle_radii(portfolio)).radius for portfolio in every)
    return [_figure(view, compared, plan, sketch, reach) for compared in view.roles]


def _figure(view: View, compared: Compared, plan: _Plan, sketch: Sketch, reach: float) -> _RoleFigure:
    """`reach` is the radius of the widest of all clusters, so that all have one scale."""
    portfolio = section(view).roles[compared.id]
    accounts = [view.model.catalogue.accounts[group.account] for group in portfolio.groups]
    told = _told(view, sketch)
    inside = partial(circle_contents, portfolio, accounts, compared, sketch, bare=not told)
    legend = _legend(accounts, compared, _legend_columns(view, plan, sketch), plan, sketch) if told else Space()
    reasons = sketch.size.height is None or sketch.size.full
    names = partial(named, portfolio, accounts, compared, sketch)
    return _RoleFigure(
        str(compared.role.name),
        _head(view, plan, compared, sketch),
        sketch.text(
            portfolio.headline, "body" if sketch.size.brief else "label" if _tight(view, plan, sketch) else "strong"
        ),
        lambda side: Space() if told and names(side / 2 / reach) else legend,
        sketch.text(portfolio.rationale, "note", "muted") if reasons else None,
        lambda side: Group(
            view.words.accounts, PackedCircles(pack(circle_radii(portfolio)), side / 2 / reach, side, inside)
        ),
    )


def _tight(view: View, plan: _Plan, sketch: Sketch) -> bool:
    """Whether cells of a page of fixed size are too narrow for large names with an icon."""
    many = bool(sketch.size.height) and len(view.roles) > 2
    return many and (plan.cell < _NARROW * sketch.size.body or plan.is_two_by_two)


def _head(view: View, plan: _Plan, compared: Compared, sketch: Sketch) -> Box:
    if sketch.size.brief:
        said = compared.role.name if len(view.roles) == 2 else compared.role.abbreviation
        name = sketch.text(said, "tag", compared.solid, "middle")
        return replace(name, style=replace(name.style, size=sketch.size.legible))
    if _tight(view, plan, sketch):
        return sketch.text(compared.role.name, "strong", compared.solid)
    return role_heading(sketch, compared.role.name, compared.role.icon, compared.solid)


def _line(figures: Sequence[_RoleFigure], side: float, plan: _Plan, sketch: Sketch) -> Box:
    """Roles side by side, section by section, so that every section starts on one line."""
    spare, names = [Space()] * (plan.columns - len(figures)), [figure.name for figure in figures]

    def row(boxes: Iterable[Box]) -> Row:
        return Row([*grouped(names, [*boxes]), *spare], plan.gap, [1.0] * plan.columns, valign="fill")

    return Gathered(
        _beside(figures, side, plan, row, sketch)
        if plan.beside and not sketch.size.brief
        else _below(figures, side, row, sketch)
    )


def _below(figures: Sequence[_RoleFigure], side: float, row: Callable[[Iterable[Box]], Row], sketch: Sketch) -> Box:
    """Each role's name and headline, its cluster, and its words below it."""
    heads, clusters = row(figure.head for figure in figures), row(figure.cluster(side) for figure in figures)
    if sketch.size.brief:
        return Stack((clusters, heads), gap=sketch.space(1), grow=frozenset({0}))
    top = Stack((heads, row(figure.headline for figure in figures)), gap=sketch.space(0.8))
    sections: list[list[Box]] = [[figure.legend(side) for figure in figures]]
    if any(figure.rationale for figure in figures):
        sections.append([figure.rationale or Space() for figure in figures])
    foot = Stack([row(boxes) for boxes in sections], gap=sketch.space(2.6))
    return Stack((top, clusters, foot), gap=sketch.space(3), grow=frozenset({1}))


def _beside(
    figures: Sequence[_RoleFigure], side: float, plan: _Plan, row: Callable[[Iterable[Box]], Row], sketch: Sketch
) -> Box:
    """Each cluster with its words at its right; one alone with all else, as high as the room.

    Four stand two by two below their names, with all else at their right.
    """

    def pair(figure: _RoleFigure, words: Sequence[Box], gap: float, valign: Align = "middle") -> Box:
        beside = centred(Stack(words, gap=sketch.space(gap)), valign)
        return Row((Fixed(figure.cluster(side), side), beside), gap=sketch.space(4.5), valign="fill", stretch=1)

    if plan.is_two_by_two:
        told = row(pair(figure, (figure.headline, figure.legend(side)), 1.6) for figure in figures)
        return Stack((row(figure.head for figure in figures), told), gap=sketch.space(1), grow=frozenset({1}))
    heads = [Stack((figure.head, figure.headline), gap=sketch.space(0.8)) for figure in figures]
    if len(figures) == 1:
        (figure,) = figures
        words: list[Box] = [heads[0], figure.legend(side), *([figure.rationale] if figure.rationale else [])]
        return Group(figure.name, pair(figure, words, 3, "end" if sketch.size.full else "middle"))
    pairs = row(pair(figure, (figure.legend(side),), 4, "end") for figure in figures)
    return Stack((row(heads), pairs), gap=sketch.space(3), grow=frozenset({1}))


def _divider() -> Box:
    """A line down the middle."""

    def draw(width: float, height: float) -> tuple[Item, ...]:
        return (Block(Rect(round(width / 2 - 0.5, 3), 0.0, 1.0, round(height, 3)), fill="line"),)

    return Canvas(draw, height=0.0)


def _legend(accounts: Sequence[AccountType], compared: Compared, columns: int, plan: _Plan, sketch: Sketch) -> Box:
    """What the icons in the circles stand for."""
    between = sketch.space(0.6 if plan.is_two_by_two and sketch.size.height else 1.2)
    rows = [sketch.labelled(account.icon, sketch.text(account.name, "note"), compared.solid) for account in accounts]
    return Pad(grid_by_rows(rows, min(columns, len(rows)), sketch.space(3), between))


def _told(view: View, sketch: Sketch) -> bool:
    """Whether customers have their kinds: an upright page has no room for those of more than two roles."""
    size = sketch.size
    if size.most is not None:  # there turned out to be no room for them
        return False
    return not size.height or size.width > size.height or len(view.roles) <= 2


def _legend_columns(view: View, plan: _Plan, sketch: Sketch) -> int:
    """Two where every name of any role has room in half the width of its words."""
    named = {group.account for portfolio in section(view).roles.values() for group in portfolio.groups}
    names = [sketch.text(view.model.catalogue.accounts[account].name, "note") for account in named]
    widest = max(name.widths().max for name in names) + sketch.space(2) + names[0].style.size * 1.35
    share = 1.0 if not plan.beside else 0.7 if plan.columns == 1 else 0.5
    return 2 if 2 * widest + sketch.space(3) <= plan.cell * share else 1
