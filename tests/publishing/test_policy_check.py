"""What a page's own policy would refuse is found before the page is published."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import files
from generator.frontend import FIRST, policy
from generator.publishing import policy_check
from generator.publishing.page import Page

ADDRESS = "https://example.org/compare/"
HASH = base64.b64encode(hashlib.sha256(b"a()").digest()).decode()
ALLOWED = f"""
<link rel="canonical" href="https://elsewhere.org/"><link rel="prev" href="../"><link rel="icon" href="data:,">
<link rel="stylesheet" href="../assets/a.css"><link rel="preload" href="../b.woff2" as="font">
<script>{FIRST}</script><script type="application/json">{{"a": 1}}</script><script src="/compare/a.js"></script>
<a href="https://elsewhere.org/" rel="next">out</a><a href="mailto:a@b.org">mail</a><form name="search"></form>
<img src="https://example.org/compare/a.png" srcset="a.png 1x, data:image/png;base64,A 2x">
<video poster="a.png"></video><svg><use href="#a"/></svg><td data-align="right">&lt;td style="a"&gt;</td>
<code>style="text-align: right;" onclick="a()"</code>"""
SHEET = "@font-face { src: url(b.woff2) } a { mask: url('data:image/svg+xml,<svg/>'); fill: url(#a) } /* url(//x) */"
REFUSED = {
    '<link rel="next" href="../next/">': 'what <link rel="next"> asks for: ../next/',
    '<link rel="prefetch" href="../next/">': 'what <link rel="prefetch"> asks for: ../next/',
    '<link rel="manifest" href="//a.org/b.json">': 'what <link rel="manifest"> asks for: //a.org/b.json',
    '<link rel="preload" as="font" href="//a.org/b">': 'what <link rel="preload"> asks for: //a.org/b',
    '<link rel="stylesheet" href="http://example.org/a.css">': (
        'what <link rel="stylesheet"> asks for: http://example.org/a.css'
    ),
    '<td style="text-align: right;">1</td>': '<td style="text-align: right;">',
    "<style>a { color: red }</style>": "<style> that begins: a { color: red }",
    "<svg><style>a{}</style></svg>": "<style> that begins: a{}",
    "<script>a()</script>": "<script> that begins: a()",
    '<script type="module">a()</script>': "<script> that begins: a()",
    '<script src="https://a.org/a.js"></script>': "what <script> asks for: https://a.org/a.js",
    "<b onclick=a()>b</b>": "<b onclick>",
    # A second one of these is none, but a browser gives what it has to the first.
    "<body><p>a</p><body onload=a()>": "<body onload>",
    "<p>a</p><html onclick=a()>": "<html onclick>",
    '<a href=" JavaScript:a()">a</a>': '<a href=" JavaScript:a()">',
    '<img src="https://example.org:8080/a.png">': "what <img> asks for: https://example.org:8080/a.png",
    '<img src="a.png" srcset="a.png, //a.org/b.png 2x">': "what <img> asks for: //a.org/b.png",
    '<picture><source srcset="https://a.org/b.png"></picture>': "what <source> asks for: https://a.org/b.png",
    '<video src="a.mp4"></video>': "what <video> asks for: a.mp4",
    '<audio><source src="a.mp3"></audio>': "what <source> asks for: a.mp3",
    '<iframe src="../"></iframe>': "what <iframe> asks for: ../",
    '<object data="a.svg"></object>': "what <object> asks for: a.svg",
    '<form action="/send"></form>': "what <form> asks for: /send",
    '<button formaction="/send">a</button>': "what <button> asks for: /send",
    '<base href="/">': "what <base> asks for: /",
}


def findings(root: Path, page: str, sheet: str = SHEET, policy: str = policy()) -> list[str]:
    own = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    files.write(root / "page" / "index.html", (own + page).encode())
    files.write(root / "assets" / "a.css", sheet.encode())
    return [found.removeprefix("page/index.html: its policy refuses ") for found in _found(root)]


def _found(root: Path) -> Iterator[str]:
    published = files.tree(root)
    pages = {name: Page(path.read_text("utf-8")) for name, path in published.items() if name.endswith(".html")}
    check = policy_check.PolicyCheck(published, ADDRESS)
    return [told for name, page in sorted(pages.items()) for told in check.findings(name, page)]


def test_what_is_the_site_s_own_is_allowed(tmp_path: Path) -> None:
    assert findings(tmp_path, ALLOWED) == []


@pytest.mark.parametrize("part", REFUSED)
def test_what_is_refused_is_told(tmp_path: Path, part: str) -> None:
    assert findings(tmp_path, ALLOWED + part) == [REFUSED[part]]


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        ("@font-face { src: url('//a.org/b.woff2') }", "what assets/a.css asks for: //a.org/b.woff2"),
        ("@font-face { src: url(data:font/woff2;base64,A) }", "what assets/a.css asks for: data:font/woff2;base64,A"),
        ("@import 'https://a.org/c.css';", "what assets/a.css asks for: https://a.org/c.css"),
        ("a { background: url( https://a.org/b.png ) }", "what assets/a.css asks for: https://a.org/b.png"),
    ],
)
def test_what_style_sheets_load_is_the_page_s_as_well(tmp_path: Path, sheet: str, told: str) -> None:
    assert findings(tmp_path, ALLOWED, sheet) == [told]


@pytest.mark.parametrize(
    ("policy", "refused"),
    [
        ("", False),
        ("img-src 'none'", False),
        ("default-src 'none'", True),
        ("script-src 'unsafe-inline'", False),
        ("script-src 'self'", True),
        (f"script-src 'sha256-{HASH}'", False),
        (f"script-src 'unsafe-inline' 'sha256-{HASH[::-1]}'", True),
        (f"script-src-elem 'sha256-{HASH}'; script-src 'none'", False),
    ],
)
def test_scripts_in_the_page_are_judged_as_browsers_do(tmp_path: Path, policy: str, refused: bool) -> None:
    assert findings(tmp_path, "<script>a()</script>", policy=policy) == ["<script> that begins: a()"] * refused


@pytest.mark.parametrize(
    ("source", "allowed"),
    [
        ("*", True),
        ("https:", True),
        ("http:", False),
        ("a.b.org", True),
        ("*.b.org", True),
        ("*.a.b.org", False),
        ("https://a.b.org/x/", True),
        ("https://a.b.org/y/", False),
        ("https://a.b.org:444", False),
    ],
)
def test_other_hosts_are_allowed_where_they_are_named(tmp_path: Path, source: str, allowed: bool) -> None:
    found = findings(tmp_path, '<img src="https://a.b.org/x/a.png">', policy=f"img-src {source}")
    assert found == ["what <img> asks for: https://a.b.org/x/a.png"] * (not allowed)


def test_a_page_without_a_policy_has_the_one_that_the_host_sends(tmp_path: Path) -> None:
    files.write(tmp_path / "_headers", f"/compare/*\n  Content-Security-Policy: {policy()}\n".encode())
    assert findings(tmp_path, "<b style='a'>b</b>", policy="") == ['<b style="a">']


def test_a_fault_is_told_once_a_page(tmp_path: Path) -> None:
    assert findings(tmp_path, "<td style='a'>1</td>" * 3) == ['<td style="a">']
