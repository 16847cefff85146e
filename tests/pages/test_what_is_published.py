"""Pages speak of the themes and sizes that are published, and of no other."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
from samples import picture, sample
from theming import PATHS, small_site

from generator.exports.archive import export
from generator.exports.artifacts import Artifacts
from generator.exports.embed.embed import embed_page
from generator.exports.styles import variables
from generator.infographics.picture import Picture
from generator.layout.sizes import SIZES
from generator.model import Model, load
from generator.pages.render import render

ROOT = Path(__file__).parents[2]
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (3200).to_bytes(4, "big") + (1900).to_bytes(4, "big")
BOTH = ("light", "dark")
THEMES = [("light",), ("dark",)]


def published(*themes: str) -> Model:
    model = sample()
    pictures = model.site.pictures.model_copy(update={"themes": themes})
    return model.model_copy(update={"site": model.site.model_copy(update={"pictures": pictures})})


def pages(*themes: str, without: tuple[str, ...] = ()) -> dict[str, str]:
    """The words of every page, in these themes and without these sizes."""
    model, shown = published(*themes), left(picture(themes=themes), without)
    painted = {file.path: b"" for file in shown.files}
    files = dict(export(Artifacts(model, (shown,), {}, painted, dict.fromkeys(themes, PNG))))
    return {path: html.unescape(text) for path, text in render(model, (shown,), (), files).items()}


def left(shown: Picture, without: tuple[str, ...]) -> Picture:
    return replace(shown, files=tuple(file for file in shown.files if file.size not in without))


def words(text: str) -> str:
    """Without addresses of files, which have every theme in their name, and without what fits no theme."""
    text = re.sub(r'[\w@./:&#;-]*-(?:light|dark)[\w@.]*|<(?:option|input)[^>]*name="theme"[^>]*>', "", text)
    return re.sub(r"data-(?:light|dark)=|material/[\w-]+", "", text)


@pytest.mark.parametrize("themes", THEMES)
def test_in_one_theme_no_page_speaks_of_two(themes: tuple[str]) -> None:
    for path, text in pages(*themes).items():
        if path != "nav.yml":
            spoken = re.findall(r"\b(?:light|dark|themes?)\b", words(text), re.IGNORECASE)
            assert set(map(str.lower, spoken)) <= {*themes}, path
            (other,) = set(BOTH) - set(themes)
            assert f"-{other}" not in text, path


def test_in_two_themes_pages_say_so() -> None:
    found = pages(*BOTH)
    for path in ("index.md", "infographics/index.md", "slides/index.md", "sources/index.md"):
        assert re.search("light (?:and|or in) dark|light and dark", found[path], re.IGNORECASE), path
    assert '<th scope="col">Theme</th>' in found["infographics/craft-1-sketch/index.md"]


@pytest.mark.parametrize("size", ["page", "phone", "slide"])
def test_a_size_that_is_left_out_is_named_nowhere(size: str) -> None:
    for path, text in pages(*BOTH, without=(size,)).items():
        assert SIZES[size].label not in text, path
        assert f"sketch-{size}-" not in text, path


def test_without_slides_nothing_leads_to_them() -> None:
    for path, text in pages(*BOTH, without=("slide",)).items():
        assert "slides/" not in text, path
        assert not re.search(r"\bslides\b|Contact sheet|ZIP", text), path


@pytest.mark.parametrize("kept", ["page", "slide"])
def test_in_one_size_no_page_speaks_of_several(kept: str) -> None:
    others = tuple({"page", "phone", "slide"} - {kept})
    for path, text in pages(*BOTH, without=others).items():
        assert not re.search(r"every size|several sizes|each size", text, re.IGNORECASE), path


@pytest.mark.parametrize("themes", THEMES)
def test_what_is_shown_of_a_page_elsewhere_is_in_the_theme_that_there_is(themes: tuple[str]) -> None:
    found = pages(*themes)
    assert f"-slide-{themes[0]}@2x.png" in re.findall("image: .*", found["index.md"])[0]
    assert "ImageObject" in found["infographics/craft-1-sketch/index.md"]
    assert "prefers-color-scheme" not in embed_page(picture(themes=themes), published(*themes).site)


@pytest.mark.parametrize("themes", [BOTH, *THEMES])
def test_a_theme_is_offered_where_there_are_two(tmp_path: Path, model: Model, themes: tuple[str, ...]) -> None:
    pictures = model.site.pictures.model_copy(update={"themes": themes})
    site = small_site(tmp_path, model.model_copy(update={"site": model.site.model_copy(update={"pictures": pictures})}))
    for path in PATHS:
        assert ("Switch to the" in site.jinja(path)) == (themes == BOTH), path


def test_a_site_in_one_theme_has_its_colours_whatever_a_visitor_prefers() -> None:
    palette = sample().palette
    assert "color-scheme: dark" not in variables(palette, (), ("light",))
    assert "slate" not in variables(palette, (), ("dark",))
    assert "color-scheme: dark" in variables(palette, (), ("dark",))
    assert "slate" in variables(palette, (), ("light", "dark"))


@pytest.mark.parametrize("content", ["content", "tests/wards", "tests/trades/bakery", "tests/trades/software"])
@pytest.mark.parametrize("shown", [(), (picture(),)])
def test_no_part_of_a_page_is_called_as_the_page(content: str, shown: tuple[Picture, ...]) -> None:
    model = load(ROOT / content)
    own = tuple(replace(each, comparison=next(iter(model.comparisons))) for each in shown)
    for path, text in render(model, own).items():
        headings = re.findall(r"^(#{1,2}) (.*?)(?: \{:.*)?$", text, re.MULTILINE) if path.endswith(".md") else ()
        titles = [title for level, title in headings if level == "#"]
        assert not {*titles} & {title for level, title in headings if level == "##"}, path


def test_where_there_is_only_data_its_page_is_the_list() -> None:
    text = render(load(ROOT / "tests/trades/bakery"), ())["sources/index.md"]
    assert re.findall(r"^#+ .*", text, re.MULTILINE) == ["# Data {: #top }"]
    assert "data/model.json" in text
