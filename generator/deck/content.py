"""What a deck says: the pictures of a comparison as slides, a first slide and a last one.

In: a comparison and its pictures, laid out as slides. Out: a `Deck`.
"""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterable, Mapping

from generator.deck.colours import scheme, theme_colours
from generator.deck.deck import Closing, Deck, Slide
from generator.infographics import Drawing, Picture
from generator.layout import Frame
from generator.model import View

SIZE = "slide"
_JUDGED = "positions, levels and examples are judged by the editors, not measured"


def deck(view: View, shown: Iterable[tuple[Drawing, Picture, Frame]], theme: str) -> Deck:
    """The deck of a comparison in one theme. The frames are those of slides."""
    site, colours = view.model.site, scheme(view.model.palette, [compared.hue for compared in view.roles])
    day = f"{site.updated.day} {month_name[site.updated.month]} {site.updated.year}"
    names = " · ".join(compared.role.name for compared in view.roles)
    return Deck(
        id=view.id,
        theme=theme,
        name=view.comparison.name,
        title=view.comparison.title,
        subtitle=(names, view.comparison.industry, f"{site.author}, {day}"),
        author=site.author,
        language=site.language,
        day=site.updated,
        slides=tuple(_slide(view, *one) for one in shown),
        closing=_closing(view),
        scheme=colours,
        colours=theme_colours(view.model.palette, colours, theme),
    )


def _slide(view: View, drawing: Drawing, picture: Picture, frame: Frame) -> Slide:
    page = view.model.site.address(picture.page)
    source = view.source_line(drawing.infographic)
    return Slide(
        address=f"{view.id}/{picture.kind}",
        section=_sections(view).get(picture.kind, picture.menu),
        title=picture.title,
        notes=(picture.alt, *picture.description, f"{source}.", page),
        frame=frame,
        table=picture.table,
        page=page,
    )


def _sections(view: View) -> Mapping[str, str]:
    """The topic that shows a picture, by the picture's kind."""
    return {topic.infographic: topic.name for topic in view.comparison.topics if topic.infographic}


def _closing(view: View) -> Closing:
    site = view.model.site
    cited = dict.fromkeys(
        source
        for infographic in view.comparison.infographics
        for source in infographic.sources or view.comparison.sources
    )
    sources = [view.model.sources[name] for name in cited]
    entries: list[tuple[str, str]] = [
        (source.title, ", ".join(filter(None, (source.publisher, source.url or ""))))
        for source in sources
        if source.kind != "editorial"
    ]
    if len(entries) < len(sources):
        entries.append(("Editorial judgement", _JUDGED))
    entries.append((f"Licence: {site.licence}", site.licence_url or site.author))
    entries.append((site.name, site.url))
    return Closing("Sources and licence", tuple(entries))
