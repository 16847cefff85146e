"""Pages from a small model of invented roles: what is made, where it lies, what stands on it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
import yaml
from jinja2 import Environment, nodes
from samples import ROLES, picture, sample

from generator.model import Model
from generator.model.schema import Change
from generator.model.text import Text
from generator.pages.conflicts import conflicts
from generator.pages.context import Views
from generator.pages.kinds import FOLDER, kinds
from generator.pages.render import render
from generator.problems.errors import Place


def test_every_address_has_a_page() -> None:
    pages = render(sample(), (picture(),))
    topics = ("overview", "responsibilities", "metrics", "partners", "skills", "career", "guide", "table")
    assert set(pages) == {
        "index.md",
        "craft-1/index.md",
        *(f"craft-1/{topic}/index.md" for topic in topics),
        *(f"roles/{role}/index.md" for role in ROLES),
        "compare/index.md",
        "infographics/index.md",
        "infographics/craft-1-sketch/index.md",
        "slides/index.md",
        "glossary/index.md",
        "sources/index.md",
        "nav.yml",
        "search.json",
        "llms.txt",
    }


def test_every_page_says_title_and_description() -> None:
    for path, text in render(sample(), (picture(),)).items():
        if path.endswith(".md"):
            fields = yaml.safe_load(text.split("---\n")[1])
            assert fields["title"], path
            assert fields["description"], path


@pytest.mark.parametrize("count", [2, 3, 4])
def test_all_roles_of_a_comparison_stand_side_by_side(count: int) -> None:
    pages = render(sample(comparisons=(ROLES[:count],)), (picture(),))
    for path in ("craft-1/overview/index.md", "craft-1/index.md", "index.md"):
        for role in ROLES[:count]:
            assert role.title() in pages[path]
    assert f"What {'both' if count == 2 else 'all'} share" in pages["craft-1/overview/index.md"]


def test_one_comparison_has_a_section_of_its_own_name_only_beside_others() -> None:
    assert {"Comparison", "Roles", "Infographics"} <= _sections(render(sample(), (picture(),)))
    two = render(sample(comparisons=(("baker", "miller"), ("carter", "smith", "baker"))), ())
    assert {"craft-1 name", "craft-2 name"} <= _sections(two)


def test_hand_written_pages_come_last_in_the_navigation() -> None:
    nav = yaml.safe_load(render(sample(), (), ("contributing/a.md", "contributing/b.md"))["nav.yml"])
    assert nav["nav"][-1] == {"Project": ["contributing/a.md", "contributing/b.md"]}
    assert nav["site_name"] == "Crafts"
    assert nav["site_url"] == "https://crafts.example/side/"


def test_two_pages_at_one_address_are_a_problem_of_the_content() -> None:
    model = sample()
    clash = model.model_copy(update={"comparisons": {"roles": model.comparisons["craft-1"]}})
    topic = clash.comparisons["roles"].topics[0].model_copy(update={"id": "baker"})
    comparison = clash.comparisons["roles"].model_copy(update={"topics": (topic,)})
    site = model.site.model_copy(update={"home": "roles"})
    (problem,) = conflicts(clash.model_copy(update={"comparisons": {"roles": comparison}, "site": site}), ())
    assert problem.code == "address-taken"
    assert problem.message == 'the address /roles/baker/ belongs to the role "Baker" too'


@pytest.mark.parametrize(
    ("id", "other"), [("sources", "Sources and method"), ("glossary", "Glossary"), ("compare", "Compare any roles")]
)
def test_a_comparison_at_the_address_of_a_list_is_told_at_its_file(id: str, other: str) -> None:
    model, place = sample(), Place("content/comparisons/a.yml", 1, 7)
    comparison = model.comparisons["craft-1"].model_copy(update={"name": Text("Crafts", place)})
    site = model.site.model_copy(update={"home": id})
    (problem,) = conflicts(model.model_copy(update={"comparisons": {id: comparison}, "site": site}), ())
    assert (problem.place, problem.code) == (place, "address-taken")
    assert problem.message == f'the address /{id}/ belongs to the page "{other}" too'


def test_no_role_takes_the_address_of_the_list_of_roles() -> None:
    model = sample()
    named = model.model_copy(update={"roles": {**model.roles, "index": model.roles["baker"]}})
    (problem,) = conflicts(named, ())
    assert (problem.code, problem.message) == (
        "address-taken",
        "the address /data/roles/index.json belongs to the list of roles",
    )


def test_a_picture_has_the_file_for_every_screen_and_theme() -> None:
    text = render(sample(), (picture(),))["craft-1/overview/index.md"]
    assert 'class="as-system"' in text
    assert 'class="against-system"' in text
    for theme in ("light", "dark"):
        assert re.search(rf'<source media="[^"]+" srcset="[^"]+-phone-{theme}.svg"[^>]+width="360" height="1200"', text)
        assert re.search(rf'<img src="[^"]+-page-{theme}.svg" width="800" height="900" alt="alt"', text)
    assert text.count("fetchpriority") == 1
    assert text.count('loading="lazy"') == 2
    assert re.search(r'<img class="on-paper" src="[^"]+-page-light.svg"', text)
    assert all(media.startswith("screen and ") for media in re.findall(r'<source media="([^"]+)"', text))


def test_a_picture_in_one_theme_is_shown_in_both() -> None:
    text = render(sample(), (picture(themes=("light",)),))["craft-1/overview/index.md"]
    assert "only-light" not in text
    assert "-page-light.svg" in text


def test_a_page_of_a_picture_lists_every_file() -> None:
    _, _, text = render(sample(), (picture(),))["infographics/craft-1-sketch/index.md"].split("---\n", 2)
    for file in picture().files:
        assert f'href="{file.name}"' in text
    assert "https://crafts.example/side/infographics/craft-1-sketch/craft-1-sketch-slide-light@2x.png" not in text
    assert "&#58;//crafts.example/side/infographics/craft-1-sketch/craft-1-sketch-slide-light&#64;2x.png" in text


def test_no_switch_asks_for_what_html_allows_text_fields_alone() -> None:
    texts = "".join(render(sample(), (picture(),)).values())
    assert 'type="checkbox"' in texts
    assert not re.search(r'type="(?:checkbox|radio)"[^>]* autocomplete', texts)


def test_judgements_are_marked_and_explained() -> None:
    pages = render(sample(), (picture(),))
    for path in ("craft-1", "craft-1/guide", "sources", "infographics/craft-1-sketch"):
        assert "Editorial judgement" in pages[f"{path}/index.md"], path
    assert "reason baker" in pages["sources/index.md"]


def test_moves_between_careers_stand_on_their_topic_and_on_both_roles_pages() -> None:
    pages = render(sample(), ())
    holding = {path for path, text in pages.items() if "move craft-1" in text}
    (one, other) = next(iter(sample().comparisons.values())).roles[:2]
    assert holding == {"craft-1/career/index.md", f"roles/{one}/index.md", f"roles/{other}/index.md"}
    for path in holding:
        _, _, below = pages[path].partition("Moves between the roles {: #career-moves }")
        assert "Editorial judgement" in below.split("\n## ")[0]
        first, second = (other, one) if path.startswith(f"roles/{other}/") else (one, other)
        assert f"**{first} step next" in below
        assert f"and {second} step next" in below


def test_the_same_model_gives_the_same_text() -> None:
    assert render(sample(), (picture(),)) == render(sample(), (picture(),))


def _sections(pages: dict[str, str]) -> set[str]:
    return {title for entry in yaml.safe_load(pages["nav.yml"])["nav"] for title in entry}


@pytest.mark.parametrize("file", sorted(FOLDER.rglob("*.jinja")), ids=lambda file: file.name)
def test_templates_leave_escaping_to_the_engine(file: Any) -> None:
    """Joining text with markup, or calling it safe, would go around `inert`."""
    tree = Environment().parse(file.read_text(encoding="utf-8"))
    assert not list(tree.find_all(nodes.Concat))
    allowed = {"capitalize", "default", "join", "length", "list", "select", "selectattr", "upper"}
    assert {filter.name for filter in tree.find_all(nodes.Filter)} <= allowed


def test_a_template_without_its_first_comment_is_an_error(tmp_path: Any) -> None:
    (tmp_path / "odd.md.jinja").write_text("text", encoding="utf-8")
    with pytest.raises(ValueError, match=r"odd\.md\.jinja"):
        kinds(tmp_path)


def test_the_menu_calls_a_picture_by_its_own_short_name_where_it_has_one() -> None:
    shown = picture()
    assert f"- {shown.eyebrow}: infographics/craft-1-sketch/index.md" in render(sample(), (shown,))["nav.yml"]
    menu = render(sample(), (replace(shown, named="A map"),))["nav.yml"]
    assert "- A map: infographics/craft-1-sketch/index.md" in menu


def test_what_changed_has_a_page_where_the_content_tells_of_it() -> None:
    told = {
        "old": {"title": "An *old* change", "day": "2026-01-05", "text": "One."},
        "new": {"title": "A new one", "day": "2026-02-05", "text": "Two."},
    }
    changes = {id: Change.model_validate(fields) for id, fields in told.items()}
    without, with_them = sample(), sample().model_copy(update={"changes": changes})
    assert "changes/index.md" not in render(without, ())
    page = render(with_them, (), files={"feed.xml": b""})["changes/index.md"]
    assert page.index("A new one {: #change-new }") < page.index("old&#42; change {: #change-old }")
    assert 'datetime="2026-02-05"' in page


@pytest.mark.parametrize("themes", [("light", "dark"), ("dark",)])
def test_the_head_of_every_page_names_what_is_there(themes: tuple[str, ...]) -> None:
    site = sample().site
    pictures = site.pictures.model_copy(update={"themes": themes})
    model = sample().model_copy(update={"site": site.model_copy(update={"pictures": pictures})})
    bare, full = (
        yaml.safe_load(render(model, (), files=dict.fromkeys(files, b""))["nav.yml"])["extra"]
        for files in ((), ("feed.xml", "site.webmanifest", "assets/apple-touch-icon.png"))
    )
    assert not {"feed", "manifest", "touch_icon"} & bare.keys()
    assert (full["feed"], full["manifest"], full["touch_icon"]) == (
        "feed.xml",
        "site.webmanifest",
        "assets/apple-touch-icon.png",
    )
    assert [(each["theme"], each["colour"]) for each in full["theme_colours"]] == [
        (theme, getattr(model.palette.neutral, theme).ground) for theme in themes
    ]


def test_roles_are_listed_as_they_are_compared(model: Model) -> None:
    (first, *_) = model.comparisons
    turned = model.comparisons[first].model_copy(update={"roles": tuple(reversed(model.comparisons[first].roles))})
    comparisons = {**model.comparisons, first: turned}
    site = model.site.model_copy(update={"home": first})
    views = Views(model.model_copy(update={"comparisons": comparisons, "site": site}), ())
    ids = [role.id for role in views.roles]
    assert tuple(ids[: len(turned.roles)]) == turned.roles
    assert sorted(ids) == sorted(model.roles)
