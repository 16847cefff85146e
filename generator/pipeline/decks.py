"""The deck of a comparison, made anew or brought up to date.

In: the content folder, and a deck made earlier. Out: the bytes of its files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import deck as decks
from generator import infographics
from generator.layout import load_fonts
from generator.model import NOWHERE, View, texts_within, views
from generator.painting import Cache
from generator.pipeline.reading import brand_files, chosen, read
from generator.problems import Place, UsageError


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
