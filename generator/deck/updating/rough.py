"""What a shape looks like, as far as a way through LibreOffice leaves it as it is.

In: a shape of a slide. Out: values that are the same before and after, and others once people have changed it.

LibreOffice writes every shape anew: it gives texts outlines that are not drawn and a style, leaves out distances of
nothing and bullets that are none, rounds lengths, and forgets the words of groups and what a table takes of its style.
Lengths are among the numbers of a signature; what it forgets is not looked at.
"""

from __future__ import annotations

from typing import Any

from generator.deck.updating import texts
from generator.deck.updating.namespaces import GROUP, A, P, about, frame, held, local
from generator.deck.updating.surroundings import Surroundings

_PERCENT = 1000
_ENDS, _SIDES = ("headEnd", "tailEnd"), ("lnL", "lnR", "lnT", "lnB", "lnTlToBr", "lnBlToTr")


def rough(shape: Any, around: Surroundings) -> object:
    """Fills, lines, form, texts and what is said about them."""
    named, where = about(shape), frame(shape)
    foreign = [] if shape.tag == GROUP else around.foreign(shape)
    said = foreign, named.find(f"{A}hlinkClick") is not None, named.get("hidden") in ("1", "true")
    flips = [where is not None and where.get(name) in ("1", "true") for name in ("flipH", "flipV")]
    if shape.tag == GROUP:
        return said, flips, shape.find(f"{P}grpSpPr/{A}effectLst/*") is not None
    cells = [_cell(cell, around) for cell in shape.iter(f"{A}tc")] if shape.tag == f"{P}graphicFrame" else []
    properties = shape.find(f"{P}spPr")
    if properties is None:
        return said, cells, texts.looks(shape, around)
    line = properties.find(f"{A}ln")
    drawn = _form(shape, properties), _fill(properties, around), None if line is None else _stroke(line, around)
    words, effects = named.get("descr", ""), properties.find(f"{A}effectLst/*") is not None
    return said, flips, drawn, effects, words, _shown(shape), texts.body(shape), texts.looks(shape, around)


def _shown(shape: Any) -> object:
    """What a picture leaves out at its edges, whole percents, and what is done to its colours."""
    filling = shape.find(f"{P}blipFill")
    if filling is None:
        return None
    cut = filling.find(f"{A}srcRect")
    edges = [0 if cut is None else round(int(cut.get(side, 0)) / _PERCENT) for side in "ltrb"]
    return edges, [local(one) for one in filling.iterfind(f"{A}blip/*") if local(one) != "extLst"]


def _form(shape: Any, properties: Any) -> str:
    """The name of the form that it has, "" of a free one; places of layouts are rectangles."""
    preset = properties.find(f"{A}prstGeom")
    name = "" if preset is None else str(preset.get("prst")).replace("straightConnector1", "line")
    return "" if held(shape) and name == "rect" else name


def _stroke(line: Any, around: Surroundings) -> object:
    """The colour of a line, its dashes and its ends."""
    fill = _fill(line, around)
    if fill is None:
        return None
    dash = line.find(f"{A}prstDash")
    dashes = "own" if line.find(f"{A}custDash") is not None else "solid" if dash is None else dash.get("val")
    ends = [end.get("type", "none") if (end := line.find(f"{A}{name}")) is not None else "none" for name in _ENDS]
    return fill, dashes, ends


def _cell(cell: Any, around: Surroundings) -> object:
    """The ground of a cell of a table, the lines around it, where its text is anchored, and how many cells it takes."""
    spans = sorted((name, value) for name, value in cell.items() if name != "id")
    looks = cell.find(f"{A}tcPr")
    if looks is None:
        return spans
    sides = [_fill(side, around) if (side := looks.find(f"{A}{name}")) is not None else None for name in _SIDES]
    return spans, _fill(looks, around), sides, looks.get("anchor", "t"), looks.get("vert", "horz")


def _fill(holder: Any, around: Surroundings) -> object:
    """The colour and what is done to it, or the kind of another filling; None where there is none."""
    for fill in holder:
        kind = local(fill)
        if kind == "solidFill":
            return around.colour(fill), sorted(local(change) for change in fill.iterfind("./*/*"))
        if kind in ("gradFill", "blipFill", "pattFill", "grpFill"):
            return kind
    return None
