"""Files that are no template: each is refused in words that say what to do, and nothing is written."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pptx
import pytest
from click.testing import CliRunner
from pptx.util import Emu, Inches

from generator import deck as decks
from generator.cli import cli
from generator.problems import TemplateError

from .decks import ROOT, changed, made, saved, template

TYPES = "[Content_Types].xml"
MAIN = "ppt/presentation.xml"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
KIND = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


def good() -> bytes:
    return saved(pptx.Presentation())


def part(name: str, change: Callable[[bytes], bytes | None]) -> bytes:
    """A good template with one part changed."""
    data = changed(good(), lambda one, data: change(data) if one == name else data)
    assert data != good()
    return data


def spoilt() -> bytes:
    data = bytearray(good())
    middle = len(data) // 3
    data[middle : middle + 300] = bytes(300)
    return bytes(data)


def encrypted() -> bytes:
    """A package whose entries say that they need a password."""
    data = bytearray(good())
    place = data.index(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 1)
    return bytes(data)


def twice(name: str) -> bytes:
    """A package with a part that stands in it twice."""
    out = io.BytesIO(good())
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(name, archive.read(name))
    return out.getvalue()


def bare() -> Any:
    """A presentation whose master has no layouts."""
    file = pptx.Presentation()
    for layout in list(file.slide_layouts):
        file.slide_layouts.remove(layout)
    return file


def wide(emu: int) -> Callable[[bytes], bytes]:
    """Slides of that width."""
    return lambda data: re.sub(rb'(<p:sldSz cx=)"\d+"', rb'\1"%d"' % emu, data)


def sized(wide: float, high: float) -> bytes:
    """A template with slides of that size, inches, and everything on them as far apart."""
    file = pptx.Presentation()
    across, down = Inches(wide) / file.slide_width, Inches(high) / file.slide_height
    file.slide_width, file.slide_height = Inches(wide), Inches(high)
    for owner in (file.slide_master, *file.slide_layouts):
        for place in owner.placeholders:
            if place._element.xpath("./p:spPr/a:xfrm"):
                place.left, place.width = Emu(int(place.left * across)), Emu(int(place.width * across))
                place.top, place.height = Emu(int(place.top * down)), Emu(int(place.height * down))
    return saved(file)


MACROS = KIND.replace(b"openxmlformats-officedocument.presentationml.presentation.main", b"ms-powerpoint.macroEnabled")
DOCTYPE = b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><p:presentation '
FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "no PowerPoint file"),
    "text": (lambda: b"Hello\n" * 99, "no PowerPoint file"),
    "cut off": (lambda: good()[:9999], "no PowerPoint file"),
    "spoilt": (spoilt, "damaged"),
    "password": (lambda: OLD + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    "password of the archive": (encrypted, "protected by a password"),
    "old": (lambda: OLD, "old format"),
    "macros": (lambda: part(TYPES, lambda data: data.replace(KIND, MACROS)), "macros"),
    "hidden macros": (lambda: changed(good(), lambda _, data: data, {"ppt/vbaProject.bin": b"x"}), "macros"),
    "bomb": (lambda: changed(good(), lambda _, data: data, {"ppt/a.xml": bytes(80 * 2**20)}), "unpacks to 80 MB"),
    "text document": (
        lambda: part(TYPES, lambda data: data.replace(KIND, KIND.replace(b"presentationml", b"wordprocessingml"))),
        "a text document",
    ),
    "open document": (
        lambda: changed(good(), lambda _, data: data, {"mimetype": b"application/vnd.oasis.opendocument.presentation"}),
        "OpenDocument",
    ),
    "archive": (lambda: changed(good(), lambda *_: None, {"notes.txt": b"x"}), "is a ZIP"),
    "entities": (lambda: part(MAIN, lambda data: data.replace(b"<p:presentation ", DOCTYPE)), "its own kind"),
    "strict": (
        lambda: part(MAIN, lambda data: data.replace(b"http://schemas.openxmlformats", b"http://purl.oclc.org/ooxml")),
        "Strict",
    ),
    "no list of kinds": (lambda: part(TYPES, lambda _: None), "is a ZIP"),
    "a broken list of kinds": (lambda: part(TYPES, lambda data: data[:-9]), "damaged"),
    "no presentation": (lambda: part(MAIN, lambda _: None), "damaged"),
    "a broken layout": (lambda: part("ppt/slideLayouts/slideLayout6.xml", lambda data: data[:99]), "damaged"),
    "no theme": (lambda: part("ppt/theme/theme1.xml", lambda _: None), "damaged"),
    "two parts of one name": (lambda: twice(MAIN), "damaged"),
    "no layouts": (lambda: saved(bare()), "has no layouts"),
    "no width": (lambda: part(MAIN, wide(0)), "damaged"),
    "wider than slides can be": (lambda: part(MAIN, wide(57 * 914_400)), "damaged"),
    "an inch": (lambda: sized(1, 1), 'is too small for text: layout "Title Only" has room of 0.9 × 0.6 in'),
    "a banner": (lambda: sized(8, 1), "is too small for text"),
    "no size": (lambda: part(MAIN, lambda data: data.replace(b"sldSz", b"noteSz")), "damaged"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_template_is_refused(name: str) -> None:
    make, words = FILES[name]
    with pytest.raises(TemplateError) as told:
        decks.surveyed(decks.Template("house.pptx", make()))
    assert words in str(told.value)
    assert str(told.value).startswith("house.pptx ")
    assert "\n" not in str(told.value)


def test_a_file_larger_than_any_template_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = good()
    monkeypatch.setattr("generator.deck.templates.given.LARGEST", len(data) - 1)
    with pytest.raises(TemplateError, match=r"house\.pptx is larger than 0 MB, which no template is"):
        decks.surveyed(decks.Template("house.pptx", data))


@pytest.mark.parametrize("size", [(2, 1.5), (56, 1.5), (2, 56)])
def test_the_smallest_slides_that_serve_have_text_that_a_file_can_say(size: tuple[float, float]) -> None:
    options = decks.Options("name", tables=True, template=decks.Template("house.pptx", sized(*size)))
    with zipfile.ZipFile(io.BytesIO(made(options))) as archive:
        slides = [archive.read(name) for name in archive.namelist() if name.startswith("ppt/slides/slide")]
    sizes = [int(size) for slide in slides for size in re.findall(rb'<a:(?:r|endPara)?Pr [^>]*sz="(-?\d+)"', slide)]
    assert min(sizes) >= 100
    assert max(sizes) <= 400_000


@pytest.mark.parametrize("name", ["macros", "password", "text"])
def test_the_command_says_so_and_writes_nothing(name: str, tmp_path: Path) -> None:
    file, out = tmp_path / "house.pptx", tmp_path / "deck.pptx"
    file.write_bytes(FILES[name][0]())
    result = run("--template", str(file), "-o", str(out))
    assert result[0] == 1
    assert FILES[name][1] in result[1]
    assert not out.exists()


def test_what_is_missing_is_told_by_the_command(tmp_path: Path) -> None:
    def without(file: object) -> None:
        for layout in list(file.slide_layouts):  # type: ignore[attr-defined]
            if layout.name == "Title Only":
                file.slide_layouts.remove(layout)  # type: ignore[attr-defined]

    file, out = tmp_path / "house.pptx", tmp_path / "deck.pptx"
    file.write_bytes(template(without).data)
    code, said = run("--template", str(file), "--fonts", "name", "-o", str(out))
    assert code == 0
    assert 'house.pptx: it has no layout "Title Only"; "Title and Content" is used instead.' in said
    assert zipfile.is_zipfile(io.BytesIO(out.read_bytes()))


@pytest.mark.parametrize(
    "arguments", [("--use-template-theme",), ("--template", "nowhere.pptx"), ("--template", "house", "-o", "house")]
)
def test_wrong_usage_of_templates(arguments: tuple[str, ...], tmp_path: Path) -> None:
    before = good()
    (tmp_path / "house").write_bytes(before)
    code, _ = run(*(str(tmp_path / one) if one == "house" else one for one in arguments))
    assert code == 2
    assert (tmp_path / "house").read_bytes() == before


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, ["deck", "--content", str(ROOT / "content"), *arguments])
    return result.exit_code, result.output
