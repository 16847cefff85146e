"""What a deck says: its texts as python-pptx reads them, and those of the frames that it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from deck.subjects import opened
from generator.layout import Line

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def pictures(data: bytes) -> list[Any]:
    """The slides with pictures: all but the first and the last."""
    return list(opened(data).slides)[1:-1]


def texts(slide: Any) -> Iterator[tuple[str, str]]:
    """(name, text) of every text on the slide, groups opened, a break within a line as a blank."""
    for body in slide._element.iter(f"{P}txBody"):
        about = body.getparent().find(f"./*/{P}cNvPr")
        parts = [
            " " if part.tag == f"{A}br" else part.findtext(f"{A}t") or ""
            for paragraph in body.iter(f"{A}p")
            for part in paragraph
            if part.tag in (f"{A}r", f"{A}br")
        ]
        yield about.get("name"), "".join(parts)


def squeezed(text: str) -> str:
    return "".join(text.split())


def paragraphs(lines: Iterable[Line]) -> Iterator[str]:
    """Every paragraph once, however many lines it has."""
    before: object = None
    for line in lines:
        if line.glyphs and (line.room, line.paragraph, line.size, line.colour) != before:
            yield line.paragraph
        before = (line.room, line.paragraph, line.size, line.colour)
