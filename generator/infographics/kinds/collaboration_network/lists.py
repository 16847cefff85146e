"""Partners by name alone: on a page of fixed size that has no room for a card for each of them.

In: a `View` of a comparison and a size or the means of a composition. Out: whether there are too many, and boxes.
"""

from __future__ import annotations

from generator.infographics.kinds.collaboration_network.ties import detailed, shown
from generator.infographics.parts.columns import lists_abreast
from generator.infographics.parts.role_lists import MANY, role_lists
from generator.infographics.parts.shown import counted, more
from generator.infographics.parts.sketch import Sketch
from generator.layout import Box, Grid, Listing, Rule, Size, centred
from generator.model import View

# From this width two roles have room for columns of names and what flows beside them.
_WIDE = 700
# More partners of one of two roles than these are a list of names on a page of fixed size.
_CARDS = 5
# So few partners are a low list.
_FEW = 4


def by_name(view: View, sketch: Sketch) -> Box:
    """The partners of each role: a list on a card where partners or roles are many, else behind its name."""
    size = sketch.size
    upright = size.width <= (size.height or 0.0)
    many = len(view.roles) > (2 if upright else 3) and not size.brief
    return _lists(view, sketch) if many or _longest(view, size) > MANY else _names(view, sketch)


def crowded(view: View, size: Size) -> bool:
    """Whether a page of fixed size has too many roles, or partners, for a column of cards for each role.

    Names need less room than cards, so they come where not all have a card; a card for feeds shows the first partners.
    """
    if size.height is None:
        return False
    if size.most is not None and not size.brief:
        return True
    if len(view.roles) > 2:
        return not detailed(view, size)
    return _longest(view, size) > _CARDS


def _longest(view: View, size: Size) -> int:
    """The most partners that a size shows of a role."""
    return max(len(shown(view, one, size)) for one in view.roles)


def _lists(view: View, sketch: Sketch) -> Box:
    """Each role's partners as a list on a card."""
    lists = []
    for one in view.roles:
        partners = shown(view, one, sketch.size)
        title = counted(one.role.name, partners, one.role.partners)
        lists.append((one, title, [(tie.partner.icon, tie.partner.name) for tie in partners]))
    return role_lists(sketch, lists, _abreast(view, sketch))


def _abreast(view: View, sketch: Sketch) -> int:
    """How many lists stand side by side; three of few partners are low enough to go below each other, four in pairs."""
    longest = _longest(view, sketch.size)
    if len(view.roles) == 4 and longest <= _FEW:
        return 2
    upright = sketch.size.width <= (sketch.size.height or 0.0)
    if len(view.roles) == 3 and longest <= _FEW and upright:
        return 1
    return lists_abreast(sketch, len(view.roles), short=longest <= MANY)


def roomy(size: Size) -> bool:
    """Whether columns have room for what flows beside its name."""
    return size.height is None or size.width >= _WIDE


def _names(view: View, sketch: Sketch) -> Box:
    """Each role with its partners' names behind its own."""
    brief, rows = sketch.size.brief, []
    for one in view.roles:
        name = sketch.text(one.role.abbreviation if brief else one.role.name, "label" if brief else "strong", one.solid)
        partners = shown(view, one, sketch.size)
        words = (*(tie.partner.name for tie in partners), *more(partners, one.role.partners))
        listed = Listing([sketch.text(word, "note" if brief else "body") for word in words])
        rows.append((centred(name), centred(listed)))
    front = 0.24 if roomy(sketch.size) or brief else 0.34
    gap = sketch.space(0.6 if brief else 1.4)
    names = [one.role.name for one in view.roles]
    return Grid(rows, (front, 1 - front), sketch.space(2), gap, Rule(), names)
