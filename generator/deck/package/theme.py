"""The theme of a deck: its colours and fonts, which everything on its slides refers to.

In: values of the slots, names of typefaces. Out: the theme's part, DrawingML.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.deck.colours import SLOTS
from generator.deck.typefaces import Typefaces
from generator.deck.xml import A, attribute

_PLACE = '<a:schemeClr val="phClr"/>'
_FILL = f"<a:solidFill>{_PLACE}</a:solidFill>"
_LINES = "".join(f'<a:ln w="{width}">{_FILL}<a:prstDash val="solid"/></a:ln>' for width in (6350, 12700, 19050))
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
# Each list has three steps, of which programs choose one for what a person draws.
_FORMATS = (
    f'<a:fmtScheme name="Visavis"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINES}</a:lnStyleLst>'
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def theme(name: str, colours: Mapping[str, str], faces: Typefaces) -> bytes:
    """The part's bytes; `colours` has RRGGBB for every slot."""
    slots = "".join(f'<a:{slot}><a:srgbClr val="{colours[slot]}"/></a:{slot}>' for slot in SLOTS)
    fonts = _fonts("majorFont", faces.heading) + _fonts("minorFont", faces.body)
    label = attribute(name)
    inside = (
        f'<a:themeElements><a:clrScheme name="{label}">{slots}</a:clrScheme>'
        f'<a:fontScheme name="{label}">{fonts}</a:fontScheme>{_FORMATS}</a:themeElements>'
    )
    namespace = f'xmlns:a="{A}"'
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<a:theme {namespace} name="{label}">{inside}</a:theme>'.encode()


def _fonts(kind: str, face: str) -> str:
    return f'<a:{kind}><a:latin typeface="{attribute(face)}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}>'
