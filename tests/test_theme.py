"""What overrides/ takes the place of in Material for MkDocs, and what the pages gain by it.

A new version of the theme that changes a part that ours stand for fails here, with the part's name.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from jinja2 import Environment, nodes
from theming import MISSING, NAME, OVERRIDES, PAGES, PATHS, SEARCH, Site, small_site

from generator.brand import icon_folder
from generator.brand.logo.references import ID_PREFIX
from generator.model import Model

THEME = icon_folder().parent
# Each part of the theme that ours stand for, as it was when they were written (version 9.8.1). A block that adds to
# the theme's own, by `super()`, does not depend on what that is.
WRITTEN_AFTER = {
    "404.html": "51e9d0149cbda385",
    "base.html: content": "5bb7fc0fb7081317",
    "base.html: extrahead": "e3b0c44298fc1c14",
    "base.html: htmltitle": "6d80c3d74a34d7ff",
    "base.html: site_meta": "a5faf62b89d34bc2",
    "base.html: site_nav": "d78cde21375e0db1",
    "base.html: styles": "947a3c0c01ea94cb",
    "main.html": "69530528dc512966",
    "partials/footer.html": "bd85a90099d9cb77",
    "partials/header.html": "dc3a421b5fe57950",
    "partials/javascripts/base.html": "3bdb03e93d88642f",
    "partials/javascripts/content.html": "e6d7eb984ac226b5",
    "partials/javascripts/palette.html": "dcbd36037582f134",
    "partials/logo.html": "83cc0dc9aa79e219",
    "partials/nav-item.html": "fe7ec4ae5fd43e17",
    "partials/nav.html": "5ad5e09ae286e4e4",
    "partials/path.html": "dd18afe772a3f6e8",
    "partials/search.html": "07d2bbdac7ce4f42",
    "partials/tabs-item.html": "1527cff42f271ea5",
    "partials/tabs.html": "c6e0c1f868fa1144",
}
# Ours build on it without having its name.
ALSO = {"partials/nav-item.html", "partials/tabs-item.html"}


def ours() -> dict[str, nodes.Template]:
    """Every template of overrides/, parsed."""
    files = sorted(OVERRIDES.rglob("*.html"))
    read = Environment().parse
    return {path.relative_to(OVERRIDES).as_posix(): read(path.read_text(encoding="utf-8")) for path in files}


def blocks(source: str) -> dict[str, str]:
    """The text of each block of a template of the theme."""
    found: dict[str, str] = {}
    opened: list[tuple[str, int]] = []
    for tag in re.finditer(r"{% (?:block (\w+)|endblock) %}", source):
        if tag[1]:
            opened.append((tag[1], tag.end()))
        else:
            name, start = opened.pop()
            found[name] = source[start : tag.start()]
    return found


def part(name: str) -> str:
    """A file of the theme, or a block of one (`file: block`), without what changes with each of its versions."""
    file, _, block = name.partition(": ")
    source = (THEME / file).read_text(encoding="utf-8")
    text = blocks(source)[block] if block else source
    return " ".join(re.sub(r"\.[0-9a-f]{8}\.min\.|(?<=mkdocs-material-)[0-9.]+", ".min.", text).split())


def replaced() -> Iterator[str]:
    """The parts that ours stand for: files of the same name, and blocks that do not show the theme's own."""
    base = blocks((THEME / "base.html").read_text(encoding="utf-8"))
    for name, tree in ours().items():
        if (THEME / name).is_file():
            yield name
        for block in tree.find_all(nodes.Block):
            if block.name in base and not any(_is_super(call) for call in block.find_all(nodes.Call)):
                yield f"base.html: {block.name}"


def _is_super(call: nodes.Call) -> bool:
    return isinstance(call.node, nodes.Name) and call.node.name == "super"


def test_every_part_that_is_replaced_is_watched() -> None:
    assert set(WRITTEN_AFTER) == {*replaced(), *ALSO}


@pytest.mark.parametrize("name", WRITTEN_AFTER)
def test_a_part_of_the_theme_is_as_it_was_when_ours_was_written(name: str) -> None:
    digest = hashlib.sha256(part(name).encode()).hexdigest()[:16]
    assert digest == WRITTEN_AFTER[name], (
        f"{name} of mkdocs-material changed: compare it with the version before and with overrides/, "
        f"bring over what the site needs, then write {digest} here"
    )


def taken_out() -> Iterator[str]:
    """What templates look for in text that is finished already; names that change with each version are looked up."""
    for tree in ours().values():
        for block in tree.find_all(nodes.FilterBlock):
            step = block.filter
            while step:
                assert step.name == "replace", step.name
                if isinstance(step.args[0], nodes.Const):
                    yield step.args[0].as_const()
                step = step.node


def test_what_is_taken_out_of_the_finished_page_is_there_once() -> None:
    needles = {each for each in taken_out() if not each.startswith(("<td ", "<th "))}  # those are in Markdown's tables
    needles -= {ID_PREFIX}  # that is in a logo of ours
    assert len(needles) == 2
    for needle in needles:
        assert (THEME / "base.html").read_text(encoding="utf-8").count(needle) == 1, (
            f"{needle} is no longer what the theme writes: look at overrides/main.html again"
        )


# --- what the pages gain ----------------------------------------------------------------------------------------------

Elements = list[tuple[str, dict[str, str | None]]]


class Reading(HTMLParser):
    """The elements of a page in order, and its structured data."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: Elements = []
        self.data: list[dict[str, object]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][1].get("type") == "application/ld+json" and data.strip():
            self.data.append(json.loads(data))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, model: Model) -> Site:
    return small_site(tmp_path_factory.mktemp("site") / "docs", model)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_as_html_and_screen_readers_want_it(site: Site, path: str) -> None:
    elements = Reading(site.jinja(path)).elements
    ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {"__drawer", "__search", "__logo_1", "__drawer_logo_1"} <= set(ids)
    for tag, attributes in elements:
        if attributes.get("type") == "checkbox":
            assert "autocomplete" not in attributes
        if tag == "nav" or attributes.get("role") == "dialog":
            assert attributes.get("aria-label"), attributes
        assert attributes.get("tabindex") != ""


@pytest.mark.parametrize("path", PAGES)
def test_columns_are_aligned_without_a_style_which_the_policy_would_refuse(site: Site, path: str) -> None:
    cells = [each for tag, each in Reading(site.jinja(path)).elements if tag in ("th", "td")]
    assert [cell.get("data-align") for cell in cells] == [None, "left", "center", "right"] * 2
    assert all("style" not in cell for cell in cells)


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_fetched_ahead(site: Site, path: str) -> None:
    """The policy allows none of it; Firefox takes a link to the next page for a wish."""
    relations = {each.get("rel") for tag, each in Reading(site.jinja(path)).elements if tag == "link"}
    assert relations <= {"canonical", "icon", "stylesheet", "preload", "alternate"}


@pytest.mark.parametrize("path", PATHS)
def test_the_site_s_name_is_escaped_once(site: Site, path: str) -> None:
    logos = [each for _, each in Reading(site.jinja(path)).elements if each.get("data-md-component") == "logo"]
    assert [(logo["title"], logo["aria-label"]) for logo in logos] == [(NAME, NAME)] * 2  # at the top, in the drawer


@pytest.mark.parametrize("path", PATHS)
def test_of_the_theme_s_style_sheets_a_page_loads_one(site: Site, path: str) -> None:
    sheets = [each["href"] for _, each in Reading(site.jinja(path)).elements if each.get("rel") == "stylesheet"]
    theme, *ours = [(sheet or "").split("assets/")[-1] for sheet in sheets]
    assert ours == ["a.css"]
    assert (THEME / "assets" / theme).is_file()
    assert (THEME / "base.html").read_text(encoding="utf-8").count(theme) == 1


@pytest.mark.parametrize("path", PATHS)
def test_the_search_is_the_site_s_own_and_no_script_of_the_page(site: Site, path: str) -> None:
    page = site.jinja(path)
    settings = json.loads(re.findall(r'<script id="__config"[^>]*>(.*?)</script>', page, re.DOTALL)[0])
    assert settings["search"].endswith(SEARCH)
    scripts = [(each.get("src") or "") for tag, each in Reading(page).elements if tag == "script"]
    assert [name for name in scripts if "search" in name] == []
    theme = site.config.extra["search"]["theme"]
    assert (THEME / "base.html").read_text(encoding="utf-8").count(f'"search": "{theme}"') == 1


def test_the_navigation_is_hidden_where_a_page_says_so_and_where_there_is_none(site: Site) -> None:
    hidden = {
        path
        for path in PATHS
        for _, attributes in Reading(site.jinja(path)).elements
        if attributes.get("data-md-type") == "navigation" and "hidden" in attributes
    }
    assert hidden == {MISSING, "glossary.md"}


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("index.md", [NAME]),
        ("craft/index.md", [NAME, "Bread & butter"]),
        ("craft/oven.md", [NAME, "Bread & butter", "Ovens"]),
        ("roles/baker.md", [NAME, "<Baker>"]),
    ],
)
def test_programs_read_the_way_to_a_page_as_it_was_typed(site: Site, path: str, names: list[str]) -> None:
    (way,) = Reading(site.jinja(path)).data
    steps = way["itemListElement"]
    assert isinstance(steps, list)
    assert [step["name"] for step in steps] == names
    assert [step["position"] for step in steps] == list(range(1, len(names) + 1))
    assert steps[-1]["item"] == site.contexts[path]["page"].canonical_url
