"""Decks for tests: of the second content set, small, made anew from contents that differ a little."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pptx
from lxml import etree
from pptx.enum.shapes import MSO_SHAPE_TYPE

from generator import deck as decks
from generator import infographics
from generator.deck.options import Options
from generator.deck.report import Updated
from generator.deck.updating.label import label_of, shapes
from generator.deck.updating.namespaces import about
from generator.infographics import sections
from generator.layout import SIZES, Frame, Line, Rect, Spot
from generator.layout.text import Fonts
from generator.model import views
from generator.model.loading import load

ROOT = Path(__file__).parents[1]
KINDS = ("comparison-table", "responsibilities")


@cache
def fonts() -> Fonts:
    """The flagship brand's fonts."""
    return Fonts(ROOT / "content" / "brand")


def made(
    content: Path,
    *,
    kinds: tuple[str, ...] = KINDS,
    comparison: str = "ward-vs-home",
    theme: str = "light",
    nested: bool = False,
    options: Options | None = None,
) -> bytes:
    """A deck of some pictures; `nested`: with groups within groups."""
    chosen = options or Options(fonts="name")
    used = decks.arial_widths() if chosen.fonts == "arial" else fonts()
    view = next(view for view in views(load(content, kinds=sections())) if view.id == comparison)
    found = [one for one in infographics.drawings((view,)) if one.infographic.kind in kinds]
    found.sort(key=lambda one: kinds.index(one.infographic.kind))
    frames = {one.id: {"slide": infographics.frame(one, SIZES["slide"], used)} for one in found}
    pictures = infographics.describe(tuple(found), frames)
    shown = [(one, picture, frames[one.id]["slide"]) for one, picture in zip(found, pictures, strict=True)]
    deck = decks.deck(view, shown, theme, used)
    if nested:
        deck = replace(deck, slides=tuple(replace(slide, frame=in_groups(slide.frame)) for slide in deck.slides))
    return decks.write(deck, used, chosen)


def in_groups(frame: Frame) -> Frame:
    """The frame with a part of it in a group, and a part of that in another one."""
    nowhere = Rect(0, 0, 0, 0)
    title = max(
        (place for place, item in enumerate(frame.items) if isinstance(item, Line) and item.purpose == "title"),
        default=0,
    )
    outer, inner = title + 1, title + 4
    items = [
        *frame.items[:outer],
        Spot(nowhere, "Outer", "begin"),
        *frame.items[outer:inner],
        Spot(nowhere, "Inner", "begin"),
        *frame.items[inner : inner + 4],
        Spot(nowhere, "Inner", "end"),
        Spot(nowhere, "Outer", "end"),
        *frame.items[inner + 4 :],
    ]
    return Frame(frame.width, frame.height, tuple(items))


def updated(edited: bytes, *fresh: bytes) -> Updated:
    """The edited deck brought up to date with decks made anew."""
    by_comparison = {str(pptx_of(data).slides[0]._element.cSld.get("name")).partition("/")[0]: data for data in fresh}
    return decks.update(edited, "deck.pptx", lambda comparison, theme, options: by_comparison.get(comparison))


def pptx_of(data: bytes) -> Any:
    """The presentation in those bytes."""
    return pptx.Presentation(io.BytesIO(data))


def saved(file: Any) -> bytes:
    """A presentation as python-pptx saves it."""
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def parts(data: bytes) -> Mapping[str, bytes]:
    """The parts of a file by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert len(set(archive.namelist())) == len(archive.namelist())
        return {name: archive.read(name) for name in archive.namelist()}


def packed(found: Mapping[str, bytes]) -> bytes:
    """A file of those parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in found.items():
            archive.writestr(name, data)
    return stream.getvalue()


def all_shapes(slide: Any) -> list[Any]:
    """Every shape of a slide, those in groups too."""
    return list(shapes(slide._element.cSld.spTree))


def by_name(slide: Any, end: str) -> Any:
    """The shape whose name ends so."""
    found = [one for one in all_shapes(slide) if (label := label_of(one)) is not None and label.name.endswith(end)]
    assert len(found) == 1, (end, [about(one).get("name") for one in all_shapes(slide)])
    return found[0]


def slide_of(file: Any, end: str) -> Any:
    """The slide whose address ends so."""
    return next(slide for slide in file.slides if str(slide._element.cSld.get("name")).endswith(end))


def texts(slide: Any) -> list[str]:
    """What stands in the shapes of a slide."""
    return [said for one in all_shapes(slide) if (said := "".join(_pieces(one)))]


def _pieces(shape: Any) -> Iterator[str]:
    if not shape.tag.endswith("grpSp"):
        for piece in shape.iter("{*}t", "{*}br"):
            yield " " if piece.tag.endswith("br") else piece.text or ""


def written(element: Any) -> bytes:
    """An element as text, without what only numbers it."""
    copy = etree.fromstring(etree.tostring(element))
    for one in copy.iter("{*}cNvPr"):
        one.set("id", "0")
    for link in copy.iter("{*}hlinkClick"):
        link.attrib.clear()
    for group in [copy] if copy.tag.endswith("grpSp") else []:
        for inner in list(group)[2:]:
            group.remove(inner)
    etree.cleanup_namespaces(copy)
    return bytes(etree.tostring(copy, method="c14n"))


def every(shapes: Any) -> Iterator[Any]:
    """The shapes and those in groups, as python-pptx has them."""
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from every(shape.shapes)
        else:
            yield shape
