"""An OpenDocument file as its content decides it, whatever the clock and the order in which fonts came to be numbered.

In: the bytes of a file as LibreOffice saves it. Out: the same document, the same bytes for the same one.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import count
from typing import Any

from lxml import etree

from generator import files

_KIND = "mimetype"
_LIST = "META-INF/manifest.xml"
_WITH_FACES = ("content.xml", "styles.xml")
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FAMILY = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}font-family"
_FACES = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}font-face-decls"
_PATH = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}full-path"
_NAME = f"{_STYLE}name"
_NAMED = tuple(f"{_STYLE}font-name{script}" for script in ("", "-asian", "-complex"))


def settled(data: bytes) -> bytes:
    """The file with fixed times, its parts in a fixed order, and fonts by names that follow from what they are."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    for name in _WITH_FACES:
        if name in parts:
            parts[name] = _with_faces_in_order(parts[name])
    if _LIST in parts:
        parts[_LIST] = _without_folders(parts[_LIST])
    # The kind comes first and is not compressed, so that it can be read without knowing of ZIP.
    ordered = sorted(parts.items(), key=lambda part: (part[0] != _KIND, part[0]))
    return files.packed(ordered, stored={_KIND})


def _with_faces_in_order(part: bytes) -> bytes:
    root = _read(part)
    names: dict[str, str] = {}
    for listed in root.iter(_FACES):
        names |= _named(listed)
    for element in root.iter() if names else ():
        for kind in _NAMED:
            if (old := element.get(kind)) in names:
                element.set(kind, names[old])
    return _written(root)


def _named(listed: Any) -> dict[str, str]:
    """Names fonts by what they are; LibreOffice numbers those of a family as they come. Out: new names by old."""
    faces = sorted(listed, key=_looks)
    found: dict[str, str] = {}
    for face in faces:
        family = str(face.get(_FAMILY, "")).strip("'")
        names = (family if not number else f"{family}{number}" for number in count())
        found[str(face.get(_NAME))] = next(name for name in names if name not in found.values())
    for face in faces:
        face.set(_NAME, found[str(face.get(_NAME))])
    listed[:] = faces
    return found


def _looks(face: Any) -> tuple[str, bytes]:
    """All of a font but its name."""
    copy = etree.fromstring(etree.tostring(face, with_tail=False))
    copy.attrib.pop(_NAME, None)
    return str(face.get(_FAMILY, "")), etree.tostring(copy, method="c14n")


def _without_folders(part: bytes) -> bytes:
    """The list of parts without what is none."""
    root = _read(part)
    for entry in list(_folders(root)):
        root.remove(entry)
    return _written(root)


def _folders(root: Any) -> Iterator[Any]:
    return (entry for entry in root if str(entry.get(_PATH)) != "/" and str(entry.get(_PATH)).endswith("/"))


def _read(part: bytes) -> Any:
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _written(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
