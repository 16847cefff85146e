"""The first slide: what is compared, from whom and of when, and beside it where the roles differ most.

In: a comparison, fonts and a size of slides. Out: a frame, whose title is the deck's.
"""

from __future__ import annotations

from calendar import month_name

from generator.brand import Style, Weight
from generator.deck.composition.rails import key, rails
from generator.deck.composition.shrink import shrunk
from generator.layout import Box, Fonts, Frame, Size, Stack, Text, stacked
from generator.model import View

_SIZES = (1.72, 1.5, 1.3, 1.1, 0.95, 0.8)  # of a picture's title
_LEFT, _GUTTER = 0.53, 0.07  # of the width between the margins


def cover(view: View, fonts: Fonts, size: Size) -> Frame:
    """The slide."""
    margin, wide, high = size.margin, size.width, size.height or size.width
    left = size.inner * _LEFT
    right = size.inner * (1 - _LEFT - _GUTTER)
    room = high - 2 * margin
    differ = rails(view, fonts, size)
    if differ is None:
        left, right = size.inner * 0.8, 0.0
    words = _fitted(view, fonts, size, left, room)
    placed = [(words, margin, margin + (room - words.height) / 2)]
    if differ is not None:
        panel = shrunk(differ, right, room)
        placed.append((panel, wide - margin - right, margin + max(room - panel.height, 0.0) / 2))
    return stacked(placed, wide, high)


def subtitle(view: View) -> tuple[str, ...]:
    """What stands below the title where a template says how."""
    comparison = view.comparison
    title = comparison.title if comparison.title != comparison.name else None
    return tuple(str(line) for line in (title, comparison.industry, _signed(view)) if line)


def _signed(view: View) -> str:
    site = view.model.site
    day = f"{site.updated.day} {month_name[site.updated.month]} {site.updated.year}"
    return f"{site.author}, {day}" if site.author else day


def _fitted(view: View, fonts: Fonts, size: Size, width: float, height: float) -> Frame:
    """The words with the largest title that has room."""
    for share in _SIZES[:-1]:
        words = _words(view, fonts, size, size.title * share)
        if words.widths().min <= width and words.layout(width).height <= height:
            return words.layout(width)
    return shrunk(_words(view, fonts, size, size.title * _SIZES[-1]), width, height)


def _words(view: View, fonts: Fonts, size: Size, large: float) -> Box:
    eyebrow = Style(size.title * 0.4, Weight.SEMIBOLD, 1.3, 0.075, upper=True)
    strong = Style(large, Weight.EXTRABOLD, 1.06, -0.026, balanced=True)
    lead = Style(size.title * 0.72, Weight.SEMIBOLD, 1.25, -0.01, balanced=True)
    quiet = Style(size.title * 0.48, leading=1.4)
    comparison = view.comparison
    head: list[Box] = [Text(comparison.name, strong, fonts, purpose="title")]
    if comparison.industry:
        head.insert(0, Text(comparison.industry, eyebrow, fonts, "shared.solid", purpose="eyebrow"))
    if comparison.title != comparison.name:
        head.append(Text(comparison.title, lead, fonts))
    foot = (key(view, fonts, size), Text(_signed(view), quiet, fonts, "muted"))
    return Stack((Stack(head, gap=size.title * 0.3), Stack(foot, gap=size.title * 0.7)), gap=size.title * 0.9)
