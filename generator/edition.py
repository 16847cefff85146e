"""From content to the bytes of every file of docs/, in memory.

In: the content folder and the pages written by hand. Out: the model and path → bytes. The cache of
painted pictures is the only thing written on the way.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from generator import exports, files, infographics, pages
from generator.errors import ContentError, OutputError, Problem
from generator.layout.frame import Frame
from generator.layout.text import Fonts
from generator.model import derive
from generator.model.loading import inspect
from generator.model.schema import Model
from generator.pictures import Picture
from generator.studio import Cache, Job, paint_all
from generator.targets import SIZES, Target, targets
from generator.theme import FONT_FILES

if TYPE_CHECKING:
    from generator.build import Folders

Frames = dict[str, dict[str, Frame]]


def make(
    folders: Folders, written: tuple[str, ...], *, jobs: int, report: Callable[[str], None]
) -> tuple[Model, dict[str, bytes], int]:
    """The model, every generated file of docs/, and how many picture files were painted.

    ContentError: the content has problems. OutputError: a file cannot be read.
    """
    report("Reading the content")
    model, drawings, frames, fonts = compose(folders)
    themes = tuple(model.site.pictures.themes)
    pictures = tuple(infographics.picture(drawing, frames[drawing.id], themes) for drawing in drawings)
    handwritten = tuple(name for name in written if name.endswith(".md"))
    made = {path: text.encode() for path, text in pages.render(model, pictures, handwritten).items()}
    count = 0

    def on_painted(done: int, total: int) -> None:
        nonlocal count
        count = done
        report(f"Painting {done} of {total} picture files")

    work = [job for drawing in drawings for job in _jobs(drawing, frames[drawing.id], model, fonts)]
    painted = paint_all(work, Cache(folders.cache / "painted"), jobs, on_painted)
    by_path = {
        _path(picture, target): painted[picture.id, target] for picture in pictures for target in _targets(model)
    }
    brand = {name: path.read_bytes() for name, path in files.tree(folders.content / "brand").items()}
    made |= dict(exports.export_all(exports.Edition(model, pictures, brand, by_path)))
    return model, made, count


def compose(folders: Folders) -> tuple[Model, tuple[infographics.Drawing, ...], Frames, Fonts]:
    """Content read, checked and laid out: everything that can be wrong with it is found here.

    ContentError: with every problem at once.
    """
    model, problems = inspect(folders.content, kinds=infographics.kinds())
    if model is None:
        raise ContentError(problems)
    fonts = load_fonts(folders)
    drawings = infographics.drawings(derive.views(model))
    frames: Frames = {}
    found: list[Problem] = []
    for drawing in drawings:
        frames[drawing.id] = {}
        for size in model.site.pictures.sizes:
            try:
                frames[drawing.id][size] = infographics.frame(drawing, SIZES[size], fonts)
            except ContentError as error:
                found += error.problems
    if found:
        raise ContentError([*problems, *found])
    return model, drawings, frames, fonts


def load_fonts(folders: Folders) -> Fonts:
    """The brand's fonts. OutputError: one is missing."""
    brand = folders.content / "brand"
    for name in FONT_FILES.values():
        if not (brand / name).is_file():
            raise OutputError(f"{brand / name}: this font is missing; restore it from the repository")
    return Fonts(brand)


def _targets(model: Model) -> tuple[Target, ...]:
    return tuple(targets(tuple(model.site.pictures.sizes), tuple(model.site.pictures.themes)))


def _path(picture: Picture, target: Target) -> str:
    return picture.page + target.file_name(picture.id)


def _jobs(drawing: infographics.Drawing, frames: dict[str, Frame], model: Model, fonts: Fonts) -> list[Job]:
    """One job a size and theme: its files share a drawing."""
    return [
        job(
            drawing,
            frame,
            tuple(target for target in _targets(model) if (target.size, target.theme) == (size, theme)),
            fonts,
        )
        for size, frame in frames.items()
        for theme in model.site.pictures.themes
    ]


def job(drawing: infographics.Drawing, frame: Frame, wanted: tuple[Target, ...], fonts: Fonts) -> Job:
    """What painting these targets, all of one theme, takes."""
    model = drawing.view.model
    colours = derive.colours(model.palette, wanted[0].theme)
    files_by_weight = {weight: str(path) for weight, path in fonts.files.items()}
    return Job(drawing.id, drawing.infographic.title, drawing.infographic.alt, frame, colours, files_by_weight, wanted)
