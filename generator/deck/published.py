"""The decks that a site offers: one a comparison and theme, and every picture's slide alone.

In: pictures that are laid out, and the store of painted files. Out: (path below docs/, bytes).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Protocol

from generator import files
from generator.deck.composition.slides import SIZE, Shown, deck, slide_address
from generator.deck.deck import Deck, Slide
from generator.deck.options import Options
from generator.deck.package.fonts import Cut, cut
from generator.deck.write import write, write_slide
from generator.infographics import LaidOut, has_deck, has_single_slides, published_themes
from generator.layout import Fonts, Frame
from generator.model import PartDigests
from generator.problems import OutputError
from generator.shipped import program_digest
from generator.surroundings import version

_PACKAGES = ("fonttools", "lxml", "python-pptx")
_OPTIONS = Options()
Kept = tuple[str, str, Callable[[], bytes]]
Makers = Callable[[], Iterator[Kept]]
_NO_SLIDE = Slide("", "", "", Frame(0.0, 0.0))


class Store(Protocol):
    """Where files are kept by what they were made from."""

    def get(self, key: str) -> bytes | None: ...

    def about(self, key: str) -> files.About | None: ...

    def has(self, key: str) -> bool: ...

    def put(self, key: str, data: bytes) -> None: ...


def deck_path(comparison: str, theme: str) -> str:
    """Where the deck of a comparison is published."""
    return f"slides/{comparison}-{theme}.pptx"


def slide_path(picture: str, page: str, theme: str) -> str:
    """Where a picture's slide alone is published; `page` is the picture's page."""
    return f"{page}{picture}-{SIZE}-{theme}.pptx"


class Published(Mapping[str, bytes]):
    """Decks by path, which lie in the store: each is read when it is asked for, and not held. What the store has lost,
    or has no longer whole, is made anew.
    """

    def __init__(self, keys: Mapping[str, str], makers: Mapping[str, Makers], store: Store) -> None:
        """`makers` give by the path of a deck all decks of its comparison and theme."""
        self._keys, self._makers, self._store = keys, makers, store

    def __getitem__(self, path: str) -> bytes:
        """OutputError: it cannot be kept."""
        data = self._store.get(self._keys[path])
        if data is None:
            data = next(make for there, _, make in self._makers[path]() if there == path)()
            self._store.put(self._keys[path], data)
        return data

    def about(self, path: str) -> files.About | None:
        return self._store.about(self._keys[path])

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


def published(laid_out: LaidOut, store: Store, lists: Store) -> Published:
    """Every deck, made anew only where something that it shows has changed. Nothing where slides are not published.

    `lists` keeps the keys of a comparison's decks by what it says, so that a deck need not be thought of to find that
    it is there.
    """
    keys: dict[str, str] = {}
    makers: dict[str, Makers] = {}
    shown: dict[str, list[Shown]] = {}
    for drawing, picture in zip(laid_out.drawings, laid_out.pictures, strict=True):
        if frame := laid_out.frames[drawing.id].get(SIZE):
            shown.setdefault(drawing.view.id, []).append((drawing, picture, frame))
    kept_cut, parts = _kept_cut(store), PartDigests()
    shared = _shared(laid_out, parts)
    for found in shown.values():
        for theme in published_themes(found[0][0].view):
            asked = _asked(found, theme, shared, parts)
            every = partial(_decks, found, theme, laid_out.fonts, kept_cut)
            listed = _listed(lists.get(asked))
            if not listed or not all(store.has(key) for key in listed.values()):
                listed = {}
                for path, key, make in every():
                    _kept(store, key, make)
                    listed[path] = key
                with suppress(OutputError):
                    lists.put(asked, json.dumps(listed).encode())
            keys |= listed
            makers |= dict.fromkeys(listed, every)
    return Published(keys, makers, store)


def _shared(laid_out: LaidOut, parts: PartDigests) -> str:
    """What has a say in every deck, hashed."""
    fonts = (files.content_digest(file) for file in laid_out.fonts.files.values())
    model = (shared for drawing in laid_out.drawings[:1] for shared in parts.shared(drawing.view.model))
    return files.text_digest(program_digest(), *_packages(), *fonts, *model)


def _asked(found: list[Shown], theme: str, shared: str, parts: PartDigests) -> str:
    """Everything that decides which decks a comparison has in a theme, and what is in them, hashed."""
    view = found[0][0].view
    said = (view.comparison, *(compared.role for compared in view.roles))
    drawn = (f"{frame.digest} {picture}" for _, picture, frame in found)
    return files.text_digest(shared, view.id, theme, *map(parts.of, said), *drawn)


def _listed(data: bytes | None) -> dict[str, str]:
    """Keys by path, as they were kept."""
    return dict(json.loads(data)) if data else {}


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
        return _kept(store, files.text_digest(*parts), lambda: cut(file, wanted))

    return kept


def _key(kind: str, made: Deck, slides: Iterable[Slide], fonts: Fonts) -> str:
    """Everything that decides the bytes of a deck with these slides, hashed."""
    parts = [kind, repr(replace(made, slides=())), repr(_OPTIONS), *_versions()]
    parts += [files.content_digest(file) for file in fonts.files.values()]
    for slide in slides:
        parts += [slide.frame.digest, repr(replace(slide, frame=Frame(0.0, 0.0)))]
    return files.text_digest(*parts)


@cache
def _versions() -> tuple[str, ...]:
    """Of this room's files, and of the packages that have a say in the bytes."""
    own = (files.content_digest(path) for _, path in sorted(files.tree(Path(__file__).parent).items()))
    return (*own, *_packages())


@cache
def _packages() -> tuple[str, ...]:
    return tuple(map(version, _PACKAGES))
