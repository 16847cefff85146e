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
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from PIL import Image

from generator import png
from generator.ink import Ink
from generator.job import Job
from generator.targets import SIZES, Format, Target

_SETTINGS: dict[str, Any] = {
    "text.hinting": "none",  # hinted glyphs are up to 20% wider or narrower than what was measured
    "text.parse_math": False,  # two dollar signs in a text are dollars
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
    palette = png.palette(job.frame, job.colours)
    texts = {"Title": job.title, "Description": job.description}
    painted = {}
    for target in targets:
        pixels = SIZES[target.size].pixels * target.scale
        factor, rest = divmod(largest, target.scale)
        image = _raster(job, pixels) if rest else drawn.reduce(factor) if factor > 1 else drawn
        painted[target] = png.encode(image, palette, texts, dots_per_inch=72 * pixels)
    return painted


def _raster(job: Job, pixels: int) -> Image.Image:
    """The frame drawn with so many pixels a point, opaque."""
    canvas: Any = FigureCanvasAgg(_figure(job, "png", pixels))
    canvas.draw()
    size = canvas.get_width_height(physical=True)
    return Image.frombuffer("RGBA", size, canvas.buffer_rgba(), "raw", "RGBA", 0, 1).convert("RGB")


def _pdf(job: Job) -> bytes:
    file = io.BytesIO()
    metadata = {"Title": job.title, "Subject": job.description}
    silent = dict.fromkeys(("Creator", "Producer", "CreationDate"))
    canvas: Any = FigureCanvasPdf(_figure(job, "pdf"))
    canvas.print_pdf(file, metadata={**metadata, **silent})
    return file.getvalue()


def _svg(job: Job) -> bytes:
    """Matplotlib's drawing under a root of our own: a role, a title and a description instead of metadata."""
    file = io.StringIO()
    silent = dict.fromkeys(("Creator", "Date", "Format", "Type"))
    canvas: Any = FigureCanvasSVG(_figure(job, "svg"))
    canvas.print_svg(file, metadata=silent)
    body = file.getvalue()
    body = body[body.index(">", body.index("<svg")) + 1 :]
    body = re.sub(r"\n\s*", "\n", body).lstrip()
    width, height = (f"{side:g}" for side in (job.frame.width, job.frame.height))
    root = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="title desc">\n'
        f'<title id="title">{escape(job.title)}</title>\n<desc id="desc">{escape(job.description)}</desc>\n'
    )
    return (root + body).encode()


_VECTOR = {"svg": _svg, "pdf": _pdf}


def _figure(job: Job, form: Format, pixels: int = 1) -> Figure:
    figure = Figure(figsize=(job.frame.width / 72, job.frame.height / 72), dpi=72 * pixels, frameon=False)
    figure.add_artist(Ink(job, form))
    return figure
