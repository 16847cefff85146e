"""The marks of a picture as shapes: rectangles, lines, ellipses and free forms.

In: blocks and paths of a frame. Out: what stands within `p:spPr` of a shape, DrawingML.
"""

from __future__ import annotations

from functools import lru_cache
from math import isclose

from generator.deck.colours import Scheme
from generator.layout import Block, Command, Rect, Shape, rounded

EMU = 12_700  # a point
_FULL = 100_000
DOTS = 3  # more equal rectangles in a row are the dots of a line
_LETTERS = {"M": "moveTo", "L": "lnTo", "Q": "quadBezTo", "C": "cubicBezTo"}


def emu(points: float) -> int:
    """Points in English Metric Units."""
    return round(points * EMU)


def placed(rect: Rect, flips: str = "", tag: str = "a:xfrm") -> str:
    """Where a shape lies."""
    corner, size = corner_and_size(rect)
    return f"<{tag}{flips}><a:off {corner}/><a:ext {size}/></{tag}>"


def corner_and_size(rect: Rect) -> tuple[str, str]:
    """The attributes of an offset and an extent; extents are never negative."""
    x, y, right, bottom = emu(rect.x), emu(rect.y), emu(rect.right), emu(rect.bottom)
    return f'x="{x}" y="{y}"', f'cx="{max(right - x, 0)}" cy="{max(bottom - y, 0)}"'


def properties(mark: Block | Shape, scheme: Scheme) -> str:
    """Place, form, fill and outline of a mark."""
    form = _block(mark) if isinstance(mark, Block) else _shape(mark)
    fill = f"<a:solidFill>{scheme.fill(mark.fill)}</a:solidFill>" if mark.fill else "<a:noFill/>"
    return form + fill + _outline(mark, scheme)


def is_line(mark: Block | Shape) -> bool:
    """Whether it is one straight stroke, which programs know as a line."""
    return isinstance(mark, Shape) and mark.fill is None and [letter for letter, _ in mark.commands] == ["M", "L"]


def what(mark: Block | Shape) -> str:
    """What it is called where shapes are listed."""
    if isinstance(mark, Block):
        return "panel"
    if mark.icon:
        return "icon " + mark.icon.rpartition("/")[2].replace("-", " ")
    if mark.fill is None:
        return "line"
    return "dots" if [letter for letter, _ in mark.commands].count("M") > DOTS else "mark"


def _outline(mark: Block | Shape, scheme: Scheme) -> str:
    if not mark.stroke or not mark.stroke_width:
        return "<a:ln><a:noFill/></a:ln>"
    dash, cap = "", "flat"
    if isinstance(mark, Shape):
        cap = "rnd" if mark.round_ends else "flat"
        pairs = zip(mark.dash[::2], mark.dash[1::2], strict=True)
        stops = "".join(f'<a:ds d="{_part(on, mark)}" sp="{_part(off, mark)}"/>' for on, off in pairs)
        dash = f"<a:custDash>{stops}</a:custDash>" if stops else ""
    colour = f"<a:solidFill>{scheme.fill(mark.stroke)}</a:solidFill>"
    return f'<a:ln w="{emu(mark.stroke_width)}" cap="{cap}">{colour}{dash}<a:round/></a:ln>'


def _part(length: float, mark: Shape) -> int:
    return max(round(length / mark.stroke_width * _FULL), 1)


# --- rectangles -------------------------------------------------------------------------------------------------------


def _block(block: Block) -> str:
    rect, (one, two, three, four) = block.rect, block.radii
    shorter = min(rect.width, rect.height)
    if not any(block.radii) or not shorter:
        return placed(rect) + _preset("rect")
    if one == two == three == four:
        return placed(rect) + _preset("roundRect", adj=_corner(one, shorter))
    if (one, three) == (two, four):
        return placed(rect) + _preset("round2SameRect", adj1=_corner(one, shorter), adj2=_corner(three, shorter))
    return placed(rect) + _free(outline(block), rect.width, rect.height)


def _corner(radius: float, shorter: float) -> int:
    return min(round(radius / shorter * _FULL), _FULL // 2)


def _preset(name: str, **values: int) -> str:
    # Attributes in the order of canonical XML, in which outlines are compared.
    guides = "".join(f'<a:gd fmla="val {value}" name="{guide}"/>' for guide, value in values.items())
    listed = f"<a:avLst>{guides}</a:avLst>" if guides else "<a:avLst/>"
    return f'<a:prstGeom prst="{name}">{listed}</a:prstGeom>'


def outline(block: Block) -> tuple[Command, ...]:
    """The rectangle's outline from its own corner, without curves where a corner is not round."""
    drawn = rounded(Rect(0.0, 0.0, block.rect.width, block.rect.height), block.radii)
    before = ((), *(values[-2:] for _, values in drawn))
    return tuple(
        (letter, values)
        for (letter, values), point in zip(drawn, before, strict=False)
        if letter != "C" or values[-2:] != point
    )


# --- paths ------------------------------------------------------------------------------------------------------------


def _shape(shape: Shape) -> str:
    if is_line(shape):
        return _line(shape)
    if _is_ellipse(shape):
        return placed(shape.rect) + _preset("ellipse")
    return placed(shape.rect) + _free(shape.commands, shape.rect.width, shape.rect.height)


def _line(shape: Shape) -> str:
    """From corner to corner of its own rectangle, the other way round where it rises."""
    (_, (x, y)), (_, (end_x, end_y)) = shape.commands
    left, top = min(x, end_x), min(y, end_y)
    rect = Rect(shape.rect.x + left, shape.rect.y + top, abs(end_x - x), abs(end_y - y))
    flips = (' flipH="1"' if end_x < x else "") + (' flipV="1"' if end_y < y else "")
    return placed(rect, flips) + _preset("line")


def _is_ellipse(shape: Shape) -> bool:
    """Whether it is four quarters of an ellipse that fills its rectangle."""
    if [letter for letter, _ in shape.commands] != ["M", "C", "C", "C", "C", "Z"]:
        return False
    wide, high = shape.rect.width, shape.rect.height
    corners = {(wide / 2, 0.0), (wide, high / 2), (wide / 2, high), (0.0, high / 2)}
    ends = [values[-2:] for _, values in shape.commands if values]
    return all(any(isclose(x, a, abs_tol=0.02) and isclose(y, b, abs_tol=0.02) for a, b in corners) for x, y in ends)


@lru_cache(maxsize=512)  # of icons there are many, and few different ones
def _free(commands: tuple[Command, ...], width: float, height: float) -> str:
    """A path in units of its rectangle; one that ends open is a stroke and encloses nothing."""
    parts = []
    for letter, values in commands:
        if letter == "Z":
            parts.append("<a:close/>")
            continue
        points = "".join(
            f'<a:pt x="{round(x * EMU)}" y="{round(y * EMU)}"/>' for x, y in zip(values[::2], values[1::2], strict=True)
        )
        parts.append(f"<a:{_LETTERS[letter]}>{points}</a:{_LETTERS[letter]}>")
    size = f'h="{max(emu(height), 1)}" w="{max(emu(width), 1)}"'
    lists = "<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
    frame = '<a:rect l="0" t="0" r="r" b="b"/>'
    return f"<a:custGeom>{lists}{frame}<a:pathLst><a:path {size}>{''.join(parts)}</a:path></a:pathLst></a:custGeom>"
