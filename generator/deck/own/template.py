"""Our own template as a package.

In: nothing. Out: its bytes.
"""

from __future__ import annotations

from generator.deck.colours import SLOTS
from generator.deck.own.layouts import layouts
from generator.deck.own.master import master, notes_master
from generator.deck.own.places import HIGH, WIDE
from generator.deck.own.relations import PACKAGE, content_types, package_relations, relations
from generator.deck.own.table_style import table_styles
from generator.deck.package.office import package
from generator.deck.package.theme import theme
from generator.deck.shapes.elements import NAMESPACES
from generator.deck.shapes.marks import emu
from generator.deck.typefaces import ARIAL

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NOTES_SIZE = (540.0, 780.0)  # an A4 sheet


def made() -> bytes:
    """The template's bytes."""
    found = layouts()
    numbers = range(1, len(found) + 1)
    parts = {
        "ppt/presentation.xml": _presentation(),
        "ppt/_rels/presentation.xml.rels": relations(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
            ("theme", "theme/theme1.xml"),
            ("tableStyles", "tableStyles.xml"),
        ),
        "ppt/presProps.xml": f"<p:presentationPr {NAMESPACES}/>",
        "ppt/viewProps.xml": f"<p:viewPr {NAMESPACES}/>",
        "ppt/tableStyles.xml": table_styles(),
        "ppt/slideMasters/slideMaster1.xml": master(len(found)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
            *(("slideLayout", f"../slideLayouts/slideLayout{number}.xml") for number in numbers),
            ("theme", "../theme/theme1.xml"),
        ),
        "ppt/notesMasters/notesMaster1.xml": notes_master(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": relations(("theme", "../theme/theme2.xml")),
        "docProps/core.xml": _core(),
    }
    for number, layout in zip(numbers, found, strict=True):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = layout
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = relations(
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        )
    values = dict.fromkeys(SLOTS, "5A6172") | {"dk1": "1B1F2A", "lt1": "FFFFFF", "lt2": "E4DFD5"}
    encoded = {name: (_XML + text).encode() for name, text in parts.items()}
    encoded |= {f"ppt/theme/theme{number}.xml": theme("Visavis", values, ARIAL) for number in (1, 2)}
    encoded["_rels/.rels"] = (_XML + package_relations()).encode()
    return package({"[Content_Types].xml": (_XML + content_types(encoded)).encode()} | encoded)


def _core() -> str:
    spaces = (
        f'xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    return f"<cp:coreProperties {spaces}><dc:title></dc:title></cp:coreProperties>"


def _presentation() -> str:
    masters = '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
    notes = '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
    sizes = _length("sldSz", WIDE, HIGH) + _length("notesSz", *_NOTES_SIZE)
    return f"<p:presentation {NAMESPACES}>{masters}{notes}<p:sldIdLst/>{sizes}</p:presentation>"


def _length(tag: str, width: float, height: float) -> str:
    return f'<p:{tag} cx="{emu(width)}" cy="{emu(height)}"/>'
