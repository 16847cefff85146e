"""A deck as a file: slides, notes, sections and properties, put together on a template.

In: a `Deck`, how its texts look, fonts to embed. Out: the bytes of a .pptx; equal ones for equal input.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime, time
from itertools import groupby
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pptx
from lxml import etree
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Pt

from generator.deck import own_template
from generator.deck.archive import zipped
from generator.deck.deck import Deck, Slide
from generator.deck.options import Options
from generator.deck.slide import SlideWriter
from generator.deck.tables import draw_table, table_slides
from generator.deck.text_box import Look
from generator.deck.theme import theme
from generator.deck.timing import appearing
from generator.deck.typefaces import Embedded
from generator.deck.updating import record
from generator.deck.updating.label import stamp
from generator.deck.updating.looks import look_of
from generator.deck.xml import attribute

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FONT_DATA = "application/x-fontdata"
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NUMBER = 'type="sldNum" sz="quarter" idx="4"'


class DeckWriter:
    """Puts one deck together."""

    def __init__(self, deck: Deck, look: Look, options: Options) -> None:
        self._deck, self._look, self._options = deck, look, options
        self._file: Any = pptx.Presentation(str(own_template.FILE))
        self._layouts = {layout.name: layout for layout in self._file.slide_layouts}
        self._made: dict[str, Any] = {}

    def whole(self, fonts: Iterable[Embedded]) -> bytes:
        """The deck with its first and its last slide."""
        sections = [(self._deck.name, [self._first()])]
        for section, slides in groupby(self._deck.slides, key=lambda slide: slide.section):
            sections.append((section, [one for slide in slides for one in self._slides(slide)]))
        sections.append((self._deck.closing.title, [self._last()]))
        self._add_sections(sections)
        return self._finished(fonts)

    def single(self, slide: Slide, fonts: Iterable[Embedded]) -> bytes:
        """One picture alone."""
        self._slides(slide)
        return self._finished(fonts)

    def _finished(self, fonts: Iterable[Embedded]) -> bytes:
        self._set_theme()
        self._embed(tuple(fonts))
        self._describe()
        self._sign()
        return packed(self._file)

    # --- slides ---

    def _add(self, layout: str, address: str) -> Any:
        slide = self._made[address] = self._file.slides.add_slide(self._layouts[layout])
        return slide

    def _slides(self, slide: Slide) -> list[int]:
        """The picture, and where tables are asked for, its facts as one."""
        added = self._add("Title Only", slide.address)
        element = added._element
        element.replace(element.cSld, parse_xml(SlideWriter(slide, self._look).written(_NUMBER)))
        if self._options.build:
            element.append(parse_xml(appearing(element.cSld.spTree)))
        added.notes_slide.notes_text_frame.text = "\n".join(slide.notes)
        ids = [added.slide_id]
        return ids + self._tables(slide) if self._options.tables else ids

    def _tables(self, slide: Slide) -> list[int]:
        tables, ids = table_slides(slide, self._look), []
        for number, table in enumerate(tables, 1):
            added = self._add("Title Only", f"{slide.address}, table {number}")
            count = f" ({number} of {len(tables)})" if len(tables) > 1 else ""
            self._heading(added, f"{slide.title}: as a table{count}")
            name = f"{slide.address}, table {number}/table"
            draw_table(added, name, f"{slide.title}{count}", table, self._look)
            added.notes_slide.notes_text_frame.text = "\n".join(slide.notes[-2:])
            ids.append(int(added.slide_id))
        return ids

    def _first(self) -> int:
        slide = self._add("Title Slide", f"{self._deck.id}/first slide")
        self._heading(slide, self._deck.title)
        slide.placeholders[1].text_frame.text = "\n".join(self._deck.subtitle)
        return int(slide.slide_id)

    def _last(self) -> int:
        slide = self._add("Title and Content", f"{self._deck.id}/last slide")
        self._heading(slide, self._deck.closing.title)
        frame = slide.placeholders[1].text_frame
        for index, (what, more) in enumerate(self._deck.closing.entries):
            paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
            paragraph.space_after = Pt(10)
            run = paragraph.add_run()
            run.text = what
            run.font.bold = True
            paragraph.add_line_break()
            paragraph.add_run().text = more
        return int(slide.slide_id)

    def _heading(self, slide: Any, text: str) -> None:
        frame = slide.shapes.title.text_frame
        frame.text = text
        if self._look.faces.bold:
            frame.paragraphs[0].runs[0].font.bold = True

    # --- what is not on slides ---

    def _sign(self) -> None:
        """Every shape says who it is and what it was, the file how it was made: `deck update` asks for both."""
        for address, slide in self._made.items():
            stamp(slide, address)
        choices = asdict(self._options) | {"comparison": self._deck.id, "theme": self._deck.theme}
        record.put(self._file, record.Record(choices, look_of(self._file), record.written(self._made.items())))

    def _set_theme(self) -> None:
        part = self._file.slide_masters[0].part.part_related_by(f"{_OFFICE}/theme")
        part.blob = theme(self._deck.name, self._deck.colours, self._look.faces)

    def _add_sections(self, sections: list[tuple[str, list[int]]]) -> None:
        parts = []
        for number, (name, ids) in enumerate(sections):
            own = str(uuid5(NAMESPACE_URL, f"{self._deck.name}/{number}/{name}")).upper()
            slides = "".join(f'<p14:sldId id="{one}"/>' for one in ids)
            entries = f"<p14:sldIdLst>{slides}</p14:sldIdLst>"
            parts.append(f'<p14:section name="{attribute(name)}" id="{{{own}}}">{entries}</p14:section>')
        spaces = f'xmlns:p="{_P}" xmlns:p14="{_P14}"'
        listed = f'<p:ext uri="{_SECTIONS}"><p14:sectionLst>{"".join(parts)}</p14:sectionLst></p:ext>'
        self._file.part._element.append(parse_xml(f"<p:extLst {spaces}>{listed}</p:extLst>"))

    def _embed(self, fonts: tuple[Embedded, ...]) -> None:
        presentation = self._file.part._element
        if not fonts:
            return
        entries = []
        for number, font in enumerate(fonts, 1):
            name = PackURI(f"/ppt/fonts/font{number}.fntdata")
            part = Part(name, _FONT_DATA, self._file.part.package, font.data)
            relation = self._file.part.relate_to(part, f"{_OFFICE}/font")
            face = f'<p:font typeface="{attribute(font.name)}"/>'
            entries.append(f'<p:embeddedFont>{face}<p:regular r:id="{relation}"/></p:embeddedFont>')
        spaces = f'xmlns:p="{_P}" xmlns:r="{_R}"'
        listed = parse_xml(f"<p:embeddedFontLst {spaces}>{''.join(entries)}</p:embeddedFontLst>")
        presentation.find(f"{{{_P}}}notesSz").addnext(listed)
        presentation.set("embedTrueTypeFonts", "1")
        presentation.attrib.pop("saveSubsetFonts", None)

    def _describe(self) -> None:
        about, deck = self._file.core_properties, self._deck
        about.title, about.author, about.last_modified_by = deck.name, deck.author, deck.author
        about.language, about.revision = deck.language, 1
        about.created = about.modified = datetime.combine(deck.day, time())


def packed(file: Any) -> bytes:
    """The file with fixed times, its parts in a fixed order, and fonts declared by their ending."""
    saved = io.BytesIO()
    file.save(saved)
    with zipfile.ZipFile(saved) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["[Content_Types].xml"] = _with_font_type(parts["[Content_Types].xml"])
    return zipped(parts)


def _with_font_type(types: bytes) -> bytes:
    """One entry for all fonts, without which PowerPoint repairs the file."""
    root = etree.fromstring(types)
    fonts = [entry for entry in root if entry.get("ContentType") == _FONT_DATA]
    for entry in fonts:
        root.remove(entry)
    if fonts:
        etree.SubElement(root, f"{root.tag[:-5]}Default", Extension="fntdata", ContentType=_FONT_DATA)
        root.insert(0, root[-1])
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
