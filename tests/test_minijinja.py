"""Zensical runs templates on MiniJinja, which has no Python: overrides/ keep to what both engines know."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import minijinja
import pytest
from jinja2 import Environment, nodes
from theming import OVERRIDES, PATHS, PUBLISHERS, Site, small_site

from generator.model import Model

FUNCTIONS = {"namespace", "range", "super"}


# --- what a template may say ------------------------------------------------------------------------------------------


def faults(source: str) -> Iterator[str]:
    """What MiniJinja has not, and what changes the theme's finished text."""
    minijinja.Environment().add_template("it", source)
    tree = Environment().parse(source)
    imported = {"lang"} | {each.target for each in tree.find_all(nodes.Import)}
    functions = FUNCTIONS | {each.name for each in tree.find_all(nodes.Macro)}
    for call in tree.find_all(nodes.Call):
        match call.node:
            case nodes.Name(name=name) if name in functions:
                continue
            case nodes.Getattr(node=nodes.Name(name=name)) if name in imported:
                continue
        yield f"line {call.lineno}: calls a method or function"
    for each in tree.find_all((nodes.Filter, nodes.Test)):
        if each.name not in PUBLISHERS and not _known(each):
            yield f"line {each.lineno}: {each.name}"
    for step in tree.find_all((nodes.Filter, nodes.Getattr, nodes.Getitem)):
        if any(call.node == nodes.Name("super", "load") for call in step.find_all(nodes.Call)):
            yield f"line {step.lineno}: changes what the theme wrote"


def _known(each: nodes.Filter | nodes.Test) -> bool:
    try:
        minijinja.eval_expr(f"1 {'|' if isinstance(each, nodes.Filter) else 'is'} {each.name}")
    except minijinja.TemplateError as error:
        return error.kind not in ("UnknownFilter", "UnknownTest")
    return True


@pytest.mark.parametrize("path", sorted(OVERRIDES.rglob("*.html")), ids=lambda path: path.name)
def test_a_template_says_nothing_that_only_jinja_knows(path: Path) -> None:
    assert list(faults(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "{% set _ = way.append(1) %}",
        '{% for part in page.title.split(" ") %}{{ part }}{% endfor %}',
        "{{ (title | safe).unescape() }}",
        "{{ dict(a=1) }}",
        "{{ words | random }}",
        "{% if url is callable %}{% endif %}",
        '{% block header %}{{ super() | replace("a", "b") }}{% endblock %}',
        "{% block header %}{{ super()[:9] }}{% endblock %}",
    ],
)
def test_what_only_jinja_knows_is_found(source: str) -> None:
    assert list(faults(source))


def test_what_minijinja_cannot_read_is_an_error() -> None:
    with pytest.raises(minijinja.TemplateError):
        list(faults("{% print page.title %}"))


# --- both engines, one page -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, model: Model) -> Site:
    return small_site(tmp_path_factory.mktemp("site") / "docs", model)


@pytest.mark.parametrize("path", PATHS)
def test_both_engines_write_the_same_page(site: Site, path: str) -> None:
    assert _plain(site.minijinja(path)) == _plain(site.jinja(path))


def test_both_engines_mark_at_the_top_the_list_that_a_page_stands_on(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    meta = site.contexts["glossary.md"]["page"].meta
    for trail, marked in (([], 1), ([{"title": "Bread", "url": "craft/"}], 2), ([{"title": "Gone", "url": "x/"}], 1)):
        monkeypatch.setitem(meta, "trail", trail)
        for text in (site.jinja("glossary.md"), site.minijinja("glossary.md")):
            entries = re.findall(r'<li class="md-tabs__item md-tabs__item--active">\s*<a href="([^"]*)"', text)
            assert len(entries) == marked
            assert ("../craft/" in entries) == (marked == 2)


def test_both_engines_put_the_sign_of_a_page_beside_its_name_in_the_menu(site: Site) -> None:
    entry = re.compile(r'<span class="menu-sign menu-sign--(\w+)"></span>\s*<span class="md-ellipsis">\s*(\w+)')
    for path in PATHS:
        assert set(entry.findall(site.jinja(path))) == set(entry.findall(site.minijinja(path))) == {("oven", "Ovens")}


def _plain(page: str) -> list[str]:
    """The page's lines; of each JSON its values, whose order is an engine's own."""
    data = re.compile(r'(?<=json">)[^<]+(?=</script>)')
    return data.sub(lambda found: json.dumps(json.loads(found[0]), sort_keys=True), page).splitlines()
