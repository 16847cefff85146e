"""A table on a slide, that a person can sort, copy and change.

In: a page of a table. Out: the table, PresentationML, in the colours and fonts of the deck.
"""

from __future__ import annotations

from generator.brand import Weight
from generator.deck.shapes.marks import emu
from generator.deck.shapes.slide import SlideWriter
from generator.deck.shapes.table_pages import Grid, Page
from generator.deck.shapes.text_box import Look, run_fonts
from generator.deck.xml import escape

_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
# PowerPoint's own style without lines and grounds, which every template has; the cells say themselves how they look.
_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_HUNDREDTH = 100
_LINES = {"head": 1.5, "row": 0.75}  # points below a row
_LEADING = 100_000  # a hundred percent


def table(page: Page, writer: SlideWriter, look: Look) -> str:
    """The table, in the left of its room where it is narrower."""
    about = writer.about(f"{page.slide.address}/table", page.slide.words)
    grid = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in page.grid.widths)
    rows = "".join(
        _row(row, height, page.grid, look, head=not number)
        for number, (row, height) in enumerate(zip((page.table.columns, *page.table.rows), page.heights, strict=True))
    )
    size = f'cx="{sum(map(emu, page.grid.widths))}" cy="{sum(map(emu, page.heights))}"'
    where = f'<p:xfrm><a:off x="{emu(page.room.x)}" y="{emu(page.room.y)}"/><a:ext {size}/></p:xfrm>'
    native = (
        f'<a:tbl><a:tblPr firstRow="1" firstCol="1"><a:tableStyleId>{_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl>"
    )
    head = f'{about.xml}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
    data = f'<a:graphic><a:graphicData uri="{_TABLE}">{native}</a:graphicData></a:graphic>'
    frame = f"<p:graphicFrame><p:nvGraphicFramePr>{head}</p:nvGraphicFramePr>{where}{data}</p:graphicFrame>"
    return writer.signed(about, frame)


def _row(row: tuple[str, ...], height: float, grid: Grid, look: Look, *, head: bool) -> str:
    cells = "".join(
        _cell(text, grid, look, Weight.REGULAR if place and not head else Weight.SEMIBOLD, head=head)
        for place, text in enumerate(row)
    )
    return f'<a:tr h="{emu(height)}">{cells}</a:tr>'


def _cell(text: str, grid: Grid, look: Look, weight: Weight, *, head: bool) -> str:
    bold = int(weight in look.faces.bold)
    looks = f'lang="{look.language}" sz="{round(grid.text * _HUNDREDTH)}" b="{bold}" dirty="0"'
    inside = f"<a:solidFill>{look.scheme.fill('ink')}</a:solidFill>{run_fonts(weight, look)}"
    run = f"<a:r><a:rPr {looks}>{inside}</a:rPr><a:t>{escape(text)}</a:t></a:r>" if text else ""
    end = "" if text else f"<a:endParaRPr {looks}>{inside}</a:endParaRPr>"
    spacing = f'<a:lnSpc><a:spcPct val="{_LEADING}"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
    align = f'<a:pPr marL="0" indent="0" algn="l">{spacing}<a:buNone/></a:pPr>'
    across, down = emu(grid.across), emu(grid.down)
    line = _line("line" if not head else "ink", _LINES["head" if head else "row"], look)
    frame = f'marL="{across}" marR="{across}" marT="{down}" marB="{down}" anchor="{"b" if head else "t"}"'
    none = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p>{align}{run}{end}</a:p></a:txBody>"
        f"<a:tcPr {frame}>{none if head else none.rpartition('<a:lnT')[0]}{line}<a:noFill/></a:tcPr></a:tc>"
    )


def _line(colour: str, width: float, look: Look) -> str:
    fill = f"<a:solidFill>{look.scheme.fill(colour)}</a:solidFill>"
    return f'<a:lnB w="{emu(width)}" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:lnB>'
