"""The signs beside the names of pictures in the navigation: all of them as one file, for one request.

In: the artifacts. Out: assets/stylesheets/menu-signs-<digest>.svg, one icon below the other. The site's style sheet
shows of each entry the part that is its own, as a mask, so that it has the colour of the entry's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.brand import outline
from generator.exports.artifacts import Artifacts
from generator.files import named_by_content
from generator.infographics import all_kinds

# Of pages that stand among those of the pictures.
_OTHERS = {"slides": "material/presentation"}
_SIDE = 24


def signs(artifacts: Artifacts) -> Mapping[str, str]:
    """Icons by the names of the signs, in their order: each kind of picture that the site has, and no other."""
    shown = {picture.kind for picture in artifacts.pictures}
    return {**_OTHERS, **{name: kind.ICON for name, kind in all_kinds().items() if name in shown}}


def export(artifacts: Artifacts) -> Iterator[tuple[str, bytes]]:
    """The one file; none where there is no picture."""
    if artifacts.pictures:
        yield signs_file(artifacts)


def signs_file(artifacts: Artifacts) -> tuple[str, bytes]:
    """Its path and its bytes."""
    icons = signs(artifacts).values()
    drawn = "".join(_placed(icon, place) for place, icon in enumerate(icons))
    box = f"0 0 {_SIDE} {_SIDE * len(icons)}"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{drawn}</svg>\n'
    return named_by_content("assets/stylesheets/menu-signs.svg", svg.encode())


def _placed(icon: str, place: int) -> str:
    path, width, height = outline(icon)
    inner = f'<path d="{path}"/>'
    return f'<svg y="{place * _SIDE}" width="{_SIDE}" height="{_SIDE}" viewBox="0 0 {width:g} {height:g}">{inner}</svg>'
