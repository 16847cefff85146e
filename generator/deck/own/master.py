"""The master of our slides, and the one of notes.

In: how many layouts there are. Out: parts, PresentationML.
"""

from __future__ import annotations

from generator.deck.own.places import FIELD, GROUND, HIGH, MAP, MARGIN, SIZE, WIDE, level, place
from generator.deck.shapes.elements import NAMESPACES, tree
from generator.deck.shapes.marks import placed
from generator.layout import Rect

# Where a title of two lines stands on every picture, the room below it, and the corner for the number.
_TITLE = Rect(MARGIN, 60, SIZE.inner, 74)
_BODY = Rect(MARGIN, 150, SIZE.inner, 334)
_NUMBER = Rect(WIDE - MARGIN - 60, HIGH - 25, 60, 14)
_NUMBER_LOOK = (
    '<a:lvl1pPr algn="r"><a:defRPr sz="1050"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill>'
    '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>'
)


def master(layouts: int) -> str:
    """The master of that many layouts."""
    shapes = (
        place(2, "Title", 'type="title"', _TITLE, "Title", anchor="t")
        + place(3, "Text", 'type="body" idx="1"', _BODY, "Text", anchor="t")
        + place(4, "Slide number", 'type="sldNum" sz="quarter" idx="4"', _NUMBER, FIELD, anchor="b", look=_NUMBER_LOOK)
    )
    ids = "".join(f'<p:sldLayoutId id="{2147483648 + number}" r:id="rId{number}"/>' for number in range(1, layouts + 1))
    return (
        f"<p:sldMaster {NAMESPACES}><p:cSld>{GROUND}{tree(shapes)}</p:cSld>{MAP}"
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>{_text_styles()}</p:txStyles></p:sldMaster>"
    )


def _text_styles() -> str:
    title = level("lvl1pPr", 3000, "+mj", "tx1", spacing=100, tracking=-72)
    body = "".join(level(f"lvl{number}pPr", 1800, "+mn", "tx1", indent=18 * (number - 1)) for number in range(1, 6))
    other = "".join(level(f"lvl{number}pPr", 1800, "+mn", "tx1") for number in range(1, 6))
    return f"<p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle>"


def notes_master() -> str:
    """The sheet of notes: the slide above, the text below."""
    slide = Rect(60, 60, 420, 236.25)
    text = Rect(60, 330, 420, 390)
    picture = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        f'</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{placed(slide)}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>'
    )
    shapes = picture + place(3, "Notes", 'type="body" sz="quarter" idx="3"', text, "Notes", anchor="t")
    look = level("lvl1pPr", 1200, "+mn", "tx1")
    return (
        f"<p:notesMaster {NAMESPACES}><p:cSld>{GROUND}{tree(shapes)}</p:cSld>{MAP}<p:notesStyle>{look}</p:notesStyle>"
        "</p:notesMaster>"
    )
