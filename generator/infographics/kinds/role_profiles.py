"""The roles side by side: who each is in one line, and three facts that the comparison table has no row for.

In: what each role says of itself. Out: a card for each role with its customers, when a company needs it and where it
leads; where a page grows also what sets it apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.infographics.parts.cards import band, cards_abreast
from generator.infographics.parts.columns import even_rows, grouped, in_rows
from generator.infographics.parts.marks import edge
from generator.infographics.parts.role_lines import beside_names, role_lines
from generator.infographics.parts.shown import count, first, more
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.variants import below_title
from generator.infographics.parts.wording import within
from generator.infographics.picture import Table
from generator.layout import Box, Group, Listing, Pad, Row, Rule, Size, Space, Stack
from generator.model import Compared, Text, View

KIND = "role-profiles"
ICON = "material/card-account-details-outline"
EDITORIAL = False
POSTER = False
SECTION = "roles.accounts|fit|career"

# On a page of fixed size a column is at least so many times as wide as the page is high.
_COLUMN = 0.55
# The share of a bar that its head has before the facts; bars of more roles than these are tight on an upright page.
_HEAD, _HEAD_TIGHT, _FEW = 0.34, 0.29, 3


def compose(view: View, sketch: Sketch) -> Box:
    size = sketch.size
    if size.brief:
        return _lines(view, below_title(sketch))
    if size.height is not None and not size.full and len(view.roles) * size.height * _COLUMN > size.width:
        gap = sketch.space((1 if size.most == 0 else 1.6) if _tight(view, sketch) else 2.4)
        return even_rows([_bar(view, compared, sketch) for compared in view.roles], gap)
    rows = in_rows(view.roles, sketch.abreast(len(view.roles)))
    if len(rows) == 1:
        return _cards(view, rows[0], sketch)
    return Stack([_cards(view, row, sketch) for row in rows], gap=sketch.space(5))


def note(view: View, sketch: Sketch) -> Box | None:
    """That a card for feeds has no more of a profile than one line."""
    return sketch.text("Each role in one line", "note", "muted") if sketch.size.brief else None


def table(view: View) -> Table:
    leads = max(len(compared.role.lead) for compared in view.roles)
    rows = [("In one line", *(str(compared.role.tagline or "") for compared in view.roles))]
    rows = rows if any(rows[0][1:]) else []
    for name in _names(view):
        rows.append((name, *("; ".join(_facts(view, compared)[name]) for compared in view.roles)))
    for index in range(leads):
        rows.append((f"Sets the role apart ({index + 1})", *(_lead(compared, index) for compared in view.roles)))
    return Table(("Aspect", *(compared.role.name for compared in view.roles)), tuple(rows))


def describe(view: View) -> tuple[str, ...]:
    return tuple(_description(view, compared) for compared in view.roles)


def alt(view: View, size: Size) -> str:
    lines = (": ".join(filter(None, (compared.role.name, compared.role.tagline))) for compared in view.roles)
    if size.brief:
        return f"Each role in one line. {'. '.join(lines)}."
    if size.most != 0 and not any(_counted(view, compared, size) for compared in view.roles):
        return ""
    told = (
        f"{compared.role.name}: "
        + "; ".join(
            f"{_named(view, name, compared, size)}: {', '.join(words)}"
            for name, words in _shown(view, compared, size).items()
            if words
        )
        for compared in view.roles
    )
    accounts = within(view.words.accounts)
    return f"Each role with the first of its {accounts}, when it is needed, and its career. {'. '.join(told)}."


def _description(view: View, compared: Compared) -> str:
    role = compared.role
    leads = "; ".join(point.title for point in role.lead)
    name = f"{role.name} ({role.tagline})" if role.tagline else str(role.name)
    facts = (f"{name}: {'; '.join(words)}." for name, words in _facts(view, compared).items() if words)
    return " ".join((f"{name}: {leads}." if leads else f"{name}.", *facts))


def _lead(compared: Compared, index: int) -> str:
    return compared.role.lead[index].title if index < len(compared.role.lead) else ""


def _names(view: View) -> tuple[str, ...]:
    """The facts of which some role says something."""
    told = [_facts(view, compared) for compared in view.roles]
    return tuple(name for name in told[0] if any(each[name] for each in told))


def _facts(view: View, compared: Compared) -> dict[str, tuple[Text, ...]]:
    """The entries of each fact."""
    role, accounts, words = compared.role, view.model.catalogue.accounts, view.words
    return {
        words.accounts: tuple(accounts[entry.account].name for entry in role.accounts),
        words.fit_short: (role.fit.title,) if role.fit else (),
        words.career: (role.career.leans,) if role.career else (),
    }


def _shown(view: View, compared: Compared, size: Size) -> dict[str, tuple[Text, ...]]:
    """The entries of each fact that a size shows: of customers the first."""
    facts, customers = _facts(view, compared), view.words.accounts
    return facts | {customers: tuple(first(size, facts[customers]))}


def _counted(view: View, compared: Compared, size: Size) -> str:
    """How many customers of how many, "" where a size shows all."""
    return count(_shown(view, compared, size)[view.words.accounts], compared.role.accounts)


def _listed(view: View, compared: Compared, size: Size) -> dict[str, tuple[str, ...]]:
    """The entries of each fact that has some, of customers the first and how many more there are."""
    shown, customers = _shown(view, compared, size), view.words.accounts
    listed: dict[str, tuple[str, ...]] = {name: words for name, words in shown.items() if words}
    if customers in listed:
        listed[customers] = (*listed[customers], *more(listed[customers], compared.role.accounts))
    return listed


def _named(view: View, name: str, compared: Compared, size: Size) -> str:
    """The name of a fact; that of customers says how many of them there are, where that is not all."""
    return f"{name}{_counted(view, compared, size)}" if name == view.words.accounts else name


# --- cards ------------------------------------------------------------------------------------------------------------


def _cards(view: View, roles: Sequence[Compared], sketch: Sketch) -> Box:
    """Cards side by side: a coloured head with the line, then facts that start on common lines."""
    parts = [_parts(view, compared, sketch) for compared in roles]
    rows = [list(section) for section in zip(*parts, strict=True)]
    heads = [_band(compared, sketch) for compared in roles]
    return cards_abreast(sketch, roles, heads, rows, insets=(3, 4), gap=1.4 if sketch.size.height else 3)


def _parts(view: View, compared: Compared, sketch: Sketch) -> list[Box]:
    """The facts, and on a page that grows what sets the role apart."""
    told = _shown(view, compared, sketch.size)
    facts = [
        _fact(_named(view, name, compared, sketch.size), told[name], compared, sketch) if told[name] else Space()
        for name in _names(view)
    ]
    if (sketch.size.height and not sketch.size.full) or not any(one.role.lead for one in view.roles):
        return facts
    leads: list[Box] = []
    points = first(sketch.size, compared.role.lead)
    for point in points:
        text = [sketch.text(point.text, "note", "muted")] if point.text else []
        words = Stack((sketch.text(point.title, "strong"), *text), sketch.space(0.4))
        leads.append(Group(point.title, sketch.listed(point.icon or compared.role.icon, words, compared.solid)))
    leads += [sketch.text(left, "note", "muted") for left in more(points, compared.role.lead)]
    return [*facts, Rule(), Stack(leads, gap=sketch.space(2.4))]


def _fact(name: str, entries: Sequence[Text], compared: Compared, sketch: Sketch) -> Box:
    words = Listing([sketch.text(entry, "strong") for entry in entries])
    return Group(name, Stack((sketch.text(name, "label", compared.solid), words), gap=sketch.space(0.2)))


def _band(compared: Compared, sketch: Sketch) -> Box:
    """The card's head: who it is."""
    name = sketch.text(compared.role.name, "head", compared.on)
    words = _with_tagline(name, compared, "body", compared.on, sketch)
    icon = sketch.icon(compared.role.icon, compared.on, "head", 1.6)
    return band(sketch, Row((icon, words), sketch.space(3), valign="middle"), compared.solid, (2.4, 4), 3)


def _with_tagline(name: Box, compared: Compared, role: str, colour: str, sketch: Sketch) -> Box:
    if not compared.role.tagline:
        return name
    return Stack((name, sketch.text(compared.role.tagline, role, colour)), gap=sketch.space(0.3))


# --- upright pages: cards that lie below each other -------------------------------------------------------------------


def _tight(view: View, sketch: Sketch) -> bool:
    """Whether bars have room for few words only."""
    return len(view.roles) > _FEW and sketch.size.width <= (sketch.size.height or 0.0)


def _bar(view: View, compared: Compared, sketch: Sketch) -> Box:
    """A card with its head above the facts, or at their left where more than two share the page."""
    few, tight = len(view.roles) == 2, _tight(view, sketch)
    least = tight and sketch.size.most == 0
    inset, bar, role = sketch.space(2.4), sketch.space(1), "body" if few else "note"
    name = sketch.text(compared.role.name, "label" if tight else "strong", compared.solid)
    who = name if least else _with_tagline(name, compared, role, "ink", sketch)
    told = _listed(view, compared, sketch.size)
    labels = [sketch.text(name, "label", compared.solid) for name in told]
    wide = max(label.widths().max for label in labels)
    rows = [
        sketch.named(label, Listing([sketch.text(entry, role) for entry in entries]), role, wide)
        for label, entries in zip(labels, told.values(), strict=True)
    ]
    facts = Stack(grouped(list(told), rows), gap=sketch.space(0.0 if least else 0.4 if tight else 0.8))
    share = _HEAD_TIGHT if tight else _HEAD
    beside = Row((who, facts), sketch.space(2 if tight else 3), (share, 1 - share), valign="middle")
    inside = Stack((who, facts), gap=sketch.space(1.2)) if few else beside
    mark, high = edge(compared.swatch.marker, compared.solid, bar), inset * (0.2 if least else 0.4 if tight else 0.6)
    card = Pad(inside, (high, inset, high, inset + bar), "card", valign="middle", edge=mark)
    return Group(compared.role.name, card)


def _in_one_line(compared: Compared) -> Text | None:
    """The tagline, or what else says most in few words."""
    role = compared.role
    lead = role.lead[0].title if role.lead else None
    return (
        role.tagline or lead or (role.fit.title if role.fit else None) or (role.career.leans if role.career else None)
    )


# --- brief: who it is -------------------------------------------------------------------------------------------------


def _lines(view: View, sketch: Sketch) -> Box:
    """Each role in one line: with its name above it, or before it where there are more than two."""
    said = [_in_one_line(one) or "" for one in view.roles]
    if len(view.roles) > 2:
        lines = beside_names(sketch, view.roles, said)
        return role_lines(sketch, view.roles, [line or Space() for line in lines])
    rows: list[Box] = []
    for one, line in zip(view.roles, said, strict=True):
        name = sketch.text(one.role.name, "label", one.solid)
        inside = Stack((name, sketch.text(line, "note")) if line else (name,), gap=sketch.space(0.2))
        panel = sketch.panel(inside, one.hue, one.swatch.marker, (0.4, 1.8))
        rows.append(Group(one.role.name, replace(panel, valign="middle")))
    return even_rows(rows, sketch.space(0.8))
