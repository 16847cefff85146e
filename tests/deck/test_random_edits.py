"""Whatever people do to a deck, an update loses none of it, and brings everything else up to date."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from typing import Any

import pytest
from deck_edits import EDITS, Check
from decks import all_shapes, pptx_of, saved, slide_of, updated, written
from doses import examples
from hypothesis import given
from hypothesis import strategies as st

from deck.test_update import after, before
from generator.deck.updating.label import label_of
from generator.deck.updating.namespaces import held
from generator.deck.updating.texts import text

Chosen = tuple[int, int, int, int]
_CHOSEN = st.tuples(st.integers(0, len(EDITS) - 1), st.integers(0, 1), st.integers(0, 200), st.integers(0, 10_000))
_SLIDES = st.sampled_from(["as they are", "one more", "other order", "one less", "one twice"])


@given(st.lists(_CHOSEN, max_size=6), _SLIDES, st.booleans(), st.booleans())
@examples(1)
def test_no_edit_is_lost(chosen: list[Chosen], slides: str, nested: bool, back: bool) -> None:
    old, new = (after, before) if back else (before, after)
    check_edits(chosen, slides, old(nested=nested), new(nested=nested))


@pytest.mark.endurance
@given(st.lists(_CHOSEN, max_size=30), _SLIDES, st.booleans(), st.booleans())
@examples(1)
def test_no_edit_of_very_many_is_lost(chosen: list[Chosen], slides: str, nested: bool, back: bool) -> None:
    test_no_edit_is_lost.hypothesis.inner_test(chosen, slides, nested, back)  # type: ignore[attr-defined]


def check_edits(chosen: list[Chosen], slides: str, old: bytes, new: bytes) -> None:
    file = pptx_of(old)
    rearrange(file, slides)
    checks, touched = edit(file, chosen)
    result = updated(saved(file), new)
    later = pptx_of(result.data)
    assert [slide.slide_id for slide in later.slides] == [slide.slide_id for slide in file.slides]
    for number, check in checks:
        check(later.slides.get(number))
    check_untouched(later, pptx_of(new), touched)
    assert updated(result.data, new).data == result.data


def rearrange(file: Any, how: str) -> None:
    """What people do to slides as a whole."""
    ids = file.slides._sldIdLst
    if how == "one more":
        file.slides.add_slide(file.slide_layouts[0]).shapes.title.text = "Our own"
        ids.insert(1, ids[-1])
    elif how == "other order":
        ids.append(ids[1])
    elif how == "one less":
        file.part.drop_rel(ids[0].rId)
        ids.remove(ids[0])
    elif how == "one twice":
        twin = file.slides.add_slide(file.slide_layouts[2])
        twin._element.replace(twin._element.cSld, deepcopy(slide_of(file, "/responsibilities")._element.cSld))


def edit(file: Any, chosen: list[Chosen]) -> tuple[list[tuple[int, Check]], set[str]]:
    """The checks of edits that no later one has undone, with their slides' ids, and the addresses of those slides."""
    checks, touched = {}, set()
    addresses = ("/comparison-table", "/responsibilities")
    for what, where, which, number in chosen:
        slide = slide_of(file, addresses[where])
        checks[len(checks)] = (slide.slide_id, EDITS[what](slide, which, number))
        touched.add(addresses[where])
    probe = pptx_of(saved(file))
    return [(number, check) for number, check in checks.values() if _holds(check, probe.slides.get(number))], touched


def _holds(check: Check, slide: Any) -> bool:
    try:
        check(slide)
    except AssertionError:
        return False
    return True


def check_untouched(later: Any, fresh: Any, touched: set[str], *, rounded: bool = False) -> None:
    """Slides that nobody touched are those of the new deck; on others, whatever Visavis wrote is new. `rounded`: places
    that the layout has are only as LibreOffice makes them, since it changes the layouts.
    """
    wanted = {slide._element.cSld.get("name"): slide for slide in fresh.slides}
    for slide in later.slides:
        address = slide._element.cSld.get("name")
        if address not in wanted:
            continue
        kinds = ("title", "subTitle", "body", "sldNum") if rounded else ()
        shapes = Counter(_written(one, kinds) for one in all_shapes(slide))
        made = Counter(_written(one, kinds) for one in all_shapes(wanted[address]))
        if not any(address.endswith(end) for end in touched):
            assert shapes == made
        assert _keys(slide) <= _keys(wanted[address])
        ids = [one.get("id") for one in slide._element.iter("{*}cNvPr")]
        assert len(ids) == len(set(ids))


def _keys(slide: Any) -> set[tuple[str, str]]:
    return {label.key for one in all_shapes(slide) if (label := label_of(one)) is not None}


def _written(shape: Any, kinds: tuple[str, ...]) -> bytes:
    label = label_of(shape)
    if held(shape) in kinds and label is not None:
        return "\t".join((*label.key, text(shape))).encode()
    return written(shape)
