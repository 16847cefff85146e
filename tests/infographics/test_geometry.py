"""Where things stand in every picture: no text leaves its box, meets another or crosses a border."""

from __future__ import annotations

import itertools

import pytest
from matplotlib.path import Path
from matplotlib.transforms import Bbox
from projects import BRAND

from generator.infographics.drawing import frame
from generator.layout.frame import Block, Line, Rect, Shape
from generator.layout.sizes import SIZES
from generator.layout.text import Fonts
from generator.model import colour_values
from generator.model.contrast import ratio
from infographics.conftest import Show, Shown


def test_every_text_lies_in_its_room_and_within_the_margins(picture: Shown) -> None:
    size, frame = picture.size, picture.frame
    page = Rect(0.0, 0.0, frame.width, frame.height)
    foot = size.margin * 0.7
    inside = Rect(size.margin, size.margin, frame.width - 2 * size.margin, frame.height - size.margin - foot)
    assert frame.width == size.width
    assert size.height is None or frame.height == size.height
    for line in frame.lines:
        assert line.room.holds(line.rect), line
        assert page.holds(line.room), line
        assert inside.holds(line.rect), line


def test_nothing_leaves_the_picture(picture: Shown) -> None:
    page = Rect(0.0, 0.0, picture.frame.width, picture.frame.height)
    for item in picture.frame.items:
        assert page.holds(item.rect), item


def test_no_two_texts_meet(picture: Shown) -> None:
    for one, other in itertools.combinations(picture.frame.lines, 2):
        assert not one.rect.meets(other.rect), (one.text, other.text)


def test_no_text_crosses_the_border_of_a_panel(picture: Shown) -> None:
    items = picture.frame.items
    for place, line in enumerate(items):
        if isinstance(line, Line):
            panel = under(items[:place], line)
            assert panel.rect.holds(line.rect), (line, panel)
            over = [item for item in items[place + 1 :] if isinstance(item, Block) and item.rect.meets(line.rect)]
            assert not over, (line, over)


def under(items: tuple[object, ...], line: Line) -> Block:
    """The topmost panel that the line stands on; what lies below it is not seen."""
    return next(item for item in reversed(items) if isinstance(item, Block) and item.rect.meets(line.rect))


def test_no_mark_is_drawn_through_a_text(picture: Shown) -> None:
    """Lines, areas and circles may lie behind a text only where a panel between the two hides them."""
    items = picture.frame.items
    marks = [(place, item) for place, item in enumerate(items) if isinstance(item, Shape) and not item.icon]
    for place, line in enumerate(items):
        if not isinstance(line, Line):
            continue
        for order, mark in marks:
            between = items[order + 1 : place] if order < place else ()
            hidden = any(isinstance(item, Block) and item.fill and item.rect.holds(line.rect) for item in between)
            assert hidden or not touches(mark, line.rect), (line.text, mark)


def touches(mark: Shape, rect: Rect) -> bool:
    """Whether the mark's ink, not only its rectangle, meets the rectangle."""
    reach = mark.stroke_width / 2 if mark.stroke else 0.0
    grown = Bbox([(rect.x - reach, rect.y - reach), (rect.right + reach, rect.bottom + reach)])
    return bool(outline(mark).intersects_bbox(grown, filled=bool(mark.fill)))


def outline(mark: Shape) -> Path:
    """The mark's path with its curves as short straight lines."""
    codes = {"M": [Path.MOVETO], "L": [Path.LINETO], "Q": [Path.CURVE3] * 2, "C": [Path.CURVE4] * 3}
    points: list[tuple[float, float]] = []
    kinds: list[int] = []
    for letter, values in mark.commands:
        pairs = list(zip(values[::2], values[1::2], strict=True)) or [(0.0, 0.0)]
        points += [(x + mark.rect.x, y + mark.rect.y) for x, y in pairs]
        kinds += [int(code) for code in codes.get(letter, [Path.CLOSEPOLY])]
    return Path(points, kinds).cleaned(curves=False, simplify=False)


def test_no_icon_meets_a_text_or_another_icon(picture: Shown) -> None:
    icons = [item for item in picture.frame.items if isinstance(item, Shape) and item.icon]
    for icon in icons:
        for line in picture.frame.lines:
            assert not icon.rect.meets(line.rect), line.text
    for one, other in itertools.combinations(icons, 2):
        assert not one.rect.meets(other.rect)


def test_no_text_is_too_small_to_read(picture: Shown) -> None:
    for line in picture.frame.lines:
        assert line.size >= picture.size.legible - 0.01, line.text


def test_the_title_is_the_largest_text(picture: Shown) -> None:
    title = str(picture.drawing.infographic.title)
    largest = max(picture.frame.lines, key=lambda line: line.size)
    assert largest.text in title


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_stands_out_from_what_is_behind_it(picture: Shown, theme: str) -> None:
    colours = colour_values(picture.view.model.palette, theme)
    for place, line in enumerate(picture.frame.items):
        if isinstance(line, Line):
            panel = under(picture.frame.items[:place], line)
            assert panel.fill is not None
            assert ratio(colours[line.colour], colours[panel.fill]) >= 4.5, (line.text, line.colour, panel.fill)


@pytest.mark.parametrize("size", [size.name for size in SIZES.values() if size.height])
def test_a_page_of_fixed_size_is_filled(kind: str, size: str, show: Show) -> None:
    """The body reaches down to the rule at the foot, and texts stand in its lower part too."""
    picture = show("flagship", kind, size)
    rule = foot_rule(picture)
    body = [item for item in picture.frame.items if item.rect.bottom <= rule.y + 0.01]
    texts = [item for item in body if isinstance(item, Line)]
    assert rule.y - max(item.rect.bottom for item in body) < 0.04 * picture.frame.height
    assert rule.y - max(line.rect.bottom for line in texts) < 0.1 * picture.frame.height


def foot_rule(picture: Shown) -> Rect:
    wide = picture.size.width - 2 * picture.size.margin
    rules = [item.rect for item in picture.frame.items if item.rect.height == 1.0 and item.rect.width == wide]
    return max(rules, key=lambda rect: rect.y)


@pytest.mark.parametrize("size", [size.name for size in SIZES.values() if not size.height])
def test_a_page_that_grows_ends_below_its_last_text(subject: str, kind: str, size: str, show: Show) -> None:
    picture = show(subject, kind, size)
    lowest = max(line.rect.bottom for line in picture.frame.lines)
    assert 0 < picture.frame.height - lowest < 1.5 * picture.size.margin


@pytest.mark.parametrize("size", SIZES)
def test_the_same_content_gives_the_same_frame(kind: str, size: str, show: Show) -> None:
    picture = show("flagship", kind, size)
    again = frame(picture.drawing, picture.size, Fonts(BRAND))
    assert again == picture.frame
    assert again.digest == picture.frame.digest
