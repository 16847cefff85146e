"""The network, read back from its frames: who is tied to whom, and which way arrows lead."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.infographics.drawing import Drawing
from generator.infographics.kinds.collaboration_network.ties import all_ties, alt, counted, detailed, shown, worded
from generator.layout.frame import Block, Line, Rect, Shape
from generator.layout.sizes import SIZES
from generator.model.view import Compared
from infographics.conftest import SUBJECTS, Shown, laid, squeezed, view_of
from infographics.conftest import shown as picture_of
from infographics.test_any_text import listing, words
from infographics.test_more_roles import of

KIND = "collaboration-network"
FIXED = [name for name, size in SIZES.items() if size.height]


def hub(picture: Shown, compared: Compared) -> Rect:
    """The disc of a role: the only round area in its colour."""
    return next(
        item.rect
        for item in picture.frame.items
        if isinstance(item, Block) and item.fill == compared.solid and item.rect.width == item.rect.height
    )


def cards(picture: Shown, compared: Compared) -> list[Rect]:
    x = hub(picture, compared).x
    areas = [
        item.rect for item in picture.frame.items if isinstance(item, Block) and item.fill == f"{compared.hue}.tint"
    ]
    return [rect for rect in areas if x < rect.x < x + picture.size.width / 2]


def areas(picture: Shown) -> list[Rect]:
    """The areas that texts stand on."""
    items = (item for item in picture.frame.items if isinstance(item, Block) and item.fill)
    return [item.rect for item in items if str(item.fill).endswith(".tint")]


def of_many(subject: str, size: str) -> Shown:
    """The picture of a subject, or of the flagship with so many roles."""
    if not subject.isdigit():
        return picture_of(subject, KIND, size)
    drawing = Drawing(of(int(subject)), words(of(int(subject)), KIND))
    return Shown(subject, KIND, drawing.view, *laid(drawing, size), drawing)


def strokes(picture: Shown, compared: Compared) -> list[Rect]:
    return [item.rect for item in picture.frame.items if isinstance(item, Shape) and item.stroke == compared.solid]


def heads(picture: Shown, compared: Compared) -> list[Rect]:
    found = [item for item in picture.frame.items if isinstance(item, Shape) and not item.icon]
    return [
        item.rect for item in found if item.fill == compared.solid and item.rect.width < hub(picture, compared).width
    ]


def lines_of(picture: Shown, rect: Rect) -> list[Line]:
    return [line for line in picture.frame.lines if rect.holds(line.rect)]


@pytest.mark.parametrize("size", SIZES)
def test_each_partner_has_a_card_at_its_role_s_trunk(size: str) -> None:
    picture = picture_of("flagship", KIND, size)
    for one in picture.view.roles:
        partners = [tie.partner.name for tie in all_ties(picture.view) if tie.flow(one)]
        told = [squeezed("".join(line.text for line in lines_of(picture, rect))) for rect in cards(picture, one)]
        assert len(told) == len(partners)
        assert all(words.startswith(squeezed(name)) for words, name in zip(told, partners, strict=True))
        x = hub(picture, one).x + hub(picture, one).width / 2
        (trunk,) = [rect for rect in strokes(picture, one) if not rect.width and abs(rect.x - x) < 0.01]
        assert trunk.y == pytest.approx(hub(picture, one).bottom, abs=0.01)
        assert cards(picture, one)[-1].y < trunk.bottom <= cards(picture, one)[-1].bottom


@pytest.mark.parametrize("size", SIZES)
def test_arrows_out_touch_cards_and_arrows_back_touch_the_trunk_beside_the_words(size: str) -> None:
    picture = picture_of("flagship", KIND, size)
    for one in picture.view.roles:
        tips = heads(picture, one)
        if not detailed(picture.view, picture.size):
            assert tips == []
            continue
        x = hub(picture, one).x + hub(picture, one).width / 2
        for card, out, back in zip(cards(picture, one), tips[::2], tips[1::2], strict=True):
            assert out.right == pytest.approx(card.x, abs=0.01)
            assert back.x == pytest.approx(x, abs=0.01)
            words = {line.text: line.rect for line in lines_of(picture, card)}
            for tip, name in ((out, "Gives"), (back, "Gets")):
                assert words[name].y < tip.y + tip.height / 2 < words[name].bottom


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_what_flows_is_named_or_the_alternative_text_speaks_of_names_only(subject: str, size: str) -> None:
    picture = picture_of(subject, KIND, size)
    view, own = picture.view, alt(picture.view, picture.size)
    flows = [text for one in view.roles for flow in one.role.partners for _, text in worded(flow, picture.size)]
    if detailed(view, picture.size):
        assert own == ""
        assert all(squeezed(text) in picture.running for text in flows)
    else:
        assert not any(squeezed(text) in picture.running for text in flows if len(text) > 7)
        assert all(f"{tie.partner.name}" in own for one in view.roles for tie in shown(view, one, picture.size))


def test_a_card_for_feeds_says_how_many_partners_it_leaves_out() -> None:
    view, shipped = listing(20), view_of("flagship")
    size, _ = laid(Drawing(view, words(view, KIND)), "social")
    assert counted(view, view.roles[0], size) == ", 3 of 20"
    assert counted(shipped, shipped.roles[0], picture_of("flagship", KIND, "social").size) == ""
    assert "Key Account Manager, 3 of 20: " in alt(view, size)


@pytest.mark.parametrize("size", FIXED)
def test_of_many_partners_only_names_are_shown_on_a_page_of_fixed_size(size: str) -> None:
    assert not detailed(listing(20), SIZES[size])


@pytest.mark.parametrize("subject", ["three wards", "four wards", "3", "4"])
@pytest.mark.parametrize("size", SIZES)
def test_a_trunk_ends_at_a_card_of_a_partner_of_its_own_role(subject: str, size: str) -> None:
    picture = of_many(subject, size)
    trunks = 0
    for one in picture.view.roles if detailed(picture.view, picture.size) else ():
        x = hub(picture, one).x + hub(picture, one).width / 2
        (trunk,) = [rect for rect in strokes(picture, one) if not rect.width and abs(rect.x - x) < 0.01]
        ends = [area for area in areas(picture) if area.y < trunk.bottom <= area.bottom and area.x > x]
        nearest = min(ends, key=lambda area: area.x)
        told = squeezed("".join(line.text for line in lines_of(picture, nearest)))
        assert any(squeezed(tie.partner.name) in told for tie in all_ties(picture.view) if tie.flow(one))
        trunks += 1
    assert trunks in (0, len(picture.view.roles))


@pytest.mark.parametrize(("subject", "size"), [("3", "slide"), ("4", "page"), ("three wards", "classic")])
def test_a_card_of_a_shared_partner_says_with_whom(subject: str, size: str) -> None:
    picture = of_many(subject, size)
    for tie in (tie for tie in all_ties(picture.view) if tie.shared):
        for one, _ in tie.holders:
            others = ", ".join(other.role.abbreviation for other, _ in tie.holders if other is not one)
            assert squeezed(f"Shared with {others}") in picture.running


@pytest.mark.parametrize(("subject", "size"), [("four wards", "slide"), ("3", "slide"), ("three wards", "portrait")])
def test_what_flows_is_named_of_more_roles_too_where_it_has_room(subject: str, size: str) -> None:
    picture = of_many(subject, size)
    flows = [text for one in picture.view.roles for flow in one.role.partners for _, text in worded(flow, picture.size)]
    assert all(squeezed(text) in picture.running for text in flows)


@pytest.mark.parametrize("subject", [*SUBJECTS, "3", "4"])
@pytest.mark.parametrize("size", FIXED)
def test_a_picture_that_names_partners_only_says_so(subject: str, size: str) -> None:
    picture = of_many(subject, size)
    assert ("partnersbyname" in picture.running) == (not detailed(picture.view, picture.size))


@pytest.mark.parametrize("size", ["classic", "square", "portrait"])
def test_few_partners_on_a_card_are_a_list_and_do_not_drift_apart(size: str) -> None:
    picture = picture_of("four wards", KIND, size)
    names = {tie.partner.name for tie in all_ties(picture.view)}
    lines = [line for line in picture.frame.lines if line.paragraph in names]
    assert {line.size for line in lines} == {lines[0].size}
    columns: dict[float, list[float]] = {}
    for line in lines:
        columns.setdefault(round(line.rect.x), []).append(line.rect.y)
    nearest = [min(below - above for above, below in pairwise(sorted(tops))) for tops in columns.values()]
    assert max(nearest) < 3 * lines[0].size


@pytest.mark.parametrize("size", ["slide", "classic"])
@pytest.mark.parametrize("subject", ["flagship", "three wards"])
def test_names_at_the_head_of_columns_stand_on_one_line(subject: str, size: str) -> None:
    picture = picture_of(subject, KIND, size)
    for one in picture.view.roles:
        lines = [line for line in picture.frame.lines if line.paragraph == one.role.name]
        assert [line.text for line in lines] == [one.role.name]
