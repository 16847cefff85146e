"""What has moved leads on: a page at each old address, lines for hosts, and what stands there twice."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from samples import picture, sample

from generator.exports import Artifacts, data, embed
from generator.frontend import policy
from generator.infographics.picture import Picture
from generator.model.schema.model import Model
from generator.model.text import Placed
from generator.pages import redirects
from generator.pages.conflicts import conflicts
from generator.pages.render import render
from generator.problems.errors import Place

WHERE = Place("content/roles/baker.yml", 3, 12)


def renamed(**comparison: Any) -> Model:
    """The sample with former ids: two of the baker, one of the comparison, a topic, a term and a source."""
    model = sample()
    craft = model.comparisons["craft-1"]
    topics = (craft.topics[0].model_copy(update={"formerly": ("summary",)}), *craft.topics[1:])
    craft = craft.model_copy(update={"formerly": ("trades",), "topics": topics, **comparison})
    baker = model.roles["baker"].model_copy(update={"formerly": (Placed("cook", WHERE), "chef")})
    once = {"formerly": ("stove",)}
    glossary = {**model.glossary, "oven": model.glossary["oven"].model_copy(update=once)}
    sources = {"brief": model.sources["brief"].model_copy(update=once)}
    comparisons, roles = {"craft-1": craft}, {**model.roles, "baker": baker}
    changed = {"comparisons": comparisons, "roles": roles, "glossary": glossary, "sources": sources}
    return model.model_copy(update=changed)


def drawn() -> Picture:
    now = picture()
    return Picture(
        **{name: getattr(now, name) for name in now.__slots__ if name != "formerly"}, formerly=("trades-sketch",)
    )


PAGES = render(renamed(), (drawn(),))


def test_every_old_address_has_a_page() -> None:
    topics = ("overview", "responsibilities", "metrics", "partners", "skills", "career", "guide", "table")
    assert set(PAGES) - set(render(sample(), (picture(),))) == {
        "roles/cook/index.html",
        "roles/chef/index.html",
        "trades/index.html",
        *(f"trades/{topic}/index.html" for topic in (*topics, "summary")),
        "craft-1/summary/index.html",
        "infographics/trades-sketch/index.html",
        "_redirects",
        next(path for path in PAGES if path.endswith(".js")),
    }


def test_what_has_not_moved_needs_nothing() -> None:
    assert not [path for path in render(sample(), (picture(),)) if path.endswith((".html", ".js", "_redirects"))]


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("roles/cook/index.html", "../baker/"),
        ("trades/index.html", "../craft-1/"),
        ("trades/summary/index.html", "../../craft-1/overview/"),
        ("craft-1/summary/index.html", "../overview/"),
        ("infographics/trades-sketch/index.html", "../craft-1-sketch/"),
    ],
)
def test_a_page_leads_on_without_scripts_and_with_them(path: str, link: str) -> None:
    text = PAGES[path]
    assert f'<noscript><meta http-equiv="refresh" content="0; url={link}"></noscript>' in text
    assert f'<a href="{link}">' in text
    assert '<meta name="robots" content="noindex">' in text
    script = next(path for path in PAGES if path.endswith(".js"))
    assert f'<script src="{"../" * path.count("/")}{script}" defer></script>' in text
    assert "document.querySelector" in PAGES[script]


def test_the_canonical_address_is_the_new_one() -> None:
    assert '<link rel="canonical" href="https://crafts.example/side/roles/baker/">' in PAGES["roles/cook/index.html"]


def test_a_page_may_load_no_more_than_others() -> None:
    (rule,) = (line for line in PAGES["roles/cook/index.html"].splitlines() if "Content-Security-Policy" in line)
    allowed = rule.partition('content="')[2].removesuffix('">').split("; ")
    assert allowed == ["default-src 'none'", "img-src data:", "script-src 'self'"]
    assert all(part.split()[0] in policy() for part in allowed)


class Words(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_hostile_words_stay_words() -> None:
    evil = "</title><script>evil()</script>"
    site = sample().site.model_copy(update={"name": f"{evil} & 'site'"})
    page = Words(redirects.stub(redirects.Moved("roles/cook/", "roles/baker/", evil, WHERE), site))
    assert page.tags.count("script") == 1
    assert page.text.count(evil) == 3


def test_hosts_are_told_of_pages_and_pictures_in_the_fewest_lines() -> None:
    lines = PAGES["_redirects"].splitlines()
    assert all(line.endswith(" 301") for line in lines)
    assert lines[-2:] == [
        "/side/infographics/trades-sketch/trades-sketch-* /side/infographics/craft-1-sketch/craft-1-sketch-:splat 301",
        "/side/slides/trades-* /side/slides/craft-1-:splat 301",
    ]
    assert "/side/roles/cook/ /side/roles/baker/ 301" in lines
    assert len(lines) == len([path for path in PAGES if path.endswith("/index.html")]) + 2


def test_old_addresses_are_for_those_who_have_them() -> None:
    for path in ("nav.yml", "llms.txt"):
        assert "cook" not in PAGES[path]
        assert "trades" not in PAGES[path]


def test_anchors_of_old_ids_are_there_too() -> None:
    assert '## <span id="term-stove"></span>' in PAGES["glossary/index.md"]
    assert '### <span id="source-stove"></span>' in PAGES["sources/index.md"]
    assert '<span id="compared-trades"></span>' in PAGES["roles/baker/index.md"]
    assert '<h2 id="picture-craft-1-sketch"><span id="picture-trades-sketch"></span>' in PAGES["infographics/index.md"]
    assert PAGES["index.md"].count('cook"></span>') == 1


def test_anchors_of_old_ids_move_no_card_of_a_role() -> None:
    both = re.escape('<span id="glance-cook"></span><span id="glance-chef"></span>')
    (heading,) = re.findall(rf"### .*{both}.*", PAGES["index.md"])
    icon, _, name = heading.partition("[")
    assert "<span id=" not in icon
    assert re.match(rf"{both}Baker\]\(roles/baker/index\.md\)", name)


def test_data_and_embedded_pictures_stand_at_their_old_addresses_as_well() -> None:
    edition = Artifacts(renamed(), (drawn(),), {}, {file.path: b"" for file in drawn().files})
    files = dict([*data.export(edition), *embed.export(edition)])
    assert files["data/trades.csv"] == files["data/craft-1.csv"]
    assert files["oembed/trades-sketch.json"] == files["oembed/craft-1-sketch.json"]
    for look in ("", "light/", "dark/"):
        assert files[f"embed/trades-sketch/{look}index.html"] == files[f"embed/craft-1-sketch/{look}index.html"]
    assert json.loads(files["data/model.json"])["roles"]["baker"]["formerly"] == ["cook", "chef"]
    assert b"trades" not in files["data/infographics.json"]


def test_an_old_address_that_another_page_has_is_a_problem() -> None:
    model = renamed(formerly=(Placed("roles", WHERE),))
    topic = model.comparisons["craft-1"].topics[1].model_copy(update={"formerly": (Placed("miller", WHERE),)})
    craft = model.comparisons["craft-1"].model_copy(update={"topics": (topic,)})
    (problem,) = conflicts(model.model_copy(update={"comparisons": {"craft-1": craft}}), ())
    assert (problem.code, problem.place) == ("address-taken", WHERE)
    assert "/roles/miller/" in problem.message


def test_an_old_address_that_two_pages_had_is_a_problem() -> None:
    model = renamed()
    topics = model.comparisons["craft-1"].topics
    both = tuple(topic.model_copy(update={"formerly": (Placed("summary", WHERE),)}) for topic in topics[:2])
    craft = model.comparisons["craft-1"].model_copy(update={"topics": both})
    found = conflicts(model.model_copy(update={"comparisons": {"craft-1": craft}}), ())
    assert [problem.code for problem in found] == ["address-taken"] * 2
    assert "/craft-1/summary/" in found[0].message
