"""What stands on the pages of a PDF: every letter with its place.

In: a PDF, read by pdfium. Out: letters in points of a slide, origin top left, y down; pages as pixels.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from pypdfium2 import raw

from generator.layout import Line, Rect

WIDTH = 960.0  # of a slide, points
_HYPHEN = "\x02"  # what pdfium makes of one at the end of a line


@dataclass(frozen=True, slots=True)
class Letter:
    """`x` is where it begins and `right` where the next one would, `ink` what is drawn of it."""

    text: str
    x: float
    right: float
    baseline: float
    ink: Rect


@dataclass(frozen=True)
class Page:
    """All letters in the file's order, and the page as an array of (height, width, RGB)."""

    letters: tuple[Letter, ...]
    pixels: Any

    @cached_property
    def running(self) -> str:
        """The letters as one text, a character each."""
        return "".join(map(folded, (letter.text for letter in self.letters)))

    def places(self, text: str) -> Iterator[tuple[Letter, ...]]:
        """The letters of that text wherever it stands on the page."""
        wanted = "".join(folded(letter) for letter in text if not letter.isspace())
        running, start = self.running, -1
        while (start := running.find(wanted, start + 1)) >= 0:
            yield self.letters[start : start + len(wanted)]

    def nearest(self, line: Line) -> tuple[Letter, ...]:
        """The letters of that line where they are nearest to its place; none if they are nowhere."""

        def far(found: tuple[Letter, ...]) -> float:
            return abs(found[0].x - line.rect.x) + abs(found[0].baseline - line.rect.y - line.baseline)

        straight = (found for found in self.places(line.text) if _in_one_line(found))
        return min(straight, key=far, default=())


def folded(letter: str) -> str:
    """The letter as a capital, if that is one character too."""
    capital = letter.upper()
    return capital if len(capital) == 1 else letter


def _in_one_line(letters: tuple[Letter, ...]) -> bool:
    return all(abs(one.baseline - other.baseline) < 1 and one.x < other.x + 1 for one, other in pairwise(letters))


def pages(file: Path, pixels: int) -> Iterator[Page]:
    """Every page, drawn so many pixels wide."""
    with pypdfium2.PdfDocument(file) as document:
        for page in document:
            drawn = page.render(scale=pixels / page.get_width(), rev_byteorder=True).to_numpy()[..., :3]
            yield Page(tuple(_letters(page)), np.array(drawn))


def _letters(page: Any) -> Iterator[Letter]:
    texts, scale, height = page.get_textpage(), WIDTH / page.get_width(), page.get_height()
    for index in range(texts.count_chars()):
        text = chr(raw.FPDFText_GetUnicode(texts.raw, index)).replace(_HYPHEN, "-")
        if text.isspace() or raw.FPDFText_IsGenerated(texts.raw, index) == 1:
            continue
        x, y, left, right, low, high = (ctypes.c_double() for _ in range(6))
        raw.FPDFText_GetCharOrigin(texts.raw, index, x, y)
        raw.FPDFText_GetCharBox(texts.raw, index, left, right, low, high)
        loose = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(texts.raw, index, loose)
        wide, tall = (right.value - left.value) * scale, (high.value - low.value) * scale
        ink = Rect(left.value * scale, (height - high.value) * scale, wide, tall)
        yield Letter(text, x.value * scale, loose.right * scale, (height - y.value) * scale, ink)
