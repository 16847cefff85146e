"""What a kind of infographic composes with: texts, icons and distances at one type ramp.

In: fonts, a size and a ramp. Out: boxes. And the sheet around every picture: eyebrow, takeaway, body,
note, source and address, with the type of the body fitted to the room that is left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from generator.brand import Ramp, Style, Weight
from generator.infographics.parts.marks import edge
from generator.layout import (
    STEP,
    Align,
    Block,
    Box,
    Fonts,
    Frame,
    Icon,
    Layers,
    Pad,
    Rect,
    Row,
    Rule,
    Size,
    Space,
    Stack,
    Text,
    TextBox,
    fit,
    stacked,
)
from generator.problems import Overflow

# More columns than these leave no room for ordinary words at the size in which a page is read.
_ABREAST = 3
# A title may be so much smaller if it then stands on one line, where room is dear.
_LESS = 0.8
# Square points of a fixed page that a role must have for its reason to be shown.
_SPACIOUS = 120_000.0


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


def texts(sheet: Sheet, body: Compose, note: Note, fonts: Fonts, size: Size) -> tuple[TextBox, ...]:
    """Every text of the picture, in reading order, in the styles it is set in."""
    small = _small(fonts, size)
    boxes = (_head(sheet, fonts, size), body(Sketch(fonts, size, Ramp(size.body))), _foot(sheet, note(small), small))
    return tuple(text for box in boxes for text in box.texts())


def lay_out(
    sheet: Sheet, body: Compose, note: Note, fonts: Fonts, size: Size, wrap: Callable[[Box], Box] = lambda box: box
) -> Frame:
    """The finished picture in one size; each box is laid out as `wrap` returns it.

    Overflow: some text does not fit at the least legible size.
    """
    width = size.inner
    small = _small(fonts, size)
    head = wrap(_head(sheet, fonts, size)).layout(width)
    foot = wrap(_foot(sheet, note(small), small)).layout(width)
    gap = small.space(3.2 if size.brief else 5 if size.narrow else 4.5)
    below = small.space(2.4 if size.brief else 3 if size.height else 5)
    top = size.margin + head.height + gap
    room = None if size.height is None else size.height - top - below - foot.height - size.margin * 0.72
    if room is not None and room <= 0:
        raise Overflow(need=top + foot.height, room=size.height or 0.0, text=sheet.title, axis="height")
    compose = lambda ramp: wrap(body(Sketch(fonts, size, ramp)))  # noqa: E731
    main = fit(compose, width, room, largest=size.largest, legible=size.legible)
    under = top + main.height + below
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
    """Eyebrow and takeaway, the same size on every picture unless a word is too long for the width.

    On a brief picture and on a full one also where a little less spares a line: the body needs it more.
    """
    width = size.inner
    eyebrow = Style(max(size.title * 0.36, size.legible), Weight.SEMIBOLD, 1.3, 0.075, upper=True)
    title = Style(size.title, Weight.EXTRABOLD, 1.12, -0.024, balanced=True)
    label = Text(sheet.eyebrow, eyebrow, fonts, "shared.solid")
    long = Text(sheet.title, title, fonts).widths().max
    if (size.brief or size.full) and width < long <= width / _LESS:
        title = replace(title, size=title.size * width / long * 0.995)
    while True:
        heading = Text(sheet.title, title, fonts)
        if heading.widths().min <= width or title.size <= size.body:
            return Stack((label, heading), gap=size.title * 0.16)
        title = replace(title, size=title.size * STEP)


def _foot(sheet: Sheet, note: Box | None, sketch: Sketch) -> Box:
    source = sketch.text(sheet.source, "note", "muted")
    if note is None and sketch.size.brief:
        # At the right, where the source stands on cards that have a note: a feed shows many of them below each other.
        return Stack((Rule(), replace(source, align="end")), gap=sketch.space(1.6))
    if sketch.size.narrow or note is None:
        rows: tuple[Box, ...] = (Rule(), source) if note is None else (Rule(), note, source)
        return Stack(rows, gap=sketch.space(2))
    wide = note.widths().max + source.widths().max + sketch.space(6) <= sketch.size.inner
    if not wide:
        return Stack((Rule(), note, source), gap=sketch.space(2))
    last = replace(source, align="end")
    shares = (note.widths().max + sketch.space(3), source.widths().max + sketch.space(3))
    gap = sketch.space(1.6 if sketch.size.brief else 2)
    return Stack((Rule(), Row((note, last), shares=shares, valign="middle")), gap=gap)


def heading(sketch: Sketch, name: str, icon: str, colour: str) -> Row:
    """A role's icon and name, above what is said of it."""
    return sketch.labelled(icon, sketch.text(name, "strong" if sketch.size.brief else "head", colour), colour)


def schematic(sketch: Sketch, words: str) -> Box:
    """The note of a picture that measures nothing; `words` say what its marks stand for, where there is room."""
    said, brief = "Schematic, an editorial judgement", sketch.size.brief
    text = sketch.text(said, "note", "muted") if brief else sketch.text(said, "label")
    label = sketch.labelled("material/scale-balance", text, "shared.solid")
    return label if brief else Stack((label, sketch.text(words, "note", "muted")), gap=sketch.space(0.6))


def judgement(sketch: Sketch, words: Sequence[str], *, across: float, down: float) -> Box:
    """The note of a judged picture and its legend, on one line where they fit; gaps in steps of the grid."""
    said = sketch.text("Editorial judgement", "label", "muted")
    label = sketch.labelled("material/scale-balance", said, "shared.solid")
    if sketch.size.brief:
        return label
    parts: list[Box] = [label, *(sketch.text(part, "note", "muted") for part in words)]
    line = Row(parts, sketch.space(across), valign="middle")
    fits = line.widths().max <= sketch.size.inner
    return line if fits else Stack(parts, gap=sketch.space(down))


def spacious(sketch: Sketch, count: int) -> bool:
    """Whether a page that is shared by so many roles has room for the reasons too."""
    size = sketch.size
    return size.height is None or size.width * size.height / count >= _SPACIOUS


def tile(
    sketch: Sketch,
    child: Box,
    fill: str,
    insets: tuple[float, float],
    *,
    stroke: str | None = None,
    valign: Align = "middle",
) -> Pad:
    """A box on a rounded area. `insets` are steps of the grid above and below, and at the sides."""
    high, wide = (sketch.space(steps) for steps in insets)
    return Pad(child, (high, wide, high, wide), fill, stroke, (sketch.space(2.5),) * 4, valign)
