"""Objects compressed together: each is where the file says that it is, and what people look for is in plain."""

from __future__ import annotations

import re
import zlib
from typing import Any

import pytest
from matplotlib.backends import backend_pdf

from generator.painting.pdf_objects import CompactFile

FREE, PLAIN, PACKED = 0, 1, 2
_matplotlib: Any = backend_pdf


@pytest.fixture(scope="module")
def data() -> bytes:
    """A file of one page with one line."""
    pdf: Any = CompactFile({"Title": "A title", "Creator": None, "Producer": None, "CreationDate": None})
    pdf.newPage(4, 3)
    pdf.output(1, 2, _matplotlib.Op.moveto, 3, 4, _matplotlib.Op.lineto, _matplotlib.Op.stroke)
    pdf.finalize()
    written: bytes = pdf.written
    return written


def stream_at(data: bytes, start: int) -> tuple[bytes, bytes]:
    """What is said of the stream that begins there, and what it holds."""
    found = re.compile(rb"\d+ 0 obj\n(.*?)\nstream\n(.*?)\nendstream\nendobj", re.DOTALL).match(data, start)
    assert found
    return found[1], zlib.decompress(found[2])


def places(data: bytes) -> list[tuple[int, int, int]]:
    """Kind and two numbers of each object by its number."""
    begin = re.search(rb"startxref\n(\d+)\n%%EOF\n$", data)
    assert begin
    head, rows = stream_at(data, int(begin[1]))
    assert b"/Type /XRef" in head
    assert b"/W [ 1 3 2 ]" in head
    assert f"/Size {len(rows) // 6}".encode() in head
    return [
        (row[0], int.from_bytes(row[1:4], "big"), int.from_bytes(row[4:], "big"))
        for row in (rows[at : at + 6] for at in range(0, len(rows), 6))
    ]


def test_each_object_is_where_the_file_says(data: bytes) -> None:
    found = places(data)
    assert found[0] == (FREE, 0, 0)
    assert {kind for kind, *_ in found[1:]} == {PLAIN, PACKED}
    for number, (kind, at, index) in enumerate(found[1:], 1):
        if kind == PLAIN:
            assert data.startswith(b"%d 0 obj\n" % number, at)
            assert index == 0
        else:
            holder, begin, _ = found[at]
            assert holder == PLAIN
            head, held = stream_at(data, begin)
            first = int(re.search(rb"/First (\d+)", head)[1])  # type: ignore[index]
            listed = list(map(int, held[:first].split()))
            assert listed[2 * index] == number
            assert held[first + listed[2 * index + 1] - 1 :][:1] in (b"\n", b" ")


def test_what_a_person_may_look_for_is_plain(data: bytes) -> None:
    assert data.startswith(b"%PDF-1.5\n")
    for words in (b"/Type /Catalog", b"/MediaBox [ 0 0 288 216 ]", b"/Title (A title)"):
        assert words in data
