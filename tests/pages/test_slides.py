"""What presenters take: the archives, the page of slides, the lines to paste into a program."""

from __future__ import annotations

import html
import io
import re
import zipfile
from datetime import date

import pytest
from samples import picture, plain, sample

from generator.exports import Artifacts
from generator.exports.archive import export, packed
from generator.infographics.picture import Picture
from generator.pages import slides
from generator.pages.render import render

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (3200).to_bytes(4, "big") + (1900).to_bytes(4, "big")


def edition(*pictures: Picture) -> Artifacts:
    painted = {file.path: file.name.encode() for each in pictures for file in each.files}
    return Artifacts(sample(), pictures, {}, painted, {"light": PNG, "dark": PNG})


def published() -> dict[str, bytes]:
    return dict(export(edition(picture(), picture(comparison="craft-0"))))


# --- archives ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_archive_holds_every_slide_of_its_theme_by_name(theme: str) -> None:
    archive = zipfile.ZipFile(io.BytesIO(published()[f"slides/slides-{theme}.zip"]))
    assert archive.namelist() == [
        "alternative-texts.txt",
        f"contact-sheet-{theme}.png",
        f"craft-0-sketch-slide-{theme}@2x.png",
        f"craft-1-sketch-slide-{theme}@2x.png",
    ]
    assert archive.testzip() is None
    assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}
    assert {entry.date_time for entry in archive.infolist()} == {(2026, 1, 2, 0, 0, 0)}
    assert archive.read(f"craft-1-sketch-slide-{theme}@2x.png") == f"craft-1-sketch-slide-{theme}@2x.png".encode()


def test_the_words_of_every_slide_come_with_it() -> None:
    archive = zipfile.ZipFile(io.BytesIO(published()["slides/slides-light.zip"]))
    words = archive.read("alternative-texts.txt").decode()
    for text in ("Crafts", "https://crafts.example/side/", "licence", "picture title", "alt"):
        assert text in words


def test_the_same_pictures_give_the_same_bytes() -> None:
    assert published() == published()
    files = {"b": b"2", "a": b"1"}
    assert packed(files, date(2026, 1, 2)) == packed(dict(reversed(files.items())), date(2026, 1, 2))


def test_a_day_before_there_were_zips_does_no_harm() -> None:
    archive = zipfile.ZipFile(io.BytesIO(packed({"a": b""}, date(1905, 3, 4))))
    assert archive.infolist()[0].date_time == (1980, 3, 4, 0, 0, 0)


def test_without_slides_there_is_no_archive_and_no_page() -> None:
    bare = picture()
    bare = Picture(**{name: getattr(bare, name) for name in Picture.__slots__} | {"files": bare.files[:3]})
    assert {file.size for file in bare.files} == {"page"}
    assert list(export(edition(bare))) == []
    assert "slides/index.md" not in render(sample(), (bare,))


# --- lines to paste ---------------------------------------------------------------------------------------------------


def hostile(words: str) -> str:
    return f'{words} "left" <b> & --> {{x}}'


def test_a_section_for_reveal_is_one_element_with_its_text_escaped() -> None:
    text = " ".join(slides.reveal(hostile("alt"), "https://x.example/a@2x.png", "#FFFFFF"))
    assert text.count("<") == text.count(">") == 2
    assert html.unescape(re.findall('aria-label="([^"]*)"', text)[0]) == hostile("alt")


def test_lines_for_marp_keep_the_text_out_of_the_picture_and_inside_the_note() -> None:
    lines = slides.marp(hostile("alt"), "https://x.example/a@2x.png", "#FFFFFF")
    assert lines[0] == "---"
    assert "![bg contain](https://x.example/a@2x.png)" in lines
    note = "\n".join(lines).rpartition("<!--\n")[2]
    assert note.count("-->") == 1
    assert note.endswith("\n-->")


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 kB"), (310_400, "310 kB"), (999_999, "1000 kB"), (2_349_849, "2.3 MB")]
)
def test_sizes_are_told_as_file_managers_tell_them(count: int, words: str) -> None:
    assert slides.size_in_words(count) == words


# --- the page ---------------------------------------------------------------------------------------------------------


def test_the_page_offers_the_archives_with_their_size_and_so_does_the_gallery() -> None:
    pages = render(sample(), (picture(),), (), {**published(), "slides/slides-light.zip": bytes(2_349_849)})
    for path in ("slides/index.md", "infographics/index.md"):
        found = re.findall(r'href="([^"]*\.zip)" download', pages[path])
        assert [link.rpartition("/")[2] for link in found] == ["slides-light.zip", "slides-dark.zip"], path
        assert "2.3 MB" in html.unescape(pages[path])
    assert 'width="3200" height="1900"' in pages["slides/index.md"]
    assert ".zip" not in render(sample(), (picture(),))["slides/index.md"]


def test_the_page_has_one_click_to_the_largest_file_and_the_address_to_copy() -> None:
    text = render(sample(), (picture(plain),))["slides/index.md"]
    for theme in ("light", "dark"):
        assert f'href="../infographics/craft-1-sketch/craft-1-sketch-slide-{theme}@2x.png" download' in text
    shown = [html.unescape(code) for code in re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", text, re.DOTALL)]
    address = "https://crafts.example/side/infographics/craft-1-sketch/craft-1-sketch-slide-light@2x.png"
    assert shown[0] == address
    assert shown[1].startswith(f'<section data-background-image="{address}"')
    assert f"![bg contain]({address})" in shown[2].split("\n")
    assert shown[3] == "alt"


def test_the_page_stands_first_below_the_gallery() -> None:
    nav = render(sample(), (picture(),))["nav.yml"]
    assert re.search(r"- Infographics:\n\s+- infographics/index.md\n\s+- Use in slides: slides/index.md\n", nav)
