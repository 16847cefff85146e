"""The contact sheet: every picture once, in rows of one height."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image
from projects import BRAND, ROOT

from generator import pipeline
from generator.cli import cli
from generator.infographics import in_every_size, in_one_size
from generator.infographics.contact_sheet import lay_out
from generator.layout.frame import Block, Frame, Rect
from generator.layout.sizes import SHEET, SIZES
from generator.layout.text import Fonts

FONTS = Fonts(BRAND)


def picture(width: float, height: float) -> Frame:
    return Frame(width, height, (Block(Rect(0.0, 0.0, width, height), fill="ground"),))


def thumbnails(sheet: Frame) -> list[Rect]:
    return [item.rect for item in sheet.items if isinstance(item, Block) and item.fill == "ground"]


def test_pictures_of_a_row_are_of_one_height_and_fill_it() -> None:
    shapes = [(960, 540), (540, 540), (540, 675), (960, 720), (600, 315), (360, 900)]
    sheet = lay_out([(f"{w}x{h}", picture(w, h)) for w, h in shapes], FONTS)
    rects = thumbnails(sheet)
    assert len(rects) == len(shapes)
    rows: dict[float, list[Rect]] = {}
    for rect, (width, height) in zip(rects, shapes, strict=True):
        rows.setdefault(rect.y, []).append(rect)
        assert rect.width / rect.height == pytest.approx(width / height, rel=0.001)
    for row in rows.values():
        assert max(rect.height for rect in row) - min(rect.height for rect in row) < 0.1
    assert len(rows) == 2
    assert max(rect.right for rect in rects) == pytest.approx(SHEET.width - SHEET.margin, abs=0.1)


def test_strips_as_tall_as_phones_stay_wide_enough_to_see() -> None:
    sheet = lay_out([(f"a-comparison some-kind-{count}", picture(360, 1500)) for count in range(14)], FONTS)
    rects = thumbnails(sheet)
    assert len({rect.y for rect in rects}) == 3
    assert min(rect.width for rect in rects) > 200


def test_captions_stand_below_their_pictures() -> None:
    sheet = lay_out([(name, picture(960, 540)) for name in ("one", "two", "three", "four")], FONTS)
    lines = {line.text: line.rect for line in sheet.lines}
    for name, rect in zip(("one", "two", "three", "four"), thumbnails(sheet), strict=True):
        assert lines[name].x == pytest.approx(rect.x, abs=0.01)
        assert 0 < lines[name].y - rect.bottom < 20


def test_a_sheet_shows_all_pictures_in_one_size_or_one_picture_in_all_sizes() -> None:
    drawings, _ = pipeline.drawings(ROOT / "content")
    every = in_one_size("slide", drawings)
    assert [drawing for _, drawing, _ in every] == list(drawings)
    one = in_every_size("comparison-table", drawings)
    assert [size for _, _, size in one] == list(SIZES)
    posters = in_one_size("poster", drawings)
    assert [caption for caption, _, _ in posters] == ["kam-vs-tm comparison-table"]


def visavis(*arguments: str, cwd: Path) -> Result:
    with contextlib.chdir(cwd):
        return CliRunner().invoke(cli, ["sheet", "--content", str(ROOT / "content"), *arguments])


@pytest.mark.slow
def test_the_command_writes_a_sheet(tmp_path: Path) -> None:
    done = visavis("role-profiles", "--theme", "dark", cwd=tmp_path)
    assert done.exit_code == 0, done.stderr
    name = "contact-sheet-role-profiles-dark.png"
    assert done.stdout.strip() == name
    with Image.open(tmp_path / name) as image:
        assert image.width == SHEET.width
        assert image.text["Title"] == "Contact sheet"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nothing",), '"nothing" names no pictures'),
        (("--size", "huge"), 'there is no size "huge"'),
        (("-o", "sheet.gif"), '"sheet.gif" is no png, svg, pdf'),
    ],
)
def test_wrong_use_is_explained(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    done = visavis(*arguments, cwd=tmp_path)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not list(tmp_path.iterdir())
