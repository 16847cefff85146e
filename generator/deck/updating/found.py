"""What Visavis made of a slide, found again.

In: a slide, and what is remembered of it. Out: its shapes with what they were and what they are.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from generator.deck.updating.label import Label, label_of, numbered, shapes
from generator.deck.updating.namespaces import held
from generator.deck.updating.record import Written
from generator.deck.updating.signature import Signature, signature
from generator.deck.updating.surroundings import Surroundings


class Made:
    """A slide as it is made now."""

    def __init__(self, slide: Any) -> None:
        self.slide = slide
        self.shapes = list(shapes(slide._element.cSld.spTree))
        found = [label_of(shape) for shape in self.shapes]
        self.labels = [label for label in found if label is not None]
        assert len(self.labels) == len(self.shapes)


@dataclass(frozen=True, slots=True)
class Found:
    """A shape on a slide that Visavis made, what it was and what it is."""

    shape: Any
    label: Label
    now: Signature


def found_on(slide: Any, before: Written | None) -> list[Found]:
    """The shapes of a slide that Visavis made; placeholders, whose names get lost, by what was `before`."""
    around, result, taken = Surroundings.around(slide), list[Found](), list[str]()
    for shape in shapes(slide._element.cSld.spTree):
        label, kind = label_of(shape), held(shape)
        if kind:
            kind = numbered(kind, taken)
            taken.append(kind)
            label = label or (before.held.get(kind) if before else None)
        if label is not None:
            result.append(Found(shape, label, signature(shape, around)))
    return result


def title_of(slide: Any) -> str:
    """What the slide is called."""
    title = slide.shapes.title
    return " ".join(title.text_frame.text.split()) if title is not None else ""


def address_of(slide: Any) -> str:
    """The picture from which most of the slide comes, "" if none of it does."""
    labels = [label for shape in shapes(slide._element.cSld.spTree) if (label := label_of(shape)) is not None]
    counted = Counter(label.address for label in labels)
    return counted.most_common(1)[0][0] if counted else ""
