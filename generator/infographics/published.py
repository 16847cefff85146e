"""Which files of a picture are published: all of every size, or those of its comparison's set.

In: a drawing. Out: sizes and targets, in the order in which files are listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from generator.infographics.drawing import Drawing
from generator.layout import Format
from generator.model import SizeName, View
from generator.painting import Target, targets

_SLIDE, _DECK = "slide", "pptx"
# What the parts of a form are called that stand beside the format.
_EDITABLE, _TRANSPARENT, _TWICE = "-editable", "-transparent", "@2x"


def published_sizes(drawing: Drawing) -> tuple[str, ...]:
    """The sizes that are laid out; those of a set's deck are slides, whatever else is published of them."""
    wanted = drawing.view.picture_set
    if wanted is None:
        return drawing.sizes(drawing.view.model.site.pictures.sizes)
    return drawing.sizes(size for size in get_args(SizeName) if wanted.forms(size) or (wanted.deck and size == _SLIDE))


def published_themes(view: View) -> tuple[str, ...]:
    """The themes of a comparison's files."""
    wanted, themes = view.picture_set, view.model.site.pictures.themes
    return tuple(themes if wanted is None else wanted.themes or themes[:1])


def published_targets(drawing: Drawing, sizes: Iterable[str]) -> Iterator[Target]:
    """The files of the drawing in these sizes."""
    wanted, themes = drawing.view.picture_set, published_themes(drawing.view)
    if wanted is None:
        yield from targets(tuple(sizes), themes)
        return
    for size in sizes:
        for theme in themes:
            yield from (target(size, theme, form) for form in wanted.forms(size) if form != _DECK)


def target(size: str, theme: str, form: str) -> Target:
    """The file of a form as sets name it, such as `png-transparent@2x`."""
    format: Format = "svg" if form.startswith("svg") else "pdf" if form.startswith("pdf") else "png"
    scale = 2 if form.endswith(_TWICE) else 1
    return Target(size, theme, format, scale, _TRANSPARENT in form, form.endswith(_EDITABLE))


def has_deck(view: View) -> bool:
    """Whether its slides are published as one deck."""
    return view.picture_set is None or view.picture_set.deck


def has_single_slides(view: View) -> bool:
    """Whether each of its slides is published alone."""
    return view.picture_set is None or _DECK in view.picture_set.slide
