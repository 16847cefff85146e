"""A deck as a file: slides and notes, put together on a template.

In: a `Deck`, how its texts look, fonts to embed. Out: the bytes of a .pptx; equal ones for equal input.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import partial
from itertools import groupby
from typing import Any

from generator.deck.deck import Deck, Slide
from generator.deck.options import Options, choices_of
from generator.deck.package import finish
from generator.deck.package.slide_parts import SlideParts, paragraphs
from generator.deck.package.theme import theme
from generator.deck.shapes.pictures import picture
from generator.deck.shapes.slide import SlideWriter
from generator.deck.shapes.table_pages import Page, table_pages
from generator.deck.shapes.tables import table
from generator.deck.shapes.text_box import Look
from generator.deck.shapes.timing import appearing, tree
from generator.deck.templates.base import Base
from generator.deck.templates.place import Place
from generator.deck.typefaces import Embedded
from generator.deck.updating import record
from generator.deck.updating.looks import look_of
from generator.deck.updating.signing import Signer
from generator.deck.updating.surroundings import Surroundings
from generator.deck.xml import R

Content = Callable[[SlideWriter], str]


class DeckWriter:
    """Puts one deck together on a base, which is used up by it."""

    def __init__(self, deck: Deck, look: Look, options: Options, base: Base) -> None:
        self._deck, self._look, self._options, self._base = deck, look, options, base
        self._file = base.file
        self._parts = SlideParts(base.file)
        self._made: dict[str, record.Written] = {}
        self._shared: dict[int, tuple[Surroundings, dict[Hashable, Any]]] = {}
        if base.own:  # before anything is signed, which looks at colours and fonts
            part = self._file.slide_masters[0].part.part_related_by(f"{R}/theme")
            part.blob = theme(deck.name, deck.looks[deck.theme], look.faces)

    def whole(self, fonts: Iterable[Embedded]) -> bytes:
        """The deck with its first and its last slide."""
        sections = [(self._deck.name, [self._first()])]
        for section, slides in groupby(self._deck.slides, key=lambda slide: slide.section):
            sections.append((section, [one for slide in slides for one in self._slides(slide)]))
        if last := self._deck.last:
            sections.append((last[0].section, [self._add(self._base.picture, slide) for slide in last]))
        finish.add_sections(self._file, self._deck.name, sections)
        return self._finished(fonts)

    def single(self, slide: Slide, fonts: Iterable[Embedded]) -> bytes:
        """One picture alone."""
        self._slides(slide)
        return self._finished(fonts)

    def _finished(self, fonts: Iterable[Embedded]) -> bytes:
        finish.embed(self._file, tuple(fonts))
        finish.describe(self._file, self._deck)
        self._remember()
        return finish.packed(self._file)

    def _remember(self) -> None:
        """Every shape says who it is and what it was, the file how it was made: `deck update` asks for both."""
        choices = choices_of(self._options) | {"comparison": self._deck.id}
        record.put(self._file, record.Record(choices, self._looks(), self._made))

    def _looks(self) -> Mapping[str, Mapping[str, str]]:
        """By theme. Of our own template those of both, so that its decks differ in their theme alone."""
        look, deck = look_of(self._file), self._deck
        return (
            {name: {**look, **colours} for name, colours in deck.looks.items()}
            if self._base.own
            else {deck.theme: look}
        )

    # --- slides ---

    def _add(self, place: Place, slide: Slide, content: Content | None = None) -> int:
        """A slide on that place's layout; with `content` in place of what its frame shows."""
        part = self._parts.add(place.layout)
        link = partial(part.relate_to, reltype=f"{R}/hyperlink", is_external=True)
        signer = self._signer(slide, part, place)
        writer = SlideWriter(slide, self._look, place, link, signer)
        written = writer.written(self._content(content, slide, writer, part))
        timing = appearing(tree(written)) if self._options.build and slide.table and not content else ""
        number = self._parts.write(part, written, timing)
        if notes := paragraphs(slide.notes):
            self._parts.note(part, notes, str(signer.notes(notes)))
        self._made[slide.address] = signer.written
        return number

    def _signer(self, slide: Slide, part: Any, place: Place) -> Signer:
        """Slides of one layout share what has been read of it, and of their shapes."""
        around, read = self._shared.get(id(place)) or (Surroundings(part, place.layout), {})
        self._shared[id(place)] = around, read
        return Signer(slide.address, around.of(part), read)

    def _content(
        self, content: Content | None, slide: Slide, writer: SlideWriter, part: Any
    ) -> Callable[[], str] | None:
        if content:
            return partial(content, writer)
        if slide.painted:
            return partial(picture, slide, slide.painted, writer, part)
        return None

    def _first(self) -> int:
        place, slide = self._base.first, self._deck.first
        if place.heading and place.subtitle:
            return self._add(place, slide, lambda writer: writer.subtitle(self._deck.subtitle))
        return self._add(place, slide)

    def _slides(self, slide: Slide) -> list[int]:
        """The picture, and where tables are asked for, its facts as one."""
        ids = [self._add(self._base.picture, slide)]
        if self._options.tables and slide.table:
            pages = table_pages(slide, self._look, self._base.picture)
            ids += [self._table(page) for page in pages]
        return ids

    def _table(self, page: Page) -> int:
        return self._add(self._base.picture, page.slide, lambda writer: table(page, writer, self._look))
