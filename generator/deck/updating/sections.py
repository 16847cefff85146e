"""The sections of a deck, after slides have come and gone.

In: a presentation. Out: every slide in one section, each section with slides that are there.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from generator.deck.updating.namespaces import P14


def mend(file: Any) -> None:
    """New slides are in the section of the slide before them. A deck without sections stays so."""
    listed = file.part._element.find(f".//{P14}sectionLst")
    if listed is None or not len(listed):
        return
    there = [slide.slide_id for slide in file.slides]
    where: dict[int, Any] = {}
    for section in listed:
        for entry in section.iter(f"{P14}sldId"):
            where.setdefault(int(entry.get("id")), section)
    now = next((where[one] for one in there if one in where), listed[0])
    order: dict[Any, list[int]] = {section: [] for section in listed}
    for one in there:
        now = where.get(one, now)
        order[now].append(one)
    for section, slides in order.items():
        entries = section.find(f"{P14}sldIdLst")
        if entries is None:
            entries = etree.Element(f"{P14}sldIdLst")
            section.insert(0, entries)
        if [int(entry.get("id")) for entry in entries] != slides:
            entries[:] = [etree.SubElement(entries, f"{P14}sldId", {"id": str(one)}) for one in slides]
