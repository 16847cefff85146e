"""The map, and beside or below it a card for each role and one for where they meet.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from dataclasses import replace

from generator.infographics.kinds.territory_map.description import (
    calls_met,
    meetings,
    met_in_words,
    reach_of,
    section,
    segments_named,
)
from generator.infographics.kinds.territory_map.hex_grid import hex_grid
from generator.infographics.kinds.territory_map.layers import layered_map
from generator.infographics.parts.cards import edged_card
from generator.infographics.parts.columns import even_rows, grid_by_rows
from generator.infographics.parts.notes import judgement
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.variants import fits, once
from generator.layout import Box, Group, Pad, Row, Space, Stack
from generator.model import Compared, View

# Of the width, where the cards stand beside the map.
_MAP = 0.54
# A land so many times as wide as high is wide.
_WIDE = 2.0
# Of a fixed page's height, what the map has at least, beside cards and above them.
_LEAST = {True: 0.42, False: 0.3}
_NARROWER = 0.93
# More cards than these have little room beside the map, but on a wide page.
_FEW = 3
# What cards say: names; who does what where roles meet; the kinds of customers; a role without them in short, since its
# card would be empty beside the others; each role in short; and why.
_DETAILS = _WHY, _SHORT, _FILLED, _CUSTOMERS, _MEETING, _NAMES = (5, 4, 3, 2, 1, 0)
# Above cards with names alone the map is so many times as high at least.
_HIGHER = 1.25


def compose(view: View, sketch: Sketch) -> Box:
    detail = _NAMES if sketch.size.brief else _detail(view, sketch)
    least = _least(view, sketch)
    if least and detail < _CUSTOMERS and not _beside(view, sketch):
        least *= _HIGHER
    drawn = layered_map(view, sketch, least, icons=detail >= _CUSTOMERS)
    return _body(view, sketch, detail, Group("Map", drawn))


def note(view: View, sketch: Sketch) -> Box | None:
    told = (section(view).text, *([] if segments_named(view, sketch.size) else ["segments unnamed"]))
    return judgement(sketch, ("; ".join(told),), across=2.5, down=1)


@once
def _detail(view: View, sketch: Sketch) -> int:
    """The most that cards can say on the page, and no more than it has turned out to have room for.

    A page that is no wider than high has more lines above and below them.
    """
    size = sketch.size
    if size.height and size.width <= size.height:
        size = replace(size, height=size.height * _NARROWER)
    # However much is said, the map is as large at least: it need not be drawn to know what has room beside it.
    room = Space(height=_least(view, sketch) or 0.0)
    most = _MEETING if _abreast(view, sketch) and not _beside(view, sketch) else _WHY
    details = [detail for detail in _DETAILS if detail <= (most if size.most is None else min(most, size.most))]
    return next((detail for detail in details[:-1] if fits(_body(view, sketch, detail, room), size)), details[-1])


def _least(view: View, sketch: Sketch) -> float | None:
    """How high the map is at least on a page of fixed height, points."""
    share = _LEAST[_beside(view, sketch)] * (1.0 if len(view.roles) < 3 else 0.8)
    return sketch.size.height * share if sketch.size.height else None


def _body(view: View, sketch: Sketch, detail: int, drawn: Box) -> Box:
    size = sketch.size
    cards = [_card(view, compared, sketch, detail) for compared in view.roles]
    beside = _beside(view, sketch)
    met = _met(view, sketch, detail)
    if beside:
        gap = 1 if size.brief else 2 if _tight(view, sketch) else 3
        words = even_rows([*cards, *met], sketch.space(gap))
        return Row((drawn, words), sketch.space(5), (_MAP, 1 - _MAP), valign="fill")
    wide = bool(size.height) and size.width > (size.height or 0.0)
    across = (
        len(cards)
        if wide or _abreast(view, sketch)
        # Names alone leave room for another beside them, and the map needs the height.
        else 1
        if size.narrow or (size.height and len(cards) < _FEW and _listed(view, detail))
        else 2
    )
    below = Stack((grid_by_rows(cards, across, sketch.space(3), sketch.space(3)), *met), gap=sketch.space(3))
    return Stack((drawn, below), gap=sketch.space(5), grow=frozenset({0}))


def _listed(view: View, detail: int) -> bool:
    """Whether cards say more than names."""
    return detail > _CUSTOMERS or (detail == _CUSTOMERS and any(reach_of(view, one).calls for one in view.roles))


def _beside(view: View, sketch: Sketch) -> bool:
    """Whether the cards stand beside the map; a land that is much wider than high has them below it."""
    size, (across, down) = sketch.size, hex_grid(tuple(section(view).rows)).extent
    if size.height is None:
        return len(view.roles) < 4 and not size.narrow and across < _WIDE * down
    return size.brief or (size.width >= size.height and across < _WIDE * down)


def _card(view: View, compared: Compared, sketch: Sketch, detail: int) -> Box:
    """What a role covers or whom it calls on; the edge is drawn like the boundary of its area."""
    return Group(compared.role.name, _panel(view, compared, sketch, detail))


def _panel(view: View, compared: Compared, sketch: Sketch, detail: int) -> Pad:
    reach = reach_of(view, compared)
    tight = _tight(view, sketch)
    if sketch.size.brief:
        name = sketch.text(compared.role.abbreviation if tight else compared.role.name, "tag", compared.solid)
        return _lined(name, compared.hue, compared.swatch.marker, sketch)
    words: list[Box] = [sketch.text(compared.role.name, "label" if tight else "strong", compared.solid)]
    customers = _customers(view, compared, sketch) if detail >= _CUSTOMERS else []
    if detail >= _SHORT or (detail == _FILLED and not customers):
        words.append(sketch.text(reach.headline, "body"))
    words += customers
    if detail >= _WHY:
        words.append(sketch.text(reach.rationale, "note", "muted"))
    inside = Stack(words, gap=sketch.space(0.8))
    return edged_card(
        sketch,
        inside,
        compared.hue,
        compared.swatch.marker,
        (1.2 if tight else 2, 2 if tight and not _beside(view, sketch) else 3),
    )


def _abreast(view: View, sketch: Sketch) -> bool:
    """Whether three cards stand side by side below the map of an upright page, where a third would be left alone."""
    size = sketch.size
    return len(view.roles) == _FEW and bool(size.height) and size.width <= (size.height or 0.0)


def _tight(view: View, sketch: Sketch) -> bool:
    """Whether cards have room for names in small type only: many beside the map, or three side by side."""
    size = sketch.size
    beside = len(view.roles) > _FEW and (size.brief or size.width == size.height)
    return beside or (_abreast(view, sketch) and not _beside(view, sketch))


def _customers(view: View, compared: Compared, sketch: Sketch) -> list[Box]:
    """What the icons on a role's discs stand for, less the one that has its name on the map."""
    named = [call for call in calls_met(view) if len(calls_met(view)) == 1]
    calls = enumerate(reach_of(view, compared).calls)
    found = dict.fromkeys(call.account for index, call in calls if (compared, index) not in named)
    if not found:
        return []
    accounts = [view.model.catalogue.accounts[account] for account in found]
    entries = [
        sketch.labelled(account.icon, sketch.text(account.name, "note"), compared.solid, 1.25) for account in accounts
    ]
    wide = max(entry.widths().max for entry in entries)
    room = sketch.size.inner if sketch.size.narrow else sketch.size.inner * (1 - _MAP)
    across = 2 if len(entries) > 1 and 2 * wide + sketch.space(13) <= room else 1
    return [grid_by_rows(entries, across, sketch.space(3), sketch.space(0.8))]


def _met(view: View, sketch: Sketch, detail: int) -> list[Box]:
    """The card on where the roles meet, if they do."""
    overlap = section(view).overlap
    if not any(meetings(view)) or (sketch.size.brief and len(view.roles) > 2):
        return []
    title = overlap.title if overlap else "Where several work"
    if sketch.size.brief:
        return [Group(title, _lined(sketch.text(title, "tag", "shared.solid"), "shared", "double", sketch))]
    tight = _tight(view, sketch)
    words: list[Box] = [sketch.text(title, "label" if tight else "strong", "shared.solid")]
    if overlap and detail >= _MEETING:
        words.append(sketch.text(overlap.text, "body"))
    elif detail >= _CUSTOMERS:
        words.append(sketch.text(met_in_words(view).partition(": ")[2], "note"))
    panel = sketch.panel(Stack(words, gap=sketch.space(0.8)), "shared", "double", (1.2 if tight else 2, 3))
    return [Group(title, replace(panel, valign="middle"))]


def _lined(child: Box, hue: str, marker: str, sketch: Sketch) -> Pad:
    return edged_card(sketch, child, hue, marker, (0.5, 2))
