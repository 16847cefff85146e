"""Content from before: a tie that still has a strength is read, and drawn as one without."""

from __future__ import annotations

from generator.layout import SIZES
from infographics.conftest import shown as drawn
from infographics.conftest import view_of

KIND = "relationship-map"


def test_a_strength_is_read_and_changes_nothing() -> None:
    ties = view_of("two wards").comparison.ties
    assert ties is not None
    strengths = {contact.strength for said in ties.roles.values() for contact in said.contacts}
    assert strengths >= {1, 2, 3}
    for size in SIZES:
        assert not any(line.text in {"1", "2", "3"} for line in drawn("two wards", KIND, size).frame.lines), size
