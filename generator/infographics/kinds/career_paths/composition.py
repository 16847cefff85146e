"""The tracks, and what all paths start from.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from generator.brand import Ramp
from generator.infographics.kinds.career_paths.cards import rails
from generator.infographics.kinds.career_paths.key import beside_or_below, key
from generator.infographics.kinds.career_paths.lanes import lanes
from generator.infographics.kinds.career_paths.lines import in_lines
from generator.infographics.kinds.career_paths.moves import Stand, crossings, in_pairs
from generator.infographics.kinds.career_paths.routes import Routes, measures
from generator.infographics.kinds.career_paths.steps import career_of, places, track
from generator.infographics.kinds.career_paths.told import told
from generator.infographics.kinds.career_paths.tracks import ROOMY, Looks, tracks, with_levels
from generator.infographics.parts.columns import in_rows
from generator.infographics.parts.shown import of_each
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.variants import fits, least, once
from generator.layout import Box, Connected, Group, Item, Pad, Rect, Stack
from generator.model import Compared, View

_NARROWER = 0.93
# Tracks with words between them are narrower: type that grows more makes titles wrap.
_LARGER = 1.12


def compose(view: View, sketch: Sketch) -> Box:
    if sketch.size.brief and len(view.roles) > 2:
        return in_lines(view, sketch)
    parts = [_paths(view, sketch)]
    if sketch.size.height is None and view.career_moves and not _captioned(view, sketch):
        parts.append(told(view, sketch))
    if not sketch.size.brief and _based(view, sketch):
        parts.append(_base(view, sketch))
    return parts[0] if len(parts) == 1 else Stack(parts, gap=sketch.space(3), grow=frozenset({0}))


@once
def _based(view: View, sketch: Sketch) -> bool:
    """Whether something is said of what the paths start from, and there is room for it; an upright page has more lines
    above and below them.
    """
    if not view.comparison.shared.short:
        return False
    size = sketch.size
    if size.most is not None:
        return False
    if size.height and size.width <= size.height:
        size = replace(size, height=size.height * _NARROWER)
    return fits(Stack((_paths(view, sketch), _base(view, sketch)), gap=sketch.space(3)), size)


def _paths(view: View, sketch: Sketch) -> Box:
    """The tracks side by side, or below each other on a narrow page; four on an upright one two by two."""
    if _captioned(view, sketch):
        calm = replace(sketch, ramp=Ramp(min(sketch.ramp.body, sketch.size.body * _LARGER)))
        return _groups(view, calm, "strong", captions=True)
    facing = sketch.size.narrow and _across(view, sketch) > 1
    return _groups(view, sketch, "label" if facing or _small(view, sketch) else "strong")


@once
def _captioned(view: View, sketch: Sketch) -> bool:
    """Whether there is room between two tracks for a few words on each move."""
    size = sketch.size
    if len(view.roles) > 2 or size.brief or size.width < ROOMY or size.most is not None:
        return False
    found = crossings(view, size, 2)
    if not found or not all(crossing.straight and crossing.move.short for crossing in found):
        return False
    tracks = _groups(view, sketch, "strong", captions=True)
    if size.height is None:
        return tracks.widths().min <= size.inner
    return fits(Stack((tracks, _base(view, sketch)), gap=sketch.space(3)), size)


@once
def _small(view: View, sketch: Sketch) -> bool:
    """Whether the steps of more than two roles have room in small type only."""
    size = sketch.size
    if not size.height or size.brief or len(view.roles) == 2:
        return False
    return size.most is not None or not fits(_groups(view, least(sketch), "strong"), size)


def _groups(view: View, sketch: Sketch, style: str, *, captions: bool = False) -> Box:
    """The tracks with the titles of their steps in that style, and the moves between them."""
    across = _across(view, sketch)
    groups, routes = in_rows(view.roles, across), _routes(view, sketch, across)
    looks = Looks(style, captions=captions, facing=sketch.size.narrow and across > 1)
    stacked: list[Box] = [tracks(view, group, sketch, looks, routes) for group in groups]
    gap = sketch.space(4 if in_pairs(view, sketch.size) else 7)
    whole = Stack(stacked, gap=gap, grow=frozenset(range(len(stacked))))
    return Connected(whole, partial(_lines, view.roles, routes, sketch)) if routes else whole


def _across(view: View, sketch: Sketch) -> int:
    """How many tracks stand side by side."""
    if in_pairs(view, sketch.size):
        return 2
    if sketch.size.narrow and view.career_moves and _facing(view, sketch):
        return len(view.roles)
    return sketch.abreast(len(view.roles))


@once
def _facing(view: View, sketch: Sketch) -> bool:
    """Whether a narrow page has room for two tracks side by side, so that moves can be drawn between them."""
    if len(view.roles) > 2:
        return False
    wide = replace(sketch.size, narrow=False)
    return _groups(view, replace(sketch, size=wide), "label").widths().min <= sketch.size.inner


def _routes(view: View, sketch: Sketch, across: int) -> Routes | None:
    """The lines of moves, where there are any and roles stand beside each other."""
    found = crossings(view, sketch.size, across) if across > 1 else ()
    if not found:
        return None
    stands, rows = {}, set()
    for place, compared in enumerate(view.roles):
        group, column = divmod(place, across)
        for level in places(view, compared, sketch.size):
            stands[f"{compared.id} {level}"] = Stand(compared.id, column, group, level)
            rows.add((group, -level))
    ordered = [(group, -level) for group, level in sorted(rows)]
    return Routes(found, lanes(found, ordered, across), stands, ordered, across, measures(sketch))


def _lines(roles: Sequence[Compared], routes: Routes, sketch: Sketch, spots: Mapping[str, Rect]) -> tuple[Item, ...]:
    """All lines behind the cards."""
    return (*rails(roles, sketch, spots), *routes.draw(spots))


def note(view: View, sketch: Sketch) -> Box | None:
    """What a filled step stands for; and what a line between tracks does, unless words do.

    A card for feeds has the role and the highest step only, and says of how many.
    """
    moves = key(view, sketch, captioned=_captioned(view, sketch))
    if sketch.size.brief:
        every = [len(career_of(one).steps) for one in view.roles]
        told = of_each(len(track(view, view.roles[0], sketch.size)), every, "steps")
    elif sketch.size.width < ROOMY or (moves and with_levels(sketch, len(view.roles))):
        told = "Filled: the role itself"
    else:
        told = "Filled: the role itself; steps at one height are on one level"
    words = sketch.text(told, "note", "muted") if told else None
    return beside_or_below(words, moves, sketch) if words and moves else words or moves


def _base(view: View, sketch: Sketch) -> Box:
    """What the paths start from."""
    shared = view.comparison.shared
    title = sketch.text(view.shared_title, "label", "shared.solid", "middle")
    words = sketch.text(shared.short or "", "note", "ink", "middle")
    inset, radius, both = sketch.space(1.4), sketch.space(2), Stack((title, words), gap=sketch.space(0.3))
    base = Pad(both, (inset,) * 4, "shared.tint", radii=(radius,) * 4, valign="middle")
    return Group(view.shared_title, base)
