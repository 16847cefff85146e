"""A company's template as it was given, looked at before anything is made of it.

In: its bytes. Out: the bytes of a presentation that can be opened. TemplateError: they are of something else.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

from generator.deck.options import LARGEST, Template
from generator.deck.package.office import package
from generator.problems import TemplateError

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of old formats, and of files with a password
_SECRET = "EncryptedPackage".encode("utf-16-le")
_TYPES = "[Content_Types].xml"
_KIND = "application/vnd.openxmlformats-officedocument.presentationml.{}.main+xml"
_PRESENTATION = _KIND.format("presentation")
_TAKEN = {_PRESENTATION, _KIND.format("template"), _KIND.format("slideshow")}
_MEGABYTE = 2**20
_MOST_XML = 64 * _MEGABYTE
_MOST_PARTS = 10_000
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError, LookupError)
_UNREADABLE = "is damaged; open it in PowerPoint and save it anew"


def presentation(template: Template) -> bytes:
    """The template as a presentation, with nothing in it that we do not open."""
    if fault := _whole(template.data):
        raise TemplateError(f"{template.name} {fault}.")
    try:
        parts = _parts(template)
    except _BROKEN as error:
        raise TemplateError(f"{template.name} {_UNREADABLE}.") from error
    if fault := _content(parts):
        raise TemplateError(f"{template.name} {fault}.")
    try:
        parts[_TYPES] = _as_presentation(parts[_TYPES])
    except ElementTree.ParseError as error:
        raise TemplateError(f"{template.name} {_UNREADABLE}.") from error
    return package(parts)


def _whole(data: bytes) -> str:
    """What is wrong with a file that is no package at all."""
    if len(data) > LARGEST:
        return f"is larger than {LARGEST // _MEGABYTE} MB, which no template is"
    if data.startswith(_OLD) and _SECRET in data:
        return "is protected by a password; take the password off in PowerPoint (File, Info, Protect) and save it"
    if data.startswith(_OLD):
        return "is of an old format; save it as .pptx or .potx in PowerPoint"
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return "is no PowerPoint file, or it is damaged; a template is a .pptx or a .potx"
    return ""


def _parts(template: Template) -> dict[str, bytes]:
    """Every part by name. TemplateError: they are too large, or need a password."""
    with zipfile.ZipFile(io.BytesIO(template.data)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if fault := _size(entries):
            raise TemplateError(f"{template.name} {fault}.")
        if any(entry.flag_bits & 1 for entry in entries):
            raise TemplateError(f"{template.name} is protected by a password; save it without one.")
        parts = {entry.filename: archive.read(entry) for entry in entries}
    if len(parts) < len(entries):
        raise zipfile.BadZipFile("two parts of one name")
    return parts


def _size(entries: list[zipfile.ZipInfo]) -> str:
    # Reading an entry never gives more than it says here.
    text = sum(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    whole = sum(entry.file_size for entry in entries)
    if len(entries) > _MOST_PARTS or text > _MOST_XML or whole > LARGEST:
        return f"unpacks to {whole // _MEGABYTE} MB in {len(entries)} parts, which is more than a template has"
    return ""


def _content(parts: dict[str, bytes]) -> str:
    """What is wrong with a package of these parts."""
    if parts.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument"):
        return "is an OpenDocument file; save it as .pptx or .potx"
    if _TYPES not in parts:
        return "is a ZIP, and no PowerPoint file; a template is a .pptx or a .potx"
    if b"macroEnabled" in parts[_TYPES] or any(name.endswith("vbaProject.bin") for name in parts):
        return "carries macros; save it as .pptx or .potx, which have none"
    if any(b"<!DOCTYPE" in data for name, data in parts.items() if name.endswith((".xml", ".rels"))):
        return "has a part that declares its own kind of document, which no program for slides writes"
    if b"http://purl.oclc.org/ooxml" in parts.get("ppt/presentation.xml", b""):
        return 'is saved as "Strict Open XML"; save it as an ordinary .pptx'
    if not any(kind in parts[_TYPES].decode("utf-8", "replace") for kind in _TAKEN):
        return f"is no presentation{_other(parts[_TYPES])}; a template is a .pptx or a .potx"
    return ""


def _other(types: bytes) -> str:
    found = re.search(rb"(wordprocessing|spreadsheet)ml", types)
    return {None: "", b"wordprocessing": ", but a text document", b"spreadsheet": ", but a workbook"}[
        found and found.group(1)
    ]


def _as_presentation(types: bytes) -> bytes:
    """The list of kinds with a presentation in it, where it was a template or a show."""
    root = ElementTree.fromstring(types)
    for entry in _entries(root):
        if entry.get("ContentType") in _TAKEN:
            entry.set("ContentType", _PRESENTATION)
    namespace = root.tag.partition("}")[0].lstrip("{")
    ElementTree.register_namespace("", namespace)
    return bytes(ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True))


def _entries(root: ElementTree.Element) -> Iterator[ElementTree.Element]:
    return (entry for entry in root if entry.tag.endswith("}Override"))
