"""What people do to a deck, at random: each edit with what must still be seen of it afterwards.

In: a presentation and numbers that choose. Out: the presentation changed, and a check of a later one.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from decks import all_shapes, texts
from pptx.dml.color import RGBColor
from pptx.util import Pt

from generator.deck.updating.label import label_of
from generator.deck.updating.namespaces import A, P, about

#: Looks for an edit in the slides of a later deck; the slides of the edited deck, in their order, come first.
Check = Callable[[Any], None]
Edit = Callable[[Any, int, int], Check]
_NEAR = 2 * 1270  # EMU: a fifth of a point


def rewrite(slide: Any, which: int, number: int) -> Check:
    """Another text in a run."""
    said = f"Rewritten {number}"
    _run(slide, which).text = said
    return lambda later: _expect(any(said in text for text in texts(later)), said)


def retitle(slide: Any, which: int, number: int) -> Check:
    """Another title."""
    if slide.shapes.title is None:
        return _nothing
    slide.shapes.title.text_frame.text = f"Title {number}"
    return lambda later: _expect(f"Title {number}" in later.shapes.title.text_frame.text, "title")


def recolour(slide: Any, which: int, number: int) -> Check:
    """Another colour of a run."""
    colour = RGBColor(250, number % 256, which % 256)
    _run(slide, which).font.color.rgb = colour
    return lambda later: _expect(str(colour).upper() in _colours(later), f"colour {colour}")


def emphasise(slide: Any, which: int, number: int) -> Check:
    """Underlined, italic or bold."""
    name, value = (("u", "sng"), ("i", "1"))[number % 2]
    run = _run(slide, which)
    run._r.get_or_add_rPr().set(name, value)
    said = run.text.strip()
    return lambda later: _expect(_has(later, said, name, value), f"{name} of {said}")


def resize_text(slide: Any, which: int, number: int) -> Check:
    """Another size of a run."""
    size = 700 + 100 * (number % 30)
    run = _run(slide, which)
    if abs(int(run._r.get_or_add_rPr().get("sz", 1800)) - size) < 100:
        return _nothing
    run._r.get_or_add_rPr().set("sz", str(size))
    return lambda later: _expect(str(size) in {look.get("sz") for look in later._element.iter(f"{A}rPr")}, "size")


def fill(slide: Any, which: int, number: int) -> Check:
    """Another colour of a panel."""
    panels = [one for one in _flat(slide.shapes) if "/panel" in one.name]
    if not panels:
        return _nothing
    colour = RGBColor(number % 256, 250, which % 256)
    shape = panels[which % len(panels)]
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour
    return lambda later: _expect(str(colour).upper() in _colours(later), f"fill {colour}")


def move(slide: Any, which: int, number: int) -> Check:
    """Another place."""
    shape = _shape(slide, which)
    shape.left = int(shape.left or 0) + Pt(1 + number % 40)
    shape.top = int(shape.top or 0) + Pt(number % 3)
    return _placed(shape)


def resize(slide: Any, which: int, number: int) -> Check:
    """Another size of a shape."""
    shape = _shape(slide, which)
    left, top = shape.left, shape.top
    shape.width = int(shape.width or 0) + Pt(1 + number % 30)
    shape.left, shape.top = left, top
    return _placed(shape)


def delete(slide: Any, which: int, number: int) -> Check:
    """One shape less, and all that it holds."""
    shape = _shape(slide, which)._element
    labels = [label_of(one) for one in [shape, *shape.iter(f"{P}sp", f"{P}cxnSp")] if about(one) is not None]
    names = {label.key for label in labels if label is not None}
    shape.getparent().remove(shape)

    def check(later: Any) -> None:
        there = {label.key for one in all_shapes(later) if (label := label_of(one)) is not None}
        _expect(not there & names, f"deleted {names}")

    return check


def add(slide: Any, which: int, number: int) -> Check:
    """A text box of one's own."""
    said = f"Our own {number} {which}"
    slide.shapes.add_textbox(Pt(number % 300), Pt(which % 300), Pt(100), Pt(20)).text_frame.text = said
    return lambda later: _expect(said in texts(later), said)


def duplicate(slide: Any, which: int, number: int) -> Check:
    """A copy of a shape, beside it."""
    shape = _shape(slide, which)
    if shape._element.tag != f"{P}sp" or shape.is_placeholder:
        return _nothing
    copy = deepcopy(shape._element)
    ids = [int(one.get("id")) for one in slide._element.iter(f"{P}cNvPr")]
    about(copy).set("id", str(max(ids) + 1))
    slide.shapes._spTree.append(copy)
    moved = slide.shapes[-1]
    moved.left = int(moved.left or 0) + Pt(5 + number % 50)
    return _placed(moved)


def annotate(slide: Any, which: int, number: int) -> Check:
    """Something into the notes."""
    said = f"Say {number}."
    slide.notes_slide.notes_text_frame.text += f"\n{said}"
    return lambda later: _expect(said in later.notes_slide.notes_text_frame.text, said)


def bring_to_front(slide: Any, which: int, number: int) -> Check:
    """A shape above all others."""
    shape = _shape(slide, which)
    if shape.is_placeholder or shape._element.getparent() is not slide.shapes._spTree:
        return _nothing
    slide.shapes._spTree.append(shape._element)
    return _nothing


EDITS: tuple[Edit, ...] = (
    rewrite,
    retitle,
    recolour,
    emphasise,
    resize_text,
    fill,
    move,
    resize,
    delete,
    add,
    duplicate,
    annotate,
    bring_to_front,
)


def _nothing(later: Any) -> None:
    """There is nothing to see."""


def _expect(seen: bool, what: str) -> None:
    assert seen, f"lost: {what}"


def _run(slide: Any, which: int) -> Any:
    found = [
        run
        for shape in _flat(slide.shapes)
        if shape.has_text_frame and shape._element.find(f"{P}txBody") is not None
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.text.strip()
    ]
    return found[which % len(found)]


def _shape(slide: Any, which: int) -> Any:
    found = [shape for shape in _flat(slide.shapes) if not shape.is_placeholder]
    return found[which % len(found)]


def _flat(shapes: Any) -> list[Any]:
    found = []
    for shape in shapes:
        found.append(shape)
        if shape._element.tag == f"{P}grpSp":
            found += _flat(shape.shapes)
    return found


def _placed(shape: Any) -> Check:
    left, top, wide = (int(value) for value in (shape.left, shape.top, shape.width))

    def check(later: Any) -> None:
        found = [(int(one.left or 0), int(one.top or 0), int(one.width or 0)) for one in _flat(later.shapes)]
        # A group as wide as what is in it now has its new width.
        wanted = (left, top) if shape._element.tag == f"{P}grpSp" else (left, top, wide)
        near = [one for one in found if all(abs(a - b) <= _NEAR for a, b in zip(one, wanted, strict=False))]
        _expect(bool(near), f"place of {shape.name}: {wanted}")

    return check


def _colours(slide: Any) -> set[str]:
    return {str(colour.get("val")).upper() for colour in slide._element.iter(f"{A}srgbClr")}


def _has(slide: Any, said: str, name: str, value: str) -> bool:
    for run in slide._element.iter(f"{A}r"):
        look = run.find(f"{A}rPr")
        if look is not None and look.get(name) == value:
            return True
    return False
