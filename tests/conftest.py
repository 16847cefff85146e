"""What many tests need: a content folder that may be spoilt, the flagship model, a second content set."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import inherited  # noqa: F401  before anything of ours is imported
import pytest
from hypothesis import settings

from generator.infographics import sections
from generator.model.loading import load
from generator.model.schema.model import Model

ROOT = Path(__file__).parents[1]
Edit = Callable[[Path, str, str], int]

# The same examples everywhere: a change of ours must not fail for a lucky draw, and a busy machine is no bug.
settings.register_profile("visavis", deadline=None, derandomize=True, database=None)
settings.load_profile("visavis")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A fresh copy of the flagship content in `tmp_path/content`."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


@pytest.fixture
def wards(tmp_path: Path) -> Path:
    """A fresh copy of the second content set, with the brand's fonts, in `tmp_path/wards`.

    Four posts in nursing; comparisons of two (`ward-vs-home` is the home page), three and four of them.
    """
    copy = Path(shutil.copytree(ROOT / "tests" / "wards", tmp_path / "wards"))
    shutil.copytree(ROOT / "content" / "brand" / "fonts", copy / "brand" / "fonts")
    return copy


@pytest.fixture(scope="session")
def model() -> Model:
    """The flagship content, read once."""
    return load(ROOT / "content", kinds=sections())


@pytest.fixture
def edit() -> Edit:
    """`edit(file, old, new)` replaces a text that stands in the file exactly once; returns its line, from 1."""

    def replace(file: Path, old: str, new: str) -> int:
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
        file.write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    return replace
