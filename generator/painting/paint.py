"""A frame and its targets, painted.

In: a `Job`, one frame in one theme. Out: the bytes of each of its files. The same job gives the same
bytes in every process, folder and time zone.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from functools import partial
from typing import Any

import matplotlib
from PIL import Image

from generator.painting import palette, pdf, png, raster, svg, svg_text
from generator.painting.job import Job
from generator.painting.target import Target

_SETTINGS: Any = {
    "pdf.compression": 9,
    "pdf.fonttype": 42,  # text in a PDF can be selected and searched
    "ps.fonttype": 42,  # matplotlib cuts the fonts of a PDF into pieces of as many letters as this one may have
    "path.simplify": False,
}


def paint(job: Job, *, beside: bool = True) -> dict[Target, bytes]:
    """The bytes of every target of the job.

    Half of the work is on pixels and lets go of the interpreter, so it goes on beside the next drawing; not where other
    processes keep the cores busy already.
    """
    with matplotlib.rc_context(), _in_turns() if beside else nullcontext(), ThreadPoolExecutor(1) as second:
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_SETTINGS)
        start: _Start = second.submit if beside else _at_once
        encoded = {target: (encode, start(encode)) for target, encode in _pngs(job, start)}
        painted = {
            target: _VECTOR[target.format, target.editable](job) for target in job.targets if target.format != "png"
        }
        # What the second thread has not begun by now is done here, from the end.
        for target, (encode, future) in reversed(encoded.items()):
            painted[target] = encode() if future.cancel() else future.result()
        return painted


_Start = Callable[[Callable[[], Any]], "Future[Any]"]


def _at_once(work: Callable[[], Any]) -> Future[Any]:
    done: Future[Any] = Future()
    done.set_result(work())
    return done


@contextmanager
def _in_turns() -> Iterator[None]:
    """Steps on a strip take a millisecond, so a thread must not wait five of them for the interpreter."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(before / 50)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def _pngs(job: Job, start: _Start) -> Iterator[tuple[Target, Callable[[], bytes]]]:
    """Every PNG drawn, with what is left to do.

    A drawing is made at the largest scale that is published and averaged down for smaller ones: a third of the work
    of drawing again, and the same bytes whichever files of a picture are made together.
    """
    pngs = sorted((target for target in job.targets if target.format == "png"), key=lambda target: -target.pixels)
    for pixels, clear in dict.fromkeys((target.drawn_pixels, target.transparent) for target in pngs):
        group = [target for target in pngs if (target.drawn_pixels, target.transparent) == (pixels, clear)]
        frame = raster.without_ground(job.frame) if clear else job.frame
        neighbours = palette.neighbours(frame, job.colours)
        pictures = {target: _picture(job, target, neighbours) for target in group}
        strips = raster.strips(job, frame, pixels, clear=clear)
        added = [start(partial(_add, pictures, pixels, top, strip)) for top, strip in strips]
        yield from ((target, partial(_finished, picture, added)) for target, picture in pictures.items())


def _picture(job: Job, target: Target, neighbours: Mapping[palette.Pair, float]) -> png.Picture:
    kind = png.Clear if target.transparent else png.Opaque
    size = target.pixel_size(job.frame.width, job.frame.height)
    colours = palette.palette(neighbours, target.pixels)
    return kind(size, colours, {"Title": job.title, "Description": job.description}, target.pixels)


def _add(pictures: Mapping[Target, png.Picture], pixels: int, top: int, strip: Image.Image) -> None:
    for target, picture in pictures.items():
        factor = pixels // target.pixels
        picture.add(top // factor, strip.reduce(factor) if factor > 1 else strip)


def _finished(picture: png.Picture, added: Sequence[Future[None]]) -> bytes:
    for strip in added:
        strip.result()
    return picture.file()


# By format and whether it is to be edited.
_VECTOR = {("svg", False): svg.written, ("svg", True): svg_text.written, ("pdf", False): pdf.written}
