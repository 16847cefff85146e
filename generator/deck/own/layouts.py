"""The layouts of our slides.

In: nothing. Out: parts, PresentationML.
"""

from __future__ import annotations

from generator.deck.own.places import FIELD, HIGH, MARGIN, SIZE, place
from generator.deck.shapes.elements import NAMESPACES, tree
from generator.layout import Rect

_SAME_MAP = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
# The column of words on the first slide.
_COLUMN = 0.53


def layouts() -> tuple[str, ...]:
    """One for the first slide, for texts, for pictures, and one without anything."""
    number = place(9, "Slide number", 'type="sldNum" sz="quarter" idx="4"', None, FIELD)
    title = place(2, "Title", 'type="title"', None, "Title")
    body = place(3, "Text", 'type="body" idx="1"', None, "Text")
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
    """Title and subtitle in the left of the slide."""
    wide, middle = SIZE.inner * _COLUMN, HIGH / 2
    big = '<a:lvl1pPr><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:defRPr sz="4800" spc="-115"/></a:lvl1pPr>'
    quiet = (
        '<a:lvl1pPr><a:spcBef><a:spcPts val="600"/></a:spcBef><a:defRPr sz="2000"><a:solidFill><a:schemeClr val="tx2"/>'
        "</a:solidFill></a:defRPr></a:lvl1pPr>"
    )
    above, below = Rect(MARGIN, 70, wide, middle - 50), Rect(MARGIN, middle + 40, wide, 170)
    return place(2, "Title", 'type="ctrTitle"', above, "Title", anchor="b", look=big) + place(
        3, "Subtitle", 'type="subTitle" idx="1"', below, "Subtitle", anchor="t", look=quiet
    )
