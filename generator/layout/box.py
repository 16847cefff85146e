"""What a box is: the protocol of layout, and the few things that every box needs.

In: nothing. Out: the protocol `Box`, its `Widths`, and the error for too little room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any, Literal, Protocol, TypeVar, cast

from generator.brand import Style
from generator.layout.frame import Frame
from generator.layout.text import Fonts
from generator.problems import Overflow

Align = Literal["start", "middle", "end"]
SHARE = {"start": 0.0, "middle": 0.5, "end": 1.0}
SLACK = 0.01
Method = TypeVar("Method", bound=Callable[..., Any])


def memoized(method: Method) -> Method:
    """Keeps what a box answered, with the box: parents ask for the same widths and layouts again and again.

    Boxes are frozen and compare by identity, so the memory is exact; it goes when the box goes.
    """

    name = f"_answers of {method.__qualname__}"

    @wraps(method)
    def answer(self: Any, *arguments: Any) -> Any:
        memory = self.__dict__.get(name)
        if memory is None:
            memory = self.__dict__[name] = {}
        found = memory.get(arguments, memory)  # which no box answers
        if found is memory:
            found = memory[arguments] = method(self, *arguments)
        return found

    return cast("Method", answer)


@dataclass(frozen=True, slots=True)
class Widths:
    """`min`: no word broken; `max`: nothing wrapped. Points."""

    min: float
    max: float


class TextBox(Protocol):
    """What a box of text says of itself."""

    @property
    def text(self) -> str: ...
    @property
    def style(self) -> Style: ...
    @property
    def fonts(self) -> Fonts: ...

    def widths(self) -> Widths: ...


class Box(Protocol):
    """Anything that can be laid out."""

    def widths(self) -> Widths:
        """How narrow and how wide the box would like to be."""
        ...

    def layout(self, width: float, height: float | None = None) -> Frame:
        """A frame of this width that fills `height` when it is given. Overflow: there is too little room."""
        ...

    def texts(self) -> Iterator[TextBox]:
        """Every text inside, in reading order."""
        ...


class Leaf:
    """What a box without text inside answers."""

    def texts(self) -> Iterator[TextBox]:
        return iter(())


class SingleChild:
    """What a box with one box inside answers as that one would; whoever takes room of its own answers by itself."""

    child: Box

    def widths(self) -> Widths:
        return self.child.widths()

    def texts(self) -> Iterator[TextBox]:
        return self.child.texts()


class MultiChild:
    """What a box with several boxes inside answers of all of them."""

    children: Sequence[Box]

    def texts(self) -> Iterator[TextBox]:
        for child in self.children:
            yield from child.texts()


def require(
    need: float, room: float | None, blamed: str | Box = "", axis: Literal["width", "height"] = "width"
) -> None:
    """Overflow where there is less room than needed, blamed on a text, or on that text of a box that takes most."""
    if room is not None and need > room + SLACK:
        text = blamed if isinstance(blamed, str) else longest(blamed) if axis == "height" else widest(blamed)
        raise Overflow(need=need, room=room, text=text, axis=axis)


def longest(box: Box) -> str:
    """The longest text inside."""
    return max((text.text for text in box.texts()), key=len, default="")


def widest(box: Box) -> str:
    """The text that can be made least narrow."""
    found = max(box.texts(), key=lambda text: text.widths().min, default=None)
    return found.text if found else ""
