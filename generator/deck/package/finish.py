"""What a deck has besides its slides: sections, fonts, properties; and its bytes.

In: a presentation with all its slides. Out: the same, completed, and packed with fixed times in a fixed order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, time
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from lxml import etree
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.opc.serialized import PackageWriter
from pptx.oxml import parse_xml

from generator.deck.deck import Deck
from generator.deck.package.office import package
from generator.deck.typefaces import Embedded
from generator.deck.xml import P14, P, R, attribute, possible

_FONT_DATA = "application/x-fontdata"
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_FONT_FILE = "/ppt/fonts/font{}.fntdata"


def add_sections(file: Any, deck: str, sections: Sequence[tuple[str, Sequence[int]]]) -> None:
    """The deck's sections, before those that the template has."""
    parts: list[str] = []
    used: Counter[str] = Counter()
    for number, (name, ids) in enumerate(sections):
        used[name] += 1
        label = name if used[name] == 1 else f"{name} ({used[name]})"
        own = str(uuid5(NAMESPACE_URL, possible(f"{deck}/{number}/{name}"))).upper()
        slides = "".join(f'<p14:sldId id="{one}"/>' for one in ids)
        entries = f"<p14:sldIdLst>{slides}</p14:sldIdLst>"
        parts.append(f'<p14:section name="{attribute(label)}" id="{{{own}}}">{entries}</p14:section>')
    spaces = f'xmlns:p="{P}" xmlns:p14="{P14}"'
    listed = parse_xml(f'<p:ext {spaces} uri="{_SECTIONS}"><p14:sectionLst>{"".join(parts)}</p14:sectionLst></p:ext>')
    root = file.part._element
    there = root.find(f".//{{{P14}}}sectionLst")
    if there is not None:
        for place, section in enumerate(listed[0]):
            there.insert(place, section)
        return
    if (extensions := root.find(f"{{{P}}}extLst")) is None:
        extensions = etree.SubElement(root, f"{{{P}}}extLst")
    extensions.insert(0, listed)


def embed(file: Any, fonts: Sequence[Embedded]) -> None:
    """Puts the fonts into the file, beside those that the template brings."""
    root = file.part._element
    if not fonts:
        return
    there = root.find(f"{{{P}}}embeddedFontLst")
    known = set() if there is None else {face.get("typeface") for face in there.iter(f"{{{P}}}font")}
    taken = {str(part.partname) for part in file.part.package.iter_parts()}
    names = (name for number in range(1, 1000) if (name := _FONT_FILE.format(number)) not in taken)
    entries = []
    for font, name in zip([font for font in fonts if font.name not in known], names, strict=False):
        part = Part(PackURI(name), _FONT_DATA, file.part.package, font.data)
        relation = file.part.relate_to(part, f"{R}/font")
        face = f'<p:font typeface="{attribute(font.name)}"/>'
        entries.append(f'<p:embeddedFont>{face}<p:regular r:id="{relation}"/></p:embeddedFont>')
    listed = parse_xml(f'<p:embeddedFontLst xmlns:p="{P}" xmlns:r="{R}">{"".join(entries)}</p:embeddedFontLst>')
    if there is not None:
        there.extend(list(listed))
    elif entries:
        root.find(f"{{{P}}}notesSz").addnext(listed)
    root.set("embedTrueTypeFonts", "1")
    root.attrib.pop("saveSubsetFonts", None)


def describe(file: Any, deck: Deck) -> None:
    """Title, author and times; and the list of masters of notes, which python-pptx forgets where it makes one."""
    about = file.core_properties
    about.title, about.author = possible(deck.name), possible(deck.author)
    about.last_modified_by = about.author
    about.language, about.revision = deck.language, 1
    about.created = about.modified = datetime.combine(deck.day, time())
    root = file.part._element
    masters = [name for name, one in file.part.rels.items() if one.reltype == f"{R}/notesMaster"]
    if masters and root.find(f"{{{P}}}notesMasterIdLst") is None:
        entry = f'<p:notesMasterId r:id="{masters[0]}"/>'
        listed = parse_xml(f'<p:notesMasterIdLst xmlns:p="{P}" xmlns:r="{R}">{entry}</p:notesMasterIdLst>')
        root.find(f"{{{P}}}sldMasterIdLst").addnext(listed)


def packed(file: Any) -> bytes:
    """The file with fixed times, its parts in a fixed order, and fonts declared by their ending."""
    kept: Any = _Parts()
    whole = file.part.package
    # What `save` does, but that it would pack the parts, with the time of day, only to have them unpacked again.
    writer = PackageWriter("", whole._rels, tuple(whole.iter_parts()))
    writer._write_content_types_stream(kept)
    writer._write_pkg_rels(kept)
    writer._write_parts(kept)
    kept["[Content_Types].xml"] = _with_font_type(kept["[Content_Types].xml"])
    return package(kept)


class _Parts(dict[str, bytes]):
    """The parts of a file by name, in place of a ZIP."""

    def write(self, path: PackURI, data: bytes) -> None:
        self[str(path).lstrip("/")] = data


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
