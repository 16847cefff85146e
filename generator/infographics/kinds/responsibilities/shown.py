"""Which duties a size shows: all, but for a card for feeds.

In: a role of a `View` and a size. Out: a duty, and texts that count them.
"""

from __future__ import annotations

from generator.layout import Size
from generator.model import Compared, Point, View


def first(compared: Compared) -> Point:
    """The duty that stands on a card for feeds."""
    return compared.role.responsibilities[0]


def counted(compared: Compared) -> str:
    """Behind a role's name on a card for feeds: that it is one duty of how many, "" where it is the only one."""
    every = len(compared.role.responsibilities)
    return f", 1 of {every}" if every > 1 else ""


def alt(view: View, size: Size) -> str:
    """The alternative text of a card for feeds."""
    if not size.brief:
        return ""
    said = (f"{one.role.name}{counted(one)}: {first(one).title}" for one in view.roles)
    return f"A duty of each role. {'. '.join(said)}."
