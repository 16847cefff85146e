"""Panels with a map each, and the words below or beside it.

In: a `View` of a comparison and the means of a composition. Out: the body of the picture, and its note.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.infographics.kinds.territory_map.arrangement import MAP_SHARE, Arrangement, arrange
from generator.infographics.kinds.territory_map.description import WHOLE, reach_of, section
from generator.infographics.kinds.territory_map.role_map import role_map
from generator.infographics.parts.cards import edged_card
from generator.infographics.parts.columns import even_rows, grid_by_rows, in_rows, spacious
from generator.infographics.parts.notes import judgement
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Pad, Row, Space, Stack
from generator.model import AccountType, Compared, Reach, View
from generator.model import Text as Words


def compose(view: View, sketch: Sketch) -> Box:
    plan = arrange(view, sketch)
    draw = _beside if plan.beside else _below
    rows = [draw(view, group, plan, sketch) for group in in_rows(view.roles, plan.columns)]
    return even_rows(rows, sketch.space(3.5))


def note(view: View, sketch: Sketch) -> Box | None:
    return judgement(sketch, (section(view).text,), across=2.5, down=1)


def _panel(compared: Compared, sketch: Sketch) -> Pad:
    inset = 3 if sketch.size.brief else 4
    return edged_card(sketch, Space(), compared.hue, compared.swatch.marker, (inset, inset), valign="start")


def _below(view: View, group: Sequence[Compared], plan: Arrangement, sketch: Sketch) -> Box:
    """Panels side by side with the words above and below the map, on common lines."""
    panels = [_panel(compared, sketch) for compared in group]
    heads: list[Box] = [_head(view, compared, sketch) for compared in group]
    maps = [role_map(view, compared, sketch) for compared in group]
    # On a brief picture there is nothing else to stand below the maps.
    sections = [maps, heads] if sketch.size.brief else [heads, maps]
    if not sketch.size.brief:
        gaps = panels[0].insets[1] + panels[0].insets[3] + sketch.space(4)
        room = (sketch.size.inner + sketch.space(4)) / plan.columns - gaps
        sections.append([_foot(view, compared, room, sketch) for compared in group])
    return sketch.side_by_side(panels, sections, gap=sketch.space(3), grow=sections.index(maps))


def _beside(view: View, group: Sequence[Compared], plan: Arrangement, sketch: Sketch) -> Box:
    """Panels with the map at the left and the words at the right."""
    cells = []
    for compared in group:
        words: Box = _head(view, compared, sketch)
        if not sketch.size.brief:
            words = Stack((words, _foot(view, compared, 0.0, sketch)), gap=sketch.space(2.5), spread=True)
        inside = Row(
            (role_map(view, compared, sketch), words), sketch.space(4), (MAP_SHARE, 1 - MAP_SHARE), valign="fill"
        )
        cells.append(replace(_panel(compared, sketch), child=inside))
    return Row(cells, sketch.space(4), [1.0] * len(cells), valign="fill")


def _head(view: View, compared: Compared, sketch: Sketch) -> Box:
    name = sketch.text(compared.role.name, "strong" if sketch.size.brief else "head", compared.solid)
    if sketch.size.brief and len(view.roles) > 2:
        return name
    front = name if sketch.size.brief else sketch.labelled(compared.role.icon, name, compared.solid, 1.2)
    headline = sketch.text(reach_of(view, compared).headline, "body")
    return Stack((front, headline), gap=sketch.space(0.8))


def _foot(view: View, compared: Compared, room: float, sketch: Sketch) -> Box:
    """What the signs stand for, and why the role is drawn so."""
    reach = reach_of(view, compared)
    signs = [("material/hexagon", Words(WHOLE, reach.headline.place))] if reach.covers else []
    signs += [(account.icon, account.name) for account in _accounts(view, reach)]
    entries: list[Box] = [
        sketch.labelled(icon, sketch.text(words, "note"), compared.solid, 1.3) for icon, words in signs
    ]
    gap = sketch.space(3)
    widest = max(entry.widths().max for entry in entries) + gap
    across = max(min(int((room + gap) / widest), len(entries)), 1)
    key = grid_by_rows(entries, across, gap, sketch.space(1))
    if not spacious(sketch, len(view.roles)):
        return key
    return Stack((key, sketch.text(reach.rationale, "note", "muted")), gap=sketch.space(2.2), spread=True)


def _accounts(view: View, reach: Reach) -> list[AccountType]:
    """The kinds of account that the role calls on, each once."""
    return [view.model.catalogue.accounts[name] for name in dict.fromkeys(call.account for call in reach.calls)]
