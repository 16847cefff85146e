"""A painted picture on a slide: an SVG, and a PNG for programs that do not know it.

In: a slide and its files. Out: the picture, PresentationML; the files become parts of the package.
"""

from __future__ import annotations

import io
from typing import Any

from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from generator.deck.deck import Painted, Slide
from generator.deck.shapes.marks import placed
from generator.deck.shapes.placing import fitted, whole_points
from generator.deck.shapes.slide import SlideWriter
from generator.deck.xml import R
from generator.layout import Frame

_SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def picture(slide: Slide, painted: Painted, writer: SlideWriter, part: Any) -> str:
    """The picture where its shapes would stand."""
    png = part.relate_to(part.package.get_or_add_image_part(io.BytesIO(painted.png)), f"{R}/image")
    name = PackURI(f"/ppt/media/{slide.address.replace('/', '-')}.svg")
    svg = part.relate_to(Part(name, "image/svg+xml", part.package, painted.svg), f"{R}/image")
    whole, room = whole_points(slide.frame), writer.room
    where = fitted(Frame(whole.width, whole.height), room) if room else whole
    about = writer.about(f"{slide.address}/picture", slide.words)
    extension = f'<a:ext uri="{_SVG}"><asvg:svgBlip xmlns:asvg="{_NAMESPACE}" r:embed="{svg}"/></a:ext>'
    blip = f'<a:blip r:embed="{png}"><a:extLst>{extension}</a:extLst></a:blip>'
    form = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    shape = (
        f'<p:pic><p:nvPicPr>{about.xml}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        f"<p:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"<p:spPr>{placed(where)}{form}</p:spPr></p:pic>"
    )
    return writer.signed(about, shape)
