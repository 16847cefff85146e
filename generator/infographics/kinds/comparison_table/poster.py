"""What a printed page shows besides the table.

In: a comparison. Out: panels with when each role is needed, where it stands on scales, and what all of them need.
"""

from __future__ import annotations

from dataclasses import replace

from generator.infographics.parts.badges import role_pill
from generator.infographics.parts.columns import grid_by_rows
from generator.infographics.parts.dot_scale import by_gap, key_entry, scale_cells
from generator.infographics.parts.notes import judgement_label
from generator.infographics.parts.shown import counted, first, more
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Grid, Group, Pad, Row, Space, Stack
from generator.model import Compared, View

# The share of the page that a caption beside its words has at most.
_CAPTION = 0.13
_SCALE = (0.24, 0.18, 0.38, 0.2)
# No more of a list stands on a panel, by the number of roles, so that the table has room for its rows: of what sets a
# role apart and of its signs, of scales, and of what all need.
_POINTS = {2: 4, 3: 3, 4: 2}
_SCALES = {2: 7, 3: 6, 4: 5}
_SHARED = 4


def panels(view: View, sketch: Sketch) -> list[Box]:
    """Those for which there is something to say."""
    found: list[Box] = []
    if any(one.role.lead or one.role.fit or one.role.career for one in view.roles):
        found.append(role_panels(view, sketch))
    if view.comparison.scales:
        found.append(scale_panel(view, sketch))
    if view.comparison.shared.points or view.comparison.shared.short:
        found.append(shared_panel(view, sketch))
    return found


def role_panels(view: View, sketch: Sketch) -> Box:
    """A panel for each role: who it is, what sets it apart, when a company needs it, where it leads."""
    beside = len(view.roles) == 2
    panels = [sketch.panel(Space(), compared.hue, compared.swatch.marker, (3, 4)) for compared in view.roles]
    sections = [[_who(compared, sketch) for compared in view.roles]]
    if any(one.role.lead for one in view.roles):
        sections.append([_leads(view, compared, sketch) for compared in view.roles])
    if any(one.role.fit for one in view.roles):
        sections.append([_needed(view, compared, sketch, beside=beside) for compared in view.roles])
    grows = len(sections) - 1
    if any(one.role.career for one in view.roles):
        sections.append([_career(view, compared, sketch, beside=beside) for compared in view.roles])
    names = [compared.role.name for compared in view.roles]
    return sketch.side_by_side(names, panels, sections, sketch.space(2.2), grows)


def _who(compared: Compared, sketch: Sketch) -> Box:
    name = sketch.text(compared.role.name, "strong", compared.solid)
    return Row((role_pill(sketch, compared), name), gap=sketch.space(2), valign="middle")


def _leads(view: View, compared: Compared, sketch: Sketch) -> Box:
    points = first(sketch.size, compared.role.lead, _POINTS[len(view.roles)])
    entries: list[Box] = [
        icon_entry(sketch, point.icon or compared.role.icon, sketch.text(point.title, "label"), compared.solid)
        for point in points
    ]
    entries += [sketch.text(left, "note", "muted") for left in more(points, compared.role.lead)]
    return Stack(entries, gap=sketch.space(0.8))


def _needed(view: View, compared: Compared, sketch: Sketch, *, beside: bool) -> Box:
    fit, colour = compared.role.fit, compared.solid
    if fit is None:
        return Space()
    title = _under(view.words.fit_short, fit.title, "strong", colour, sketch, beside=beside)
    some = first(sketch.size, fit.signs, _POINTS[len(view.roles)])
    signs: list[Box] = [icon_entry(sketch, "material/check", sketch.text(sign, "note"), colour) for sign in some]
    signs += [sketch.text(left, "note", "muted") for left in more(some, fit.signs)]
    return Stack((title, *signs), gap=sketch.space(0.7))


def _career(view: View, compared: Compared, sketch: Sketch, *, beside: bool) -> Box:
    if compared.role.career is None:
        return Space()
    leans = compared.role.career.leans
    return _under(view.words.career, leans, "label", compared.solid, sketch, beside=beside)


def _under(caption: str, said: str, role: str, colour: str, sketch: Sketch, *, beside: bool) -> Box:
    """A caption above its words in a role of the ramp, or `beside` them where panels are wide and it is short."""
    name, words = sketch.text(caption, "tag", colour), sketch.text(said, role)
    wide = name.widths().max
    if beside and wide <= sketch.size.inner * _CAPTION:
        return sketch.named(name, words, role, wide)
    return Stack((name, words))


def scale_panel(view: View, sketch: Sketch) -> Box:
    """Where each role stands, by judgement."""
    every = by_gap(view)
    scales = first(sketch.size, every, _SCALES[len(view.roles)])
    words = view.words.scales if len(scales) == len(every) else view.words.widest
    head = sketch.text(counted(words, scales, every), "strong")
    marks = [key_entry(sketch, one, sketch.text(one.role.abbreviation, "label")) for one in view.roles]
    judged = judgement_label(sketch, sketch.text("Editorial judgement", "label", "muted"))
    top = Row((head, Row(marks, sketch.space(3)), judged), gap=sketch.space(4), valign="middle", stretch=1)
    rows = [scale_cells(view, scale, sketch, style="label", inset=0.5) for scale in scales]
    grid = Grid(rows, _SCALE, sketch.space(3), names=[scale.name for scale in scales])
    inside = Stack((top, grid), gap=sketch.space(1.6))
    panel = Pad(inside, (sketch.space(2.8), sketch.space(4)) * 2, "card", radii=(sketch.space(2.5),) * 4)
    return Group(head.text, panel)


def shared_panel(view: View, sketch: Sketch) -> Box:
    """What all of them need."""
    shared = view.comparison.shared
    points = [
        icon_entry(sketch, point.icon or "material/check", sketch.text(point.title, "label"), "shared.solid")
        for point in first(sketch.size, shared.points, _SHARED)
    ]
    title = counted(view.shared_title, points, shared.points)
    head = sketch.text(title, "strong", "shared.solid")
    words = Stack((head, sketch.text(shared.short, "note"))) if shared.short else Stack((head,))
    if not points:
        panel = Pad(words, (sketch.space(2.6), sketch.space(4)) * 2, "shared.tint", radii=(sketch.space(2.5),) * 4)
        return Group(view.shared_title, panel)
    listed = replace(grid_by_rows(points, 2, sketch.space(3), sketch.space(1.2)), shares=(0.54, 0.46))
    inside = Row((words, listed), sketch.space(5), (0.42, 0.58), valign="middle")
    panel = Pad(inside, (sketch.space(2.6), sketch.space(4)) * 2, "shared.tint", radii=(sketch.space(2.5),) * 4)
    return Group(view.shared_title, panel)


def icon_entry(sketch: Sketch, icon: str, text: Box, colour: str) -> Row:
    """A small text beside an icon as high as its line."""
    return Row((sketch.icon(icon, colour, "label", 1.25), text), gap=sketch.space(2), stretch=1)
