"""A template, opened: the file that slides are added to, and where on them things go.

In: a company's template, or none for our own. Out: a `Base`. TemplateError: the template cannot be used.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pptx

from generator.deck.options import Template
from generator.deck.package import properties
from generator.deck.shapes.marks import EMU
from generator.deck.templates import given, layouts, look, place
from generator.deck.templates.emptied import empty
from generator.deck.templates.place import Place
from generator.deck.templates.room import free
from generator.problems import TemplateError

# What the sides of a slide may be in a file: an inch and 56.
_SMALLEST, _LARGEST, _INCH = 914_400, 51_206_400, 72.0
# Our own slide, points, and the least share of it: ten points are one then, and no file may say less of a text.
_WIDE, _HIGH, _LEAST = 960.0, 540.0, 0.1
OWN = Path(__file__).parents[1] / "template.pptx"


@dataclass(frozen=True, slots=True)
class Base:
    """A presentation without slides. `file` is python-pptx's; `notes` say what a template lacks; `dark` and `faces`
    (for titles, for texts) are a company's, None for our own.
    """

    file: Any
    first: Place
    picture: Place
    notes: tuple[str, ...] = ()
    dark: bool | None = None
    faces: tuple[str, str] | None = None

    @property
    def own(self) -> bool:
        return self.faces is None


def opened(template: Template | None) -> Base:
    """The template, ready for slides."""
    return _given(template) if template else _own()


def _own() -> Base:
    file: Any = pptx.Presentation(str(OWN))
    named = {layout.name: layout for layout in file.slide_layouts}
    size = (file.slide_width / EMU, file.slide_height / EMU)
    return Base(file, place.own(named[layouts.FIRST], *size), place.own(named[layouts.PICTURE], *size))


def _given(template: Template) -> Base:
    data = given.presentation(template)
    try:
        return _read(pptx.Presentation(io.BytesIO(data)))
    except TemplateError as error:
        raise TemplateError(f"{template.name} {error}.") from None
    except Exception as error:  # whatever python-pptx and lxml trip over: the file is not as it has to be
        raise TemplateError(f"{template.name} is damaged; open it in PowerPoint and save it anew.") from error


def _read(file: Any) -> Base:
    properties.mend(file)
    empty(file)
    masters = list(file.slide_masters)
    if not any(len(master.slide_layouts) for master in masters):
        raise TemplateError("has no layouts")
    if not all(_SMALLEST <= side <= _LARGEST for side in (file.slide_width, file.slide_height)):
        raise ValueError("slides of no size that there is")
    size = (file.slide_width / EMU, file.slide_height / EMU)

    def roomy(layout: Any) -> float:
        room = free(layout, *size)
        return room.width * room.height

    chosen = layouts.choose(masters, roomy)
    first, picture = place.foreign(chosen.first, *size), place.foreign(chosen.picture, *size)
    for each in (picture, first):
        _check_room(each)
    notes = chosen.notes
    if not first.subtitle:
        notes += (f'layout "{chosen.first.name}" has no place for a subtitle; it stands below the title',)
    if not picture.number:
        notes += (f'layout "{chosen.picture.name}" has no place for a slide number; slides have none',)
    return Base(file, first, picture, notes, look.is_dark(chosen.picture), look.faces(chosen.picture))


def _check_room(place: Place) -> None:
    """TemplateError: what is drawn there would be smaller than a file can say, or than anybody can read."""
    room = place.room
    written = place.heading and place.subtitle  # its texts are as large as the layout says
    if room and not written and min(room.width / _WIDE, room.height / _HIGH) < _LEAST:
        told = f"{room.width / _INCH:.1f} × {room.height / _INCH:.1f} in"
        where = f'layout "{place.layout.name}" has room of {told} for a picture'
        raise TemplateError(f"is too small for text: {where}; make its slides larger, or that room")
