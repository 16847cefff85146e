"""A paragraph as a text box that every program sets as it was laid out.

In: the lines of one paragraph. Out: the shape's rectangle, and its text as DrawingML.

PowerPoint, as others measured it: a line is 1.2 em high times `spcPct`, whatever the font; what it has more than the
letters need is shared out above and below them as the letters are, what it has less is cut off above. A layout shares
evenly. LibreOffice takes the font's own height, and sets lines a little lower. Anchored in the middle of a box as high
as its lines, both err by a fraction of a point only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.brand import Weight
from generator.deck.colours import Scheme
from generator.deck.typefaces import Typefaces
from generator.deck.xml import attribute, escape
from generator.layout import Align, Fonts, Line, Rect

_HUNDREDTH = 100
_FULL = 100_000  # a hundred percent
_LINE = 1.2  # height of a line at 100 %, em
_ROOM = 1.08  # some programs wrap at the box's width whatever it says
_RAISE = 0.03  # em: half of what LibreOffice sets lower than PowerPoint
_NEAR = 0.05
_ALIGN = {"start": "l", "middle": "ctr", "end": "r"}


@dataclass(frozen=True, slots=True)
class Look:
    """What decides how texts are written. `fonts` measure them; `flow`: lines break where the program breaks them;
    `theme_fonts`: runs refer to the theme's fonts where those are theirs.
    """

    scheme: Scheme
    faces: Typefaces
    fonts: Fonts
    language: str
    flow: bool = False
    theme_fonts: bool = True


def rectangle(lines: Sequence[Line], page: float) -> Rect:
    """The box of a paragraph: as high as its lines, a little wider than they are, within a page so wide."""
    first = lines[0]
    wide = max(line.rect.width for line in lines)
    room = max(first.room.width, wide) * _ROOM
    align = alignment(lines)
    left = {
        "start": min(line.rect.x for line in lines),
        "middle": first.rect.x + first.rect.width / 2 - room / 2,
        "end": max(line.rect.right for line in lines) - room,
    }[align]
    right = min(left + room, page)
    left = max(left, 0.0)
    if align == "middle":  # stays in the middle where the page cuts it
        middle = first.rect.x + first.rect.width / 2
        half = min(middle - left, right - middle)
        left, right = middle - half, middle + half
    return Rect(left, _top(first), right - left, first.pitch * len(lines))


def _top(line: Line) -> float:
    """Where a box begins for its first line to stand where it was laid out."""
    high, plain = line.rect.height, _LINE * line.size
    uneven = line.baseline / high - 0.5  # how much more of a line is above the letters than a half
    if line.pitch < plain:
        lower = (plain - high) * uneven - (plain - line.pitch) / 2
    else:
        lower = (line.pitch - high) * uneven + _RAISE * line.size
    return line.rect.y - (line.pitch - high) / 2 - lower


def alignment(lines: Sequence[Line]) -> Align:
    """Where the lines of a paragraph meet."""
    room = lines[0].room
    if all(abs(line.rect.x - room.x) < _NEAR for line in lines):
        return "start"
    if all(abs(line.rect.right - room.right) < _NEAR for line in lines):
        return "end"
    return "middle"


def text_body(lines: Sequence[Line], look: Look, *, link: str = "") -> str:
    """The text with everything that decides how it is set; `link` is the relationship of what it leads to."""
    wrap = "square" if look.flow else "none"
    frame = (
        f'<a:bodyPr wrap="{wrap}" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr" rtlCol="0"><a:noAutofit/></a:bodyPr>'
    )
    return f"<p:txBody>{frame}<a:lstStyle/>{_paragraph(lines, look, link)}</p:txBody>"


def plain_body(texts: Sequence[str], look: Look, share: float = 1.0) -> str:
    """A paragraph each, set as their placeholder says; smaller where they have to be, as programs do it themselves."""
    fit = f'<a:normAutofit fontScale="{round(share * _FULL)}"/>'
    frame = f"<a:bodyPr>{fit}</a:bodyPr>" if share < 1 else "<a:bodyPr/>"
    run = f'<a:rPr lang="{look.language}" dirty="0"/>'
    paragraphs = "".join(f"<a:p><a:r>{run}<a:t>{escape(text)}</a:t></a:r></a:p>" for text in texts)
    return f"<p:txBody>{frame}<a:lstStyle/>{paragraphs}</p:txBody>"


def _paragraph(lines: Sequence[Line], look: Look, link: str) -> str:
    first, run = lines[0], _run_look(lines[0], look, link)
    texts = [joined(lines)] if look.flow else list(written(lines))
    runs = f"<a:br>{_run_look(first, look)}</a:br>".join(f"<a:r>{run}<a:t>{escape(text)}</a:t></a:r>" for text in texts)
    spacing = round(first.pitch / (_LINE * first.size) * 100) * 1000
    exact = (
        f'<a:pPr marL="0" indent="0" algn="{_ALIGN[alignment(lines)]}"><a:lnSpc><a:spcPct val="{spacing}"/></a:lnSpc>'
        '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft><a:buNone/></a:pPr>'
    )
    return f"<a:p>{exact}{runs}</a:p>"


def _run_look(line: Line, look: Look, link: str = "") -> str:
    """Size, weight, colour and font of a run; a break needs them too, or it is a line of another font."""
    bold = int(line.weight in look.faces.bold)
    click = f'<a:hlinkClick r:id="{link}"/>' if link else ""
    spacing = f' spc="{round(line.tracking * _HUNDREDTH)}"' if line.tracking else ""
    capitals = ' cap="all"' if _capitals(line) else ""
    looks = f'lang="{look.language}" sz="{round(line.size * _HUNDREDTH)}" b="{bold}"{capitals}{spacing} dirty="0"'
    fill = f"<a:solidFill>{look.scheme.fill(line.colour)}</a:solidFill>"
    return f"<a:rPr {looks}>{fill}{run_fonts(line.weight, look)}{click}</a:rPr>"


def run_fonts(weight: Weight, look: Look) -> str:
    """The typeface of a run: the theme's where it has that one."""
    name = look.faces.names[weight]
    face = {look.faces.heading: "+mj-{}", look.faces.body: "+mn-{}"}.get(name) if look.theme_fonts else None
    if face and weight is Weight.EXTRABOLD:
        face = "+mj-{}"
    return _typefaces(*((face.format(short) if face else name) for short in ("lt", "ea", "cs")))


@lru_cache(maxsize=64)
def _typefaces(*names: str) -> str:
    tags = ("latin", "ea", "cs")
    return "".join(f'<a:{tag} typeface="{attribute(name)}"/>' for tag, name in zip(tags, names, strict=True))


def _capitals(line: Line) -> bool:
    return line.text not in line.paragraph and line.text in line.paragraph.upper()


def written(lines: Sequence[Line]) -> Iterator[str]:
    """The lines as they were written, where they are shown in capitals."""
    paragraph = lines[0].paragraph
    if not _capitals(lines[0]) or len(paragraph.upper()) != len(paragraph):
        yield from (line.text for line in lines)
        return
    start = 0
    for line in lines:
        start = paragraph.upper().index(line.text, start)
        yield paragraph[start : start + len(line.text)]
        start += len(line.text)


def joined(lines: Sequence[Line]) -> str:
    """The paragraph without the breaks: a blank where one was, nothing after a hyphen within a word."""
    texts = list(written(lines))
    whole = lines[0].paragraph or " ".join(texts)
    found, place = texts[0], len(texts[0])
    for _, text in pairwise(texts):
        gap = " " if whole[place : place + 1] == " " or not whole.startswith(text, place) else ""
        found += gap + text
        place += len(gap) + len(text)
    return found
