"""Measuring text and breaking it into lines.

In: a string and a style. Out: widths in points and lines. Measured with HarfBuzz on the fonts'
outlines; painting uses the same fonts without hinting, so what is measured is what is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from generator.brand import FONT_FILES, Style, Weight
from generator.shipped import brand_file

# Where a line may break besides at spaces: after a hyphen, dash or slash inside a word, also before the ending of
# Prüfer/-in.
_BREAKS = re.compile(r"(?<=\w[-–—/])(?=\w)|(?<=\w/)(?=-\w)")
# Lines of a balanced text are read as parts of a sentence: one ends best where a clause does, and worst within a word
# or behind a short one, which belongs to what follows. What the other ends cost, in raggedness.
_CLAUSE = re.compile(r"[,;:.!?…–—،؛؟。，；：！？][\"'”’»)]?$")
_WITHIN, _BEHIND_SHORT = 0.1, 0.16
_SHORT = 3  # letters
# A word alone on a line, by the share of the width that it fills: what it may cost to give it company.
_LONELY = ((0.3, 0.6), (0.6, 0.3))


Glyph = tuple[int, float, float]


class Cluster(NamedTuple):
    """Characters that are shaped together. Glyphs (id, x, y) and the advance in em, from the cluster's start."""

    text: str
    glyphs: tuple[Glyph, ...]
    advance: float


class Fonts:
    """The fonts of a folder, by weight; those of a brand unless other files are named. Ours where it has none."""

    def __init__(self, folder: Path, names: Mapping[Weight, str] = FONT_FILES) -> None:
        self.files = {weight: brand_file(folder, name) for weight, name in names.items()}
        faces = {weight: hb.Face(hb.Blob.from_file_path(str(file))) for weight, file in self.files.items()}
        self._fonts = {weight: hb.Font(face) for weight, face in faces.items()}
        self._upem = {weight: face.upem for weight, face in faces.items()}
        self._blank = {weight: frozenset(_blank(font)) for weight, font in self._fonts.items()}
        self._covered = {weight: frozenset(face.unicodes) for weight, face in faces.items()}
        self._shaped = lru_cache(maxsize=20_000)(self._shape)
        self._width = lru_cache(maxsize=20_000)(self._measure)
        self._narrowest = lru_cache(maxsize=20_000)(self._longest_piece)
        self._drawn = lru_cache(maxsize=20_000)(self._draw)

    def missing(self, text: str, weight: Weight) -> str:
        """The characters of `text` that the font does not have, each once."""
        covered = self._covered[weight]
        return "".join(dict.fromkeys(char for char in text if not char.isspace() and ord(char) not in covered))

    def width(self, text: str, style: Style) -> float:
        """The advance width of one line, points."""
        return self._width(text, style.weight, style.tracking) * style.size

    def narrowest(self, text: str, style: Style) -> float:
        """The width of the widest piece that is never broken, points."""
        return self._narrowest(text, style.weight, style.tracking) * style.size

    def line(self, text: str, style: Style) -> tuple[tuple[Glyph, ...], tuple[tuple[str, float], ...]]:
        """What is drawn of one line: glyphs (id, x, y), and spans of text with their x for formats that keep text."""
        return self._drawn(text, style)

    def _draw(self, text: str, style: Style) -> tuple[tuple[Glyph, ...], tuple[tuple[str, float], ...]]:
        x, glyphs, spans = 0.0, [], []
        for cluster in self._shaped(text, style.weight, style.tracking != 0):
            glyphs += [(glyph, _at(x + dx, style), _at(dy, style)) for glyph, dx, dy in cluster.glyphs]
            spans.append((cluster.text, _at(x, style)))
            x += cluster.advance + style.tracking
        return tuple(glyphs), tuple(spans) if style.tracking else ((text, 0.0),)

    def _measure(self, text: str, weight: Weight, tracking: float) -> float:
        clusters = self._shaped(text, weight, tracking != 0)
        return sum(cluster.advance for cluster in clusters) + tracking * max(len(clusters) - 1, 0)

    def _longest_piece(self, text: str, weight: Weight, tracking: float) -> float:
        return max((self._width(word.text, weight, tracking) for word in words(text)), default=0.0)

    def _shape(self, text: str, weight: Weight, tracked: bool) -> tuple[Cluster, ...]:
        """The clusters of a line in the order they are drawn. Tracked text has no ligatures: every letter is one."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self._fonts[weight], buffer, {"liga": False, "calt": False} if tracked else {})
        upem, blank = self._upem[weight], self._blank[weight]
        groups: dict[int, tuple[list[Glyph], float]] = {}
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            start, glyph = info.cluster, info.codepoint
            glyphs, advance = groups.get(start) or ([], 0.0)
            if glyph not in blank:
                glyphs.append((glyph, advance + position.x_offset / upem, position.y_offset / upem))
            groups[start] = glyphs, advance + position.x_advance / upem
        starts = sorted(groups)
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        return tuple(
            [Cluster(text[start : ends[start]], tuple(glyphs), advance) for start, (glyphs, advance) in groups.items()]
        )

    def vertical(self, style: Style) -> tuple[float, float]:
        """Ascent and descent of the style, points, both positive."""
        extents = self._fonts[style.weight].get_font_extents("ltr")
        em = self._upem[style.weight]
        return extents.ascender / em * style.size, -extents.descender / em * style.size


def _at(em: float, style: Style) -> float:
    return round(em * style.size, 3) + 0.0


def _blank(font: hb.Font) -> set[int]:
    """The glyphs that draw nothing: spaces."""
    found = (font.get_nominal_glyph(ord(char)) for char in (" ", "\N{NO-BREAK SPACE}"))
    return {glyph for glyph in found if glyph}


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text that is never broken; `space` says that a space goes before it within a line."""

    text: str
    space: bool


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[Word, ...]:
    """The unbreakable pieces of a text."""
    pieces: list[Word] = []
    for chunk in text.split(" "):
        for index, part in enumerate(_BREAKS.split(chunk)):
            pieces.append(Word(part, space=index == 0 and bool(pieces)))
    return tuple(pieces)


def join(pieces: Sequence[Word]) -> str:
    """The line that pieces make."""
    return "".join((" " if piece.space and index else "") + piece.text for index, piece in enumerate(pieces))


@lru_cache(maxsize=20_000)
def break_lines(fonts: Fonts, text: str, style: Style, width: float) -> tuple[str, ...]:
    """The lines of a text in the given width; a piece wider than that stands alone and sticks out.

    As few lines as possible, and among those the least ragged: balanced styles even out all lines and rather end them
    where a clause ends, others leave the last one free but for a lonely last word.
    """
    if fonts.width(text, style) <= width + 1e-6:
        return (text,)
    pieces = words(text)
    if width <= 0:
        return tuple(piece.text for piece in pieces)
    best = _optimal(fonts, pieces, style, width)
    lines, end = [], len(pieces)
    while end:
        start = best[end]
        lines.append(join(pieces[start:end]))
        end = start
    return tuple(reversed(lines))


def _optimal(fonts: Fonts, pieces: Sequence[Word], style: Style, width: float) -> list[int]:
    """For each end of a line its best start: dynamic programming over (number of lines, raggedness)."""
    joint = style.tracking * style.size
    space = fonts.width(" ", style) + joint
    sizes = [fonts.width(piece.text, style) for piece in pieces]
    costs: list[tuple[int, float]] = [(0, 0.0)] + [(len(pieces) + 1, 0.0)] * len(pieces)
    best = [0] * (len(pieces) + 1)
    for end in range(1, len(pieces) + 1):
        length = -space - joint
        for start in range(end - 1, -1, -1):
            length += sizes[start] + joint + (space if start == end - 1 or pieces[start + 1].space else 0)
            if length > width and start < end - 1:
                break
            lines, ragged = costs[start]
            last = end == len(pieces)
            ragged += _raggedness(length / width, end - start, last, style)
            if style.balanced and not last:
                ragged += _ending(pieces[end - 1], pieces[end])
            cost = (lines + 1, ragged)
            if cost < costs[end]:
                costs[end], best[end] = cost, start
    return best


def _raggedness(filled: float, count: int, last: bool, style: Style) -> float:
    """Of a line of so many pieces that fills so much of the width."""
    slack = max(1 - filled, 0.0)
    if style.balanced:
        return slack * slack
    # A last line may be short, but a single word there looks lost; to leave another alone above it is no better.
    lonely = next((cost for share, cost in _LONELY if filled < share), 0.0) if count == 1 else 0.0
    return lonely + (max(0.35 - filled, 0.0) if last else slack * slack)


def _ending(piece: Word, following: Word) -> float:
    """What it costs that a line ends with a piece before the one that follows it."""
    if not following.space:
        return _BEHIND_SHORT
    if _CLAUSE.search(piece.text):
        return 0.0
    return _BEHIND_SHORT if len(piece.text) <= _SHORT and piece.text != piece.text.upper() else _WITHIN


def load_fonts(brand: Path) -> Fonts:
    """The fonts of a brand folder, and ours where it has none of that name."""
    found = [brand_file(brand, name).resolve() for name in FONT_FILES.values()]
    return _fonts(brand, *((path, path.stat().st_mtime_ns) for path in found))


@lru_cache(maxsize=1)
def _fonts(brand: Path, *_stamps: tuple[Path, int]) -> Fonts:
    """The fonts with all that they have measured: in a preview most texts are the same after a change."""
    return Fonts(brand)
