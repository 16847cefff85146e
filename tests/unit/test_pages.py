"""Pages from a small model of invented roles: what is made, where it lies, what stands on it.

`sample` makes the model; `test_pages_site` uses it with hostile words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from jinja2 import Environment, nodes

from generator.infographics.picture import Picture, PictureFile, Table
from generator.model.schema.model import Model
from generator.pages.kinds import FOLDER, kinds
from generator.pages.render import conflicts, render

Words = Callable[[str], str]
ROLES = ("baker", "miller", "carter", "smith")
ICON = "material/hammer"


def plain(words: str) -> str:
    return words


def sample(words: Words = plain, *, comparisons: tuple[tuple[str, ...], ...] = (("baker", "miller"),)) -> Model:
    """A model with one comparison for each tuple of roles; `words` makes every text from its name."""
    ids = [f"craft-{number}" for number in range(1, len(comparisons) + 1)]
    return Model.model_validate(
        {
            "site": {
                "name": "Crafts",
                "tagline": words("tagline"),
                "description": words("site description"),
                "url": "https://crafts.example/side/",
                "author": words("author"),
                "licence": words("licence"),
                "updated": "2026-01-02",
                "home": ids[0],
                "pictures": {"sizes": ["page"], "themes": ["light", "dark"]},
            },
            "palette": _palette(),
            "catalogue": _catalogue(words),
            "roles": {id: _role(words, id, hue) for id, hue in zip(ROLES, "abcd", strict=True)},
            "comparisons": {id: _comparison(words, id, roles) for id, roles in zip(ids, comparisons, strict=True)},
            "glossary": {
                "oven": {
                    "term": words("term oven"),
                    "definition": words("definition"),
                    "also": [words("other name")],
                    "sources": ["brief"],
                },
                "anvil": {"term": "Anvil", "definition": words("anvil definition"), "sources": ["brief"]},
            },
            "sources": {
                "brief": {
                    "title": words("source title"),
                    "publisher": words("publisher"),
                    "kind": "brief",
                    "text": words("source text"),
                    "url": "https://source.example/a?b=c&d=e",
                }
            },
        }
    )


def _palette() -> dict[str, Any]:
    hue = {"solid": "#000000", "tint": "#FFFFFF", "on": "#FFFFFF"}
    markers = dict(zip("abcd", ("solid", "dotted", "dashed", "double"), strict=True))
    swatch = {"marker": "double", "light": hue, "dark": hue}
    neutral = dict.fromkeys(("ground", "card", "ink", "muted", "line"), "#101010")
    return {
        "neutral": {"light": neutral, "dark": neutral},
        "shared": swatch,
        "hues": {name: {**swatch, "marker": marker} for name, marker in markers.items()},
    }


def _catalogue(words: Words) -> dict[str, Any]:
    item = {"name": words("item name"), "icon": ICON}
    metric = {name: words(f"metric {name}") for name in ("name", "definition", "formula", "reading")}
    return {
        "skills": {"knead": {**item, "definition": words("skill definition")}},
        "metrics": {"loaves": {**metric, "better": "higher", "sources": ["brief"]}},
        "partners": {"mill": item},
        "accounts": {"town": {**item, "definition": words("account definition")}},
    }


def _point(words: Words, name: str) -> dict[str, str]:
    return {"title": words(f"{name} title"), "text": words(f"{name} text"), "icon": ICON}


def _role(words: Words, id: str, hue: str) -> dict[str, Any]:
    return {
        "name": id.title(),
        "plural": words(f"{id}s"),
        "abbreviation": id[:2].upper(),
        "icon": ICON,
        "hue": hue,
        "tagline": words(f"{id} tagline"),
        "summary": words(f"{id} summary"),
        "lead": [_point(words, f"{id} lead")],
        "dimensions": {"focus": {"short": words(f"{id} short"), "detail": words(f"{id} detail")}},
        "topics": {
            "overview": {
                "headline": words(f"{id} headline"),
                "text": words(f"{id} view"),
                "points": [_point(words, f"{id} point")],
            }
        },
        "responsibilities": [_point(words, f"{id} duty")],
        "accounts": [{"account": "town", "text": words(f"{id} account")}],
        "skills": [{"skill": "knead", "level": "expert", "use": words(f"{id} skill use"), "headline": True}],
        "metrics": [{"metric": "loaves", "use": words(f"{id} metric use"), "headline": True}],
        "partners": [{"partner": "mill", "gives": words(f"{id} gives"), "gets": words(f"{id} gets")}],
        "career": {
            "leans": words(f"{id} leans"),
            "text": words(f"{id} career"),
            "steps": [
                {"title": words(f"{id} step {stage}"), "stage": stage, "text": words(f"{id} step text {stage}")}
                for stage in ("before", "now", "next")
            ],
        },
        "fit": {"title": words(f"{id} fit"), "text": words(f"{id} fit text"), "signs": [words(f"{id} sign")]},
    }


def _comparison(words: Words, id: str, roles: tuple[str, ...]) -> dict[str, Any]:
    shows = ("points", "responsibilities", "metrics", "partners", "skills", "career", "guide", "table")
    names = ("overview", *shows[1:])
    return {
        "name": words(f"{id} name"),
        "title": words(f"{id} title"),
        "industry": words("industry"),
        "summary": words("summary") + "\n\n" + words("second paragraph"),
        "roles": list(roles),
        "sources": ["brief"],
        "dimensions": [
            {"id": "focus", "name": words("dimension"), "icon": ICON, "question": words("dimension question")},
            {"id": "skill", "name": "Skill", "icon": ICON, "question": "Which?", "shows": "skills"},
            {"id": "metric", "name": "Metric", "icon": ICON, "question": "Which?", "shows": "metrics"},
        ],
        "shared": {
            "title": words("shared title"),
            "short": words("shared short"),
            "text": words("shared text"),
            "points": [_point(words, "shared point")],
            "skills": [
                {"skill": "knead", "text": words("shared skill"), "levels": dict.fromkeys(roles, "working")},
            ],
        },
        "topics": [
            {
                "id": name,
                "name": words(f"topic {name}"),
                "icon": ICON,
                "title": words(f"topic title {name}"),
                "text": words(f"topic text {name}"),
                "shows": show,
                "shared": [_point(words, f"topic shared {name}")],
                "differs_in": [words(f"differs {name}")],
                "together": words(f"together {name}"),
                "infographic": "sketch",
            }
            for name, show in zip(names, shows, strict=True)
        ],
        "scales": [
            {
                "id": "heat",
                "name": words("scale"),
                "low": words("low"),
                "high": words("high"),
                "positions": {role: {"value": 7, "rationale": words(f"reason {role}")} for role in roles},
            }
        ],
        "guide": {
            "title": words("guide title"),
            "text": words("guide text"),
            "decides": [_point(words, "decides")],
            "margin": 2,
            "questions": [
                {
                    "id": "fire",
                    "question": words("question"),
                    "why": words("why"),
                    "answers": [
                        {
                            "text": words(f"answer {n}"),
                            "weights": dict.fromkeys(roles, n),
                            "rationale": words(f"so {n}"),
                        }
                        for n in (0, 3)
                    ],
                }
            ],
            "verdicts": {role: {"title": words(f"verdict {role}"), "text": words("verdict text")} for role in roles},
            "together": {"title": words("verdict of all"), "text": words("verdict of all text")},
        },
        "infographics": [
            {"kind": "sketch", "title": words("picture title"), "eyebrow": words("eyebrow"), "alt": words("alt")}
        ],
    }


def picture(
    words: Words = plain, comparison: str = "craft-1", *, themes: tuple[str, ...] = ("light", "dark")
) -> Picture:
    """A picture in the sizes page, phone and slide."""
    id = f"{comparison}-sketch"
    files = tuple(
        PictureFile(f"infographics/{id}/{id}-{size}-{theme}{at}.{format}", size, theme, format, scale, width, height)
        for size, width, height in (("page", 800, 900), ("phone", 360, 1200), ("slide", 1920, 1080))
        for theme in themes
        for format, scale, at in (("png", 1, ""), ("png", 2, "@2x"), ("svg", 1, ""))
    )
    return Picture(
        id=id,
        comparison=comparison,
        kind="sketch",
        title=words("picture title"),
        eyebrow=words("eyebrow"),
        alt=words("alt"),
        description=(words("picture description"),),
        editorial=True,
        page=f"infographics/{id}/",
        table=Table((words("column one"), words("column two")), ((words("row"), words("cell")),)),
        files=files,
    )


def test_every_address_has_a_page() -> None:
    pages = render(sample(), (picture(),))
    topics = ("overview", "responsibilities", "metrics", "partners", "skills", "career", "guide", "table")
    assert set(pages) == {
        "index.md",
        "craft-1/index.md",
        *(f"craft-1/{topic}.md" for topic in topics),
        *(f"roles/{role}.md" for role in ROLES),
        "infographics/index.md",
        "infographics/craft-1-sketch/index.md",
        "slides/index.md",
        "glossary.md",
        "sources.md",
        "nav.yml",
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
    for path in ("craft-1/overview.md", "craft-1/index.md", "index.md"):
        for role in ROLES[:count]:
            assert role.title() in pages[path]
    assert f"What {'both' if count == 2 else 'all'} share" in pages["craft-1/overview.md"]


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
    assert "/roles/baker/" in problem.message


def test_a_picture_has_the_file_for_every_screen_and_theme() -> None:
    text = render(sample(), (picture(),))["craft-1/overview.md"]
    assert 'class="as-system"' in text
    assert 'class="against-system"' in text
    for theme in ("light", "dark"):
        assert re.search(rf'<source media="[^"]+" srcset="[^"]+-phone-{theme}.svg"[^>]+width="360" height="1200"', text)
        assert re.search(rf'<img src="[^"]+-page-{theme}.svg" width="800" height="900" alt="alt"', text)
    assert text.count("fetchpriority") == 1
    assert text.count('loading="lazy"') == 1


def test_a_picture_in_one_theme_is_shown_in_both() -> None:
    text = render(sample(), (picture(themes=("light",)),))["craft-1/overview.md"]
    assert "only-light" not in text
    assert "-page-light.svg" in text


def test_a_page_of_a_picture_lists_every_file() -> None:
    _, _, text = render(sample(), (picture(),))["infographics/craft-1-sketch/index.md"].split("---\n", 2)
    for file in picture().files:
        assert f'href="{file.name}"' in text
    assert "https://crafts.example/side/infographics/craft-1-sketch/craft-1-sketch-slide-light@2x.png" not in text
    assert "&#58;//crafts.example/side/infographics/craft-1-sketch/craft-1-sketch-slide-light&#64;2x.png" in text


def test_judgements_are_marked_and_explained() -> None:
    pages = render(sample(), (picture(),))
    for path in ("craft-1/index.md", "craft-1/guide.md", "sources.md", "infographics/craft-1-sketch/index.md"):
        assert "Editorial judgement" in pages[path], path
    assert "reason baker" in pages["sources.md"]


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
