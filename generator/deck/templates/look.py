"""What a template looks like: its fonts, the size of its titles, and whether its slides are dark.

In: a layout. Out: names, points, and the ground's colour where that is a plain one.
"""

from __future__ import annotations

import colorsys
from typing import Any

from lxml import etree

from generator.deck.xml import A, P, R

_TITLE = 44.0  # points, what PowerPoint takes where nothing is said
_HUNDREDTH = 100
_FULL = 100_000
_MIDDLE = 0.45  # of lightness: below it a ground is dark
_DECLARED = {"a": A, "p": P}


def faces(layout: Any) -> tuple[str, str]:
    """The theme's typefaces for titles and for texts."""
    theme = _theme(layout)
    found = [theme.find(f".//a:{kind}/a:latin", _DECLARED) for kind in ("majorFont", "minorFont")]
    names = ["" if one is None else one.get("typeface", "") for one in found]
    return names[0] or names[1] or "Arial", names[1] or names[0] or "Arial"


def title_size(place: Any, layout: Any) -> float:
    """How large a title is set in this place, in points: by the place, its master's, or the master's titles."""
    master = layout.slide_master._element
    elements = [place._element, *master.xpath('.//p:sp[.//p:ph[@type="title"]]')]
    sizes = [element.find(".//a:lstStyle/a:lvl1pPr/a:defRPr", _DECLARED) for element in elements]
    sizes.append(master.find(".//p:titleStyle/a:lvl1pPr/a:defRPr", _DECLARED))
    said = [one.get("sz") for one in sizes if one is not None and one.get("sz")]
    return int(said[0]) / _HUNDREDTH if said else _TITLE


def is_dark(layout: Any) -> bool | None:
    """Whether what is drawn on it has to be light; None: its ground is a picture or a gradient."""
    value = _ground(layout)
    if value is None:
        return None
    red, green, blue = (int(value[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return colorsys.rgb_to_hls(red, green, blue)[1] < _MIDDLE


def _ground(layout: Any) -> str | None:
    for owner in (layout._element, layout.slide_master._element):
        found = owner.find("./p:cSld/p:bg", _DECLARED)
        if found is None:
            continue
        plain = found.find("./p:bgPr/a:solidFill", _DECLARED)
        referred = found.find("./p:bgRef", _DECLARED)
        holder = plain if plain is not None else referred
        return None if holder is None or len(holder) == 0 else _value(holder[0], layout)
    return "FFFFFF"


def _value(colour: Any, layout: Any) -> str | None:
    """RRGGBB of a colour, changes of its lightness included."""
    kind = colour.tag.rpartition("}")[2]
    if kind == "srgbClr":
        value = colour.get("val")
    elif kind == "sysClr":
        value = colour.get("lastClr")
    elif kind == "schemeClr":
        value = _slot(colour.get("val"), layout)
    else:
        return None
    return _changed(value, colour) if value else None


def _slot(name: str, layout: Any) -> str | None:
    own = layout._element.find("./p:clrMapOvr/a:overrideClrMapping", _DECLARED)
    mapped = own if own is not None else layout.slide_master._element.find("./p:clrMap", _DECLARED)
    slot = name if mapped is None else mapped.get(name, name)
    found = _theme(layout).find(f".//a:clrScheme/a:{slot}", _DECLARED)
    return (
        None
        if found is None or len(found) == 0
        else found[0].get("val" if found[0].get("lastClr") is None else "lastClr")
    )


def _changed(value: str, colour: Any) -> str:
    part = {tag: colour.find(f"a:{tag}", _DECLARED) for tag in ("lumMod", "lumOff")}
    factor, lift = (
        (_FULL if tag == "lumMod" else 0) if one is None else int(one.get("val")) for tag, one in part.items()
    )
    hue, light, full = colorsys.rgb_to_hls(*(int(value[place : place + 2], 16) / 255 for place in (0, 2, 4)))
    light = min(max(light * factor / _FULL + lift / _FULL, 0.0), 1.0)
    return "".join(f"{round(channel * 255):02X}" for channel in colorsys.hls_to_rgb(hue, light, full))


def _theme(layout: Any) -> Any:
    return etree.fromstring(layout.slide_master.part.part_related_by(f"{R}/theme").blob)
