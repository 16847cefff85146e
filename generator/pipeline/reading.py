"""Content read, checked and laid out; nothing is written.

In: the content folder. Out: the model, or everything laid out, and every problem there is.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator import files, infographics, pages
from generator.brand import WEB_FONT
from generator.infographics import Drawing, LaidOut
from generator.layout import Fonts, load_fonts
from generator.model import CHANGED_PICTURES, Model, View, make_anew, nothing_published, published, views
from generator.model import inspect as inspect_model
from generator.painting import Cache
from generator.pipeline.kept import Kept
from generator.problems import ContentError, Problem, UsageError, in_order
from generator.shipped import BRAND, shipped
from generator.surroundings import source_date_epoch


@dataclass(frozen=True, slots=True)
class Composed:
    """Content read, checked and laid out. `warnings` do not stop a build.

    `brand` has the files of content/brand by path below it, `changed` the pictures that changes keep by name; `drafts`
    is how many were left out.
    """

    model: Model
    laid_out: LaidOut
    warnings: tuple[Problem, ...]
    brand: Mapping[str, bytes]
    changed: Mapping[str, bytes]
    drafts: int = 0


def inspect(
    content: Path,
    *,
    drafts: bool = False,
    layouts: Cache | None = None,
    readings: Path | None = None,
    writes: bool = True,
) -> tuple[Composed | None, tuple[Problem, ...]]:
    """Everything that can be wrong with the content is found here: every problem at once, errors first, and the content
    unless there are errors among them. With `drafts` they are part of it. `layouts` keeps what was laid out, and the
    folder `readings` what was read, which is only looked up unless it `writes`. UsageError. OutputError: a file cannot
    be read.
    """
    warnings: tuple[Problem, ...] = ()
    try:
        edition = _read(content, drafts=drafts, readings=readings, writes=writes)
        model, warnings = edition.model, edition.warnings
        laid_out = infographics.lay_out(model, load_fonts(content / "brand"), layouts)
    except ContentError as error:
        return None, in_order((*warnings, *error.problems))
    if taken := pages.conflicts(model, laid_out.pictures):
        return None, in_order((*warnings, *taken))
    kept = kept_pictures(content)
    return Composed(model, laid_out, warnings, brand_files(content), kept, edition.drafts), warnings


def compose(
    content: Path, *, drafts: bool = False, layouts: Cache | None = None, readings: Path | None = None
) -> Composed:
    """Content without errors. ContentError: with every problem at once."""
    composed, problems = inspect(content, drafts=drafts, layouts=layouts, readings=readings)
    if composed is None:
        raise ContentError(problems)
    return composed


def read(
    content: Path, *, linted: bool = True, drafts: bool = False, readings: Path | None = None
) -> tuple[Model, tuple[Problem, ...]]:
    """The model and its warnings, none of style unless `linted`; of drafts and in drafts only where they are asked for.
    The folder `readings` keeps what was read.

    ContentError: it has errors, in drafts too, or nothing is left to publish. UsageError. The day decides about
    warnings only, never about what is made.
    """
    edition = _read(content, linted=linted, drafts=drafts, readings=readings)
    return edition.model, edition.warnings


@dataclass(frozen=True, slots=True)
class _Edition:
    """What is made of the content, its warnings, and how many drafts were left out."""

    model: Model
    warnings: tuple[Problem, ...]
    drafts: int = 0


def _read(content: Path, *, linted: bool = True, drafts: bool, readings: Path | None, writes: bool = True) -> _Edition:
    epoch = source_date_epoch()
    today = datetime.fromtimestamp(time.time() if epoch is None else epoch, tz=UTC).date()
    kept = Kept(readings, content) if readings else None
    model, problems = inspect_model(
        content, kinds=infographics.sections(), today=today, linted=linted, recall=kept or make_anew
    )
    if kept and writes:
        kept.save()
    if model is None:
        raise ContentError(problems)
    if drafts:
        return _Edition(model, problems)
    if empty := nothing_published(model):
        raise ContentError((*problems, empty))
    own = published(model)
    return _Edition(own.model, tuple(each for each in problems if each.file not in own.files), own.drafts)


def chosen(content: Path, comparison: str | None) -> View:
    """A comparison by its id, or the only one. ContentError; UsageError: it names none, or there are several."""
    model, _ = read(content, linted=False)
    every = views(model)
    found = [view for view in every if comparison in (None, view.id)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(view.id for view in every)
    if comparison:
        one = len(every) == 1
        raise UsageError(f'"{comparison}" names no comparison; there {"is only" if one else "are"} {known}')
    raise UsageError(f"there are several comparisons; name one of them: {known}")


def drawings(content: Path) -> tuple[tuple[Drawing, ...], Fonts]:
    """Every infographic of the content, of drafts too, not yet laid out. ContentError, OutputError."""
    model, _ = read(content, linted=False, drafts=True)
    return infographics.drawings(views(model)), load_fonts(content / "brand")


def brand_files(content: Path) -> dict[str, bytes]:
    """The bytes of every file of content/brand, by path below it, and of our fonts that it has none in place of."""
    own = files.tree(content / "brand")
    ours = {f"fonts/{name}": path for name, path in files.tree(shipped(BRAND) / "fonts").items()}
    if any(name.endswith(WEB_FONT) for name in own):
        ours = {name: path for name, path in ours.items() if not name.endswith(WEB_FONT)}
    return {name: path.read_bytes() for name, path in (ours | own).items()}


def kept_pictures(content: Path) -> dict[str, bytes]:
    """The bytes of every file of content/changes, by its name: pictures as they were before a change."""
    folder = content / CHANGED_PICTURES
    return {name: path.read_bytes() for name, path in files.tree(folder).items()} if folder.is_dir() else {}
