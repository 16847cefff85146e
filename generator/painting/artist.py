"""All items of a frame as one matplotlib artist: it draws, nothing in it lays out.

In: a `Job` and, from matplotlib, a renderer. Out: marks on the renderer. PNG gets glyphs as outlines at the places that
HarfBuzz measured; PDF gets text, so that it can be selected and searched.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

import numpy
from matplotlib.artist import Artist
from matplotlib.colors import to_rgb
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from generator.layout import Block, Format, Line, Shape, Spot
from generator.painting import outlines, pdf
from generator.painting.job import Job
from generator.painting.outlines import EM

# Letters stand on parts of a point that are whole pixels where it has as many: nobody sees the eighth of a point, and
# equal letters become equal pixels, which compress to a quarter less.
_PARTS = 4


class FrameArtist(Artist):
    """A frame, drawn in order, for one format."""

    def __init__(self, job: Job, form: Format) -> None:
        super().__init__()
        self.job, self.form = job, form

    def draw(self, renderer: Any) -> None:
        """Draw every item. Called by matplotlib."""
        figure = self.get_figure(root=True)
        assert figure is not None
        pixels = figure.dpi / 72
        page = Affine2D().scale(pixels, -pixels).translate(0, self.job.frame.height * pixels)
        items = (item for item in self.job.frame.items if not isinstance(item, Spot))
        if self.form == "pdf":
            self._draw_tagged(renderer, items, page)
            return
        for item in items:
            if not isinstance(item, Line):
                self._draw_shape(renderer, item, page)
            else:
                self._draw_outlines(renderer, item, page)

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
        font, scale = self.job.fonts[line.weight], line.size / EM
        start = numpy.array((line.rect.x, line.rect.y + line.baseline))
        flip = numpy.array((scale, -scale))
        places = start + numpy.array([(x, -y) for _, x, y in line.glyphs])
        places = numpy.round(places * _PARTS) / _PARTS
        paths = [outlines.glyph(font, glyph) for glyph, _, _ in line.glyphs]
        points = [numpy.asarray(path.vertices) * flip + place for path, place in zip(paths, places, strict=True)]
        codes = [numpy.asarray(path.codes) for path in paths]
        gc = renderer.new_gc()
        gc.set_linewidth(0)
        gc.set_snap(False)
        whole = Path(numpy.concatenate(points), numpy.concatenate(codes))
        renderer.draw_path(gc, whole, page, to_rgb(self.job.colours[line.colour]))
        gc.restore()

    def _draw_text(self, renderer: Any, line: Line) -> None:
        gc = renderer.new_gc()
        gc.set_foreground(self.job.colours[line.colour])
        pdf.draw_line(
            renderer, gc, line, self.job.fonts[line.weight], self.job.frame.height - line.rect.y - line.baseline
        )
        gc.restore()


_CODES = {"M": [Path.MOVETO], "L": [Path.LINETO], "Q": [Path.CURVE3] * 2, "C": [Path.CURVE4] * 3, "Z": [Path.CLOSEPOLY]}


def _path(item: Block | Shape) -> Path:
    points: list[tuple[float, ...]] = []
    codes: list[int] = []
    for letter, values in outlines.commands(item):
        points += zip(values[::2], values[1::2], strict=True) if values else [(0.0, 0.0)]
        codes += [int(code) for code in _CODES[letter]]
    return Path(points, codes)
