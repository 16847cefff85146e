"""What LibreOffice makes of a deck is no change by people; what people change there is."""

from __future__ import annotations

import random
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import libreoffice
import pytest
from deck_edits import EDITS, Check
from decks import parts, pptx_of, saved, slide_of, texts, updated
from projects import shared

from deck.test_random_edits import check_untouched, edit, rearrange
from deck.test_update import NEW_ROW, ROW, after, before, table, text_shape
from generator.deck.options import Options
from generator.deck.own.table_style import TABLE_STYLE
from generator.deck.updating.looks import look_of

pytestmark = [pytest.mark.slow, libreoffice.needed]


Edited = tuple[bytes, list[int], list[tuple[int, Check]], set[str]]
OPTIONS: dict[str, dict[str, Any]] = {
    "plain": {},
    "nested": {"nested": True},
    "with tables": {"options": Options("arial", tables=True)},
}
SEEDS = range(4)


def retitled() -> bytes:
    file = pptx_of(before())
    file.slides[0].shapes.title.text_frame.text = "Ours"
    return saved(file)


def through_libreoffice(folder: Path) -> None:
    """Every deck that a test of this file asks for."""
    decks = {name: before(**options) for name, options in OPTIONS.items()}
    decks |= {f"edited {seed}": edited(seed, 8)[0] for seed in SEEDS}
    libreoffice.through({**decks, "retitled": retitled()}, folder)


def through(name: str) -> bytes:
    return (shared("through-libreoffice", through_libreoffice) / "saved" / f"{name}.pptx").read_bytes()


@pytest.mark.parametrize("name", OPTIONS)
def test_a_deck_that_only_libreoffice_changed_is_brought_up_to_date_whole(name: str) -> None:
    options = OPTIONS[name]
    result = updated(through(name), after(**options))
    assert result.kept == ()
    assert result.deleted == 0
    check_untouched(pptx_of(result.data), pptx_of(after(**options)), set(), rounded=True)
    assert look_of(pptx_of(result.data)) == look_of(pptx_of(after(**options)))
    assert TABLE_STYLE.encode() in parts(result.data)["ppt/tableStyles.xml"]
    assert updated(result.data, after(**options)).data == result.data


@pytest.mark.parametrize("seed", SEEDS)
def test_edits_are_all_there_after_libreoffice(seed: int) -> None:
    check_edits(seed, edited(seed, 8), through(f"edited {seed}"))


@pytest.mark.endurance
@pytest.mark.parametrize("seed", range(100, 160))
def test_very_many_edits_are_all_there_after_libreoffice(seed: int, tmp_path: Path) -> None:
    made = edited(seed, 25)
    check_edits(seed, made, (libreoffice.through({"deck": made[0]}, tmp_path) / "deck.pptx").read_bytes())


@cache
def edited(seed: int, count: int) -> Edited:
    """A deck as people have changed it, the ids of its slides in their order, checks of the edits, and what they are
    of.
    """
    dice = random.Random(seed)
    chosen = [
        (dice.randrange(len(EDITS)), dice.randrange(2), dice.randrange(200), dice.randrange(9999)) for _ in range(count)
    ]
    file = pptx_of(before(nested=bool(seed % 2)))
    rearrange(file, dice.choice(["as they are", "one more", "other order", "one less", "one twice"]))
    checks, touched = edit(file, chosen)
    return saved(file), [slide.slide_id for slide in file.slides], checks, touched


def check_edits(seed: int, made: Edited, converted: bytes) -> None:
    _, order, checks, touched = made
    probe = pptx_of(converted)
    result = updated(converted, after(nested=bool(seed % 2)))
    later = pptx_of(result.data)
    for number, check in checks:
        place = order.index(number)
        try:
            check(probe.slides[place])
        except AssertionError:
            continue  # LibreOffice has lost it
        check(later.slides[place])
    check_untouched(later, pptx_of(after(nested=bool(seed % 2))), touched, rounded=True)


def test_edits_made_after_libreoffice_and_an_update_are_seen() -> None:
    once = updated(through("plain"), before()).data
    file = pptx_of(once)
    text_shape(table(file), ROW).left += 1500  # less than what LibreOffice rounds
    result = updated(saved(file), after())
    assert [kept.reason for kept in result.kept] == ["place"]
    assert NEW_ROW in texts(table(pptx_of(result.data)))


def test_a_new_slide_finds_its_layout_among_those_of_libreoffice() -> None:
    kinds = ("comparison-table", "role-profiles", "responsibilities")
    result = updated(through("plain"), before(kinds=kinds))
    added = slide_of(pptx_of(result.data), "/role-profiles")
    assert added.slide_layout.name == "Title Only"
    assert len(result.slides) == 1


def test_a_first_slide_with_another_title_is_known_by_the_rest_of_it() -> None:
    result = updated(through("retitled"), after())
    later = pptx_of(result.data)
    assert later.slides[0].shapes.title.text_frame.text == "Ours"
    assert [kept.reason for kept in result.kept] == ["text"]
    assert deepcopy(later.slides[0]._element).find("{*}cSld").get("name") == "ward-vs-home/first slide"
