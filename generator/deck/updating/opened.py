"""A deck's file, opened only if it is one that can be brought up to date.

In: its bytes. Out: the presentation. UsageError, in clear words, for everything else.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.etree.ElementTree import ParseError

import pptx
from lxml import etree
from pptx.exc import PythonPptxError

from generator.deck.package import properties
from generator.problems import UsageError

_MAIN = b"presentationml.presentation.main+xml"
_COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_MOST = 1 << 30  # bytes of all parts: more than any deck, less than would fill a machine
_FAULTS = (PythonPptxError, KeyError, ValueError, AttributeError, TypeError, IndexError, ParseError, etree.LxmlError)


def opened(data: bytes, name: str) -> Any:
    """The presentation. UsageError: the file is none, or not one that may be written anew."""
    if data.startswith(_COMPOUND):
        if _PROTECTED in data:
            raise UsageError(f"{name} is protected by a password; save it without one first")
        raise UsageError(f"{name} is a file of PowerPoint 97–2003; save it as .pptx first")
    types = _types(data, name)
    if b"macroEnabled" in types or b"vbaProject" in types:
        raise UsageError(f"{name} has macros, which are left alone; save it as .pptx, without macros, first")
    if _MAIN not in types:
        raise UsageError(f"{name} is no PowerPoint presentation (.pptx)")
    try:
        return _read(data)
    except (*_FAULTS, zipfile.BadZipFile, NotImplementedError, RecursionError, OSError, EOFError) as error:
        raise UsageError(f"{name} is broken: {error}") from error


def _read(data: bytes) -> Any:
    file = pptx.Presentation(io.BytesIO(data))
    properties.mend(file)
    for slide in file.slides:  # what is broken shows now, before anything is changed
        str(slide.slide_layout.slide_master.name)
        slide.element.cSld.spTree.xpath("./p:sp")
    return file


def _types(data: bytes, name: str) -> bytes:
    """The list of the parts' kinds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST:
                raise UsageError(f"{name} is larger than a gigabyte when it is unpacked")
            if any(entry.flag_bits & 1 for entry in archive.infolist()):
                raise UsageError(f"{name} is protected by a password; save it without one first")
            return archive.read("[Content_Types].xml")
    except KeyError as error:
        raise UsageError(f"{name} is no PowerPoint presentation (.pptx)") from error
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise UsageError(f"{name} is no PowerPoint presentation (.pptx), or a broken one") from error
