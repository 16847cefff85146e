"""The logo's check: what could run, load or lead elsewhere is refused at its place; what drawing programs write is not.

In the files of these tests | stands before each spot that a problem must name.
"""

from __future__ import annotations

import re
import time

import pytest
from drawings import DECLARED, SHADE, svg

from generator.brand.logo.reader import MAX_BYTES, read_logo
from generator.brand.logo.references import MAX_DRAWN
from generator.problems import MAX_DEPTH, MAX_PROBLEMS

FILE = "content/brand/logo.svg"


def found(text: str) -> list[tuple[str, int, int]]:
    return sorted((problem.code, problem.line, problem.column) for problem in read_logo(text.encode(), FILE)[1])


def expected(marked: str, *codes: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without its marks, and the codes, each at a mark."""
    parts = marked.split("|")
    before = ["".join(parts[:count]).split("\n") for count in range(1, len(parts))]
    assert len(before) == len(codes)
    spots = [(code, len(lines), len(lines[-1]) + 1) for code, lines in zip(codes, before, strict=True)]
    return "".join(parts), sorted(spots)


# --- refused ----------------------------------------------------------------------------------------------------------

REFUSED = {
    # What runs.
    "script": ("logo-script", "<g>\n é <|script>alert(1)</script></g>"),
    "script-elsewhere": ("logo-script", '<|script xlink:href="https://evil.example/x.js"/>'),
    "script-of-html": ("logo-script", '<|h:script xmlns:h="http://www.w3.org/1999/xhtml">1</h:script>'),
    "script-by-default-space": ("logo-script", '<|script xmlns="http://www.w3.org/1999/xhtml">1</script>'),
    "mathml": ("logo-script", '<|m:mtext xmlns:m="http://www.w3.org/1998/Math/MathML"/>'),
    "handler": ("logo-script", '<path d="M0 0"\n  |onclick="alert(1)"/>'),
    "handler-in-capitals": ("logo-script", "<path |ONLOAD='alert(1)'/>"),
    "handler-in-style": ("logo-script", '<path style="fill:red; |onload:x"/>'),
    "foreign-object": ("logo-script", "<|foreignObject><p>a</p></foreignObject>"),
    "animate": ("logo-script", '<path><|animate attributeName="d" to="M0 0"/></path>'),
    "set": ("logo-script", '<g id="a"><|set attributeName="href" to="javascript:alert(1)"/></g>'),
    "animate-motion": ("logo-script", "<|animateMotion/>"),
    "events-attribute": ("logo-script", '<g |e:event="x" xmlns:e="http://www.w3.org/2001/xml-events"/>'),
    # What is fetched or leads elsewhere.
    "image": ("logo-outside", '<|image xlink:href="data:image/png;base64,AAAA"/>'),
    "use-of-a-file": ("logo-outside", '<use |href="other.svg#a"/>'),
    "use-of-a-host": ("logo-outside", '<use |xlink:href="//evil.example/a.svg#a"/>'),
    "use-of-data": ("logo-outside", '<use |href="data:image/svg+xml,x#a"/>'),
    "use-of-nothing": ("logo-outside", '<use |href=""/>'),
    "gradient-of-a-file": ("logo-outside", '<linearGradient id="a" |href="b.svg#b"/>'),
    "script-address": ("logo-outside", '<use |href=" java&#115;cript:alert(1)"/>'),
    "fill": ("logo-outside", '<path |fill="url(https://evil.example/x)"/>'),
    "fill-in-quotes": ("logo-outside", "<path |fill=\"url( 'a.svg#x' )\"/>"),
    "fill-by-entities": ("logo-outside", '<path |fill="&#117;rl(a.svg#x)"/>'),
    "mask": ("logo-outside", '<path |mask="url(//evil.example)"/>'),
    "unknown-property": ("logo-outside", '<path |cursor="url(a.cur), auto"/>'),
    "needless-attribute": ("logo-outside", '<path |data-x="url(a.png)"/>'),
    "style": ("logo-outside", '<path style="stroke:red;\n |fill:url(a.svg#x)"/>'),
    "style-with-entities": ("logo-outside", '<path style="|opacity&#58;1;fill:url(a.svg#x)"/>'),
    "import": ("logo-outside", '<path |font-family="@import x"/>'),
    # Style sheets, and styles that are none.
    "style-sheet": ("logo-style", "<|style>path { fill: url(a) }</style>"),
    "no-style": ("logo-style", '<path style="|red"/>'),
    "half-a-style": ("logo-style", '<path style="|fill:red;}"/>'),
    "open-quotes": ("logo-style", '<path style="|font-family:\'a;fill:red"/>'),
    # What is no plain shape.
    "text": ("logo-shape", "<|text>Name</text>"),
    "filter": ("logo-shape", '<|filter id="a"/>'),
    "pattern": ("logo-shape", '<|pattern id="a"><path/></pattern>'),
    "symbol": ("logo-shape", '<|symbol id="a"/>'),
    "unknown-element": ("logo-shape", "<|blink/>"),
    "other-case": ("logo-shape", "<|SCRIPT/>"),
    "nested": ("logo-shape", "<|svg/>"),
    "unknown-attribute": ("logo-shape", '<path |filter="url(#a)"/>'),
    "unknown-property-in-style": ("logo-shape", '<path style="|mix-blend-mode:multiply"/>'),
    "geometry-in-style": ("logo-shape", '<path style="fill:red;|x:1"/>'),
    "no-part": ("logo-shape", '<path |mask="shade"/>'),
    "two-parts": ("logo-shape", f'{SHADE}<path |clip-path="url(#shade) url(#shade)"/>'),
    "escape": ("logo-shape", '<path |fill="ur\\6c(a)"/>'),
    "colour": ("logo-shape", '<path |fill="#12"/>'),
    "path": ("logo-shape", '<path |d="M0 0; alert"/>'),
    "arabic-digits": ("logo-shape", '<path |stroke-width="١"/>'),
    "length": ("logo-shape", '<rect |width="calc(1px)"/>'),
    "transform": ("logo-shape", '<g |transform="evil(1)"/>'),
    "word": ("logo-shape", '<g |fill-rule="a;b"/>'),
    "fallback": ("logo-shape", f'{SHADE}<path |fill="url(#shade) url(#shade)"/>'),
    # References within the file.
    "missing-part": ("logo-reference", '<use |xlink:href="#nowhere"/>'),
    "missing-gradient": ("logo-reference", '<path d="M0 0" |style="fill:red;stroke:url(#nowhere)"/>'),
    "itself": ("logo-reference", '<g id="a"><use |href="#a"/></g>'),
    "each-other": (
        "logo-reference",
        '<mask id="a"><path mask="url(#b)"/></mask><mask id="b"><path |mask="url(#a)"/></mask>',
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_at_its_place(name: str) -> None:
    code, inner = REFUSED[name]
    text, spots = expected(svg(inner).replace("<|", "|<"), code)
    assert found(text) == spots
    assert read_logo(text.encode(), FILE)[0] is None


def test_the_handler_of_the_drawing_itself_is_refused() -> None:
    text, spots = expected(svg("", ' |onload="alert(1)"'), "logo-script")
    assert found(text) == spots


def test_a_style_sheet_of_another_file_is_refused() -> None:
    text, spots = expected(f'|<?xml-stylesheet href="a.css"?>|<?php 1?>{svg("")}', "logo-outside", "logo-shape")
    assert found(text) == spots


def test_all_problems_are_told_at_once_and_in_words() -> None:
    inner = '<a href="https://x.example" onclick="1">\n<path onfocus="1" fill="url(x)"/></a><image/><text/>'
    problems = read_logo(svg(inner).encode(), FILE)[1]
    assert len(problems) == 7
    for problem in problems:
        assert problem.fix
        assert problem.width > 1
        assert re.fullmatch(rf"{FILE}:\d+:\d+: error\[logo-[a-z]+\] .+; .+", str(problem))


def test_the_problem_line() -> None:
    problems = read_logo(svg("<script/>").encode(), FILE)[1]
    said = 'error[logo-script] "script" could run or change something in every page; remove it'
    column = svg("|").split("\n")[1].index("|") + 1
    assert [str(problem) for problem in problems] == [f"{FILE}:2:{column}: {said}"]


def test_line_ends_of_other_systems_count_as_lines() -> None:
    for end in ("\r\n", "\r"):
        text, spots = expected(svg("\n\n|<script/>"), "logo-script")
        assert found(text.replace("\n", end)) == spots


# --- the file ---------------------------------------------------------------------------------------------------------

BOMB = (
    '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
PUBLIC = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE, PUBLIC, "<!DOCTYPE svg>"])
def test_a_doctype_is_refused_before_it_declares_anything(doctype: str) -> None:
    begun = time.monotonic()
    text = f'<?xml version="1.0"?>\n {doctype}{svg("<title>&j;&a;</title>" if "[" in doctype else "<script/>")}'
    problems = read_logo(text.encode(), FILE)[1]
    assert problems[0].width == len("<!DOCTYPE")
    codes = [problem.code for problem in problems]
    assert codes == ["logo-doctype"] + ([] if "[" in doctype else ["logo-script"])
    assert found(text)[0] == ("logo-doctype", 2, 2)
    assert time.monotonic() - begun < 1


def test_an_entity_without_a_doctype_is_refused() -> None:
    text, spots = expected(svg("<title>a |&nbsp;</title>"), "logo-doctype")
    assert found(text) == spots


@pytest.mark.parametrize("inner", ["<g>|</svg>", "<title>é & b</title>", "<x:g/>", '<path d="1" d="2"/>'])
def test_what_is_no_xml_is_told_where_reading_stops(inner: str) -> None:
    ((code, line, column),) = found(svg(inner.replace("|", "")))
    assert (code, line) == ("logo-syntax", 2)
    assert column > svg("|").split("\n")[1].index("|")


@pytest.mark.parametrize(("text", "line"), [("", 1), ("\n<html/>", 2), ("<svg/>", None), ("<svg xmlns='urn:x'/>", 1)])
def test_what_is_no_svg(text: str, line: int | None) -> None:
    ((code, at, _),) = found(text)
    assert (code, at) == (("logo-syntax", line) if line else ("logo-viewbox", 1))


@pytest.mark.parametrize(
    "box", ["", "0 0 10", "0 0 0 10", "0 0 10 -1", "a b c d", "0 0 1e9 1", "0 0 nan 1", "0 0 1 1 1"]
)
def test_a_logo_says_how_large_it_is(box: str) -> None:
    text, spots = expected(f'<svg {DECLARED} |viewBox="{box}" width="12px" height="7"/>', "logo-viewbox")
    assert found(text) == spots
    assert 'viewBox="0 0 12 7"' in read_logo(text.encode(), FILE)[1][0].fix


def test_a_logo_without_a_view_box_is_told_at_its_tag() -> None:
    text, spots = expected(f"<!-- -->|<svg {DECLARED} width='a'/>", "logo-viewbox")
    assert found(text) == spots
    assert 'viewBox="0 0 32 32"' in read_logo(text.encode(), FILE)[1][0].fix


def test_a_file_may_have_so_many_bytes_and_no_more() -> None:
    whole = svg("").encode()
    assert read_logo(whole + b" " * (MAX_BYTES - len(whole)), FILE)[1] == ()
    (problem,) = read_logo(whole + b" " * (MAX_BYTES - len(whole) + 1), FILE)[1]
    assert (problem.code, problem.line) == ("logo-too-large", 0)


def test_a_file_in_another_encoding_is_refused() -> None:
    assert [problem.code for problem in read_logo(svg("").encode("utf-16"), FILE)[1]] == ["wrong-encoding"]
    assert [problem.code for problem in read_logo(svg("").encode("cp1252"), FILE)[1]] == ["wrong-encoding"]


def test_whatever_it_says_a_file_is_read_as_utf_8() -> None:
    declared = '<?xml version="1.0" encoding="UTF-7"?>'
    assert read_logo(f"\ufeff{declared}{svg('')}".encode(), FILE)[1] == ()
    assert found(f"{declared}{svg('+ADw-script+AD4-')}") == []


def test_groups_are_nested_so_deep_and_no_deeper() -> None:
    depth = MAX_DEPTH - 1  # the drawing itself is one
    assert found(svg("<g>" * depth + "</g>" * depth)) == []
    text, spots = expected(svg("<g>" * depth + "|<g>" + "</g>" * (depth + 1)), "logo-too-large")
    assert found(text) == spots
    assert [code for code, _, _ in found(svg("<g>" * 9000 + "</g>" * 9000))] == ["logo-too-large"]


def test_of_very_many_problems_the_first_are_told() -> None:
    codes = [problem.code for problem in read_logo(svg("<text/>" * 500).encode(), FILE)[1]]
    assert codes == ["logo-shape"] * MAX_PROBLEMS + ["more-problems"]


# --- copies of copies -------------------------------------------------------------------------------------------------


def doubled(levels: int, part: str = '<g id="{}">{}</g>', copy: str = '<use href="#{}"/>') -> str:
    """A few lines that stand for 2 to the power of `levels` shapes."""
    layers = [part.format(f"a{level}", copy.format(f"a{level - 1}") * 2) for level in range(1, levels + 1)]
    return part.format("a0", "<path/>") + "".join(layers)


def test_copies_of_copies_are_counted() -> None:
    assert found(svg(doubled(6))) == []
    assert [code for code, _, _ in found(svg(doubled(30)))] == ["logo-too-large"]


def test_masks_in_masks_are_counted() -> None:
    masks = doubled(30, '<mask id="{}">{}</mask>', '<path mask="url(#{})"/>')
    assert [code for code, _, _ in found(svg(masks))] == ["logo-too-large"]


def test_so_many_shapes_may_be_drawn_and_no_more() -> None:
    group = '<g id="a">' + "<path/>" * 98 + "</g>"  # 99, and 100 as a copy
    copies = MAX_DRAWN // 100 - 1
    most = group + '<use href="#a"/>' * copies
    assert found(svg(most)) == []  # the drawing, a group and the copies make MAX_DRAWN
    assert [code for code, _, _ in found(svg(most + "<path/>"))] == ["logo-too-large"]


def test_a_long_way_of_references_ends_in_words() -> None:
    chain = "".join(f'<linearGradient id="a{n}" href="#a{n + 1}"/>' for n in range(100))
    text = svg(f'{chain}<linearGradient id="a100"/>')
    assert {code for code, _, _ in found(text)} == {"logo-reference"}
