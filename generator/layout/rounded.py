"""The outline of a rectangle with rounded corners.

In: a rectangle and the radius of each corner. Out: path commands, clockwise from the top left one.
"""

from __future__ import annotations

from generator.layout.frame import Command, Radii, Rect

# How far a Bézier's handles reach to draw a quarter of a circle.
_KAPPA = 0.5522847498


def rounded(rect: Rect, radii: Radii) -> tuple[Command, ...]:
    """Where the rectangle stands; a corner that is not round has a curve of no length."""
    tl, tr, br, bl = (min(radius, rect.width / 2, rect.height / 2) for radius in radii)
    x0, y0, x1, y1, k = rect.x, rect.y, rect.right, rect.bottom, 1 - _KAPPA
    return (
        ("M", (x0 + tl, y0)),
        ("L", (x1 - tr, y0)),
        ("C", (x1 - tr * k, y0, x1, y0 + tr * k, x1, y0 + tr)),
        ("L", (x1, y1 - br)),
        ("C", (x1, y1 - br * k, x1 - br * k, y1, x1 - br, y1)),
        ("L", (x0 + bl, y1)),
        ("C", (x0 + bl * k, y1, x0, y1 - bl * k, x0, y1 - bl)),
        ("L", (x0, y0 + tl)),
        ("C", (x0, y0 + tl * k, x0 + tl * k, y0, x0 + tl, y0)),
        ("Z", ()),
    )
