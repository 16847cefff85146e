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
from xml.etree import ElementTree

_TYPES = "[Content_Types].xml"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WHOLE = re.compile(r"-?\d+")
# Attributes that hold whole numbers, in hundredths of a point or in English Metric Units.
_NUMBERS = ("sz", "spc", "x", "y", "cx", "cy", "w", "h", "id")


def faults(data: bytes) -> list[str]:
    """Everything that is wrong with the package; nothing, if it can be opened as it is."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        twice = [f"{name}: stands twice" for name, count in Counter(names).items() if count > 1]
        parts = {name: archive.read(name) for name in names}
    first = [] if names[0] == _TYPES else [f"{names[0]}: stands before {_TYPES}"]
    found = [*first, *twice]
    trees = {}
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                trees[name] = ElementTree.fromstring(part)
            except ElementTree.ParseError as error:
                found.append(f"{name}: {error}")
    return [*found, *_types(trees, parts), *_relations(trees, parts), *_slides(trees), *_themes(trees)]


def _types(trees: dict[str, ElementTree.Element], parts: dict[str, bytes]) -> Iterator[str]:
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


def _relations(trees: dict[str, ElementTree.Element], parts: dict[str, bytes]) -> Iterator[str]:
    reached = {_TYPES}
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        reached.add(name)
        folder, _, file = name.rpartition("/_rels/")
        source = posixpath.join(folder, file.removesuffix(".rels")) if folder else ""
        known = [str(entry.get("Id")) for entry in tree]
        yield from (f"{name}: {id} stands twice" for id, count in Counter(known).items() if count > 1)
        if source and source not in parts:
            yield f"{name}: belongs to no part"
        elif source:
            used = {value for element in trees[source].iter() for key, value in element.items() if key.startswith(_R)}
            yield from (f"{source}: {id} leads nowhere" for id in sorted(used - set(known)))
        for entry in tree:
            if entry.get("TargetMode") != "External":
                target = str(entry.get("Target"))
                path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                reached.add(posixpath.normpath(path))
                if posixpath.normpath(path) not in parts:
                    yield f"{name}: {target} is not there"
    yield from (f"{name}: nothing leads to it" for name in parts if name not in reached)


def _slides(trees: dict[str, ElementTree.Element]) -> Iterator[str]:
    for name, tree in trees.items():
        if not re.fullmatch(r"ppt/(slides|slideLayouts|slideMasters|notesSlides|notesMasters)/\w+\.xml", name):
            continue
        shapes = list(tree.iter(f"{_P}cNvPr"))
        ids = Counter(shape.get("id") for shape in shapes)
        yield from (f"{name}: two shapes are number {id}" for id, count in ids.items() if count > 1)
        if name.startswith("ppt/slides/"):
            names = Counter(shape.get("name") for shape in shapes[1:])
            yield from (f"{name}: two shapes are called {text!r}" for text, count in names.items() if count > 1)
        for element in tree.iter():
            if not element.tag.startswith((_A, _P)) or element.tag == f"{_A}fld":
                continue
            for key in _NUMBERS:
                value = element.get(key)
                if value is not None and not element.tag.endswith("}ph") and not _WHOLE.fullmatch(value):
                    yield f"{name}: {key} is {value}"
            if min(int(element.get("cx", 0)), int(element.get("cy", 0))) < 0:
                yield f"{name}: something is less than nothing wide"
        for body in tree.iter(f"{_P}txBody"):
            if body.find(f"{_A}p") is None:
                yield f"{name}: a text without a paragraph"
        for ground in tree.iter(f"{_P}bgPr"):
            if ground.find(f"{_A}effectLst") is None:
                yield f"{name}: a ground without its list of effects"


def _themes(trees: dict[str, ElementTree.Element]) -> Iterator[str]:
    for name, tree in trees.items():
        if name.startswith("ppt/theme/"):
            for list_name in ("fillStyleLst", "lnStyleLst", "effectStyleLst", "bgFillStyleLst"):
                found = tree.find(f".//{_A}{list_name}")
                if found is None or len(found) < 3:
                    yield f"{name}: {list_name} has fewer than three steps"
