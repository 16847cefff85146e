"""docs/ → the preview's pages, by MkDocs or ProperDocs in this process.

In: MkDocs' configuration, docs/ and a folder. Out: pages in the folder, and the problems over which `build` would give
up. Templates are compiled once, and on demand only the pages whose text changed are made anew.
"""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import Environment, TemplateError

from generator.problems import Place, Problem
from generator.project import Project
from generator.publishers import Api, Publisher
from generator.publishing import complete_search, docs_environment
from generator.template_cache import TemplateCache


class SiteBuilder:
    """MkDocs or ProperDocs for the docs/ folder `docs`, which holds what the one in `project` would."""

    def __init__(self, project: Project, docs: Path, publisher: Publisher) -> None:
        self._project, self._docs, self._publisher = project, project.docs, publisher
        self._api = Api(publisher.library)
        self._compiled = TemplateCache()
        self.scripts: frozenset[Path] = frozenset()  # that the configuration names, and what lies beside them
        os.environ |= docs_environment(docs)

    def make(self, site: Path, *, changed_only: bool) -> tuple[Problem, ...]:
        """The pages into `site`, or those that changed since it was made; what MkDocs warned of or failed over."""
        with _collected_messages(self._api.logger) as messages:
            try:
                self._make(site, changed_only)
            except self._api.failure as error:
                messages.append(str(error))
            except TemplateError as error:
                line = f":{error.lineno}" if hasattr(error, "lineno") else ""
                messages.append(f"{getattr(error, 'filename', 'a template')}{line}: {error}")
        return tuple(Problem("mkdocs", self._place(message), message) for message in messages)

    def _make(self, site: Path, changed_only: bool) -> None:
        if not changed_only:
            self._forget_scripts()
        config = self._api.load(self._project.settings, site, self._project.theme_folders)
        plain: Callable[[], Environment] = config.theme.get_env

        def compiled() -> Environment:
            environment = plain()
            environment.bytecode_cache = self._compiled
            if changed_only:
                # What the theme brings stands in the site already, and looking for it goes through 14,000 icons.
                environment.list_templates = lambda **_: []  # type: ignore[method-assign]
            return environment

        config.theme.get_env = compiled
        config.plugins.on_startup(command="serve", dirty=True)  # the search index keeps the pages that did not change
        self._api.build(config, dirty=changed_only)
        complete_search(Path(config.docs_dir), site, self._publisher)

    def _forget_scripts(self) -> None:
        """MkDocs loads a hook once in its life, and Python what a hook imports."""
        self._api.forget_hooks()
        for name, module in list(sys.modules.items()):
            file = getattr(module, "__file__", None)
            if file and Path(file) in self.scripts:
                del sys.modules[name]

    def _place(self, message: str) -> Place:
        page = re.match(r"Doc file '(.+?)'", message)
        return Place((self._docs / page[1] if page else self._project.config).as_posix())


@contextmanager
def _collected_messages(name: str) -> Iterator[list[str]]:
    """MkDocs' warnings and errors, which do not go to the terminal meanwhile."""
    messages: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if "'dirty' build" not in record.getMessage():
                messages.append(record.getMessage())

    logger, collector = logging.getLogger(name), Collector(logging.WARNING)
    before, logger.propagate = logger.propagate, False
    logger.addHandler(collector)
    try:
        yield messages
    finally:
        logger.removeHandler(collector)
        logger.propagate = before
