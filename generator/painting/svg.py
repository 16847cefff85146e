"""An SVG file: shapes as paths, texts as outlines of glyphs; what stands in it again is defined once.

In: a `Job`. Out: the file. It is written here and not by matplotlib, whose strings are a third longer and take five
times as long to make.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape
from string import ascii_letters

from generator.layout import Block, Command, Line, Shape, Spot
from generator.painting.job import Job
from generator.painting.outlines import EM, commands, glyph_commands

# Parts of a point that coordinates are counted in: a twenty-fifth of a pixel of the largest PNG.
PARTS = 100
# To define an outline and to use it takes more than to repeat one that is as short.
_SHORT = 30
_SPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'

_ROOT = 'role="img" aria-labelledby="title desc" stroke-linejoin="round"'


def written(job: Job) -> bytes:
    """The file: a role, a title and a description, then what is drawn, in order."""
    items = [item for item in job.frame.items if not isinstance(item, Spot)]
    outlines = _Outlines(_from_corner(item.commands) for item in items if isinstance(item, Shape))
    drawn = [outlines.line(item, job) if isinstance(item, Line) else outlines.shape(item, job) for item in items]
    width, height = (f"{side:g}" for side in (job.frame.width, job.frame.height))
    parts = [
        f'<svg {_SPACES} width="{width}" height="{height}" viewBox="0 0 {width} {height}" {_ROOT}>',
        f'<title id="title">{escape(job.title)}</title>',
        f'<desc id="desc">{escape(job.description)}</desc>',
        *outlines.definitions(),
        *drawn,
        "</svg>\n",
    ]
    return "\n".join(parts).encode()


class _Outlines:
    """Outlines that a file uses more than once, by the names that they have in it: glyphs, icons, dots."""

    def __init__(self, shapes: Iterable[str]) -> None:
        self._repeated = {data for data, count in Counter(shapes).items() if count > 1 and len(data) > _SHORT}
        self._names: dict[str, str] = {}

    def line(self, line: Line, job: Job) -> str:
        font, scale = job.fonts[line.weight], line.size / EM
        place = f"translate({round(line.rect.x, 2):g} {round(line.rect.y + line.baseline, 2):g})scale({scale:.6g})"
        uses = "".join(
            self._use(_glyph(font, glyph), round(x / scale), round(-y / scale)) for glyph, x, y in line.glyphs
        )
        return f'<g fill="{job.colours[line.colour]}" transform="{place}">{uses}</g>'

    def shape(self, item: Block | Shape, job: Job) -> str:
        looks = "".join(f' {name}="{value}"' for name, value in _looks(item, job))
        data = _from_corner(item.commands) if isinstance(item, Shape) else ""
        if data in self._repeated:
            return self._use(data, round(item.rect.x, 2), round(item.rect.y, 2), looks)
        return f'<path d="{path_data(commands(item), PARTS)}"{looks}/>'

    def _use(self, data: str, x: float, y: float, looks: str = "") -> str:
        name = self._names.setdefault(data, _name(len(self._names)))
        place = "".join(f' {axis}="{value:g}"' for axis, value in (("x", x), ("y", y)) if value)
        return f'<use xlink:href="#{name}"{place}{looks}/>'

    def definitions(self) -> Iterator[str]:
        if self._names:
            yield "<defs>"
            yield from (f'<path id="{name}" d="{data}"/>' for data, name in self._names.items())
            yield "</defs>"


def _name(number: int) -> str:
    """`a` to `Z`, then `aa` and so on."""
    more, last = divmod(number, len(ascii_letters))
    return (_name(more - 1) if more else "") + ascii_letters[last]


@lru_cache(maxsize=4096)
def _glyph(font: str, glyph: int) -> str:
    return path_data(glyph_commands(font, glyph), 1)


@lru_cache(maxsize=4096)
def _from_corner(path: tuple[Command, ...]) -> str:
    """Path data of a shape, from the corner of its box; icons stand in many pictures."""
    return path_data(path, PARTS)


def _looks(item: Block | Shape, job: Job) -> Iterator[tuple[str, str]]:
    yield "fill", job.colours[item.fill] if item.fill else "none"
    if item.stroke:
        yield "stroke", job.colours[item.stroke]
        yield "stroke-width", f"{item.stroke_width:g}"
        if isinstance(item, Shape) and item.dash:
            yield "stroke-dasharray", " ".join(f"{length:g}" for length in item.dash)
        if isinstance(item, Shape) and item.round_ends:
            yield "stroke-linecap", "round"


def path_data(path: Iterable[Command], parts: int) -> str:
    """Path data in which each point is told by its way from the last one, in so many parts of a unit.

    Places are rounded before ways are taken, so that no error adds up.
    """
    said: list[str] = []
    x = y = x0 = y0 = 0
    letter_before = ""
    for letter, values in path:
        if letter == "Z":
            said.append("z")
            x, y, letter_before = x0, y0, "z"
            continue
        places = [round(value * parts) for value in values]
        ways = [place - (y if index % 2 else x) for index, place in enumerate(places)]
        name, ways = _shorter(letter, ways)
        numbers = _joined(ways, parts)
        glue = " " if name == letter_before and not numbers.startswith("-") else ""
        said.append(glue + numbers if name == letter_before != "m" else name + numbers)
        x, y, letter_before = places[-2], places[-1], name
        if letter == "M":
            x0, y0 = x, y
    return "".join(said)


def _shorter(letter: str, ways: list[int]) -> tuple[str, list[int]]:
    """A level or an upright line needs one number."""
    if letter == "L" and not ways[1]:
        return "h", ways[:1]
    if letter == "L" and not ways[0]:
        return "v", ways[1:]
    return letter.lower(), ways


def _joined(ways: list[int], parts: int) -> str:
    """Numbers with no more between them than tells them apart."""
    texts = [_number(way, parts) for way in ways]
    return texts[0] + "".join(text if text.startswith("-") else f" {text}" for text in texts[1:])


def _number(value: int, parts: int) -> str:
    if value % parts == 0:
        return str(value // parts)
    return f"{value / parts:g}".replace("0.", ".", 1) if abs(value) < parts else f"{value / parts:.10g}"
