"""Compiled templates are kept by where they lie, whatever that is called, in memory and beside them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.template_cache import TemplateCache


@pytest.mark.parametrize("name", [b"templates", b"caf\xe9"])
def test_a_template_that_changes_is_compiled_anew(name: bytes, tmp_path: Path) -> None:
    folder, kept = tmp_path / os.fsdecode(name), TemplateCache()
    folder.mkdir()
    for text in ("one", "one", "two"):
        (folder / "page").write_text(text)
        # A new environment each time, as each rendering has.
        environment = Environment(loader=FileSystemLoader(folder), bytecode_cache=kept, autoescape=True)
        assert environment.get_template("page").render() == text


def rendered(folder: Path, salt: str = "salt", installed: Path | None = None, kept: Path | None = None) -> str:
    """As another process renders it."""
    code = TemplateCache(installed or folder, kept, salt=salt)
    return (
        Environment(loader=FileSystemLoader(folder), bytecode_cache=code, autoescape=True).get_template("page").render()
    )


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that Jinja compiles."""
    found: list[str] = []
    plain = Environment.compile

    def compile(self: Environment, source: str, *rest: object, **more: object) -> object:
        found.append(source)
        return plain(self, source, *rest, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", compile)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return found


def test_another_process_finds_the_code_beside_the_template(tmp_path: Path, compiled: list[str]) -> None:
    (tmp_path / "page").write_text("one")
    assert [rendered(tmp_path), rendered(tmp_path)] == ["one", "one"]
    assert compiled == ["one"]
    assert rendered(tmp_path, "other settings") == "one"
    (tmp_path / "page").write_text("two")
    assert rendered(tmp_path) == "two"
    assert compiled == ["one", "one", "two"]


def test_beside_the_templates_of_another_program_nothing_is_written(tmp_path: Path, compiled: list[str]) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    (theirs / "theme").mkdir(parents=True)
    (theirs / "theme" / "page").write_text("one")
    for _ in range(2):
        assert rendered(theirs / "theme", installed=theirs, kept=ours) == "one"
    assert compiled == ["one"]
    assert [path.name for path in theirs.rglob("*")] == ["theme", "page"]
    assert [path.suffix for path in ours.rglob("*") if path.is_file()] == [".pyc"]


def test_of_a_template_that_is_not_installed_nothing_is_kept_on_the_disk(tmp_path: Path, compiled: list[str]) -> None:
    (tmp_path / "page").write_text("one")
    assert [rendered(tmp_path, installed=tmp_path / "elsewhere") for _ in range(2)] == ["one", "one"]
    assert compiled == ["one", "one"]
    assert [path.name for path in tmp_path.iterdir()] == ["page"]


@pytest.mark.parametrize("broken", [b"", b"j2", b"j2\x80\x04K\x05.\x80", b"\0" * 99])
def test_code_that_is_damaged_is_made_again(tmp_path: Path, compiled: list[str], broken: bytes) -> None:
    (tmp_path / "page").write_text("one")
    rendered(tmp_path)
    (kept,) = (tmp_path / "__pycache__").iterdir()
    for data in (broken, kept.read_bytes()[:-9]):
        kept.write_bytes(data)
        assert rendered(tmp_path) == "one"
    assert compiled == ["one"] * 3


def test_nothing_is_written_where_python_may_write_no_code(
    tmp_path: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page").write_text("one")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(tmp_path) == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["page"]
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "__pycache__").write_text("a file is in the way")
    assert rendered(tmp_path) == "one"
