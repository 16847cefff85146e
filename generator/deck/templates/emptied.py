"""A template without the slides that it shows as examples, and what only belongs to those.

In: a presentation. Out: the same, emptied; masters, layouts, sections, fonts and the parts of other programs stay.
"""

from __future__ import annotations

import re
from typing import Any

from generator.deck.xml import P14, P, R

_SLIDE = "/slide"
# Who wrote comments on the slides, how a window looked, what a printer was told, what another deck looked like.
_STRANGERS = (
    "/commentAuthors",
    "/authors",
    "/printerSettings",
    "/viewProps",
    "/thumbnail",
    "/extended-properties",
)
# Which slides a show has.
_SHOWN = re.compile(rb"<p:(?:sldRg|custShow)\b[^>]*/>")


def empty(file: Any) -> None:
    """Takes the example slides out."""
    root = file.part._element
    for tag in ("sldIdLst", "custShowLst"):
        for found in root.findall(f"{{{P}}}{tag}"):
            found.clear()
            if tag != "sldIdLst":
                root.remove(found)
    for listed in root.iter(f"{{{P14}}}sldIdLst"):
        listed.clear()
    for owner in (file.part, file.part.package):
        _drop(owner._rels, (_SLIDE, *_STRANGERS))
    for part in list(file.part.package.iter_parts()):
        if part is not file.part:
            _without_slides(part)
    _show_all(file.part)


def _drop(relations: Any, endings: tuple[str, ...]) -> None:
    for name in [name for name, one in relations.items() if one.reltype.endswith(endings)]:
        relations.pop(name)


def _without_slides(part: Any) -> None:
    """Takes out of a layout or a master what leads to a slide."""
    for name in [name for name, one in part.rels.items() if one.reltype.endswith(_SLIDE)]:
        for element in part._element.xpath(f'//*[@r:id="{name}"]') if hasattr(part, "_element") else ():
            element.getparent().remove(element)
        part.rels.pop(name)


def _show_all(part: Any) -> None:
    for relation in part.rels.values():
        if relation.reltype == f"{R}/presProps":
            settings = relation.target_part
            settings.blob = _SHOWN.sub(b"<p:sldAll/>", settings.blob)
