"""What many tests need: a content folder that may be spoilt, the flagship model, a second content set, its fonts."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import doses
import inherited  # noqa: F401  before anything of ours is imported
import pytest
from hypothesis import settings
from projects import SHARED

from generator.brand.typography import Ramp
from generator.infographics import sections
from generator.infographics.parts.sketch import Sketch
from generator.layout.sizes import SIZES
from generator.layout.text import Fonts
from generator.model.loading import load
from generator.model.schema.model import Model
from generator.system import cores

ROOT = Path(__file__).parents[1]
# Where a single test, or what all of a file wait for, takes a large part of a minute; what test_links.py waits for, all
# tests with a browser do.
LONGEST = (
    "browser/test_links.py",
    "test_survival.py",
    "test_determinism.py",
    "system/test_without_posix.py",
    "test_installed.py",
    "test_site_from_content.py",
    "browser/test_hostile.py",
    "endurance/test_random_content.py",
    "deck/test_libreoffice.py",
    "deck/test_rendering.py",
)
Edit = Callable[[Path, str, str], int]

settings.load_profile(doses.PROFILE)


def pytest_configure(config: pytest.Config) -> None:
    """A folder that all workers of this run share, for what is built once."""
    if SHARED not in os.environ:
        folder = os.environ[SHARED] = tempfile.mkdtemp(prefix="visavis-tests-")
        config.add_cleanup(lambda: (shutil.rmtree(folder, ignore_errors=True), os.environ.pop(SHARED))[-1])


def pytest_collection_finish() -> None:
    """Rounds of the collector that find nothing take an eighth of the time: what is there now stays, and rounds are
    fewer, but not so few that a process grows by what they would free.
    """
    gc.freeze()
    gc.set_threshold(50_000, 10, 5)


def pytest_xdist_auto_num_workers() -> int:
    """Two more than there are cores, since tests wait for browsers, for what they start and for what they kill."""
    return cores() + 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long comes last, so that a mistake shows early; but the longest of it first, so that no process is
    left with some of it when the others have nothing to do any more.
    """

    def order(item: pytest.Item) -> tuple[bool, bool, bool]:
        slow, browser = (item.get_closest_marker(name) is not None for name in ("slow", "browser"))
        longest = item.path.relative_to(ROOT / "tests").as_posix() in LONGEST
        return slow or browser or longest, not longest, browser

    items.sort(key=order)


@pytest.hookimpl(trylast=True)
def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """A failure is told when it happens, and once more at the end."""
    if report.failed and "PYTEST_XDIST_WORKER" not in os.environ:
        print(f"\nFAILED {report.nodeid}\n{report.longreprtext}", flush=True)


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


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    """The flagship brand's fonts."""
    return Fonts(ROOT / "content" / "brand")


@pytest.fixture
def sketch(fonts: Fonts) -> Sketch:
    """What boxes of a slide are composed with."""
    return Sketch(fonts, SIZES["slide"], Ramp(SIZES["slide"].body))
