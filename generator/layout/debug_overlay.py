"""The boxes of a layout made visible: for whoever writes a kind of infographic.

In: boxes before layout, then the frame that came of them. Out: the frame with the outline of every box and of
every line of text on top.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.layout.box import Box
from generator.layout.connectors import Named
from generator.layout.frame import Block, Frame, Spot

# The fields in which boxes keep the boxes inside them.
_INSIDE = ("child", "children", "rows", "pins", "backdrop")
_THIN = 0.5


def outlined(box: Box) -> Box:
    """The same box, but it and every box inside it leave a spot where they lie."""
    inside = {name: _each(getattr(box, name)) for name in _INSIDE if hasattr(box, name)}
    if hasattr(box, "make"):
        make = box.make
        inside["make"] = lambda *arguments: outlined(make(*arguments))
    return Named("", replace(box, **inside) if inside else box)  # type: ignore[type-var]


def overlay(frame: Frame) -> Frame:
    """The frame with its spots drawn, and around every line of text its measured rectangle."""
    boxes = (
        Block(item.rect, None, "shared.solid", _THIN)
        for item in frame.items
        if isinstance(item, Spot) and not item.edge
    )
    lines = (Block(line.rect, None, "muted", _THIN) for line in frame.lines)
    seen = (item for item in frame.items if not isinstance(item, Spot))
    return Frame(frame.width, frame.height, (*seen, *boxes, *lines), frame.most)


def _each(value: Any) -> Any:
    if isinstance(value, (tuple, list)):
        return tuple(_each(item) for item in value)
    return outlined(value) if hasattr(value, "layout") else value
