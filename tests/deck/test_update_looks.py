"""Everything that can be seen of a shape is looked at, after LibreOffice has written it anew too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import decks
import pytest
from decks import by_name, pptx_of, saved, slide_of, updated
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Pt

from deck.test_update import ROW, after, before, table, text_shape
from deck.test_update_touched import add
from generator.deck.options import Options
from generator.deck.updating.namespaces import A, P, about, frame
from generator.deck.updating.signature import signature
from generator.deck.updating.surroundings import Surroundings

_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_MEDIUM = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
Change = Callable[[Any], object]


def by_libreoffice(file: Any) -> None:
    """The deck says that LibreOffice has saved it."""
    package = file.part.package
    said = f'<Properties xmlns="{_PROPERTIES}"><Application>LibreOffice/24.2</Application></Properties>'
    content = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    part = Part(PackURI("/docProps/app.xml"), content, package, said.encode())
    package.relate_to(part, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)


def first(shape: Any, name: str) -> Any:
    return next(shape.iter(f"{A}{name}"))


def set_of(name: str, **values: str) -> Change:
    """Sets attributes of the first element of that name."""
    return lambda shape: first(shape, name).attrib.update(values)


def put_behind(name: str, written: str) -> Change:
    """Puts an element behind the first one of that name."""

    def change(shape: Any) -> None:
        parent = first(shape, name).getparent()
        first(shape, name).addnext(add(parent, written))

    return change


def in_place_of(name: str, written: str) -> Change:
    """Puts an element in place of the first one of that name."""

    def change(shape: Any) -> None:
        put_behind(name, written)(shape)
        old = first(shape, name)
        old.getparent().remove(old)

    return change


def flipped(shape: Any) -> None:
    frame(shape).set("flipH", "1")


def hidden(shape: Any) -> None:
    about(shape).set("hidden", "1")


OF_TEXTS: dict[str, Change] = {
    "highlight": put_behind("solidFill", '<a:highlight><a:srgbClr val="FFFF00"/></a:highlight>'),
    "transparent": lambda shape: add(first(shape, "solidFill")[0], '<a:alpha val="50000"/>'),
    "language": set_of("rPr", lang="de-DE"),
    "superscript": set_of("rPr", baseline="30000"),
    "capitals": set_of("rPr", cap="all"),
    "spaced": set_of("rPr", spc="700"),
    "bullet": in_place_of("buNone", '<a:buChar char="•"/>'),
    "numbers": in_place_of("buNone", '<a:buAutoNum type="arabicPeriod"/>'),
    "indent": set_of("pPr", marL="228600"),
    "first line": set_of("pPr", indent="228600"),
    "level": set_of("pPr", lvl="2"),
    "line spacing": set_of("spcPct", val="150000"),
    "space before": set_of("spcPts", val="1200"),
    "anchor": set_of("bodyPr", anchor="b"),
    "vertical": set_of("bodyPr", vert="vert270"),
    "turned text": set_of("bodyPr", rot="5400000"),
    "columns": set_of("bodyPr", numCol="2"),
    "room": set_of("bodyPr", lIns="36000"),
    "callout": set_of("prstGeom", prst="wedgeRoundRectCallout"),
    "hidden": hidden,
    "flipped": flipped,
}
_RED = '<a:ln w="19050"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'
OF_PANELS: dict[str, Change] = {
    "ellipse": set_of("prstGeom", prst="ellipse"),
    "arrow": set_of("prstGeom", prst="rightArrow"),
    "transparent": lambda shape: add(first(shape, "solidFill")[0], '<a:alpha val="50000"/>'),
    "dashes": in_place_of("ln", _RED + '<a:prstDash val="lgDashDot"/></a:ln>'),
}


@pytest.mark.parametrize("name", OF_TEXTS)
@pytest.mark.parametrize("rounded", [False, True])
def test_a_text_that_people_set_in_another_way_stays_so(name: str, rounded: bool) -> None:
    file = pptx_of(before())
    OF_TEXTS[name](text_shape(table(file), "Long ill, known for years")._element)
    check_kept(file, "Patients/text 3", rounded)


@pytest.mark.parametrize("name", OF_PANELS)
@pytest.mark.parametrize("rounded", [False, True])
def test_a_form_that_people_changed_stays_so(name: str, rounded: bool) -> None:
    file = pptx_of(before())
    OF_PANELS[name](by_name(table(file), "comparison-table/panel 3"))
    check_kept(file, "panel 3", rounded)


@pytest.mark.parametrize("rounded", [False, True])
@pytest.mark.parametrize("end", ["headEnd", "tailEnd"])
def test_a_line_keeps_the_ends_and_dashes_that_people_gave_it(end: str, rounded: bool) -> None:
    for changed in (_RED + f'<a:{end} type="triangle"/></a:ln>', _RED + '<a:prstDash val="dash"/></a:ln>'):
        plain, file = pptx_of(before()), pptx_of(before())
        wanted = by_name(table(file), "comparison-table/panel 3")
        in_place_of("ln", _RED + "</a:ln>")(by_name(table(plain), "comparison-table/panel 3"))
        in_place_of("ln", changed)(wanted)
        assert looks_of(plain, rounded) != looks_of(file, rounded)


def test_a_program_s_own_way_to_write_a_language_is_nobody_s_change() -> None:
    file = pptx_of(before())
    set_of("rPr", lang="en-US")(text_shape(table(file), "Long ill, known for years")._element)
    assert updated(saved(file), after()).data == after()


def test_what_people_say_is_no_decoration_is_none() -> None:
    file = pptx_of(before())
    named = about(by_name(table(file), "comparison-table/panel 3"))
    named.remove(named.find(f"{A}extLst"))
    check_kept(file, "panel 3", rounded=False)


@pytest.mark.parametrize("rounded", [False, True])
def test_a_group_that_people_flipped_stays_flipped(rounded: bool) -> None:
    file = pptx_of(before())
    flipped(by_name(table(file), "/Patients"))
    if rounded:
        by_libreoffice(file)
    result = updated(saved(file), after())
    assert frame(by_name(table(pptx_of(result.data)), "/Patients")).get("flipH") == "1"
    assert [(kept.name, kept.reason) for kept in result.kept] == [("Patients", "look")]
    assert updated(result.data, after()).data == result.data


def looks_of(file: Any, rounded: bool) -> str:
    """The digest by which the panel's look is known."""
    now = signature(by_name(table(file), "comparison-table/panel 3"), Surroundings.around(table(file)))
    return now.look if rounded else now.exact


def check_kept(file: Any, name: str, rounded: bool) -> None:
    """The shape is as it was after an update, is told, and everything else is new."""
    wanted = decks.written(by_name(table(file), f"comparison-table/{name}"))
    if rounded:
        by_libreoffice(file)
    result = updated(saved(file), after())
    later = table(pptx_of(result.data))
    assert decks.written(by_name(later, f"comparison-table/{name}")) == wanted
    assert ROW not in decks.texts(later)
    assert [(kept.name, kept.reason) for kept in result.kept] == [(name, "look")]


@pytest.mark.parametrize("rounded", [False, True])
@pytest.mark.parametrize(
    "change",
    [
        lambda cell: cell.find(f"{A}tcPr").set("anchor", "b"),
        lambda cell: add(cell.find(f"{A}tcPr"), '<a:solidFill><a:srgbClr val="FFFF00"/></a:solidFill>'),
        in_place_of("lnL", '<a:lnL w="12700"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:lnL>'),
        in_place_of("buNone", '<a:buChar char="•"/>'),
    ],
)
def test_a_cell_that_people_set_in_another_way_stays_so(change: Change, rounded: bool) -> None:
    options = Options("arial", tables=True)
    file = pptx_of(before(options=options))
    change(list(grid(file).iter(f"{A}tc"))[4])
    if rounded:
        by_libreoffice(file)
    assert [kept.reason for kept in updated(saved(file), after(options=options)).kept] == ["look"]


@pytest.mark.parametrize("rounded", [False, True])
def test_the_height_of_a_row_stays_as_people_set_it(rounded: bool) -> None:
    options = Options("arial", tables=True)
    file = pptx_of(before(options=options))
    row = list(grid(file).iter(f"{A}tr"))[1]
    row.set("h", str(int(row.get("h")) + Pt(12)))
    wanted = [row.get("h") for row in grid(file).iter(f"{A}tr")]
    if rounded:
        by_libreoffice(file)
    result = updated(saved(file), after(options=options))
    assert [row.get("h") for row in grid(pptx_of(result.data)).iter(f"{A}tr")] == wanted
    assert [kept.reason for kept in result.kept] == ["look"]


def test_the_style_that_people_chose_for_a_table_stays() -> None:
    options = Options("arial", tables=True)
    file = pptx_of(before(options=options))
    first(grid(file), "tableStyleId").text = _MEDIUM
    result = updated(saved(file), after(options=options))
    assert first(grid(pptx_of(result.data)), "tableStyleId").text == _MEDIUM
    assert [kept.reason for kept in result.kept] == ["look"]


def grid(file: Any) -> Any:
    """The table of the first picture."""
    return next(slide_of(file, "/comparison-table, table 1")._element.iter(f"{P}graphicFrame"))
