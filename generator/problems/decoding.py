"""The bytes of a file that an editor saved, as text.

In: bytes and the name that problems carry. Out: the text, or the problem with its size or its encoding.
"""

from __future__ import annotations

from generator.problems.characters import place_in
from generator.problems.errors import Place, Problem

MAX_BYTES = 1_000_000
# How deep the parts of a file may be nested, and how many of its problems are told.
MAX_DEPTH = 32
MAX_PROBLEMS = 100


def text_of(data: bytes, file: str) -> tuple[str, Problem | None]:
    """The text of a file in UTF-8; what keeps it from being read."""
    if len(data) > MAX_BYTES:
        fix = "split it or shorten its texts"
        return "", Problem("file-too-large", Place(file), f"the file is larger than {MAX_BYTES // 1000} kB", fix)
    fix = "save the file as UTF-8 in the editor"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:4].count(0) > 1:
        return "", Problem("wrong-encoding", Place(file, 1, 1), "the file is saved as UTF-16", fix)
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        place = Place(file, *place_in(data[: error.start].decode("utf-8-sig", "replace"), len(data)))
        byte = data[error.start : error.start + 1]
        meant = byte.decode("cp1252", "ignore")
        seen = f'"{meant}" is saved in another encoding' if meant else "there is a byte of another encoding"
        message = f"{seen} (byte {byte[0]:#04x}), not in UTF-8"
        return "", Problem("wrong-encoding", place, message, fix, width=1)
