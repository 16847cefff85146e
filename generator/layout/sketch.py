"""What a kind of infographic composes with: texts, icons and distances at one type ramp.

In: fonts, a size and a ramp. Out: boxes. And the sheet around every picture: eyebrow, takeaway, body,
note, source and address, with the type of the body fitted to the room that is left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from generator.errors import Overflow
from generator.layout.boxes import Align, Box, Icon, Layers, Pad, Row, Rule, Space, Stack, Text
from generator.layout.fit import STEP, fit
from generator.layout.frame import Block, Frame, Rect, stacked
from generator.layout.marks import edge
from generator.layout.text import Fonts
from generator.targets import Size
from generator.theme import Ramp, Style, Weight

# More columns than these leave no room for ordinary words at the size in which a page is read.
_ABREAST = 3


@dataclass(frozen=True, slots=True)
class Sketch:
    """The means of one composition."""

    fonts: Fonts
    size: Size
    ramp: Ramp

    def text(self, text: str, role: str = "body", colour: str = "ink", align: Align = "start") -> Text:
        """A text in a role of the ramp: head, strong, body, label, note or tag."""
        return Text(text, self.ramp.style(role), self.fonts, colour, align)

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

    def panel(self, child: Box, hue: str, marker: str) -> Pad:
        """A tinted panel whose left edge is drawn in the marker's way."""
        bar, inset, radius = self.space(1.1), self.space(4), self.space(2.5)
        mark = edge(marker, f"{hue}.solid", bar)
        return Pad(
            child, (inset, inset, inset, inset + bar), f"{hue}.tint", radii=(0.0, radius, radius, 0.0), edge=mark
        )

    def side_by_side(self, panels: Sequence[Pad], sections: Sequence[Sequence[Box]], gap: float, grow: int) -> Box:
        """Panels of equal width whose sections start on common lines.

        `panels` give fill, edge and insets; `sections` holds, for each section, one box a panel. Spare height goes
        to the section of index `grow`.
        """
        shares = [1.0] * len(panels)
        between = self.space(4)
        backs = Row([replace(panel, child=Space()) for panel in panels], between, shares, valign="fill")
        rows = []
        for boxes in sections:
            cells = [
                Pad(box, (0.0, panel.insets[1], 0.0, panel.insets[3])) for panel, box in zip(panels, boxes, strict=True)
            ]
            rows.append(Row(cells, between, shares, valign="fill"))
        top, bottom = panels[0].insets[0], panels[0].insets[2]
        front = Pad(Stack(rows, gap=gap, grow=frozenset({grow})), (top, 0.0, bottom, 0.0))
        return Layers((backs, front))

    def abreast(self, count: int) -> int:
        """How many of so many columns stand side by side: on a page that grows, four are set two by two."""
        if self.size.narrow:
            return 1
        return 2 if self.size.height is None and count > _ABREAST else count

    def listed(self, icon: str, text: Box, colour: str) -> Row:
        """An icon beside the first line of a text that may run on."""
        size = self.ramp.body
        lift = max(round((size * 1.32 - size * 1.25) / 2, 3), 0.0)
        return Row(
            (Pad(Icon(icon, round(size * 1.25, 3), colour), (lift, 0.0, 0.0, 0.0)), text),
            gap=self.space(2.5),
            stretch=1,
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """The words around a picture's body; `source` is the whole line at its foot."""

    eyebrow: str
    title: str
    source: str


Compose = Callable[[Sketch], Box]
Note = Callable[[Sketch], Box | None]


def texts(sheet: Sheet, body: Compose, note: Note, fonts: Fonts, size: Size) -> tuple[Text, ...]:
    """Every text of the picture, in reading order, in the styles it is set in."""
    small = _small(fonts, size)
    boxes = (_head(sheet, fonts, size), body(Sketch(fonts, size, Ramp(size.body))), _foot(sheet, note(small), small))
    return tuple(text for box in boxes for text in box.texts())


def lay_out(sheet: Sheet, body: Compose, note: Note, fonts: Fonts, size: Size) -> Frame:
    """The finished picture in one size. Overflow: some text does not fit at the least legible size."""
    width = size.width - 2 * size.margin
    small = _small(fonts, size)
    head = _head(sheet, fonts, size).layout(width)
    foot = _foot(sheet, note(small), small).layout(width)
    gap = small.space(5 if size.narrow else 4.5)
    top = size.margin + head.height + gap
    room = None if size.height is None else size.height - top - small.space(3) - foot.height - size.margin * 0.72
    if room is not None and room <= 0:
        raise Overflow(need=top + foot.height, room=size.height or 0.0, text=sheet.title, axis="height")
    main = fit(lambda ramp: body(Sketch(fonts, size, ramp)), width, room, largest=size.largest, legible=size.legible)
    under = top + main.height + small.space(3 if size.height else 5)
    height = size.height or under + foot.height + size.margin * 0.8
    ground = Frame(size.width, height, (Block(Rect(0.0, 0.0, size.width, round(height, 3)), fill="ground"),))
    placed = [
        (ground, 0.0, 0.0),
        (head, size.margin, size.margin),
        (main, size.margin, top),
        (foot, size.margin, under),
    ]
    return stacked(placed, size.width, height)


def _small(fonts: Fonts, size: Size) -> Sketch:
    """The means of what stands below the picture: the same on every picture of a size."""
    return Sketch(fonts, size, Ramp(max(size.body * 0.86, size.legible / 0.82)))


def _head(sheet: Sheet, fonts: Fonts, size: Size) -> Box:
    """Eyebrow and takeaway, the same size on every picture unless a word is too long for the width."""
    width = size.width - 2 * size.margin
    eyebrow = Style(max(size.title * 0.36, size.legible), Weight.SEMIBOLD, 1.3, 0.075, upper=True)
    title = Style(size.title, Weight.EXTRABOLD, 1.12, -0.024, balanced=True)
    label = Text(sheet.eyebrow, eyebrow, fonts, "shared.solid")
    while True:
        heading = Text(sheet.title, title, fonts)
        if heading.widths().min <= width or title.size <= size.body:
            return Stack((label, heading), gap=size.title * 0.16)
        title = Style(title.size * STEP, title.weight, title.leading, title.tracking, balanced=True)


def _foot(sheet: Sheet, note: Box | None, sketch: Sketch) -> Box:
    source = sketch.text(sheet.source, "note", "muted")
    if sketch.size.narrow or note is None:
        rows: tuple[Box, ...] = (Rule(), source) if note is None else (Rule(), note, source)
        return Stack(rows, gap=sketch.space(2))
    wide = note.widths().max + source.widths().max + sketch.space(6) <= sketch.size.width - 2 * sketch.size.margin
    if not wide:
        return Stack((Rule(), note, source), gap=sketch.space(2))
    last = Text(source.text, source.style, source.fonts, source.colour, "end")
    shares = (note.widths().max + sketch.space(3), source.widths().max + sketch.space(3))
    return Stack((Rule(), Row((note, last), shares=shares, valign="middle")), gap=sketch.space(2))
