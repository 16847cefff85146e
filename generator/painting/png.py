"""PNG files of flat art: a palette instead of full colour, a third of the bytes.

In: strips of pixels and the colours of a frame. Out: the file. The palette is known before anything is
drawn: the frame's colours and, for every colour that stands on another, the steps between the two that
smooth edges take.

Written by hand, since Pillow compresses with zlib only. Slides at twice their size and pages, on average: libdeflate
(`deflate`) at level 7 takes 22 ms for 107 kB, at level 9 98 ms for 103 kB and at level 12 two seconds for 90 kB;
zlib-ng 48 ms for 108 and 343 ms for 102; isal 56 ms for 166; zlib 110 ms for 113 and 826 ms for 103. oxipng makes a
tenth less of it and takes four seconds. Fewer colours make as much less of it and take nothing: see `_ALIKE`.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

import deflate
import numpy
from PIL import Image

from generator.layout import Block, Frame, Item, Line, Spot

_MOST = 256
_STEPS = (12, 10, 8, 6, 5, 4, 3, 2, 1)
# From so many pixels a point on an edge is finer than the eye: two steps between two colours are enough, and what
# they save in bytes is a third of the file. With half as many, four steps are.
_FINE = 4
_MOST_STEPS = {4: 3, 2: 5, 1: 8}
# Steps of edges that are as near as this (of 441 from black to white) are one: nobody tells them apart on an edge, the
# less the finer it is, and equal edges that stand on different grounds become equal bytes.
_ALIKE, _FINE_ALIKE = 16, 48
_LEVEL = 7
# How many steps of alpha there are above none, where nobody knows what is behind.
_ALPHAS, _FINE_ALPHAS = 8, 4
# PNG's colour type.
_PALETTE = 3
# Pillow looks nearest colours up in cells of so many levels a channel.
_CELL = 4
# Lower or narrower blocks are rules and edges: nothing stands on them. Points.
_PANEL = 6.0

# Rows that are looked up at once.
_BAND = 128

Colour = tuple[int, int, int]
Pair = tuple[Colour, Colour]
Array = numpy.ndarray[Any, Any]


def neighbours(frame: Frame, colours: Mapping[str, str]) -> tuple[Pair, ...]:
    """Each colour of the frame with those that it stands on, a plain ground with itself."""
    return tuple((_rgb(colours[one]), _rgb(colours[other])) for one, other in dict.fromkeys(_neighbours(frame)))


def palette(pairs: Sequence[Pair], pixels: int) -> tuple[Colour, ...]:
    """At most 256 colours, those of the pairs first, with as many steps between neighbours as there is room for.

    `pixels` are those of a point.
    """
    plain = dict.fromkeys(colour for pair in pairs for colour in pair)
    nearest = _Nearest(tuple(plain))
    apart = _FINE_ALIKE if pixels >= _FINE else _ALIKE
    for steps in (count for count in _STEPS if count <= _MOST_STEPS.get(pixels, _STEPS[0])):
        blends = dict.fromkeys(_blend(one, other, step / steps) for one, other in pairs for step in range(1, steps))
        found = tuple(dict.fromkeys((*plain, *_unlike(nearest.left(blends), apart))))
        if len(found) <= _MOST:
            return found
    return tuple(plain)[:_MOST]


def _neighbours(frame: Frame) -> Iterator[tuple[str, str]]:
    """Each item's colours with those that it can be seen on, a plain ground with itself."""
    panels: list[Block] = []
    for item in frame.items:
        grounds: list[str] = []
        for panel in reversed(panels):
            if panel.fill and panel.rect.meets(item.rect):
                grounds.append(panel.fill)
                if panel.rect.holds(item.rect):
                    break  # what lies under it cannot be seen
        for own in filter(None, _own(item)):
            yield from ((own, ground) for ground in grounds or [own])
        if isinstance(item, Block) and min(item.rect.width, item.rect.height) >= _PANEL:
            panels.append(item)


def _own(item: Item) -> tuple[str | None, ...]:
    if isinstance(item, Spot):
        return ()
    return (item.colour,) if isinstance(item, Line) else (item.fill, item.stroke)


class _Nearest:
    """Which colours Pillow would take for plain ones: it asks which is nearest to the corner of a cell."""

    def __init__(self, plain: tuple[Colour, ...]) -> None:
        colours = numpy.array(plain)
        self._corners = colours // _CELL * _CELL
        self._reach = ((colours - self._corners) ** 2).sum(axis=1)

    def left(self, colours: Iterable[Colour]) -> list[Colour]:
        """Those that it would tell from all plain ones."""
        every = list(colours)
        ways = numpy.array(every).reshape(-1, 1, 3) - self._corners
        close = ((ways**2).sum(axis=2) <= self._reach).any(axis=1)
        return [colour for colour, one in zip(every, close.tolist(), strict=True) if not one]


def _unlike(colours: Sequence[Colour], apart: int) -> list[Colour]:
    """Those that no colour before them, nearer than this, stands for."""
    ways = numpy.array(colours).reshape(-1, 1, 3) - numpy.array(colours).reshape(1, -1, 3)
    near = (ways**2).sum(axis=2) <= apart**2
    kept: list[int] = []
    for number in range(len(colours)):
        if not near[number, kept].any():
            kept.append(number)
    return [colours[number] for number in kept]


def _rgb(colour: str) -> Colour:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _blend(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


class Picture(Protocol):
    """The pixels of a file, as they come in from top to bottom."""

    def add(self, top: int, strip: Image.Image) -> None:
        """The rows from `top` on."""

    def file(self) -> bytes:
        """The file, once all rows are there."""


class Opaque:
    """A picture with its ground: strips are RGB, each pixel becomes the nearest of the colours."""

    def __init__(self, size: tuple[int, int], colours: Sequence[Colour], texts: Mapping[str, str], pixels: int) -> None:
        width, height = size
        self._chunks = [_table(colours), *_metadata(texts, pixels)]
        self._chosen = _chosen(colours)
        self._rows = numpy.zeros((height, 1 + width), numpy.uint8)  # each begins with its filter: none

    def add(self, top: int, strip: Image.Image) -> None:
        self._rows[top : top + strip.height, 1:] = _nearest(strip, self._chosen)

    def file(self) -> bytes:
        return _file(self._rows, self._chunks)


class Clear:
    """A picture without: strips are RGBA, each colour in as many steps of alpha as its edges need on any ground."""

    def __init__(self, size: tuple[int, int], colours: Sequence[Colour], texts: Mapping[str, str], pixels: int) -> None:
        width, height = size
        self._colours, self._chosen = colours, _chosen(colours)
        self._metadata = _metadata(texts, pixels)
        self._steps = steps = _FINE_ALPHAS if pixels >= _FINE else _ALPHAS
        self._step_of = ((numpy.arange(256) * steps + 127) // 255).astype(numpy.uint16)
        self._first_of = (numpy.arange(256) * (steps + 1)).astype(numpy.uint16)
        self._pairs = numpy.zeros((height, width), numpy.uint16)  # of a colour and a step of alpha
        self._counts = numpy.zeros(len(colours) * (steps + 1), numpy.int64)

    def add(self, top: int, strip: Image.Image) -> None:
        indices = _nearest(strip.convert("RGB"), self._chosen)
        pairs = self._first_of[indices] + self._step_of[numpy.asarray(strip.getchannel("A"))]
        self._pairs[top : top + strip.height] = pairs
        self._counts += numpy.bincount(pairs.ravel(), minlength=len(self._counts))

    def file(self) -> bytes:
        entries, places = _most_used(self._counts, self._colours, self._steps)
        rows = numpy.zeros((self._pairs.shape[0], 1 + self._pairs.shape[1]), numpy.uint8)
        for top in range(0, len(rows), _BAND):  # numpy makes large numbers of all that it looks up
            rows[top : top + _BAND, 1:] = places[self._pairs[top : top + _BAND]]
        clear = bytes(alpha * 255 // self._steps for _, alpha in entries)
        tables = [_table(colour for colour, _ in entries), (b"tRNS", clear)]
        return _file(rows, [*tables, *self._metadata])


def _most_used(counts: Array, colours: Sequence[Colour], steps: int) -> tuple[list[tuple[Colour, int]], Array]:
    """At most 256 pairs of a colour and a step of alpha, and for every pair the nearest of them.

    All that are opaque, as in a picture with its ground, and of the others those that most pixels have. What cannot be
    seen is one pair, whatever its colour.
    """
    alphas = numpy.arange(len(counts)) % (steps + 1)
    used = numpy.flatnonzero((counts > 0) & (alphas > 0))
    first = numpy.lexsort((-counts[used], alphas[used] < steps))
    kept = numpy.concatenate(([0], used[first][: _MOST - 1]))
    seen = numpy.repeat(numpy.array(colours), steps + 1, axis=0) * alphas[:, None] / steps
    every = numpy.column_stack((seen, alphas * 255 / steps))
    places = numpy.zeros(len(counts), numpy.uint8)
    places[used] = ((every[used, None, :] - every[None, kept, :]) ** 2).sum(axis=2).argmin(axis=1)
    return [(colours[pair // (steps + 1)], int(pair % (steps + 1))) for pair in kept.tolist()], places


def _chosen(colours: Iterable[Colour]) -> Image.Image:
    """Colours as Pillow takes them."""
    chosen = Image.new("P", (1, 1))
    chosen.putpalette([channel for colour in colours for channel in colour])
    return chosen


def _nearest(image: Image.Image, chosen: Image.Image) -> Array:
    """Which of the colours each pixel is nearest to."""
    return numpy.asarray(image.quantize(palette=chosen, dither=Image.Dither.NONE))


def _table(colours: Iterable[Colour]) -> tuple[bytes, bytes]:
    return b"PLTE", bytes(channel for colour in colours for channel in colour)


def _file(rows: Array, chunks: Sequence[tuple[bytes, bytes]]) -> bytes:
    """`rows` of indices, each with its filter before it."""
    header = struct.pack(">2I5B", rows.shape[1] - 1, rows.shape[0], 8, _PALETTE, 0, 0, 0)
    data = bytes(deflate.zlib_compress(rows.data, _LEVEL))
    every = [(b"IHDR", header), *chunks, (b"IDAT", data), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in every)


def _metadata(texts: Mapping[str, str], pixels: int) -> list[tuple[bytes, bytes]]:
    metre = round(72 * pixels / 0.0254)
    size = (b"pHYs", struct.pack(">2IB", metre, metre, 1))
    return [size, *((b"iTXt", _text(key, text)) for key, text in texts.items())]


def _text(key: str, text: str) -> bytes:
    return key.encode("latin-1") + b"\0\0\0en\0\0" + text.encode()


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
