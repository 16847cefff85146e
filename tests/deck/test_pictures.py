"""Decks whose pictures are pictures."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from projects import set_up

from generator import deck as decks
from generator import pipeline

from .decks import KINDS, opened, template, wide
from .packages import faults


def pictured(tmp_path: Path, **options: Any) -> bytes:
    content = set_up(tmp_path, sizes="slide", kinds=KINDS).content
    chosen = decks.Options(pictures=True, fonts="name", **options)
    made = pipeline.deck(content, None, "light", chosen, tmp_path / "cache")
    return made.files[made.file]


@pytest.mark.parametrize("given", [None, template(wide)])
def test_each_slide_has_one_picture_in_two_forms(given: decks.Template | None, tmp_path: Path) -> None:
    data = pictured(tmp_path, template=given)
    assert faults(data) == []
    archive = zipfile.ZipFile(io.BytesIO(data))
    slides = list(opened(data).slides)
    for slide in slides[1:-1]:
        (picture,) = [shape for shape in slide.shapes if shape.shape_type == 13]
        (svg,) = picture._element.xpath('.//*[local-name()="svgBlip"]/@r:embed')
        drawn = archive.read(str(slide.part.related_part(svg).partname)[1:])
        assert b"<svg" in drawn
        png = Image.open(io.BytesIO(picture.image.blob))
        assert png.width / png.height == pytest.approx(picture.width / picture.height, rel=0.01)
        assert png.width >= 1600
        said = picture._element.xpath("./p:nvPicPr/p:cNvPr/@descr")[0]
        assert len(said) > 20
        assert slide.notes_slide.notes_text_frame.text.startswith(said)
        assert slide.shapes.title.text_frame.text
        assert picture.top > slide.shapes.title.top
        assert picture.top + picture.height <= opened(data).slide_height
    assert len(slides) == 4


def test_the_same_pictures_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert pictured(tmp_path / "a") == pictured(tmp_path / "b")
