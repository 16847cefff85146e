"""The names of shapes that Visavis made: who a shape is, and what it was when it was written.

In: a shape's name such as `comparison/kind/Row/text 2 ·k3f9a…`. Out: its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.deck.updating.namespaces import GROUP, SHAPES, about
from generator.deck.updating.signature import Signature, parse

_MARK = " ·"
_NUMBER = re.compile(r" \d+$")


@dataclass(frozen=True, slots=True)
class Label:
    """A shape's name and its signature."""

    name: str
    was: Signature

    def __str__(self) -> str:
        return f"{self.name}{_MARK}{self.was}"

    @property
    def address(self) -> str:
        """The slide on which it was made."""
        return "/".join(self.name.split("/")[:2])

    @property
    def what(self) -> str:
        """Its name on the slide, as people read it."""
        return self.name.removeprefix(self.address).lstrip("/")

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from all others of its slide, those of other editions too."""
        return self.name, self.was.text


def without_number(name: str) -> str:
    """A name as it is where no other of that name is before it."""
    return _NUMBER.sub("", name)


def label_of(shape: Any) -> Label | None:
    """The label in the shape's name, None where it has none."""
    name, mark, written = about(shape).get("name", "").rpartition(_MARK)
    was = parse(written) if mark else None
    return Label(name, was) if was is not None and name.count("/") >= 2 else None


def shapes(tree: Any) -> Iterator[Any]:
    """Every shape of a slide, a group before what is in it."""
    for shape in tree:
        if shape.tag in SHAPES:
            yield shape
            if shape.tag == GROUP:
                yield from shapes(shape)


def numbered(kind: str, taken: Iterable[str]) -> str:
    """A kind of placeholder, with a number where there is one of that kind already."""
    count = sum(one.partition(" ")[0] == kind for one in taken)
    return f"{kind} {count + 1}" if count else kind


def notes_label(slide: Any) -> Label | None:
    """The label of what the speaker reads."""
    if not slide.has_notes_slide or slide.notes_slide.notes_placeholder is None:
        return None
    return label_of(slide.notes_slide.notes_placeholder._element)


def stamped_notes(slide: Any) -> str:
    """The name of the notes of a slide."""
    return str(notes_label(slide) or "Notes")
