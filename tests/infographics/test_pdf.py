"""Every kind of picture as a PDF: each line of its text reads back, and nothing else does."""

from __future__ import annotations

import pypdfium2

from generator.infographics import all_kinds, job
from generator.painting.paint import paint
from generator.painting.target import Target

from .conftest import Shown, _fonts


def test_all_text_of_a_pdf_reads_back(flagship: tuple[Shown, ...], kind: str) -> None:
    sizes = [picture for picture in flagship if "pdf" in picture.size.formats]
    picture = sizes[sorted(all_kinds()).index(kind) % len(sizes)]  # each kind in another size
    target = Target(picture.size.name, "light", "pdf")
    data = paint(job(picture.drawing, picture.frame, (target,), _fonts()))[target]
    # PDFium has a sign of its own for a hyphen at which a line ends. It goes through labels that stand beside each
    # other from left to right, in whatever order they are drawn, so the order as a whole is not compared here.
    read = " ".join(pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().replace("\ufffe", "-").split())
    lines = [line.text for line in picture.frame.lines]
    assert [line for line in lines if line not in read] == []
    assert sorted(read.replace(" ", "")) == sorted("".join(lines).replace(" ", ""))
