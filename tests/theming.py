"""A small site as MkDocs hands it to the theme's templates, and its pages as either engine writes them."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2
import minijinja
import pytest
import yaml
from mkdocs.commands.build import _populate_page, get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.utils import templates

from generator.model import Model
from generator.pages.nav import navigation

ROOT = Path(__file__).parents[1]
OVERRIDES = ROOT / "overrides"
# The filters that MkDocs adds to Jinja, and Zensical to MiniJinja.
PUBLISHERS = ("script_tag", "url")
NAME = 'Bread & "butter"'
# Ways through the navigation, as `navigation` takes them: a page, a section with a page of its own, one without.
PAGES = {
    "index.md": ("Home",),
    "craft/index.md": ("Bread & butter", ""),
    "craft/oven.md": ("Bread & butter", "Ovens"),
    "lonely/index.md": ("Alone", ""),
    "roles/baker.md": ("Roles", "<Baker>"),
    "glossary.md": ("Glossary",),
}
SEARCH = "assets/javascripts/search-0123abcd.js"
MISSING = "404.html"
PATHS = (MISSING, *PAGES)
_TABLE = "| a | b | c | d |\n| - | :- | :-: | -: |\n| 1 | 2 | 3 | 4 |\n"
_MARK = '<svg class="logo"><g id="__logo_1"/><use href="#__logo_1"/></svg>'
_MORE: dict[str, dict[str, Any]] = {
    "craft/oven.md": {"icon": "menu-sign", "sign": "oven"},
    "glossary.md": {"hide": ["navigation"], "oembed": "a.json", "image": "a.png", "structured": [{"name": "<"}]},
}


@dataclass(frozen=True)
class Site:
    """What templates are given, for each of `PATHS`."""

    config: MkDocsConfig
    contexts: dict[str, dict[str, Any]]

    @cached_property
    def _jinja(self) -> jinja2.Environment:
        return self.config.theme.get_env()

    @cached_property
    def _minijinja(self) -> minijinja.Environment:
        return minijinja.Environment(
            loader=self._load,
            filters={name: _filter(getattr(templates, f"{name}_filter")) for name in PUBLISHERS},
            auto_escape_callback=lambda _: False,
            pycompat=False,
        )

    def jinja(self, path: str) -> str:
        with self._shown(path) as context:
            return self._jinja.get_template(_template(path)).render(context)

    def minijinja(self, path: str) -> str:
        with self._shown(path) as context:
            return self._minijinja.render_template(_template(path), **context)

    @contextmanager
    def _shown(self, path: str) -> Iterator[dict[str, Any]]:
        """The context of a page while that one is the active one, as MkDocs does it."""
        page = self.contexts[path]["page"]
        if page:
            page.active = True
        yield self.contexts[path]
        if page:
            page.active = False

    def _load(self, name: str) -> str | None:
        found = (Path(folder, name) for folder in self.config.theme.dirs)
        text = next((path.read_text(encoding="utf-8") for path in found if path.is_file()), None)
        # The one template of Material that MiniJinja cannot run as it is; Zensical's begins with this line as well.
        if text and name == "partials/toc.html":
            return '{%- import "partials/language.html" as lang with context -%}' + text
        return text


def small_site(docs: Path, model: Model) -> Site:
    """The site of `PAGES`, its Markdown in `docs`, with the project's own mkdocs.yml."""
    site = model.site.model_copy(update={"name": NAME})
    ways = [(way, path) for path, way in PAGES.items()]
    _write(docs / "nav.yml", navigation(site, ways, (), ("assets/a.css", "assets/b.js", SEARCH), _MARK))
    for path, way in PAGES.items():
        front = yaml.safe_dump({"title": html.escape(way[-1] or way[0], quote=False), **_MORE.get(path, {})})
        _write(docs / path, f"---\n{front}---\n# Heading\n\n## Part\n\n{_TABLE}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VISAVIS_NAV", str(docs / "nav.yml"))
        patch.setenv("VISAVIS_DOCS", str(docs))
        config = load_config(str(ROOT / "mkdocs.yml"))
    files = get_files(config)
    nav = get_navigation(files, config)
    contexts = {MISSING: get_context(nav, files, config, base_url="/")}
    for page in nav.pages:
        _populate_page(page, config, files)
    contexts |= {page.file.src_uri: get_context(nav, files, config, page) for page in nav.pages}
    return Site(config, contexts)


def _template(path: str) -> str:
    return path if path == MISSING else "main.html"


def _filter(function: Callable[..., str]) -> Callable[..., str]:
    """A filter of MkDocs, which asks Jinja's context for two names, as one of MiniJinja."""

    @minijinja.pass_state
    def filtered(state: Any, value: Any) -> str:
        return function({name: state.lookup(name) for name in ("page", "base_url")}, value)

    return filtered


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
