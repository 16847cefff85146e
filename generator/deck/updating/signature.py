"""What a shape was when it was written, in a few characters: enough to tell later whether somebody changed it.

In: a shape of a slide. Out: digests of its text and its look, and the numbers that programs round.

There are two digests of the look: an exact one, and one of only that which a way through LibreOffice leaves as it is.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lxml import etree

from generator.deck.shapes.elements import DECORATION
from generator.deck.updating import texts
from generator.deck.updating.namespaces import GROUP, SHAPES, A, P, R, about, frame, held, local
from generator.deck.updating.rough import rough
from generator.deck.updating.surroundings import Surroundings

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_AS_DIGITS = (_DIGITS * 8)[:256].encode()
_TEXT, _LOOK, _REST, _NUMBER = 5, 4, 9, 4
_FRAME, _PICTURE, _FILLED = f"{P}graphicFrame", f"{P}pic", f"{P}spPr/{A}blipFill"
_OUTLINES = (f"{P}spPr/{A}prstGeom/{A}avLst", f"{P}spPr/{A}custGeom/{A}pathLst")
TENTH = 1270  # of a point, in EMU
_MIDDLE = 36**_NUMBER // 2  # numbers may be negative; on the largest slides they have five figures
_GUIDES = re.compile('fmla="([^"]*)"')
PLACE = 5  # of the numbers: left, top, width, height, rotation
UNSAID = "0" * (2 * _LOOK + PLACE * _NUMBER)  # behind a text of which nothing else is known
_EXACT, _ROUNDED = 0.51, 1.6  # tenths of a point by which a number may differ
# Attributes and elements that programs set for themselves, and that change nothing anybody sees.
_NOISE = {"dirty", "err", "smtClean", "lang", "altLang", "noProof", "id", "bmk", "kumimoji"}
_QUIET = {
    "extLst",
    "endParaRPr",
    "avLst",
    "pathLst",
    "lstStyle",
    "xfrm",
    "t",
    "gdLst",
    "ahLst",
    "cxnLst",
    "spLocks",
    "cNvSpPr",
    "nvPr",
}
_ROUGH = ("tr", "gridCol")  # their numbers are among `numbers`
_QUIET |= {"cNvCxnSpPr", "cNvPicPr", "cNvGrpSpPr", "cNvGraphicFramePr"}


@dataclass(frozen=True, slots=True)
class Signature:
    """`look` is what survives every program, `exact` everything; `numbers` are tenths of a point."""

    text: str
    look: str
    exact: str
    numbers: tuple[float, ...]
    inherited: bool = False  # whether its layout says where it lies
    held: bool = False  # whether its layout has a place for it, whose look it has

    def __str__(self) -> str:
        return self.text + self.look + self.exact + "".join(map(_number, self.numbers))

    def same_look(self, now: Signature, rounded: bool) -> bool:
        """Whether a shape that was this looks still so, `rounded`: after LibreOffice."""
        rest = self.numbers[PLACE:], now.numbers[PLACE:]
        if self.exact == now.exact and (now.held or _near(*rest, _EXACT)):
            return True
        return rounded and self.look == now.look and _near(*rest, _ROUNDED)

    def same_place(self, now: Signature, rounded: bool) -> bool:
        """Whether it stands where it stood, as large as it was."""
        return _near(self.numbers[:PLACE], now.numbers[:PLACE], _ROUNDED if rounded or now.inherited else _EXACT)


def _near(one: tuple[float, ...], two: tuple[float, ...], limit: float) -> bool:
    return len(one) == len(two) and all(abs(a - b) <= limit for a, b in zip(one, two, strict=True))


def inherits_alike(shape: Any, was: Signature, around: Surroundings) -> bool:
    """Whether a shape made elsewhere would be as large and stand where it did there, on a slide with these layouts."""
    return _near(was.numbers, _numbers(shape, around), _ROUNDED)


@lru_cache(maxsize=8192)  # a deck, the same made anew and what is remembered of it say the same of most shapes
def parse(written: str) -> Signature | None:
    """What `str` of a signature said, None if it is none."""
    head = _TEXT + 2 * _LOOK
    rest = written[head:]
    if len(written) < head + PLACE * _NUMBER or len(rest) % _NUMBER or not set(written) <= set(_DIGITS):
        return None
    numbers = [int(rest[place : place + _NUMBER], 36) - _MIDDLE for place in range(0, len(rest), _NUMBER)]
    return Signature(written[:_TEXT], written[_TEXT : _TEXT + _LOOK], written[_TEXT + _LOOK : head], tuple(numbers))


def signature(shape: Any, around: Surroundings) -> Signature:
    """What the shape is now."""
    found, said = looks(shape, around), "" if shape.tag == GROUP else _said(shape, around)
    outline = _outline(shape)
    exact = exactly(found, about(shape).get("descr", ""), outline, found.size)
    numbers, inherited = placed(shape, around) + found.numbers, frame(shape) is None
    return Signature(digest(said), roughly(found, outline), exact, numbers, inherited, bool(held(shape)))


@dataclass(frozen=True, slots=True)
class Looks:
    """What shapes share that differ in name, place, words, outline and size of text only.

    Digests of what survives every program and of everything; `numbers` are all behind those of the place; `size` is
    that of the text that was read, hundredths of a point, 0 where it is among the rest.
    """

    look: str
    rest: str
    numbers: tuple[float, ...]
    size: int


def looks(shape: Any, around: Surroundings) -> Looks:
    """What the shape looks like."""
    size = 0 if shape.tag == _FRAME or held(shape) else texts.size(shape, around)
    return Looks(
        digest(repr(rough(shape, around)), _REST),
        digest(repr(_exact(shape, around, size)), _REST),
        _rest(shape, around),
        size,
    )


def exactly(found: Looks, words: str, outline: str, size: int) -> str:
    """The exact digest of a shape with these words for those who do not see it, this outline and this size of text."""
    return digest("\0".join((found.rest, words, outline, str(size))), _LOOK)


def roughly(found: Looks, outline: str) -> str:
    """The digest of what survives every program: of an outline its guides, since paths are written anew."""
    return digest("\0".join((found.look, *_GUIDES.findall(outline))), _LOOK)


def digest(said: str, length: int = _TEXT) -> str:
    """So many digits of a text."""
    data = hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=length).digest()
    return data.translate(_AS_DIGITS).decode("ascii")


@lru_cache(maxsize=4096)
def _number(value: float) -> str:
    number = min(max(round(value) + _MIDDLE, 0), 36**_NUMBER - 1)
    return "".join(_DIGITS[number // 36**place % 36] for place in reversed(range(_NUMBER)))


def _said(shape: Any, around: Surroundings) -> str:
    """The text, or the picture's own bytes."""
    picture = shape.find(f".//{A}blip") if shape.tag == _PICTURE or shape.find(_FILLED) is not None else None
    return texts.text(shape) if picture is None else _related(picture.get(f"{R}embed"), around)


def _numbers(shape: Any, around: Surroundings) -> tuple[float, ...]:
    return placed(shape, around) + _rest(shape, around)


def placed(shape: Any, around: Surroundings) -> tuple[float, ...]:
    """Left, top, width, height, rotation."""
    where = around.frame(shape)
    place = (0.0,) * PLACE
    if where is not None:
        corner, size = where.find(f"{A}off"), where.find(f"{A}ext")
        table = shape.tag == _FRAME and shape.find(f".//{A}tbl") is not None
        high = 0 if table else int(size.get("cy"))  # rows grow with their texts
        values = (int(corner.get("x")), int(corner.get("y")), int(size.get("cx")), high)
        place = (*(value / TENTH for value in values), int(where.get("rot", 0)) / 6000)
    return place


def _rest(shape: Any, around: Surroundings) -> tuple[float, ...]:
    """Of a table the widths of columns and the heights of rows; of another shape the width of the line around it, and
    the spacing and the size of its text.
    """
    table = shape.find(f".//{A}tbl") if shape.tag == _FRAME else None
    if table is not None:
        sides = [column.get("w") for column in table.iter(f"{A}gridCol")] + [
            row.get("h") for row in table.iter(f"{A}tr")
        ]
        return tuple(int(side) / TENTH for side in sides)
    if shape.tag == GROUP:
        return ()
    line = shape.find(f"{P}spPr/{A}ln")
    drawn = line is not None and line.find(f"{A}noFill") is None
    wide = int(line.get("w", 9525)) / TENTH if drawn else 0.0
    return wide, texts.spacing(shape) / 10, texts.size(shape, around) / 10


def _exact(shape: Any, around: Surroundings, size: int) -> object:
    """Everything but texts, places, words, outlines and the size of a text, as a tree of tuples."""
    named = about(shape)
    decorative = not named.get("descr") and named.find(f"{A}extLst/{A}ext[@uri='{DECORATION}']") is not None
    words = named.get("title", ""), named.get("hidden", "0"), decorative
    where = frame(shape)
    flips = (where.get("flipH", "0"), where.get("flipV", "0")) if where is not None else ("0", "0")
    links = [_tree(link, around, 0) for link in named if local(link) != "extLst"]
    parts = [part for part in shape if part.tag not in SHAPES and not local(part).startswith("nv")]
    if not texts.text(shape):  # programs give every shape a place for text
        parts = [part for part in parts if local(part) != "txBody"]
    foreign = [] if shape.tag == GROUP else around.foreign(shape)
    return words, flips, links, foreign, _locks(shape), [_tree(part, around, size) for part in parts]


def _outline(shape: Any) -> str:
    """The path of a free form, or what another one is drawn with, as Visavis writes it."""
    found = next((one for path in _OUTLINES if (one := shape.find(path)) is not None), None)
    if found is None:
        return ""
    written = str(etree.tostring(found, method="c14n", exclusive=True, with_tail=False), "utf-8")
    for tag in ("gd", "pt", "close"):
        written = written.replace(f"></a:{tag}>", "/>")
    return written.partition(">")[2].rpartition("<")[0]


def _locks(shape: Any) -> list[str]:
    """What people have forbidden to be done to the shape."""
    locks = shape.iterfind("./*/*/*") if shape.tag != GROUP else shape.iterfind(f"{P}nvGrpSpPr/{P}cNvGrpSpPr/*")
    return sorted(name for one in locks if local(one).endswith("Locks") for name in one.attrib if name != "noGrp")


def _tree(element: Any, around: Surroundings, base: int) -> object:
    """The element; sizes of texts are what they differ by from `base`, hundredths of a point."""
    kind = local(element)
    said = [] if kind in _ROUGH else [pair for pair in element.items() if pair[0] not in _NOISE]
    for place, (name, value) in enumerate(said):
        if name == "sz" and base:
            said[place] = name, str(int(value) - base)
        elif name[0] == "{" and name.startswith(R):
            said[place] = name, _related(value, around)
    inside: list[object] = []
    for part in element.iterchildren("*"):
        if local(part) not in _QUIET:
            tree = _tree(part, around, base)
            if kind != "p" or not inside or inside[-1] != tree:  # spelling checkers cut runs in two
                inside.append(tree)
    if kind == "tableStyleId":
        return kind, element.text
    return kind, sorted(said), inside


def _related(number: str | None, around: Surroundings) -> str:
    """What a relationship leads to: an address, or the bytes of a part."""
    relation = around.part.rels.get(number) if number else None
    if relation is None:
        return ""
    if relation.is_external:
        return str(relation.target_ref)
    kind = relation.reltype.rpartition("/")[2]
    return digest(relation.target_part.blob.hex(), 9) if kind == "image" else kind
