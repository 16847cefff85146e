"""Files that are not text: whether one is what its name says, and whole.

In: a name and bytes. Out: what is wrong, or nothing. Files are taken apart as far as their outer form goes, which is
where one that was cut off or exchanged shows; nothing of it is drawn.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from xml.parsers import expat

from generator.problems.errors import Place, Problem

_POINTER = b"version https://git-lfs.github.com/spec/"


def broken_files(found: Iterable[tuple[str, Path]]) -> Iterator[Problem]:
    """One problem for each file, by the name it is told by, that cannot be published as it is. OSError."""
    for name, path in found:
        if flaw := _flaw(path.suffix, path.read_bytes()):
            yield Problem("broken-file", Place(name), *flaw)


def _flaw(suffix: str, data: bytes) -> tuple[str, str] | None:
    """What is wrong with a file, and the fix."""
    if data.startswith(_POINTER):
        fix = "fetch the file with git lfs pull; in CI, check out with lfs: true"
        return "this is the pointer that Git LFS leaves in place of a file", fix
    kind = suffix.lower().lstrip(".")
    if kind not in _KINDS:
        return None
    title, is_it, whole = _KINDS[kind]
    fix = f"put the {title} here again, from where it came"
    if not data:
        return f"the file is empty and should be a {title}", fix
    if not is_it(data):
        other = next((_KINDS[one][0] for one in _TOLD_APART if _KINDS[one][1](data)), None)
        if other:
            return f"this is no {title} but a {other}", f"save it as a {title}, or give it the name of what it is"
        return f"this is no {title}, whatever its name says", fix
    return None if whole(data) else (f"the {title} is cut off or damaged", fix)


def no_text(data: bytes, wanted: str, fix: str) -> tuple[str, str] | None:
    """That a file which should be a text is something else, and the fix; None where nothing speaks against a text."""
    if data.startswith(_POINTER):
        return _flaw("", data)
    other = next((title for title, is_it in _NO_TEXTS if is_it(data)), "")
    return (f"this is no {wanted} but {other}", fix) if other else None


def _number(data: bytes, at: int, size: int = 4) -> int:
    """A big-endian number; one that lies beyond the end is larger than any file."""
    part = data[at : at + size]
    return int.from_bytes(part, "big") if len(part) == size else 1 << 64


def _little(data: bytes, at: int, size: int = 4) -> int:
    """The same with the lowest byte first."""
    return _number(data[at : at + size][::-1], 0, size)


def _begins(*beginnings: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(beginnings)


def _png(data: bytes) -> bool:
    at = 8
    while at + 12 <= len(data):
        end = at + 12 + _number(data, at)
        if end > len(data) or zlib.crc32(data[at + 4 : end - 4]) != _number(data, end - 4):
            return False
        if data[at + 4 : at + 8] == b"IEND":
            return True
        at = end
    return False


def _jpeg(data: bytes) -> bool:
    # A small picture within the picture ends too: the end counts that comes after the last scan.
    return data.rfind(b"\xff\xd9") > data.rfind(b"\xff\xda") > 0


def _gif(data: bytes) -> bool:
    at = _after_colours(data, 10, 13)
    while at < len(data):
        block = data[at]
        if block == 0x3B:
            return True
        if block == 0x21:
            at += 2
        elif block == 0x2C:
            at = _after_colours(data, at + 9, at + 10) + 1
        else:
            return False
        while (size := _number(data, at, 1)) and at < len(data):
            at += 1 + size
        at += 1
    return False


def _after_colours(data: bytes, flags: int, at: int) -> int:
    """Where a GIF goes on after the table of colours at `at`, if its flags say that there is one."""
    packed = _number(data, flags, 1)
    return at + (3 << ((packed & 7) + 1) if packed & 0x80 else 0)


def _webp(data: bytes) -> bool:
    return 20 < len(data) <= _little(data, 4) + 9 and _little(data, 4) + 8 <= len(data)


def _icon(data: bytes) -> bool:
    entries = range(6, 6 + 16 * _little(data, 4, 2), 16)
    parts = [(_little(data, at + 12), _little(data, at + 8)) for at in entries]
    beginnings = (b"\x89PNG", b"\x28\0\0\0")  # a PNG or a bitmap
    return bool(parts) and all(
        start + size <= len(data) and data.startswith(beginnings, start) for start, size in parts
    )


def _boxes(data: bytes) -> bool:
    """AVIF and MP4: boxes, each with its length, that fill the file."""
    at = 0
    while at < len(data):
        size = _number(data, at)
        if size == 1:
            size = _number(data, at + 8, 8)
        if size == 0:
            return True
        if size < 8:
            return False
        at += size
    return at == len(data)


def _sfnt(data: bytes) -> bool:
    """TrueType and OpenType: every table that the directory lists lies within the file."""
    entries = [12 + 16 * index for index in range(_number(data, 4, 2) if len(data) >= 12 else 0)]
    tables = {data[at : at + 4] for at in entries}
    within = all(_number(data, at + 8) + _number(data, at + 12) <= len(data) for at in entries)
    return within and tables >= {b"cmap", b"head", b"hmtx", b"maxp"}


def _web_font(data: bytes) -> bool:
    return _number(data, 8) == len(data) > 48


def _web_font_2(data: bytes) -> bool:
    return _web_font(data) and _number(data, 20) + 48 <= len(data)


def _pdf(data: bytes) -> bool:
    return b"%%EOF" in data[-2048:]


def _zip(data: bytes) -> bool:
    """The list at the end is whole and where the file says it is."""
    end = data.rfind(b"PK\5\6")
    if end < 0 or len(data) < end + 22 + _little(data, end + 20, 2):
        return False
    size, start = _little(data, end + 12), _little(data, end + 16)
    return start == 0xFFFFFFFF or (start + size <= end and data.startswith((b"PK\1\2", b"PK\5\6"), start))


def _svg(data: bytes) -> bool:
    """Sound XML; a browser shows nothing of an SVG that is not."""
    parser = expat.ParserCreate()
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError):
        return False
    return True


def _is_box(data: bytes) -> bool:
    return data[4:8] == b"ftyp"


def _is_svg(data: bytes) -> bool:
    return b"<svg" in data or b":svg" in data


def _holds(*names: bytes) -> Callable[[bytes], bool]:
    """A ZIP archive with a file of one of these names."""
    return lambda data: data.startswith(b"PK\3\4") and any(name in data for name in names)


def _is_page(data: bytes) -> bool:
    return bool(re.match(rb"(\xef\xbb\xbf)?\s*<(!doctype html|html[\s>])", data[:200], re.IGNORECASE))


def _any(_: bytes) -> bool:
    return True


_Kind = tuple[str, Callable[[bytes], bool], Callable[[bytes], bool]]
_FONT = _begins(b"\0\1\0\0", b"OTTO", b"true")
# By the ending of a name: what it is, how it begins, and whether all of it is there.
_KINDS: dict[str, _Kind] = {
    "png": ("PNG picture", _begins(b"\x89PNG\r\n\x1a\n"), _png),
    "jpg": ("JPEG picture", _begins(b"\xff\xd8\xff"), _jpeg),
    "gif": ("GIF picture", _begins(b"GIF87a", b"GIF89a"), _gif),
    "webp": ("WebP picture", lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP", _webp),
    "avif": ("AVIF picture", _is_box, _boxes),
    "ico": ("ICO picture", _begins(b"\0\0\1\0"), _icon),
    "svg": ("SVG picture", _is_svg, _svg),
    "ttf": ("TrueType font", _FONT, _sfnt),
    "otf": ("OpenType font", _FONT, _sfnt),
    "woff": ("WOFF font", _begins(b"wOFF"), _web_font),
    "woff2": ("WOFF2 font", _begins(b"wOF2"), _web_font_2),
    "pdf": ("PDF file", _begins(b"%PDF-"), _pdf),
    "zip": ("ZIP archive", _begins(b"PK\3\4", b"PK\5\6"), _zip),
    "mp4": ("MP4 film", _is_box, _boxes),
    "webm": ("WebM film", _begins(b"\x1aE\xdf\xa3"), _any),
}
# What a file may turn out to be; a ZIP archive and a box may be many things.
_TOLD_APART = ("png", "jpg", "gif", "webp", "svg", "ttf", "woff", "woff2", "pdf")
_KINDS |= {"jpeg": _KINDS["jpg"], "docx": ("Word file", *_KINDS["zip"][1:]), "xlsx": ("Excel file", *_KINDS["zip"][1:])}
_KINDS |= {"pptx": ("PowerPoint file", *_KINDS["zip"][1:])}
# What people save under the name of a text, with its article; what a ZIP archive holds tells it from others.
_NO_TEXTS: tuple[tuple[str, Callable[[bytes], bool]], ...] = (
    ("a Word document", _holds(b"word/")),
    ("an Excel workbook", _holds(b"xl/")),
    ("a PowerPoint presentation", _holds(b"ppt/")),
    ("an OpenDocument file", _holds(b"application/vnd.oasis.opendocument")),
    ("a ZIP archive", _holds(b"")),
    ("a document of an old version of Word, Excel or PowerPoint", _begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    ("an RTF document", _begins(b"{\\rtf")),
    ("a web page", _is_page),
    *((f"a {_KINDS[one][0]}", _KINDS[one][1]) for one in ("png", "jpg", "gif", "webp", "pdf")),
    ("a font", lambda data: b"\0" in data[:8] and any(_KINDS[one][1](data) for one in ("ttf", "woff", "woff2"))),
)
