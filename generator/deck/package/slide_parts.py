"""Slides and their notes as parts of a file, put in as they are written: python-pptx would first read each of them.

In: a presentation, and the XML of slides. Out: its parts, with relationships.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import count
from typing import Any

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.slide import NotesSlidePart

from generator.deck.shapes.elements import NAMESPACES, About, placeholder
from generator.deck.xml import P, R, attribute, escape
from generator.layout import Rect

_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_NOTES = Rect(60, 330, 420, 390)  # points
_NAME, _TEXT = "NAME OF THE NOTES", "TEXT OF THE NOTES"
_BREAK = re.compile("\r\n?|\n")


class SlideParts:
    """Adds slides to a presentation that has none."""

    def __init__(self, file: Any) -> None:
        self._file, self._package = file, file.part.package
        taken = {str(part.partname) for part in self._package.iter_parts()}
        self._slides, self._notes = (_names(f"/ppt/{kind}s/{kind}", taken) for kind in ("slide", "notesSlide"))

    def add(self, layout: Any) -> Any:
        """A slide on that layout, of which nothing is written yet."""
        part = Part(next(self._slides), CONTENT_TYPE.PML_SLIDE, self._package, b"")
        part.relate_to(layout.part, f"{R}/slideLayout")
        return part

    def write(self, part: Any, content: str, timing: str = "") -> int:
        """Writes a slide and shows it after those before; its number."""
        shown = f"<p:sld {NAMESPACES}>{content}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>{timing}</p:sld>"
        part.blob = f"{_HEAD}{shown}".encode()
        ids = self._file.part._element.get_or_add_sldIdLst()
        return int(ids.add_sldId(self._file.part.relate_to(part, f"{R}/slide")).id)

    def note(self, slide: Any, texts: Sequence[str], name: str) -> None:
        """What the speaker reads, a paragraph each."""
        said = "".join(f"<a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p>" if text else "<a:p/>" for text in texts)
        before, between, after = self._sheet
        data = f"{before}{attribute(name)}{between}{said}{after}".encode()
        part = Part(next(self._notes), CONTENT_TYPE.PML_NOTES_SLIDE, self._package, data)
        part.relate_to(self._file.part.notes_master_part, f"{R}/notesMaster")
        part.relate_to(slide, f"{R}/slide")
        slide.relate_to(part, f"{R}/notesSlide")

    @cached_property
    def _sheet(self) -> tuple[str, str, str]:
        """Notes as python-pptx makes them, around their name and their text."""
        kind: Any = NotesSlidePart
        sheet = kind.new(self._package, self._file.part).notes_slide
        if sheet.notes_text_frame is None:
            _make_place(sheet)
        sheet.notes_text_frame.text = _TEXT
        sheet.notes_placeholder._element.find(f"./*/{{{P}}}cNvPr").set("name", _NAME)
        written = etree.tostring(sheet._element, encoding="unicode")
        before, _, rest = written.partition(_NAME)
        between, _, after = rest.partition(f"<a:p><a:r><a:t>{_TEXT}</a:t></a:r></a:p>")
        return _HEAD + before, between, after


def paragraphs(texts: Sequence[str]) -> list[str]:
    """The lines of the texts."""
    return [line for text in texts for line in _BREAK.split(text)]


def _names(stem: str, taken: set[str]) -> Iterator[PackURI]:
    return (PackURI(name) for number in count(1) if (name := f"{stem}{number}.xml") not in taken)


def _make_place(sheet: Any) -> None:
    """A place for text, which the template's sheet of notes has not."""
    number = max(int(one.get("id")) for one in sheet.shapes._spTree.iter(f"{{{P}}}cNvPr")) + 1
    empty = "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody>"
    made = placeholder(About(number, "Notes"), 'type="body" idx="1"', empty, _NOTES)
    sheet.shapes._spTree.append(parse_xml(made.replace("<p:sp>", f"<p:sp {NAMESPACES}>", 1)))
