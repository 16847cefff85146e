"""Parts of a slide that appear one by one, by click, in the order in which they stand.

In: the shapes of a slide. Out: its `p:timing`, PresentationML.
"""

from __future__ import annotations

from itertools import count
from typing import Any

from lxml import etree

from generator.deck.shapes.elements import NAMESPACES
from generator.deck.xml import P

_HELD = f"{{{P}}}"
# What is there from the beginning: headings and what stands at the foot.
_ALWAYS = ("eyebrow", "note", "source")


def appearing(tree: Any) -> str:
    """One click a group or a shape that stands alone; what is drawn behind all of them is there at once."""
    shown = [shape for shape in tree if _appears(shape)]
    ids = count(3)
    clicks = "".join(_click(_about(shape).get("id"), ids) for shape in shown)
    around = 'nextAc="seek"'
    sequence = (
        f'<p:seq concurrent="1" {around}><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>{clicks}'
        '</p:childTnLst></p:cTn><p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>'
        '</p:prevCondLst><p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>'
        "</p:nextCondLst></p:seq>"
    )
    root = f'<p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>{sequence}'
    return f"<p:timing><p:tnLst>{root}</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"


def tree(content: str) -> Any:
    """The shapes of a slide, read from its content."""
    return etree.fromstring(f"<p:sld {NAMESPACES}>{content}</p:sld>")[0][0]


def _click(shape: str, ids: Any) -> str:
    """The shape appears when somebody clicks: PowerPoint's entrance number 1."""
    one, two, three, four = (next(ids) for _ in range(4))
    target = f'<p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl>'
    begin = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
    change = (
        f'<p:set><p:cBhvr><p:cTn id="{four}" dur="1" fill="hold">{begin}</p:cTn>{target}<p:attrNameLst>'
        "<p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
        '<p:to><p:strVal val="visible"/></p:to></p:set>'
    )
    effect = 'presetID="1" presetClass="entr" presetSubtype="0" fill="hold" nodeType="clickEffect"'
    inner = f'<p:par><p:cTn id="{three}" {effect}>{begin}<p:childTnLst>{change}</p:childTnLst></p:cTn></p:par>'
    middle = f'<p:par><p:cTn id="{two}" fill="hold">{begin}<p:childTnLst>{inner}</p:childTnLst></p:cTn></p:par>'
    wait = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
    return f'<p:par><p:cTn id="{one}" fill="hold">{wait}<p:childTnLst>{middle}</p:childTnLst></p:cTn></p:par>'


def _appears(shape: Any) -> bool:
    about = _about(shape)
    if about is None or shape.find(f".//{_HELD}ph") is not None:
        return False
    return about.get("name", "").partition(" ·")[0].rpartition("/")[2].partition(" ")[0] not in _ALWAYS


def _about(shape: Any) -> Any:
    return shape.find(f"./*/{_HELD}cNvPr")
