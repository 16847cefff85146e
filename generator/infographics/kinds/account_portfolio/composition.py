"""Roles side by side: a headline, the circles, and what the icons in them stand for.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.brand import Ramp
from generator.infographics.kinds.account_portfolio.circle_packing import PackedCircles, pack
from generator.infographics.kinds.account_portfolio.circles import circle_contents, circle_radii, named
from generator.infographics.kinds.account_portfolio.description import section
from generator.infographics.kinds.account_portfolio.plan import (
    ASIDE,
    BESIDE_IN_LINES,
    CIRCLES,
    Plan,
    is_small,
    kept_side,
    least_side,
    plan_of,
)
from generator.infographics.kinds.account_portfolio.scale_to_fit import ScaleToFit
from generator.infographics.parts.cards import role_heading
from generator.infographics.parts.columns import grid_by_rows, grouped, in_rows
from generator.infographics.parts.notes import schematic
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.variants import once
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
    Rect,
    Row,
    Rule,
    Space,
    Stack,
    Text,
    centred,
)
from generator.model import AccountType, Compared, View

# Whether words have room on one line is asked in type so much larger than the least legible one.
_MORE = 1.03
# In ems of the page's usual text.
_NARROW = 15


def compose(view: View, sketch: Sketch) -> Box:
    if sketch.size.height is not None and is_small(sketch):  # what is left of type is worth more to the circles
        sketch = replace(sketch, ramp=Ramp(sketch.size.legible / Ramp(1.0).smallest))
    plan = _decided(view, sketch)
    figures = _figures(view, plan, sketch)
    rows = in_rows(figures, plan.columns)

    def make(side: float) -> Box:
        made = [_line(row, side, plan, sketch) for row in rows]
        if len(figures) == plan.columns == 2:
            return Layers((_divider(), made[0]))
        parts = [part for line in made for part in (Rule(), line)][1:]
        gap = sketch.space(6 if sketch.size.height is None else 1.8 if plan.is_two_by_two else 3.5)
        return Stack(parts, gap=gap, grow=frozenset(range(0, len(parts), 2)))

    return ScaleToFit(make, least_side(plan, sketch), plan.cell * (1.0 if sketch.size.narrow else 0.94))


def note(view: View, sketch: Sketch) -> Box | None:
    return schematic(sketch, section(view).area)


@once
def _unbroken(view: View, sketch: Sketch) -> float:
    """The share of a cell that circles have beside words on one line each; 0.0: there is no room for those."""
    plan, size = plan_of(view, sketch), sketch.size
    if not plan.beside or size.brief or size.most is not None:
        return 0.0
    small = replace(sketch, ramp=Ramp(size.legible / Ramp(1.0).smallest * _MORE))
    for share in CIRCLES:
        asked = replace(plan, unbroken=share)
        side = kept_side(asked, sketch)
        figures = _figures(view, asked, small)
        words = [figure.legend(side) for figure in figures]
        if plan.columns == 1 or plan.is_two_by_two:
            words += [figure.headline for figure in figures]
        if plan.columns == 1:
            words += [figure.head for figure in figures]
        if side + small.space(ASIDE) + max(box.widths().max for box in words) <= plan.cell:
            return share
    return 0.0


def _decided(view: View, sketch: Sketch) -> Plan:
    """The plan, with words below the circles where they would be broken beside circles of a cell that is not wide."""
    plan, height = replace(plan_of(view, sketch), unbroken=_unbroken(view, sketch)), sketch.size.height
    wide = height is not None and plan.cell * plan.lines > height * BESIDE_IN_LINES
    return plan if plan.unbroken or wide else replace(plan, beside=False)


@dataclass(frozen=True, slots=True)
class _RoleFigure:
    """One role as it is drawn: boxes, and the cluster for a side of so many points."""

    name: str
    head: Box
    headline: Text
    legend: Callable[[float], Box]
    rationale: Text | None
    cluster: Callable[[float], Box]


def _figures(view: View, plan: Plan, sketch: Sketch) -> list[_RoleFigure]:
    every = [section(view).roles[compared.id] for compared in view.roles]
    reach = max(pack(circle_radii(portfolio)).radius for portfolio in every)
    return [_figure(view, compared, plan, sketch, reach) for compared in view.roles]


def _figure(view: View, compared: Compared, plan: Plan, sketch: Sketch, reach: float) -> _RoleFigure:
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


def _tight(view: View, plan: Plan, sketch: Sketch) -> bool:
    """Whether cells of a page of fixed size are too narrow for large names with an icon."""
    many = bool(sketch.size.height) and len(view.roles) > 2
    return many and (plan.cell < _NARROW * sketch.size.body or plan.is_two_by_two)


def _head(view: View, plan: Plan, compared: Compared, sketch: Sketch) -> Box:
    if sketch.size.brief:
        said = compared.role.name if len(view.roles) == 2 else compared.role.abbreviation
        name = sketch.text(said, "tag", compared.solid, "middle")
        return replace(name, style=replace(name.style, size=sketch.size.legible))
    if _tight(view, plan, sketch):
        return sketch.text(compared.role.name, "strong", compared.solid)
    return role_heading(sketch, compared.role.name, compared.role.icon, compared.solid)


def _line(figures: Sequence[_RoleFigure], side: float, plan: Plan, sketch: Sketch) -> Box:
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
    figures: Sequence[_RoleFigure], side: float, plan: Plan, row: Callable[[Iterable[Box]], Row], sketch: Sketch
) -> Box:
    """Each cluster with its words at its right; one alone with all else, as high as the room.

    Four stand two by two below their names, with all else at their right.
    """

    def pair(figure: _RoleFigure, words: Sequence[Box], gap: float, valign: Align = "middle") -> Box:
        beside: Box = centred(Stack(words, gap=sketch.space(gap)), valign)
        if plan.unbroken:
            beside = Fixed(beside, beside.widths().max)
        return Row((Fixed(figure.cluster(side), side), beside), sketch.space(ASIDE), valign="fill", stretch=1)

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


def _legend(accounts: Sequence[AccountType], compared: Compared, columns: int, plan: Plan, sketch: Sketch) -> Box:
    """What the icons in the circles stand for."""
    between = sketch.space(0.6 if plan.is_two_by_two and sketch.size.height else 1.2)
    rows = [sketch.labelled(account.icon, sketch.text(account.name, "note"), compared.solid) for account in accounts]
    # A stack keeps the rows of all roles at the same distances, whatever height there is.
    return Stack((grid_by_rows(rows, min(columns, len(rows)), sketch.space(3), between),))


def _told(view: View, sketch: Sketch) -> bool:
    """Whether customers have their kinds: an upright page has no room for those of more than two roles."""
    size = sketch.size
    if size.most is not None:  # there turned out to be no room for them
        return False
    return not size.height or size.width > size.height or len(view.roles) <= 2


def _legend_columns(view: View, plan: Plan, sketch: Sketch) -> int:
    """Two where every name of any role has room in half the width of its words."""
    named = {group.account for portfolio in section(view).roles.values() for group in portfolio.groups}
    names = [sketch.text(view.model.catalogue.accounts[account].name, "note") for account in named]
    widest = max(name.widths().max for name in names) + sketch.space(2) + names[0].style.size * 1.35
    room = plan.cell * (0.5 if plan.beside else 1.0)
    if plan.beside and plan.columns == 1:
        room = plan.cell - least_side(plan, sketch) - sketch.space(ASIDE)
    return 2 if 2 * widest + sketch.space(3) <= room else 1
