"""A title in a place that was made for other titles.

In: a text and a layout's place for titles. Out: what share of its usual size lets it fit.
"""

from __future__ import annotations

from generator.brand import Style, Weight
from generator.deck.templates.place import Heading
from generator.layout import Fonts, Text
from generator.problems import Overflow

_STEP = 0.05
_LEAST = 0.4
_LEADING = 1.2


def share_of_size(text: str, heading: Heading, fonts: Fonts) -> float:
    """1, or less where the text would be higher or wider than its place; the fonts of the place are taken to be no
    wider than ours.
    """
    share = 1.0
    while share > _LEAST and not _fits(text, heading, share, fonts):
        share = round(share - _STEP, 2)
    return share


def _fits(text: str, heading: Heading, share: float, fonts: Fonts) -> bool:
    style = Style(heading.size * share, Weight.SEMIBOLD, _LEADING)
    try:
        return Text(text, style, fonts).layout(heading.room.width).height <= heading.room.height
    except Overflow:
        return False
