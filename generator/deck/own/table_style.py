"""How tables look that a person adds to our slides.

In: nothing. Out: the part with the style, DrawingML.
"""

from __future__ import annotations

from generator.deck.xml import A

TABLE_STYLE = "{7B5C8A34-52D0-4C37-9E1B-2D6B1F0A9C55}"


def table_styles() -> str:
    """Lines between rows, a heavier one below the first, which is bold as the first column is."""

    def line(side: str, width: int, colour: str) -> str:
        fill = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        return f'<a:{side}><a:ln w="{width}" cmpd="sng">{fill}</a:ln></a:{side}>'

    def part(tag: str, *, bold: bool = False, borders: str = "") -> str:
        weight = ' b="on"' if bold else ""
        text = f'<a:tcTxStyle{weight}><a:fontRef idx="minor"/><a:schemeClr val="tx1"/></a:tcTxStyle>'
        return f"<a:{tag}>{text}<a:tcStyle><a:tcBdr>{borders}</a:tcBdr></a:tcStyle></a:{tag}>"

    parts = (
        part("wholeTbl", borders=line("bottom", 6350, "bg2") + line("insideH", 6350, "bg2"))
        + part("firstCol", bold=True)
        + part("firstRow", bold=True, borders=line("bottom", 19050, "tx1"))
    )
    namespace = f'xmlns:a="{A}"'
    style = f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Visavis">{parts}</a:tblStyle>'
    return f'<a:tblStyleLst {namespace} def="{TABLE_STYLE}">{style}</a:tblStyleLst>'
