"""The card of a step, and rails from one to the next.

In: a step of a role and the means of a composition. Out: boxes, and the rails between their places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.infographics.parts.arrows import Pen
from generator.infographics.parts.marks import edge
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Group, Item, Named, Pad, Rect, Stack
from generator.model import CareerStep, Compared


def step_card(
    step: CareerStep,
    level: int,
    compared: Compared,
    style: str,
    sketch: Sketch,
    *,
    facing: bool = False,
    low: bool = False,
) -> Box:
    """A step's card, to which rails lead; `facing` says that there are two on a narrow page, `low` that it may be no
    higher than its text.
    """
    card = _card(step, compared, style, sketch, facing=facing)
    if low:
        _, right, _, left = card.insets
        card = replace(card, insets=(0.0, right, 0.0, left))
    return Group(step.title, Named(f"{compared.id} {level}", card))


def _card(step: CareerStep, compared: Compared, style: str, sketch: Sketch, *, facing: bool) -> Pad:
    """One step; what it is about where the page grows."""
    now, bar, radius = step.stage == "now", sketch.space(1), sketch.space(2.2)
    colour, fill = (compared.on, compared.solid) if now else ("ink", "card")
    high = sketch.space(0.5 if sketch.size.brief else 1.6 if style == "strong" else 1)
    side = sketch.space(1.4 if sketch.size.brief else 1.7 if facing else 2.6)
    title = sketch.text(step.title, "tag" if sketch.size.brief else style, colour)
    if sketch.size.brief:
        title = replace(title, style=replace(title.style, size=sketch.size.legible))
    words: Box = title
    if sketch.size.height is None or sketch.size.full:
        words = Stack((words, sketch.text(step.text, "note", colour if now else "muted")), gap=sketch.space(0.4))
    marks = None if now else edge(compared.swatch.marker, compared.solid, bar)
    return Pad(
        words,
        (high, side, high, side + bar),
        fill,
        None,
        (0.0, radius, radius, 0.0),
        "start" if facing else "middle",
        marks,
    )


def rails(roles: Sequence[Compared], sketch: Sketch, spots: Mapping[str, Rect]) -> tuple[Item, ...]:
    """From each step straight up to the next, in the role's marker."""
    items: list[Item] = []
    bar = sketch.space(1)
    for compared in roles:
        mine = sorted((spot for name, spot in spots.items() if name.rpartition(" ")[0] == compared.id), key=_top)
        pen = Pen(compared.solid, compared.swatch.marker, bar * 0.5, 0.0)
        for above, below in pairwise(mine):
            x = round(above.x + bar / 2, 3)
            items += pen.line(x, above.bottom, x, below.y)
    return tuple(items)


def _top(spot: Rect) -> float:
    return spot.y
