"""The same picture drawn the ordinary way: a figure of texts and patches, and matplotlib's own `savefig`.

In: a job. Out: a figure, and its files in a folder.
"""

from __future__ import annotations

from pathlib import Path

from matplotlib import path
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import FancyBboxPatch, Patch, PathPatch, Rectangle
from subject import LARGE, SET, SMALL, VECTOR

from generator.layout.frame import Block, Line, Shape
from generator.painting.job import Job

_CODES = {"M": [1], "L": [2], "Q": [3] * 2, "C": [4] * 3, "Z": [79]}


def figure(job: Job) -> Figure:
    """The frame, an artist for every item."""
    frame = job.frame
    made = Figure(figsize=(frame.width / 72, frame.height / 72))
    axes = made.add_axes((0, 0, 1, 1), xlim=(0, frame.width), ylim=(frame.height, 0))
    axes.set_axis_off()
    for item in frame.items:
        if isinstance(item, Line):
            _text(axes, item, job)
        elif isinstance(item, Block | Shape):
            patch = _block(item) if isinstance(item, Block) else _shape(item)
            patch.set_facecolor(job.colours[item.fill] if item.fill else "none")
            patch.set_edgecolor(job.colours[item.stroke] if item.stroke else "none")
            patch.set_linewidth(item.stroke_width if item.stroke else 0)
            axes.add_patch(patch)
    return made


def save(made: Figure, folder: Path) -> None:
    """The set."""
    made.savefig(folder / SET[VECTOR])
    for target in (SMALL, LARGE):
        made.savefig(folder / SET[target], dpi=72 * target.pixels)


def _text(axes: Axes, line: Line, job: Job) -> None:
    font = FontProperties(fname=job.fonts[line.weight], size=line.size)
    axes.text(line.rect.x, line.rect.y + line.baseline, line.text, font=font, color=job.colours[line.colour])


def _block(block: Block) -> Patch:
    rect, radius = block.rect, max(block.radii)
    if not radius:
        return Rectangle((rect.x, rect.y), rect.width, rect.height)
    style = f"round,pad=0,rounding_size={radius}"
    return FancyBboxPatch((rect.x, rect.y), rect.width, rect.height, boxstyle=style)


def _shape(shape: Shape) -> Patch:
    points: list[tuple[float, float]] = []
    codes: list[int] = []
    for letter, values in shape.commands:
        pairs = list(zip(values[::2], values[1::2], strict=True)) or [(0.0, 0.0)]
        points += [(shape.rect.x + x, shape.rect.y + y) for x, y in pairs]
        codes += _CODES[letter]
    return PathPatch(path.Path(points, codes))
