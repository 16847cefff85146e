"""A whole deck brought up to date.

In: a deck's file as it is now, and a way to make decks anew. Out: the file's new bytes, and what was done and left.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pptx
from pptx.opc.constants import RELATIONSHIP_TYPE

from generator.deck.package.finish import packed
from generator.deck.report import Kept, Updated
from generator.deck.updating import looks, notes, record, sections
from generator.deck.updating.bring import brought
from generator.deck.updating.found import Made, address_of, found_on, title_of
from generator.deck.updating.label import stamped_notes
from generator.deck.updating.namespaces import about
from generator.deck.updating.opened import opened
from generator.deck.updating.record import Record, Written
from generator.deck.updating.slide import Done, SlideUpdate
from generator.problems import UsageError

_PROGRAM = b"LibreOffice"
_NAME = b"Visavis"


class DeckUpdate:
    """Brings one deck up to date. `made` are the same decks made anew, by the id of their comparison."""

    def __init__(self, file: Any, made: Mapping[str, bytes]) -> None:
        self._file, self._record = file, record.get(file)
        self._fresh = {name: pptx.Presentation(io.BytesIO(data)) for name, data in made.items()}
        self._made = {
            slide._element.cSld.get("name"): Made(slide) for fresh in self._fresh.values() for slide in fresh.slides
        }
        self._before: Mapping[str, Written] = self._record.slides if self._record else {}
        self._addresses = addresses(file, self._record)
        self._rounded = _rounded(file, self._addresses)
        self._done = Done()

    def run(self) -> Updated:
        """The deck as it should be."""
        gone, usual = 0, notes.usual_look(self._file) if self._rounded else None
        for number, slide in enumerate(self._file.slides, 1):
            address = self._addresses[slide.slide_id]
            if not address:
                continue
            if address not in self._made:
                self._done.kept.append(Kept(number, title_of(slide), "", "slide"))
                continue
            made, before = self._made[address], self._before.get(address)
            SlideUpdate(slide, number, before, made, self._rounded, self._done).run()
            notes.update(slide, number, before, made.slide, self._done, usual)
            slide._element.cSld.set("name", address)
        new = self._new_slides()
        titles = tuple(title_of(self._made[address].slide) for address in new)
        for address in new:
            self._add(address)
        if self._record:
            gone = sum(one not in self._addresses.values() for one in self._before if one in self._made)
            self._finish(self._record)
        sections.mend(self._file)
        self._file.part.rename_slide_parts([entry.rId for entry in self._file.slides._sldIdLst])
        done = self._done
        return Updated(
            data=packed(self._file),
            refreshed=done.refreshed,
            added=done.added,
            removed=done.removed,
            deleted=done.deleted + gone,
            slides=titles,
            kept=tuple(done.kept),
        )

    # --- slides ---

    def _new_slides(self) -> list[str]:
        """Those that the deck did not have; of a comparison that it was not made of, nobody knows."""
        if self._record is None:
            return []
        own = f"{self._record.choices.get('comparison')}/"
        known = {*self._before, *self._addresses.values()}
        return [address for address in self._made if address.startswith(own) and address not in known]

    def _add(self, address: str) -> None:
        """Puts a new slide after the one that it follows."""
        made = self._made[address]
        slide = self._file.slides.add_slide(self._layout(made.slide))
        element, source = slide._element, made.slide._element
        element.replace(element.cSld, brought(source.cSld, made.slide.part, slide.part))
        timing = source.find("{*}timing")
        if timing is not None:
            element.append(brought(timing, made.slide.part, slide.part))
        if made.slide.has_notes_slide:
            slide.notes_slide.notes_text_frame.text = made.slide.notes_slide.notes_text_frame.text
            about(slide.notes_slide.notes_placeholder._element).set("name", stamped_notes(made.slide))
        ids = self._file.slides._sldIdLst
        entry = ids[-1]
        ids.remove(entry)
        ids.insert(self._place(address), entry)
        self._addresses[slide.slide_id] = address

    def _place(self, address: str) -> int:
        order = list(self._made)
        there = [self._addresses[slide.slide_id] for slide in self._file.slides]
        for before in reversed(order[: order.index(address)]):
            if before in there:
                return len(there) - there[::-1].index(before)
        return 0

    def _layout(self, made: Any) -> Any:
        """The layout that slides of this kind have here."""
        for slide in self._file.slides:
            twin = self._made.get(self._addresses.get(slide.slide_id, ""))
            if twin is not None and twin.slide.slide_layout.name == made.slide_layout.name:
                return slide.slide_layout
        layouts = [layout for master in self._file.slide_masters for layout in master.slide_layouts]
        kind = made.slide_layout._element.get("type")
        alike = [layout for layout in layouts if layout.name == made.slide_layout.name]
        alike += [layout for layout in layouts if layout._element.get("type") == kind]
        return [*alike, *layouts][0]

    # --- what is not on slides ---

    def _finish(self, before: Record) -> None:
        fresh = self._fresh.get(str(before.choices.get("comparison")))
        if fresh is None:
            return
        look = before.looks.get(theme_of(self._file, before), {})
        if not looks.bring_theme(self._file, look, fresh):
            self._done.kept.append(Kept(0, "", "", "theme"))
        looks.bring_fonts(self._file, fresh, rounded=self._rounded)
        looks.bring_table_styles(self._file, fresh)
        made = record.get(fresh)
        assert made is not None
        left = {name: one for name, one in self._before.items() if name in self._addresses.values()}
        record.put(self._file, Record(before.choices, made.looks, left | dict(made.slides)))
        _describe(self._file, fresh)
        _forget_program(self._file)


def addresses(file: Any, known: Record | None) -> dict[int, str]:
    """The picture of each slide by the slide's id, "" for those of people."""
    found = {slide.slide_id: address_of(slide) for slide in file.slides}
    before = known.slides if known else {}
    for slide in file.slides:
        if not found[slide.slide_id]:
            free = [(name, one) for name, one in before.items() if name not in found.values()]
            found[slide.slide_id] = next((name for name, one in free if _is(slide, one)), "")
    return found


def theme_of(file: Any, known: Record) -> str:
    """The theme in which the deck was made."""
    return looks.theme_of(known.looks, looks.look_of(file))


def _is(slide: Any, before: Written) -> bool:
    """Whether one of the slide's placeholders says what it said then."""
    texts = {found.label.key for found in found_on(slide, before) if found.label.was.text == found.now.text}
    return bool(texts & {label.key for kind, label in before.held.items() if kind != "sldNum"})


def _rounded(file: Any, found: Mapping[int, str]) -> bool:
    """Whether the file came through LibreOffice: it says so, or its placeholders have lost their names."""
    for relation in file.part.package._rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES and _PROGRAM in relation.target_part.blob:
            return True
    ours = [slide for slide in file.slides if found[slide.slide_id]]
    return any(shape.name.startswith("PlaceHolder ") for slide in ours for shape in slide.placeholders)


def _forget_program(file: Any) -> None:
    """What LibreOffice has rounded is written anew; what people change next is theirs, however little it is."""
    for relation in file.part.package._rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES and _PROGRAM in relation.target_part.blob:
            part = relation.target_part
            start, _, rest = part.blob.partition(b"<Application>")
            part._blob = start + b"<Application>" + _NAME + b"</Application>" + rest.partition(b"</Application>")[2]


def _describe(file: Any, fresh: Any) -> None:
    about, made = file.core_properties, fresh.core_properties
    if about.author == made.author:
        about.created, about.modified, about.revision = made.created, made.modified, made.revision
        about.last_modified_by = made.last_modified_by


Make = Callable[[str, Mapping[str, Any]], bytes | None]


def update(data: bytes, name: str, make: Make) -> Updated:
    """A deck's file of that name brought up to date; `make` makes the deck of a comparison anew, with the choices that
    made it, or says that there is none. UsageError: the file is none that can be brought up to date.
    """
    file = opened(data, name)
    known = record.get(file)
    found = [address.partition("/")[0] for address in addresses(file, known).values() if address]
    own = [str(known.choices["comparison"])] if known and "comparison" in known.choices else []
    choices = {**known.choices, "theme": theme_of(file, known)} if known else {}
    made = {one: fresh for one in dict.fromkeys((*own, *found)) if (fresh := make(one, choices)) is not None}
    if not made:
        raise UsageError(f"{name} has no slide of a comparison in this content")
    done = DeckUpdate(file, made).run()
    # As it was, packed anew: another way of packing the same is no change.
    return done if packed(opened(data, name)) != done.data else replace(done, changed=False)
