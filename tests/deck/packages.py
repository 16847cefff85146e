"""What makes PowerPoint ask whether to repair a file, and validators do not tell: the faults of a package.

In: the bytes of a .pptx. Out: a sentence for each fault.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from lxml import etree

_TYPES = "[Content_Types].xml"
_SPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_DRAWN = re.compile(r"ppt/(slides|slideLayouts|slideMasters|notesSlides|notesMasters)/\w+\.xml")
_WHOLE = re.compile(r"-?\d+")
# Attributes that hold whole numbers, in hundredths of a point or in English Metric Units.
_NUMBERS = frozenset(("sz", "spc", "x", "y", "cx", "cy", "w", "h", "id"))
_OTHER = ("}fld", "}ph")  # whose id is a name of another kind, and whose size is a word
_STEPS = ("fillStyleLst", "lnStyleLst", "effectStyleLst", "bgFillStyleLst")

Trees = dict[str, Any]


def _finder(path: str) -> Any:
    return etree.XPath(path, namespaces=_SPACES)


_SHAPES = _finder("//p:cNvPr")
_RELATIONS = _finder("//@r:*")
_EMPTY_TEXTS = _finder("//p:txBody[not(a:p)] | //a:txBody[not(a:p)]")
_BARE_GROUNDS = _finder("//p:bgPr[not(a:effectLst or a:effectDag)]")


def faults(data: bytes) -> list[str]:
    """Everything that is wrong with the package; nothing, if it can be opened as it is."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        twice = [f"{name}: stands twice" for name, count in Counter(names).items() if count > 1]
        parts = {name: archive.read(name) for name in names}
    found = twice if names[0] == _TYPES else [f"{names[0]}: stands before {_TYPES}", *twice]
    trees, broken = {}, []
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                trees[name] = _tree(part)
            except etree.XMLSyntaxError as error:
                broken.append(f"{name}: {error}")
    if broken:
        return [*found, *broken]
    drawn = [f"{name}: {fault}" for name in trees if _DRAWN.fullmatch(name) for fault in _drawn(name, parts[name])]
    return [*found, *_types(trees, parts), *_relations(trees, parts), *drawn, *_themes(trees)]


# Many decks have the same slides.
@lru_cache(maxsize=300)  # those of one deck and of what decks share; all of them take half a gigabyte
def _tree(part: bytes) -> Any:
    return etree.fromstring(part)


def _types(trees: Trees, parts: dict[str, bytes]) -> Iterator[str]:
    listed = trees[_TYPES]
    defaults = {entry.get("Extension") for entry in listed if entry.tag.endswith("Default")}
    overrides = [str(entry.get("PartName")).lstrip("/") for entry in listed if entry.tag.endswith("Override")]
    yield from (f"{name}: has a type and is not there" for name in overrides if name not in parts)
    yield from (f"{name}: has two types" for name, count in Counter(overrides).items() if count > 1)
    for name in parts:
        ending = name.rpartition(".")[2]
        if name != _TYPES and name not in overrides and (ending not in defaults or ending == "xml"):
            yield f"{name}: has no type"
        if ending == "fntdata" and "fntdata" not in defaults:
            yield f"{name}: fonts want a type for their ending"


def _relations(trees: Trees, parts: dict[str, bytes]) -> Iterator[str]:
    reached = {_TYPES}
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        reached.add(name)
        folder, _, file = name.rpartition("/_rels/")
        source = posixpath.join(folder, file.removesuffix(".rels")) if folder else ""
        known = [str(entry.get("Id")) for entry in tree]
        yield from (f"{name}: {id} stands twice" for id, count in Counter(known).items() if count > 1)
        yield from (f"{name}: {fault}" for fault in _doubles(name, tree))
        if source and source not in parts:
            yield f"{name}: belongs to no part"
        elif source:
            used = set(map(str, _RELATIONS(trees[source]))) - {""}
            yield from (f"{source}: {id} leads nowhere" for id in sorted(used - set(known)))
        for entry in tree:
            if entry.get("TargetMode") != "External":
                target = str(entry.get("Target"))
                path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                reached.add(posixpath.normpath(path))
                if posixpath.normpath(path) not in parts:
                    yield f"{name}: {target} is not there"
    yield from (f"{name}: nothing leads to it" for name in parts if name not in reached)


def _doubles(name: str, tree: Any) -> Iterator[str]:
    """What is told twice where there is room for one, in whatever words."""
    inside = [entry for entry in tree if entry.get("TargetMode") != "External"]
    kinds = {(str(entry.get("Target")).lstrip("/"), str(entry.get("Type"))) for entry in inside}
    targets = Counter(target for target, _ in kinds)
    yield from (f"{target} is of two kinds" for target, count in targets.items() if count > 1)
    if name == "_rels/.rels":
        ends = Counter(str(entry.get("Type")).rpartition("/")[2] for entry in tree)
        yield from (f"there are two {end}" for end, count in ends.items() if count > 1)


@cache
def _drawn(name: str, part: bytes) -> tuple[str, ...]:
    """The faults of a slide, a layout, a master or notes."""
    tree = _tree(part)
    shapes = _SHAPES(tree)
    found = _twice("are number", (shape.get("id") for shape in shapes))
    if name.startswith("ppt/slides/"):
        found += _twice("are called", (shape.get("name") for shape in shapes[1:]))
    elements = tree.iter(*(f"{{{_SPACES[space]}}}*" for space in "ap"))
    attributes = (pair for element in elements if not element.tag.endswith(_OTHER) for pair in element.items())
    numbers = [(key, value) for key, value in attributes if key in _NUMBERS]
    found += [f"{key} is {value}" for key, value in numbers if not _WHOLE.fullmatch(value)]
    found += [f"something is {value} wide or high" for key, value in numbers if key in ("cx", "cy") and value[0] == "-"]
    found += ["a text without a paragraph" for _ in _EMPTY_TEXTS(tree)]
    found += ["a ground without its list of effects" for _ in _BARE_GROUNDS(tree)]
    return tuple(found)


def _twice(what: str, values: Iterator[str]) -> list[str]:
    return [f"two shapes {what} {value}" for value, count in Counter(values).items() if count > 1]


def _themes(trees: Trees) -> Iterator[str]:
    for name, tree in trees.items():
        if name.startswith("ppt/theme/"):
            for steps in _STEPS:
                found = tree.find(f".//a:{steps}", _SPACES)
                if found is None or len(found) < 3:
                    yield f"{name}: {steps} has fewer than three steps"
