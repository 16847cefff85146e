"""The elements of a slide, PresentationML: shapes, groups, lines, text boxes, placeholders.

In: what stands in them. Out: XML as lxml writes it, so that nothing changes where a file is read and saved. Every shape
has an id and a name that are its own on the slide.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.deck.shapes.marks import corner_and_size, placed
from generator.deck.xml import A, P, R, attribute
from generator.layout import Rect

NAMESPACES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'
DECORATION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_DECORATIVE = (
    f'<a:extLst><a:ext uri="{DECORATION}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_NOWHERE = '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
# PowerPoint's own, the same in all its files.
_SLIDE_NUMBER = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'


@dataclass(frozen=True, slots=True)
class About:
    """Who a shape is: number, name, and what is said to those who do not see it; `decorative` ones say nothing."""

    id: int
    name: str
    words: str = ""
    decorative: bool = False

    @property
    def xml(self) -> str:
        said = f' descr="{attribute(self.words)}"' if self.words else ""
        head = f'<p:cNvPr id="{self.id}" name="{attribute(self.name)}"{said}'
        return f"{head}>{_DECORATIVE}</p:cNvPr>" if self.decorative else f"{head}/>"


def tree(shapes: str) -> str:
    """All shapes of a slide."""
    head = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    return f"<p:spTree>{head}<p:grpSpPr><a:xfrm>{_NOWHERE}</a:xfrm></p:grpSpPr>{shapes}</p:spTree>"


def group(about: About, rect: Rect, shapes: str) -> str:
    """Shapes that belong together; their places are those of the slide."""
    corner, size = corner_and_size(rect)
    where = f"<a:off {corner}/><a:ext {size}/><a:chOff {corner}/><a:chExt {size}/>"
    head = f"<p:nvGrpSpPr>{about.xml}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
    return f"<p:grpSp>{head}<p:grpSpPr><a:xfrm>{where}</a:xfrm></p:grpSpPr>{shapes}</p:grpSp>"


def shape(about: About, properties: str) -> str:
    """A form without text."""
    return f"<p:sp><p:nvSpPr>{about.xml}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{properties}</p:spPr></p:sp>"


def connector(about: About, properties: str) -> str:
    """A straight line."""
    head = f"<p:nvCxnSpPr>{about.xml}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
    return f"<p:cxnSp>{head}<p:spPr>{properties}</p:spPr></p:cxnSp>"


def text_box(about: About, rect: Rect, body: str) -> str:
    """A text where it stands; `body` is its `p:txBody`."""
    form = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
    head = f'<p:nvSpPr>{about.xml}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
    return f"<p:sp>{head}<p:spPr>{placed(rect)}{form}</p:spPr>{body}</p:sp>"


def placeholder(about: About, kind: str, body: str, rect: Rect | None = None) -> str:
    """A place that the layout has, of that `kind` (the attributes of `p:ph`), filled; elsewhere with a `rect`."""
    place = f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr>'
    where = f"<p:spPr>{placed(rect)}</p:spPr>" if rect else "<p:spPr/>"
    return f"<p:sp><p:nvSpPr>{about.xml}{place}</p:nvSpPr>{where}{body}</p:sp>"


def slide_number(language: str) -> str:
    """The slide's number as the text of a place for it."""
    text = f'<a:p>{_SLIDE_NUMBER}<a:rPr lang="{language}"/><a:t>‹#›</a:t></a:fld></a:p>'
    return f"<p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody>"


def slide_data(name: str, shapes: str) -> str:
    """The content of a slide of that name."""
    return f'<p:cSld name="{attribute(name)}">{tree(shapes)}</p:cSld>'
