"""Pictures that changes name: each has its file, which is a PNG that is small enough, and is still drawn."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.loading import load
from generator.problems.errors import Problem

Problems = Callable[[Path], tuple[Problem, ...]]
ENTRY = """\
new-table:
  title: Another table
  day: 2026-01-05
  text: What it is.
  pictures:
    - kind: comparison-table
      before: table-2026-01-04.png
      alt: A table of three rows.
"""


def png(more: int = 0) -> bytes:
    """A PNG of 3 by 2 pixels as far as its outer form goes, with so many bytes more."""
    chunks = ((b"IHDR", struct.pack(">2I5B", 3, 2, 8, 0, 0, 0, 0)), (b"tEXt", bytes(more)), (b"IEND", b""))
    packed = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


@pytest.fixture
def kept(folder: Path) -> Path:
    """A change that shows a picture; what is given is its kept file."""
    (folder / "changes.yml").write_text(ENTRY, encoding="utf-8")
    (folder / "changes").mkdir()
    file = folder / "changes" / "table-2026-01-04.png"
    file.write_bytes(png())
    return file


def told(problems: Problems, folder: Path) -> list[tuple[str, str, int]]:
    return [(problem.code, problem.file, problem.line) for problem in problems(folder)]


def test_a_picture_is_kept_for_a_change(folder: Path, kept: Path, problems: Problems) -> None:
    assert problems(folder) == ()
    (picture,) = load(folder).changes["new-table"].pictures
    assert (picture.kind, picture.comparison, picture.before) == ("comparison-table", None, kept.name)


def test_a_file_that_is_not_there(folder: Path, kept: Path, problems: Problems) -> None:
    kept.rename(kept.with_name("table.png"))
    assert told(problems, folder) == [
        ("missing-file", "content/changes.yml", 7),
        ("unknown-file", "content/changes/table.png", 0),
    ]


@pytest.mark.parametrize("data", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", png()[:-3]])
def test_a_file_that_is_not_what_its_name_says(folder: Path, kept: Path, problems: Problems, data: bytes) -> None:
    kept.write_bytes(data)
    assert told(problems, folder) == [("broken-file", "content/changes/table-2026-01-04.png", 0)]


def test_a_file_that_is_too_large_for_a_phone(folder: Path, kept: Path, problems: Problems) -> None:
    kept.write_bytes(png(200_000))
    assert told(problems, folder) == [("kept-picture-too-large", "content/changes.yml", 7)]


@pytest.mark.parametrize("name", ["../site.yml", "table.svg", "a/b.png", "Table.png", ".png", "-.png"])
def test_a_name_that_is_none_of_a_png_in_the_folder(folder: Path, kept: Path, problems: Problems, name: str) -> None:
    kept.unlink()
    (folder / "changes.yml").write_text(ENTRY.replace("table-2026-01-04.png", name), encoding="utf-8")
    assert told(problems, folder) == [("wrong-value", "content/changes.yml", 7)]


@pytest.mark.parametrize("name", ["notes.txt", "table.svg", "other.png"])
def test_a_file_that_no_change_names(folder: Path, kept: Path, problems: Problems, name: str) -> None:
    kept.with_name(name).write_bytes(png() if name.endswith(".png") else b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert told(problems, folder) == [("unknown-file", f"content/changes/{name}", 0)]


@pytest.mark.parametrize(
    ("kind", "code"), [("skills-matrix", "dangling-reference"), ("no-such-kind", "unknown-infographic")]
)
def test_a_picture_that_is_not_drawn(folder: Path, kept: Path, problems: Problems, kind: str, code: str) -> None:
    (folder / "changes.yml").write_text(ENTRY.replace("comparison-table", kind), encoding="utf-8")
    file = folder / "comparisons" / "ward-vs-home.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"  - kind: skills-matrix\n(    .*\n)*", "", text), encoding="utf-8")
    assert told(problems, folder) == [(code, "content/changes.yml", 6)]


def test_the_comparison_may_be_another_than_the_home_pages(folder: Path, kept: Path, problems: Problems) -> None:
    text = ENTRY.replace("      before", "      comparison: {}\n      before")
    (folder / "changes.yml").write_text(text.format("nowhere"), encoding="utf-8")
    assert [line[0] for line in told(problems, folder)] == ["dangling-reference"]
    others = [file.stem for file in (folder / "comparisons").glob("*.yml") if file.stem != "ward-vs-home"]
    (folder / "changes.yml").write_text(text.format(others[0]), encoding="utf-8")
    assert problems(folder) == ()
