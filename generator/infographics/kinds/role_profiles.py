"""The roles side by side, each on a card of its own.

In: what each role says of itself. Out: cards with what sets the role apart, what it must master, what it
is measured by and where it leads.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.infographics.parts.cards import band
from generator.infographics.parts.columns import even_rows, in_rows
from generator.infographics.parts.marks import edge
from generator.infographics.parts.notes import whole
from generator.infographics.parts.sketch import Sketch
from generator.infographics.picture import Table
from generator.layout import Box, Pad, Row, Rule, Space, Stack, centred
from generator.model import Compared, Text, View

KIND = "role-profiles"
EDITORIAL = False
POSTER = False
SECTION = ""
alt = whole

_SECTIONS = ("Must master", "Measured by", "Career")


# How many leads a card for feeds shows, by the number of roles: what is left stands in large type.
_BRIEF = {2: 3, 3: 2, 4: 1}


def compose(view: View, sketch: Sketch) -> Box:
    if sketch.size.brief:
        return _brief(view, sketch)
    if _lying(view, sketch):
        return even_rows([_bar(view, compared, sketch) for compared in view.roles], sketch.space(3.5))
    abreast = sketch.abreast(len(view.roles))
    rows = in_rows(view.roles, abreast)
    if len(rows) == 1:
        return _cards(view, rows[0], sketch)
    return Stack([_cards(view, row, sketch) for row in rows], gap=sketch.space(5))


def _lying(view: View, sketch: Sketch) -> bool:
    """Whether cards lie below each other: columns on an upright page would be too narrow for their words."""
    size = sketch.size
    if size.height is None:
        return False
    return size.width < size.height or (len(view.roles) > 2 and size.width == size.height)


def note(view: View, sketch: Sketch) -> Box | None:
    return None


def table(view: View) -> Table:
    leads = max(len(compared.role.lead) for compared in view.roles)
    columns = tuple(
        [_lead(compared, index) for index in range(leads)] + _sections(view, compared) for compared in view.roles
    )
    names = [f"Sets the role apart ({index + 1})" for index in range(leads)] + list(_SECTIONS)
    rows = tuple((name, *(column[index] for column in columns)) for index, name in enumerate(names))
    return Table(("Aspect", *(compared.role.name for compared in view.roles)), rows)


def describe(view: View) -> tuple[str, ...]:
    return tuple(_description(view, compared) for compared in view.roles)


def _description(view: View, compared: Compared) -> str:
    leads = "; ".join(point.title for point in compared.role.lead)
    sections = (f"{name}: {words}." for name, words in zip(_SECTIONS, _sections(view, compared), strict=True))
    return f"{compared.role.name} ({compared.role.tagline}): {leads}. {' '.join(sections)}"


def _lead(compared: Compared, index: int) -> str:
    return compared.role.lead[index].title if index < len(compared.role.lead) else ""


def _sections(view: View, compared: Compared) -> list[str]:
    return ["; ".join(entries) for entries in _lists(view, compared)]


def _lists(view: View, compared: Compared) -> tuple[tuple[Text, ...], ...]:
    """The entries of each section, in the order of `_SECTIONS`."""
    role = compared.role
    skills = tuple(view.skill(entry).name for entry in role.skills if entry.headline)
    metrics = tuple(view.metric(entry).name for entry in role.metrics if entry.headline)
    return skills, metrics, (role.career.leans,)


def _cards(view: View, roles: Sequence[Compared], sketch: Sketch) -> Box:
    """Cards side by side: a coloured head, then sections that start on common lines."""
    radius, inset = sketch.space(3), sketch.space(4.5)
    bands = Row([_band(compared, sketch) for compared in roles], sketch.space(4), [1.0] * len(roles), valign="fill")
    card = Pad(Space(), (inset,) * 4, "card", radii=(0.0, 0.0, radius, radius))
    parts = [_parts(view, compared, sketch, stacked=len(roles) > 2) for compared in roles]
    sections = [list(section) for section in zip(*parts, strict=True)]
    body = sketch.side_by_side([card] * len(roles), sections, gap=sketch.space(3.4), grow=1)
    return Stack((bands, body), grow=frozenset({1}))


def _parts(view: View, compared: Compared, sketch: Sketch, *, stacked: bool) -> tuple[Box, ...]:
    """What stands on a card: what sets the role apart, a rule, skills and metrics, a rule, the path."""
    skills, metrics, career = _lower(view, compared, sketch)
    if stacked:
        pair: Box = Stack((skills, metrics), gap=sketch.space(3.5))
    else:
        pair = Row((skills, metrics), gap=sketch.space(4), shares=(1.0, 1.0))
    return _leads(compared, sketch, len(compared.role.lead)), Rule(), pair, Rule(), career


def _leads(compared: Compared, sketch: Sketch, count: int) -> Box:
    leads = [
        sketch.listed(point.icon or compared.role.icon, sketch.text(point.title, "strong"), compared.solid)
        for point in compared.role.lead[:count]
    ]
    return Stack(leads, gap=sketch.space(2.4))


def _lower(view: View, compared: Compared, sketch: Sketch) -> tuple[Box, Box, Box]:
    """Skills, metrics and the path."""
    skills, metrics, leans = _lists(view, compared)
    names = [sketch.text(name, "tag", compared.solid) for name in _SECTIONS]
    path = sketch.labelled("material/arrow-right-bold-circle", sketch.text(leans[0], "strong"), compared.solid)
    career = Stack((names[2], path), gap=sketch.space(1))
    return _section(names[0], skills, compared, sketch), _section(names[1], metrics, compared, sketch), career


def _section(label: Box, entries: tuple[Text, ...], compared: Compared, sketch: Sketch) -> Box:
    words = [sketch.text(entry, "note") for entry in entries]
    mark = edge(compared.swatch.marker, compared.solid, sketch.space(0.7))
    lines = Pad(Stack(words, gap=sketch.space(0.5)), (0.0, 0.0, 0.0, sketch.space(2.4)), edge=mark)
    return Stack((label, lines), gap=sketch.space(1.4))


def _band(compared: Compared, sketch: Sketch) -> Box:
    """The card's head: who it is."""
    words = Stack(_names(compared, sketch), gap=sketch.space(0.3))
    icon = sketch.icon(compared.role.icon, compared.on, "head", 1.7)
    inside = Row((icon, words), gap=sketch.space(3.5), valign="middle")
    return band(sketch, inside, compared.solid, (3, 4.5), 3)


def _names(compared: Compared, sketch: Sketch) -> tuple[Box, Box]:
    return (
        sketch.text(compared.role.name, "head", compared.on),
        sketch.text(compared.role.tagline, "note", compared.on),
    )


# --- upright pages: cards that lie below each other -------------------------------------------------------------------

_BAND, _REST = 0.28, 0.72


def _bar(view: View, compared: Compared, sketch: Sketch) -> Box:
    """A card with its band at the left."""
    radius, inset = sketch.space(3), sketch.space(3.6)
    icon = sketch.icon(compared.role.icon, compared.on, "head", 2.0)
    who = Stack((icon, *_names(compared, sketch)), gap=sketch.space(1))
    band = Pad(who, (inset,) * 4, compared.solid, radii=(radius, 0.0, 0.0, radius), valign="middle")
    leads = _leads(compared, sketch, len(compared.role.lead))
    skills, metrics, career = _lower(view, compared, sketch)
    if len(view.roles) > 2:
        halves = (Stack((leads, career), gap=sketch.space(3)), Stack((skills, metrics), gap=sketch.space(2.4)))
        body: Box = Row(halves, gap=sketch.space(4), shares=(0.56, 0.44), valign="middle")
    else:
        pair = Row((skills, metrics), gap=sketch.space(4), shares=(1.0, 1.0))
        body = Stack((leads, Rule(), pair, Rule(), career), gap=sketch.space(3.2), spread=True)
    card = Pad(centred(body) if len(view.roles) > 2 else body, (inset,) * 4, "card", radii=(0.0, radius, radius, 0.0))
    return Row((band, card), shares=(_BAND, _REST), valign="fill")


# --- brief: who it is and what sets it apart --------------------------------------------------------------------------


def _brief(view: View, sketch: Sketch) -> Box:
    few = len(view.roles) == 2
    return Row(
        [_brief_card(compared, sketch, few=few, count=_BRIEF[len(view.roles)]) for compared in view.roles],
        sketch.space(3 if few else 2),
        [1.0] * len(view.roles),
        valign="fill",
    )


def _brief_card(compared: Compared, sketch: Sketch, *, few: bool, count: int) -> Box:
    side = 3 if few else 2.4
    inset = sketch.space(side)
    name = sketch.text(compared.role.name, "head" if few else "strong", compared.on)
    who = Row((sketch.icon(compared.role.icon, compared.on, "head", 1.35), name), gap=sketch.space(2), valign="middle")
    top = band(sketch, who, compared.solid, (2, side))
    if few:
        body = _leads(compared, sketch, count)
    else:
        words = [sketch.text(point.title, "strong") for point in compared.role.lead[:count]]
        body = Stack((*words, sketch.text(compared.role.tagline, "note", "muted")), gap=sketch.space(1.6))
    mark = edge(compared.swatch.marker, compared.solid, sketch.space(1))
    insets = (inset * 0.8, inset, inset * 0.8, inset + sketch.space(1))
    return Stack((top, Pad(body, insets, "card", valign="middle", edge=mark)), grow=frozenset({1}))
