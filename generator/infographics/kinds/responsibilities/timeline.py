"""Timelines: lines through the badges of a column.

In: where a line starts and ends, and the rectangles of the stops on it. Out: marks between the stops.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.infographics.parts.marks import edge
from generator.layout import Item, Rect

# How much broader a double line is than a single one.
_DOUBLE = 1.9
# The length of one dash by marker, as a multiple of the line's width.
_DASHES = {"dotted": 1.0, "dashed": 3.0}


def timeline(
    top: float, bottom: float, stops: Sequence[Rect], *, marker: str, colour: str, width: float
) -> Iterator[Item]:
    """A line straight down through the stops' middles in the marker's way; the last stop may be its end.

    It is drawn only between stops, there with whole dots and dashes: a stop on a line drawn from end to end would
    cut them to slivers. Where two stops leave no room for a dot there is nothing between them.
    """
    thickness = round(width * (_DOUBLE if marker == "double" else 1.0), 3)
    x = stops[0].x + (stops[0].width - thickness) / 2
    starts, ends = [top, *(stop.bottom for stop in stops)], [*(stop.y for stop in stops), bottom]
    for start, end in zip(starts, ends, strict=True):
        length = _line_length(marker, thickness, end - start)
        if length >= thickness:
            above = (end - start - length) / 2
            yield from (item.moved(x, start + above) for item in edge(marker, colour, thickness)(thickness, length))


def _line_length(marker: str, thickness: float, room: float) -> float:
    """How long the line is between two stops: all the way, or one dash where there is no room for two."""
    dash = _DASHES.get(marker, 0.0) * thickness
    return room if not dash or len(edge(marker, "", thickness)(thickness, room)) > 1 else min(dash, room)
