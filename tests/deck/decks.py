"""Decks and templates for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pptx
from infographics.conftest import view_of
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Emu, Inches

from generator import deck as decks
from generator import infographics
from generator.layout import Fonts
from generator.model import View

ROOT = Path(__file__).parents[2]
KINDS = ("comparison-table", "metrics-scorecard")
EMU = 12_700
LINKS = "_rels/.rels"
RIGHT = b"package/2006/relationships/metadata/core-properties"
OF_LIBREOFFICE = b"officedocument/2006/relationships/metadata/core-properties"
GERMAN = {"Title Slide": "Titelfolie", "Title and Content": "Titel und Inhalt", "Title Only": "Nur Titel"}


def flagship() -> View:
    return view_of("flagship")


@cache
def brand() -> Fonts:
    return Fonts(ROOT / "content" / "brand")


def made(options: decks.Options, *, theme: str = "light", view: View | None = None) -> bytes:
    """A deck of two pictures."""
    view = view or flagship()
    fonts = decks.arial_widths() if options.fonts == "arial" else brand()
    return decks.write(deck_of(view, theme, fonts, options), fonts, options)


def deck_of(view: View, theme: str, fonts: Fonts, options: decks.Options) -> decks.Deck:
    size = decks.surveyed(options.template).size
    found = [one for one in infographics.drawings((view,)) if one.infographic.kind in KINDS]
    frames = {one.id: {size.name: infographics.frame(one, size, fonts)} for one in found}
    pictures = infographics.describe(found, frames)
    shown = [(one, picture, frames[one.id][size.name]) for one, picture in zip(found, pictures, strict=True)]
    return decks.deck(view, shown, theme, fonts, size)


def opened(data: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(data))


# --- templates --------------------------------------------------------------------------------------------------------


def template(change: Callable[[Any], None] | None = None, *, theme: bool = False) -> decks.Template:
    """python-pptx's own template, 4:3, with an example slide, changed."""
    file = pptx.Presentation()
    example = file.slides.add_slide(file.slide_layouts[1])
    example.shapes.title.text = "Example of a slide"
    example.notes_slide.notes_text_frame.text = "Example of notes"
    if change:
        change(file)
    return decks.Template("house.pptx", saved(file), theme)


def saved(file: Any) -> bytes:
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def wide(file: Any) -> None:
    """16:9, everything as far apart as the slide has become wider."""
    file.slide_width, file.slide_height = Inches(13.333), Inches(7.5)
    for owner in (file.slide_master, *file.slide_layouts):
        for place in owner.placeholders:
            if place._element.xpath("./p:spPr/a:xfrm"):
                place.left, place.width = Emu(place.left * 4 // 3), Emu(place.width * 4 // 3)


def tall(file: Any) -> None:
    """16:10."""
    wide(file)
    file.slide_height = Emu(file.slide_width * 10 // 16)
    for owner in (file.slide_master, *file.slide_layouts):
        for place in owner.placeholders:
            if place._element.xpath("./p:spPr/a:xfrm"):
                place.top, place.height = Emu(place.top * 10 // 9), Emu(place.height * 10 // 9)


def huge(file: Any) -> None:
    """As large as slides may be."""
    file.slide_width, file.slide_height = Inches(56), Inches(42)
    for owner in (file.slide_master, *file.slide_layouts):
        for place in owner.placeholders:
            if place._element.xpath("./p:spPr/a:xfrm"):
                left, top, wide, high = (place.left, place.top, place.width, place.height)
                place.left, place.top, place.width, place.height = (
                    Emu(int(one * 5.6)) for one in (left, top, wide, high)
                )


def german(file: Any) -> None:
    for layout in file.slide_layouts:
        layout._element.cSld.set("name", GERMAN.get(layout.name, f"Folie {layout.name}"))
        layout._element.attrib.pop("type", None)


def without_title_only(file: Any) -> None:
    for layout in list(file.slide_layouts):
        if layout.name == "Title Only":
            file.slide_layouts.remove(layout)


def without_titles(file: Any) -> None:
    for layout in file.slide_layouts:
        for place in list(layout.placeholders):
            if place._element.xpath('.//p:ph[@type="title" or @type="ctrTitle"]'):
                place._element.getparent().remove(place._element)


def without_table_styles(file: Any) -> None:
    """As LibreOffice saves one."""
    relations = file.part.rels
    for name in [name for name, one in relations.items() if one.reltype == RELATIONSHIP_TYPE.TABLE_STYLES]:
        relations.pop(name)


def changed(data: bytes, change: Callable[[str, bytes], bytes | None], added: dict[str, bytes] | None = None) -> bytes:
    """A package with every part changed; None leaves it out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            if (part := change(name, before.read(name))) is not None:
                after.writestr(name, part)
        for name, part in (added or {}).items():
            after.writestr(name, part)
    return out.getvalue()


def with_properties_of_libreoffice(data: bytes) -> bytes:
    """A file as its "Impress Office Open XML" saves one: python-pptx does not know what leads to title and author."""

    def renamed(name: str, part: bytes) -> bytes:
        assert name != LINKS or RIGHT in part
        return part.replace(RIGHT, OF_LIBREOFFICE) if name == LINKS else part

    return changed(data, renamed)


def outside(data: bytes) -> list[str]:
    """The shapes that leave their slide."""
    file = opened(data)
    wide, high = file.slide_width, file.slide_height
    return [
        shape.name
        for slide in file.slides
        for shape in slide.shapes
        if shape.left < 0
        or shape.top < 0
        or shape.left + shape.width > wide + EMU
        or shape.top + shape.height > high + EMU
    ]
