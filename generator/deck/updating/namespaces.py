"""Names of elements and attributes, as lxml writes them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from generator.deck import xml

A, P, R, P14 = (f"{{{name}}}" for name in (xml.A, xml.P, xml.R, xml.P14))
SHAPES = tuple(P + kind for kind in ("sp", "cxnSp", "pic", "graphicFrame", "grpSp"))
GROUP = f"{P}grpSp"
_TYPE = re.compile(r'\btype="([^"]*)"')


@lru_cache(maxsize=1024)
def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def local(element: Any) -> str:
    """The element's name without its namespace."""
    return _local(element.tag)


def about(shape: Any) -> Any:
    """The `p:cNvPr` of a shape: its id, name and words."""
    return shape.find(f"./*/{P}cNvPr")


def held(shape: Any) -> str:
    """What place of the layout a shape fills: "title", "body" …; "" if none."""
    place = shape.find(f"./*/{P}nvPr/{P}ph")
    if place is None:
        return ""
    return _kind(str(place.get("type", "body")))


def kind_of(attributes: str) -> str:
    """The kind of a place with these attributes."""
    found = _TYPE.search(attributes)
    return _kind(found[1] if found else "body")


def _kind(said: str) -> str:
    return {"ctrTitle": "title", "obj": "body"}.get(said, said)


def frame(shape: Any) -> Any:
    """The element that says where a shape lies, None where its layout does."""
    if shape.tag == f"{P}graphicFrame":
        return shape.find(f"{P}xfrm")
    return shape.find(f"./*/{A}xfrm")
