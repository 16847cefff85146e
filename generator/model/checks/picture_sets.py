"""Sets of pictures that a site cannot be made of.

In: the site's file. Out: problems.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.schema import Site
from generator.model.text import place_of
from generator.problems import Problem

_DRAWN = ("page", "phone", "slide", "classic", "square", "portrait", "social")


def check(site: Site) -> Iterator[Problem]:
    """Pages show an SVG of every picture, in a theme that the site has."""
    themes = site.pictures.themes
    for name, one in site.pictures.sets.items():
        if not any("svg" in one.forms(size) for size in _DRAWN):
            message = f'the set "{name}" has no SVG, which pages show'
            yield Problem("missing-field", place_of(name), message, 'add "page: [svg]" to it')
        if strange := [theme for theme in one.themes if theme not in themes]:
            message = f'the set "{name}" has the theme "{strange[0]}", in which the site has no pictures'
            yield Problem("wrong-value", place_of(name), message, f"its themes are {', '.join(themes)}")
