"""Scales: one rail each, drawn by the same lines on the home page and on the comparison's."""

from __future__ import annotations

import re

from samples import sample

from generator.model import Model
from generator.pages import render

TRACK = re.compile(r'<div class="rail__track"[^>]*>(.*?)</div>', re.DOTALL)
MARK = re.compile(r'<b class="hue-(\w) at-(\d+)(?: around-(\d))?">')


def placed(*values: int) -> Model:
    """A model with a role a value on its one scale."""
    roles = ("baker", "miller", "carter", "smith")[: len(values)]
    model = sample(comparisons=(roles,))
    (id, comparison), *_ = model.comparisons.items()
    (scale,) = comparison.scales
    at = {
        role: scale.positions[role].model_copy(update={"value": value})
        for role, value in zip(roles, values, strict=True)
    }
    scales = (scale.model_copy(update={"positions": at}),)
    return model.model_copy(update={"comparisons": {id: comparison.model_copy(update={"scales": scales})}})


def marks(text: str) -> list[list[tuple[str, str, str]]]:
    """Of each rail hue, place and which ring around another it is."""
    return [MARK.findall(track) for track in TRACK.findall(text)]


def test_a_scale_is_one_rail_with_a_mark_for_each_role_on_both_pages() -> None:
    pages = render(placed(2, 9, 0), ())
    expected = [[("a", "2", ""), ("b", "9", ""), ("c", "0", "")]]
    assert marks(pages["index.md"]) == marks(pages["craft-1/index.md"]) == expected


def test_roles_at_one_place_stand_around_each_other() -> None:
    (rail,) = marks(render(placed(7, 7, 3, 7), ())["craft-1/index.md"])
    assert rail == [("a", "7", ""), ("b", "7", "1"), ("c", "3", ""), ("d", "7", "2")]


def test_values_are_read_aloud_once() -> None:
    pages = render(placed(2, 9), ())
    assert "9 of 10" in pages["index.md"]
    assert pages["craft-1/index.md"].count("9 of 10") == 1
