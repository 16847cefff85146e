"""From content to the bytes of every file of docs/, in memory.

In: the content folder and the pages written by hand. Out: the model and path → bytes. The cache of
painted pictures is the only thing written on the way.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator import exports, files, infographics, pages
from generator.errors import ContentError, OutputError, Problem
from generator.job import Job
from generator.layout.contact import lay_out
from generator.layout.frame import Frame
from generator.layout.text import Fonts
from generator.mark import ICON
from generator.model import derive
from generator.model.loading import inspect
from generator.model.schema import Model
from generator.pictures import Picture
from generator.studio import Cache, paint_all
from generator.targets import SHEET, SIZES, Target, targets
from generator.theme import FONT_FILES

if TYPE_CHECKING:
    from generator.build import Folders

_SHEET = "contact-sheet"
_SLIDE = "slide"


@dataclass(frozen=True, slots=True)
class Made:
    """The model, every generated file of docs/ by its path, and how many pictures were painted and warnings found."""

    model: Model
    files: dict[str, bytes]
    painted: int
    warnings: int


def make(folders: Folders, written: tuple[str, ...], *, jobs: int, report: Callable[[str], None]) -> Made:
    """Everything that is generated.

    ContentError: the content has problems. OutputError: a file cannot be read.
    """
    report("Reading the content")
    draft = compose(folders)
    count = 0

    def on_painted(done: int, total: int) -> None:
        nonlocal count
        count = done
        report(f"Painting {done} of {total} picture files")

    painted = paint_all([*picture_jobs(draft), *_sheets(draft)], Cache(folders.cache / "painted"), jobs, on_painted)
    return Made(draft.model, bind(folders, written, draft.model, draft.pictures, painted), count, len(draft.warnings))


def bind(
    folders: Folders,
    written: tuple[str, ...],
    model: Model,
    pictures: tuple[Picture, ...],
    painted: Mapping[tuple[str, Target], bytes],
) -> dict[str, bytes]:
    """Every generated file of docs/. Pages speak of all pictures' files; data and downloads are of those painted."""
    by_path = {path(name, target): data for (name, target), data in painted.items() if name != _SHEET}
    there = tuple(replace(one, files=tuple(file for file in one.files if file.path in by_path)) for one in pictures)
    brand = {name: path.read_bytes() for name, path in files.tree(folders.content / "brand").items()}
    sheets = {target.theme: data for (name, target), data in painted.items() if name == _SHEET}
    published = dict(exports.export_all(exports.Edition(model, there, brand, by_path, sheets)))
    if ICON in written:  # a wide logo may want another drawing for the tab
        del published[ICON]
    # Pages come last, since they say how large a file is.
    handwritten = tuple(name for name in written if name.endswith(".md"))
    texts = pages.render(model, pictures, handwritten, published)
    return {name: text.encode() for name, text in texts.items()} | published


@dataclass(frozen=True, slots=True)
class Draft:
    """Content read, checked and laid out. `frames` by picture and size, `pictures` in the order of the drawings;
    `warnings` do not stop a build.
    """

    model: Model
    drawings: tuple[infographics.Drawing, ...]
    frames: dict[str, dict[str, Frame]]
    pictures: tuple[Picture, ...]
    fonts: Fonts
    warnings: tuple[Problem, ...]


def compose(folders: Folders) -> Draft:
    """Everything that can be wrong with the content is found here. ContentError: with every problem at once."""
    return lay_out_all(*read(folders), load_fonts(folders))


def lay_out_all(model: Model, warnings: tuple[Problem, ...], fonts: Fonts) -> Draft:
    """Every picture in every size that is published. ContentError: one does not fit; with the warnings."""
    drawings = infographics.drawings(derive.views(model))
    frames: dict[str, dict[str, Frame]] = {drawing.id: {} for drawing in drawings}
    found: list[Problem] = []
    for drawing in drawings:
        for size in infographics.sizes(drawing, model.site.pictures.sizes):
            try:
                frames[drawing.id][size] = infographics.frame(drawing, SIZES[size], fonts)
            except ContentError as error:
                found += error.problems
    if found:
        raise ContentError([*warnings, *found])
    pictures = describe(drawings, frames)
    if taken := pages.conflicts(model, pictures):
        raise ContentError([*warnings, *taken])
    return Draft(model, drawings, frames, pictures, fonts, warnings)


def describe(
    drawings: tuple[infographics.Drawing, ...], frames: Mapping[str, Mapping[str, Frame]]
) -> tuple[Picture, ...]:
    """What pages and data files say of the pictures; of a frame only its width and height count."""
    return tuple(
        infographics.picture(drawing, frames[drawing.id], tuple(drawing.view.model.site.pictures.themes))
        for drawing in drawings
    )


def open_drawings(folders: Folders) -> tuple[tuple[infographics.Drawing, ...], Fonts]:
    """Every infographic of the content, not yet laid out. ContentError, OutputError."""
    model, _ = read(folders, linted=False)
    return infographics.drawings(derive.views(model)), load_fonts(folders)


def read(folders: Folders, *, linted: bool = True) -> tuple[Model, tuple[Problem, ...]]:
    """The model and its warnings, none of style unless `linted`. ContentError: it has errors.

    The day decides about warnings only, never about what is made.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    today = datetime.fromtimestamp(int(epoch) if epoch.isdecimal() else time.time(), tz=UTC).date()
    model, problems = inspect(folders.content, kinds=infographics.sections(), today=today, linted=linted)
    if model is None:
        raise ContentError(problems)
    return model, problems


def load_fonts(folders: Folders) -> Fonts:
    """The brand's fonts. OutputError: one is missing."""
    brand = folders.content / "brand"
    for name in FONT_FILES.values():
        if not (brand / name).is_file():
            raise OutputError(f"{brand / name}: this font is missing; restore it from the repository")
    stamps = tuple((brand / name).stat().st_mtime_ns for name in FONT_FILES.values())
    return _fonts(brand, brand.resolve(), stamps)


@lru_cache(maxsize=1)
def _fonts(brand: Path, _place: Path, _stamps: tuple[int, ...]) -> Fonts:
    """The fonts with all that they have measured: in a preview most texts are the same after a change."""
    return Fonts(brand)


def _targets(draft: Draft, drawing: infographics.Drawing) -> tuple[Target, ...]:
    return tuple(targets(tuple(draft.frames[drawing.id]), tuple(draft.model.site.pictures.themes)))


def path(picture: str, target: Target) -> str:
    """Where the file of a picture stands below docs/."""
    return infographics.address_of(picture) + target.file_name(picture)


def picture_jobs(draft: Draft) -> list[Job]:
    """One job a picture, size and theme: its files share a drawing."""
    return [
        job(drawing, draft.frames[drawing.id][size], tuple(wanted), draft.fonts)
        for drawing in draft.drawings
        for (size, _), wanted in _grouped(_targets(draft, drawing)).items()
    ]


def _sheets(draft: Draft) -> list[Job]:
    """One job a theme: every slide made small on one sheet, as the archive of the slides needs it."""
    shown = [drawing for drawing in draft.drawings if _SLIDE in draft.frames[drawing.id]]
    if not shown:
        return []
    frame = lay_out([(drawing.infographic.eyebrow, draft.frames[drawing.id][_SLIDE]) for drawing in shown], draft.fonts)
    words = ", ".join(drawing.infographic.eyebrow for drawing in shown)
    return [
        replace(
            job(shown[0], frame, (Target(SHEET.name, theme, "png", 2),), draft.fonts),
            picture=_SHEET,
            title="Contact sheet",
            description=words,
        )
        for theme in draft.model.site.pictures.themes
    ]


def _grouped(wanted: Iterable[Target]) -> dict[tuple[str, str], list[Target]]:
    groups: dict[tuple[str, str], list[Target]] = {}
    for target in wanted:
        groups.setdefault((target.size, target.theme), []).append(target)
    return groups


def job(drawing: infographics.Drawing, frame: Frame, wanted: tuple[Target, ...], fonts: Fonts) -> Job:
    """What painting these targets, all of one theme, takes."""
    model = drawing.view.model
    colours = derive.colours(model.palette, wanted[0].theme)
    files_by_weight = {weight: str(path) for weight, path in fonts.files.items()}
    return Job(drawing.id, drawing.infographic.title, drawing.infographic.alt, frame, colours, files_by_weight, wanted)
