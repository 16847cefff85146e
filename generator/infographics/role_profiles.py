"""The roles side by side, each on a card of its own.

In: what each role says of itself. Out: cards with what sets the role apart, what it must master, what it
is measured by and where it leads.
"""

from __future__ import annotations

from generator.layout.boxes import Box, Pad, Row, Rule, Space, Stack
from generator.layout.marks import edge
from generator.layout.sketch import Sketch
from generator.model.derive import Compared, View
from generator.model.text import Text
from generator.pictures import Table

KIND = "role-profiles"
EDITORIAL = False

_SECTIONS = ("Must master", "Measured by", "Career")


def compose(view: View, sketch: Sketch) -> Box:
    abreast = sketch.abreast(len(view.roles))
    rows = [view.roles[start : start + abreast] for start in range(0, len(view.roles), abreast)]
    if len(rows) == 1:
        return _cards(view, rows[0], sketch)
    return Stack([_cards(view, row, sketch) for row in rows], gap=sketch.space(5))


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


def _cards(view: View, roles: tuple[Compared, ...], sketch: Sketch) -> Box:
    """Cards side by side: a coloured head, then sections that start on common lines."""
    radius, inset = sketch.space(3), sketch.space(4.5)
    bands = Row(
        [_band(compared, sketch, radius) for compared in roles], sketch.space(4), [1.0] * len(roles), valign="fill"
    )
    card = Pad(Space(), (inset,) * 4, "card", radii=(0.0, 0.0, radius, radius))
    parts = [_parts(view, compared, sketch, stacked=len(roles) > 2) for compared in roles]
    sections = [list(section) for section in zip(*parts, strict=True)]
    body = sketch.side_by_side([card] * len(roles), sections, gap=sketch.space(3.4), grow=1)
    return Stack((bands, body), grow=frozenset({1}))


def _parts(view: View, compared: Compared, sketch: Sketch, *, stacked: bool) -> tuple[Box, ...]:
    """What stands on a card: what sets the role apart, a rule, skills and metrics, a rule, the path."""
    leads = [
        sketch.listed(point.icon or compared.role.icon, sketch.text(point.title, "strong"), compared.solid)
        for point in compared.role.lead
    ]
    lists = zip(_SECTIONS, _lists(view, compared), strict=True)
    skills, metrics, leans = (_section(name, entries, compared, sketch) for name, entries in lists)
    if stacked:
        pair: Box = Stack((skills, metrics), gap=sketch.space(3.5))
    else:
        pair = Row((skills, metrics), gap=sketch.space(4), shares=(1.0, 1.0))
    spread = sketch.size.height is not None
    return Stack(leads, gap=sketch.space(2.4), spread=spread), Rule(), pair, Rule(), leans


def _band(compared: Compared, sketch: Sketch, radius: float) -> Box:
    """The card's head: who it is."""
    words = Stack(
        (
            sketch.text(compared.role.name, "head", compared.on),
            sketch.text(compared.role.tagline, "note", compared.on),
        ),
        gap=sketch.space(0.3),
    )
    inside = Row(
        (sketch.icon(compared.role.icon, compared.on, "head", 1.7), words), gap=sketch.space(3.5), valign="middle"
    )
    insets = (sketch.space(3), sketch.space(4.5)) * 2
    return Pad(inside, insets, compared.solid, radii=(radius, radius, 0.0, 0.0), valign="middle")


def _section(name: str, entries: tuple[Text, ...], compared: Compared, sketch: Sketch) -> Box:
    label = sketch.text(name, "tag", compared.solid)
    words = [sketch.text(entry, "note") for entry in entries]
    mark = edge(compared.swatch.marker, compared.solid, sketch.space(0.7))
    lines = Pad(Stack(words, gap=sketch.space(0.5)), (0.0, 0.0, 0.0, sketch.space(2.4)), edge=mark)
    return Stack((label, lines), gap=sketch.space(1.4))
