"""A frame and its targets, painted: the only file that makes a matplotlib Figure.

In: a `Job`, one frame in one theme. Out: the bytes of each of its files. The same job gives the same
bytes in every process, folder and time zone.
"""

from __future__ import annotations

import io
import re
from html import escape
from typing import Any

import matplotlib
import numpy
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from generator.layout.frame import Block, Item, Line, Shape
from generator.studio import Job
from generator.targets import SIZES, Target

# How far a Bézier's handles reach to draw a quarter of a circle.
_KAPPA = 0.5522847498

_SETTINGS: dict[str, Any] = {
    "text.hinting": "none",  # hinted glyphs are up to 20% wider or narrower than what was measured
    "text.parse_math": False,  # two dollar signs in a text are dollars
    "svg.fonttype": "path",  # an <img> cannot reach the page's fonts
    "pdf.fonttype": 42,  # text in a PDF can be selected and searched
    "path.simplify": False,
    "figure.dpi": 72,
}


def paint(job: Job) -> dict[Target, bytes]:
    """The bytes of every target of the job."""
    settings: Any = {**_SETTINGS, "svg.hashsalt": job.picture}
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(settings)
        painted = {target: _VECTOR[target.format](job) for target in job.targets if target.format in _VECTOR}
        return painted | _pngs(job, tuple(target for target in job.targets if target.format == "png"))


def _pngs(job: Job, targets: tuple[Target, ...]) -> dict[Target, bytes]:
    """Drawn once at the largest scale; smaller ones are averaged down, which is a third of the work of drawing."""
    if not targets:
        return {}
    largest = max(target.scale for target in targets)
    drawn = _raster(job, SIZES[targets[0].size].pixels * largest)
    painted = {}
    for target in targets:
        factor, rest = divmod(largest, target.scale)
        if rest:
            image = _raster(job, SIZES[target.size].pixels * target.scale)
        else:
            image = drawn.reduce(factor) if factor > 1 else drawn
        painted[target] = _png(image, job, 72 * SIZES[target.size].pixels * target.scale)
    return painted


def _raster(job: Job, pixels: int) -> Image.Image:
    canvas: Any = FigureCanvasAgg(_figure(job, pixels))
    canvas.draw()
    return Image.fromarray(numpy.ascontiguousarray(numpy.asarray(canvas.buffer_rgba())[:, :, :3]))


def _png(image: Image.Image, job: Job, dpi: int) -> bytes:
    texts = PngInfo()
    texts.add_itxt("Title", job.title, "en")
    texts.add_itxt("Description", job.description, "en")
    file = io.BytesIO()
    image.save(file, "PNG", pnginfo=texts, dpi=(dpi, dpi), compress_level=6)
    return file.getvalue()


def _pdf(job: Job) -> bytes:
    file = io.BytesIO()
    metadata = {"Title": job.title, "Subject": job.description}
    silent = dict.fromkeys(("Creator", "Producer", "CreationDate"))
    canvas: Any = FigureCanvasPdf(_figure(job, 1))
    canvas.print_pdf(file, metadata={**metadata, **silent})
    return file.getvalue()


def _svg(job: Job) -> bytes:
    """Matplotlib's drawing under a root of our own: a role, a title and a description instead of metadata."""
    file = io.StringIO()
    silent = dict.fromkeys(("Creator", "Date", "Format", "Type"))
    canvas: Any = FigureCanvasSVG(_figure(job, 1))
    canvas.print_svg(file, metadata=silent)
    body = file.getvalue()
    body = re.sub(r"<!--.*?-->\n?", "", body[body.index(">", body.index("<svg")) + 1 :], flags=re.DOTALL)
    body = re.sub(r"\n\s*", "\n", body).lstrip()
    width, height = (f"{side:g}" for side in (job.frame.width, job.frame.height))
    root = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="title desc">\n'
        f'<title id="title">{escape(job.title)}</title>\n<desc id="desc">{escape(job.description)}</desc>\n'
    )
    return (root + body).encode()


_VECTOR = {"svg": _svg, "pdf": _pdf}


def _figure(job: Job, pixels: int) -> Figure:
    figure = Figure(figsize=(job.frame.width / 72, job.frame.height / 72), dpi=72 * pixels, frameon=False)
    figure.add_artist(_Painting(job))
    return figure


class _Painting(Artist):
    """All items of a frame as one artist: matplotlib draws, nothing in it lays out."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.job = job
        self.fonts = {
            (line.weight, line.size): FontProperties(fname=job.fonts[line.weight], size=line.size)
            for line in job.frame.lines
        }

    def draw(self, renderer: Any) -> None:
        figure = self.get_figure(root=True)
        assert figure is not None
        pixels = figure.dpi / 72
        height = self.job.frame.height * pixels
        page = Affine2D().scale(pixels, -pixels).translate(0, height)
        for item in self.job.frame.items:
            if isinstance(item, Line):
                self._text(renderer, item, pixels, height)
            else:
                self._path(renderer, item, page)

    def _path(self, renderer: Any, item: Block | Shape, page: Affine2D) -> None:
        colours = self.job.colours
        gc = renderer.new_gc()
        gc.set_linewidth(item.stroke_width if item.stroke else 0)
        if item.stroke:
            gc.set_foreground(colours[item.stroke])
        if isinstance(item, Shape):
            if item.dash:
                gc.set_dashes(0, item.dash)
            gc.set_capstyle("round" if item.round_ends else "butt")
            gc.set_joinstyle("round")
        fill = matplotlib.colors.to_rgb(colours[item.fill]) if item.fill else None
        renderer.draw_path(gc, _outline(item), page, fill)
        gc.restore()

    def _text(self, renderer: Any, line: Line, pixels: float, height: float) -> None:
        gc = renderer.new_gc()
        gc.set_foreground(self.job.colours[line.colour])
        y = (line.rect.y + line.baseline) * pixels
        for text, x in line.clusters:
            place = (line.rect.x + x) * pixels, (y if renderer.flipy() else height - y)
            renderer.draw_text(gc, *place, text, self.fonts[line.weight, line.size], 0)
        gc.restore()


def _outline(item: Item) -> Path:
    if isinstance(item, Block):
        return _rounded(item) if any(item.radii) else _rectangle(item)
    assert isinstance(item, Shape)
    return _from_commands(item)


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
