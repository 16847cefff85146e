"""What a picture shows, decided once: whether a fixed page has room for it does not depend on the type it ends in.

In: compositions. Out: whether a page has room for one, and a memory for what was decided by that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, wraps
from typing import TypeVar, cast

from generator.brand import Ramp
from generator.infographics.parts.sketch import Sketch
from generator.layout import SLACK, Box, Fonts, Size
from generator.problems import Overflow

# A fixed page is taken up by this many times its title's size of head and foot; the rest is the body's.
_AROUND = 6.5
# Explanations are worth type so much smaller than the usual one, and no smaller.
_SMALLER = 0.88
# The least legible type and a little more, for what is left when explanations are not worth having.
_LEAST = 1.1

# Labels of a body that is so much larger than the title are smaller than it, where a long one is set smaller, too.
_TITLE = 1.05

Subject = TypeVar("Subject")
Choice = TypeVar("Choice")


def fits(box: Box, size: Size) -> bool:
    """Whether a page of fixed size has about enough room for such a body."""
    if size.height is None:
        return True
    try:
        tall = box.layout(size.inner).height
    except Overflow:
        return False
    return tall <= size.height - _AROUND * size.title + SLACK


def usual(sketch: Sketch) -> Sketch:
    """The means of a composition in the page's usual type."""
    return replace(sketch, ramp=Ramp(sketch.size.body))


def smaller(sketch: Sketch) -> Sketch:
    """The same in the least type in which explanations are worth having."""
    return replace(sketch, ramp=Ramp(sketch.size.body * _SMALLER))


def least(sketch: Sketch) -> Sketch:
    """The same in type that is hardly larger than the least legible one."""
    return replace(sketch, ramp=Ramp(sketch.size.legible / Ramp(1.0).smallest * _LEAST))


def below_title(sketch: Sketch) -> Sketch:
    """The same in type of which no label is larger than the title, on a card for feeds."""
    return replace(sketch, ramp=Ramp(min(sketch.ramp.body, sketch.size.title * _TITLE)))


def once(decide: Callable[[Subject, Sketch], Choice]) -> Callable[[Subject, Sketch], Choice]:
    """A decision about a subject on a page of some size, made once though compositions are tried in many types.

    `decide` always gets the page's usual type, so that what it says cannot depend on the one that is tried.
    """

    @lru_cache(maxsize=32)
    def decided(subject: _Identity, fonts: Fonts, size: Size) -> Choice:
        return decide(cast("Subject", subject.itself), Sketch(fonts, size, Ramp(size.body)))

    @wraps(decide)
    def answer(subject: Subject, sketch: Sketch) -> Choice:
        return decided(_Identity(subject), sketch.fonts, sketch.size)

    return answer


class _Identity:
    """An object as the key of a memory, equal to nothing but itself: subjects are frozen, and slow to compare.

    As long as it is remembered the object lives, so that no other can take its place.
    """

    __slots__ = ("itself",)

    def __init__(self, itself: object) -> None:
        self.itself = itself

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.itself is self.itself

    def __hash__(self) -> int:
        return id(self.itself)
