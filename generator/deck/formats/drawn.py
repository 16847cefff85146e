"""Pictures as drawings beside their titles, for slides that are written in HTML or Markdown.

In: the frame of a slide. Out: it without its title, where that stood, and the drawing as SVG.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from html import escape

from generator import infographics
from generator.deck.composition.slides import SIZE, Shown
from generator.layout import Fonts, Frame, Line
from generator.painting import Cache, Target, paint_one

_TITLE = "title"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a title stands on a slide, in points: its corner, the width for its lines, its type, and from one line to
    the next.
    """

    left: float
    top: float
    width: float
    size: float
    pitch: float


def place_of_title(frame: Frame) -> Place | None:
    """The place of the frame's title, if it has one."""
    first = next(filter(_in_title, frame.lines), None)
    if first is None:
        return None
    pitch = first.pitch or first.rect.height
    top = first.rect.y - (pitch - first.rect.height) / 2
    return Place(*(round(value, 2) for value in (first.rect.x, top, first.room.width, first.size, pitch)))


def _in_title(line: Line) -> bool:
    return line.purpose == _TITLE


def untitled(frame: Frame) -> Frame:
    """The frame less its title."""
    kept = (item for item in frame.items if not (isinstance(item, Line) and _in_title(item)))
    return Frame(frame.width, frame.height, tuple(kept))


def drawings(
    shown: Iterable[Shown], theme: str, fonts: Fonts, cache: Cache, colours: Mapping[str, str] | None = None
) -> list[bytes]:
    """Each picture as SVG without its title, in the colours of the theme or in those given by role.

    OutputError: there is too little memory.
    """
    found = []
    for drawing, _, frame in shown:
        target = Target(SIZE, theme, "svg")
        job = infographics.job(drawing, untitled(frame), (target,), fonts)
        found.append(paint_one(replace(job, colours=colours or job.colours), cache)[target])
    return found


def inlined(svg: bytes, prefix: str, alt: str) -> str:
    """The drawing as an element of a page, beside others: its ids begin with `prefix`, and `alt` says what it shows.

    Its own title would pop up wherever the pointer rests.
    """
    text = svg.decode().strip()
    text = re.sub(r"\n<(title|desc) id=.*?</\1>", "", text, flags=re.DOTALL)
    text = re.sub(r'(<(?:path|use)[^>]*? (?:id=|xlink:href=)"#?)', rf"\g<1>{prefix}", text)
    label = f'aria-label="{escape(alt)}" focusable="false"'
    return re.sub(r'aria-labelledby="[^"]*"', lambda _: label, text, count=1)
