"""Our own template."""

from __future__ import annotations

from generator.deck import own
from generator.deck.templates.base import OWN

from .decks import opened
from .packages import faults


def test_the_file_is_what_its_script_makes() -> None:
    assert OWN.read_bytes() == own.made()


def test_it_has_the_layouts_that_a_deck_needs() -> None:
    file = opened(own.made())
    assert [layout.name for layout in file.slide_layouts] == ["Title Slide", "Title and Content", "Title Only", "Blank"]
    assert not list(file.slides)
    assert faults(own.made()) == []
