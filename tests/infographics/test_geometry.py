"""Where things stand in every picture: no text leaves its box, meets another or crosses a border.

A test asks one question of all pictures of a kind and tells every picture and item of which the answer is wrong.
"""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from matplotlib.path import Path
from matplotlib.transforms import Bbox
from projects import ROOT, env

from generator.infographics import all_kinds
from generator.layout.frame import Block, Item, Line, Rect, Shape
from generator.model import colour_values
from generator.model.contrast import ratio
from infographics.conftest import Shown, shown

Pictures = tuple[Shown, ...]


def page(picture: Shown) -> Rect:
    return Rect(0.0, 0.0, picture.frame.width, picture.frame.height)


def texts(picture: Shown) -> Iterator[tuple[int, Line]]:
    """Every text and how many items are painted before it."""
    return ((place, item) for place, item in enumerate(picture.frame.items) if isinstance(item, Line))


def test_a_picture_is_as_large_as_its_size(pictures: Pictures) -> None:
    for picture in pictures:
        assert picture.frame.width == picture.size.width, picture.name
        assert picture.frame.height == (picture.size.height or picture.frame.height), picture.name


def test_every_text_lies_in_its_room_and_within_the_margins(pictures: Pictures) -> None:
    wrong = [
        (picture.name, line)
        for picture in pictures
        for line in picture.frame.lines
        if not (line.room.holds(line.rect) and page(picture).holds(line.room) and inside(picture).holds(line.rect))
    ]
    assert wrong == []


def inside(picture: Shown) -> Rect:
    """The page without its margins; that at the foot is lower."""
    frame, margin = picture.frame, picture.size.margin
    return Rect(margin, margin, frame.width - 2 * margin, frame.height - 1.7 * margin)


def test_nothing_leaves_the_picture(pictures: Pictures) -> None:
    out = [
        (picture.name, item)
        for picture in pictures
        for item in picture.frame.items
        if not page(picture).holds(item.rect)
    ]
    assert out == []


def test_no_two_texts_meet(pictures: Pictures) -> None:
    met = [
        (picture.name, one.text, other.text)
        for picture in pictures
        for one, other in itertools.combinations(picture.frame.lines, 2)
        if one.rect.meets(other.rect)
    ]
    assert met == []


def test_no_text_crosses_the_border_of_a_panel(pictures: Pictures) -> None:
    crossed = []
    for picture in pictures:
        items = picture.frame.items
        for place, line in texts(picture):
            over = [item for item in items[place + 1 :] if isinstance(item, Block) and item.rect.meets(line.rect)]
            if over or not under(items[:place], line).rect.holds(line.rect):
                crossed.append((picture.name, line, over))
    assert crossed == []


def under(items: tuple[Item, ...], line: Line) -> Block:
    """The topmost panel that the line stands on; what lies below it is not seen."""
    return next(item for item in reversed(items) if isinstance(item, Block) and item.rect.meets(line.rect))


def test_no_mark_is_drawn_through_a_text(pictures: Pictures) -> None:
    """Lines, areas and circles may lie behind a text only where a panel between the two hides them."""
    struck = []
    for picture in pictures:
        items = picture.frame.items
        marks = [(order, Mark(item)) for order, item in enumerate(items) if isinstance(item, Shape) and not item.icon]
        for (place, line), (order, mark) in itertools.product(texts(picture), marks):
            if mark.touches(line.rect) and not hidden(items[order + 1 : place], line):
                struck.append((picture.name, line.text, mark.shape))
    assert struck == []


def hidden(between: tuple[Item, ...], line: Line) -> bool:
    return any(isinstance(item, Block) and item.fill and item.rect.holds(line.rect) for item in between)


class Mark:
    """A shape with its path, whose curves are short straight lines."""

    def __init__(self, shape: Shape) -> None:
        codes = {"M": [Path.MOVETO], "L": [Path.LINETO], "Q": [Path.CURVE3] * 2, "C": [Path.CURVE4] * 3}
        points: list[tuple[float, float]] = []
        kinds: list[int] = []
        for letter, values in shape.commands:
            pairs = list(zip(values[::2], values[1::2], strict=True)) or [(0.0, 0.0)]
            points += [(x + shape.rect.x, y + shape.rect.y) for x, y in pairs]
            kinds += [int(code) for code in codes.get(letter, [Path.CLOSEPOLY])]
        self.shape = shape
        self.path = Path(points, kinds).cleaned(curves=False, simplify=False)
        self.reach = shape.stroke_width / 2 if shape.stroke else 0.0
        drawn = self.path.vertices[self.path.codes != Path.STOP]
        (left, top), (right, bottom) = drawn.min(axis=0), drawn.max(axis=0)
        self.around = Rect(left, top, right - left, bottom - top)

    def touches(self, rect: Rect) -> bool:
        """Whether its ink, not only its rectangle, meets the rectangle."""
        left, top, right, bottom = rect.x - self.reach, rect.y - self.reach, rect.right + self.reach, rect.bottom
        bottom += self.reach
        around = self.around
        if around.x > right or around.right < left or around.y > bottom or around.bottom < top:
            return False  # as most marks are; the path need not be asked
        grown = Bbox([(left, top), (right, bottom)])
        return bool(self.path.intersects_bbox(grown, filled=bool(self.shape.fill)))


def test_no_icon_meets_a_text_or_another_icon(pictures: Pictures) -> None:
    met = []
    for picture in pictures:
        icons = [item for item in picture.frame.items if isinstance(item, Shape) and item.icon]
        pairs = itertools.chain(itertools.product(icons, picture.frame.lines), itertools.combinations(icons, 2))
        met += [(picture.name, one.icon, other) for one, other in pairs if one.rect.meets(other.rect)]
    assert met == []


def test_no_text_is_too_small_to_read(pictures: Pictures) -> None:
    small = [
        (picture.name, line.text)
        for picture in pictures
        for line in picture.frame.lines
        if line.size < (picture.size.foot if around(picture, line) else picture.size.legible) - 0.01
    ]
    assert small == []


def around(picture: Shown, line: Line) -> bool:
    """Whether it is a line of the eyebrow, of the key of names beside it or of the foot."""
    heights = [other.rect for other in picture.frame.lines if other.purpose == "eyebrow"]
    eyebrow = any(rect.y < line.rect.middle < rect.bottom for rect in heights)
    return eyebrow or line.rect.y > foot_rule(picture).y


def test_the_title_is_the_largest_text(pictures: Pictures) -> None:
    for picture in pictures:
        largest = max(picture.frame.lines, key=lambda line: line.size)
        assert largest.text in str(picture.drawing.infographic.title), picture.name


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_stands_out_from_what_is_behind_it(pictures: Pictures, theme: str) -> None:
    faint = []
    for picture in pictures:
        colours = colour_values(picture.view.model.palette, theme)
        for place, line in texts(picture):
            fill = under(picture.frame.items[:place], line).fill
            if fill is None or ratio(colours[line.colour], colours[fill]) < 4.5:
                faint.append((picture.name, line.text, line.colour, fill))
    assert faint == []


def test_a_page_of_fixed_size_is_filled(flagship: Pictures) -> None:
    """The body reaches down to the rule at the foot, and texts stand in its lower part too."""
    for picture in flagship:
        if picture.size.height:
            rule = foot_rule(picture)
            body = [item for item in picture.frame.items if item.rect.bottom <= rule.y + 0.01]
            lines = [item for item in body if isinstance(item, Line)]
            assert rule.y - max(item.rect.bottom for item in body) < 0.04 * picture.frame.height, picture.name
            assert rule.y - max(line.rect.bottom for line in lines) < 0.1 * picture.frame.height, picture.name


def foot_rule(picture: Shown) -> Rect:
    wide = picture.size.width - 2 * picture.size.margin
    rules = [item.rect for item in picture.frame.items if item.rect.height == 1.0 and item.rect.width == wide]
    return max(rules, key=lambda rect: rect.y)


def test_a_page_that_grows_ends_below_its_last_text(pictures: Pictures) -> None:
    for picture in pictures:
        if not picture.size.height:
            lowest = max(line.rect.bottom for line in picture.frame.lines)
            assert 0 < picture.frame.height - lowest < 1.5 * picture.size.margin, picture.name


def digests() -> list[str]:
    looked_at = itertools.product((("flagship", "slide"), ("four wards", "phone")), all_kinds())
    return [f"{subject} {kind} {size} {shown(subject, kind, size).frame.digest}" for (subject, size), kind in looked_at]


def test_the_same_content_gives_the_same_frame_in_every_process() -> None:
    """Whatever a set's order is, which differs from process to process, and whatever was laid out before."""
    code = "from infographics.test_geometry import digests; print(*digests(), sep='\\n')"
    here = digests()
    more = env({"PYTHONHASHSEED": "1", "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))})
    done = subprocess.run([sys.executable, "-c", code], env=more, capture_output=True, text=True, check=True)
    assert len(here) > 25
    assert done.stdout.splitlines() == here
