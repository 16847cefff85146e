"""Whose customers are few and large, and whose are many and small.

In: each role's groups of customers with their number and size. Out: for each role one cluster of circles whose
areas are true to one common scale, the groups with their numbers, and a bar that adds them up. Schematic.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from generator.errors import Overflow
from generator.layout.box import Box, Widths, remembered, require
from generator.layout.boxes import Fixed, Layers, Pad, Row, Stack, centred
from generator.layout.frame import Block, Frame, Item, Rect, stacked
from generator.layout.leaves import Canvas, Icon, Rule, Space, Text
from generator.layout.marks import circle
from generator.layout.sketch import Sketch
from generator.model.derive import Compared, View
from generator.model.schema import AccountType, Portfolio, RolePortfolio
from generator.pictures import Table

KIND = "account-portfolio"
EDITORIAL = True
POSTER = False
SECTION = "portfolio"


def compose(view: View, sketch: Sketch) -> Box:
    size, count = sketch.size, len(view.roles)
    columns = _columns(view, sketch)
    lines = -(-count // columns)
    gap = sketch.space(11 if columns == 2 else 7)
    cell = (size.width - 2 * size.margin - gap * (columns - 1)) / columns
    # Type grows at the cost of the circles, which are what one comes for: so much they keep.
    least = cell * 0.55
    if size.height is not None:
        least = min(cell * (0.6 if cell * lines > size.height * 0.66 else 0.74), size.height * 0.46 / lines**1.2)
    if sketch.ramp.smallest < size.legible * 1.05:
        least *= 0.5  # only where type can grow no smaller
    faces = [_face(view, compared, sketch) for compared in view.roles]
    rows = [faces[start : start + columns] for start in range(0, count, columns)]
    sign = _sign(faces) if count == 2 else ""

    def make(side: float) -> Box:
        made = [_line(row, lines, columns, gap, side, sketch) for row in rows]
        if columns == 2 and lines == 1:
            return Layers((_divider(sign, sketch), made[0]))
        parts: list[Box] = [made[0]]
        for line in made[1:]:
            parts += [Rule(), line]
        grow = frozenset(range(0, len(parts), 2))
        return Stack(parts, gap=sketch.space(6 if size.height is None else 3.5), grow=grow)

    return _Swelling(make, least, cell * (1.0 if size.narrow else 0.94))


def note(view: View, sketch: Sketch) -> Box | None:
    said = "Schematic, an editorial judgement"
    if sketch.size.brief:
        return sketch.labelled("material/scale-balance", sketch.text(said, "note", "muted"), "shared.solid")
    label = sketch.labelled("material/scale-balance", sketch.text(said, "label"), "shared.solid")
    words = sketch.text(_portfolio(view).area, "note", "muted")
    return Stack((label, words), gap=sketch.space(0.6))


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


@dataclass(frozen=True, slots=True)
class _Face:
    """One role as it is drawn; all sections but the cluster are boxes already."""

    head: Box
    headline: Text
    legend: Box
    rationale: Text
    bar: Box
    cluster: Callable[[float], Box]
    total: int


def _face(view: View, compared: Compared, sketch: Sketch) -> _Face:
    said = _portfolio(view).roles[compared.id]
    accounts = [view.model.catalogue.accounts[group.account] for group in said.groups]
    every = [_portfolio(view).roles[other.id] for other in view.roles]
    name = sketch.text(compared.role.name, "strong" if sketch.size.brief else "head", compared.solid)
    return _Face(
        sketch.labelled(compared.role.icon, name, compared.solid),
        sketch.text(said.headline, "body" if sketch.size.brief else "strong"),
        _legend(said, accounts, compared, sketch),
        sketch.text(said.rationale, "note", "muted"),
        _bar(said, compared, max(_total(other) for other in every), sketch),
        partial(_cluster, said, accounts, compared, max(_packed(_radii(other)).radius for other in every), sketch),
        _total(said),
    )


def _line(faces: Sequence[_Face], lines: int, columns: int, gap: float, side: float, sketch: Sketch) -> Box:
    """Roles side by side, section by section, so that every section starts on one line."""
    shares = [1.0] * columns
    spare: list[Box] = [Space()] * (columns - len(faces))
    brief, height = sketch.size.brief, sketch.size.height
    cell = (sketch.size.width - 2 * sketch.size.margin - gap * (columns - 1)) / columns
    beside = height is not None and cell * lines > height * 0.66

    def row(boxes: list[Box]) -> Row:
        return Row([*boxes, *spare], gap, shares, valign="fill")

    heads = row([face.head for face in faces])
    headlines = row([face.headline for face in faces])
    if beside or (brief and len(faces) == 2):
        return _beside(faces, side, row, sketch)
    clusters = row([face.cluster(side) for face in faces])
    if brief:
        return Stack((heads, clusters), gap=sketch.space(2), grow=frozenset({1}))
    legends = row([face.legend for face in faces])
    bars = row([face.bar for face in faces])
    reasons = row([face.rationale for face in faces])
    top = Stack((heads, headlines), gap=sketch.space(0.8))
    foot = Stack((legends, bars, reasons), gap=sketch.space(2.6))
    return Stack((top, clusters, foot), gap=sketch.space(3), grow=frozenset({1}))


def _beside(faces: Sequence[_Face], side: float, row: Callable[[list[Box]], Row], sketch: Sketch) -> Box:
    """Each cluster with its words at its right."""
    if sketch.size.brief:
        words = [Stack((face.head, face.headline), gap=sketch.space(1)) for face in faces]
        pairs = [
            _pair(face.cluster(side), side, centred(word, "end"), sketch)
            for face, word in zip(faces, words, strict=True)
        ]
        return row(pairs)
    heads = row([Stack((face.head, face.headline), gap=sketch.space(0.8)) for face in faces])
    if len(faces) == 1:
        return _alone(faces[0], side, sketch)
    words = [Stack((face.legend, face.rationale), gap=sketch.space(4)) for face in faces]
    pairs = [_pair(face.cluster(side), side, centred(word), sketch) for face, word in zip(faces, words, strict=True)]
    bars = row([face.bar for face in faces])
    return Stack((heads, row(pairs), bars), gap=sketch.space(3), grow=frozenset({1}))


def _alone(face: _Face, side: float, sketch: Sketch) -> Box:
    """One cluster, as high as the room, with everything else at its right."""
    head = Stack((face.head, face.headline), gap=sketch.space(0.8))
    words = Stack((head, face.legend, face.rationale, face.bar), gap=sketch.space(3))
    return _pair(face.cluster(side), side, centred(words), sketch)


def _pair(cluster: Box, side: float, words: Box, sketch: Sketch) -> Box:
    return Row((Fixed(cluster, side), words), gap=sketch.space(4.5), valign="fill", stretch=1)


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
    medal = Pad(
        Fixed(text, side), ((side - text.layout(side).height) / 2, 0.0) * 2, "card", "line", radii=(side / 2,) * 4
    )

    def draw(width: float, height: float) -> tuple[Item, ...]:
        return (Block(Rect(round(width / 2 - 0.5, 3), 0.0, 1.0, round(height, 3)), fill="line"),)

    return Layers((Canvas(draw, height=0.0), centred(Row((medal,), align="middle"))))


# --- words and bar ----------------------------------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class _Packing:
    """Circles (x, y, radius) around the middle of the smallest circle around all of them, which has `radius`."""

    circles: tuple[tuple[float, float, float], ...]
    radius: float


def _radii(said: RolePortfolio) -> tuple[float, ...]:
    return tuple(math.sqrt(group.size / math.pi) for group in said.groups for _ in range(group.count))


@lru_cache(maxsize=64)
def _packed(radii: tuple[float, ...]) -> _Packing:
    """The circles side by side around a middle, the large ones first: a front chain, after Wang and others (2006).

    Where the middle lies decides how round the whole becomes, so a few are tried where that costs nothing.
    """
    space = min(0.006 * math.sqrt(sum(math.pi * radius**2 for radius in radii)), 0.12 * min(radii))
    order = sorted(range(len(radii)), key=lambda index: -radii[index])
    grown = [radii[index] + space for index in order]
    step, rounds = grown[0], (0, 1, 2) if len(radii) <= _FEW else (0,)
    middles = [
        (0.45 * step * far * math.cos(turn * math.pi / 4), 0.45 * step * far * math.sin(turn * math.pi / 4))
        for far in rounds
        for turn in range(8 if far else 1)
    ]
    found = [_middled(_chained(grown, middle)) for middle in middles]
    places = min(found, key=_reach)
    back = {index: (x, y, radii[index]) for index, (x, y, _) in zip(order, places, strict=True)}
    return _Packing(tuple(back[index] for index in range(len(radii))), _reach(places) - space)


# Up to so many circles, where the packing begins is seen in its outline.
_FEW = 80


def _middled(places: Sequence[Place]) -> list[Place]:
    """The places around the middle of the smallest circle around all of them, found by steps to the farthest."""
    x, y = 0.0, 0.0
    for step in range(1, 300):
        far = max(places, key=lambda place: math.hypot(place[0] - x, place[1] - y) + place[2])
        x, y = x + (far[0] - x) / (step + 1), y + (far[1] - y) / (step + 1)
    return [(px - x, py - y, radius) for px, py, radius in places]


def _reach(places: Sequence[Place]) -> float:
    return max(math.hypot(x, y) + radius for x, y, radius in places)


Place = tuple[float, float, float]


def _chained(radii: Sequence[float], middle: tuple[float, float]) -> list[Place]:
    """Places of circles, each against two of the front, where that is nearest to the middle."""
    places: list[Place] = [(0.0, 0.0, radii[0])]
    if len(radii) > 1:
        places = [(-radii[1], 0.0, radii[0]), (radii[0], 0.0, radii[1])]
    if len(radii) > 2:
        places.append(_against(places[1], places[0], radii[2]))
    front = list(range(len(places)))
    for index in range(3, len(radii)):
        while True:
            place = _against(places[front[0]], places[front[1]], radii[index])
            shorter = _shortened(front, places, place)
            if shorter is None:
                break
            front = shorter
        places.append(place)
        front = [front[0], index, *front[1:]]
        first = min(range(len(front)), key=lambda at: _distance(places[front[at - 1]], places[front[at]], middle))
        front = front[first - 1 :] + front[: first - 1]
    return places


def _against(one: Place, other: Place, radius: float) -> Place:
    """The circle that touches both, on the outer side of the way from one to the other."""
    dx, dy = one[0] - other[0], one[1] - other[1]
    apart = dx * dx + dy * dy
    near, far = (other[2] + radius) ** 2, (one[2] + radius) ** 2
    along = (apart + near - far) / (2 * apart)
    aside = math.sqrt(max(near / apart - along**2, 0.0))
    return other[0] + along * dx - aside * dy, other[1] + along * dy + aside * dx, radius


def _shortened(front: list[int], places: Sequence[Place], place: Place) -> list[int] | None:
    """The front without what lies between its start and a circle that the new one would cut; None: it cuts none."""
    after, before = 2, len(front) - 1
    ahead, back = places[front[1]][2], places[front[0]][2]
    while after <= before:
        if ahead <= back:
            if _cut(places[front[after]], place):
                return [front[0], *front[after:]]
            ahead, after = ahead + places[front[after]][2], after + 1
        else:
            if _cut(places[front[before]], place):
                return [front[before], *front[1:before]]
            back, before = back + places[front[before]][2], before - 1
    return None


def _cut(one: Place, other: Place) -> bool:
    return math.hypot(one[0] - other[0], one[1] - other[1]) < one[2] + other[2] - 1e-6


def _distance(one: Place, other: Place, middle: tuple[float, float]) -> float:
    """From the middle to where two neighbours touch."""
    both = one[2] + other[2]
    x, y = ((one[axis] * other[2] + other[axis] * one[2]) / both for axis in (0, 1))
    return math.hypot(x - middle[0], y - middle[1])


# --- from circles to boxes --------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class _Cluster:
    """A role's circles in the middle of a square: with their names where all of them fit, else with icons."""

    packing: _Packing
    names: Sequence[Text]
    icons: Sequence[str]
    compared: Compared
    scale: float
    side: float

    def widths(self) -> Widths:
        return Widths(self.side, self.side)

    def texts(self) -> Iterator[Text]:
        return iter(())  # the legend has them all

    @remembered
    def layout(self, width: float, height: float | None = None) -> Frame:
        require(self.side, width)
        require(self.side, height, axis="height")
        tall = self.side if height is None else height
        # All with their names or none: a name left out would look like a circle forgotten.
        every = zip(self.packing.circles, self.names, self.icons, strict=True)
        named = all(self._named(radius * self.scale, name, icon) for (_, _, radius), name, icon in every)
        placed: list[tuple[Frame, float, float]] = []
        for (x, y, radius), name, icon in zip(self.packing.circles, self.names, self.icons, strict=True):
            scaled = radius * self.scale
            middle = (width / 2 + x * self.scale, tall / 2 + y * self.scale)
            placed.append((self._circle(scaled), middle[0] - scaled, middle[1] - scaled))
            inside = self._named(scaled, name, icon) if named else self._icon(scaled, icon)
            if inside:
                placed.append((inside, middle[0] - inside.width / 2, middle[1] - inside.height / 2))
        return stacked(placed, width, tall)

    def _circle(self, radius: float) -> Frame:
        solid, line = self.compared.swatch.marker == "solid", min(max(radius * 0.09, 0.8), 2.4)
        if solid:
            return Frame(2 * radius, 2 * radius, (circle(radius, radius, radius, fill=self.compared.solid),))
        # The line lies within the circle, so that its outer edge bounds the area that is meant.
        ring = circle(
            radius, radius, radius - line / 2, fill=self.compared.tint, stroke=self.compared.solid, width=line
        )
        return Frame(2 * radius, 2 * radius, (ring,))

    def _named(self, radius: float, name: Text, icon: str) -> Frame | None:
        colour = self.compared.on if self.compared.swatch.marker == "solid" else self.compared.solid
        room, wish = radius * 0.9, name.widths()
        for share, wide in itertools.product((0.6, 0.45), (wish.max, max(wish.max * 0.62, wish.min), wish.min)):
            big = round(min(radius * share, name.style.size * 2.6), 3)
            box = Stack((Row((Icon(icon, big, colour),), align="middle"), replace(name, colour=colour)), gap=big * 0.12)
            frame = box.layout(max(wide, big) + 0.02)
            if math.hypot(frame.width / 2, frame.height / 2) <= room:
                return frame
        return None

    def _icon(self, radius: float, icon: str) -> Frame | None:
        colour = self.compared.on if self.compared.swatch.marker == "solid" else self.compared.solid
        small = round(radius * 1.08, 3)
        return Icon(icon, small, colour).layout(small) if small >= 6.0 else None


def _cluster(
    said: RolePortfolio, accounts: Sequence[AccountType], compared: Compared, reach: float, sketch: Sketch, side: float
) -> Box:
    names = [sketch.text(account.name, "label", compared.solid, "middle") for account in accounts]
    every = [index for index, group in enumerate(said.groups) for _ in range(group.count)]
    icons = [accounts[index].icon for index in every]
    scale = side / 2 / reach
    return _Cluster(_packed(_radii(said)), [names[index] for index in every], icons, compared, scale, side)


@dataclass(frozen=True, eq=False)
class _Swelling:
    """A composition whose clusters all have one side: as long as the room allows, between `least` and `most`.

    One side for all of them is one scale for all of them, whatever stands beside each.
    """

    make: Callable[[float], Box]
    least: float
    most: float

    @remembered
    def widths(self) -> Widths:
        return self.make(self.least).widths()

    def texts(self) -> Iterator[Text]:
        return self.make(self.least).texts()

    @remembered
    def layout(self, width: float, height: float | None = None) -> Frame:
        found, low, high = self.make(self.least).layout(width, height), self.least, self.most
        while high - low > 1.0:
            middle = (low + high) / 2
            try:
                found, low = self.make(middle).layout(width, height), middle
            except Overflow:
                high = middle
        return found
