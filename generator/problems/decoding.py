"""The bytes of a file that an editor saved, as text.

In: bytes and the name that problems carry. Out: the text, or the problem with its size or its encoding.
"""

from __future__ import annotations

from generator.problems.binary_files import no_text
from generator.problems.characters import line_and_column
from generator.problems.errors import Place, Problem

MAX_BYTES = 1_000_000
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # byte order marks


def decode(
    data: bytes,
    file: str,
    wanted: str = "YAML text",
    mend: str = "save what it says as plain text in an editor, or move it out of the content",
) -> tuple[str, Problem | None]:
    """The text of a file in UTF-8; what keeps it from being read. Something else than what is `wanted` is `mend`ed."""
    if other := no_text(data, wanted, mend):
        return "", Problem("broken-file", Place(file), *other)
    if len(data) > MAX_BYTES:
        fix = "split it or shorten its texts"
        return "", Problem("file-too-large", Place(file), f"the file is larger than {MAX_BYTES // 1000} kB", fix)
    fix = "save the file as UTF-8 in the editor"
    if data.startswith(_UTF_16) or data[:4].count(0) > 1:
        return "", Problem("wrong-encoding", Place(file, 1, 1), "the file is saved as UTF-16", fix)
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        place = Place(file, *line_and_column(data[: error.start].decode("utf-8-sig", "replace"), len(data)))
        byte = data[error.start : error.start + 1]
        meant = byte.decode("cp1252", "ignore")
        seen = f'"{meant}" is saved in another encoding' if meant else "there is a byte of another encoding"
        message = f"{seen} (byte {byte[0]:#04x}), not in UTF-8"
        return "", Problem("wrong-encoding", place, message, fix, width=1)


def decode_lossy(data: bytes) -> str:
    """The text of a file for showing it, whatever its encoding; the byte order mark is not part of it."""
    return data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig", "replace")
