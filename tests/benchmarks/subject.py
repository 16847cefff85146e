"""What is measured: pictures of the flagship content as values, ready to be painted.

Out: jobs and the drawings they come from. Nothing here is timed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import infographics, pipeline
from generator.infographics import Drawing
from generator.layout.sizes import SIZES
from generator.layout.text import Fonts
from generator.model.text import Text
from generator.painting.job import Job
from generator.painting.target import Target, targets

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent

SMALL = Target("slide", "light", "png", 1)
LARGE = Target("slide", "light", "png", 2)
VECTOR = Target("slide", "light", "svg")
# The set that everybody makes of the headline picture, and what its files are called.
SET = {VECTOR: "headline.svg", SMALL: "headline-1920.png", LARGE: "headline-3840.png"}


@dataclass(frozen=True, slots=True)
class Subject:
    """The content, read."""

    drawings: tuple[Drawing, ...]
    fonts: Fonts

    @property
    def headline(self) -> Drawing:
        return infographics.find("comparison-table", self.drawings)

    def job(self, drawing: Drawing, *wanted: Target) -> Job:
        """The drawing laid out for these targets, which share size and theme."""
        frame = infographics.frame(drawing, SIZES[wanted[0].size], self.fonts)
        return infographics.job(drawing, frame, wanted, self.fonts)

    def everything(self, *sizes: str) -> Iterator[Job]:
        """Every file of every picture in these sizes, both themes."""
        for drawing in self.drawings:
            for size in sizes:
                for theme in drawing.view.model.site.pictures.themes:
                    yield self.job(drawing, *targets((size,), (theme,)))


def read() -> Subject:
    """The flagship content. ContentError: it has problems."""
    drawings, fonts = pipeline.drawings(ROOT / "content")
    return Subject(drawings, fonts)


def variant(drawing: Drawing, number: int) -> Drawing:
    """The same picture under another title, so that its frame is another."""
    title = Text(f"{drawing.infographic.title} {number}", drawing.infographic.title.place)
    return Drawing(drawing.view, drawing.infographic.model_copy(update={"title": title}))
