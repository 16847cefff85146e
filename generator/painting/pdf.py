"""A PDF file that reads as it looks: matplotlib's, with a language, a title for the window, and tags.

In: a `Job` and what draws it. Out: the file. Tags are a figure with its alternative text, which is everything that
is no text, and a paragraph for every text, in the order of the frame.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from matplotlib import _text_helpers
from matplotlib.backends import backend_pdf
from matplotlib.font_manager import FontPath, FontProperties
from matplotlib.ft2font import LoadFlags

from generator.layout import Line
from generator.painting.job import Job
from generator.painting.lean_fonts import lean
from generator.painting.pdf_objects import CompactFile

_matplotlib: Any = backend_pdf  # it has no types
Name, Op, Verbatim = _matplotlib.Name, _matplotlib.Op, _matplotlib.Verbatim

# That of all texts; PNG files say the same.
_LANGUAGE = "en"
_SILENT = dict.fromkeys(("Creator", "Producer", "CreationDate"))
# PDF counts glyphs' widths in thousandths of an em.
_EM = 1000


@dataclass(slots=True)
class _Part:
    """A part of the structure: `marks` are the numbers of what is drawn of it."""

    kind: str
    marks: list[int] = field(default_factory=list)


def written(job: Job, draw: Callable[[Any], None]) -> bytes:
    """The file of one page; `draw` gets a renderer that is as large as the frame."""
    pdf: Any = _TaggedFile(job)
    width, height = job.frame.width / 72, job.frame.height / 72
    pdf.newPage(width, height)
    renderer = _matplotlib.RendererPdf(pdf, 72, height, width)
    draw(renderer)
    renderer.finalize()
    pdf.finalize()
    data: bytes = pdf.written
    return data


class _TaggedFile(CompactFile):
    """Matplotlib writes catalogue and page before anything is drawn, so what they lead to is reserved there."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._figure = _Part("Figure")
        self._texts: list[_Part] = []
        self._marked: list[_Part] = []
        super().__init__({"Title": job.title, "Subject": job.description, **_SILENT})

    def writeObject(self, object: Any, contents: Any) -> None:  # noqa: N802
        kind = contents.get("Type") if isinstance(contents, dict) else None
        if kind == Name("Catalog"):
            self._structure = self.reserveObject("structure")
            contents |= {
                "Lang": _LANGUAGE,
                "ViewerPreferences": {"DisplayDocTitle": True},
                "MarkInfo": {"Marked": True},
                "StructTreeRoot": self._structure,
            }
        elif kind == Name("Page"):
            self._page = object
            contents |= {"StructParents": 0, "Tabs": Name("S")}
        super().writeObject(object, contents)

    @contextmanager
    def marked(self, *, text: bool) -> Iterator[None]:
        """What is drawn meanwhile is one text, or belongs to the figure."""
        part = self._figure
        if text:
            part = _Part("P")
            self._texts.append(part)
        number = len(self._marked)
        self._marked.append(part)
        part.marks.append(number)
        self.output(Name(part.kind), {"MCID": number}, Verbatim(b"BDC"))
        yield
        self.output(Verbatim(b"EMC"))

    def embedTTF(self, filename: Any, subset_index: int, charmap: Any) -> Any:  # noqa: N802
        font = FontPath(lean(filename), 0)
        self._character_tracker.glyph_maps[font] = self._character_tracker.glyph_maps[filename]
        return super().embedTTF(font, subset_index, charmap)

    def finalize(self) -> None:
        self.endStream()
        self._write_structure()
        super().finalize()

    def _write_structure(self) -> None:
        whole, parts = self.reserveObject("document"), [self._figure, *self._texts]
        places = {id(part): self.reserveObject("part") for part in parts}
        for part in parts:
            marks = part.marks[0] if len(part.marks) == 1 else part.marks
            element = {"S": Name(part.kind), "P": whole, "Pg": self._page, "K": marks}
            self.writeObject(places[id(part)], element | (self._seen() if part is self._figure else {}))
        self.writeObject(whole, {"S": Name("Document"), "P": self._structure, "K": list(places.values())})
        owners = [places[id(part)] for part in self._marked]
        tree = {"Nums": [0, owners]}
        root = {"Type": Name("StructTreeRoot"), "K": [whole], "ParentTree": tree, "ParentTreeNextKey": 1}
        self.writeObject(self._structure, root)

    def _seen(self) -> dict[str, Any]:
        frame = self._job.frame
        box = {"O": Name("Layout"), "Placement": Name("Block"), "BBox": [0, 0, frame.width, frame.height]}
        return {"Alt": self._job.description, "A": box}


def draw_line(renderer: Any, gc: Any, line: Line, font: FontProperties, y: float) -> None:
    """The line as text, its baseline at `y`. Tracked text is one text too, in which every letter has its place."""
    if len(line.spans) == 1:
        renderer.draw_text(gc, line.rect.x + line.spans[0][1], y, line.spans[0][0], font, 0)
        return
    renderer.check_gc(gc, gc.get_rgb())
    write = renderer.file.output
    write(Op.gsave)
    write(1, 0, 0, 1, line.rect.x, y, Op.concat_matrix)
    write(Op.begin_text)
    pen = 0.0
    for name, glyphs in groupby(_glyphs(renderer, line, font), key=lambda glyph: glyph.font):
        write(name, line.size, Op.selectfont)
        run: list[float | bytes] = []
        for glyph in glyphs:
            step = round((pen - glyph.x) / line.size * _EM, 2)
            run += [step, glyph.code.to_bytes(2, "big")] if step else [glyph.code.to_bytes(2, "big")]
            pen += (glyph.advance - step) * line.size / _EM
        write(run, Op.showkern)
    write(Op.end_text)
    write(Op.grestore)


class _Glyph(NamedTuple):
    """A glyph by the name of its font in the file and its code there, at `x` points from the line's start.

    `advance` is as wide as the file says that it is.
    """

    font: Any
    code: int
    x: float
    advance: int


def _glyphs(renderer: Any, line: Line, font: FontProperties) -> Iterator[_Glyph]:
    file, face = renderer.file, renderer._get_font_ttf(font)
    for text, start in line.spans:
        for item in _text_helpers.layout(text, face):
            subset, code = file._character_tracker.track_glyph(item.ft_object, item.char, item.glyph_index)
            name = file.fontName(FontPath(str(item.ft_object.fname), item.ft_object.face_index), subset)
            plain = item.ft_object.load_glyph(item.glyph_index, flags=LoadFlags.NO_SCALE | LoadFlags.NO_HINTING)
            yield _Glyph(name, code, start + item.x, round(plain.horiAdvance / item.ft_object.units_per_EM * _EM))
