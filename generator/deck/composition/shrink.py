"""A box in a room, whatever its texts: smaller as a whole where it has to be.

In: a box, a width and perhaps a height. Out: a frame that is no wider and no higher.
"""

from __future__ import annotations

from generator.layout import Box, Frame, Inset

_FACTORS = (1.0, 1.15, 1.35, 1.6, 2.0, 2.6, 3.4)


def shrunk(box: Box, width: float, height: float | None = None) -> Frame:
    """The box in its own size, or laid out in a larger room and made smaller."""
    frame = None
    for factor in _FACTORS:
        if box.widths().min > width * factor:
            continue
        frame = box.layout(width * factor)
        if height is None or frame.height <= height * factor:
            return frame if factor == 1 else frame.scaled(1 / factor)
    frame = frame or box.layout(box.widths().min)
    factor = min(width / frame.width, (height or frame.height) / frame.height)
    small = frame.scaled(factor)
    return Frame(width, small.height, (Inset(small, 0.0, 0.0),))
