"""The type ramp: what is small is spaced, what is large is not."""

from __future__ import annotations

import pytest

from generator.brand import Ramp


@pytest.mark.parametrize("body", [13.0, 16.5, 22.0])
def test_small_tags_are_set_apart(body: float) -> None:
    assert Ramp(body).style("tag").tracking > 0


def test_names_on_a_card_for_feeds_are_not() -> None:
    style = Ramp(27.0).style("tag")
    assert (style.size, style.tracking) == (pytest.approx(19.98), 0.0)


def test_what_is_set_tight_stays_tight_at_every_size() -> None:
    assert {Ramp(body).style("head").tracking for body in (10.0, 22.0, 34.0)} == {Ramp(13.0).style("head").tracking}
