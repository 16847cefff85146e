"""Trunks: the line below a role, with a branch to each of its partners.

In: the rectangles that boxes got. Out: marks. An arrow's tip touches what it points at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.infographics.parts.arrows import Pen
from generator.infographics.parts.sketch import Sketch
from generator.layout import Rect, Shape
from generator.model import Compared


def two_way_trunk(
    pen: Pen, hub: Rect, ways: Sequence[tuple[Rect, float, float]], *, end: float | None = None
) -> Iterator[Shape]:
    """A trunk with an arrow out to each card at its right, and one back.

    `ways` from top to bottom: the card, the height of the arrow out, that of the arrow back.
    """
    x = _middle(hub)
    for card, out, back in ways:
        yield from pen.arrow(x, out, card.x, out)
        yield from pen.arrow(card.x, back, x, back)
    yield from _down(pen, hub, max(ways[-1][1:]), end)


def trunk(pen: Pen, hub: Rect, cards: Sequence[Rect], *, end: float | None = None) -> Iterator[Shape]:
    """A trunk with a line to each card: who works with whom, and no word on what flows."""
    x = _middle(hub)
    for card in cards:
        yield from pen.line(x, card.middle, card.x, card.middle)
    if cards or end is not None:
        yield from _down(pen, hub, cards[-1].middle if cards else hub.bottom, end)


def _down(pen: Pen, hub: Rect, last: float, end: float | None) -> Iterator[Shape]:
    """From a role to its last branch, or on to what it shares with others."""
    yield from pen.line(_middle(hub), hub.bottom, _middle(hub), last if end is None else end)


def _middle(hub: Rect) -> float:
    return round(hub.x + hub.width / 2, 3)


def role_pen(compared: Compared, sketch: Sketch) -> Pen:
    """What the arrows of a role are drawn with."""
    return Pen(compared.solid, compared.swatch.marker, sketch.space(0.45), sketch.space(2))
