"""Boxes at places along a line.

In: boxes, each with its share of the width. Out: a box in which they stand as near to their places as they
can without touching.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.infographics.parts.badges import role_pill
from generator.infographics.parts.sketch import Sketch
from generator.layout import Block, Box, Canvas, Frame, Item, Pad, Rect, TextBox, Widths, memoized, require, stacked
from generator.model import Scale, View

# Scales go from 0 to this.
_TOP = 10


@dataclass(frozen=True, eq=False)
class Positioned:
    """Boxes on a line, each pinned by its middle at a share of the width, over a backdrop.

    Boxes that would touch move apart, as little as needed, and none leaves the line.
    """

    pins: Sequence[tuple[float, Box]]
    backdrop: Box
    gap: float = 0.0

    @memoized
    def widths(self) -> Widths:
        total = sum(box.widths().max for _, box in self.pins) + self.gap * (len(self.pins) - 1)
        return Widths(total, total)

    def texts(self) -> Iterator[TextBox]:
        for _, box in self.pins:
            yield from box.texts()

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        require(self.widths().min, width, self)
        pins = sorted(self.pins, key=lambda pin: pin[0])
        frames = [box.layout(box.widths().max) for _, box in pins]
        wides = [frame.width for frame in frames]
        starts = without_overlap(
            [share * width - wide / 2 for (share, _), wide in zip(pins, wides, strict=True)], wides, width, self.gap
        )
        tall = max(frame.height for frame in frames)
        require(tall, height, self, "height")
        tall = tall if height is None else height
        placed = [(frame, x, (tall - frame.height) / 2) for frame, x in zip(frames, starts, strict=True)]
        return stacked([(self.backdrop.layout(width, tall), 0.0, 0.0), *placed], width, tall)


def without_overlap(starts: Sequence[float], wides: Sequence[float], width: float, gap: float) -> list[float]:
    """Starts of boxes, in their order, moved so that they stay `gap` apart and within 0 and `width`.

    Neighbours that touch form a group that is centred on where its members wished to be.
    """
    groups: list[tuple[list[int], float]] = []
    for index, start in enumerate(starts):
        groups.append(([index], start))
        while True:
            members, _ = groups[-1]
            length = sum(wides[member] for member in members) + gap * (len(members) - 1)
            wish = sum(starts[member] + wides[member] / 2 for member in members) / len(members) - length / 2
            groups[-1] = (members, min(max(wish, 0.0), width - length))
            if len(groups) == 1 or _end(groups[-2], wides, gap) + gap <= groups[-1][1]:
                break
            before = groups.pop(-2)
            groups[-1] = (before[0] + members, 0.0)
    placed = []
    for members, x in groups:
        for member in members:
            placed.append(x)
            x += wides[member] + gap
    return placed


def _end(group: tuple[list[int], float], wides: Sequence[float], gap: float) -> float:
    members, start = group
    return start + sum(wides[member] for member in members) + gap * (len(members) - 1)


def track(pins: Sequence[tuple[float, Box]], thickness: float, gap: float) -> Positioned:
    """Boxes pinned on a bar that is darker from the first of them to the last."""
    shares = [share for share, _ in pins]

    def draw(width: float, height: float) -> tuple[Item, ...]:
        middle = round((height - thickness) / 2, 3)
        low, high = min(shares) * width, max(shares) * width
        whole = Block(Rect(0.0, middle, width, thickness), fill="line", radii=(thickness / 2,) * 4)
        between = Block(Rect(round(low, 3), middle, round(high - low, 3), thickness), fill="muted")
        return (whole, between) if high > low else (whole,)

    return Positioned(pins, Canvas(draw, height=thickness), gap)


def scale_cells(
    view: View, scale: Scale, sketch: Sketch, *, style: str, thickness: float, inset: float
) -> tuple[Box, ...]:
    """A scale as the cells of a row: name, low end, track, high end; `thickness` and `inset` in steps of the grid."""
    room = (sketch.space(inset), 0.0, sketch.space(inset), 0.0)
    parts = (
        sketch.text(scale.name, style),
        sketch.text(scale.low, "note", "muted", "end"),
        role_track(view, scale, sketch, thickness),
        sketch.text(scale.high, "note", "muted"),
    )
    return tuple(Pad(part, room, valign="middle") for part in parts)


def role_track(view: View, scale: Scale, sketch: Sketch, thickness: float) -> Positioned:
    """Every role's short name where it stands on a scale; `thickness` in steps of the grid."""
    pins = [(scale.positions[compared.id].value / _TOP, role_pill(sketch, compared)) for compared in view.roles]
    return track(pins, sketch.space(thickness), sketch.space(0.6))
