"""Decks look as their pictures do: LibreOffice shows every line where it was laid out, in the same colours."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import office
import pytest
from infographics.conftest import view_of
from PIL import Image
from projects import BRAND, shared

from deck.seen import WIDTH, Letter, Page, folded, pages
from deck.subjects import SUBJECTS, deck_of, file_of, opened
from generator.brand import Weight
from generator.deck import Deck, FontMode, Options
from generator.infographics import Drawing, frame, job
from generator.layout import SIZES, Fonts, Frame, Line, Rect
from generator.painting import Target
from generator.painting.paint import paint

pytestmark = [pytest.mark.office, pytest.mark.slow]

PIXELS = 1920
BASELINE, EDGE = 2.0, 3.0  # points
DIFFERENCE = 8.0  # of 255, on average
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
EMU = 12_700


@dataclass(frozen=True)
class Case:
    """A deck, and the fonts that the machine has on which it is shown."""

    subject: str
    theme: str
    fonts: FontMode

    def __str__(self) -> str:
        return f"{self.subject} {self.theme} {self.fonts}".replace(" ", "-")

    @property
    def deck(self) -> Deck:
        return deck_of(self.subject, self.theme, self.fonts)

    @property
    def file(self) -> bytes:
        return file_of(self.subject, self.theme, Options(self.fonts))


ALL = [Case(*each) for each in itertools.product(SUBJECTS, ("light", "dark"), ("embed", "arial"))]  # type: ignore[arg-type]
SHORT = [Case("flagship", "light", "embed"), Case("four wards", "dark", "arial")]


# Of the module, so that all questions about one deck are asked one after the other.
@pytest.fixture(
    scope="module",
    params=[pytest.param(each, id=str(each), marks=() if each in SHORT else pytest.mark.audit) for each in ALL],
)
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    office.program()
    if found.fonts == "arial":
        office.like_arial()
    return found


def installed(fonts: str) -> Fonts:
    """What a machine has that shows such a deck: the brand's fonts, or none but a free one of Arial's widths."""
    if fonts != "arial":
        return Fonts(BRAND)
    regular, bold = (str(file.relative_to("/")) for file in office.like_arial())
    return Fonts(Path("/"), dict.fromkeys(Weight, bold) | {Weight.REGULAR: regular})


@lru_cache(maxsize=1)  # its pixels take 90 MB
def shown(case: Case) -> tuple[Page, ...]:
    """The pages of a deck as LibreOffice shows it. Decks for the same machine are shown in one run of it."""
    together = [each for each in (SHORT if case in SHORT else ALL) if each.fonts == case.fonts]

    def make(folder: Path) -> None:
        office.pdfs({str(each): each.file for each in together}, {*installed(case.fonts).files.values()}, folder)

    folder = shared(f"shown-{case.fonts}-{len(together)}", make)
    return tuple(pages(folder / f"{case}.pdf", PIXELS))


def lines(of: Frame) -> list[Line]:
    return [line for line in of.lines if line.glyphs]


def slides(case: Case) -> Iterator[tuple[str, list[Line], Page]]:
    """(address, lines, page) of every slide."""
    made = case.deck
    for slide, page in zip((made.first, *made.slides, *made.last), shown(case), strict=True):
        yield slide.address, lines(slide.frame), page


def test_every_line_stands_where_it_was_laid_out(case: Case) -> None:
    far = []
    for address, laid_out, page in slides(case):
        for line in laid_out:
            letters = page.nearest(line)
            assert letters, f"{address}: {line.text} is not to be seen"
            left, right = letters[0].x - line.rect.x, letters[-1].right - line.rect.right
            down = letters[0].baseline - line.rect.y - line.baseline
            if max(abs(left), abs(right)) > EDGE or abs(down) > BASELINE:
                far.append((address, line.text, round(left, 2), round(right, 2), round(down, 2)))
    assert far == []


def test_nothing_else_is_written_and_nothing_leaves_its_box_or_the_slide(case: Case) -> None:
    page_of_all = Rect(0.0, 0.0, WIDTH, WIDTH * 9 / 16)
    file = opened(case.file)
    for (address, laid_out, page), slide in zip(slides(case), file.slides, strict=True):
        boxes, seen = list(text_boxes(slide)), set()
        for line in laid_out:
            letters = page.nearest(line)
            seen |= {id(letter) for letter in letters}
            around = [box for box, text, _ in boxes if squeezed(line.text) in text]
            assert any(box.holds(ink(letters), 1.0) for box in around), f"{address}: {line.text}"
        others = "".join(letter.text for letter in page.letters if id(letter) not in seen)
        assert others in ("", str(file.slides.index(slide) + 1)), address  # the slide's number
        assert all(page_of_all.holds(letter.ink) for letter in page.letters), address


def test_boxes_lie_on_no_other_text(case: Case) -> None:
    """They are wider than their texts, and a line of one may begin where another ends: no more."""
    for slide in opened(case.file).slides:
        for (one, text, pitch), (other, more, another) in itertools.combinations(text_boxes(slide), 2):
            wide = min(one.right, other.right) - max(one.x, other.x)
            high = min(one.bottom, other.bottom) - max(one.y, other.y)
            assert min(wide, high) < max(pitch, another) + 0.1, (text, more)


def test_it_looks_as_the_pictures_do(case: Case) -> None:
    view, fonts = view_of(case.subject), installed(case.fonts)
    target = Target("slide", case.theme, "png", 1)
    drawings = {f"{view.id}/{one.kind}": Drawing(view, one) for one in view.comparison.infographics}
    different = {}
    for slide, page in zip(case.deck.slides, shown(case)[1:], strict=False):
        drawing = drawings[slide.address]
        laid_out = slide.frame
        if case.fonts == "arial":  # what it was laid out with draws nothing
            laid_out = frame(drawing, SIZES["slide"], fonts)
            assert list(map(place, lines(laid_out))) == list(map(place, lines(slide.frame)))
        painted = paint(job(drawing, laid_out, (target,), fonts))[target]
        pixels = np.asarray(Image.open(io.BytesIO(painted)).convert("RGB"), dtype=np.int16)
        different[slide.address] = float(np.abs(pixels - page.pixels).mean())
    assert {address: mean for address, mean in different.items() if mean >= DIFFERENCE} == {}


def place(line: Line) -> tuple[str, float, float]:
    return line.text, round(line.rect.x, 1), round(line.rect.y, 1)


def text_boxes(slide: Any) -> Iterator[tuple[Rect, str, float]]:
    """(place, letters, height of a line) of every text on the slide that has a place of its own."""
    for shape in slide._element.iter(f"{P}sp"):
        form, text = shape.find(f"{P}spPr/{A}xfrm"), squeezed("".join(part.text or "" for part in shape.iter(f"{A}t")))
        if form is not None and text:
            rect = Rect(*(side / EMU for side in (form.off.x, form.off.y, form.ext.cx, form.ext.cy)))
            yield rect, text, rect.height / (1 + len(list(shape.iter(f"{A}br"))))


def squeezed(text: str) -> str:
    return "".join(folded(letter) for letter in text if not letter.isspace())


def ink(letters: tuple[Letter, ...]) -> Rect:
    drawn = [letter.ink for letter in letters]
    left, top = min(one.x for one in drawn), min(one.y for one in drawn)
    return Rect(left, top, max(one.right for one in drawn) - left, max(one.bottom for one in drawn) - top)
