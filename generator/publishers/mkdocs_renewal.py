"""Of a site of MkDocs or ProperDocs only what changed is made: the other pages are those of the last site.

In: what the last build kept of its pages, the old site, the pages of docs/ by their hashes. Out: the same files as a
build of everything makes; or `InDoubt`, where a page may show something of another one. Files that no hand wrote come
from docs/ and from the old site by a second name, where the file system has those: who writes them replaces them.
"""

from __future__ import annotations

import json
import logging
import os
import re
import sysconfig
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any

from generator import files
from generator.shipped import OVERRIDES, shipped
from generator.surroundings import version
from generator.template_cache import TemplateCache

_SEARCH = "material/search"
_INDEX = "search/search_index.json"
# Extensions that read nothing but the page.
_EXTENSIONS = re.compile(
    r"(markdown\.extensions\.)?(abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code|footnotes|md_in_html"
    r"|meta|nl2br|sane_lists|smarty|tables|toc)"
    r"|pymdownx\.(arithmatex|betterem|caret|critic|details|emoji|escapeall|extra|highlight|inlinehilite|keys|magiclink"
    r"|mark|progressbar|saneheaders|smartsymbols|superfences|tabbed|tasklist|tilde)"
)
_KNOWN_CODE = {"markdown", "material", "pygments", "pymdownx"}
# By these names a template sees other pages.
_OTHERS = re.compile(r"\b(ancestors|children|files|nav|next_page|pages|parent|previous_page)\b")
# What the theme shows of other pages, beside their titles.
_SHOWN = ("icon", "status", "subtitle")


class InDoubt(Exception):
    """Whether a page that did not change would be the same: everything has to be made."""


class Renewal:
    """Takes part in one build, as a plugin of MkDocs does.

    `order` says: `generated`, the files of docs/ that no hand wrote; `pages`, the hashes of all pages; `into`, where
    the next build finds what this one keeps; `kept`, what the last one did, and `site`, what it made of that.
    """

    def __init__(self, config: Any, order: Mapping[str, Any]) -> None:
        self._order, self._config = order, config
        self._generated = set(order["generated"])
        self._kept: dict[str, Any] | None = None
        self._theme: list[str] | None = None
        self._files: Any = None
        self._nav: list[Any] = []
        # Whoever builds writes these where they lie.
        written = {*config.theme.static_templates, *(f"{name}.gz" for name in config.theme.static_templates), _INDEX}
        self._written = written | {str(name) for name in config.extra_templates}
        self._wrap_theme()

    def begin(self, library: str) -> bool:
        """Whether there is an old site to begin with. InDoubt: it is another one's."""
        if not self._order["site"]:
            return False
        kept = json.loads(Path(self._order["kept"]).read_bytes())
        if kept["same"] != self._same():
            raise InDoubt
        if kept["names"] != self._names and not _refuses_dangling(self._config):
            raise InDoubt
        self._kept, self._theme = kept, kept["theme"]
        logging.getLogger(f"{library}.commands.build").addFilter(
            lambda record: "'dirty' build" not in record.getMessage()
        )
        return True

    def _same(self) -> list[str]:
        """What has a say in every page, beside what decides whether the old site counts."""
        nav = Path(self._config.docs_dir, "nav.yml")
        own = files.content_digest(Path(__file__))
        return [own, files.sha256(nav.read_bytes()) if nav.is_file() else "", os.environ.get("SOURCE_DATE_EPOCH", "")]

    @cached_property
    def _names(self) -> str:
        return files.sha256("\0".join(sorted(name for name, _ in files.entries(self._config.docs_dir))).encode())

    def _changed(self, name: str) -> bool:
        return not self._kept or self._kept["pages"].get(name) != self._order["pages"].get(name)

    def _wrap_theme(self) -> None:
        """Looking for what the theme brings goes through 14,000 icons: once. A fifth of the time of a small site goes
        into compiling templates: once, too, as far as they come with packages.
        """
        plain: Callable[[], Any] = self._config.theme.get_env

        def wrapped() -> Any:
            environment = plain()
            library = type(self._config).__module__.partition(".")[0]
            environment.bytecode_cache = _compiled(library, *sorted(environment.extensions))
            look = environment.list_templates

            def listed(*some: Any, **more: Any) -> list[str]:
                if self._theme is None:
                    self._theme = look(*some, **more)
                return self._theme

            environment.list_templates = listed
            return environment

        self._config.theme.get_env = wrapped

    # --- in the order in which MkDocs asks ---

    def on_files(self, files: Any, **_: Any) -> None:
        self._files = files
        for file in files:
            if file.src_dir != self._config.docs_dir:
                if self._kept and not Path(self._old(file)).exists():
                    file.copy_file = lambda dirty=False: None  # no page loads it, so it was taken out (theme_files.py)
            elif file.is_documentation_page():
                file.is_modified = partial(self._changed, file.src_uri)
            elif file.src_uri in self._generated and file.dest_uri not in self._written:
                file.copy_file = partial(_link, file)

    def on_nav(self, nav: Any, **_: Any) -> None:
        self._nav = nav.pages
        if not self._kept:
            return
        for page in nav.pages:
            if not self._changed(page.file.src_uri):
                page.read_source(self._config)
                page.title = self._kept["nav"][page.file.src_uri][0]

    def on_env(self, env: Any, **_: Any) -> None:
        """Nothing was written yet. InDoubt."""
        if not self._kept:
            return
        if self._kept["nav"] != self._shown():
            raise InDoubt
        for file in self._pages():
            if not self._changed(file.src_uri):
                self._take(file)

    def _take(self, file: Any) -> None:
        try:
            files.link(self._old(file), file.abs_dest_path)
        except FileNotFoundError as error:
            raise InDoubt from error

    def _old(self, file: Any) -> str:
        return f"{self._order['site']}/{file.dest_uri}"

    def on_post_build(self, *, config: Any) -> None:
        """The search knows the pages that were made only; the others are put in their places."""
        entries: dict[str, list[Any]] = {}
        search = config.plugins.get(_SEARCH)
        index = getattr(search, "search_index", None)
        if search and index:
            for entry in index.entries:
                entries.setdefault(entry["location"].partition("#")[0], []).append(entry)
            if self._kept:
                before = self._kept["index"]
                from_where = ((page.page.url, self._changed(page.src_uri)) for page in self._pages())
                entries = {url: (entries if new else before).get(url, []) for url, new in from_where}
                index.entries = [entry for page in entries.values() for entry in page]
                search.on_post_build(config=config)
        kept = {
            "same": self._same(),
            "names": self._names,
            "theme": self._theme,
            "pages": self._order["pages"],
            "nav": self._shown(),
            "index": entries,
        }
        Path(self._order["into"]).write_text(json.dumps(kept, separators=(",", ":"), default=str), encoding="utf-8")

    def _pages(self) -> Iterable[Any]:
        pages: Iterable[Any] = self._files.documentation_pages()
        return pages

    def _shown(self) -> dict[str, list[str]]:
        """What other pages show of those that the navigation has."""
        return {
            page.file.src_uri: [str(page.title), *(str(page.meta.get(name)) for name in _SHOWN)] for page in self._nav
        }


@cache
def _compiled(library: str, *extensions: str) -> TemplateCache:
    """For the environment that the library makes, with extensions of Jinja; nothing unknown has changed it."""
    salt = " ".join((library, version(library), *extensions))
    return TemplateCache(Path(sysconfig.get_path("purelib")), Path(__file__).parent / "__pycache__", salt=salt)


def _link(file: Any, dirty: bool = False) -> None:
    """In place of a copy. OSError."""
    files.link(file.abs_src_path, file.abs_dest_path)


def is_known(config: Any) -> bool:
    """Whether nothing takes part of which it is not known what it does: plugins, hooks, extensions, templates."""
    return (
        set(config.plugins) <= {_SEARCH}
        and config.theme.name == "material"
        and not config.extra_templates
        and config.nav is not None
        and all(_EXTENSIONS.fullmatch(name) for name in config.markdown_extensions)
        and _is_known_code(config.mdx_configs)
        and _are_known_templates(list(map(Path, config.theme.dirs)))
    )


def _is_known_code(options: Any) -> bool:
    if isinstance(options, Mapping):
        return all(map(_is_known_code, options.values()))
    if isinstance(options, (list, tuple)):
        return all(map(_is_known_code, options))
    return not callable(options) or str(getattr(options, "__module__", "")).partition(".")[0] in _KNOWN_CODE


def _are_known_templates(folders: list[Path]) -> bool:
    """Whether templates of the project's own see no other page than theirs."""
    ours = shipped(OVERRIDES).resolve()
    own = folders[: next((at for at, folder in enumerate(folders) if folder.resolve() == ours), 0)]
    for folder in own:
        for name, path in files.tree(folder).items():
            data = path.read_bytes()
            known = (ours / name).is_file() and (ours / name).read_bytes() == data
            if name.endswith((".html", ".xml")) and not known and _OTHERS.search(data.decode("utf-8", "replace")):
                return False
    return True


def _refuses_dangling(config: Any) -> bool:
    """Whether a link to a page that is not there ends a strict build, so that no page has one."""
    links = config.validation.links
    return bool(min(links.not_found, links.unrecognized_links) >= logging.WARNING)
