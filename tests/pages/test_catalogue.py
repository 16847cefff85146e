"""A catalogue: its menu does not grow, lists lead to every page, and a page is as large however many there are."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from catalogues import FAMILIES, write
from projects import ROOT

from generator import infographics, pages
from generator.infographics import Picture
from generator.layout import Frame
from generator.model import Model, load, views
from generator.pages.catalogue import MOST, is_catalogue

SMALL, LARGE = 12, 36


@cache
def model(comparisons: int) -> Model:
    with TemporaryDirectory() as folder:
        write(Path(folder, "content"), 48, comparisons)
        return load(Path(folder, "content"))


def pictures(model: Model) -> tuple[Picture, ...]:
    found = infographics.drawings(views(model))
    frames = {one.id: {size: Frame(800.0, 600.0) for size in ("page", "phone", "slide")} for one in found}
    return infographics.describe(found, frames)


@cache
def rendered(comparisons: int) -> dict[str, str]:
    return pages.render(model(comparisons), pictures(model(comparisons)))


def entries(nav: Any) -> int:
    if isinstance(nav, list):
        return sum(map(entries, nav))
    if isinstance(nav, dict):
        return sum(1 + entries(below) if isinstance(below, list) else 1 for below in nav.values())
    return 1


def meta(text: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(text.split("---\n")[1])
    return found


def test_a_site_of_one_comparison_is_no_catalogue() -> None:
    flagship = load(ROOT / "content")
    assert not is_catalogue(flagship)
    assert is_catalogue(model(SMALL))


def test_the_menu_is_the_same_however_much_there_is() -> None:
    small, large = (yaml.safe_load(rendered(count)["nav.yml"])["nav"] for count in (SMALL, LARGE))
    assert small == large
    assert entries(large) <= MOST


def test_every_page_is_in_the_menu_or_says_where_it_stands() -> None:
    texts = rendered(SMALL)
    listed = set(re.findall(r"[\w/-]+\.md", texts["nav.yml"].split("\nnav:")[1]))
    for path, text in texts.items():
        if path.endswith(".md") and path not in listed:
            trail = meta(text)["trail"]
            assert trail, path
            assert all(f"{link['url']}index.md" in texts for link in trail), path


def test_pages_of_a_comparison_stand_beside_each_other() -> None:
    texts = rendered(SMALL)
    first = meta(texts["comparison-0001/index.md"])
    below = [link["url"] for link in first["beside"]["pages"]]
    assert below[:3] == ["comparison-0001/work/", "comparison-0001/skills/", "comparison-0001/partners/"]
    assert below[3:] == [picture.page for picture in pictures(model(SMALL)) if picture.comparison == "comparison-0001"]
    assert "before" not in first
    way = [first["beside"]["url"]]
    while after := meta(texts[f"{way[-1]}index.md"]).get("after"):
        assert meta(texts[f"{after['url']}index.md"])["before"]["url"] == way[-1]
        way.append(after["url"])
    assert way == ["comparison-0001/", *below]


def test_every_role_and_comparison_is_on_a_letter_and_with_its_family() -> None:
    texts, known = rendered(SMALL), model(SMALL)
    letters = "".join(text for path, text in texts.items() if path.startswith("letters/"))
    families = "".join(text for path, text in texts.items() if path.startswith("families/"))
    for text in (letters, families):
        for id in known.roles:
            assert f'href="../../roles/{id}/"' in text
        for id in known.comparisons:
            assert f'href="../../{id}/"' in text
    assert {path.split("/")[1] for path in texts if path.startswith("families/")} == {id for id, *_ in FAMILIES}


def test_a_skill_lists_the_roles_that_need_it_by_level() -> None:
    texts, known = rendered(SMALL), model(SMALL)
    needed = {(entry.skill, entry.level, id) for id, role in known.roles.items() for entry in role.skills}
    for skill in {skill for skill, _, _ in needed}:
        text = texts[f"skills/{skill}/index.md"]
        for level in ("expert", "strong", "working"):
            part = text.partition(f"#level-{level} ")[2].partition("\n## ")[0]
            wanted = {
                id
                for id, role in known.roles.items()
                if any((one.skill, one.level) == (skill, level) for one in role.skills)
            }
            assert set(re.findall(r'href="\.\./\.\./roles/([\w-]+)/"', part)) == wanted


def test_a_family_says_how_alike_its_roles_are() -> None:
    text = rendered(SMALL)["families/sales/index.md"]
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", text)
    own = [role for role in model(SMALL).roles.values() if role.family == "sales"]
    assert len(rows) == len(own)
    values = [re.findall(r"<td class=\"alike__(?:same|\d+)\">(\d*)</td>", row) for row in rows]
    assert [row[place] for place, row in enumerate(values)] == [""] * len(own)
    assert values == [list(column) for column in zip(*values, strict=True)]


@pytest.mark.parametrize(
    "path",
    [
        *("comparison-0001/index.md", "comparison-0001/work/index.md", "index.md"),
        *("infographics/index.md", "slides/index.md", "sources/index.md"),
    ],
)
def test_a_page_is_as_large_among_many(path: str) -> None:
    small, large = (len(rendered(count)[path]) for count in (SMALL, LARGE))
    assert large <= 1.1 * small


def test_galleries_show_what_is_published_whole_or_the_home_page_s() -> None:
    def shown(site: Model) -> set[str]:
        text = pages.render(site, pictures(site))["infographics/index.md"]
        return {id for id in site.comparisons if f"picture-{id}-" in text}

    known = model(SMALL)
    assert shown(known) == {known.site.home}
    whole = known.comparisons["comparison-0003"].model_copy(update={"picture_set": "full"})
    changed = known.model_copy(update={"comparisons": {**known.comparisons, "comparison-0003": whole}})
    assert shown(changed) == {"comparison-0003"}


def test_what_a_page_leaves_to_others_is_said_there() -> None:
    texts = rendered(SMALL)
    for path in ("infographics/index.md", "sources/index.md"):
        assert "each of the [others](../comparisons/index.md) has its own" in texts[path], path
    assert "as PNG and SVG." in texts["infographics/index.md"]  # a catalogue's pictures are no PDF
    assert "PDF" not in "".join(texts.values())


def test_the_search_tells_pages_of_one_name_apart() -> None:
    known = model(SMALL)
    found = json.loads(rendered(SMALL)["search.json"])
    topics = [entry for entry in found if entry.get("kind") == "topic" and entry["title"] == "Skills"]
    assert sorted(entry["of"] for entry in topics) == sorted(one.name for one in known.comparisons.values())
    assert all("of" in entry for entry in found if entry.get("kind") == "picture")
    flagship = load(ROOT / "content")
    assert '"of":' not in pages.render(flagship, pictures(flagship))["search.json"]


def test_the_list_of_roles_has_what_its_search_asks_for() -> None:
    text = rendered(SMALL)["roles/index.md"]
    assert 'data-index="../data/roles/index.json"' in text
    assert json.loads(re.findall(r"^script: (.*)$", text, re.MULTILINE)[0]) == "roles"
    assert len(
        re.findall(r"<option value=\"[a-z]", text.partition('name="family"')[2].partition("</select>")[0])
    ) == len(FAMILIES)
