"""Compiled templates are kept by where they lie, whatever that is called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.pages.template_cache import TemplateCache


@pytest.mark.parametrize("name", [b"templates", b"caf\xe9"])
def test_a_template_that_changes_is_compiled_anew(name: bytes, tmp_path: Path) -> None:
    folder, kept = tmp_path / os.fsdecode(name), TemplateCache()
    folder.mkdir()
    for text in ("one", "one", "two"):
        (folder / "page").write_text(text)
        # A new environment each time, as each rendering has.
        environment = Environment(loader=FileSystemLoader(folder), bytecode_cache=kept, autoescape=True)
        assert environment.get_template("page").render() == text
