"""What a kind of infographic composes with: texts, icons and distances at one type ramp.

In: fonts, a size and a ramp. Out: boxes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.brand import Ramp
from generator.infographics.parts.marks import edge
from generator.layout import (
    Align,
    Box,
    Fixed,
    Fonts,
    Gathered,
    Grid,
    Group,
    Icon,
    Layers,
    Pad,
    Row,
    Size,
    Space,
    Stack,
    Text,
    centred,
)

# More columns than these leave no room for ordinary words at the size in which a page is read.
_ABREAST = 3


@dataclass(frozen=True, slots=True)
class Sketch:
    """The means of one composition; `purpose` is that of its texts."""

    fonts: Fonts
    size: Size
    ramp: Ramp
    purpose: str = ""

    def text(self, text: str, role: str = "body", colour: str = "ink", align: Align = "start") -> Text:
        """A text in a role of the ramp: head, strong, body, label, note or tag."""
        return Text(text, self.ramp.style(role), self.fonts, colour, align, self.purpose)

    def icon(self, name: str, colour: str = "ink", role: str = "body", scale: float = 1.5) -> Icon:
        """An icon whose size goes with a text of that role."""
        return Icon(name, round(self.ramp.style(role).size * scale, 3), colour)

    def space(self, steps: float) -> float:
        """Points of so many steps of the grid."""
        return self.ramp.space(steps)

    def labelled(self, icon: str, text: Text, colour: str, scale: float = 1.35) -> Row:
        """An icon before a text, both on one middle line."""
        mark = Icon(icon, round(text.style.size * scale, 3), colour)
        return Row((mark, text), gap=self.space(2), valign="middle")

    def pill(self, text: str, hue: str, marker: str) -> Pad:
        """A short name in a role's colour: filled for the solid marker, outlined for every other."""
        filled = marker == "solid"
        inside = self.text(text, "tag", f"{hue}.on" if filled else f"{hue}.solid", "middle")
        high, wide = self.space(0.9), self.space(2.2)
        radius = (inside.style.size * inside.style.leading + 2 * high) / 2
        fill, stroke = (f"{hue}.solid", None) if filled else (f"{hue}.tint", f"{hue}.solid")
        return Pad(inside, (high, wide, high, wide), fill, stroke, (radius,) * 4)

    def panel(self, child: Box, hue: str, marker: str, insets: tuple[float, float] = (4.0, 4.0)) -> Pad:
        """A tinted panel whose left edge is drawn in the marker's way.

        `insets` are steps of the grid above and below, and at the sides; the edge stands beside them.
        """
        bar, radius, (high, side) = self.space(1.1), self.space(2.5), map(self.space, insets)
        mark = edge(marker, f"{hue}.solid", bar)
        return Pad(child, (high, side, high, side + bar), f"{hue}.tint", radii=(0.0, radius, radius, 0.0), edge=mark)

    def side_by_side(
        self,
        names: Sequence[str],
        panels: Sequence[Pad],
        sections: Sequence[Sequence[Box]],
        gap: float,
        grow: int,
        lines: Sequence[Sequence[Box]] = (),
        line_gap: float = 0.0,
    ) -> Box:
        """Panels of equal width whose sections start on common lines, each a group of its name.

        `panels` give fill, edge and insets; `sections` holds, for each section, one box a panel. Spare height goes
        to the section of index `grow`. `lines` are rows of boxes, one a panel, that make up a last section.
        """

        def row(boxes: Sequence[Box], valign: Literal["start", "fill"] = "fill") -> Row:
            named = [Group(name, box) for name, box in zip(names, boxes, strict=True)]
            return Row(named, between, shares, valign=valign)

        def inset(boxes: Sequence[Box]) -> list[Box]:
            return [
                Pad(box, (0.0, panel.insets[1], 0.0, panel.insets[3])) for panel, box in zip(panels, boxes, strict=True)
            ]

        shares = [1.0] * len(panels)
        between = self.space(4)
        backs = row([replace(panel, child=Space()) for panel in panels])
        rows: list[Box] = [row(inset(boxes)) for boxes in sections]
        if lines:
            rows.append(Grid([(centred(row(inset(line), "start")),) for line in lines], (1.0,), row_gap=line_gap))
        top, bottom = panels[0].insets[0], panels[0].insets[2]
        front = Pad(Stack(rows, gap=gap, grow=frozenset({grow})), (top, 0.0, bottom, 0.0))
        return Gathered(Layers((backs, front)))

    def abreast(self, count: int) -> int:
        """How many of so many columns stand side by side: on a page that grows, four are set two by two."""
        if self.size.narrow:
            return 1
        return 2 if self.size.height is None and count > _ABREAST else count

    def named(self, label: Text, words: Box, role: str, wide: float) -> Row:
        """A label in a column `wide` points wide, before words in a role; both stand on one line of writing."""
        style = self.ramp.style(role)
        drop = 0.62 * (style.size * style.leading - label.style.size * label.style.leading)
        front = Pad(label, (round(max(drop, 0.0), 3), 0.0, 0.0, 0.0))
        return Row((Fixed(front, wide), words), gap=self.space(2), stretch=1)

    def listed(self, icon: str, text: Box, colour: str, role: str = "body") -> Row:
        """An icon beside the first line of a text, set in that role, that may run on."""
        size, first = self.ramp.body, self.ramp.style(role)
        lift = max(round((first.size * first.leading - size * 1.25) / 2, 3), 0.0)
        return Row(
            (Pad(Icon(icon, round(size * 1.25, 3), colour), (lift, 0.0, 0.0, 0.0)), text),
            gap=self.space(2.5),
            stretch=1,
        )
