"""A PDF file whose objects are compressed together, where matplotlib writes each of them as plain text.

In: what matplotlib's backend writes. Out: the same as PDF 1.5, which has streams of objects and of their places: a
tagged picture has some seventy objects, which were a sixth of its file. ISO 32000-1, 7.5.7 and 7.5.8.
"""

from __future__ import annotations

import io
from typing import Any

from matplotlib.backends import backend_pdf

_matplotlib: Any = backend_pdf  # it has no types
_HEAD, _NEWER_HEAD = b"%PDF-1.4", b"%PDF-1.5"
_IN_PLAIN = (_matplotlib.Name("Catalog"), _matplotlib.Name("Page"))
# What is said of an object: that it is free, where it begins, or in which stream of objects it is and at which place.
_FREE, _PLAIN, _PACKED = 0, 1, 2
_WIDTHS = (1, 3, 2)  # bytes of each of the three numbers


class CompactFile(_matplotlib.PdfFile):  # type: ignore[misc]
    """Objects that are no streams wait for the end of the file.

    What the file is called and how large its page is can be read without unpacking anything.
    """

    def __init__(self, metadata: dict[str, str | None]) -> None:
        self._packed: dict[int, bytes] = {}
        self.infoDict: dict[str, Any] = {}  # the catalogue is written before there is one
        self._data = io.BytesIO()
        super().__init__(self._data, metadata=metadata)

    @property
    def written(self) -> bytes:
        """The file, once it is finalized."""
        return self._data.getvalue().replace(_HEAD, _NEWER_HEAD, 1)

    def writeObject(self, object: Any, contents: Any) -> None:  # noqa: N802
        kind = contents.get("Type") if isinstance(contents, dict) else None
        if kind in _IN_PLAIN or contents is self.infoDict:
            super().writeObject(object, contents)
        else:
            self._packed[object.id] = _matplotlib.pdfRepr(contents)

    def writeXref(self) -> None:  # noqa: N802
        holder = self.reserveObject("objects")
        places, size = [], 0
        for number, data in self._packed.items():
            places.append(b"%d %d" % (number, size))
            size += len(data) + 1
        head = b" ".join(places) + b"\n"
        about = {"Type": _matplotlib.Name("ObjStm"), "N": len(places), "First": len(head)}
        self.outputStream(holder, head + b"\n".join(self._packed.values()), extra=about)
        self._write_places(holder.id)

    def _write_places(self, holder: int) -> None:
        own = self.reserveObject("cross-references")
        self.startxref = self.fh.tell()
        within = {number: index for index, number in enumerate(self._packed)}
        rows = [(_FREE, 0, 0)]
        for number, (offset, *_) in enumerate(self.xrefTable[1:], 1):
            packed = number in within
            at = self.startxref if number == own.id else offset
            rows.append((_PACKED, holder, within[number]) if packed else (_PLAIN, at, 0))
        data = b"".join(value.to_bytes(width, "big") for row in rows for value, width in zip(row, _WIDTHS, strict=True))
        about = {"Type": _matplotlib.Name("XRef"), "Size": len(rows), "W": list(_WIDTHS)}
        self.outputStream(own, data, extra={**about, "Root": self.rootObject, "Info": self.infoObject})

    def writeTrailer(self) -> None:  # noqa: N802
        self.write(b"startxref\n%d\n%%%%EOF\n" % self.startxref)
