"""An SVG to edit: texts as text, rectangles as rectangles, colours as variables, what belongs together in groups.

In: a `Job`. Out: the file. Beside the one of outlines (`svg`), which looks the same everywhere and in which no text can
be found, changed or translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from itertools import groupby, pairwise
from statistics import median

from fontTools.ttLib import TTFont

from generator.layout import Block, Item, Line, Shape, Spot
from generator.painting.job import Job
from generator.painting.outlines import EM, advance, commands
from generator.painting.svg import PARTS, path_data

# Fonts of the same kind that most machines have; the widths of lines are pinned, so any will do.
_FALLBACKS = "Helvetica, Arial, sans-serif"
# Names in a font's own tables: of the family with all its weights, and of the one that older programs know.
_FAMILIES = (16, 1)
_NAME_LENGTH = 40
_MANY = 3  # more equal rectangles in a row are dots of a line, or a meter
_SLACK = 0.05  # points by which lines that are aligned may differ

_ROOT = 'role="img" aria-labelledby="title desc" stroke-linejoin="round" text-rendering="geometricPrecision"'

_Drawn = Block | Shape | Line


def written(job: Job) -> bytes:
    """The file: a role, a title and a description, the colours, then what is drawn, in order."""
    items = (item for item in job.frame.items if not _unseen(item))
    writer = _Writer(job)
    drawn = list(writer.elements(_grouped(items)))
    width, height = (f"{side:g}" for side in (job.frame.width, job.frame.height))
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    family = escape(f"{_face(next(iter(job.fonts.values()))).family}, {_FALLBACKS}")
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {_ROOT} font-family="{family}">',
        f'<title id="title">{escape(job.title)}</title>',
        f'<desc id="desc">{escape(job.description)}</desc>',
        writer.style(),
        *drawn,
        "</svg>\n",
    ]
    return "\n".join(parts).encode()


def _unseen(item: Item) -> bool:
    """Whether it is neither drawn nor the begin or end of a group."""
    return not item.edge if isinstance(item, Spot) else isinstance(item, Line) and not item.glyphs


# --- groups -----------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Group:
    """What the frame names as one thing, in its order; without a name, the lines of a text or equal marks."""

    name: str = ""
    parts: list[_Drawn | _Group] = field(default_factory=list)


def _grouped(items: Iterable[Item]) -> list[_Drawn | _Group]:
    """A frame's items in its groups, and in those the lines of a text, and marks that are repeated."""
    inside = [_Group()]
    for _, found in groupby(items, key=_alike):
        run = list(found)
        if isinstance(run[0], Spot):
            if run[0].edge == "begin":
                inside.append(_Group(run[0].name))
            else:
                last = inside.pop()
                inside[-1].parts += [last] if last.parts else []
            continue
        drawn = [item for item in run if not isinstance(item, Spot)]
        together = len(drawn) > (1 if isinstance(drawn[0], Line) else _MANY)
        inside[-1].parts += [_Group("", [*drawn])] if together else drawn
    return inside[0].parts


def _alike(item: Item) -> object:
    """The same for the lines of one text, and for equal rectangles; no two other items have the same."""
    if isinstance(item, Line):
        return item.room, item.paragraph
    if isinstance(item, Block):
        return item.rect.width, item.rect.height, item.fill, item.stroke, item.radii
    return id(item)


# --- elements ---------------------------------------------------------------------------------------------------------


class _Writer:
    """Elements of one file, with the ids and the classes that they have used."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._ids: set[str] = {"title", "desc"}
        self._rules: dict[str, str] = {}

    def elements(self, parts: Iterable[_Drawn | _Group]) -> Iterator[str]:
        for part in parts:
            if isinstance(part, Line):
                anchor, (x,) = _anchored([part])
                yield self._text(part, x, self._type(part) + anchor)
            elif isinstance(part, _Group):
                yield from self._group(part)
            else:
                yield self._mark(part)

    def _group(self, group: _Group) -> Iterator[str]:
        lines = [] if group.name else [part for part in group.parts if isinstance(part, Line)]
        name = self._name(lines[0].text if lines else group.name)
        looks = f' id="{name}"' if name else ""
        if lines:
            anchor, places = _anchored(lines)
            yield f"<g{looks}{self._type(lines[0])}{anchor}>"
            yield from (self._text(line, x) for line, x in zip(lines, places, strict=True))
        else:
            yield f"<g{looks}>"
            yield from self.elements(group.parts)
        yield "</g>"

    def _text(self, line: Line, x: float, looks: str = "") -> str:
        """One line. Firefox and Inkscape pin the width of a text, and not that of a `tspan` within one."""
        place = f'x="{_number(x)}" y="{_number(line.rect.y + line.baseline)}"'
        width = f'textLength="{_number(line.rect.width)}" lengthAdjust="spacingAndGlyphs"'
        return f"<text {place} {width}{looks}>{escape(line.text, quote=False)}</text>"

    def _type(self, line: Line) -> str:
        """How a text is set."""
        font = self._job.fonts[line.weight]
        looks = f'{self._colours(fill=line.colour)} font-size="{line.size:g}" font-weight="{_face(font).weight}"'
        tracking = _tracking(line, font)
        return f' {looks} letter-spacing="{_number(tracking)}"' if tracking else f" {looks}"

    def _mark(self, item: Block | Shape) -> str:
        looks = " ".join((self._colours(fill=item.fill, stroke=item.stroke), *_pen(item)))
        corners = set(item.radii) if isinstance(item, Block) else set()
        if len(corners) != 1:
            return f'<path d="{path_data(commands(item), PARTS)}" {looks}/>'
        rect, radius = item.rect, min(*corners, item.rect.width / 2, item.rect.height / 2)
        sides = [("x", rect.x), ("y", rect.y), ("width", rect.width), ("height", rect.height)]
        sides += [("rx", radius)] if radius else []
        said = " ".join(f'{name}="{_number(value)}"' for name, value in sides)
        return f"<rect {said} {looks}/>"

    def _colours(self, **roles: str | None) -> str:
        """The values as attributes, for programs that know no variables, and the classes that make them variables."""
        values = {name: self._job.colours[role] if role else "none" for name, role in roles.items()}
        named = {f"vv-{name}-{_variable(role)}": (name, role) for name, role in roles.items() if role}
        for kind, (name, role) in named.items():
            self._rules[kind] = f".{kind}{{{name}:var(--vv-{_variable(role)},{values[name]})}}"
        said = " ".join(f'{name}="{value}"' for name, value in values.items() if value != "none" or name == "fill")
        return f'{said} class="{" ".join(named)}"' if named else said

    def style(self) -> str:
        """Every colour that is used, once. `@supports` hides the rules where a variable would mean no colour."""
        return f"<style>@supports (fill:var(--vv)){{{''.join(self._rules.values())}}}</style>"

    def _name(self, words: str) -> str:
        """An id of these words, of which programs make the name of a layer."""
        stem = re.sub(r"[^a-z0-9]+", "-", words.lower())[:_NAME_LENGTH].strip("-")
        if not stem:
            return ""
        stem = stem if stem[0].isalpha() else f"n-{stem}"
        taken = (stem, *(f"{stem}-{number}" for number in range(2, len(self._ids) + 3)))
        found = next(name for name in taken if name not in self._ids)
        self._ids.add(found)
        return found


def _variable(role: str) -> str:
    return role.replace(".", "-")


def _pen(item: Block | Shape) -> Iterator[str]:
    if item.stroke:
        yield f'stroke-width="{item.stroke_width:g}"'
        if isinstance(item, Shape) and item.dash:
            yield f'stroke-dasharray="{" ".join(f"{length:g}" for length in item.dash)}"'
        if isinstance(item, Shape) and item.round_ends:
            yield 'stroke-linecap="round"'


# --- text -------------------------------------------------------------------------------------------------------------


def _anchored(lines: Sequence[Line]) -> tuple[str, list[float]]:
    """The edge or middle that the lines of a text share, so that it stays where it is changed, and each line's x."""
    room = lines[0].room
    for anchor, here, there in (
        ("", room.x, [line.rect.x for line in lines]),
        (' text-anchor="middle"', room.x + room.width / 2, [line.rect.x + line.rect.width / 2 for line in lines]),
        (' text-anchor="end"', room.right, [line.rect.right for line in lines]),
    ):
        if all(abs(x - here) < _SLACK for x in there):
            return anchor, there
    return "", [line.rect.x for line in lines]


def _tracking(line: Line, font: str) -> float:
    """What was put between the letters, points; kerning, which few pairs have, is none of it."""
    if len(line.spans) < 2:
        return 0.0
    starts = [x for _, x in line.spans]
    steps = {start: after - start for start, after in pairwise(starts)}
    own = (steps[x] - advance(font, glyph) * line.size / EM for glyph, x, _ in line.glyphs if x in steps)
    return round(median(own), 2) + 0.0


@dataclass(frozen=True, slots=True)
class _Face:
    """What style sheets call a font: the name of its family, and its weight."""

    family: str
    weight: int


@lru_cache(maxsize=16)
def _face(file: str) -> _Face:
    with TTFont(file, lazy=True) as font:
        names = font["name"]
        family = next(name for name in map(names.getDebugName, _FAMILIES) if name)
        return _Face(family, font["OS/2"].usWeightClass)


def _number(value: float) -> str:
    return f"{round(value, 2) + 0.0:g}" if abs(value) < 10_000 else f"{value:.2f}"
