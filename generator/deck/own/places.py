"""Places for titles, texts and numbers, and how texts in them are set.

In: a rectangle, a size of type. Out: placeholders and levels of text, PresentationML.
"""

from __future__ import annotations

from generator.deck.shapes.marks import emu, placed
from generator.layout import SIZES, Rect

SIZE = SIZES["slide"]
WIDE, HIGH, MARGIN = SIZE.width, SIZE.height or 0.0, SIZE.margin
NO_INSETS = 'lIns="0" tIns="0" rIns="0" bIns="0"'
FIELD = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr/><a:t>‹#›</a:t></a:fld>'
MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
GROUND = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'


def place(number: int, name: str, kind: str, rect: Rect | None, text: str, *, anchor: str = "", look: str = "") -> str:
    """A placeholder with the text that shows where it is empty."""
    where = placed(rect) + '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if rect else ""
    body = (
        f'<a:bodyPr vert="horz" {NO_INSETS} anchor="{anchor}"><a:normAutofit/></a:bodyPr>' if anchor else "<a:bodyPr/>"
    )
    run = text if text.startswith("<") else f"<a:r><a:rPr/><a:t>{text}</a:t></a:r>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{where}</p:spPr>"
        f"<p:txBody>{body}<a:lstStyle>{look}</a:lstStyle><a:p>{run}</a:p></p:txBody></p:sp>"
    )


def level(
    tag: str, size: int, face: str, colour: str, *, indent: float = 0, spacing: int = 110, tracking: int = 0
) -> str:
    """How the paragraphs of a level are set; lengths in points, `size` and `tracking` in hundredths."""
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
