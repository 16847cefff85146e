"""Jobs that are painted in no time."""

from __future__ import annotations

from projects import BRAND

from generator.brand.typography import Style
from generator.layout.frame import Block, Frame, Rect
from generator.layout.leaves import Text
from generator.layout.text import Fonts
from generator.painting.job import Job
from generator.painting.target import Target

PNG, SVG = Target("page", "light", "png"), Target("page", "light", "svg")
COLOURS = {"ground": "#FFFFFF", "ink": "#000000"}


def small(name: str, word: str = "word", targets: tuple[Target, ...] = (PNG, SVG), height: float = 30.0) -> Job:
    items = Text(word, Style(10.0), Fonts(BRAND)).layout(60.0).placed(5.0, 5.0)
    frame = Frame(70.0, height, (Block(Rect(0, 0, 70, height), "ground"), *items))
    fonts = {weight: str(path) for weight, path in Fonts(BRAND).files.items()}
    return Job(name, "A title", "What it shows", frame, COLOURS, fonts, targets)
