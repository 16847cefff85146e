"""The decks that a site offers: one a comparison and theme, and every picture's slide alone.

In: pictures that are laid out, and the store of painted files. Out: (path below docs/, bytes).
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Protocol

from generator import files
from generator.deck.content import SIZE, Shown, deck, slide_address
from generator.deck.deck import Deck, Slide
from generator.deck.fonts import Cut, cut
from generator.deck.options import Options
from generator.deck.write import write, write_slide
from generator.infographics import LaidOut, has_deck, has_single_slides, published_themes
from generator.layout import Fonts, Frame
from generator.problems import OutputError

_PACKAGES = ("fonttools", "lxml", "python-pptx")
_OPTIONS = Options()
Kept = tuple[str, str, Callable[[], bytes]]
_NO_SLIDE = Slide("", "", "", Frame(0.0, 0.0))


class Store(Protocol):
    """Where files are kept by what they were made from."""

    def get(self, key: str) -> bytes | None: ...

    def about(self, key: str) -> files.About | None: ...

    def put(self, key: str, data: bytes) -> None: ...


def deck_path(comparison: str, theme: str) -> str:
    """Where the deck of a comparison is published."""
    return f"slides/{comparison}-{theme}.pptx"


def slide_path(picture: str, page: str, theme: str) -> str:
    """Where a picture's slide alone is published; `page` is the picture's page."""
    return f"{page}{picture}-{SIZE}-{theme}.pptx"


class Published(Mapping[str, bytes]):
    """Decks by path, which lie in the store: each is read when it is asked for, and not held."""

    def __init__(self, keys: Mapping[str, str], store: Store) -> None:
        self._keys, self._store = keys, store

    def __getitem__(self, path: str) -> bytes:
        """OutputError: the store has lost it since it was made."""
        data = self._store.get(self._keys[path])
        if data is None:
            raise OutputError(f"{path}: has gone from the cache while it was used; run the command again")
        return data

    def about(self, path: str) -> files.About | None:
        return self._store.about(self._keys[path])

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


def published(laid_out: LaidOut, store: Store) -> Published:
    """Every deck, made anew only where something that it shows has changed. Nothing where slides are not published."""
    keys = {}
    for path, key, make in _every(laid_out, store):
        _kept(store, key, make)
        keys[path] = key
    return Published(keys, store)


def _every(laid_out: LaidOut, store: Store) -> Iterator[Kept]:
    """Where each is published, its key and what makes it."""
    shown: dict[str, list[Shown]] = {}
    for drawing, picture in zip(laid_out.drawings, laid_out.pictures, strict=True):
        if frame := laid_out.frames[drawing.id].get(SIZE):
            shown.setdefault(drawing.view.id, []).append((drawing, picture, frame))
    kept_cut = _kept_cut(store)
    for found in shown.values():
        for theme in published_themes(found[0][0].view):
            yield from _decks(found, theme, laid_out.fonts, kept_cut)


def _decks(found: list[Shown], theme: str, fonts: Fonts, kept_cut: Cut) -> Iterator[Kept]:
    view = found[0][0].view
    made = deck(view, found, theme, fonts)
    whole = partial(write, made, fonts, _OPTIONS)
    if has_deck(view):
        yield deck_path(view.id, theme), _key("deck", made, made.slides, fonts), whole
    if not has_single_slides(view):
        return
    pages = {slide_address(view, picture): picture for _, picture, _ in found}
    for slide in made.slides:
        picture = pages[slide.address]
        alone = partial(write_slide, made, slide, fonts, _OPTIONS, cut=kept_cut)
        key = _key("slide", replace(made, first=_NO_SLIDE, last=()), (slide,), fonts)
        yield slide_path(picture.id, picture.page, theme), key, alone


def _kept(store: Store, key: str, make: Callable[[], bytes]) -> bytes:
    found = store.get(key)
    if found is None:
        found = make()
        store.put(key, found)
    return found


def _kept_cut(store: Store) -> Cut:
    """Cuts fonts once for all slides and all builds: nearly all slides need the same letters."""

    def kept(file: Path, wanted: frozenset[int]) -> bytes:
        parts = ["font", files.content_digest(file), *map(str, sorted(wanted)), *_versions()]
        return _kept(store, _digest(parts), lambda: cut(file, wanted))

    return kept


def _key(kind: str, made: Deck, slides: Iterable[Slide], fonts: Fonts) -> str:
    """Everything that decides the bytes of a deck with these slides, hashed."""
    parts = [kind, repr(replace(made, slides=())), repr(_OPTIONS), *_versions()]
    parts += [files.content_digest(file) for file in fonts.files.values()]
    for slide in slides:
        parts += [slide.frame.digest, repr(replace(slide, frame=Frame(0.0, 0.0)))]
    return _digest(parts)


def _digest(parts: Iterable[str]) -> str:
    return files.digest((str(index), part.encode()) for index, part in enumerate(parts))


@cache
def _versions() -> tuple[str, ...]:
    """Of this room's files, and of the packages that have a say in the bytes."""
    own = [files.content_digest(path) for _, path in sorted(files.tree(Path(__file__).parent).items())]
    return (*own, *(importlib.metadata.version(name) for name in _PACKAGES))
