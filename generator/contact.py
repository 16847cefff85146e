"""A contact sheet: many pictures at a glance.

In: which picture, or all of them, in which size and theme. Out: one file with a thumbnail of each. Thumbnails
are the finished layouts made small, so they show what is published and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from generator import files, infographics
from generator.build import Folders
from generator.edition import job, open_drawings
from generator.errors import UsageError
from generator.infographics import Drawing
from generator.layout.contact import lay_out
from generator.targets import FORMATS, SHEET, SIZES, Target


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for: every picture in one size or, with `picture`, that picture in every size."""

    picture: str | None
    size: str
    theme: str
    output: Path | None


def contact_sheet(folders: Folders, wanted: Wanted) -> Path:
    """Lay out, paint and write the sheet. ContentError, OutputError; UsageError: no such picture, size or format."""
    output = wanted.output or Path(f"contact-sheet-{wanted.picture or wanted.size}-{wanted.theme}.png")
    form = next((form for form in FORMATS if output.suffix.lower() == f".{form}"), None)
    if form is None:
        raise UsageError(f'"{output}" is no {", ".join(FORMATS)}; end its name in one of them')
    if wanted.size not in SIZES:
        raise UsageError(f'there is no size "{wanted.size}"; there are {", ".join(SIZES)}')
    drawings, fonts = open_drawings(folders)
    shown = _shown(wanted, drawings)
    sheet = lay_out(
        [(caption, infographics.frame(drawing, SIZES[size], fonts)) for caption, drawing, size in shown], fonts
    )
    target = Target(SHEET.name, wanted.theme, form)
    from generator.paint import paint

    first = shown[0][1]
    words = ", ".join(caption for caption, _, _ in shown)
    made = replace(
        job(first, sheet, (target,), fonts), picture="contact-sheet", title="Contact sheet", description=words
    )
    files.write(output, paint(made)[target])
    return output


def _shown(wanted: Wanted, drawings: tuple[Drawing, ...]) -> list[tuple[str, Drawing, str]]:
    """(caption, drawing, size) of every thumbnail."""
    if wanted.picture is None:
        return [
            (f"{drawing.view.id} {drawing.infographic.kind}", drawing, wanted.size)
            for drawing in drawings
            if infographics.sizes(drawing, [wanted.size])
        ]
    drawing = infographics.find(wanted.picture, drawings)
    return [(size, drawing, size) for size in infographics.sizes(drawing, SIZES)]
