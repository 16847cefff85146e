"""The file that a deck is: a ZIP that every program reads, the same for the same parts."""

from __future__ import annotations

import io
import zipfile

from generator.deck.package.office import package

PARTS = {
    "ppt/b.xml": b"<b/>" * 1000,
    "[Content_Types].xml": b"<Types/>",
    "ppt/a.bin": bytes(range(256)),
    "ppt/nichts": b"",
    "ppt/größe.xml": b"<a/>",
}


def test_every_part_is_there_and_the_types_come_first() -> None:
    with zipfile.ZipFile(io.BytesIO(package(PARTS))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["[Content_Types].xml", "ppt/a.bin", "ppt/b.xml", "ppt/größe.xml", "ppt/nichts"]
        assert {name: archive.read(name) for name in archive.namelist()} == PARTS
        entries = archive.infolist()
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_DEFLATED}
    assert {(entry.date_time, entry.create_system) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 3)}
    assert {oct(entry.external_attr >> 16) for entry in entries} == {"0o100644"}


def test_the_order_of_parts_makes_no_difference() -> None:
    assert package(dict(reversed(PARTS.items()))) == package(PARTS)
