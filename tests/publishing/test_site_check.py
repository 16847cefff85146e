"""What keeps a finished site from being published."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from generator import files
from generator.publishing import site_check
from generator.publishing.check_memory import CheckMemory

ADDRESS = "https://example.org/compare"
PICTURE = "infographics/one/one-slide-light.png"
PAGE = """<!doctype html><html><head><base href="/nowhere/">
<link rel="canonical" href="https://example.org/compare/roles/a%20b/">
<meta property="og:image" content="https://example.org/compare/{picture}"></head>
<body id="body"><a name="old">.</a> <a href="../../#body">home</a> <a href="#part">below</a> <h2 id="part">Part</h2>
<a href="#">up</a> <a href="?view=all">itself</a> <a href="https://example.com/gone">elsewhere</a>
<a href="https://example.org/other">a neighbour</a> <a href="/other/">the host's</a> <a href="mailto:a@b.org">mail</a>
<img src="data:image/gif;base64,R0" srcset="../../{picture} 1x, /compare/{picture} 2x"></body></html>"""
HOME = '<body id="body"><a href="roles/a%20b/#part">.</a><a href="roles/a b#old">.</a></body>'


def png(width: int = 4, height: int = 3) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4s2I", 13, b"IHDR", width, height) + b"the rest"


def listed(data: bytes, name: str = PICTURE) -> bytes:
    """The list of pictures with one file in it, of 4 by 3 pixels."""
    file = {"path": name, "format": name[-3:], "width": 4, "height": 3, "sha256": hashlib.sha256(data).hexdigest()}
    return json.dumps([{"files": [file]}]).encode()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """docs/ and the site that was made of it, whole."""
    same = {
        PICTURE: png(),
        "data/infographics.json": listed(png()),
        "assets/a.css": b'a { src: url("b.woff2?#iefix"), url(../assets/b.woff2), url(data:x) }',
        "assets/b.woff2": b"font",
    }
    for name, data in same.items():
        files.write(tmp_path / "docs" / name, data)
        files.write(tmp_path / "site" / name, data)
    for name in ("index.md", "roles/a b.md", "more/README.md", "nav.yml"):
        files.write(tmp_path / "docs" / name, b"")
    files.write(tmp_path / "site" / "index.html", HOME.encode())
    files.write(tmp_path / "site" / "more" / "index.html", b"")
    files.write(tmp_path / "site" / "roles" / "a b" / "index.html", PAGE.format(picture=PICTURE).encode())
    return tmp_path


def findings(root: Path) -> list[str]:
    made = files.tree(root / "docs")
    digests, memory = files.Digests(root / "digests.json"), CheckMemory(root / "checked.json")
    told = site_check.findings(
        root / "docs", root / "site", generated=made, address=ADDRESS, digests=digests, memory=memory
    )
    memory.save()
    return told


def test_a_whole_site_is_whole(root: Path) -> None:
    assert findings(root) == []


def lost(name: str) -> Callable[[Path], object]:
    return lambda root: (root / name).unlink()


def holds(name: str, data: bytes) -> Callable[[Path], object]:
    return lambda root: files.write(root / name, data)


def says(text: str, name: str = "more/index.html") -> Callable[[Path], object]:
    return holds(f"site/{name}", text.encode())


BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "a page": (lost("site/more/index.html"), "more/README.md: its page is missing"),
    "a file": (lost("site/assets/b.woff2"), "assets/b.woff2: is missing"),
    "half a file": (holds("site/assets/b.woff2", b"fo"), "assets/b.woff2: is not as it was made"),
    "a picture": (lost(f"site/{PICTURE}"), f"{PICTURE}: is missing, and data/infographics.json lists it"),
    "another picture": (
        holds(f"site/{PICTURE}", b"another"),
        f"{PICTURE}: is not the picture that data/infographics.json lists",
    ),
    "a picture too many": (
        holds("docs/infographics/two/two.svg", b""),
        "infographics/two/two.svg: is a picture that data/infographics.json does not list",
    ),
    "a link": (says('<a href="no/">'), "more/index.html: no/ leads nowhere"),
    "a link out of the site": (says('<a href="../../x">'), "more/index.html: ../../x leads nowhere"),
    "a link by its path": (says('<a href="/compare/no">'), "more/index.html: /compare/no leads nowhere"),
    "a link by its address": (
        says('<a href="https://example.org/compare/no">'),
        "more/index.html: https://example.org/compare/no leads nowhere",
    ),
    "a part": (says('<a href="..#no">'), "more/index.html: ..#no names a part that its page does not have"),
    "a part of the page": (says('<a href="#no">'), "more/index.html: #no names a part that its page does not have"),
    "an image": (says('<img src="no.png">'), "more/index.html: no.png leads nowhere"),
    "a larger image": (says('<img srcset="../ 1x, no.png 2x">'), "more/index.html: no.png leads nowhere"),
    "a picture to share": (
        says('<meta content="https://example.org/compare/no.png">'),
        "more/index.html: https://example.org/compare/no.png leads nowhere",
    ),
    "a font": (says("a { src: url( 'no.woff2' ) }", "assets/c.css"), "assets/c.css: no.woff2 leads nowhere"),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_whatever_is_broken_is_told(root: Path, broken: str) -> None:
    spoil, told = BROKEN[broken]
    spoil(root)
    assert told in findings(root)


def test_everything_is_told_at_once(root: Path) -> None:
    says('<a href="no"><img src="no.png">')(root)
    lost("site/assets/b.woff2")(root)
    assert len(findings(root)) == 5


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="%b" height="%b" viewBox="0 0 %b %b"></svg>'
PDF = b"%%PDF-1.4\n<< /Type /Page /MediaBox [ 0 0 %b %b ] >>"
FILES = {
    "another size": ("png", png(4, 4), "has 4 × 4, and the list says 4 × 3"),
    "a PNG that is an SVG": ("png", SVG % (b"4", b"3", b"4", b"3"), "is no PNG"),
    "a pointer to a PNG": ("png", b"version https://git-lfs.github.com/spec/v1\n", "is no PNG"),
    "half a header": ("png", png()[:18], "is no PNG"),
    "an empty file": ("png", b"", "is no PNG"),
    "an SVG of another shape": ("svg", SVG % (b"8", b"9", b"8", b"9"), "has 8 × 9, and the list says 4 × 3"),
    "an SVG without a size": ("svg", b"<svg></svg>", "is no SVG"),
    "a PDF of another shape": ("pdf", PDF % (b"8.5", b"9"), "has 8.5 × 9, and the list says 4 × 3"),
    "a PDF that is a PNG": ("pdf", png(), "is no PDF"),
}


@pytest.mark.parametrize("case", FILES)
def test_a_picture_that_is_not_as_listed_is_told(root: Path, case: str) -> None:
    form, data, told = FILES[case]
    assert findings(of(root, form, data)) == [f"{PICTURE[:-3]}{form}: {told}"]


@pytest.mark.parametrize(("form", "data"), [("svg", SVG % (b"2", b"1.5", b"2", b"1.5")), ("pdf", PDF % (b"8", b"6.1"))])
def test_what_has_no_pixels_has_the_listed_shape(root: Path, form: str, data: bytes) -> None:
    assert findings(of(root, form, data)) == []


def of(root: Path, form: str, data: bytes) -> Path:
    """The site with this file in the place of its picture."""
    name = PICTURE[:-3] + form
    for folder in ("docs", "site"):
        files.write(root / folder / name, data)
        files.write(root / folder / "data/infographics.json", listed(data, name))
    if form != "png":
        for folder in ("docs", "site"):
            (root / folder / PICTURE).unlink()
        page = root / "site" / "roles" / "a b" / "index.html"
        files.write(page, page.read_bytes().replace(PICTURE.encode(), name.encode()))
    return root


# --- what was checked before ------------------------------------------------------------------------------------------


@pytest.fixture
def read_again(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The beginnings of pages that are read."""
    seen: list[str] = []

    class Noted(site_check.Page):
        def __init__(self, text: str) -> None:
            seen.append(text[:20])
            super().__init__(text)

    monkeypatch.setattr(site_check, "Page", Noted)
    return seen


def test_only_what_changed_is_read_again(root: Path, read_again: list[str]) -> None:
    assert findings(root) == []
    read_again.clear()
    assert findings(root) == []
    assert read_again == []
    says("changed")(root)
    assert findings(root) == []
    assert read_again == ["changed"]


def test_a_page_that_did_not_change_may_lead_nowhere_now(root: Path) -> None:
    says('<a href="../other/#part">')(root)
    says('<p id="part">', "other/index.html")(root)
    assert findings(root) == []
    says("no part", "other/index.html")(root)
    assert findings(root) == ["more/index.html: ../other/#part names a part that its page does not have"]
    lost("site/other/index.html")(root)
    assert findings(root) == ["more/index.html: ../other/#part leads nowhere"]


def test_another_style_sheet_or_policy_is_asked_of_all_pages(root: Path) -> None:
    refuse = b"/*\n  Content-Security-Policy: img-src 'none'\n"
    assert findings(root) == []
    holds("site/_headers", refuse)(root)
    assert any("its policy refuses" in told for told in findings(root))
    assert any("its policy refuses" in told for told in findings(root))


@pytest.mark.parametrize("name", ["a\nb", "a\tb"])
def test_a_name_that_holds_a_break_is_looked_at_closely(root: Path, name: str) -> None:
    says(f'<a href="#{quote(name)}"><a href="#{quote("b")}"><p id="{name}">')(root)
    assert findings(root) == ["more/index.html: #b names a part that its page does not have"]


@pytest.mark.parametrize("spoilt", [b"", b"[]", b'{"context": "", "pages": {"index.html": 3}}'])
def test_a_damaged_memory_is_none(root: Path, spoilt: bytes) -> None:
    findings(root)
    (root / "checked.json").write_bytes(spoilt)
    says('<a href="no/">')(root)
    assert findings(root) == ["more/index.html: no/ leads nowhere"]
