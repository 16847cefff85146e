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
from generator.brand import WEB_FONT
from generator.frontend import policy
from generator.infographics import Drawing, LaidOut, Picture
from generator.layout import Fonts, load_fonts
from generator.model import CHANGED_PICTURES, NOWHERE, Model, View, nothing_published, published, texts_within, views
from generator.model import inspect as inspect_model
from generator.painting import Cache, Job, Means, Target, paint_all
from generator.problems import ContentError, Place, Problem, UsageError
from generator.progress import Report, Stage, Step
from generator.publishers import MKDOCS, Publisher
from generator.shipped import BRAND, shipped
from generator.surroundings import source_date_epoch


@dataclass(frozen=True, slots=True)
class Made:
    """The model, every generated file of docs/ by its path; how many pictures were painted, warnings found, and drafts
    left out.
    """

    model: Model
    files: dict[str, bytes]
    painted: int
    warnings: int
    drafts: int = 0


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


def make(
    composed: Composed,
    by_hand: tuple[str, ...],
    means: Means,
    *,
    report: Report,
    publisher: Publisher = MKDOCS,
) -> Made:
    """Everything that is generated, for that publisher. `means` paint and keep pictures. OutputError: there is no room
    for them, or they cannot be painted.
    """
    count = 0

    def on_painted(done: int, total: int) -> None:
        nonlocal count
        count = done
        report(Step(Stage.PAINTING, done, total))

    report(Step(Stage.PAINTING))
    kept = means.cache
    painted = paint_all(jobs(composed), kept, means.painter, on_painted)
    report(Step(Stage.ASSEMBLING))
    slides = dict(decks.published(composed.laid_out, composed.model.site.pictures.themes, kept))
    kept.remove_unused()
    made = assemble(
        composed.model,
        composed.brand,
        composed.changed,
        composed.laid_out.pictures,
        painted,
        by_hand,
        publisher,
        slides,
    )
    return Made(composed.model, made, count, len(composed.warnings), composed.drafts)


def jobs(composed: Composed) -> list[Job]:
    """Every job whose files a build publishes."""
    laid_out = composed.laid_out
    return [*infographics.jobs(laid_out), *infographics.sheet_jobs(laid_out), *_icon_jobs(composed.model)]


def _icon_jobs(model: Model) -> tuple[Job, ...]:
    neutral = model.palette.neutral.light
    return infographics.icon_jobs(
        exports.logo_of(model), str(model.site.name), ground=str(neutral.ground), ink=str(neutral.ink)
    )


def inspect(content: Path, *, drafts: bool = False) -> tuple[Composed | None, tuple[Problem, ...]]:
    """Everything that can be wrong with the content is found here: every problem at once, and the content unless there
    are errors among them. With `drafts` they are part of it. UsageError. OutputError: a file cannot be read.
    """
    warnings: tuple[Problem, ...] = ()
    try:
        edition = _read(content, drafts=drafts)
        model, warnings = edition.model, edition.warnings
        laid_out = infographics.lay_out(model, load_fonts(content / "brand"))
    except ContentError as error:
        return None, (*warnings, *error.problems)
    if taken := pages.conflicts(model, laid_out.pictures):
        return None, (*warnings, *taken)
    kept = kept_pictures(content)
    return Composed(model, laid_out, warnings, brand_files(content), kept, edition.drafts), warnings


def compose(content: Path, *, drafts: bool = False) -> Composed:
    """Content without errors. ContentError: with every problem at once."""
    composed, problems = inspect(content, drafts=drafts)
    if composed is None:
        raise ContentError(problems)
    return composed


def read(content: Path, *, linted: bool = True, drafts: bool = False) -> tuple[Model, tuple[Problem, ...]]:
    """The model and its warnings, none of style unless `linted`; of drafts and in drafts only where they are asked for.

    ContentError: it has errors, in drafts too, or nothing is left to publish. UsageError. The day decides about
    warnings only, never about what is made.
    """
    edition = _read(content, linted=linted, drafts=drafts)
    return edition.model, edition.warnings


@dataclass(frozen=True, slots=True)
class _Edition:
    """What is made of the content, its warnings, and how many drafts were left out."""

    model: Model
    warnings: tuple[Problem, ...]
    drafts: int = 0


def _read(content: Path, *, linted: bool = True, drafts: bool) -> _Edition:
    epoch = source_date_epoch()
    today = datetime.fromtimestamp(time.time() if epoch is None else epoch, tz=UTC).date()
    model, problems = inspect_model(content, kinds=infographics.sections(), today=today, linted=linted)
    if model is None:
        raise ContentError(problems)
    if drafts:
        return _Edition(model, problems)
    if empty := nothing_published(model):
        raise ContentError((*problems, empty))
    own = published(model)
    return _Edition(own.model, tuple(each for each in problems if each.file not in own.files), own.drafts)


@dataclass(frozen=True, slots=True)
class MadeDeck:
    """A deck's files by path, the one that was asked for last, the typefaces it names, and what its template lacks."""

    files: Mapping[Path, bytes]
    fonts: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def file(self) -> Path:
        return list(self.files)[-1]


def deck(
    content: Path,
    comparison: str | None,
    theme: str | None,
    options: decks.Options,
    cache: Path,
    file: Path | None = None,
) -> MadeDeck:
    """The deck of a comparison, or of the only one, in the form that the file's ending asks for; nothing is written.
    Without a `theme`, in the one that suits the template. `cache` keeps painted pictures.

    ContentError, OutputError; UsageError: it names none, or there are several, or there is no such form; TemplateError.
    """
    decks.form_of(file, options)
    survey = decks.surveyed(options.template)
    view = chosen(content, comparison)
    if not view.comparison.infographics:
        raise UsageError(f'{view.id} has no pictures to make a deck of; list some below "infographics:"')
    subject = _subject(content, view, options, survey)
    look = theme or survey.theme or "light"
    made = decks.files(subject, look, options, file or Path(f"{view.id}.pptx"), Cache(cache))
    return MadeDeck(made, decks.named_fonts(subject.fonts, options), _notes(survey, theme, options))


def _subject(content: Path, view: View, options: decks.Options, survey: decks.Survey) -> decks.Subject:
    """The comparison laid out as slides of the size that suits the template."""
    brand, size = load_fonts(content / "brand"), survey.size
    fonts = decks.arial_widths() if options.fonts == "arial" else brand
    found = infographics.drawings((view,))
    # The fonts of Arial's widths draw nothing: what is painted has the brand's.
    set_in = brand if options.pictures else fonts
    frames = {drawing.id: {size.name: infographics.frame(drawing, size, set_in)} for drawing in found}
    pictures = infographics.describe(found, frames)
    shown = [
        (drawing, picture, frames[drawing.id][size.name]) for drawing, picture in zip(found, pictures, strict=True)
    ]
    return decks.Subject(view, shown, fonts, brand, size, brand_files(content))


def _notes(survey: decks.Survey, theme: str | None, options: decks.Options) -> tuple[str, ...]:
    notes = survey.notes
    if theme and survey.theme and survey.theme != theme:
        notes += (f"its slides are {survey.theme}; choose --theme {survey.theme}",)
    if options.pictures and options.template and options.template.theme:
        notes += ("pictures keep their own colours and fonts",)
    return notes


@dataclass(frozen=True, slots=True)
class UpdatedDeck:
    """A deck brought up to date, and where in the content the texts stand that people have changed in the deck."""

    done: decks.Updated
    places: Mapping[str, Place]


def update_deck(content: Path, data: bytes, name: str, cache: Path) -> UpdatedDeck:
    """A deck's file of that name, made earlier, as the content has it now. `cache` keeps painted pictures.

    ContentError; UsageError: it is no deck.
    """
    model, _ = read(content, linted=False)
    found = {view.id: view for view in views(model)}

    def make(comparison: str, theme: str, options: decks.Options) -> bytes | None:
        if comparison not in found:
            return None
        subject = _subject(content, found[comparison], options, decks.surveyed(options.template))
        return decks.slides(subject, theme, options, Cache(cache))

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


def assemble(
    model: Model,
    brand: Mapping[str, bytes],
    kept: Mapping[str, bytes],
    pictures: tuple[Picture, ...],
    painted: Mapping[tuple[str, Target], bytes],
    by_hand: tuple[str, ...],
    publisher: Publisher,
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
    theme = publisher.theme()
    allowed, own_search = policy(theme.styles), bool(theme.worker)
    artifacts = exports.Artifacts(model, there, brand, by_path, sheets, icons, slides or {}, kept, allowed, own_search)
    published = dict(exports.export_all(artifacts))
    for icon in {exports.ICON, *exports.ICONS} & set(by_hand):  # a wide logo may want another drawing for the tab
        published.pop(icon, None)
    # Pages come last, since they say how large a file is.
    texts = pages.render(model, pictures, tuple(name for name in by_hand if name.endswith(".md")), published, theme)
    return {name: text.encode() for name, text in texts.items()} | published
