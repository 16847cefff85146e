"""What is asked of whatever turns docs/ into pages.

In: nothing. Out: `Publisher`, of which there is one value for each.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.surroundings import install


@dataclass(frozen=True, slots=True)
class Theme:
    """What of a theme has another name with each release, by paths of the site.

    `sheet` is its style sheet; `worker` its search, where ours can take its place; `styles` are the sources for
    `style-src` that its scripts need, since they write style sheets into pages.
    """

    sheet: str
    worker: str = ""
    styles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Publisher:
    """A program that makes the pages.

    `library` is what Python imports, `packages` are those that decide its bytes beside those that all have in common.
    `program` is a module of ours with a `main`, and its first arguments; a configuration, the folder of the site, docs/
    and the folders of the theme, the first first, follow, and before them an order where it `renews` a site. `index` is
    the search index by its path in the site and the name of its list. `failure` is given what it returned and wrote,
    and tells what went wrong, nothing if all is well.
    """

    name: str
    title: str
    library: str
    packages: tuple[str, ...]
    program: tuple[str, ...]
    index: tuple[str, str]
    theme: Callable[[], Theme]
    failure: Callable[[int, str, str], str]
    previews: bool = True
    renews: bool = False

    @property
    def installed(self) -> bool:
        return importlib.util.find_spec(self.library) is not None

    @property
    def install(self) -> str:
        """How one gets it."""
        return install(self.name)


def theme_file(templates: Path, pattern: str) -> str:
    """A file of a theme whose name changes with its bytes. A template cannot look for it."""
    (found,) = templates.glob(pattern)
    return found.relative_to(templates).as_posix()
