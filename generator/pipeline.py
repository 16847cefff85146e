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
from generator.model import CHANGED_PICTURES, Model, View, views
from generator.model import inspect as inspect_model
from generator.painting import Cache, Job, Target, paint_all
from generator.problems import ContentError, Problem, UsageError
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
    """Content read, checked and laid out. `warnings` do not stop a build.

    `brand` has the files of content/brand by path below it, `changed` the pictures that changes keep by name.
    """

    model: Model
    laid_out: LaidOut
    warnings: tuple[Problem, ...]
    brand: Mapping[str, bytes]
    changed: Mapping[str, bytes]


def make(composed: Composed, by_hand: tuple[str, ...], cache: Path, *, jobs: int, report: Report) -> Made:
    """Everything that is generated. `cache` keeps painted pictures. OutputError: there is no room for them."""
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
    report(Step(Stage.ASSEMBLING))
    slides = dict(decks.published(composed.laid_out, composed.model.site.pictures.themes, kept))
    kept.remove_unused()
    made = assemble(
        composed.model, composed.brand, composed.changed, composed.laid_out.pictures, painted, by_hand, slides
    )
    return Made(composed.model, made, count, len(composed.warnings))


def _icon_jobs(model: Model) -> tuple[Job, ...]:
    neutral = model.palette.neutral.light
    return infographics.icon_jobs(
        exports.logo_of(model), str(model.site.name), ground=str(neutral.ground), ink=str(neutral.ink)
    )


def inspect(content: Path) -> tuple[Composed | None, tuple[Problem, ...]]:
    """Everything that can be wrong with the content is found here: every problem at once, and the content unless there
    are errors among them. UsageError. OutputError: a file cannot be read.
    """
    warnings: tuple[Problem, ...] = ()
    try:
        model, warnings = read(content)
        laid_out = infographics.lay_out(model, load_fonts(content / "brand"))
    except ContentError as error:
        return None, (*warnings, *error.problems)
    if taken := pages.conflicts(model, laid_out.pictures):
        return None, (*warnings, *taken)
    return Composed(model, laid_out, warnings, brand_files(content), kept_pictures(content)), warnings


def compose(content: Path) -> Composed:
    """Content without errors. ContentError: with every problem at once."""
    composed, problems = inspect(content)
    if composed is None:
        raise ContentError(problems)
    return composed


def read(content: Path, *, linted: bool = True) -> tuple[Model, tuple[Problem, ...]]:
    """The model and its warnings, none of style unless `linted`. ContentError: it has errors. UsageError.

    The day decides about warnings only, never about what is made.
    """
    epoch = source_date_epoch()
    today = datetime.fromtimestamp(time.time() if epoch is None else epoch, tz=UTC).date()
    model, problems = inspect_model(content, kinds=infographics.sections(), today=today, linted=linted)
    if model is None:
        raise ContentError(problems)
    return model, problems


@dataclass(frozen=True, slots=True)
class MadeDeck:
    """A deck's files by path, the one that was asked for last, and the typefaces that it names."""

    files: Mapping[Path, bytes]
    fonts: tuple[str, ...]

    @property
    def file(self) -> Path:
        return list(self.files)[-1]


def deck(
    content: Path, comparison: str | None, theme: str, options: decks.Options, cache: Path, file: Path | None = None
) -> MadeDeck:
    """The deck of a comparison, or of the only one, in the form that the file's ending asks for; nothing is written.

    `cache` keeps what painting loads. ContentError, OutputError; UsageError: it names none, or there are several, or
    there is no such form.
    """
    decks.form_of(file, options)
    view = chosen(content, comparison)
    fonts = decks.arial_widths() if options.fonts == "arial" else load_fonts(content / "brand")
    found = infographics.drawings((view,))
    frames = {drawing.id: {SLIDE: infographics.frame(drawing, SIZES[SLIDE], fonts)} for drawing in found}
    pictures = infographics.describe(found, frames)
    shown = [(drawing, picture, frames[drawing.id][SLIDE]) for drawing, picture in zip(found, pictures, strict=True)]
    subject = decks.Subject(view, shown, fonts, brand_files(content))
    made = decks.files(subject, theme, options, file or Path(f"{view.id}.pptx"), Cache(cache))
    return MadeDeck(made, decks.named_fonts(fonts, options))


def chosen(content: Path, comparison: str | None) -> View:
    """A comparison by its id, or the only one. ContentError; UsageError: it names none, or there are several."""
    model, _ = read(content, linted=False)
    every = views(model)
    found = [view for view in every if comparison in (None, view.id)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(view.id for view in every)
    asked = f'"{comparison}" names no comparison' if comparison else "there are several comparisons; name one of them"
    raise UsageError(f"{asked}: {known}")


def drawings(content: Path) -> tuple[tuple[Drawing, ...], Fonts]:
    """Every infographic of the content, not yet laid out. ContentError, OutputError."""
    model, _ = read(content, linted=False)
    return infographics.drawings(views(model)), load_fonts(content / "brand")


def brand_files(content: Path) -> dict[str, bytes]:
    """The bytes of every file of content/brand, by path below it."""
    return {name: path.read_bytes() for name, path in files.tree(content / "brand").items()}


def kept_pictures(content: Path) -> dict[str, bytes]:
    """The bytes of every file of content/changes, by its name: pictures as they were before a change."""
    folder = content / CHANGED_PICTURES
    return {name: path.read_bytes() for name, path in files.tree(folder).items()} if folder.is_dir() else {}


def assemble(
    model: Model,
    brand: Mapping[str, bytes],
    kept: Mapping[str, bytes],
    pictures: tuple[Picture, ...],
    painted: Mapping[tuple[str, Target], bytes],
    by_hand: tuple[str, ...],
    slides: Mapping[str, bytes] | None = None,
) -> dict[str, bytes]:
    """Every generated file of docs/. Pages speak of all pictures' files; data and downloads are of those painted.

    `slides` are the decks by path; a preview has none.
    """
    sheets = {target.theme: data for (name, target), data in painted.items() if name == infographics.CONTACT_SHEET}
    by_path = {
        infographics.path(name, target): data
        for (name, target), data in painted.items()
        if name != infographics.CONTACT_SHEET and not name.startswith(infographics.SITE_ICON)
    }
    sides = {f"{infographics.SITE_ICON}-{side}": side for side in infographics.ICON_SIDES}
    icons = {sides[name]: data for (name, _), data in painted.items() if name in sides}
    there = tuple(replace(one, files=tuple(file for file in one.files if file.path in by_path)) for one in pictures)
    artifacts = exports.Artifacts(model, there, brand, by_path, sheets, icons, slides or {}, kept)
    published = dict(exports.export_all(artifacts))
    for icon in {exports.ICON, *exports.ICONS} & set(by_hand):  # a wide logo may want another drawing for the tab
        published.pop(icon, None)
    # Pages come last, since they say how large a file is.
    texts = pages.render(model, pictures, tuple(name for name in by_hand if name.endswith(".md")), published)
    return {name: text.encode() for name, text in texts.items()} | published
