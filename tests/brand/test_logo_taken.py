"""What is taken of a logo, in which form, and that nothing else of it remains."""

from __future__ import annotations

import re
import time

import pytest
from drawings import DECLARED, SHADE, every, svg
from hypothesis import example, given
from hypothesis import strategies as st

from generator.brand.logo import allow_list
from generator.brand.logo.reader import Shape, read_logo

FILE = "content/brand/logo.svg"


def understood(inner: str, more: str = "") -> tuple[Shape, ...]:
    logo, problems = read_logo(svg(inner, more).encode(), FILE)
    assert problems == ()
    assert logo
    return logo.shapes


# --- taken ------------------------------------------------------------------------------------------------------------

INKSCAPE = f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<svg width="10mm" height="10mm" viewBox="0 0 10 10" version="1.1" id="svg5" xml:space="preserve"
   inkscape:version="1.2.2" sodipodi:docname="logo.svg" inkscape:export-filename="file:///home/me/logo.png"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" {DECLARED}>
  <title>Our logo</title>
  <sodipodi:namedview id="view" pagecolor="#ffffff"><inkscape:grid/></sodipodi:namedview>
  <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:li/></rdf:RDF></metadata>
  <inkscape:path d="M0 0"><path d="M0 0"/></inkscape:path><defs id="defs2"/>
  <defs><linearGradient inkscape:collect="always" id="shade one"><stop style="stop-color:#f06;stop-opacity:1;"
     offset="0"/></linearGradient><linearGradient id="g2" xlink:href="#shade one" xlink:type="simple"/></defs>
  <g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1" aria-label="x" class="md-overlay" data-name="L">
    <path fill="red" sodipodi:nodetypes="cc" id="path1" d="M 1,2
      3,4 Z" style="color:#000000;font-family:'Open Sans; Bold';text-indent:0;fill:url(#g2);stroke:none;
      stroke-width:0.264583px;-inkscape-stroke:none;font-variation-settings:normal;mix-blend-mode:normal" />
  </g>
</svg>"""


def test_what_inkscape_exports_is_taken_without_its_notes() -> None:
    logo, problems = read_logo(INKSCAPE.encode(), FILE)
    assert problems == ()
    assert logo
    assert logo.box == "0 0 10 10"
    assert logo.place.line == 2
    defs, layer = logo.shapes
    stop = Shape("stop", (("offset", "0"), ("stop-color", "#FF0066"), ("stop-opacity", "1")))
    first = Shape("linearGradient", (("id", "__logo_1"),), (stop,))
    assert defs == Shape("defs", (), (first, Shape("linearGradient", (("id", "__logo_2"), ("href", "#__logo_1")))))
    path = {"fill": "url(#__logo_2)", "d": "M 1,2 3,4 Z", "color": "#000000", "stroke": "none"}
    assert layer.attributes == ()
    assert dict(layer.children[0].attributes) == path | {"stroke-width": "0.264583px"}


TAKEN = {
    "colours": (
        'fill="#0af8" stroke="rgb(1, 2, 3)" color="CURRENTCOLOR"',
        {"fill": "#00AAFF88", "color": "currentColor"},
    ),
    "words": ('fill="None" fill-rule="evenodd" stroke-linecap="round"', {"fill": "none", "fill-rule": "evenodd"}),
    "quotes": ("fill=\"url( '#shade' ) red\"", {"fill": "url(#__logo_1) red"}),
    "no-mask": ('mask="none" clip-path="none"', {"mask": "none"}),
    "transform": ('transform="rotate(-45 3.5,.5) scale(1e-1)"', {"transform": "rotate(-45 3.5,.5) scale(1e-1)"}),
    "dashes": ('stroke-dasharray="1 2,3.5%"', {"stroke-dasharray": "1 2,3.5%"}),
    "spaces": ('style=" ; fill : #ABC ;; " fill="red"', {"fill": "#AABBCC"}),
    "style-first": ('style="visibility:hidden" visibility="visible"', {"visibility": "hidden"}),
}


@pytest.mark.parametrize("name", TAKEN)
def test_it_is_taken_in_one_form(name: str) -> None:
    typed, wanted = TAKEN[name]
    *_, shape = understood(f"{SHADE}<path {typed}/>")
    assert wanted.items() <= dict(shape.attributes).items()


def test_a_colour_of_the_whole_drawing_is_handed_down_by_a_group() -> None:
    (group,) = understood("<path/>", ' fill="none" stroke="red" width="10" x="0px" preserveAspectRatio="none"')
    assert group == Shape("g", (("fill", "none"), ("stroke", "red")), (Shape("path"),))


def test_of_ids_only_those_remain_that_something_refers_to() -> None:
    shapes = understood(f'<g id="header">{SHADE}</g><path id="shade" fill="url(#shade)"/><use href="#header"/>')
    ids = [value for shape in every(shapes) for name, value in shape.attributes if name == "id"]
    assert ids == ["__logo_1", "__logo_2"]
    assert dict(shapes[1].attributes) == {"fill": "url(#__logo_2)"}


# --- anything at all --------------------------------------------------------------------------------------------------

NAMES = st.sampled_from(
    [*sorted(allow_list.ELEMENTS | allow_list.ACTIVE | allow_list.NOTES), "a", "style", "text", "svg", "x"]
)
WORDS = st.sampled_from(
    [
        "#a",
        "url(#a)",
        "url(b)",
        "javascript:x",
        "data:x",
        "none",
        "red",
        "#123",
        "1",
        "M0 0",
        "fill:url(b)",
        "a b",
        "&lt;g>",
    ]
)
KEYS = st.sampled_from(
    ["d", "fill", "style", "href", "xlink:href", "id", "onload", "class", "transform", "mask", "data-x", "x", "filter"]
)


def element(name: str, attributes: dict[str, str], inner: list[str]) -> str:
    typed = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{typed}>{''.join(inner)}</{name}>"


TAGS = st.recursive(
    st.just(""),
    lambda inner: st.builds(
        element,
        NAMES,
        st.dictionaries(KEYS, WORDS | st.text("()#:;url'\\ae1", max_size=8), max_size=3),
        st.lists(inner, max_size=3),
    ),
    max_leaves=12,
)


@given(TAGS)
def test_what_is_taken_of_any_markup_is_harmless(markup: str) -> None:
    logo, problems = read_logo(svg(markup).encode(), FILE)
    assert (logo is None) == bool(problems)
    assert all(problem.line and problem.column for problem in problems)
    for shape in every(logo.shapes if logo else ()):
        assert shape.name in allow_list.ELEMENTS
        for name, value in shape.attributes:
            assert not name.startswith("on")
            assert name not in ("style", "class", "xlink:href", "filter")
            assert not re.search(r"url\((?!#__logo_\d+\))|:|\\|<|&|\"", value)
            assert name != "href" or re.fullmatch(r"#__logo_\d+", value)


@given(st.binary(max_size=200))
@example(b"\x00")
@example(b"<svg")
def test_no_bytes_are_too_odd(data: bytes) -> None:
    logo, problems = read_logo(data, FILE)
    assert (logo is None) == bool(problems)


@pytest.mark.parametrize("piece", ["1", "1 ", "a-", "url(", "M", "#a", "rotate(1)", "-", "e", "'", "fill:"])
@pytest.mark.parametrize(
    "name", ["fill", "d", "points", "stroke-dasharray", "transform", "style", "mask", "fill-rule", "x"]
)
def test_no_value_takes_long(name: str, piece: str) -> None:
    begun = time.monotonic()
    read_logo(svg(f'<path {name}="{piece * (50_000 // len(piece))}!"/>').encode(), FILE)
    assert time.monotonic() - begun < 2
