"""What a font says of itself, of which a deck wants little: fontTools takes a tenth of a deck's time to be loaded.

In: the bytes of a TrueType or OpenType font. Out: its names and numbers. KeyError: the font has not that table.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cached_property

_MACINTOSH, _WINDOWS = 1, 3
_ENGLISH = {(_MACINTOSH, 0), (_WINDOWS, 0x409)}
_CODE_PAGES_AT = 78  # older tables end before them


@dataclass(frozen=True, slots=True)
class Classes:
    """What the table OS/2 says, as bytes where they go on as they are."""

    weight: int
    permission: int
    selection: int
    panose: bytes
    ranges: tuple[int, ...]
    pages: tuple[int, ...]


class FontTables:
    """The tables of a font; https://learn.microsoft.com/typography/opentype/spec/otff."""

    def __init__(self, data: bytes) -> None:
        (count,) = struct.unpack_from(">H", data, 4)
        entries = (struct.unpack_from(">4sIII", data, 12 + 16 * number) for number in range(count))
        self._tables = {tag: data[start : start + length] for tag, _, start, length in entries}

    @property
    def checksum(self) -> int:
        """What makes the sum over the whole file right."""
        (found,) = struct.unpack_from(">I", self._tables[b"head"], 8)
        return int(found)

    @cached_property
    def classes(self) -> Classes:
        """Weight, permissions, and for which writing it is made."""
        table = self._tables[b"OS/2"]
        weight, _, permission = struct.unpack_from(">HHH", table, 4)
        (selection,) = struct.unpack_from(">H", table, 62)
        pages = struct.unpack_from(">II", table, _CODE_PAGES_AT) if len(table) >= _CODE_PAGES_AT + 8 else (0, 0)
        return Classes(weight, permission, selection, table[32:42], struct.unpack_from(">4I", table, 42), pages)

    def name(self, number: int) -> str:
        """The name of that number: the first English one, or else the last of any language; "" if there is none."""
        table, found = self._tables[b"name"], ""
        _, count, texts = struct.unpack_from(">HHH", table)
        for place in range(count):
            platform, _, language, one, length, start = struct.unpack_from(">6H", table, 6 + 12 * place)
            if one == number:
                code = "mac_roman" if platform == _MACINTOSH else "utf_16_be"
                found = table[texts + start : texts + start + length].decode(code, "replace")
                if (platform, language) in _ENGLISH:
                    break
        return found
