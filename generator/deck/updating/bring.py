"""Elements taken from one file into another, with what they refer to.

In: an element of a slide. Out: a copy of it that belongs to a slide of another file.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from generator.deck.shapes.elements import DECORATION
from generator.deck.updating.namespaces import GROUP, SHAPES, A, P, R, about, frame

_REFERRING = ("image", "hyperlink")
# Few elements refer to anything; to look at the attributes of all others takes as long as to bring a slide up to date.
_REFERRERS = etree.XPath("descendant-or-self::*[@r:*]", namespaces={"r": R.strip("{}")})
_USUAL = (*_REFERRING, "slideLayout", "notesSlide")


def brought(element: Any, source: Any, target: Any) -> Any:
    """A copy of an element of the part `source` for the part `target`."""
    copy = deepcopy(element)
    for one in _REFERRERS(copy):
        for name, number in one.items():
            if name.startswith(R) and number in source.rels:
                one.set(name, _related(source.rels[number], target))
    return copy


def _related(relation: Any, target: Any) -> str:
    if relation.is_external:
        return str(target.relate_to(relation.target_ref, relation.reltype, is_external=True))
    return str(target.relate_to(part_like(relation.target_part, target.package), relation.reltype))


def part_like(part: Any, package: Any) -> Any:
    """The part of a package with the same bytes, made if there is none."""
    names = set()
    for one in package.iter_parts():
        if one.content_type == part.content_type and one.blob == part.blob:
            return one
        names.add(str(one.partname))
    stem, _, ending = str(part.partname).rpartition(".")
    stem = stem.rstrip("0123456789")
    wanted = [str(part.partname), *(f"{stem}{number}.{ending}" for number in range(1, len(names) + 2))]
    name = PackURI(next(one for one in wanted if one not in names))
    return Part(name, part.content_type, package, part.blob)


def forget_unused(part: Any) -> None:
    """Takes away relationships of pictures and links that nothing on the slide uses any more."""
    used = {value for one in _REFERRERS(part._element) for name, value in one.items() if name.startswith(R)}
    for number, relation in list(part.rels.items()):
        if relation.reltype.rpartition("/")[2] in _REFERRING and number not in used:
            part.rels.pop(number)


def is_plain(slide: Any) -> bool:
    """Whether nothing but shapes is on the slide, and nothing outside it speaks of them, as comments do."""
    tree = slide._element.cSld.spTree
    groups = [tree, *tree.iter(GROUP)]
    known = {*SHAPES, f"{P}nvGrpSpPr", f"{P}grpSpPr", f"{P}extLst"}
    kinds = {relation.reltype.rpartition("/")[2] for relation in slide.part.rels.values()}
    return kinds <= set(_USUAL) and all(one.tag in known for group in groups for one in group)


def set_frame(shape: Any, wanted: Any) -> None:
    """Puts a shape where another one lies; `wanted` is that one's frame, None: where the layout says."""
    old = frame(shape)
    if old is not None and wanted is not None:
        new = deepcopy(wanted)
        new.tag = old.tag
        old.getparent().replace(old, new)
    elif old is not None:
        old.getparent().remove(old)
    elif wanted is not None:
        new = deepcopy(wanted)
        new.tag = f"{A}xfrm"
        shape.find(f"{P}spPr").insert(0, new)


def put_in_place(old: Any, new: Any) -> None:
    """The new shape stands where the old one stood among the others, and has what other programs know it by."""
    about(new).set("id", about(old).get("id"))
    keep_extensions(about(old), about(new))
    data, properties = old.find(f"./*/{P}nvPr/{P}custDataLst"), new.find(f"./*/{P}nvPr")
    if data is not None and properties is not None:
        properties.append(data)
    old.getparent().replace(old, new)


def keep_extensions(old: Any, new: Any) -> None:
    """Comments name the shapes that they are about by an extension of PowerPoint's. What has words is no decoration."""
    mine, theirs = new.find(f"{A}extLst"), old.find(f"{A}extLst")
    if theirs is None:
        return
    if mine is None:
        mine = new.makeelement(f"{A}extLst", {})
        new.append(mine)
    known = {extension.get("uri") for extension in mine} | ({DECORATION} if new.get("descr") else set())
    mine.extend(extension for extension in list(theirs) if extension.get("uri") not in known)
