"""Sets of pictures that a site cannot be made of.

In: the site's file, and where its fields stand. Out: problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.model.schema import Site
from generator.problems import Place, Problem

_DRAWN = ("page", "phone", "slide", "classic", "square", "portrait", "social")


def check(site: Site, place_at: Callable[[str], Place]) -> Iterator[Problem]:
    """Pages show an SVG of every picture, in a theme that the site has. `place_at` finds a field by the way to it."""
    themes = site.pictures.themes
    for name, one in site.pictures.sets.items():
        if not any("svg" in one.forms(size) for size in _DRAWN):
            message = f'the set "{name}" has no SVG, which pages show'
            yield Problem("missing-field", place_at(f"pictures.sets.{name}"), message, 'add "page: [svg]" to it')
        if strange := [theme for theme in one.themes if theme not in themes]:
            message = f'the set "{name}" has the theme "{strange[0]}", in which the site has no pictures'
            yield Problem(
                "wrong-value", place_at(f"pictures.sets.{name}.themes"), message, f"its themes are {', '.join(themes)}"
            )
