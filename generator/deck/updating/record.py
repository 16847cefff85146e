"""What a deck remembers of how it was made, in its custom properties, which every program keeps.

In: the choices of a person and the labels of all shapes. Out: docProps/custom.xml, and back.

Names tell who a shape is; the record tells what else there was, so that what people deleted is known from what is new,
and what placeholders were, whose names LibreOffice replaces.
"""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from generator.deck.updating.label import Label
from generator.deck.updating.signature import UNSAID, parse

_NAME = "Visavis"
_LENGTH = 250  # programs show, and some keep, no more than 255 characters of a property
_MOST = 4_000_000  # characters of a record that somebody may have made to be huge
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CONTENT = "application/vnd.openxmlformats-officedocument.custom-properties+xml"


@dataclass(frozen=True, slots=True)
class Written:
    """A slide as it was written: its labels in their order, and those of placeholders by their kind."""

    labels: tuple[Label, ...]
    held: Mapping[str, Label]


@dataclass(frozen=True, slots=True)
class Record:
    """`choices` made the deck; `looks` are colours and fonts by the theme, of which the file has one; `slides` are by
    address, in their order.
    """

    choices: Mapping[str, Any]
    looks: Mapping[str, Mapping[str, str]]
    slides: Mapping[str, Written] = field(default_factory=dict)


# --- as characters ----------------------------------------------------------------------------------------------------


def encode(record: Record) -> str:
    """The record in letters and digits."""
    slides = {
        address: {
            "shapes": [f"{label.what} ·{label.was.text}" for label in one.labels],
            "held": {kind: f"{label.what} ·{label.was}" for kind, label in one.held.items()},
        }
        for address, one in record.slides.items()
    }
    whole = {"edition": 2, "choices": record.choices, "looks": record.looks, "slides": slides}
    data = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return base64.b64encode(zlib.compress(data, 9)).decode()


def decode(said: str) -> Record | None:
    """The record in those characters, None if it cannot be read."""
    try:
        reader = zlib.decompressobj()
        whole = json.loads(reader.decompress(base64.b64decode(said, validate=True), _MOST))
        slides = {str(address): _read(address, one) for address, one in whole["slides"].items()}
        choices = dict(whole["choices"])
        # The first edition remembered the theme, and of its look alone.
        looks = whole["looks"] if whole["edition"] > 1 else {choices.pop("theme", "light"): whole["look"]}
        return Record(choices, {str(name): _look(look) for name, look in looks.items()}, slides)
    except (ValueError, KeyError, TypeError, AttributeError, zlib.error, binascii.Error, RecursionError):
        return None


def _look(said: Mapping[str, Any]) -> dict[str, str]:
    return {str(slot): str(value) for slot, value in said.items()}


def _read(address: str, one: Mapping[str, Any]) -> Written:
    # Of most shapes only the text is known here; the rest stands in their names.
    labels = tuple(_label(address, said) for said in one["shapes"])
    return Written(labels, {str(kind): _label(address, said) for kind, said in one["held"].items()})


def _label(address: str, said: str) -> Label:
    what, _, digits = said.rpartition(" ·")
    was = parse(digits) or parse(digits + UNSAID)
    if was is None:
        raise ValueError(said)
    return Label(f"{address}/{what}", was)


# --- as a part of the file --------------------------------------------------------------------------------------------


def put(file: Any, record: Record) -> None:
    """Writes the record into a presentation, beside properties of others."""
    package = file.part.package
    part = _part(package)
    root = etree.fromstring(part.blob)
    for entry in [entry for entry in root if str(entry.get("name")).startswith(f"{_NAME} ")]:
        root.remove(entry)
    said = encode(record)
    first = max((int(entry.get("pid")) for entry in root), default=1) + 1
    for number in range(0, len(said), _LENGTH):
        place = number // _LENGTH
        attributes = {"fmtid": _FORMAT, "pid": str(first + place), "name": f"{_NAME} {place + 1:03}"}
        entry = etree.SubElement(root, f"{{{_PROPERTIES}}}property", attributes)
        etree.SubElement(entry, f"{{{_TYPES}}}lpwstr").text = said[number : number + _LENGTH]
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def get(file: Any) -> Record | None:
    """The record of a presentation, None if it has none."""
    for relation in file.part.package._rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES and not relation.is_external:
            root = etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False))
            found = {str(one.get("name")): "".join(one.itertext()) for one in root}
            ours = sorted(name for name in found if name.startswith(f"{_NAME} "))
            return decode("".join(found[name] for name in ours)) if ours else None
    return None


def _part(package: Any) -> Any:
    for relation in package._rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES and not relation.is_external:
            return relation.target_part
    root = etree.Element(f"{{{_PROPERTIES}}}Properties", nsmap={None: _PROPERTIES, "vt": _TYPES})
    part = Part(PackURI("/docProps/custom.xml"), _CONTENT, package, etree.tostring(root))
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    return part
