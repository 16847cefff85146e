"""A drawing in strips is the drawing: no line, dash, curve or letter shows where one ends."""

from __future__ import annotations

from collections.abc import Callable

import numpy
import pytest
from projects import BRAND

from generator.brand.typography import Style, Weight
from generator.infographics.parts.marks import disc, line
from generator.layout.frame import Block, Frame, Inset, Rect
from generator.layout.leaves import Icon, Text
from generator.layout.text import Fonts
from generator.model import colour_values
from generator.model.schema.model import Model
from generator.painting import raster
from generator.painting.job import Job

PIXELS = 4
HEIGHT = 3 * raster.STRIP / PIXELS + 0.7
SEAM = raster.STRIP / PIXELS
# Where lines begin, how far they lean, how thick they are, and whether they are dotted.
SLANTED = ((90, 0, 1, "dotted"), (110, 0, 6, None), (130, 70, 6, None), (230, 40, 2, "dotted"))


@pytest.fixture
def job(model: Model) -> Job:
    """Marks across the end of a strip, of every sort that there is."""
    fonts = Fonts(BRAND)
    words = Text("Across", Style(30.0, Weight.EXTRABOLD), fonts).layout(200.0)
    items = (
        Block(Rect(0.0, 0.0, 400.0, HEIGHT), "ground"),
        Block(Rect(10.0, 10.0, 60.0, HEIGHT - 20), "card", "line", 1.5, (8.0,) * 4),
        *(
            line(x, 5.3, x + lean, HEIGHT - 9, colour="ink", width=width, marker=marker)
            for x, lean, width, marker in SLANTED
        ),
        disc(330.0, SEAM + 3.1, 20.0, fill="teal.solid", stroke="ink", width=3.0),
        Inset(words, 270.0, 2 * SEAM - 20.0),
        Inset(Icon("material/handshake", 40.0, "teal.solid").layout(40.0), 20.0, SEAM - 17.0),
    )
    colours = colour_values(model.palette, "light")
    files = {weight: str(path) for weight, path in fonts.files.items()}
    return Job("a-picture", "A title", "What it shows", Frame(400.0, HEIGHT, items), colours, files, ())


@pytest.fixture
def drawn(job: Job, monkeypatch: pytest.MonkeyPatch) -> Callable[..., numpy.ndarray]:
    """`drawn(rows, clear)`: the picture made of strips of so many rows, colours times alpha."""

    def make(rows: int, *, clear: bool) -> numpy.ndarray:
        monkeypatch.setattr(raster, "STRIP", rows)
        found = numpy.concatenate(
            [numpy.array(strip) for _, strip in raster.strips(job, job.frame, PIXELS, clear=clear)]
        )
        return found * (found[..., 3:] / 255) if clear else found.astype(float)

    return make


@pytest.mark.parametrize("clear", [False, True])
def test_no_end_of_a_strip_can_be_seen(drawn: Callable[..., numpy.ndarray], clear: bool) -> None:
    whole, parts = drawn(10_000, clear=clear), drawn(raster.STRIP, clear=clear)
    assert whole.shape == parts.shape == (int(HEIGHT * PIXELS), 1600, 4 if clear else 3)
    assert len(numpy.unique(whole @ (1, 256, 65536, 0)[: whole.shape[2]])) > 20
    # Agg counts places in 256ths of a pixel, so an edge may be lighter or darker by a step or two.
    assert numpy.abs(whole - parts).max() <= 2


def test_a_strip_begins_at_its_row(job: Job) -> None:
    tops, heights = zip(*((top, strip.height) for top, strip in raster.strips(job, job.frame, PIXELS)), strict=True)
    assert tops == (0, raster.STRIP, 2 * raster.STRIP, 3 * raster.STRIP)
    assert heights == (raster.STRIP,) * 3 + (2,)
