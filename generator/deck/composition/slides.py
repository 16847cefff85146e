"""What a deck says: the pictures of a comparison as slides, a first slide and the last ones.

In: a comparison and its pictures, laid out as slides. Out: a `Deck`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.deck.colours import scheme, theme_colours
from generator.deck.composition.closing import Entry, closing, entries, title
from generator.deck.composition.cover import cover, subtitle
from generator.deck.deck import Deck, Painted, Slide
from generator.deck.options import THEMES
from generator.infographics import Drawing, Picture
from generator.layout import SIZES, Fonts, Frame, Size
from generator.model import View, colour_values

SIZE = "slide"
Shown = tuple[Drawing, Picture, Frame]


def deck(
    view: View,
    shown: Iterable[Shown],
    theme: str,
    fonts: Fonts,
    size: Size = SIZES[SIZE],
    painted: Mapping[str, Painted] | None = None,
) -> Deck:
    """The deck of a comparison in one theme. The frames are those of slides of that size; `painted` are files by the
    id of a picture, for decks of pictures.
    """
    site, palette = view.model.site, view.model.palette
    colours = scheme(palette, [compared.hue for compared in view.roles])
    return Deck(
        id=view.id,
        theme=theme,
        name=view.comparison.name,
        title=view.comparison.name,
        subtitle=subtitle(view),
        author=site.author or site.name,
        language=site.language,
        day=site.updated,
        first=Slide(f"{view.id}/first slide", view.comparison.name, view.comparison.name, cover(view, fonts, size)),
        slides=_by_section(_slide(view, one, size, painted or {}) for one in shown),
        last=_last(view, fonts, size),
        sources=tuple((one.what, ", ".join(filter(None, (one.more, one.address)))) for one in _named(view)),
        sources_called=title(view),
        scheme=colours,
        looks={name: theme_colours(palette, colours, name) for name in THEMES},
        values=colour_values(palette, theme),
    )


def _named(view: View) -> Iterable[Entry]:
    return entries(view) if title(view) else ()


def _slide(view: View, shown: Shown, size: Size, painted: Mapping[str, Painted]) -> Slide:
    drawing, picture, frame = shown
    alt = drawing.own_alt(size.name, frame) or picture.alt
    page = view.model.site.address(picture.page)
    source = view.source_line(drawing.infographic, editorial=drawing.kind.EDITORIAL)
    return Slide(
        address=slide_address(view, picture),
        section=_sections(view).get(picture.kind, picture.menu),
        title=picture.title,
        frame=frame,
        notes=(alt, *picture.description, f"{source}.", *((page,) if view.model.site.known_url else ())),
        table=picture.table,
        page=page,
        short=picture.menu,
        words=alt,
        painted=painted.get(picture.id),
    )


def slide_address(view: View, picture: Picture) -> str:
    """What the slide of a picture is called in decks."""
    return f"{view.id}/{picture.kind}"


def _by_section(slides: Iterable[Slide]) -> tuple[Slide, ...]:
    """The slides of each theme after one another, themes in the order in which they come up first."""
    sections: dict[str, list[Slide]] = {}
    for slide in slides:
        sections.setdefault(slide.section, []).append(slide)
    return tuple(slide for found in sections.values() for slide in found)


def _sections(view: View) -> Mapping[str, str]:
    """The topic that shows a picture, by the picture's kind."""
    return {kind: topic.name for topic in reversed(view.comparison.topics) for kind in topic.pictured}


def _last(view: View, fonts: Fonts, size: Size) -> tuple[Slide, ...]:
    pages = closing(view, fonts, size)
    if not pages:
        return ()
    section = pages[0].title.partition(",")[0]
    numbers = ("", *(f" {number}" for number in range(2, len(pages) + 1)))
    return tuple(
        Slide(f"{view.id}/last slide{number}", section, page.title, page.frame, links=page.links)
        for number, page in zip(numbers, pages, strict=True)
    )
