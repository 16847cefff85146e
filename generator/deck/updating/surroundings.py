"""What a slide inherits: the colours and fonts of its theme, the places and looks of its layout.

In: a slide. Out: the name of a colour whose value stands in a slide, the size of a text that does not say any.
"""

from __future__ import annotations

from collections import Counter
from copy import copy
from functools import cached_property
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE

from generator.deck.colours import SLOTS
from generator.deck.updating.namespaces import A, P, frame, held, local

_ON_SLIDES = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_STYLES = {"title": "titleStyle", "body": "bodyStyle", "subTitle": "bodyStyle"}


def _language_of(run: Any) -> str:
    return str(run.get("lang", "")).partition("-")[0].lower()


class Surroundings:
    """The theme, the master and the layout of one slide, and the part with its relationships."""

    def __init__(self, part: Any, layout: Any, slide: Any = None) -> None:
        """`slide` is the element of one that is there already, None of one that is being written."""
        self._slide = slide
        self._places: dict[str, list[Any]] = {}
        self._inherited: dict[tuple[str, str], list[Any]] = {}
        self.part, self._layout, self._master = part, layout, layout.slide_master

    def of(self, part: Any) -> Surroundings:
        """Those of another slide on the same layout, of which much has been read."""
        same = copy(self)
        same.part, same._theme, same._slots = part, self._theme, self._slots
        return same

    @classmethod
    def around(cls, slide: Any) -> Surroundings:
        """Those of a slide that has been opened."""
        return cls(slide.part, slide.slide_layout, slide._element)

    @cached_property
    def _theme(self) -> Any:
        part = self._master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))

    @cached_property
    def _slots(self) -> dict[str, str]:
        """The first slot of each value."""
        found: dict[str, str] = {}
        for slot in SLOTS:
            for value in self._theme.iterfind(f".//{A}clrScheme/{A}{slot}/*"):
                found.setdefault(str(value.get("lastClr") or value.get("val")).upper(), slot)
        return found

    @cached_property
    def _language(self) -> str:
        """That of most texts of the slide, "" where none says any."""
        runs = () if self._slide is None else self._slide.iter(f"{A}rPr")
        found = Counter(language for run in runs if (language := _language_of(run)))
        return found.most_common(1)[0][0] if found else ""

    def foreign(self, shape: Any) -> list[str]:
        """The languages of texts in the shape that most of the slide is not in: those that people said they are in.

        Visavis writes all texts of a deck in one, and programs write that one in their own way, as "en-US" for "en".
        """
        found = {_language_of(run) for run in shape.iter(f"{A}rPr")}
        return sorted(found - {"", self._language}) if self._language else []

    def colour(self, fill: Any) -> str:
        """A colour by the theme's name for it, whether it is written as that or as a value."""
        for colour in fill:
            value = str(colour.get("val"))
            if local(colour) == "schemeClr":
                return _ON_SLIDES.get(value, value)
            return self._slots.get(value.upper(), value.upper())
        return ""

    def typeface(self, name: str) -> str:
        """A font by its own name."""
        kind = {"+mj": "majorFont", "+mn": "minorFont"}.get(name[:3])
        found = self._theme.find(f".//{A}{kind}/{A}latin") if kind else None
        return name if found is None else str(found.get("typeface"))

    def frame(self, shape: Any) -> Any:
        """Where the shape lies: as it says itself, or else its layout or master."""
        own = frame(shape)
        if own is not None:
            return own
        return next((found for place in self._above(held(shape)) if (found := frame(place)) is not None), None)

    def styles(self, shape: Any, level: int) -> list[Any]:
        """What decides on the look of its paragraphs of that level, the nearest first."""
        key = held(shape), f"{A}lvl{level + 1}pPr"
        if key not in self._inherited:
            self._inherited[key] = self._styles_above(*key)
        own = shape.find(f"{P}txBody/{A}lstStyle/{key[1]}")
        return self._inherited[key] if own is None else [own, *self._inherited[key]]

    def _styles_above(self, kind: str, tag: str) -> list[Any]:
        found = [one.find(f"{P}txBody/{A}lstStyle/{tag}") for one in self._above(kind)]
        common = self._master.element.find(f"{P}txStyles/{P}{_STYLES.get(kind, 'otherStyle')}/{tag}")
        return [style for style in (*found, common) if style is not None]

    def _above(self, kind: str) -> list[Any]:
        """The places of that kind of the layout and, where it has one, of the master."""
        if kind not in self._places:
            self._places[kind] = self._found_above(kind) if kind else []
        return self._places[kind]

    def _found_above(self, kind: str) -> list[Any]:
        kinds = {kind, "body"} if kind == "subTitle" else {kind}
        layout, master = (
            [shape for shape in one.element.iter(f"{P}sp") if held(shape) in kinds]
            for one in (self._layout, self._master)
        )
        return layout + master if layout else []
