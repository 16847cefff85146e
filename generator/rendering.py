"""One infographic, one file.

In: which picture, size, theme, format and file. Out: the file's path. Uses the same layout and painting
as a build, without its cache.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator import files, infographics
from generator.build import Folders
from generator.edition import job, open_drawings
from generator.errors import UsageError
from generator.targets import FORMATS, SIZES, Format, Target


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for. `picture` is an id, or a kind that only one comparison shows."""

    picture: str
    size: str
    theme: str
    format: Format | None
    scale: int
    output: Path | None
    boxes_shown: bool = False
    transparent: bool = False


def render(folders: Folders, wanted: Wanted) -> Path:
    """Paint and write the file. ContentError, OutputError; UsageError: there is no such picture, size or format."""
    if wanted.size not in SIZES:
        raise UsageError(f'there is no size "{wanted.size}"; there are {", ".join(SIZES)}')
    form = wanted.format or _format(wanted.output)
    if wanted.scale > 1 and form != "png":
        raise UsageError(f"--scale is for PNG; {form.upper()} is sharp at any size")
    if wanted.transparent and form != "png":
        raise UsageError("--transparent is for PNG")
    drawings, fonts = open_drawings(folders)
    drawing = infographics.find(wanted.picture, drawings)
    frame = infographics.frame(drawing, SIZES[wanted.size], fonts, boxes_shown=wanted.boxes_shown)
    target = Target(wanted.size, wanted.theme, form, wanted.scale, wanted.transparent)
    from generator.paint import paint

    output = wanted.output or Path(target.file_name(drawing.id))
    files.write(output, paint(job(drawing, frame, (target,), fonts))[target])
    return output


def _format(output: Path | None) -> Format:
    """By the file's name, PNG without one."""
    suffix = output.suffix.removeprefix(".").lower() if output else ""
    if not suffix:
        return "png"
    for form in FORMATS:
        if form == suffix:
            return form
    raise UsageError(f'"{output}" is no {", ".join(FORMATS)}; name one of them with --format')
