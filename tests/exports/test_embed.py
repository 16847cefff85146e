"""Embed pages, oEmbed answers and the menu below a picture: what is made, and that words stay words."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from samples import picture, sample

from generator.exports import Artifacts
from generator.exports.embed import code
from generator.exports.embed.embed import embed_page, export, oembed, style_sheet
from generator.infographics.picture import Picture, PictureFile
from generator.pages.menu import choices, images
from generator.pages.render import render

SITE = sample().site
HOSTILE = "\"> <script>evil()</script> &amp; 'q'"


class Tags(HTMLParser):
    """The tags of a text in order, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


def with_clear(of: Picture) -> Picture:
    """The picture with slides that have no ground, as published slides do."""
    clear = tuple(
        PictureFile(f"{of.page}{of.id}-slide-{theme}-transparent{at}.png", "slide", theme, "png", scale, w, h, True)
        for theme in dict.fromkeys(file.theme for file in of.files)
        for scale, at, w, h in ((1, "", 1920, 1080), (2, "@2x", 3840, 2160))
    )
    return replace(of, files=of.files + clear)


def exported(of: Picture) -> dict[str, str]:
    return {path: data.decode() for path, data in export(Artifacts(sample(), (of,), {}, {}))}


def test_every_look_has_a_page() -> None:
    assert set(exported(with_clear(picture()))) == {
        "embed/embed.css",
        *(f"embed/craft-1-sketch/{look}index.html" for look in ("", "light/", "dark/", "transparent/")),
        *(f"embed/craft-1-sketch/transparent-{theme}/index.html" for theme in ("light", "dark")),
        "oembed/craft-1-sketch.json",
    }


def test_looks_are_those_that_have_files() -> None:
    assert code.looks(picture()) == ("light", "dark")
    assert code.looks(picture(themes=("dark",))) == ("dark",)
    only = exported(picture(themes=("dark",)))["embed/craft-1-sketch/index.html"]
    assert '<html lang="en" class="dark">' in only
    assert "prefers-color-scheme" not in only
    assert "light.svg" not in only


def test_a_look_is_offered_if_it_suits_the_page_around_it() -> None:
    both, one = with_clear(picture()), with_clear(picture(themes=("dark",)))
    assert set(code.looks(both)) - set(code.offered(both)) == {"transparent"}
    assert code.offered(one) == code.looks(one)


def test_an_edition_without_pictures_has_nothing_to_embed() -> None:
    assert list(export(Artifacts(sample(), (), {}, {}))) == []


def test_an_embed_page_is_bare() -> None:
    for path, text in exported(with_clear(picture())).items():
        if not path.endswith(".html"):
            continue
        page = Tags(text)
        (image,) = page.all("img")
        (link,) = page.all("a")
        assert not page.all("script") + page.all("style") + page.all("iframe")
        assert not [name for _, attributes in page.tags for name in attributes if name.startswith(("on", "style"))]
        assert "//" not in text.replace("<!doctype", "")
        assert page.all("html")[0]["lang"] == "en"
        assert {"name": "robots", "content": "noindex"} in page.all("meta")
        assert "picture title" in page.text
        assert (image["width"], image["height"], image["alt"]) == ("1920", "1080", "alt")
        assert link["href"].endswith("../../infographics/craft-1-sketch/")


def test_the_reader_s_theme_and_a_tall_frame_decide_which_file_is_shown() -> None:
    sources = Tags(embed_page(picture(), SITE)).all("source")
    shown = [(source["media"], source["srcset"].rpartition("sketch-")[2]) for source in sources]
    tall = "screen and (max-width: 40em) and (max-aspect-ratio: 4/5)"
    dark = "(prefers-color-scheme: dark)"
    assert shown == [
        (f"{tall} and {dark}", "phone-dark.svg"),
        (tall, "phone-light.svg"),
        (f"screen and {dark}", "slide-dark.svg"),
    ]


def test_a_fixed_look_shows_no_other_theme() -> None:
    text = embed_page(picture(), SITE, "dark")
    assert 'class="dark"' in text
    assert "light" not in text


def test_the_frame_has_the_picture_s_ratio() -> None:
    assert code.frame(picture()) == (960, 540)
    pages = replace(picture(), files=tuple(file for file in picture().files if file.size == "page"))
    assert code.frame(pages) == (800, 900)
    with pytest.raises(ValueError, match="no SVG"):
        code.frame(replace(picture(), files=()))


def test_the_code_to_paste_is_one_closed_frame() -> None:
    pasted = Tags(code.code(replace(picture(), title=HOSTILE), SITE, "dark"))
    ((tag, attributes),) = pasted.tags
    assert tag == "iframe"
    assert attributes["title"] == HOSTILE
    assert attributes["src"] == "https://crafts.example/side/embed/craft-1-sketch/dark/"
    assert (attributes["width"], attributes["height"], attributes["loading"]) == ("960", "540", "lazy")
    assert set(attributes["sandbox"].split()) == {"allow-popups", "allow-popups-to-escape-sandbox"}
    assert pasted.text == ""


def test_a_frame_is_light_unless_another_look_is_named() -> None:
    frames = {look: Tags(code.code(picture(), SITE, look)).all("iframe")[0] for look in (None, "", "transparent-dark")}
    base = "https://crafts.example/side/embed/craft-1-sketch/"
    assert [frame["src"] for frame in frames.values()] == [f"{base}light/", base, f"{base}transparent-dark/"]
    assert ["color-scheme" in frame["style"] for frame in frames.values()] == [False, False, True]


def test_the_picture_to_paste_has_the_phone_s_drawing_too() -> None:
    pasted = Tags(code.image(replace(picture(), alt=HOSTILE), SITE))
    assert [tag for tag, _ in pasted.tags] == ["a", "picture", "source", "img"]
    (source,), (image,) = pasted.all("source"), pasted.all("img")
    assert source["srcset"].endswith("-phone-light.svg")
    assert image["src"].endswith("-slide-light.svg")
    assert (image["width"], image["height"], image["alt"]) == ("960", "540", HOSTILE)


def test_hostile_words_stay_words() -> None:
    evil = picture(lambda words: f"{words} {HOSTILE}")
    page = Tags(embed_page(evil, SITE))
    assert not page.all("script")
    assert page.all("img")[0]["alt"] == f"alt {HOSTILE}"
    assert f"picture title {HOSTILE}" in page.text
    answer: dict[str, Any] = json.loads(exported(evil)["oembed/craft-1-sketch.json"])
    assert Tags(answer["html"]).all("iframe")[0]["title"] == answer["title"] == f"picture title {HOSTILE}"
    assert [tag for tag, _ in Tags(answer["html"]).tags] == ["iframe"]


def test_the_oembed_answer_has_what_the_standard_asks_of_type_rich() -> None:
    answer = oembed(picture(), SITE)
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    assert (answer["width"], answer["height"]) == (960, 540)
    assert answer["provider_name"] == "Crafts"
    assert answer["provider_url"] == "https://crafts.example/side/"
    assert answer["html"] == code.code(picture(), SITE)
    assert answer["thumbnail_url"].startswith("https://crafts.example/side/infographics/craft-1-sketch/")
    assert answer["thumbnail_url"].endswith("-slide-light.png")
    assert (answer["thumbnail_width"], answer["thumbnail_height"]) == (1920, 1080)


def test_grounds_are_those_of_the_palette() -> None:
    palette = sample().palette
    sheet = style_sheet(palette)
    assert sheet.count(f"--ground: {palette.neutral.light.ground};") >= 2
    assert ".transparent { color-scheme: light; --ground: transparent; }" in sheet
    assert "url(" not in sheet


# --- the menu ---------------------------------------------------------------------------------------------------------


def test_every_file_can_be_chosen_and_nothing_else() -> None:
    for of in (picture(), with_clear(picture()), picture(themes=("dark",))):
        offered = choices(of)
        made = {
            f"{offered.base}{size}-{theme}{ending}"
            for size, endings in offered.sizes
            for theme in offered.themes
            for ending in endings
        }
        assert made == {file.path for file in of.files}
        assert {ending for ending, _ in offered.formats} == {"." + file.format for file in of.files}
        assert offered.first == "slide"
    assert "-transparent@2x.png" in choices(with_clear(picture())).endings


def test_the_image_to_copy_is_the_plain_slide_in_each_theme() -> None:
    copied = images(with_clear(picture()))
    assert [file.name for file in copied] == ["craft-1-sketch-slide-light.png", "craft-1-sketch-slide-dark.png"]
    assert images(replace(picture(), files=())) == ()


@pytest.mark.parametrize("path", ["infographics/craft-1-sketch/index.md", "craft-1/overview/index.md"])
def test_the_menu_waits_for_its_script_and_plain_links_stay(path: str) -> None:
    text = render(sample(), (picture(),))[path]
    (menu,) = [attributes for attributes in Tags(text).all("section") if "menu" in attributes.get("class", "").split()]
    assert "hidden" in menu
    acts = [attributes["data-copy"] for attributes in Tags(text).all("button") if "data-copy" in attributes]
    assert acts == ["image", "text", "text", "text"]
    assert 'role="status" aria-live="polite"' in text
    assert "sketch-slide-light.png" in text or "Download this picture" in text


def test_a_picture_s_page_leads_to_its_oembed_answer_and_shows_its_code() -> None:
    text = render(sample(), (picture(),))["infographics/craft-1-sketch/index.md"]
    assert '\noembed: "oembed/craft-1-sketch.json"\n' in text
    codes = [attributes["data-text"] for attributes in Tags(text).all("button") if "data-text" in attributes]
    assert codes == [code.image(picture(), SITE), "alt"]
    assert codes[0] in Tags(text).text
    assert code.code(picture(), SITE) in Tags(text).text
    assert 'href="../../embed/craft-1-sketch/dark/"' in text
