"""From content to the bytes of every file of docs/, in memory: read, lay out, paint, assemble.

In: the content folder, which only the first step reads, and the names of the files written by hand. Out: the model and
path → bytes. The cache of painted pictures is the only thing written on the way.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from generator import deck as decks
from generator import exports, files, infographics, pages
from generator.infographics import Drawing, LaidOut, Picture
from generator.layout import SIZES, Fonts, load_fonts
from generator.model import NOWHERE, Model, View, inspect, texts_within, views
from generator.painting import Cache, Job, Target, paint_all
from generator.problems import ContentError, Place, Problem, UsageError
from generator.progress import Report, Stage, Step
from generator.surroundings import source_date_epoch

SLIDE = decks.SIZE


@dataclass(frozen=True, slots=True)
class Made:
    """The model, every generated file of docs/ by its path, and how many pictures were painted and warnings found."""

    model: Model
    files: dict[str, bytes]
    painted: int
    warnings: int


@dataclass(frozen=True, slots=True)
class Composed:
    """Content read, checked and laid out. `warnings` do not stop a build."""

    model: Model
    laid_out: LaidOut
    warnings: tuple[Problem, ...]


def make(
    content: Path,
    by_hand: tuple[str, ...],
    cache: Path,
    *,
    broken: tuple[Problem, ...] = (),
    strict: bool = False,
    jobs: int,
    report: Report,
) -> Made:
    """Everything that is generated. `cache` keeps painted pictures; `broken` are the problems of files that
    were written by hand.

    ContentError: the content has problems, or there are such; `strict`: it has warnings. OutputError: a file cannot be
    read.
    """
    report(Step(Stage.READING))
    composed, brand = compose(content, broken=broken), brand_files(content)
    if strict and composed.warnings:
        raise ContentError(composed.warnings)
    count = 0

    def on_painted(done: int, total: int) -> None:
        nonlocal count
        count = done
        report(Step(Stage.PAINTING, done, total))

    wanted = [
        *infographics.jobs(composed.laid_out),
        *infographics.sheet_jobs(composed.laid_out),
        *_icon_jobs(composed.model),
    ]
    report(Step(Stage.PAINTING))
    kept = Cache(cache)
    painted = paint_all(wanted, kept, jobs, on_painted)
    kept.remove_unused()
    report(Step(Stage.ASSEMBLING))
    made = assemble(composed.model, brand, composed.laid_out.pictures, painted, by_hand)
    return Made(composed.model, made, count, len(composed.warnings))


def _icon_jobs(model: Model) -> tuple[Job, ...]:
    neutral = model.palette.neutral.light
    return infographics.icon_jobs(
        exports.logo_of(model), str(model.site.name), ground=str(neutral.ground), ink=str(neutral.ink)
    )


def check(content: Path, *, broken: tuple[Problem, ...] = ()) -> tuple[Problem, ...]:
    """What `make` would refuse, and what it would only warn of. OutputError: a file cannot be read."""
    try:
        return compose(content, broken=broken).warnings
    except ContentError as error:
        return error.problems


def compose(content: Path, *, broken: tuple[Problem, ...] = ()) -> Composed:
    """Everything that can be wrong with the content is found here. ContentError: with every problem at once, those that
    were found already among them.
    """
    try:
        composed = _compose(content)
    except ContentError as error:
        raise ContentError([*error.problems, *broken]) from error
    if broken:
        raise ContentError([*composed.warnings, *broken])
    return composed


def _compose(content: Path) -> Composed:
    model, warnings = read(content)
    try:
        laid_out = infographics.lay_out(model, load_fonts(content / "brand"))
    except ContentError as error:
        raise ContentError([*warnings, *error.problems]) from error
    if taken := pages.conflicts(model, laid_out.pictures):
        raise ContentError([*warnings, *taken])
    return Composed(model, laid_out, warnings)


def read(content: Path, *, linted: bool = True) -> tuple[Model, tuple[Problem, ...]]:
    """The model and its warnings, none of style unless `linted`. ContentError: it has errors. UsageError.

    The day decides about warnings only, never about what is made.
    """
    epoch = source_date_epoch()
    today = datetime.fromtimestamp(time.time() if epoch is None else epoch, tz=UTC).date()
    model, problems = inspect(content, kinds=infographics.sections(), today=today, linted=linted)
    if model is None:
        raise ContentError(problems)
    return model, problems


@dataclass(frozen=True, slots=True)
class MadeDeck:
    """A deck's file, the comparison that it shows and the typefaces that it names."""

    comparison: str
    data: bytes
    fonts: tuple[str, ...]


def deck(content: Path, comparison: str | None, theme: str, options: decks.Options) -> MadeDeck:
    """The deck of a comparison, or of the only one. ContentError; UsageError: it names none, or there are several."""
    model, _ = read(content, linted=False)
    view = _chosen(views(model), comparison)
    data, fonts = _deck(content, view, theme, options)
    return MadeDeck(view.id, data, decks.named_fonts(fonts, options))


def _deck(content: Path, view: View, theme: str, options: decks.Options) -> tuple[bytes, Fonts]:
    """The deck's file, and the fonts that it was laid out with."""
    fonts = decks.arial_widths() if options.fonts == "arial" else load_fonts(content / "brand")
    found = infographics.drawings((view,))
    frames = {drawing.id: {SLIDE: infographics.frame(drawing, SIZES[SLIDE], fonts)} for drawing in found}
    pictures = infographics.describe(found, frames)
    shown = [(drawing, picture, frames[drawing.id][SLIDE]) for drawing, picture in zip(found, pictures, strict=True)]
    return decks.write(decks.deck(view, shown, theme), fonts, options), fonts


@dataclass(frozen=True, slots=True)
class UpdatedDeck:
    """A deck brought up to date, and where in the content the texts stand that people have changed in the deck."""

    done: decks.Updated
    places: Mapping[str, Place]


def update_deck(content: Path, data: bytes, name: str) -> UpdatedDeck:
    """A deck's file of that name, made earlier, as the content has it now. ContentError; UsageError: it is no deck."""
    model, _ = read(content, linted=False)
    found = {view.id: view for view in views(model)}

    def make(comparison: str, theme: str, options: decks.Options) -> bytes | None:
        return _deck(content, found[comparison], theme, options)[0] if comparison in found else None

    done = decks.update(data, name, make)
    wanted = {_letters(kept.wanted): kept.wanted for kept in done.kept if kept.wanted}
    places: dict[str, Place] = {}
    for text in texts_within(model) if wanted else ():
        if (shown := wanted.get(_letters(text))) and text.place != NOWHERE:
            places.setdefault(shown, text.place)
    return UpdatedDeck(done, places)


def _letters(text: str) -> str:
    """What is left of a text however its lines are broken."""
    return "".join(text.split()).casefold()


def _chosen(found: tuple[View, ...], comparison: str | None) -> View:
    chosen = [view for view in found if comparison in (None, view.id)]
    if len(chosen) == 1:
        return chosen[0]
    known = ", ".join(view.id for view in found)
    asked = f'"{comparison}" names no comparison' if comparison else "there are several comparisons; name one of them"
    raise UsageError(f"{asked}: {known}")


def drawings(content: Path) -> tuple[tuple[Drawing, ...], Fonts]:
    """Every infographic of the content, not yet laid out. ContentError, OutputError."""
    model, _ = read(content, linted=False)
    return infographics.drawings(views(model)), load_fonts(content / "brand")


def brand_files(content: Path) -> dict[str, bytes]:
    """The bytes of every file of content/brand, by path below it."""
    return {name: path.read_bytes() for name, path in files.tree(content / "brand").items()}


def assemble(
    model: Model,
    brand: Mapping[str, bytes],
    pictures: tuple[Picture, ...],
    painted: Mapping[tuple[str, Target], bytes],
    by_hand: tuple[str, ...],
) -> dict[str, bytes]:
    """Every generated file of docs/. Pages speak of all pictures' files; data and downloads are of those painted."""
    sheets = {target.theme: data for (name, target), data in painted.items() if name == infographics.CONTACT_SHEET}
    by_path = {
        infographics.path(name, target): data
        for (name, target), data in painted.items()
        if name != infographics.CONTACT_SHEET and not name.startswith(infographics.SITE_ICON)
    }
    sides = {f"{infographics.SITE_ICON}-{side}": side for side in infographics.ICON_SIDES}
    icons = {sides[name]: data for (name, _), data in painted.items() if name in sides}
    there = tuple(replace(one, files=tuple(file for file in one.files if file.path in by_path)) for one in pictures)
    published = dict(exports.export_all(exports.Artifacts(model, there, brand, by_path, sheets, icons)))
    for icon in {exports.ICON, *exports.ICONS} & set(by_hand):  # a wide logo may want another drawing for the tab
        published.pop(icon, None)
    # Pages come last, since they say how large a file is.
    texts = pages.render(model, pictures, tuple(name for name in by_hand if name.endswith(".md")), published)
    return {name: text.encode() for name, text in texts.items()} | published
