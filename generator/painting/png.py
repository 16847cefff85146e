"""PNG files of flat art: a palette instead of full colour, a third of the bytes.

In: an opaque image and the colours of a frame. Out: the file. The palette is known before anything is
drawn: the frame's colours and, for every colour that stands on another, the steps between the two that
smooth edges take.

Written by hand, since Pillow compresses with zlib only. Slides at twice their size and pages, on average: libdeflate
(`deflate`) at level 7 takes 22 ms for 107 kB, at level 9 98 ms for 103 kB and at level 12 two seconds for 90 kB;
zlib-ng 48 ms for 108 and 343 ms for 102; isal 56 ms for 166; zlib 110 ms for 113 and 826 ms for 103. oxipng makes a
tenth less of it and takes four seconds.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import deflate
import numpy
from PIL import Image

from generator.layout import Block, Frame, Item, Line, Spot

_MOST = 256
_STEPS = (12, 10, 8, 6, 5, 4, 3, 2, 1)
# From so many pixels a point on an edge is finer than the eye: two steps between two colours are enough, and what
# they save in bytes, with the hardest compression, is a third of the file. With half as many, four steps are.
_FINE = 4
_MOST_STEPS = {4: 3, 2: 5, 1: 8}
_LEVEL, _FINE_LEVEL = 7, 9
# How many steps of alpha there are above none, where nobody knows what is behind.
_ALPHAS, _FINE_ALPHAS = 8, 4
# PNG's colour type.
_PALETTE = 3
# Pillow looks nearest colours up in cells of so many levels a channel.
_CELL = 4
# Lower or narrower blocks are rules and edges: nothing stands on them. Points.
_PANEL = 6.0

# Rows that are copied at once.
_BAND = 128

Colour = tuple[int, int, int]
Array = numpy.ndarray[Any, Any]


def palette(frame: Frame, colours: Mapping[str, str], pixels: int) -> tuple[Colour, ...]:
    """At most 256 colours, those of the frame first, with as many steps between neighbours as there is room for.

    `pixels` are those of a point.
    """
    pairs = [(_rgb(colours[one]), _rgb(colours[other])) for one, other in dict.fromkeys(_neighbours(frame))]
    plain = dict.fromkeys(colour for pair in pairs for colour in pair)
    nearest = _Nearest(tuple(plain))
    for steps in (count for count in _STEPS if count <= _MOST_STEPS.get(pixels, _STEPS[0])):
        blends = dict.fromkeys(_blend(one, other, step / steps) for one, other in pairs for step in range(1, steps))
        found = tuple(dict.fromkeys((*plain, *nearest.left(blends))))
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


def _rgb(colour: str) -> Colour:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _blend(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def encode(image: Image.Image, colours: tuple[Colour, ...], texts: Mapping[str, str], *, pixels: int) -> bytes:
    """The PNG file of an RGB image in these colours, each pixel the nearest one, with `texts` as metadata."""
    rows = numpy.zeros((image.height, 1 + image.width), numpy.uint8)  # each begins with its filter: none
    for band, shown in _bands(_nearest(image, colours)):
        rows[band, 1:] = numpy.asarray(shown)
    return _file(rows, [_table(colours), *_metadata(texts, pixels)], pixels)


def encode_clear(image: Image.Image, colours: tuple[Colour, ...], texts: Mapping[str, str], *, pixels: int) -> bytes:
    """The same of an RGBA image: each colour in as many steps of alpha as its edges need on any ground."""
    steps = _FINE_ALPHAS if pixels >= _FINE else _ALPHAS
    rows = numpy.zeros((image.height, 1 + image.width), numpy.uint8)
    pairs = numpy.zeros((image.height, image.width), numpy.uint16)  # of a colour and a step of alpha
    step_of = ((numpy.arange(256) * steps + 127) // 255).astype(numpy.uint16)
    first_of = (numpy.arange(256) * (steps + 1)).astype(numpy.uint16)
    counts = numpy.zeros(len(colours) * (steps + 1), numpy.int64)
    for band, shown in _bands(image):  # counted in bands too: numpy makes large numbers of all that it counts
        indices = numpy.asarray(_nearest(shown.convert("RGB"), colours))
        pairs[band] = first_of[indices] + step_of[numpy.asarray(shown.getchannel("A"))]
        counts += numpy.bincount(pairs[band].ravel(), minlength=len(counts))
    entries, places = _most_used(counts, colours, steps)
    for top in range(0, image.height, _BAND):
        band = slice(top, top + _BAND)
        rows[band, 1:] = places[pairs[band]]
    clear = bytes(alpha * 255 // steps for _, alpha in entries)
    tables = [_table(colour for colour, _ in entries), (b"tRNS", clear)]
    return _file(rows, [*tables, *_metadata(texts, pixels)], pixels)


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


def _nearest(image: Image.Image, colours: Sequence[Colour]) -> Image.Image:
    """Which of the colours each pixel is nearest to."""
    chosen = Image.new("P", (1, 1))
    chosen.putpalette([channel for colour in colours for channel in colour])
    return image.quantize(palette=chosen, dither=Image.Dither.NONE)


def _bands(image: Image.Image) -> Iterator[tuple[slice, Image.Image]]:
    """In bands, since Pillow copies twice what it hands over."""
    for top in range(0, image.height, _BAND):
        bottom = min(top + _BAND, image.height)
        yield slice(top, bottom), image.crop((0, top, image.width, bottom))


def _table(colours: Iterable[Colour]) -> tuple[bytes, bytes]:
    return b"PLTE", bytes(channel for colour in colours for channel in colour)


def _file(rows: Array, chunks: Sequence[tuple[bytes, bytes]], pixels: int) -> bytes:
    """`rows` of indices, each with its filter before it."""
    header = struct.pack(">2I5B", rows.shape[1] - 1, rows.shape[0], 8, _PALETTE, 0, 0, 0)
    data = bytes(deflate.zlib_compress(rows.data, _FINE_LEVEL if pixels >= _FINE else _LEVEL))
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
