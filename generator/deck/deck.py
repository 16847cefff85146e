"""What a deck is made of, as frozen values: slides with their frames, notes and tables.

In: nothing. Out: the types that the other modules take.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.deck.colours import Scheme
from generator.infographics import Table
from generator.layout import Frame


@dataclass(frozen=True, slots=True)
class Painted:
    """A picture as two files: sharp in every size, and for programs that do not know the first."""

    svg: bytes
    png: bytes


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. `address` is its name in the deck, such as `<comparison>/<kind>`; `page` where a picture is published.

    `notes` are paragraphs for the speaker; `section` is the theme of the comparison to which it belongs, `short` what
    the picture is called there. `links` are texts of the frame and the addresses that they lead to. `words` say what a
    picture shows; `painted` is there where it is to be one.
    """

    address: str
    section: str
    title: str
    frame: Frame
    notes: tuple[str, ...] = ()
    table: Table | None = None
    page: str = ""
    short: str = ""
    words: str = ""
    links: tuple[tuple[str, str], ...] = ()
    painted: Painted | None = None


@dataclass(frozen=True, slots=True)
class Deck:
    """A comparison as a deck, laid out in one size. `id` is the comparison's.

    `subtitle` are the words of the first slide for layouts that have a place for them; `last` are the slides with
    sources and licence, none where there are none; `sources` says the same as (what, more about it), `sources_called`
    what stands above. `theme` is "light" or "dark", `looks` has the values of the slots of both themes, RRGGBB,
    `values` are those of every colour role; `language` as in BCP 47.
    """

    id: str
    theme: str
    name: str
    title: str
    subtitle: tuple[str, ...]
    author: str
    language: str
    day: date
    first: Slide
    slides: tuple[Slide, ...]
    last: tuple[Slide, ...]
    sources: tuple[tuple[str, str], ...]
    sources_called: str
    scheme: Scheme
    looks: Mapping[str, Mapping[str, str]]
    values: Mapping[str, str]
