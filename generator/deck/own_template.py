"""The template that decks are made from where no company's own is given: 16:9, four layouts, notes, a style of tables.

In: nothing. Out: the bytes of `template.pptx` beside this file, which `make generator/deck/template.pptx` writes.
"""

from __future__ import annotations

from pathlib import Path

from generator.deck.archive import zipped
from generator.deck.colours import SLOTS
from generator.deck.marks import emu, placed
from generator.deck.shapes import NAMESPACES, tree
from generator.deck.theme import theme
from generator.deck.typefaces import ARIAL
from generator.layout import SIZES, Rect

FILE = Path(__file__).with_name("template.pptx")
TABLE_STYLE = "{7B5C8A34-52D0-4C37-9E1B-2D6B1F0A9C55}"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
_SIZE = SIZES["slide"]
_WIDE, _HIGH, _MARGIN = _SIZE.width, _SIZE.height or 0.0, _SIZE.margin
# Where a title of two lines stands on every picture, the room below it, and the corner for the number.
_TITLE = Rect(_MARGIN, 60, _SIZE.inner, 74)
_BODY = Rect(_MARGIN, 150, _SIZE.inner, 334)
_NUMBER = Rect(_WIDE - _MARGIN - 60, _HIGH - 25, 60, 14)
# An A4 sheet of notes: the slide above, the text below.
_NOTES_SIZE = (540.0, 780.0)


def made() -> bytes:
    """The template's bytes."""
    layouts = _layouts()
    numbers = range(1, len(layouts) + 1)
    parts = {
        "ppt/presentation.xml": _presentation(),
        "ppt/_rels/presentation.xml.rels": _relations(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
            ("theme", "theme/theme1.xml"),
            ("tableStyles", "tableStyles.xml"),
        ),
        "ppt/presProps.xml": f"<p:presentationPr {NAMESPACES}/>",
        "ppt/viewProps.xml": f"<p:viewPr {NAMESPACES}/>",
        "ppt/tableStyles.xml": _table_styles(),
        "ppt/slideMasters/slideMaster1.xml": _master(len(layouts)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            *(("slideLayout", f"../slideLayouts/slideLayout{number}.xml") for number in numbers),
            ("theme", "../theme/theme1.xml"),
        ),
        "ppt/notesMasters/notesMaster1.xml": _notes_master(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _relations(("theme", "../theme/theme2.xml")),
        "docProps/core.xml": _core(),
    }
    for number, layout in zip(numbers, layouts, strict=True):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = layout
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = _relations(
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        )
    values = dict.fromkeys(SLOTS, "5A6172") | {"dk1": "1B1F2A", "lt1": "FFFFFF", "lt2": "E4DFD5"}
    encoded = {name: (_XML + text).encode() for name, text in parts.items()}
    encoded |= {f"ppt/theme/theme{number}.xml": theme("Visavis", values, ARIAL) for number in (1, 2)}
    encoded["_rels/.rels"] = (_XML + _package_relations()).encode()
    return zipped({"[Content_Types].xml": (_XML + _content_types(encoded)).encode()} | encoded)


def _package_relations() -> str:
    document = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="ppt/presentation.xml"/>'
    kind = f"{_PACKAGE}/relationships/metadata/core-properties"
    properties = f'<Relationship Id="rId2" Type="{kind}" Target="docProps/core.xml"/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{document}{properties}</Relationships>'


def _relations(*found: tuple[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(found, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _content_types(parts: dict[str, bytes]) -> str:
    kinds = {
        "ppt/presentation.xml": f"{_TYPE}.presentation.main+xml",
        "ppt/presProps.xml": f"{_TYPE}.presProps+xml",
        "ppt/viewProps.xml": f"{_TYPE}.viewProps+xml",
        "ppt/tableStyles.xml": f"{_TYPE}.tableStyles+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    folders = {
        "slideMasters": f"{_TYPE}.slideMaster+xml",
        "slideLayouts": f"{_TYPE}.slideLayout+xml",
        "notesMasters": f"{_TYPE}.notesMaster+xml",
        "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    }
    for name in parts:
        if not name.endswith(".rels") and name not in kinds:
            kinds[name] = folders[name.split("/")[1]]
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">{relations}<Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}</Types>"
    )


def _core() -> str:
    spaces = (
        f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    return f"<cp:coreProperties {spaces}><dc:title></dc:title></cp:coreProperties>"


def _presentation() -> str:
    masters = '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
    notes = '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
    sizes = _length("sldSz", _WIDE, _HIGH) + _length("notesSz", *_NOTES_SIZE)
    return f"<p:presentation {NAMESPACES}>{masters}{notes}<p:sldIdLst/>{sizes}</p:presentation>"


def _length(tag: str, width: float, height: float) -> str:
    return f'<p:{tag} cx="{emu(width)}" cy="{emu(height)}"/>'


# --- master and layouts -----------------------------------------------------------------------------------------------

_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_SAME_MAP = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
_GROUND = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
_NO_INSETS = 'lIns="0" tIns="0" rIns="0" bIns="0"'


def _master(layouts: int) -> str:
    shapes = (
        _place(2, "Title", 'type="title"', _TITLE, "Title", anchor="t")
        + _place(3, "Text", 'type="body" idx="1"', _BODY, "Text", anchor="t")
        + _place(
            4, "Slide number", 'type="sldNum" sz="quarter" idx="4"', _NUMBER, _FIELD, anchor="b", look=_NUMBER_LOOK
        )
    )
    ids = "".join(f'<p:sldLayoutId id="{2147483648 + number}" r:id="rId{number}"/>' for number in range(1, layouts + 1))
    return (
        f"<p:sldMaster {NAMESPACES}><p:cSld>{_GROUND}{tree(shapes)}</p:cSld>{_MAP}"
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>{_text_styles()}</p:txStyles></p:sldMaster>"
    )


def _text_styles() -> str:
    title = _level("lvl1pPr", 3000, "+mj", "tx1", spacing=100, tracking=-72)
    body = "".join(_level(f"lvl{level}pPr", 1800, "+mn", "tx1", indent=18 * (level - 1)) for level in range(1, 6))
    other = "".join(_level(f"lvl{level}pPr", 1800, "+mn", "tx1") for level in range(1, 6))
    return f"<p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle>"


def _level(
    tag: str, size: int, face: str, colour: str, *, indent: float = 0, spacing: int = 110, tracking: int = 0
) -> str:
    tracked = f' spc="{tracking}"' if tracking else ""
    fonts = "".join(
        f'<a:{kind} typeface="{face}-{short}"/>' for kind, short in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
    )
    return (
        f'<a:{tag} marL="{emu(indent)}" indent="0" algn="l" rtl="0">'
        f'<a:lnSpc><a:spcPct val="{spacing * 1000}"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{size}" b="0"{tracked}>'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>{fonts}</a:defRPr></a:{tag}>'
    )


_FIELD = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr/><a:t>‹#›</a:t></a:fld>'
_NUMBER_LOOK = (
    '<a:lvl1pPr algn="r"><a:defRPr sz="1050"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:defRPr></a:lvl1pPr>'
)


def _place(number: int, name: str, kind: str, rect: Rect | None, text: str, *, anchor: str = "", look: str = "") -> str:
    """A placeholder with the text that shows where it is empty."""
    where = placed(rect) + '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if rect else ""
    body = (
        f'<a:bodyPr vert="horz" {_NO_INSETS} anchor="{anchor}"><a:normAutofit/></a:bodyPr>' if anchor else "<a:bodyPr/>"
    )
    run = text if text.startswith("<") else f"<a:r><a:rPr/><a:t>{text}</a:t></a:r>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{where}</p:spPr>"
        f"<p:txBody>{body}<a:lstStyle>{look}</a:lstStyle><a:p>{run}</a:p></p:txBody></p:sp>"
    )


def _layouts() -> tuple[str, ...]:
    number = _place(9, "Slide number", 'type="sldNum" sz="quarter" idx="4"', None, _FIELD)
    title = _place(2, "Title", 'type="title"', None, "Title")
    body = _place(3, "Text", 'type="body" idx="1"', None, "Text")
    return (
        _layout("Title Slide", 'type="title"', _cover()),
        _layout("Title and Content", 'type="obj"', title + body + number),
        _layout("Title Only", 'type="titleOnly"', title + number),
        _layout("Blank", 'type="blank"', number),
    )


def _layout(name: str, kind: str, shapes: str) -> str:
    content = f'<p:cSld name="{name}">{tree(shapes)}</p:cSld>'
    return f'<p:sldLayout {NAMESPACES} {kind} preserve="1">{content}{_SAME_MAP}</p:sldLayout>'


def _cover() -> str:
    """Two bars in the first two colours, and title and subtitle beside them."""
    left, wide = _MARGIN + 30, _SIZE.inner - 30
    big = '<a:lvl1pPr><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:defRPr sz="4800" spc="-115"/></a:lvl1pPr>'
    quiet = (
        '<a:lvl1pPr><a:spcBef><a:spcPts val="600"/></a:spcBef><a:defRPr sz="2000"><a:solidFill><a:schemeClr val="tx2"/>'
        "</a:solidFill></a:defRPr></a:lvl1pPr>"
    )
    return (
        _bar(5, "accent1", Rect(_MARGIN, 130, 8, 140))
        + _bar(6, "accent2", Rect(_MARGIN, 270, 8, 140))
        + _place(2, "Title", 'type="ctrTitle"', Rect(left, 130, wide, 140), "Title", anchor="b", look=big)
        + _place(
            3, "Subtitle", 'type="subTitle" idx="1"', Rect(left, 282, wide, 128), "Subtitle", anchor="t", look=quiet
        )
    )


def _bar(number: int, colour: str, rect: Rect) -> str:
    form = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    fill = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
    head = f'<p:cNvPr id="{number}" name="Bar {number - 4}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
    return f"<p:sp><p:nvSpPr>{head}</p:nvSpPr><p:spPr>{placed(rect)}{form}{fill}</p:spPr></p:sp>"


def _notes_master() -> str:
    slide = Rect(60, 60, 420, 236.25)
    text = Rect(60, 330, 420, 390)
    picture = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        f'</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{placed(slide)}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>'
    )
    shapes = picture + _place(3, "Notes", 'type="body" sz="quarter" idx="3"', text, "Notes", anchor="t")
    look = _level("lvl1pPr", 1200, "+mn", "tx1")
    return (
        f"<p:notesMaster {NAMESPACES}><p:cSld>{_GROUND}{tree(shapes)}</p:cSld>{_MAP}<p:notesStyle>{look}</p:notesStyle>"
        "</p:notesMaster>"
    )


# --- tables -----------------------------------------------------------------------------------------------------------


def _table_styles() -> str:
    def line(side: str, width: int, colour: str) -> str:
        fill = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        return f'<a:{side}><a:ln w="{width}" cmpd="sng">{fill}</a:ln></a:{side}>'

    def part(tag: str, *, bold: bool = False, borders: str = "") -> str:
        weight = ' b="on"' if bold else ""
        text = f'<a:tcTxStyle{weight}><a:fontRef idx="minor"/><a:schemeClr val="tx1"/></a:tcTxStyle>'
        return f"<a:{tag}>{text}<a:tcStyle><a:tcBdr>{borders}</a:tcBdr></a:tcStyle></a:{tag}>"

    parts = (
        part("wholeTbl", borders=line("bottom", 6350, "bg2") + line("insideH", 6350, "bg2"))
        + part("firstCol", bold=True)
        + part("firstRow", bold=True, borders=line("bottom", 19050, "tx1"))
    )
    namespace = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    style = f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Visavis">{parts}</a:tblStyle>'
    return f'<a:tblStyleLst {namespace} def="{TABLE_STYLE}">{style}</a:tblStyleLst>'
