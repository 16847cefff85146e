"""Where things stand in a well-formed XML file, which its parser tells for the beginnings of tags only.

In: the bytes of the file. Out: spots in them, and their places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.problems import Place, line_and_column, split_lines

_TAG = re.compile(rb"<[^\s/>]*")
_ATTRIBUTE = re.compile(rb"""\s+([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')""")


@dataclass(frozen=True, slots=True)
class Spot:
    """Bytes of the file from `start` to `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file in UTF-8 without a byte order mark, and its name."""

    file: str
    data: bytes

    def tag(self, start: int) -> Spot:
        """The name of the tag that begins there."""
        found = _TAG.match(self.data, start)
        return Spot(start, found.end() if found else start + 1)

    def attributes(self, start: int) -> dict[str, tuple[Spot, Spot]]:
        """Each attribute of the tag that begins there, as typed, and its value without the quotes."""
        spots, end = {}, self.tag(start).end
        while found := _ATTRIBUTE.match(self.data, end):
            end = found.end()
            spots[found[1].decode()] = (Spot(found.start(1), end), Spot(found.start(2) + 1, end - 1))
        return spots

    def place(self, start: int) -> Place:
        """The place of a byte."""
        text = self.data[:start].decode()
        return Place(self.file, *line_and_column(text, len(text)))

    def width(self, spot: Spot) -> int:
        """How many characters of the spot stand on its first line."""
        return len(split_lines(self.data[spot.start : spot.end].decode(errors="ignore"))[0])
