"""What stands in a shape, and how it is set, as far as every program keeps it.

In: a shape. Out: its text, and the looks of its runs with everything that they inherit.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from generator.deck.updating.namespaces import A, P, R, held, local
from generator.deck.updating.surroundings import Surroundings

BREAK = "\v"
_FRAME, _SHAPE = f"{P}graphicFrame", f"{P}sp"
_OWN_COLOUR = f"{A}solidFill"
_USUAL_SIZE = 1800
_BULLETS = ("buAutoNum", "buChar", "buBlip")
_GAPS = ("lnSpc", "spcBef", "spcAft")
_NO_GAPS = (("spcPct", "100000"), ("spcPts", "0"), ("spcPct", "0"))  # what a paragraph has that says none
_INDENTS = ("marL", "marR", "indent", "lvl")
_UNSET = [0] * len(_INDENTS), False, "", [None] * len(_GAPS)
_BODY = {"anchor": "t", "vert": "horz", "rot": "0", "numCol": "1", "wrap": "square"}
_INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}  # EMU
_HUNDREDTH_OF_INCH = 9144  # EMU: programs round


def text(shape: Any) -> str:
    """Its text: a line a paragraph, a vertical tab a break; cells of tables apart by tabs."""
    rows = list(shape.iter(f"{A}tr")) if shape.tag == _FRAME else []
    if rows:
        return "\n\n".join("\t".join(_text(cell) for cell in row.iter(f"{A}tc")) for row in rows)
    return _text(shape)


def _text(holder: Any) -> str:
    holder = holder.find(f"{P}txBody") if holder.tag == _SHAPE else holder
    if holder is None:
        return ""
    return "\n".join("".join(map(_run, paragraph)) for paragraph in holder.iter(f"{A}p")).strip("\n")


def _run(run: Any) -> str:
    if local(run) == "br":
        return BREAK
    if local(run) == "fld":
        return f"<{run.get('type')}>"
    return "".join(piece.text or "" for piece in run.iter(f"{A}t"))


def plain(shape: Any) -> str:
    """Its text without what only decides where lines end."""
    return " ".join(text(shape).split())


def looks(shape: Any, around: Surroundings) -> list[object]:
    """For each paragraph with text how it is set, and the looks of its runs, neighbours that are alike as one."""
    largest = size(shape, around)
    found: list[object] = []
    for paragraph in _paragraphs(shape):
        styles = _styles(shape, paragraph, around)
        runs = [_look(run, shape, styles, around, largest) for run in _runs(paragraph)]
        if runs:
            set_so = None if held(shape) else setting(paragraph.find(f"{A}pPr"))
            align = _first("algn", [paragraph.find(f"{A}pPr"), *styles]) or "l"
            found.append((align, set_so, [look for look, _ in groupby(runs)]))
    return found


def setting(about: Any) -> object:
    """Indents, bullet and distances that a paragraph says itself, by its `a:pPr`."""
    if about is None:
        return _UNSET
    bullet = next((local(one) for one in about if local(one) in _BULLETS), "")
    gaps = [next(((local(one), str(one.get("val"))) for one in about.iterfind(f"{A}{gap}/*")), None) for gap in _GAPS]
    gaps = [None if gap in _NO_GAPS else gap for gap in gaps]
    return [int(about.get(name, 0)) for name in _INDENTS], _true(about.get("rtl", "0")), bullet, gaps


def body(shape: Any) -> object:
    """How the text lies in the shape: where it is anchored, turned, its columns and the room around it."""
    about = shape.find(f"{P}txBody/{A}bodyPr")
    if about is None or held(shape) or not text(shape):
        return None
    room = [round(int(about.get(name, usual)) / _HUNDREDTH_OF_INCH) for name, usual in _INSETS.items()]
    return [about.get(name, usual) for name, usual in _BODY.items()], room


def spacing(shape: Any) -> int:
    """The widest space that is put between letters, hundredths of a point."""
    return max((int(run.get("spc", 0)) for run in shape.iter(f"{A}rPr")), key=abs, default=0)


def size(shape: Any, around: Surroundings) -> int:
    """The largest size of its texts, hundredths of a point; 0 if it has none."""
    sizes = [
        _size(run, _styles(shape, paragraph, around)) for paragraph in _paragraphs(shape) for run in _runs(paragraph)
    ]
    return max(sizes, default=0)


def _paragraphs(shape: Any) -> Iterator[Any]:
    """Of a shape with text, or of a table."""
    holder = shape if shape.tag == _FRAME else shape.find(f"{P}txBody")
    return iter(()) if holder is None else holder.iter(f"{A}p")


def _runs(paragraph: Any) -> Iterator[Any]:
    for run in paragraph:
        if local(run) in ("r", "fld") and _run(run).strip():
            yield run


def _styles(shape: Any, paragraph: Any, around: Surroundings) -> list[Any]:
    about = paragraph.find(f"{A}pPr")
    level = int(about.get("lvl", 0)) if about is not None else 0
    own = [about] if about is not None and about.find(f"{A}defRPr") is not None else []
    return own + around.styles(shape, level)


def _look(run: Any, shape: Any, styles: list[Any], around: Surroundings, largest: int) -> object:
    about = run.find(f"{A}rPr")
    sources = [source for source in (about, *(style.find(f"{A}defRPr") for style in styles)) if source is not None]
    marks = [_first(name, sources) or usual for name, usual in (("i", "0"), ("u", "none"), ("strike", "noStrike"))]
    near = abs(_size(run, styles) - largest) <= 10
    face = next((found.get("typeface") for one in sources if (found := one.find(f"{A}latin")) is not None), "")
    link = about.find(f"{A}hlinkClick") if about is not None else None
    behind = about.find(f"{A}highlight") if about is not None else None
    more = (
        "" if behind is None else around.colour(behind),
        int(_first("baseline", sources) or 0),
        _first("cap", sources),
    )
    if link is not None:  # programs give links a look of their own
        return _true(marks[0]), near, _target(link, around), more
    bold = _true(
        _first("b", sources[:1] if about is not None else []) or _table_bold(run, shape) or _first("b", sources)
    )
    colour = next((around.colour(found) for one in sources if (found := one.find(_OWN_COLOUR)) is not None), "dk1")
    typeface = "" if local(run) == "fld" else around.typeface(face or "+mn-lt")
    fill = next((found for one in sources if (found := one.find(_OWN_COLOUR)) is not None), ())
    changes = sorted(local(change) for one in fill for change in one)
    return bold, _true(marks[0]), marks[1:], near, colour, changes, typeface, more


def _size(run: Any, styles: list[Any]) -> int:
    sources = [run.find(f"{A}rPr"), *(style.find(f"{A}defRPr") for style in styles)]
    return int(_first("sz", sources) or _USUAL_SIZE)


def _first(name: str, sources: list[Any]) -> str:
    return next((str(one.get(name)) for one in sources if one is not None and one.get(name) is not None), "")


def _true(value: str) -> bool:
    return value in ("1", "true", "on")


def _target(link: Any, around: Surroundings) -> str:
    relation = around.part.rels.get(link.get(f"{R}id"))
    return str(relation.target_ref).rstrip("/") if relation is not None and relation.is_external else ""


def _table_bold(run: Any, shape: Any) -> str:
    """Whether a table's style sets the first row or column bold, where the run is in it."""
    about = shape.find(f".//{A}tblPr") if shape.tag == _FRAME else None
    if about is None:
        return ""
    cell = next(run.iterancestors(f"{A}tc"))
    row = cell.getparent()
    first_row = row.getprevious() is None or local(row.getprevious()) != "tr"
    first_cell = cell.getprevious() is None
    return "1" if (first_row and about.get("firstRow") == "1") or (first_cell and about.get("firstCol") == "1") else "0"
