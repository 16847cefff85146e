"""Labels beside a column: one below another, each as near as can be to the height of what it names.

In: boxes, each with its share of the height. Out: a box, with lines from what was moved to where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.infographics.parts.dot_scale import without_overlap
from generator.infographics.parts.marks import line
from generator.layout import SHARE, Align, Box, Frame, Item, TextBox, Widths, memoized, require, stacked

_THIN = 0.8
# Of its height, so far a box may stand off its place without a line: a level one before a number reads as its minus.
_NEAR = 0.15


@dataclass(frozen=True, eq=False)
class SideLabels:
    """Boxes one below another, each pinned by its middle at a share of the height.

    Boxes that would touch move apart. With `leader_length`, a line that long leads from each that had to move far and
    is to have one by `has_leader` to its place: at the left of boxes that start there, else at the right.
    """

    pins: Sequence[tuple[float, Box]]
    align: Align
    gap: float
    leader_length: float = 0.0
    has_leader: Sequence[bool] = ()

    @memoized
    def widths(self) -> Widths:
        asked = [box.widths() for _, box in self.pins]
        return Widths(max(w.min for w in asked) + self.leader_length, max(w.max for w in asked) + self.leader_length)

    def texts(self) -> Iterator[TextBox]:
        for _, box in self.pins:
            yield from box.texts()

    @memoized
    def layout(self, width: float, height: float | None = None) -> Frame:
        room = width - self.leader_length
        frames = [box.layout(min(box.widths().max, room)) for _, box in self.pins]
        talls = [frame.height for frame in frames]
        need = sum(talls) + self.gap * (len(talls) - 1)
        require(need, height, self, "height")
        tall = need if height is None else height
        wishes = [share * tall - high / 2 for (share, _), high in zip(self.pins, talls, strict=True)]
        tops = without_overlap(wishes, talls, tall, self.gap)
        before = self.leader_length if self.align == "start" else 0.0
        placed = [
            (frame, before + (room - frame.width) * SHARE[self.align], top)
            for frame, top in zip(frames, tops, strict=True)
        ]
        spans = list(zip(tops, talls, strict=True))
        leads = Frame(width, tall, lambda: tuple(self._leader_lines(width, tall, spans)) if self.leader_length else ())
        return stacked([(leads, 0.0, 0.0), *placed], width, tall)

    def _leader_lines(self, width: float, height: float, spans: Sequence[tuple[float, float]]) -> Iterator[Item]:
        near, far = 0.15 * self.leader_length, 0.75 * self.leader_length
        if self.align == "end":
            near, far = width - near, width - far
        for (share, _), (top, high), led in zip(self.pins, spans, self.has_leader, strict=True):
            place, middle = share * height, top + high / 2
            if led and abs(place - middle) > _NEAR * high:
                yield line(near, round(place, 3), far, round(middle, 3), colour="muted", width=_THIN)
