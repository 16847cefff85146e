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
class Slide:
    """One picture. `address` is its name in the deck, `<comparison>/<kind>`; `page` where it is published.

    `notes` are paragraphs for the speaker; `section` is the theme of the comparison to which it belongs.
    """

    address: str
    section: str
    title: str
    notes: tuple[str, ...]
    frame: Frame
    table: Table
    page: str


@dataclass(frozen=True, slots=True)
class Closing:
    """The last slide: its title, and entries of (what, more about it)."""

    title: str
    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """A comparison as a deck. `id` is the comparison's; `theme` is "light" or "dark", `colours` are the values of the
    theme's slots, RRGGBB; `language` as in BCP 47.
    """

    id: str
    theme: str
    name: str
    title: str
    subtitle: tuple[str, ...]
    author: str
    language: str
    day: date
    slides: tuple[Slide, ...]
    closing: Closing
    scheme: Scheme
    colours: Mapping[str, str]
