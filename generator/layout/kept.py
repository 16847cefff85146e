"""A frame that lies in a store: it is read each time that its items are asked for, and not held in memory.

In: what is known of a frame, and how it is got. Out: a frame like any other. And a frame as bytes, and back.
"""

from __future__ import annotations

import io
import pickle
import zlib
from collections.abc import Callable
from typing import Any

from generator.layout.frame import Frame, Items, Parts

_FAST = 1
# What the bytes of a frame may name; anything else in them is no frame of ours.
_MODULES = ("generator.layout.frame", "generator.brand.typography")


class KeptFrame(Frame):
    """`digest` is that of the frame as it was laid out; `load` gives the frame."""

    __slots__ = ("_load",)

    def __init__(self, width: float, height: float, most: int | None, digest: str, load: Callable[[], Frame]) -> None:
        super().__init__(width, height, (), most)
        self._digest, self._load = digest, load

    @property
    def items(self) -> Items:
        return self._load().items

    @property
    def parts(self) -> Parts:
        return self.items


def packed(frame: Frame) -> bytes:
    """The frame with its items; nothing is left of how they were nested."""
    return zlib.compress(pickle.dumps(frame, pickle.HIGHEST_PROTOCOL), _FAST)


def unpacked(data: bytes) -> Frame:
    """pickle.UnpicklingError: this is no frame."""
    frame = _Unpickler(io.BytesIO(zlib.decompress(data))).load()
    assert isinstance(frame, Frame)
    return frame


class _Unpickler(pickle.Unpickler):
    """Makes frames and nothing else, whatever the bytes ask for."""

    def find_class(self, module: str, name: str) -> Any:
        if module not in _MODULES:
            raise pickle.UnpicklingError(f"a frame does not name {module}.{name}")
        return super().find_class(module, name)
