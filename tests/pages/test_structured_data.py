"""What programs read: schema.org in the pages' heads, llms.txt."""

from __future__ import annotations

import html
import re

import yaml
from samples import picture, sample

from generator.model.schema.model import Model
from generator.pages.llms import llms
from generator.pages.render import render
from generator.pages.slides import Archive
from generator.pages.structured_data import image, occupation

CODES = [{"system": "SCO-1", "code": "75.12", "name": "Bread makers", "note": "Where ovens are hot", "source": "brief"}]


def coded() -> Model:
    """The sample with official codes for its first role."""
    plain = sample().model_dump(mode="json")
    plain["roles"]["baker"]["occupations"] = CODES
    return Model.model_validate(plain)


def structured(pages: dict[str, str], path: str) -> list[dict[str, object]]:
    found = yaml.safe_load(pages[path].split("---\n")[1])["structured"]
    assert isinstance(found, list)
    return found


def test_a_picture_says_who_made_it_and_how_it_may_be_used() -> None:
    (found,) = structured(render(sample(), (picture(),)), "infographics/craft-1-sketch/index.md")
    base = "https://crafts.example/side/infographics/craft-1-sketch/"
    assert found["@type"] == "ImageObject"
    assert found["contentUrl"] == base + "craft-1-sketch-slide-light@2x.png"
    assert found["acquireLicensePage"] == found["url"] == base
    assert found["creator"] == {"@type": "Organization", "name": "author"}
    assert found["license"] == {"@type": "CreativeWork", "name": "licence"}
    assert (found["name"], found["caption"]) == ("picture title", "alt")


def test_a_licence_with_an_address_is_that_address() -> None:
    model = sample()
    site = model.site.model_copy(update={"licence_url": "https://licence.example/by"})
    made = image(model.model_copy(update={"site": site}), picture(), picture().files[0])
    assert made["license"] == "https://licence.example/by"


def test_a_role_has_its_official_codes_in_the_head_and_on_the_page() -> None:
    pages = render(coded(), (picture(),))
    (found,) = structured(pages, "roles/baker/index.md")
    assert found["@type"] == "Occupation"
    assert found["url"] == "https://crafts.example/side/roles/baker/"
    (code,) = found["occupationalCategory"]  # type: ignore[misc]
    assert (code["codeValue"], code["name"]) == ("75.12", "Bread makers")
    assert code["inCodeSet"]["name"] == "SCO-1"
    assert code["inCodeSet"]["url"] == "https://source.example/a?b=c&d=e"
    for words in ("Bread makers", "SCO-1 75.12", "Where ovens are hot", "source-brief"):
        assert words in html.unescape(pages["roles/baker/index.md"])


def test_a_role_without_codes_claims_none() -> None:
    pages = render(sample(), (picture(),))
    assert "Official classification" not in pages["roles/baker/index.md"]
    assert "occupationalCategory" not in occupation(sample(), sample().roles["baker"], "roles/baker/")


# --- llms.txt ---------------------------------------------------------------------------------------------------------


def test_every_page_and_data_file_is_listed_once_with_its_words() -> None:
    pages = render(sample(comparisons=(("baker", "miller"), ("carter", "smith"))), (picture(),))
    text = pages["llms.txt"]
    lines = re.findall(r"^- \[(.+)\]\((https://crafts\.example/side/\S*)\): (.+)$", text, re.MULTILINE)
    assert len(lines) == text.count("\n- ")
    addresses = [address.removeprefix("https://crafts.example/side/") for _, address, _ in lines]
    assert len(addresses) == len(set(addresses))
    made = {re.sub(r"(^|/)index/$", r"\1", path.removesuffix(".md") + "/") for path in pages if path.endswith(".md")}
    data = {"data/model.json", "data/roles/index.json", "data/infographics.json", "sitemap.xml"}
    data |= {"data/craft-1.csv", "data/craft-2.csv"}
    assert set(addresses) == made | data
    assert text.startswith("# Crafts\n\n> site description\n")


def test_archives_are_listed_with_their_size() -> None:
    light, dark = (
        Archive(theme, f"slides/slides-{theme}.zip", "2.3 MB", f"slides/contact-sheet-{theme}.png", 1, 1)
        for theme in ("light", "dark")
    )
    address = "(https://crafts.example/side/slides/slides-light.zip)"
    assert f"{address}: all pictures as slides, light theme, 2.3 MB" in llms(sample(), (), (light, dark))
    assert f"{address}: all pictures as slides, 2.3 MB" in llms(sample(), (), (light,))


def test_words_cannot_break_the_list() -> None:
    text = render(sample(lambda words: f"--- [x](y) {words} ---"), (picture(),))["llms.txt"]
    assert "](y)" not in text.replace("\\]", "")
    assert "\\[x\\](y) site description ---" in text
