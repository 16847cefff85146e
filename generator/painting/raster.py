"""The pixels of a frame, drawn by matplotlib's Agg in strips: a whole slide at twice its size would be 33 MB.

In: a `Job` and how many pixels a point has. Out: strips from top to bottom. Glyphs are outlines at the places that
HarfBuzz measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy
from matplotlib.backends import backend_agg
from matplotlib.colors import to_rgb
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from PIL import Image

from generator.layout import Block, Frame, Line, Shape, Spot
from generator.painting import outlines, shapes
from generator.painting.job import Job
from generator.painting.outlines import EM
from generator.painting.target import drawn_size

_matplotlib: Any = backend_agg  # it has no types
# Rows of pixels. Whatever a drawing is averaged down by divides it.
STRIP = 240
# Letters stand on parts of a point that are whole pixels where it has as many: nobody sees the eighth of a point, and
# equal letters become equal pixels, which compress to a quarter less.
_PARTS = 4
# Agg cuts a line without a fill where the canvas ends, and begins its dashes anew there; a strip's end must not show.
# So it gets a fill of less than one of 255 steps of alpha.
_UNSEEN = (0.0, 0.0, 0.0, 1e-6)


def strips(job: Job, frame: Frame, pixels: int, *, clear: bool = False) -> Iterator[tuple[int, Image.Image]]:
    """The first row of each strip of the job's frame, and its picture: RGB, or RGBA of a frame without ground."""
    width, height = drawn_size(frame.width, frame.height, pixels)
    renderer = _matplotlib.RendererAgg(width, min(STRIP, height), 72 * pixels)
    marks = [_mark(item, job) for item in frame.items if not isinstance(item, Spot) and not _blank(item)]
    for top in range(0, height, STRIP):
        renderer.clear()
        # Agg counts from the lower edge, a frame from the upper one.
        page = Affine2D().scale(pixels, -pixels).translate(0, top + renderer.height)
        for mark in marks:
            if mark.top * pixels < top + renderer.height and mark.bottom * pixels > top:
                _draw(renderer, mark, job, page)
        size = (width, min(STRIP, height - top))
        drawn = Image.frombuffer("RGBA", size, renderer.buffer_rgba(), "raw", "RGBA", 0, 1)
        yield top, drawn.copy() if clear else drawn.convert("RGB")


def without_ground(frame: Frame) -> Frame:
    """The frame with nothing behind it."""
    return Frame(frame.width, frame.height, frame.items[1:])


def _blank(item: Block | Shape | Line) -> bool:
    return isinstance(item, Line) and not item.glyphs


class _Mark(NamedTuple):
    """An item with its outline, and the heights in points between which it is drawn."""

    item: Block | Shape | Line
    path: Path
    top: float
    bottom: float


def _mark(item: Block | Shape | Line, job: Job) -> _Mark:
    path = _letters(item, job.fonts[item.weight]) if isinstance(item, Line) else shapes.path(item)
    heights = numpy.asarray(path.vertices)[path.codes != Path.CLOSEPOLY, 1]
    beyond = 1.0 if isinstance(item, Line) else 1.0 + item.stroke_width
    return _Mark(item, path, heights.min() - beyond, heights.max() + beyond)


def _letters(line: Line, font: str) -> Path:
    """The whole line as one path: glyphs stand where they were measured, to a fraction of a pixel."""
    scale = line.size / EM
    start = numpy.array((line.rect.x, line.rect.y + line.baseline))
    places = start + numpy.array([(x, -y) for _, x, y in line.glyphs])
    places = numpy.round(places * _PARTS) / _PARTS
    paths = [outlines.glyph(font, glyph) for glyph, _, _ in line.glyphs]
    points = numpy.concatenate([path.vertices for path in paths]) * (scale, -scale)
    points += numpy.repeat(places, [len(path) for path in paths], axis=0)
    return Path(points, numpy.concatenate([path.codes for path in paths]))


def _draw(renderer: Any, mark: _Mark, job: Job, page: Affine2D) -> None:
    item = mark.item
    if isinstance(item, Line):
        gc = renderer.new_gc()
        gc.set_linewidth(0)
        gc.set_snap(False)
        fill: tuple[float, ...] = to_rgb(job.colours[item.colour])
    else:
        gc = shapes.pen(renderer, item, job.colours)
        fill = shapes.fill(item, job.colours) or _UNSEEN
    renderer.draw_path(gc, mark.path, page, fill)
    gc.restore()
