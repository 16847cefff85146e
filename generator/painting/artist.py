"""All items of a frame as one matplotlib artist: it draws, nothing in it lays out.

In: a `Job` and, from matplotlib, a renderer. Out: marks on the renderer. PNG and SVG get glyphs as
outlines at the places that HarfBuzz measured; PDF gets text, so that it can be selected and searched.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import Any, cast

import numpy
from matplotlib.artist import Artist
from matplotlib.colors import to_rgb
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from generator.layout import Block, Format, Line, Shape, Spot
from generator.painting import pdf
from generator.painting.job import Job

# How far a Bézier's handles reach to draw a quarter of a circle.
_KAPPA = 0.5522847498
# From so many pixels a point on, letters stand on whole pixels: nobody sees the eighth of a point, and equal letters
# become equal pixels, which compress to a quarter less.
_FINE = 4.0
# Glyph outlines are kept at this many units an em; whole numbers keep an SVG small.
_EM = 2048


class FrameArtist(Artist):
    """A frame, drawn in order, for one format."""

    def __init__(self, job: Job, form: Format) -> None:
        super().__init__()
        self.job, self.form = job, form
        self._defined: set[str] = set()
        self.fine = 0.0

    def draw(self, renderer: Any) -> None:
        """Draw every item. Called by matplotlib."""
        figure = self.get_figure(root=True)
        assert figure is not None
        pixels = figure.dpi / 72
        self.fine = pixels if pixels >= _FINE else 0.0
        page = Affine2D().scale(pixels, -pixels).translate(0, self.job.frame.height * pixels)
        items = (item for item in self.job.frame.items if not isinstance(item, Spot))
        if self.form == "pdf":
            self._draw_tagged(renderer, items, page)
            return
        for item in items:
            if not isinstance(item, Line):
                self._draw_shape(renderer, item, page)
            elif self.form == "png":
                self._draw_outlines(renderer, item, page)
            else:
                self._draw_symbols(renderer, item)

    def _draw_tagged(self, renderer: Any, items: Iterable[Block | Shape | Line], page: Affine2D) -> None:
        """Lines that share a room are one text, and what stands between texts belongs to the picture."""
        for room, part in groupby(items, key=lambda item: item.room if isinstance(item, Line) else None):
            with renderer.file.marked(text=room is not None):
                for item in part:
                    if isinstance(item, Line):
                        self._draw_text(renderer, item)
                    else:
                        self._draw_shape(renderer, item, page)

    def _draw_shape(self, renderer: Any, item: Block | Shape, page: Affine2D) -> None:
        gc = renderer.new_gc()
        gc.set_linewidth(item.stroke_width if item.stroke else 0)
        if item.stroke:
            gc.set_foreground(self.job.colours[item.stroke])
        if isinstance(item, Shape):
            if item.dash:
                gc.set_dashes(0, item.dash)
            gc.set_capstyle("round" if item.round_ends else "butt")
        if isinstance(item, Shape) or any(item.radii):
            # Where two rounded corners meet, the side between them has no length, and a pointed join would be a spike.
            gc.set_joinstyle("round")
        fill = to_rgb(self.job.colours[item.fill]) if item.fill else None
        renderer.draw_path(gc, _path(item), page, fill)
        gc.restore()

    def _draw_outlines(self, renderer: Any, line: Line, page: Affine2D) -> None:
        """The whole line as one path: glyphs stand where they were measured, to a fraction of a pixel."""
        if not line.glyphs:
            return
        font, scale = self.job.fonts[line.weight], line.size / _EM
        start = numpy.array((line.rect.x, line.rect.y + line.baseline))
        flip = numpy.array((scale, -scale))
        places = start + numpy.array([(x, -y) for _, x, y in line.glyphs])
        if self.fine:
            places = numpy.round(places * self.fine) / self.fine
        paths = [_glyph(font, glyph) for glyph, _, _ in line.glyphs]
        points = [numpy.asarray(path.vertices) * flip + place for path, place in zip(paths, places, strict=True)]
        codes = [numpy.asarray(path.codes) for path in paths]
        gc = renderer.new_gc()
        gc.set_linewidth(0)
        gc.set_snap(False)
        whole = Path(numpy.concatenate(points), numpy.concatenate(codes))
        renderer.draw_path(gc, whole, page, to_rgb(self.job.colours[line.colour]))
        gc.restore()

    def _draw_symbols(self, renderer: Any, line: Line) -> None:
        """Each glyph's outline is defined once in a file and used wherever it stands."""
        writer, font, scale = renderer.writer, self.job.fonts[line.weight], line.size / _EM
        names = [(f"{line.weight}-{glyph}", glyph, x / scale, -y / scale) for glyph, x, y in line.glyphs]
        new = {name: glyph for name, glyph, _, _ in names if name not in self._defined}
        if new:
            self._defined |= set(new)
            writer.start("defs")
            for name, glyph in new.items():
                writer.element("path", id=name, d=_path_data(_glyph(font, glyph)))
            writer.end("defs")
        place = f"translate({line.rect.x:g} {line.rect.y + line.baseline:g}) scale({scale:.6g})"
        writer.start("g", fill=self.job.colours[line.colour], transform=place)
        for name, _, x, y in names:
            down = {"y": f"{y:.0f}"} if y else {}
            writer.element("use", attrib={"xlink:href": f"#{name}", "x": f"{x:.0f}", **down})
        writer.end("g")

    def _draw_text(self, renderer: Any, line: Line) -> None:
        gc = renderer.new_gc()
        gc.set_foreground(self.job.colours[line.colour])
        pdf.draw_line(
            renderer, gc, line, self.job.fonts[line.weight], self.job.frame.height - line.rect.y - line.baseline
        )
        gc.restore()


@lru_cache(maxsize=4096)
def _glyph(font: str, glyph: int) -> Path:
    """A glyph's outline, y up, `_EM` units an em."""
    face = _face(font)
    face.load_glyph(cast("Any", glyph), flags=LoadFlags.NO_HINTING)
    vertices, codes = face.get_path()
    return Path(vertices, codes)


@lru_cache(maxsize=16)
def _face(font: str) -> FT2Font:
    face = FT2Font(font)
    face.set_size(_EM, 72)
    return face


def _path_data(path: Path) -> str:
    """SVG path data of a glyph, y down."""
    letters = {int(Path.MOVETO): "M", int(Path.LINETO): "L", int(Path.CURVE3): "Q", int(Path.CURVE4): "C"}
    parts = []
    for points, code in path.iter_segments(simplify=False):
        if code == Path.CLOSEPOLY:
            parts.append("Z")
            continue
        pairs = points.reshape(-1, 2)
        parts.append(letters[int(code)] + " ".join(f"{x:.0f} {-y:.0f}" for x, y in pairs))
    return "".join(parts)


def _path(item: Block | Shape) -> Path:
    if isinstance(item, Shape):
        return _from_commands(item)
    return _rounded(item) if any(item.radii) else _rectangle(item)


def _rectangle(block: Block) -> Path:
    rect = block.rect
    x0, y0, x1, y1 = rect.x, rect.y, rect.right, rect.bottom
    return Path([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], closed=True)


def _rounded(block: Block) -> Path:
    rect = block.rect
    tl, tr, br, bl = (min(radius, rect.width / 2, rect.height / 2) for radius in block.radii)
    x0, y0, x1, y1, k = rect.x, rect.y, rect.right, rect.bottom, 1 - _KAPPA
    points = [
        [(x0 + tl, y0)],
        [(x1 - tr, y0)],
        [(x1 - tr * k, y0), (x1, y0 + tr * k), (x1, y0 + tr)],
        [(x1, y1 - br)],
        [(x1, y1 - br * k), (x1 - br * k, y1), (x1 - br, y1)],
        [(x0 + bl, y1)],
        [(x0 + bl * k, y1), (x0, y1 - bl * k), (x0, y1 - bl)],
        [(x0, y0 + tl)],
        [(x0, y0 + tl * k), (x0 + tl * k, y0), (x0 + tl, y0)],
        [(x0, y0)],
    ]
    line, curve = int(Path.LINETO), int(Path.CURVE4)
    codes = [int(Path.MOVETO), *([line] + [curve] * 3) * 4, int(Path.CLOSEPOLY)]
    return Path([point for group in points for point in group], codes)


_CODES = {"M": [Path.MOVETO], "L": [Path.LINETO], "Q": [Path.CURVE3] * 2, "C": [Path.CURVE4] * 3, "Z": [Path.CLOSEPOLY]}


def _from_commands(shape: Shape) -> Path:
    points: list[tuple[float, float]] = []
    codes: list[int] = []
    dx, dy = shape.rect.x, shape.rect.y
    for letter, values in shape.commands:
        pairs = list(zip(values[::2], values[1::2], strict=True)) or [(0.0, 0.0)]
        points += [(x + dx, y + dy) for x, y in pairs]
        codes += [int(code) for code in _CODES[letter]]
    return Path(points, codes)
