"""Whose customers are few and large, and whose are many and small.

In: each role's groups of customers with their number and size. Out: for each role one cluster of circles whose
areas are true to one common scale, the groups with their numbers, and a bar that adds them up. Schematic.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product

from generator.infographics.kinds.account_portfolio.circle_packing import Cluster, inscribed, packed
from generator.infographics.parts.badges import Medal
from generator.infographics.parts.figure import Sketch, heading, schematic
from generator.infographics.parts.marks import circle
from generator.infographics.parts.sizing import Swelling
from generator.infographics.picture import Table
from generator.layout import (
    Align,
    Block,
    Box,
    Canvas,
    Fixed,
    Frame,
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
from generator.model import AccountType, Compared, Portfolio, RolePortfolio, View

KIND = "account-portfolio"
EDITORIAL = True
POSTER = False
SECTION = "portfolio"


def compose(view: View, sketch: Sketch) -> Box:
    plan, faces = _plan(view, sketch), _faces(view, sketch)
    columns = plan.columns
    rows = [faces[start : start + columns] for start in range(0, len(faces), columns)]

    def make(side: float) -> Box:
        made = [_line(row, side, plan, sketch) for row in rows]
        if len(faces) == columns == 2:
            return Layers((_divider(_sign(faces), sketch), made[0]))
        parts = [part for line in made for part in (Rule(), line)][1:]
        gap = sketch.space(6 if sketch.size.height is None else 3.5)
        return Stack(parts, gap=gap, grow=frozenset(range(0, len(parts), 2)))

    return Swelling(make, _least(plan, sketch), plan.cell * (1.0 if sketch.size.narrow else 0.94))


def note(view: View, sketch: Sketch) -> Box | None:
    return schematic(sketch, _portfolio(view).area)


def table(view: View) -> Table:
    columns = ("Role", "In short", "Account", "Number", "Size of each, in parts", "Together", "Why")
    rows = []
    for compared in view.roles:
        said = _portfolio(view).roles[compared.id]
        for group in said.groups:
            name = view.model.catalogue.accounts[group.account].name
            numbers = (str(group.count), str(group.size), str(group.count * group.size))
            rows.append((str(compared.role.name), str(said.headline), str(name), *numbers, str(said.rationale)))
    return Table(columns, tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    opening = f"{_portfolio(view).area}. The picture is schematic, an editorial judgement; sizes are parts of a whole."
    return (opening, *(_sentence(view, compared) for compared in view.roles))


def _sentence(view: View, compared: Compared) -> str:
    said = _portfolio(view).roles[compared.id]
    listed = "; ".join(
        f"{group.count} × {view.model.catalogue.accounts[group.account].name} of size {group.size}"
        for group in said.groups
    )
    whole = f"{_number(said)} in all, together {_total(said)}"
    return f"{compared.role.name}: {said.headline}. {listed}; {whole}. {said.rationale}"


def _portfolio(view: View) -> Portfolio:
    assert view.comparison.portfolio is not None
    return view.comparison.portfolio


def _total(said: RolePortfolio) -> int:
    return sum(group.count * group.size for group in said.groups)


def _number(said: RolePortfolio) -> int:
    return sum(group.count for group in said.groups)


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
class _Face:
    """One role as it is drawn: boxes, and the cluster for a side of so many points."""

    head: Box
    headline: Text
    legend: Box
    rationale: Text
    bar: Box
    cluster: Callable[[float], Box]
    total: int


def _faces(view: View, sketch: Sketch) -> list[_Face]:
    every = [_portfolio(view).roles[compared.id] for compared in view.roles]
    most, reach = max(map(_total, every)), max(packed(_radii(said)).radius for said in every)
    return [_face(view, compared, sketch, most=most, reach=reach) for compared in view.roles]


def _face(view: View, compared: Compared, sketch: Sketch, *, most: int, reach: float) -> _Face:
    """`most`: the largest of all wholes; `reach`: the radius of the widest of all clusters."""
    said = _portfolio(view).roles[compared.id]
    accounts = [view.model.catalogue.accounts[group.account] for group in said.groups]
    inside = partial(_inside, said, accounts, compared, sketch)
    return _Face(
        heading(sketch, compared.role.name, compared.role.icon, compared.solid),
        sketch.text(said.headline, "body" if sketch.size.brief else "strong"),
        _legend(said, accounts, compared, sketch),
        sketch.text(said.rationale, "note", "muted"),
        _bar(said, compared, most, sketch),
        lambda side: Cluster(packed(_radii(said)), side / 2 / reach, side, inside),
        _total(said),
    )


def _line(faces: Sequence[_Face], side: float, plan: _Plan, sketch: Sketch) -> Box:
    """Roles side by side, section by section, so that every section starts on one line."""
    spare = [Space()] * (plan.columns - len(faces))

    def row(boxes: Iterable[Box]) -> Row:
        return Row([*boxes, *spare], plan.gap, [1.0] * plan.columns, valign="fill")

    if plan.beside or (sketch.size.brief and len(faces) == 2):
        return _beside(faces, side, row, sketch)
    heads, clusters = row(face.head for face in faces), row(face.cluster(side) for face in faces)
    if sketch.size.brief:
        return Stack((heads, clusters), gap=sketch.space(2), grow=frozenset({1}))
    top = Stack((heads, row(face.headline for face in faces)), gap=sketch.space(0.8))
    sections = ([face.legend for face in faces], [face.bar for face in faces], [face.rationale for face in faces])
    foot = Stack([row(boxes) for boxes in sections], gap=sketch.space(2.6))
    return Stack((top, clusters, foot), gap=sketch.space(3), grow=frozenset({1}))


def _beside(faces: Sequence[_Face], side: float, row: Callable[[Iterable[Box]], Row], sketch: Sketch) -> Box:
    """Each cluster with its words at its right; one alone with all else, as high as the room."""

    def pair(face: _Face, words: Sequence[Box], gap: float, valign: Align = "middle") -> Box:
        beside = centred(Stack(words, gap=sketch.space(gap)), valign)
        return Row((Fixed(face.cluster(side), side), beside), gap=sketch.space(4.5), valign="fill", stretch=1)

    if sketch.size.brief:
        return row(pair(face, (face.head, face.headline), 1, "end") for face in faces)
    heads = [Stack((face.head, face.headline), gap=sketch.space(0.8)) for face in faces]
    if len(faces) == 1:
        (face,) = faces
        return pair(face, (heads[0], face.legend, face.rationale, face.bar), 3)
    pairs = row(pair(face, (face.legend, face.rationale), 4) for face in faces)
    return Stack((row(heads), pairs, row(face.bar for face in faces)), gap=sketch.space(3), grow=frozenset({1}))


def _sign(faces: Sequence[_Face]) -> str:
    """How the two wholes compare."""
    one, other = (face.total for face in faces)
    if abs(one - other) <= 0.01 * max(one, other):
        return "="
    if abs(one - other) <= 0.1 * max(one, other):
        return "≈"
    return ">" if one > other else "<"


def _divider(sign: str, sketch: Sketch) -> Box:
    """A line down the middle with the sign on it."""
    text = sketch.text(sign, "head", "ink", "middle")
    side = round(text.style.size * 1.9, 3)
    medal = Medal(Fixed(text, side), side, "card", "line")

    def draw(width: float, height: float) -> tuple[Item, ...]:
        return (Block(Rect(round(width / 2 - 0.5, 3), 0.0, 1.0, round(height, 3)), fill="line"),)

    return Layers((Canvas(draw, height=0.0), centred(Row((medal,), align="middle"))))


def _legend(said: RolePortfolio, accounts: Sequence[AccountType], compared: Compared, sketch: Sketch) -> Box:
    """The groups with their numbers, added up."""
    numbers = [sketch.text(str(group.count), "label", align="end") for group in said.groups]
    whole = sketch.text(str(_number(said)), "label", compared.solid, "end")
    wide = max(number.widths().max for number in (*numbers, whole))
    gap = sketch.space(1.8)
    rows: list[Box] = []
    for number, account in zip(numbers, accounts, strict=True):
        icon = Icon(account.icon, round(number.style.size * 1.3, 3), compared.solid)
        rows.append(Row((icon, Fixed(number, wide), sketch.text(account.name, "note")), gap, stretch=2))
    side = Space(round(whole.style.size * 1.3, 3))
    rows += [Rule(), Row((side, Fixed(whole, wide), sketch.text("in all", "label", compared.solid)), gap, stretch=2)]
    return Stack(rows, gap=sketch.space(1))


def _bar(said: RolePortfolio, compared: Compared, most: int, sketch: Sketch) -> Box:
    """All circles of a role laid end to end; the same length is the same whole."""
    thick = sketch.space(2)
    sizes = [group.size for group in said.groups for _ in range(group.count)]

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


# --- circles ----------------------------------------------------------------------------------------------------------


def _radii(said: RolePortfolio) -> tuple[float, ...]:
    return tuple(math.sqrt(group.size / math.pi) for group in said.groups for _ in range(group.count))


def _inside(
    said: RolePortfolio, accounts: Sequence[AccountType], compared: Compared, sketch: Sketch, scale: float
) -> list[Sequence[Frame]]:
    """Every circle with what stands in it: its name, where all of them have room for theirs, else its icon."""
    radii = [math.sqrt(group.size / math.pi) * scale for group in said.groups]
    colour = compared.on if compared.swatch.marker == "solid" else compared.solid
    inside = [
        _named(radius, sketch.text(account.name, "label", colour, "middle"), account.icon)
        for radius, account in zip(radii, accounts, strict=True)
    ]
    # All with their names or none: a name left out would look like a circle forgotten.
    if None in inside:
        inside = [_icon(radius, account.icon, colour) for radius, account in zip(radii, accounts, strict=True)]
    found: list[Sequence[Frame]] = []
    for group, radius, words in zip(said.groups, radii, inside, strict=True):
        disc = _disc(radius, compared)
        found += [(disc, words) if words else (disc,)] * group.count
    return found


def _disc(radius: float, compared: Compared) -> Frame:
    if compared.swatch.marker == "solid":
        return Frame(2 * radius, 2 * radius, (circle(radius, radius, radius, fill=compared.solid),))
    # The line lies within the circle, so that its outer edge bounds the area that is meant.
    line = min(max(radius * 0.09, 0.8), 2.4)
    ring = circle(radius, radius, radius - line / 2, fill=compared.tint, stroke=compared.solid, width=line)
    return Frame(2 * radius, 2 * radius, (ring,))


def _named(radius: float, name: Text, icon: str) -> Frame | None:
    """The name below its icon, as large and on as few lines as the circle holds; None: it holds none."""
    wish = name.widths()

    def frames() -> Iterator[Frame]:
        for share, wide in product((0.6, 0.45), (wish.max, max(wish.max * 0.62, wish.min), wish.min)):
            big = round(min(radius * share, name.style.size * 2.6), 3)
            mark = Row((Icon(icon, big, name.colour),), align="middle")
            yield Stack((mark, name), gap=big * 0.12).layout(max(wide, big) + 0.02)

    return inscribed(frames(), radius * 0.9)


def _icon(radius: float, icon: str, colour: str) -> Frame | None:
    small = round(radius * 1.08, 3)
    return Icon(icon, small, colour).layout(small) if small >= 6.0 else None
