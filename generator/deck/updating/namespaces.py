"""Names of elements and attributes, as lxml writes them."""

from __future__ import annotations

from typing import Any

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
SHAPES = tuple(P + kind for kind in ("sp", "cxnSp", "pic", "graphicFrame", "grpSp"))
GROUP = f"{P}grpSp"


def local(element: Any) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def about(shape: Any) -> Any:
    """The `p:cNvPr` of a shape: its id, name and words."""
    return shape.find(f"./*/{P}cNvPr")


def held(shape: Any) -> str:
    """What place of the layout a shape fills: "title", "body" …; "" if none."""
    place = shape.find(f"./*/{P}nvPr/{P}ph")
    if place is None:
        return ""
    kind = str(place.get("type", "body"))
    return {"ctrTitle": "title", "obj": "body"}.get(kind, kind)


def frame(shape: Any) -> Any:
    """The element that says where a shape lies, None where its layout does."""
    if shape.tag == f"{P}graphicFrame":
        return shape.find(f"{P}xfrm")
    return shape.find(f"./*/{A}xfrm")
