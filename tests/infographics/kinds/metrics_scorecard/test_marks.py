"""Metrics, formulas and arrows, read back from the finished picture and compared with the data table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.infographics.drawing import Drawing
from generator.infographics.kinds.metrics_scorecard.description import alt, table
from generator.infographics.kinds.metrics_scorecard.measures import WAYS, common_way, scorecards
from generator.layout import SIZES, Shape
from infographics.conftest import SUBJECTS, Shown, laid, squeezed, view_of
from infographics.conftest import shown as drawn
from infographics.test_any_text import listing, words
from infographics.test_more_roles import of

KIND = "metrics-scorecard"
ARROWS = {icon for icon, _, _ in WAYS.values()}
EVERY = pytest.mark.parametrize(("subject", "size"), [(subject, size) for subject in SUBJECTS for size in SIZES])


def icons(picture: Shown) -> list[str]:
    return [item.icon for item in picture.frame.items if isinstance(item, Shape) and item.icon]


@EVERY
def test_the_better_way_is_said_once_or_for_each_metric(subject: str, size: str) -> None:
    picture = drawn(subject, KIND, size)
    rows = table(picture.view).rows
    ways = [row[5] for row in rows]
    arrows = [icon for icon in icons(picture) if icon in ARROWS]
    if common_way(picture.view):
        assert len(set(ways)) == 1
        assert arrows == []
        assert picture.running.count(squeezed(WAYS[ways[0]][2])) == 1
        return
    shown = [row for row in rows if not picture.size.brief or row[0] in alt(picture.view, picture.size)]
    assert sorted(arrows) == sorted(WAYS[row[5]][0] for row in shown)


@EVERY
def test_a_page_that_grows_tells_formula_and_blind_spot_of_every_metric(subject: str, size: str) -> None:
    picture = drawn(subject, KIND, size)
    rows = table(picture.view).rows
    if not picture.size.height:
        for name, _, _, formula, hides, *_ in rows:
            assert squeezed(name) in picture.running
            assert squeezed(formula) in picture.running
            assert squeezed(hides) in picture.running
    eyes = icons(picture).count("material/eye-off-outline")
    assert eyes in (0, 1 + sum(bool(row[4]) and (not picture.size.height or row[7] == "yes") for row in rows))


def test_the_headline_metrics_stand_first_in_the_order_of_the_table() -> None:
    for size in SIZES:
        picture = drawn("flagship", KIND, size)
        tops = {line.text: line.rect.y for line in picture.frame.lines}
        for compared in picture.view.roles:
            rows = [row for row in table(picture.view).rows if row[1] == compared.role.name]
            names = [row[0] for row in sorted(rows, key=lambda row: row[7] != "yes")]
            found = [tops[name] for name in names if name in tops]
            assert found == sorted(found), size


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_small_picture_is_told_as_it_is(subject: str) -> None:
    picture = drawn(subject, KIND, "social")
    told = alt(picture.view, picture.size)
    for row in table(picture.view).rows:
        shown = squeezed(row[0]) in picture.running
        assert shown == (row[0] in told)
    assert alt(picture.view, SIZES["slide"]) == ""


@pytest.mark.parametrize("subject", ["flagship", "three wards", "four wards"])
@pytest.mark.parametrize("size", ["slide", "classic", "square", "portrait"])
def test_of_twenty_metrics_a_fixed_page_has_what_it_has_room_for_and_says_of_how_many(subject: str, size: str) -> None:
    view = listing(20, subject)
    fixed, picture = laid(Drawing(view, words(view, KIND)), size)
    running = squeezed("".join(line.text for line in picture.lines))
    for card in scorecards(view, fixed):
        some = len(card.headline) + len(card.others)
        assert card.name == card.compared.role.name or card.name == f"{card.compared.role.name}, {some} of 20"
        assert squeezed(card.name) in running
        assert some == 20 or f"{card.name}: " in alt(view, fixed)


@pytest.mark.parametrize("size", ["slide", "classic", "portrait", "page"])
def test_names_of_cards_side_by_side_are_level_whatever_stands_below_them(size: str) -> None:
    picture = drawn("flagship", KIND, size)
    left, right = scorecards(picture.view, picture.size)
    tops = {line.paragraph: line.rect.y for line in reversed(list(picture.frame.lines))}
    for one, other in zip(left.headline, right.headline, strict=True):
        assert tops[one.metric.name] == pytest.approx(tops[other.metric.name], abs=0.01)


@pytest.mark.parametrize("size", ["slide", "classic", "portrait"])
def test_a_fixed_page_says_how_the_headline_metrics_are_worked_out(size: str) -> None:
    picture = drawn("flagship", KIND, size)
    for card in scorecards(picture.view, picture.size):
        for measure in card.headline:
            assert measure.metric.short
            assert squeezed(measure.metric.short) in picture.running


@pytest.mark.parametrize(("subject", "size"), [("three wards", "classic"), ("three wards", "square")])
def test_few_metrics_of_three_roles_stand_on_cards(subject: str, size: str) -> None:
    picture = drawn(subject, KIND, size)
    assert picture.running.count("alsomeasured") == 3


@pytest.mark.parametrize("size", ["slide", "classic", "square", "portrait"])
def test_few_metrics_of_four_roles_stand_on_cards(size: str) -> None:
    picture = drawn("four wards", KIND, size)
    others = sum(bool(card.others) for card in scorecards(picture.view, picture.size))
    assert picture.running.count("alsomeasured") == others == 3


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_card_for_feeds_says_of_how_many_metrics_it_names_some(subject: str) -> None:
    picture = drawn(subject, KIND, "social")
    rows = table(picture.view).rows
    named = [row for row in rows if squeezed(row[0]) in picture.running]
    assert len(named) < len(rows)
    count = f"{len(named)} of {len(rows)}"
    assert squeezed(f"{count} measures") in picture.running
    assert count in alt(picture.view, picture.size)


def test_a_card_for_feeds_that_names_all_metrics_has_no_text_of_its_own() -> None:
    view = listing(1)
    size, frame = laid(Drawing(view, words(view, KIND)), "social")
    assert alt(view, size) == ""
    assert not any("measures" in line.text for line in frame.lines)


def test_a_metric_that_both_roles_have_is_counted_once() -> None:
    view = view_of("flagship")
    first, second = view.roles
    same = replace(second, role=second.role.model_copy(update={"metrics": first.role.metrics}))
    count = f"3 of {len(first.role.metrics)}"
    view = replace(view, roles=(first, same))
    size, frame = laid(Drawing(view, words(view, KIND)), "social")
    assert alt(view, size).startswith(f"The first measures of each role, {count}: ")
    assert any(line.text.startswith(f"{count} measures") for line in frame.lines)


@pytest.mark.parametrize("size", [name for name in SIZES if not SIZES[name].brief])
@pytest.mark.parametrize("count", [3, 4])
def test_what_some_roles_share_is_said_to_be_shared_with_them(count: int, size: str) -> None:
    view = of(count)
    drawing = Drawing(view, words(view, KIND))
    _, frame = laid(drawing, size)
    lines = (line for line in frame.lines if line.colour == "shared.solid" and line.purpose != "eyebrow")
    told = [line.paragraph.casefold() for line in lines]
    assert told
    for said in told:
        named = said.rpartition("shared with ")[2].split(", ")
        assert {*named} < {one.role.abbreviation.casefold() for one in view.roles}
