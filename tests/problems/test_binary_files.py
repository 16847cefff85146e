"""A font or a picture that is not what its name says is one problem at that file, and whole ones are none."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from projects import BRAND, ROOT, built

from generator import files
from generator.model import inspect
from generator.problems import broken_files
from generator.publishing import CheckMemory, site_check

POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n"
FONT = BRAND / "fonts" / "Inter-Regular.ttf"
WEB_FONT = BRAND / "fonts" / "Inter-Variable-subset.woff2"


def picture(form: str, **options: object) -> bytes:
    file = io.BytesIO()
    Image.effect_noise((64, 48), 60).convert("RGB").save(file, form, **options)
    return file.getvalue()


def web_font() -> bytes:
    file, font = io.BytesIO(), TTFont(FONT)
    font.flavor = "woff"
    font.save(file)
    return file.getvalue()


def archive() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("a.txt", "a" * 70_000)
    return file.getvalue()


def boxes(kind: bytes) -> bytes:
    parts = (b"ftyp" + kind + bytes(8), b"meta" + bytes(40), b"mdat" + b"x" * 500)
    return b"".join((len(part) + 4).to_bytes(4, "big") + part for part in parts)


WHOLE: dict[str, Callable[[], bytes]] = {
    "png": (ROOT / ".github" / "pictures" / "slide.png").read_bytes,
    "jpg": lambda: picture("JPEG", quality=90),
    "jpeg": lambda: picture("JPEG", progressive=True, exif=_with_small_picture()),
    "gif": lambda: picture("GIF"),
    "webp": lambda: picture("WEBP"),
    "ico": lambda: picture("ICO", sizes=[(16, 16), (32, 32)]),
    "svg": lambda: b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>\n',
    "ttf": FONT.read_bytes,
    "woff": web_font,
    "woff2": WEB_FONT.read_bytes,
    "pdf": lambda: b"%PDF-1.4\n" + b"1 0 obj\n<<>>\nendobj\n" * 300 + b"trailer\n<<>>\nstartxref\n9\n%%EOF\n",
    "zip": archive,
    "pptx": archive,
    "avif": lambda: boxes(b"avif"),
    "mp4": lambda: boxes(b"isom"),
}
MANGLED = "as a shell wrote it"
BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "a pointer of Git LFS": lambda _: POINTER,
    "an error page": lambda _: b"<!doctype html><title>404</title><p>Not found",
    "nothing but zeros": lambda data: bytes(len(data)),
    "half of it": lambda data: data[: len(data) // 2],
    "its beginning": lambda data: data[:24],
    "all but the end": lambda data: data[:-9],
    MANGLED: lambda data: data.decode("latin-1").encode("utf-8"),
}


def _with_small_picture() -> bytes:
    """Exif data in which a whole JPEG stands, as cameras write it."""
    return b"Exif\0\0" + b"II*\0\x08\0\0\0\0\0" + picture("JPEG", quality=30)


@cache
def whole(kind: str) -> bytes:
    return WHOLE[kind]()


def found(folder: Path, name: str, data: bytes) -> list[str]:
    """What is said of a file with this name and these bytes."""
    path = folder / name
    path.write_bytes(data)
    return [f"{one.file}: {one.code}: {one.message}" for one in broken_files([(name, path)])]


@pytest.mark.parametrize("kind", WHOLE)
def test_a_whole_file_is_nothing_to_tell(kind: str, tmp_path: Path) -> None:
    assert found(tmp_path, f"a.{kind}", whole(kind)) == []
    assert found(tmp_path, f"A.{kind.upper()}", whole(kind)) == []


CASES = [(kind, how) for kind in WHOLE for how in BROKEN if how != MANGLED or kind not in ("svg", "pdf")]  # plain text


@pytest.mark.parametrize(("kind", "how"), CASES)
def test_a_broken_file_is_one_problem(kind: str, how: str, tmp_path: Path) -> None:
    (told,) = found(tmp_path, f"a.{kind}", BROKEN[how](whole(kind)))
    assert told.startswith(f"a.{kind}: broken-file: ")


def test_every_picture_and_font_that_is_published_is_whole() -> None:
    found = [path for part in ("content", "docs", "overrides") for path in files.tree(ROOT / part).values()]
    paths = [path for path in found if ".icons" not in path.parts]  # templates, whatever their names end with
    assert {".ttf", ".woff2", ".svg", ".png"} <= {path.suffix for path in paths}
    assert list(broken_files((path.as_posix(), path) for path in paths)) == []


def test_a_file_under_another_name_is_told_as_what_it_is(tmp_path: Path) -> None:
    for name, kind, said in (
        ("a.ttf", "woff2", "this is no TrueType font but a WOFF2 font"),
        ("a.woff2", "ttf", "this is no WOFF2 font but a TrueType font"),
        ("a.png", "jpg", "this is no PNG picture but a JPEG picture"),
        ("a.svg", "png", "this is no SVG picture but a PNG picture"),
    ):
        assert found(tmp_path, name, whole(kind)) == [f"{name}: broken-file: {said}"]


def large_box(name: bytes, body: bytes) -> bytes:
    """A box whose length does not fit into the usual four bytes."""
    return (1).to_bytes(4, "big") + name + (len(body) + 16).to_bytes(8, "big") + body


def test_boxes_of_every_length_are_read(tmp_path: Path) -> None:
    begin = boxes(b"isom")
    to_the_end, too_short = b"\0\0\0\0mdat" + b"x" * 99, b"\0\0\0\3mdat"
    assert found(tmp_path, "a.mp4", begin + large_box(b"mdat", b"x" * 99)) == []
    assert found(tmp_path, "a.mp4", begin + to_the_end) == []
    assert len(found(tmp_path, "a.mp4", begin + too_short)) == 1
    assert len(found(tmp_path, "a.mp4", (begin + large_box(b"mdat", b"x" * 99))[:-1])) == 1


def test_a_gif_with_a_block_of_no_kind_is_broken(tmp_path: Path) -> None:
    data = whole("gif")
    assert data.endswith(b"\x3b")
    assert len(found(tmp_path, "a.gif", data[:-1] + b"\x77\x3b")) == 1


def test_one_wrong_byte_of_a_png_is_found(tmp_path: Path) -> None:
    data = bytearray(whole("png"))
    data[len(data) // 2] ^= 1
    assert len(found(tmp_path, "a.png", bytes(data))) == 1


def test_a_pointer_is_found_whatever_it_is_called_and_text_is_left_alone(tmp_path: Path) -> None:
    for name in ("film.mov", "page.md", "table.csv", "noending"):
        (told,) = found(tmp_path, name, POINTER)
        assert "Git LFS" in told
        assert found(tmp_path, name, b"") == found(tmp_path, name, b"Any text. " + POINTER) == []


# --- where they are looked for ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Inter-Regular.ttf", "Inter-Variable-subset.woff2"])
@pytest.mark.parametrize("data", [POINTER, b"", FONT.read_bytes()[:60_000]], ids=["pointer", "empty", "cut off"])
def test_a_broken_font_is_one_error_at_the_font(name: str, data: bytes, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "content" / "brand" / "fonts" / name).write_bytes(data)
    model, problems = inspect(tmp_path / "content", linted=False)
    assert model is None
    (problem,) = problems
    assert (problem.code, problem.line) == ("broken-file", 0)
    assert problem.file.endswith(f"content/brand/fonts/{name}")


def test_check_and_build_name_every_broken_file_and_publish_none(tmp_path: Path) -> None:
    sandbox = built(tmp_path / "a sandbox")
    before = files.stamps(sandbox.site)
    files.write(sandbox.docs / "assets" / "photo.jpg", POINTER)
    (sandbox.content / "brand" / "fonts" / "Inter-Variable-subset.woff2").write_bytes(POINTER)
    checked = sandbox.run("check")
    assert checked.exit_code == 1
    assert checked.stdout.count("error[broken-file]") == checked.stdout.count("error[") == 2
    result = sandbox.run("build", "--jobs", "1")
    assert result.exit_code == 1
    assert result.stderr.count("error[broken-file]") == 2
    assert "docs/assets/photo.jpg: error[broken-file]" in result.stderr
    assert files.stamps(sandbox.site) == before


def test_the_finished_site_is_searched_for_those_of_the_theme(tmp_path: Path) -> None:
    files.write(tmp_path / "site" / "assets" / "mark.png", POINTER)
    (tmp_path / "docs").mkdir()
    (told,) = site_check.findings(
        tmp_path / "docs",
        tmp_path / "site",
        generated=(),
        address="https://example.com/",
        digests=files.Digests(tmp_path / "digests.json"),
        memory=CheckMemory(),
    )
    assert told.startswith("assets/mark.png: this is the pointer that Git LFS leaves in place of a file; fetch")


# --- in the place of a text -------------------------------------------------------------------------------------------


def office(name: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, "<x/>")
    return file.getvalue()


NO_TEXTS: dict[str, tuple[bytes, str]] = {
    "Word": (office("word/document.xml"), "a Word document"),
    "Excel": (office("xl/workbook.xml"), "an Excel workbook"),
    "archive": (office("notes.txt"), "a ZIP archive"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "a document of an old version of Word"),
    "RTF": (b"{\\rtf1\\ansi name: Nurse}", "an RTF document"),
    "web page": (b"\n<!DOCTYPE html>\n<html><body>name: Nurse</body></html>", "a web page"),
    "PNG": (picture("PNG"), "a PNG picture"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
    "font": (FONT.read_bytes(), "a font"),
}


@pytest.mark.parametrize("what", NO_TEXTS)
@pytest.mark.parametrize(
    ("name", "wanted"),
    [("roles/ward-nurse.yml", "YAML text"), ("site.yml", "YAML text"), ("brand/logo.svg", "SVG picture")],
)
def test_what_is_no_text_is_told_as_what_it_is(wards: Path, what: str, name: str, wanted: str) -> None:
    data, title = NO_TEXTS[what]
    (wards / name).write_bytes(data)
    (problem,) = inspect(wards)[1]
    assert (problem.code, problem.file) == ("broken-file", f"{wards.as_posix()}/{name}")
    assert problem.message.startswith(f"this is no {wanted} but {title}")


def test_a_pointer_of_git_lfs_in_the_place_of_a_text_is_told(wards: Path) -> None:
    (wards / "glossary.yml").write_bytes(POINTER)
    (problem,) = inspect(wards)[1]
    assert "Git LFS" in problem.message


def test_a_text_that_begins_like_a_font_is_a_text(wards: Path) -> None:
    (wards / "changes.yml").write_text("true:\n  title: True\n  day: 2026-01-05\n  text: What it is.\n")
    assert inspect(wards)[1] == ()
