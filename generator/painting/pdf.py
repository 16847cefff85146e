"""A PDF file that reads as it looks: matplotlib's, with a language, a title for the window, and tags.

In: a `Job`. Out: the file. Tags are a figure with its alternative text, which is everything that
is no text, and a paragraph for every text, in the order of the frame.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from itertools import groupby
from typing import Any, NamedTuple

from matplotlib.backends import backend_pdf
from matplotlib.font_manager import FontPath, get_font
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.transforms import Affine2D

from generator.layout import Line, Spot
from generator.painting import pdf_fonts, shapes
from generator.painting.job import Job
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


def written(job: Job) -> bytes:
    """The file of one page."""
    pdf: Any = _TaggedFile(job)
    width, height = job.frame.width / 72, job.frame.height / 72
    pdf.newPage(width, height)
    renderer = _matplotlib.RendererPdf(pdf, 72, height, width)
    _draw(renderer, job)
    renderer.finalize()
    pdf.finalize()
    data: bytes = pdf.written
    return data


def _draw(renderer: Any, job: Job) -> None:
    """Lines that share a room are one text, and what stands between texts belongs to the picture."""
    page = Affine2D().scale(1, -1).translate(0, job.frame.height)
    items = (item for item in job.frame.items if not isinstance(item, Spot))
    for room, part in groupby(items, key=lambda item: item.room if isinstance(item, Line) else None):
        with renderer.file.marked(text=room is not None):
            for item in part:
                if isinstance(item, Line):
                    _draw_line(renderer, item, job)
                else:
                    gc = shapes.pen(renderer, item, job.colours)
                    renderer.draw_path(gc, shapes.path(item), page, shapes.fill(item, job.colours))
                    gc.restore()


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
            about = {"Type": Name("Metadata"), "Subtype": Name("XML")}
            contents |= {
                "Lang": _LANGUAGE,
                "Metadata": self._stream("metadata", _metadata(self._job), about),
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

    def embedTTF(self, filename: Any, subset_index: int, charmap: dict[int, int]) -> Any:  # noqa: N802
        """`charmap` has the glyph of each code. As matplotlib does it, but that no font is cut twice."""
        part = pdf_fonts.part_of(str(filename), charmap.values())
        if part is None:
            return super().embedTTF(filename, subset_index, charmap)
        text_of = self._character_tracker.subset_to_unicode
        texts = {code: text_of(filename, subset_index, code) for code in charmap}
        name = Name(self._get_subsetted_psname(part.about["FontName"], charmap).encode("ascii", "replace"))
        descriptor = {"Type": Name("FontDescriptor"), **part.about, "FontName": name}
        program = {"Length1": len(part.program)}
        descriptor["FontFile2"] = self._stream("font program", part.program, program)
        glyphs = pdf_fonts.glyphs_by_code({code: part.numbers[glyph] for code, glyph in charmap.items()})
        font = {
            "Type": Name("Font"),
            "Subtype": Name("CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": {"Registry": "Adobe", "Ordering": "Identity", "Supplement": 0},
            "FontDescriptor": self._object("font descriptor", descriptor),
            "W": pdf_fonts.widths_by_code({code: part.widths[glyph] for code, glyph in charmap.items()}),
            "CIDToGIDMap": self._stream("glyphs by code", glyphs),
        }
        whole = {
            "Type": Name("Font"),
            "Subtype": Name("Type0"),
            "BaseFont": name,
            "Encoding": Name("Identity-H"),
            "DescendantFonts": [self._object("font", font)],
            "ToUnicode": self._stream("texts by code", pdf_fonts.texts_by_code(texts)),
        }
        return self._object("composite font", whole)

    def _object(self, name: str, contents: Any) -> Any:
        reference = self.reserveObject(name)
        self.writeObject(reference, contents)
        return reference

    def _stream(self, name: str, data: bytes, about: dict[str, Any] | None = None) -> Any:
        reference = self.reserveObject(name)
        self.outputStream(reference, data, extra=about)
        return reference

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


def _metadata(job: Job) -> bytes:
    """What PDF/UA asks for: that the file claims to be of it, and its title once more."""
    title = f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(job.title)}</rdf:li></rdf:Alt>'
    about = f"<dc:title>{title}</dc:title><pdfuaid:part>1</pdfuaid:part>"
    spaces = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'
    described = f'<rdf:Description rdf:about="" {spaces}>{about}</rdf:Description>'
    rdf = f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{described}</rdf:RDF>'
    whole = f'<x:xmpmeta xmlns:x="adobe:ns:meta/">{rdf}</x:xmpmeta>'
    return f'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>{whole}<?xpacket end="r"?>'.encode()


def _draw_line(renderer: Any, line: Line, job: Job) -> None:
    """The line as text. Tracked text is one text too, in which every letter has its place."""
    gc = renderer.new_gc()
    gc.set_foreground(job.colours[line.colour])
    renderer.check_gc(gc, gc.get_rgb())
    write = renderer.file.output
    write(Op.gsave)
    write(1, 0, 0, 1, line.rect.x, job.frame.height - line.rect.y - line.baseline, Op.concat_matrix)
    write(Op.begin_text)
    pen = 0.0
    for name, glyphs in groupby(_glyphs(renderer.file, line, job.fonts[line.weight]), key=lambda glyph: glyph.font):
        write(name, line.size, Op.selectfont)
        run: list[float | bytes] = []
        for glyph in glyphs:
            step = round((pen - glyph.x) / line.size * _EM)
            if step or not run:
                run += [step, b""] if step else [b""]
            run[-1] += glyph.code.to_bytes(2, "big")  # type: ignore[operator]
            pen += (glyph.advance - step) * line.size / _EM
        write(run, Op.showkern)
    write(Op.end_text)
    write(Op.grestore)
    gc.restore()


class _Glyph(NamedTuple):
    """A glyph by the name of its font in the file and its code there, at `x` points from the line's start.

    `advance` is as wide as the file says that it is, in thousandths of an em.
    """

    font: Any
    code: int
    x: float
    advance: int


def _glyphs(file: Any, line: Line, font: str) -> Iterator[_Glyph]:
    for text, start in line.spans:
        for shaped in _shaped(text, font):
            subset, code = file._character_tracker.track_glyph(shaped.face, shaped.text, shaped.glyph)
            name = file.fontName(FontPath(str(shaped.face.fname), shaped.face.face_index), subset)
            yield _Glyph(name, code, start + shaped.x * line.size / _EM, shaped.advance)


class _Shaped(NamedTuple):
    """A glyph of a text, with the characters that it stands for, `x` thousandths of an em from the text's start."""

    face: FT2Font
    text: str
    glyph: int
    x: float
    advance: int


@lru_cache(maxsize=8192)
def _shaped(text: str, font: str) -> tuple[_Shaped, ...]:
    """The same text stands in many sizes of a picture, each of them in two themes."""
    face = get_font(font)
    face.set_size(_EM, 72)
    found = []
    for item in face._layout(text, LoadFlags.NO_HINTING):
        plain = item.ft_object.load_glyph(item.glyph_index, flags=LoadFlags.NO_SCALE | LoadFlags.NO_HINTING)
        advance = round(plain.horiAdvance / item.ft_object.units_per_EM * _EM)
        found.append(_Shaped(item.ft_object, item.char, item.glyph_index, item.x, advance))
    return tuple(found)
