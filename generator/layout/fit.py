"""Fitting a composition into a page: the largest type at which everything has room, and the most entries.

In: a function that composes boxes at a given type ramp, or lays out so many entries. Out: a frame, or `Overflow` when
the text would fall below the legible size; a number.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from generator.brand import Ramp
from generator.layout.box import Box
from generator.layout.frame import Frame
from generator.layout.sizes import Size
from generator.problems import Overflow

# Steps of three percent: finer ones are not seen, coarser ones waste room.
STEP = 0.97
# No list has more entries.
_ALL = 1024


def fit(compose: Callable[[Ramp], Box], width: float, height: float | None, *, largest: float, legible: float) -> Frame:
    """The composition laid out at the largest step of the type scale, from `largest` down, at which it fits.

    Without a height only words wider than their box make the type smaller. Overflow: even with its smallest
    text at `legible` points something does not fit; it is the overflow at that size.
    """
    ladder = steps(largest, legible)

    def attempt(step: int) -> Frame:
        return compose(Ramp(ladder[step])).layout(width, height)

    if len(ladder) == 1:
        return attempt(0)
    try:
        return attempt(0)
    except Overflow:
        found = attempt(len(ladder) - 1)
    # What fits at one size fits at every smaller one, but for a line break in a hundred: halving the range finds
    # a step that fits in five layouts where walking down would take twenty.
    fits, fails = len(ladder) - 1, 0
    while fits - fails > 1:
        middle = (fits + fails) // 2
        try:
            found, fits = attempt(middle), middle
        except Overflow:
            fails = middle
    return found


def steps(largest: float, legible: float) -> tuple[float, ...]:
    """Body sizes from `largest` down to the one whose smallest text is `legible`."""
    smallest = min(legible / Ramp(1.0).smallest, largest)
    count = math.ceil(math.log(smallest / largest) / math.log(STEP))
    return (*(round(largest * STEP**step, 4) for step in range(count)), round(smallest, 4))


def least(size: Size) -> Size:
    """The size with no other type than the least legible one: whether something fits at all is soon known."""
    return replace(size, largest=steps(size.largest, size.legible)[-1])


def most_that_fits(attempt: Callable[[int], object]) -> tuple[int, Overflow | None]:
    """The largest number for which `attempt` has room, and what one more lacks; None: so many that it means all.

    Overflow: there is no room even for 0.
    """
    attempt(0)
    fits, fails = 0, 1
    while (overflow := _overflow(attempt, fails)) is None:
        fits, fails = fails, fails * 2
        if fits >= _ALL:
            return fits, None
    while fails - fits > 1:
        middle = (fits + fails) // 2
        found = _overflow(attempt, middle)
        if found is None:
            fits = middle
        else:
            fails, overflow = middle, found
    return fits, overflow


def _overflow(attempt: Callable[[int], object], number: int) -> Overflow | None:
    try:
        attempt(number)
    except Overflow as overflow:
        return overflow
    return None
