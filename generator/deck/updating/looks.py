"""The theme and the fonts of a deck, where people left them as they were.

In: a deck as it is, what it remembers, and the same deck made anew. Out: new colours and fonts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE

from generator.deck.updating.bring import part_like
from generator.deck.updating.namespaces import A, P, R

_COLOUR = re.compile("[0-9A-Fa-f]{6}")
_ITS_FONTS = {"latin": "Arial", "ea": "DejaVu Sans", "cs": "DejaVu Sans"}  # in every theme that LibreOffice writes
_FONTS = {"major": "majorFont", "minor": "minorFont"}


def look_of(file: Any) -> dict[str, str]:
    """The values of the slots of the first theme, and its two fonts."""
    return _values(_root(next(_themes(file))))


def theme_of(looks: Mapping[str, Mapping[str, str]], now: Mapping[str, str]) -> str:
    """The theme whose colours are nearest to these, "" of none. People may have changed some, or all."""
    return min(
        looks, key=lambda name: sum(_apart(value, now.get(slot, "")) for slot, value in looks[name].items()), default=""
    )


def _apart(one: str, other: str) -> int:
    """How far two colours are from each other, RRGGBB; what is no colour tells nothing."""
    if not (_COLOUR.fullmatch(one) and _COLOUR.fullmatch(other)):
        return 0
    return sum(abs(a - b) for a, b in zip(bytes.fromhex(one), bytes.fromhex(other), strict=True))


def bring_theme(file: Any, before: Mapping[str, str], made: Any) -> bool:
    """Sets colours and fonts anew where they are as they were before. False: people have changed some colours."""
    wanted, untouched = look_of(made), True
    for part in _themes(file):
        root = _root(part)
        now = _values(root)
        colours = [slot for slot in wanted if slot not in _FONTS]
        same = all(now.get(slot) in (before.get(slot), wanted[slot]) for slot in colours)
        untouched = untouched and same
        if same and any(now[slot] != wanted[slot] for slot in colours):
            for slot in colours:
                _set_colour(root, slot, wanted[slot])
        for font, tag in _FONTS.items():
            if now.get(font) == before.get(font) != wanted[font] or _of_libreoffice(root, tag):
                root.find(f".//{A}{tag}/{A}latin").set("typeface", wanted[font])
        if _values(root) != now:
            part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return untouched


def _of_libreoffice(root: Any, tag: str) -> bool:
    """Whether the font is what LibreOffice, which has no fonts of themes, leaves there, and not one that people chose
    later.
    """
    found = [root.find(f".//{A}{tag}/{A}{script}") for script in _ITS_FONTS]
    return [one.get("typeface") for one in found if one is not None] == [*_ITS_FONTS.values()]


def _themes(file: Any) -> Iterator[Any]:
    seen = set()
    for master in file.slide_masters:
        part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        if part.partname not in seen:
            seen.add(part.partname)
            yield part


def _root(part: Any) -> Any:
    return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _values(root: Any) -> dict[str, str]:
    found = {}
    for slot in root.iterfind(f".//{A}clrScheme/*"):
        for value in slot:
            found[str(slot.tag).rpartition("}")[2]] = str(value.get("lastClr") or value.get("val")).upper()
    for name, tag in _FONTS.items():
        font = root.find(f".//{A}{tag}/{A}latin")
        found[name] = "" if font is None else str(font.get("typeface"))
    return found


def _set_colour(root: Any, slot: str, value: str) -> None:
    place = root.find(f".//{A}clrScheme/{A}{slot}")
    for former in list(place):
        place.remove(former)
    etree.SubElement(place, f"{A}srgbClr", {"val": value})


def bring_table_styles(file: Any, made: Any) -> None:
    """Puts the styles that new tables name into the file, from which LibreOffice leaves them out. Of a template that
    has no list of them there are none to bring.
    """
    wanted, part = _table_styles(made), _table_styles(file)
    if wanted is None:
        return
    if part is None:
        file.part.relate_to(part_like(wanted, file.part.package), RELATIONSHIP_TYPE.TABLE_STYLES)
        return
    listed = _root(part)
    known = {style.get("styleId") for style in listed}
    new = [style for style in _root(wanted) if style.get("styleId") not in known]
    if new:
        listed.extend(new)
        part._blob = etree.tostring(listed, xml_declaration=True, encoding="UTF-8", standalone=True)


def _table_styles(file: Any) -> Any | None:
    """The part that lists them, if there is one."""
    found = (one for one in file.part.rels.values() if one.reltype == RELATIONSHIP_TYPE.TABLE_STYLES)
    return next((one.target_part for one in found), None)


def bring_fonts(file: Any, made: Any, *, rounded: bool) -> None:
    """Puts the fonts of the new deck into the file. Where people took them out, they stay out; `rounded`: LibreOffice,
    which the file came through, did.
    """
    wanted = made.part._element.find(f"{P}embeddedFontLst")
    if wanted is None:
        return
    presentation = file.part._element
    listed = presentation.find(f"{P}embeddedFontLst")
    if listed is None and not rounded:
        return
    if listed is None:
        listed = etree.Element(f"{P}embeddedFontLst")
        presentation.find(f"{P}notesSz").addnext(listed)
    there = {entry.find(f"{P}font").get("typeface"): entry for entry in listed}
    for entry in wanted:
        name = entry.find(f"{P}font").get("typeface")
        regular = entry.find(f"{P}regular")
        part = made.part.related_part(regular.get(f"{R}id"))
        if name not in there:
            copy = etree.fromstring(etree.tostring(entry))
            listed.append(copy)
            copy.find(f"{P}regular").set(f"{R}id", file.part.relate_to(part_like(part, file.part.package), _KIND))
        elif (old := there[name].find(f"{P}regular")) is not None:
            file.part.related_part(old.get(f"{R}id"))._blob = part.blob
    presentation.set("embedTrueTypeFonts", "1")


_KIND = RELATIONSHIP_TYPE.FONT
