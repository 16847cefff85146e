"""A frame and its targets, painted: the only file that makes a matplotlib Figure.

In: a `Job`, one frame in one theme. Out: the bytes of each of its files. The same job gives the same
bytes in every process, folder and time zone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from generator.layout import Format, Frame
from generator.painting import pdf, png, svg
from generator.painting.artist import FrameArtist
from generator.painting.job import Job
from generator.painting.target import Target, drawn_size

_SETTINGS: Any = {
    "text.hinting": "none",  # hinted glyphs are up to 20% wider or narrower than what was measured
    "text.parse_math": False,  # two dollar signs in a text are dollars
    "pdf.compression": 9,
    "pdf.fonttype": 42,  # text in a PDF can be selected and searched
    "ps.fonttype": 42,  # matplotlib cuts the fonts of a PDF into pieces of as many letters as this one may have
    "path.simplify": False,
    "figure.dpi": 72,
}


def paint(job: Job, *, threads: int = 2) -> dict[Target, bytes]:
    """The bytes of every target of the job.

    Compressing is half of the work and lets go of the interpreter: `threads` do it beside the next drawing. 0 where
    other processes keep the cores busy already.
    """
    with matplotlib.rc_context(), ThreadPoolExecutor(max(threads, 1)) as encoder:
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_SETTINGS)
        start = encoder.submit if threads else _at_once
        encoded = {target: start(encode) for target, encode in _pngs(job)}
        painted = {target: _VECTOR[target.format](job) for target in job.targets if target.format in _VECTOR}
        return painted | {target: future.result() for target, future in encoded.items()}


def _at_once(work: Callable[[], bytes]) -> Future[bytes]:
    done: Future[bytes] = Future()
    done.set_result(work())
    return done


def _pngs(job: Job) -> Iterator[tuple[Target, Callable[[], bytes]]]:
    """Every PNG drawn, with what is left to do.

    A drawing is made at the largest scale that is published and averaged down for smaller ones: a third of the work
    of drawing again, and the same bytes whichever files of a picture are made together.
    """
    texts = {"Title": job.title, "Description": job.description}
    raster = lru_cache(maxsize=1)(lambda pixels, clear: _raster(job, pixels, clear=clear))
    pngs = (target for target in job.targets if target.format == "png")
    # Files of one drawing follow each other: a second one beside it would be 32 MB more.
    for target in sorted(pngs, key=lambda target: (target.transparent, -target.scale)):
        factor, rest = divmod(target.finest, target.pixels)
        fine = raster(target.pixels if rest else target.finest, target.transparent)
        yield target, partial(_encode, job, fine, 1 if rest else factor, target, texts)


def _encode(job: Job, drawn: Image.Image, factor: int, target: Target, texts: dict[str, str]) -> bytes:
    image = drawn.reduce(factor) if factor > 1 else drawn
    frame = _without_ground(job.frame) if target.transparent else job.frame
    encode = png.encode_clear if target.transparent else png.encode
    return encode(image, png.palette(frame, job.colours, target.pixels), texts, pixels=target.pixels)


def _without_ground(frame: Frame) -> Frame:
    return Frame(frame.width, frame.height, frame.items[1:])


def _raster(job: Job, pixels: int, *, clear: bool = False) -> Image.Image:
    """The frame drawn with so many pixels a point; `clear` leaves out the ground, so that alpha remains."""
    frame = _without_ground(job.frame) if clear else job.frame
    width, height = drawn_size(frame.width, frame.height, pixels)
    figure = _figure(replace(job, frame=frame), "png", pixels)
    # Matplotlib rounds down: half a pixel keeps the noise of dividing and multiplying away from that.
    figure.set_size_inches((width + 0.5) / figure.dpi, (height + 0.5) / figure.dpi)
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    image = Image.frombuffer("RGBA", (width, height), canvas.buffer_rgba(), "raw", "RGBA", 0, 1)
    canvas.renderer = None  # 32 MB, and figure and canvas hold each other until somebody looks for garbage
    return image if clear else image.convert("RGB")


def _pdf(job: Job) -> bytes:
    return pdf.written(job, _figure(job, "pdf").draw)


_VECTOR = {"svg": svg.written, "pdf": _pdf}


def _figure(job: Job, form: Format, pixels: int = 1) -> Figure:
    figure = Figure(figsize=(job.frame.width / 72, job.frame.height / 72), dpi=72 * pixels, frameon=False)
    figure.add_artist(FrameArtist(job, form))
    return figure
