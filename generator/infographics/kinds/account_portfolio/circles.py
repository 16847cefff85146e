"""The circles of one role's accounts, and what stands in each of them.

In: the groups of a role's portfolio. Out: radii, and frames for the circles at a scale.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import product

from generator.infographics.kinds.account_portfolio.circle_packing import inscribed
from generator.infographics.parts.marks import circle
from generator.infographics.parts.sketch import Sketch
from generator.layout import Frame, Icon, Row, Stack, Text
from generator.model import AccountType, Compared, RolePortfolio

# An icon is drawn where it is so many points high; without it one that is explained would be looked for in vain.
_LEAST = 5.0


def circle_radii(portfolio: RolePortfolio) -> tuple[float, ...]:
    """Of every account of a role, in the unit of the sizes."""
    return tuple(math.sqrt(group.size / math.pi) for group in portfolio.groups for _ in range(group.count))


def circle_contents(
    portfolio: RolePortfolio,
    accounts: Sequence[AccountType],
    compared: Compared,
    sketch: Sketch,
    scale: float,
    *,
    bare: bool,
) -> list[Sequence[Frame]]:
    """Every circle with what stands in it: its name, where all of them have room for theirs, else its icon."""
    radii = _radii(portfolio, scale)
    inside: Sequence[Frame | None] = named(portfolio, accounts, compared, sketch, scale)
    if not inside:
        colour = _colour(compared)
        inside = [_icon(radius, account.icon, colour) for radius, account in zip(radii, accounts, strict=True)]
    if bare:
        inside = [None] * len(radii)
    found: list[Sequence[Frame]] = []
    for group, radius, words in zip(portfolio.groups, radii, inside, strict=True):
        disc = _disc(radius, compared)
        found += [(disc, words) if words else (disc,)] * group.count
    return found


def named(
    portfolio: RolePortfolio, accounts: Sequence[AccountType], compared: Compared, sketch: Sketch, scale: float
) -> list[Frame]:
    """The name of each group as it stands in its circles, or nothing: one left out would look like one forgotten."""
    found = [
        _named(radius, sketch.text(account.name, "label", _colour(compared), "middle"), account.icon)
        for radius, account in zip(_radii(portfolio, scale), accounts, strict=True)
    ]
    return [frame for frame in found if frame] if None not in found else []


def _radii(portfolio: RolePortfolio, scale: float) -> list[float]:
    return [math.sqrt(group.size / math.pi) * scale for group in portfolio.groups]


def _colour(compared: Compared) -> str:
    return compared.on if compared.swatch.marker == "solid" else compared.solid


def _disc(radius: float, compared: Compared) -> Frame:
    if compared.swatch.marker == "solid":
        return Frame(2 * radius, 2 * radius, (circle(radius, radius, radius, fill=compared.solid),))
    # The line lies within the circle, so that its outer edge bounds the area that is meant.
    line = min(max(radius * 0.09, 0.8), 2.4)
    ring = circle(radius, radius, radius - line / 2, fill=compared.tint, stroke=compared.solid, width=line)
    return Frame(2 * radius, 2 * radius, (ring,))


def _named(radius: float, name: Text, icon: str) -> Frame | None:
    """The name below its icon, as large and on as few lines as the circle holds; None: it holds none."""
    wish = name.widths()

    def frames() -> Iterator[Frame]:
        for share, wide in product((0.6, 0.45), (wish.max, max(wish.max * 0.62, wish.min), wish.min)):
            big = round(min(radius * share, name.style.size * 2.6), 3)
            mark = Row((Icon(icon, big, name.colour),), align="middle")
            yield Stack((mark, name), gap=big * 0.12).layout(max(wide, big) + 0.02)

    return inscribed(frames(), radius * 0.9)


def _icon(radius: float, icon: str, colour: str) -> Frame | None:
    small = round(radius * 1.08, 3)
    return Icon(icon, small, colour).layout(small) if small >= _LEAST else None
