"""A matrix of skills and roles, its groups below or beside each other.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from dataclasses import replace

from generator.brand import Ramp
from generator.infographics.kinds.skills_matrix.panel import SIDE, Columns, head, key, panel, rows, title_of
from generator.infographics.kinds.skills_matrix.shown import brief_count, columns, counted, shown, telling, tight
from generator.infographics.parts.columns import even_rows
from generator.infographics.parts.role_key import role_key
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Gathered, Group, Pad, Row, Rule, Stack
from generator.model import View

# More rows than these of more than two roles stand in two columns on a wide page.
_MANY = 12
# Rows of a brief picture are set no larger than so many times its usual text: a long title there is little larger.
_BRIEF_TYPE = 1.07
# How the width is shared by what one role alone needs and what both need.
_SHARES = (0.52, 0.48)


def compose(view: View, sketch: Sketch) -> Box:
    if sketch.size.brief:
        most = sketch.size.body * _BRIEF_TYPE
        return _brief(view, replace(sketch, ramp=Ramp(min(sketch.ramp.body, most))))
    body = _of_two(view, sketch) if len(view.roles) == 2 else _of_more(view, sketch)
    count = counted(view, sketch.size)
    if not count:
        return body
    return Stack((body, sketch.text(count, "note", "muted")), gap=sketch.space(1.6), grow=frozenset({0}))


def note(view: View, sketch: Sketch) -> Box | None:
    """How many skills of how many a card for feeds shows."""
    count = brief_count(view, sketch.size) if sketch.size.brief else ""
    return sketch.text(count, "note", "muted") if count else None


def _of_two(view: View, sketch: Sketch) -> Box:
    """A panel for each group: side by side, the shared one beside the others, or one below another."""
    size, gap, parts = sketch.size, sketch.space(2.4), columns(view, sketch.size)
    if size.height is not None and not tight(size):
        panels = [panel(view, group, Columns(group.roles, 1 / len(parts)), sketch) for (group,) in parts]
        return _with_key(view, Row(panels, gap, [1.0] * len(panels), valign="fill"), sketch)
    if len(parts) > 1:
        own, both = (
            even_rows([panel(view, group, Columns(group.roles, share), sketch) for group in part], gap)
            for part, share in zip(parts, _SHARES, strict=True)
        )
        return Row((own, _with_key(view, both, sketch)), gap, _SHARES, valign="fill")
    panels = [panel(view, group, Columns(view.roles, 1.0), sketch) for group in parts[0]]
    return _with_key(view, Stack(panels, gap=gap, grow=frozenset(range(len(panels)))), sketch)


def _with_key(view: View, body: Box, sketch: Sketch) -> Box:
    every = [entry for group in shown(view, sketch.size) for entry in group.skills]
    return Stack((body, key(every, sketch)), gap=sketch.space(2.4), grow=frozenset({0}))


def _of_more(view: View, sketch: Sketch) -> Box:
    """A panel for each group below another, in two columns where there are many rows and there is room."""
    size, parts = sketch.size, shown(view, sketch.size)
    counts = [len(group.skills) for group in parts]
    abreast = [parts]
    if sum(counts) > _MANY and size.height is not None and not tight(size):
        half = min(range(1, len(parts)), key=lambda place: abs(sum(counts[:place]) - sum(counts[place:])))
        abreast = [parts[:half], parts[half:]]
    matrices: list[Box] = []
    for some in abreast:
        wide, titled = Columns(view.roles, 1 / len(abreast)), size.height is None
        panels = [
            panel(view, group, Columns(group.roles, 1.0) if size.narrow else wide, sketch, titled=titled)
            for group in some
        ]
        insets = (0.0, sketch.space(SIDE), 0.0, sketch.space(SIDE) + sketch.space(1.1))
        # The roles' short names are part of the panel that they stand on.
        top: list[Box] = [] if titled else [Group(title_of(view, some[0]), Pad(head(view, wide, sketch), insets))]
        lines = [*top, *panels]
        matrices.append(Gathered(Stack(lines, gap=sketch.space(1), grow=frozenset(range(len(top), len(lines))))))
    body = Row(matrices, sketch.space(4), [1.0] * len(matrices), valign="fill")
    whole = Stack((role_key(view.roles, sketch), body), gap=sketch.space(2.4), grow=frozenset({1}))
    return _with_key(view, whole, sketch)


def _brief(view: View, sketch: Sketch) -> Box:
    """The shared skills whose levels differ most; the marks' key before the short names where there are few of them."""
    some, wide = telling(view, sketch.size), Columns(view.roles, 1.0)
    marks = key(some, sketch)
    two = len(view.roles) == 2
    lines = even_rows(rows(view, some, wide, sketch), sketch.space(0.4), Rule())
    parts = [head(view, wide, sketch, marks if two else None), Rule(), lines, *([] if two else [Rule(), marks])]
    return Stack(parts, gap=sketch.space(0.8), grow=frozenset({2}))
