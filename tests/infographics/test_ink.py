"""What is painted is what was measured: the ink of every text stays in its rectangle, at every resolution.

Each text is looked at in one resolution, its neighbours in the others; `make endurance` looks at each in all.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import matplotlib
import numpy
import pytest
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties
from PIL import Image
from projects import BRAND

from generator.layout.frame import Block, Frame, Line, Rect
from generator.layout.text import Fonts
from generator.painting.job import Job
from generator.painting.paint import paint
from generator.painting.target import Target
from infographics.conftest import Shown

GAP = 8.0
# A size of one pixel a point at scale 1: 72, 144 and 288 dpi.
TARGETS = {
    72: Target("page", "light", "png", 1),
    144: Target("page", "light", "png", 2),
    288: Target("page", "light", "png", 4),
}


@pytest.fixture
def lines(flagship: tuple[Shown, ...]) -> tuple[Line, ...]:
    """Every text of a kind's pictures, each look once, in the order of their widths."""
    found: dict[Any, Line] = {}
    for picture in flagship:
        for line in picture.frame.lines:
            found.setdefault((line.text, line.size, line.weight), line)
    return tuple(sorted(found.values(), key=lambda line: line.rect.width))


def share(lines: tuple[Line, ...], dpi: int) -> tuple[Line, ...]:
    """A third of the lines, another one for each resolution."""
    return lines[list(TARGETS).index(dpi) :: len(TARGETS)]


@dataclass(frozen=True)
class Sheet:
    """Lines below each other on white, far enough apart that none can reach another."""

    lines: tuple[Line, ...]
    width: float
    height: float


def sheets(lines: tuple[Line, ...]) -> Iterator[Sheet]:
    for start in range(0, len(lines), 120):
        group = lines[start : start + 120]
        y, placed = GAP, []
        for line in group:
            placed.append(replace(line, rect=replace(line.rect, x=GAP, y=y), colour="ink"))
            y = round(y + line.rect.height + GAP, 3)
        yield Sheet(tuple(placed), round(2 * GAP + group[-1].rect.width), round(y))


def job(sheet: Sheet, target: Target) -> Job:
    ground = Block(Rect(0.0, 0.0, sheet.width, sheet.height), fill="ground")
    fonts = {weight: str(path) for weight, path in Fonts(BRAND).files.items()}
    colours = {"ground": "#FFFFFF", "ink": "#000000"}
    return Job("sheet", "", "", Frame(sheet.width, sheet.height, (ground, *sheet.lines)), colours, fonts, (target,))


@pytest.mark.parametrize("dpi", TARGETS)
def test_every_text_is_painted_where_it_was_measured(lines: tuple[Line, ...], dpi: int) -> None:
    check_ink(share(lines, dpi), dpi)


@pytest.mark.endurance
@pytest.mark.parametrize("dpi", TARGETS)
def test_every_text_is_painted_alike_in_every_resolution(lines: tuple[Line, ...], dpi: int) -> None:
    check_ink(lines, dpi)
    check_widths(lines, dpi)


def check_ink(lines: tuple[Line, ...], dpi: int) -> None:
    target, pixels = TARGETS[dpi], dpi / 72
    for sheet in sheets(lines):
        image = Image.open(io.BytesIO(paint(job(sheet, target))[target]))
        ink = numpy.asarray(image.convert("L")) < 250
        for line in sheet.lines:
            top, bottom = round((line.rect.y - GAP / 2) * pixels), round((line.rect.bottom + GAP / 2) * pixels)
            rows = ink[top:bottom]
            ys, xs = numpy.flatnonzero(rows.any(axis=1)), numpy.flatnonzero(rows.any(axis=0))
            assert ys.size, line.text
            assert ys[0] + top >= line.rect.y * pixels - 1, line.text
            assert ys[-1] + 1 + top <= line.rect.bottom * pixels + 1, line.text
            assert xs[0] >= line.rect.x * pixels - 1, line.text
            assert xs[-1] + 1 <= line.rect.right * pixels + 1, line.text


@pytest.mark.parametrize("dpi", TARGETS)
def test_text_that_stays_text_is_as_wide_as_it_was_measured(lines: tuple[Line, ...], dpi: int) -> None:
    """By matplotlib's own account: what a PDF shows agrees with the glyphs of PNG and SVG."""
    check_widths(share(lines, dpi), dpi)


def check_widths(lines: tuple[Line, ...], dpi: int) -> None:
    renderer, files = RendererAgg(8, 8, dpi), Fonts(BRAND).files
    with matplotlib.rc_context({"text.hinting": "none", "text.parse_math": False}):
        for line in lines:
            text, start = line.spans[-1]
            font = FontProperties(fname=files[line.weight], size=line.size)
            advance = renderer.get_text_width_height_descent(text, font, ismath=False)[0] * 72 / dpi
            assert start + advance == pytest.approx(line.rect.width, rel=0.004, abs=0.02), line.text


def test_every_share_is_worth_the_look(lines: tuple[Line, ...]) -> None:
    for shared in (share(lines, dpi) for dpi in TARGETS):
        assert len(shared) > 20
        assert {line.weight for line in shared} == set(Fonts(BRAND).files)
    assert any(len(line.spans) > 1 for line in lines)
