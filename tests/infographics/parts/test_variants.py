"""Variants: what has room on a page, and that it is asked only once."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.brand.typography import Ramp
from generator.infographics.parts.sketch import Sketch
from generator.infographics.parts.variants import fits, least, once, smaller, usual
from generator.layout.leaves import Space
from generator.layout.sizes import SIZES
from generator.layout.text import Fonts

SLIDE = SIZES["slide"]


def test_a_body_fits_until_it_is_too_high(fonts: Fonts) -> None:
    assert fits(Space(0.0, 300.0), SLIDE)
    assert not fits(Space(0.0, SLIDE.height or 0.0), SLIDE)
    assert fits(Space(0.0, 9000.0), SIZES["page"])


def test_a_word_too_wide_for_the_page_does_not_fit(fonts: Fonts) -> None:
    sketch = Sketch(fonts, SLIDE, Ramp(SLIDE.body))
    assert fits(sketch.text("word " * 20), SLIDE)
    assert not fits(sketch.text("word" * 100), SLIDE)


@given(st.sampled_from(sorted(SIZES)), st.floats(7, 20))
def test_the_types_in_which_things_are_tried_are_those_of_the_page(size: str, tried: float) -> None:
    sketch = Sketch(Fonts.__new__(Fonts), SIZES[size], Ramp(tried))
    bodies = [means.ramp.body for means in (usual(sketch), smaller(sketch), least(sketch))]
    assert bodies[0] == SIZES[size].body
    assert bodies[1] < bodies[0]
    assert least(sketch).ramp.smallest >= SIZES[size].legible


def test_a_decision_is_made_once_for_a_subject_and_a_size(fonts: Fonts) -> None:
    asked = []

    @once
    def decide(subject: list[str], sketch: Sketch) -> str:
        asked.append((subject, sketch.size.name, sketch.ramp.body))
        return f"{subject[0]} on a {sketch.size.name}"

    one, same = ["one"], ["one"]
    slide = Sketch(fonts, SLIDE, Ramp(9.0))
    for sketch in (slide, replace(slide, ramp=Ramp(12.0)), slide):
        assert decide(one, sketch) == "one on a slide"
    assert asked == [(one, "slide", SLIDE.body)]
    assert decide(one, replace(slide, size=SIZES["page"])) == "one on a page"
    assert decide(same, slide) == "one on a slide"  # equal, but another subject: it is asked about itself
    assert [subject is same for subject, *_ in asked] == [False, False, True]
