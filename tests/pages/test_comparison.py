"""The comparison table and the choices above it, as generated from a small model of invented roles."""

from __future__ import annotations

import re

import pytest
from samples import ROLES, sample

from generator.pages.render import render


def page(count: int = 2) -> str:
    return render(sample(comparisons=(ROLES[:count],)), ())["craft-1/index.md"]


def test_every_dimension_can_be_chosen_and_has_its_row() -> None:
    text = page()
    chosen = re.findall(r'<input type="checkbox" name="row" value="([^"]+)">', text)
    assert chosen
    assert chosen == re.findall(r'<tbody data-row="([^"]+)">', text)
    assert chosen == re.findall(r'<tr id="row-([^"]+)">', text)


def test_every_row_has_a_link_outside_its_header() -> None:
    """Screen readers repeat a header at each cell; a link in it would be told every time."""
    text = page()
    assert 'class="versus__link" href="#row-focus"' in text
    headers = re.findall(r'<th scope="row".*?</th>', text, re.DOTALL)
    assert headers
    assert not [header for header in headers if "<a " in header]


@pytest.mark.parametrize("count", [2, 3, 4])
def test_roles_can_be_chosen_where_there_are_more_than_two(count: int) -> None:
    offered = re.findall(r'name="role" value="([^"]+)" checked', page(count))
    assert offered == list(ROLES[:count] if count > 2 else ())


@pytest.mark.parametrize("count", [2, 3, 4])
def test_every_part_of_a_column_names_its_role(count: int) -> None:
    """Head, cell, edge and details of a role are hidden together."""
    text = page(count)
    rows = text.count("data-row=")
    for role in ROLES[:count]:
        assert text.count(f'data-role="{role}"') == 1 + 3 * rows


def test_the_number_of_rows_is_told_politely_and_describes_the_table() -> None:
    text = page()
    (said,) = re.findall(r'<p class="compare__said unseen" id="([^"]+)" role="status">', text)
    assert f'aria-describedby="{said}"' in text


def test_the_choices_are_not_searched() -> None:
    assert re.search(r'<form class="compare"[^>]* data-search-exclude ', page())
