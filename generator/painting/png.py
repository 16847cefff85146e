"""PNG files of flat art: a palette instead of full colour, a third of the bytes.

In: strips of pixels and their palette, known before anything is drawn. Out: the file.

Two pixels share a byte where the palette is short: compressing takes two thirds of the time, and makes a thirtieth less
of them. Filters make more of flat art: "Up" a tenth.

Written by hand, since Pillow compresses with zlib only. Slides at twice their size and pages, on average: libdeflate
(`deflate`) at level 7 takes 22 ms for 107 kB, at level 9 98 ms for 103 kB and at level 12 two seconds for 90 kB;
zlib-ng 48 ms for 108 and 343 ms for 102; isal 56 ms for 166; zlib 110 ms for 113 and 826 ms for 103. oxipng makes a
tenth less of it and takes four seconds. Fewer colours make as much less of it and take nothing: see `palette.py`.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

import deflate
import numpy
from PIL import Image

from generator.painting.palette import FEW, FINE, MOST, Colour

# The harder one is for what is large: many colours at four pixels a point, as of four roles.
_LEVEL, _HARD_LEVEL = 7, 8
# How many steps of alpha there are above none, where nobody knows what is behind.
_ALPHAS, _FINE_ALPHAS = 8, 4
# PNG's colour type.
_PALETTE = 3
# Rows that are looked up at once.
_BAND = 128

Array = numpy.ndarray[Any, Any]


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
        self._width, self._bits = width, 4 if len(colours) <= FEW else 8
        self._level = _HARD_LEVEL if pixels >= FINE and len(colours) > FEW else _LEVEL
        self._chunks = [_table(colours), *_metadata(texts, pixels)]
        self._chosen = _chosen(colours)
        self._rows = numpy.zeros((height, 1 + -(-width * self._bits // 8)), numpy.uint8)  # filter first: none

    def add(self, top: int, strip: Image.Image) -> None:
        packed = _nearest(strip, self._chosen).tobytes("raw", f"P;{self._bits}" if self._bits < 8 else "P")
        self._rows[top : top + strip.height, 1:] = numpy.frombuffer(packed, numpy.uint8).reshape(strip.height, -1)

    def file(self) -> bytes:
        return _file(self._rows, self._width, self._bits, self._chunks, self._level)


class Clear:
    """A picture without: strips are RGBA, each colour in as many steps of alpha as its edges need on any ground."""

    def __init__(self, size: tuple[int, int], colours: Sequence[Colour], texts: Mapping[str, str], pixels: int) -> None:
        width, height = size
        self._colours, self._chosen = colours, _chosen(colours)
        self._metadata = _metadata(texts, pixels)
        self._steps = steps = _FINE_ALPHAS if pixels >= FINE else _ALPHAS
        self._step_of = ((numpy.arange(256) * steps + 127) // 255).astype(numpy.uint16)
        self._first_of = (numpy.arange(256) * (steps + 1)).astype(numpy.uint16)
        self._pairs = numpy.zeros((height, width), numpy.uint16)  # of a colour and a step of alpha
        self._counts = numpy.zeros(len(colours) * (steps + 1), numpy.int64)

    def add(self, top: int, strip: Image.Image) -> None:
        indices = numpy.asarray(_nearest(strip.convert("RGB"), self._chosen))
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
        return _file(rows, self._pairs.shape[1], 8, [*tables, *self._metadata])


def _most_used(counts: Array, colours: Sequence[Colour], steps: int) -> tuple[list[tuple[Colour, int]], Array]:
    """At most 256 pairs of a colour and a step of alpha, and for every pair the nearest of them.

    All that are opaque, as in a picture with its ground, and of the others those that most pixels have. What cannot be
    seen is one pair, whatever its colour.
    """
    alphas = numpy.arange(len(counts)) % (steps + 1)
    used = numpy.flatnonzero((counts > 0) & (alphas > 0))
    first = numpy.lexsort((-counts[used], alphas[used] < steps))
    kept = numpy.concatenate(([0], used[first][: MOST - 1]))
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


def _nearest(image: Image.Image, chosen: Image.Image) -> Image.Image:
    """Which of the colours each pixel is nearest to."""
    return image.quantize(palette=chosen, dither=Image.Dither.NONE)


def _table(colours: Iterable[Colour]) -> tuple[bytes, bytes]:
    return b"PLTE", bytes(channel for colour in colours for channel in colour)


def _file(rows: Array, width: int, bits: int, chunks: Sequence[tuple[bytes, bytes]], level: int = _LEVEL) -> bytes:
    """`rows` of indices of so many bits, each with its filter before it."""
    header = struct.pack(">2I5B", width, rows.shape[0], bits, _PALETTE, 0, 0, 0)
    data = bytes(deflate.zlib_compress(rows.data, level))
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
