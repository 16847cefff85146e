"""Every picture of a model, laid out in every size that is published, and what painting them takes.

In: the model and the fonts. Out: frames by picture and size, what pages and data files say of them, and the jobs for
painting them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from generator.infographics import contact_sheet
from generator.infographics.drawing import Drawing, address_of, drawings, frame, picture
from generator.infographics.layouts import Layouts, Store
from generator.infographics.overlong import Overlong
from generator.infographics.picture import Picture
from generator.infographics.published import published_sizes, published_targets
from generator.layout import SHEET, SIZES, Fonts, Frame
from generator.model import Model, colour_values, views
from generator.painting import Job, Target
from generator.problems import ContentError, Problem

CONTACT_SHEET = "contact-sheet"
_SLIDE = "slide"
# Where some texts are shorter a picture may show more than before, so all are laid out again after any was cut.
_PASSES = 3


@dataclass(frozen=True, slots=True)
class LaidOut:
    """`frames` by picture and size, `pictures` in the order of the drawings."""

    drawings: tuple[Drawing, ...]
    frames: Mapping[str, Mapping[str, Frame]]
    pictures: tuple[Picture, ...]
    fonts: Fonts


def lay_out(model: Model, fonts: Fonts, store: Store | None = None) -> LaidOut:
    """Every picture in every size that is published. What the `store` has is not laid out again, and what is laid out
    is kept there and not in memory. ContentError: some do not fit.
    """
    found = drawings(views(model))
    layouts = Layouts(store, model, fonts) if store else None
    problems: list[Problem] = []
    overlong = Overlong()
    for _ in range(_PASSES):
        known, problems = dict(overlong.cuts), []
        frames = {drawing.id: _frames(drawing, fonts, overlong, layouts, problems) for drawing in found}
        if overlong.cuts == known:
            break
        layouts = None  # where a text was cut, what was kept may show less than there is room for now
    problems += overlong.problems(_hyphenated(found, fonts, overlong)) if overlong.cuts else overlong.problems()
    if problems:
        raise ContentError(problems)
    return LaidOut(found, frames, describe(found, frames), fonts)


def _hyphenated(found: Iterable[Drawing], fonts: Fonts, overlong: Overlong) -> Overlong:
    """What all pictures need where words that are too wide get hyphens: those may fit then and take more lines."""
    other = overlong.hyphenated()
    for _ in range(_PASSES):
        known = dict(other.cuts)
        for drawing in found:
            _frames(drawing, fonts, other, None, [])
        if other.cuts == known:
            break
    return other


def _frames(
    drawing: Drawing, fonts: Fonts, overlong: Overlong, layouts: Layouts | None, problems: list[Problem]
) -> Mapping[str, Frame]:
    """By size. `overlong` and `problems` hear of what does not fit."""
    wanted = published_sizes(drawing)
    if layouts and (kept := layouts.found(drawing, wanted)):
        return kept
    made: dict[str, Frame] = {}
    for size in wanted:
        try:
            made[size] = frame(drawing, SIZES[size], fonts, overlong=overlong)
        except ContentError as error:
            problems += error.problems
    # Where texts are too long, or nothing helps, frames are shorter than the content or empty.
    whole = len(made) == len(wanted) and not any(overlong.problems())
    return layouts.keep(drawing, made) if layouts and whole else made


def describe(found: Iterable[Drawing], frames: Mapping[str, Mapping[str, Frame]]) -> tuple[Picture, ...]:
    """What pages and data files say of the pictures; of a frame only its width, its height and `most` count."""
    return tuple(
        picture(drawing, frames[drawing.id], published_targets(drawing, frames[drawing.id])) for drawing in found
    )


def path(picture: str, target: Target) -> str:
    """Where the file of a picture stands below docs/."""
    return str(PurePosixPath(address_of(picture), target.file_name(picture)))


def jobs(laid_out: LaidOut) -> list[Job]:
    """One job a picture, size and theme: its files share a drawing."""
    found = []
    for drawing, about in zip(laid_out.drawings, laid_out.pictures, strict=True):
        frames, alts = laid_out.frames[drawing.id], {file.size: about.alt_of(file) for file in about.files}
        for (size, _), wanted in _grouped(published_targets(drawing, frames)).items():
            words = drawing.infographic.title, alts[size]
            found.append(_job(drawing, frames[size], tuple(wanted), laid_out.fonts, words))
    return found


def sheet_jobs(laid_out: LaidOut) -> list[Job]:
    """One job a theme: every slide made small on one sheet, as the archive of the slides needs it.

    It has the slides of those comparisons of which everything is published.
    """
    whole = (drawing for drawing in laid_out.drawings if drawing.view.picture_set is None)
    shown = [drawing for drawing in whole if _SLIDE in laid_out.frames[drawing.id]]
    if not shown:
        return []
    slides = [(drawing.infographic.eyebrow, drawing, laid_out.frames[drawing.id][_SLIDE]) for drawing in shown]
    themes = shown[0].view.model.site.pictures.themes
    return [sheet_job(slides, Target(SHEET.name, theme, "png", 1), laid_out.fonts) for theme in themes]


def sheet_job(shown: Sequence[tuple[str, Drawing, Frame]], target: Target, fonts: Fonts) -> Job:
    """What painting a sheet takes of pictures with their captions."""
    sheet = contact_sheet.lay_out([(caption, frame) for caption, _, frame in shown], fonts)
    words = ", ".join(caption for caption, _, _ in shown)
    return replace(_job(shown[0][1], sheet, (target,), fonts, ("Contact sheet", words)), picture=CONTACT_SHEET)


def job(drawing: Drawing, frame: Frame, wanted: tuple[Target, ...], fonts: Fonts) -> Job:
    """What painting these targets, all of one size and theme, takes."""
    alt = drawing.own_alt(wanted[0].size, frame) or drawing.infographic.alt
    return _job(drawing, frame, wanted, fonts, (drawing.infographic.title, alt))


def _job(drawing: Drawing, frame: Frame, wanted: tuple[Target, ...], fonts: Fonts, words: tuple[str, str]) -> Job:
    """`words` are title and description."""
    values = colour_values(drawing.view.model.palette, wanted[0].theme)
    files_by_weight = {weight: str(path) for weight, path in fonts.files.items()}
    return Job(drawing.id, *words, frame, values, files_by_weight, wanted)


def _grouped(wanted: Iterable[Target]) -> dict[tuple[str, str], list[Target]]:
    groups: dict[tuple[str, str], list[Target]] = {}
    for target in wanted:
        groups.setdefault((target.size, target.theme), []).append(target)
    return groups
