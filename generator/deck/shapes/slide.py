"""One slide: a picture as shapes and texts, its title, number and footer where the layout has places for them.

In: a `Slide` with its frame, and a `Place`. Out: the slide's content, PresentationML.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count, groupby

from generator.deck.deck import Slide
from generator.deck.shapes import elements
from generator.deck.shapes.backing import backing
from generator.deck.shapes.elements import About
from generator.deck.shapes.groups import Group, Mark, Paragraph, Part, grouped
from generator.deck.shapes.marks import is_line, properties, what
from generator.deck.shapes.names import Names
from generator.deck.shapes.placing import around, body, within, without_ground
from generator.deck.shapes.text_box import Look, plain_body, rectangle, text_body
from generator.deck.shapes.title import share_of_size
from generator.deck.templates.place import Place
from generator.deck.updating.namespaces import kind_of
from generator.deck.updating.signing import Signer
from generator.layout import Frame, Line, Rect

Link = Callable[[str], str]


class SlideWriter:
    """Writes the shapes of one slide, with the ids and names that it has used.

    `link` makes the number of a relationship of an address that a text leads to; `signer` signs every shape.
    """

    def __init__(self, slide: Slide, look: Look, place: Place, link: Link, signer: Signer) -> None:
        self._slide, self._look, self._place, self._link, self._signer = slide, look, place, link, signer
        self._links = dict(slide.links)
        self._ids = count(2)
        self._names = Names(slide.address)
        self._below: list[Mark] = []

    def written(self, content: Callable[[], str] | None = None) -> str:
        """The slide's content: its frame's, or in place of the frame's body something else."""
        head = self._head() if content or self._place.heading else ""
        shown = content() if content else self._drawn()
        return elements.slide_data(self._slide.address, head + shown + self._foot())

    def about(self, name: str, words: str = "") -> About:
        """The next shape of the slide; one that says nothing is decoration."""
        return About(next(self._ids), name, words, decorative=not words)

    def signed(self, about: About, shape: str, kind: str = "") -> str:
        """The shape with its label in its name; `kind` is the place of the layout that it fills."""
        before, _, after = shape.partition(about.xml)
        return f"{before}{self._signer.labelled(about, before, after, kind).xml}{after}"

    def _said(self, name: str) -> About:
        """The next shape, whose text is read out."""
        return About(next(self._ids), name)

    @property
    def room(self) -> Rect | None:
        """Where the picture is to be placed, if not where it was laid out."""
        return self._place.room

    def _head(self) -> str:
        """The title, as the layout has it or as it was laid out."""
        if self._place.heading:
            return self._placed_title(self._slide.title)
        lines = [line for line in self._page().lines if line.purpose in ("eyebrow", "title")]
        found = groupby(lines, key=lambda line: line.purpose)
        return "".join(self._text(Paragraph(tuple(one)), "") for _, one in found)

    def _drawn(self) -> str:
        parts = grouped(self._frame().items).parts
        return "".join(self._part(part, "") for part in parts)

    def _frame(self) -> Frame:
        """What is drawn, where it is drawn. Lists begin at the top, where pictures stand in the middle."""
        place = self._place
        if not place.heading or not place.room:
            return self._page()
        above = self._slide.table is None
        return within(body(self._slide.frame), place.room, place.width, place.height, above=above)

    def _page(self) -> Frame:
        """The whole slide as it was laid out, in the room that there is."""
        frame, room = self._slide.frame, self._place.room
        whole = Frame(frame.width, frame.height, tuple(without_ground(frame)))
        return within(whole, room, self._place.width, self._place.height) if room else whole

    def _placed_title(self, text: str) -> str:
        heading = self._place.heading
        share = share_of_size(text, heading, self._look.fonts) if heading else 1.0
        return self._placed(self._place.title, plain_body((text,), self._look, share))

    def subtitle(self, texts: Sequence[str]) -> str:
        """The texts in the layout's place for a subtitle."""
        return self._placed(self._place.subtitle, plain_body(texts, self._look))

    def _placed(self, place: str, text: str, rect: Rect | None = None) -> str:
        """A text in a place of the layout."""
        kind = kind_of(place)
        about = self._said(self._names.shape("", kind))
        return self.signed(about, elements.placeholder(about, place, text, rect), kind)

    def _foot(self) -> str:
        found = ""
        if self._place.footer:
            found += self._placed(self._place.footer, plain_body((self._place.words,), self._look))
        if self._place.number:
            found += self._placed(self._place.number, elements.slide_number(self._look.language))
        return found

    # --- parts of the frame ---

    def _part(self, part: Part, inside: str) -> str:
        if isinstance(part, Group):
            return self._group(part, inside)
        if isinstance(part, Paragraph):
            return self._text(part, inside)
        return self._mark(part, inside)

    def _group(self, group: Group, inside: str) -> str:
        name = self._names.group(inside, group.name)
        about, rect = self.about(name, group.words), around(self._rects(group))
        before, _, after = elements.group(about, rect, "").partition(about.xml)
        about = self._signer.labelled(about, before, after)
        within = "".join(self._part(part, name) for part in group.parts)
        return elements.group(about, rect, within)

    def _rects(self, group: Group) -> Iterator[Rect]:
        for part in group.parts:
            if isinstance(part, Group):
                yield from self._rects(part)
            else:
                yield self._box(part.lines) if isinstance(part, Paragraph) else part.rect

    def _box(self, lines: Sequence[Line]) -> Rect:
        return rectangle(lines, self._place.width)

    def _text(self, paragraph: Paragraph, inside: str) -> str:
        lines, rect = paragraph.lines, self._box(paragraph.lines)
        leads = self._links.get(lines[0].paragraph)
        text = text_body(lines, self._look, link=self._link(leads) if leads else "")
        if paragraph.purpose == "title":
            return self._placed(self._place.title, text, rect)
        about = self._said(self._names.shape(inside, paragraph.purpose or "text"))
        return self.signed(about, elements.text_box(about, rect, text))

    def _mark(self, mark: Mark, inside: str) -> str:
        behind = backing(mark, self._look.scheme, self._below)
        self._below.append(mark)
        under = self._drawn_mark(behind, self._names.shape(inside, "backing")) if behind else ""
        return under + self._drawn_mark(mark, self._names.shape(inside, what(mark)))

    def _drawn_mark(self, mark: Mark, name: str) -> str:
        about = self.about(name)
        drawn = elements.connector if is_line(mark) else elements.shape
        return self.signed(about, drawn(about, properties(mark, self._look.scheme)))
