"""A small content folder to spoil: the second content set, as `content/` of the current folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from generator.infographics import sections
from generator.model import read_file
from generator.model.loading import inspect
from generator.problems.errors import Problem

WARDS = Path(__file__).parents[1] / "wards"


@pytest.fixture(scope="package", autouse=True)
def _files_read_once() -> Iterator[None]:
    """A file that a test leaves as it is is parsed once: a test spoils one of a dozen."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(read_file, "read_yaml", lru_cache(maxsize=256)(read_file.read_yaml))
        yield


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the second content set without fonts; problems name its files as `content/…`."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(WARDS, tmp_path / "content"))


@pytest.fixture(scope="session")
def problems() -> Callable[[Path], tuple[Problem, ...]]:
    """`problems(content)`: everything wrong with a content folder."""
    return lambda content: inspect(content, kinds=sections())[1]
