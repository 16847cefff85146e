"""The parts of an Office file as one file, whose bytes are decided by what is in it.

In: names and bytes. Out: a ZIP, the same on every machine and every day.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator import files

# What says what the other parts of a package are: some programs expect it first.
_TYPES = "[Content_Types].xml"


def package(parts: Mapping[str, bytes]) -> bytes:
    """The parts of an Office file, in the order of their names; when one was written is nobody's matter."""
    return files.packed(sorted(parts.items(), key=lambda part: (part[0] != _TYPES, part[0])))
