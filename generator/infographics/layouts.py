"""Layouts that were made before, kept by everything that they were made from.

In: a store, the model and the fonts. Out: the frames of a drawing that are there, and a place for those that are not.
Frames that come from a store are not held in memory, so that a catalogue of any size can be laid out.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from pickle import UnpicklingError
from typing import Protocol

import generator
from generator import files
from generator.infographics.drawing import Drawing
from generator.layout import Fonts, Frame, KeptFrame, packed, unpacked
from generator.model import Model, PartDigests
from generator.problems import OutputError
from generator.surroundings import version

# The folders, below generator/, and the packages that decide how a picture is laid out.
_FOLDERS = ("infographics", "layout", "brand", "model")
_PACKAGES = ("uharfbuzz", "pydantic")


class Store(Protocol):
    """Where files are kept by what they were made from."""

    def get(self, key: str) -> bytes | None: ...

    def has(self, key: str) -> bool: ...

    def put(self, key: str, data: bytes) -> None: ...


class Layouts:
    """The frames of one model's drawings. What cannot be written is not kept, and that is all."""

    def __init__(self, store: Store, model: Model, fonts: Fonts) -> None:
        self._store = store
        self._parts = PartDigests()
        self._shared = files.text_digest(
            *_versions(),
            *(files.content_digest(path) for _, path in sorted(fonts.files.items())),
            *self._parts.shared(model),
        )

    def found(self, drawing: Drawing, sizes: Iterable[str]) -> dict[str, Frame] | None:
        """The frames in these sizes, if all of them were kept."""
        key = self._key(drawing, sizes)
        data = self._store.get(key)
        if data is None:
            return None
        known: Mapping[str, tuple[float, float, int | None, str]] = json.loads(data)
        if not all(self._store.has(files.text_digest(key, size)) for size in known):
            return None
        return {
            size: KeptFrame(*about, partial(self._load, files.text_digest(key, size))) for size, about in known.items()
        }

    def keep(self, drawing: Drawing, frames: Mapping[str, Frame]) -> Mapping[str, Frame]:
        """The same frames, from now on in the store."""
        key = self._key(drawing, frames)
        known = {size: (frame.width, frame.height, frame.most, frame.digest) for size, frame in frames.items()}
        with suppress(OutputError):
            for size, frame in frames.items():
                self._store.put(files.text_digest(key, size), packed(frame))
            self._store.put(key, json.dumps(known).encode())
            return self.found(drawing, frames) or frames
        return frames

    def _load(self, key: str) -> Frame:
        """OutputError: it is gone."""
        data = self._store.get(key)
        with suppress(UnpicklingError, zlib.error, EOFError):
            if data is not None:
                return unpacked(data)
        raise OutputError("a layout has gone from the cache while it was used; run the command again")

    def _key(self, drawing: Drawing, sizes: Iterable[str]) -> str:
        """Everything that decides the frames, hashed."""
        view = drawing.view
        parts = (view.comparison, *(compared.role for compared in view.roles))
        return files.text_digest(self._shared, view.id, drawing.id, *sizes, *map(self._parts.of, parts))


@cache
def _versions() -> tuple[str, ...]:
    package = Path(generator.__file__).parent
    own = [path for folder in _FOLDERS for _, path in sorted(files.tree(package / folder).items())]
    return (*map(files.content_digest, own), *map(version, _PACKAGES))
