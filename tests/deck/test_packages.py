"""What is looked for in a package is found: decks that were spoilt, each in one way."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from deck.decks import LINKS as FIRST_LINKS
from deck.decks import OF_LIBREOFFICE, RIGHT
from deck.packages import faults
from deck.subjects import file_of

Parts = dict[str, bytes]
SLIDE, TYPES = "ppt/slides/slide2.xml", "[Content_Types].xml"
LINKS = "ppt/slides/_rels/slide2.xml.rels"


def replaced(name: str, old: bytes, new: bytes) -> Callable[[Parts], None]:
    """The first `old` of a part is `new`."""

    def spoil(parts: Parts) -> None:
        assert old in parts[name], old
        parts[name] = parts[name].replace(old, new, 1)

    return spoil


def called_alike(parts: Parts) -> None:
    """The second shape has the first one's name."""
    head, *rest = parts[SLIDE].split(b' name="')
    names = [one.partition(b'"')[0] for one in rest]
    rest[3] = names[2] + rest[3][len(names[3]) :]
    parts[SLIDE] = b' name="'.join((head, *rest))


def numbered_alike(parts: Parts) -> None:
    replaced(SLIDE, b'<p:cNvPr id="3"', b'<p:cNvPr id="2"')(parts)


def not_first(parts: Parts) -> None:
    parts[TYPES] = parts.pop(TYPES)


def without_its_slide(parts: Parts) -> None:
    del parts[SLIDE]


def with_a_stray(parts: Parts) -> None:
    parts["ppt/media/image9.png"] = b""


def one_fill(parts: Parts) -> None:
    name = "ppt/theme/theme1.xml"
    head, _, rest = parts[name].partition(b"<a:fillStyleLst>")
    fills, _, tail = rest.partition(b"</a:fillStyleLst>")
    first = fills[: fills.index(b"</a:solidFill>")] + b"</a:solidFill>"
    parts[name] = head + b"<a:fillStyleLst>" + first + b"</a:fillStyleLst>" + tail


def without_paragraphs(parts: Parts) -> None:
    head, _, rest = parts[SLIDE].partition(b"<a:p>")
    parts[SLIDE] = head + rest[rest.index(b"</a:p>") + len(b"</a:p>") :]


def links(name: bytes, kind: bytes) -> Callable[[Parts], None]:
    """One more relationship to a part of properties."""
    entry = b'<Relationship Id="x" Type="http://schemas.openxmlformats.org/%s" Target="docProps/%s.xml"/>' % (
        kind,
        name,
    )
    return replaced(FIRST_LINKS, b"</Relationships>", entry + b"</Relationships>")


SPOILT: dict[str, tuple[Callable[[Parts], None], str]] = {
    "two shapes of one number": (numbered_alike, "two shapes are number 2"),
    "two shapes of one name": (called_alike, "two shapes are called"),
    "a type without its part": (
        replaced(TYPES, b"</Types>", b'<Override PartName="/ppt/a.xml" ContentType="text/xml"/></Types>'),
        "ppt/a.xml: has a type and is not there",
    ),
    "a part with two types": (
        replaced(TYPES, b"</Types>", b'<Override PartName="/ppt/presentation.xml" ContentType="text/xml"/></Types>'),
        "ppt/presentation.xml: has two types",
    ),
    "a part without a type": (
        replaced(TYPES, b'PartName="/ppt/slides/slide2.xml"', b'PartName="/ppt/slides/slide1.xml"'),
        f"{SLIDE}: has no type",
    ),
    "fonts without a type for their ending": (
        replaced(TYPES, b'Extension="fntdata"', b'Extension="fnt"'),
        "fonts want a type for their ending",
    ),
    "properties of two kinds": (
        links(b"core", OF_LIBREOFFICE),
        "_rels/.rels: docProps/core.xml is of two kinds",
    ),
    "two lists of properties": (
        links(b"custom", RIGHT),
        "_rels/.rels: there are two core-properties",
    ),
    "types that do not come first": (not_first, f"stands before {TYPES}"),
    "a relationship that leads nowhere": (
        replaced(LINKS, b'Target="../slideLayouts/', b'Target="../slideLayouts/x'),
        "is not there",
    ),
    "two relationships of one name": (
        replaced(
            LINKS, b"</Relationships>", b'<Relationship Id="rId1" Target="a" TargetMode="External"/></Relationships>'
        ),
        "rId1 stands twice",
    ),
    "a link without its relationship": (
        replaced(SLIDE, b"<a:t>", b'<a:hlinkClick r:id="rId99"/><a:t>'),
        "rId99 leads nowhere",
    ),
    "relationships of nobody": (without_its_slide, f"{LINKS}: belongs to no part"),
    "a part that nothing leads to": (with_a_stray, "ppt/media/image9.png: nothing leads to it"),
    "half a hundredth of a point": (replaced(SLIDE, b' sz="', b' sz="13.5" x="'), "sz is 13.5"),
    "a control character": (replaced(SLIDE, b"<a:t>", b"<a:t>\x0b"), "invalid Char"),
    "an escaped control character": (replaced(SLIDE, b"<a:t>", b"<a:t>&#11;"), "invalid xmlChar"),
    "less than nothing wide": (replaced(SLIDE, b'<a:ext cx="', b'<a:ext cx="-'), "wide or high"),
    "a ground without its list of effects": (
        replaced("ppt/slideMasters/slideMaster1.xml", b"<a:effectLst/></p:bgPr>", b"</p:bgPr>"),
        "a ground without its list of effects",
    ),
    "a theme with one fill": (one_fill, "fillStyleLst has fewer than three steps"),
    "a text without a paragraph": (without_paragraphs, "a text without a paragraph"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_deck_is_told(name: str) -> None:
    spoil, told = SPOILT[name]
    with zipfile.ZipFile(io.BytesIO(file_of("two wards"))) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    spoil(parts)
    found = faults(zipped(parts))
    assert any(told in fault for fault in found), found


def test_a_part_that_stands_twice_is_told() -> None:
    data = io.BytesIO(file_of("two wards"))
    with zipfile.ZipFile(data, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(SLIDE, archive.read(SLIDE))
    assert faults(data.getvalue()) == [f"{SLIDE}: stands twice"]


def zipped(parts: Parts) -> bytes:
    """The parts in this order."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()
