"""Columns of 100 percent, and the bands between two of them.

In: the parts of a whole from top to bottom. Out: canvases that fill their height with them. A part is filled where it
leads, else outlined, so that what leads is told without colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.infographics.parts.marks import edge, polygon
from generator.layout import Block, Canvas, Item, Rect, Shape, icon_commands

WHOLE = 100
# Points between parts, and straight pieces of a band's edge.
_GAP = 2.0
_PIECES = 24


@dataclass(frozen=True, slots=True)
class Segment:
    """`percent` of a whole, so many percent below its top."""

    percent: int
    above: int
    leads: bool
    icon: str

    @property
    def start(self) -> float:
        """Of the height; so are `share` and `middle`."""
        return self.above / WHOLE

    @property
    def share(self) -> float:
        return self.percent / WHOLE

    @property
    def middle(self) -> float:
        return self.start + self.share / 2


def stacked_bar(parts: Sequence[Segment], hue: str, marker: str, *, width: float = 0.0, edging: float = 0.0) -> Canvas:
    """A whole from top to bottom.

    Its marker stands `edging` thick at the left, at the right where negative; without it, icons stand on the parts.
    """
    return Canvas(partial(_drawn, parts, hue, marker, edging), height=0.0, width=round(width, 3))


def _drawn(
    parts: Sequence[Segment], hue: str, marker: str, edging: float, width: float, height: float
) -> tuple[Item, ...]:
    strip = abs(edging)
    marks = edge(marker, f"{hue}.solid", strip)(strip, height) if edging else ()
    shift = width - strip if edging < 0 else 0.0
    left, wide = max(edging, 0.0) * 1.7, width - strip * 1.7
    items: list[Item] = [item.moved(shift, 0.0) for item in marks]
    for part in parts:
        if not part.percent:
            continue
        high = part.share * height
        gap = min(_GAP, high * 0.3)
        rect = Rect(round(left, 3), round(part.start * height + gap / 2, 3), round(wide, 3), round(high - gap, 3))
        items.append(_segment(rect, hue, part))
        if not edging and wide * 0.9 <= rect.height:
            items.append(_icon(rect, hue, part))
    return tuple(items)


def _segment(rect: Rect, hue: str, part: Segment) -> Block:
    radius = min(3.0, rect.height / 2)
    if part.leads:
        return Block(rect, f"{hue}.solid", radii=(radius,) * 4)
    line = min(1.0, rect.height / 3)
    x, y = round(rect.x + line / 2, 3), round(rect.y + line / 2, 3)
    inside = Rect(x, y, round(rect.width - line, 3), round(rect.height - line, 3))
    return Block(inside, f"{hue}.tint", f"{hue}.solid", line, (radius,) * 4)


def _icon(rect: Rect, hue: str, part: Segment) -> Shape:
    """The part's icon in its middle."""
    size = round(min(rect.width * 0.62, 22.0), 3)
    x, y = rect.x + (rect.width - size) / 2, rect.y + (rect.height - size) / 2
    colour = f"{hue}.on" if part.leads else f"{hue}.solid"
    return Shape(
        Rect(round(x, 3), round(y, 3), size, size), icon_commands(part.icon, size), fill=colour, icon=part.icon
    )


def bands(left: Sequence[Segment], right: Sequence[Segment], hues: tuple[str, str]) -> Canvas:
    """A band for each part of two columns, between them, in the tint of the one in which the part leads."""

    def draw(width: float, height: float) -> tuple[Item, ...]:
        return tuple(_bands(left, right, hues, width, height))

    return Canvas(draw, height=0.0)


def _bands(
    left: Sequence[Segment], right: Sequence[Segment], hues: tuple[str, str], width: float, height: float
) -> Iterator[Shape]:
    for one, other in zip(left, right, strict=True):
        if one.percent or other.percent:
            fill = f"{hues[0]}.tint" if one.leads else f"{hues[1]}.tint" if other.leads else "card"
            top = _curve(one.start, other.start, width, height)
            bottom = _curve(one.start + one.share, other.start + other.share, width, height)
            yield polygon([*top, *reversed(bottom)], fill=fill, stroke="ground", width=1.5)


def _curve(start: float, end: float, width: float, height: float) -> list[tuple[float, float]]:
    """From a height at the left to one at the right, level at both."""
    ways = [piece / _PIECES for piece in range(_PIECES + 1)]
    return [
        (
            round(_GAP + way * (width - 2 * _GAP), 3),
            round((start + (end - start) * way * way * (3 - 2 * way)) * height, 3),
        )
        for way in ways
    ]
