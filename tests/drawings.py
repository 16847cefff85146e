"""SVG files for tests of the logo."""

from __future__ import annotations

from collections.abc import Iterator

from generator.brand.logo.reader import Shape

DECLARED = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SHADE = '<linearGradient id="shade"><stop offset="0" stop-color="#f00"/></linearGradient>'


def svg(inner: str, more: str = "") -> str:
    """A drawing that does not begin in the first line, nor at the beginning of its own."""
    return f'<!--\n--><!-- é --><svg {DECLARED} viewBox="0 0 10 10"{more}>{inner}</svg>'


def every(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    """The shapes and all that stand in them."""
    for shape in shapes:
        yield shape
        yield from every(shape.children)
