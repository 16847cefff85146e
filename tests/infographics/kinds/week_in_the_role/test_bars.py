"""The bars of a week, read back from the pictures: as long as the table says, in its order, with its numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from generator.infographics.kinds import week_in_the_role as kind
from generator.infographics.kinds.week_in_the_role.bars import AtMost
from generator.infographics.kinds.week_in_the_role.description import pictured, spent
from generator.infographics.kinds.week_in_the_role.quarter_days import WEEK, days, number
from generator.layout.frame import Block, Line
from generator.layout.leaves import Space
from generator.layout.sizes import SIZES
from infographics.conftest import SUBJECTS, Shown, shown, squeezed, view_of

EVERY = [(subject, size) for subject in SUBJECTS for size in SIZES]
FRACTIONS = {"¼": Fraction(1, 4), "½": Fraction(1, 2), "¾": Fraction(3, 4)}


def bars(picture: Shown, fill: str) -> list[Block]:
    """The bars of one role, from top to bottom."""
    found = [item for item in picture.frame.items if isinstance(item, Block) and item.fill == fill]
    return sorted((bar for bar in found if not bar.radii[0] and bar.radii[1]), key=lambda bar: bar.rect.y)


def told(cell: str) -> Fraction:
    """Days as the table writes them."""
    first = cell.partition(" ")[0]
    return sum((FRACTIONS.get(sign) or Fraction(sign) for sign in first if first != "under"), Fraction(0))


@pytest.mark.parametrize(("subject", "size"), EVERY)
def test_bars_are_as_long_as_the_table_says_in_its_order(subject: str, size: str) -> None:
    picture = shown(subject, kind.KIND, size)
    rows = {row[0]: row[1:] for row in kind.table(picture.view).rows}
    names = [str(activity.name) for activity in pictured(picture.view, SIZES[size])]
    scales = []
    for place, compared in enumerate(picture.view.roles):
        wanted = [time for time in (told(rows[name][place]) for name in names) if time]
        drawn = bars(picture, compared.solid)
        assert len(drawn) == len(wanted)
        assert len({bar.rect.x for bar in drawn}) <= 1
        scales += [bar.rect.width / float(time) for bar, time in zip(drawn, wanted, strict=True)]
    assert min(scales) == pytest.approx(max(scales), rel=0.001)


@pytest.mark.parametrize(("subject", "size"), EVERY)
def test_beside_each_bar_stands_its_number(subject: str, size: str) -> None:
    picture = shown(subject, kind.KIND, size)
    for compared in picture.view.roles:
        times = [spent(picture.view, compared, activity) for activity in pictured(picture.view, SIZES[size])]
        shown_times = [time for time in times if time.quarters]
        for bar, time in zip(bars(picture, compared.solid), shown_times, strict=True):
            assert beside(picture, bar) in (number(time), days(time))


def beside(picture: Shown, bar: Block) -> str:
    """The first text at the right of a bar."""
    lines = [line for line in picture.frame.lines if line.rect.y <= bar.rect.middle <= line.rect.bottom]
    right: list[Line] = [line for line in lines if line.rect.x >= bar.rect.right]
    return min(right, key=lambda line: line.rect.x).text


@pytest.mark.parametrize("subject", SUBJECTS)
def test_what_differs_most_stands_first(subject: str) -> None:
    rows = kind.table(view_of(subject)).rows[1:-1]
    apart = [max(map(told, row[1:])) - min(map(told, row[1:])) for row in rows]
    assert apart == sorted(apart, reverse=True)


def test_a_size_that_shows_some_of_the_activities_says_which() -> None:
    view = view_of("flagship")
    assert kind.alt(view, SIZES["slide"]) == ""
    assert kind.alt(view, SIZES["social"]) == (
        "Bars for 2 of 6 activities of a week, where the roles differ most. "
        "Plans and offers: Key Account Manager 1½ days, Territory Manager ½ day. "
        "On the road: Key Account Manager ¾ day, Territory Manager 1¼ days."
    )
    assert kind.alt(view_of("two wards"), SIZES["social"]) == ""


def test_title_and_headlines_are_true() -> None:
    """One plans more, the other travels more; twice as much time for plans as on the road; three days out of five."""
    view = view_of("flagship")
    first, second = view.roles
    week = {activity.id: activity for activity in pictured(view, SIZES["slide"])}
    assert spent(view, first, week["planning"]).quarters > spent(view, second, week["planning"]).quarters
    assert spent(view, first, week["travel"]).quarters < spent(view, second, week["travel"]).quarters
    assert spent(view, first, week["planning"]).quarters == 2 * spent(view, first, week["travel"]).quarters
    out = sum(spent(view, second, week[name]).quarters for name in ("clients", "travel", "prospects"))
    assert out > WEEK * 3 / 5


def test_bars_do_not_grow_out_of_proportion() -> None:
    frame = AtMost(Space(10.0, 20.0), 40.0).layout(100.0, 200.0)
    assert frame.height == 200.0
    assert AtMost(Space(10.0, 60.0), 40.0).layout(100.0, 200.0).height == 200.0
    assert AtMost(Space(10.0, 20.0), 40.0).layout(100.0).height == 20.0


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_card_for_feeds_says_how_many_activities_it_shows(subject: str) -> None:
    picture = shown(subject, "week-in-the-role", "social")
    week = picture.view.comparison.week
    assert week
    some, every = len(pictured(picture.view, picture.size)), len(week.activities)
    assert (squeezed(f"{some} of {every} activities") in picture.running) == (some < every)
