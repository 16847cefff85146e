"""The studio: what is in the cache is not painted again, what is damaged is, and workers agree."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from deadly import Deadly, Starved
from projects import Sandbox, set_up
from small_jobs import COLOURS, PNG, SVG, small

from generator.brand.typography import Weight
from generator.infographics import jobs
from generator.painting import Cache, paint_all, process_pool, worker_pool
from generator.painting.job import Job
from generator.painting.target import Target
from generator.pipeline import compose
from generator.problems.errors import OutputError

Counted = list[tuple[int, int]]


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "painted")


@pytest.fixture
def counted() -> Counted:
    """What `on_painted` heard."""
    return []


@pytest.fixture
def hear(counted: Counted) -> Callable[[int, int], None]:
    return lambda done, total: counted.append((done, total))


def entries(cache: Cache) -> list[Path]:
    return sorted(path for path in cache.folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    "error",
    [
        OSError(30, "Read-only file system"),
        OSError(12, "Cannot allocate memory"),
        RuntimeError("can't start new thread"),
    ],
)
@pytest.mark.parametrize("had", [0, 1], ids=["none", "one, and no more"])
def test_where_no_other_process_can_be_had_this_one_paints(
    cache: Cache, monkeypatch: pytest.MonkeyPatch, error: Exception, had: int
) -> None:
    """Too few open files, processes or threads."""
    start, started = process_pool._Worker, []

    def refuse(*arguments: Any) -> process_pool._Worker:
        started.append(0)
        if len(started) > had:
            raise error
        return start(*arguments)

    monkeypatch.setattr(process_pool, "_Worker", refuse)
    painted = paint_all([small("one"), small("two")], cache, 2)
    assert set(painted) == {(name, target) for name in ("one", "two") for target in (PNG, SVG)}
    assert len(started) > had
    assert multiprocessing.active_children() == []


def test_the_second_time_nothing_is_painted(cache: Cache, counted: Counted, hear: Callable[[int, int], None]) -> None:
    jobs = [small("one"), small("two")]
    first = paint_all(jobs, cache, 1, hear)
    assert counted == [(2, 4), (4, 4)]
    assert set(first) == {(name, target) for name in ("one", "two") for target in (PNG, SVG)}
    counted.clear()
    assert paint_all(jobs, cache, 1, hear) == first
    assert counted == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: bytes([data[0] ^ 1]) + data[1:],
        lambda data: data[: len(data) // 2],
        lambda data: data[:20],
        lambda data: b"",
    ],
    ids=["a bit at the end", "a bit of the hash", "half", "less than a hash", "empty"],
)
def test_a_damaged_entry_is_painted_again_when_it_is_read(cache: Cache, damage: Callable[[bytes], bytes]) -> None:
    first = dict(paint_all([small("one")], cache, 1))
    spoilt = entries(cache)[0]
    whole = spoilt.read_bytes()
    spoilt.write_bytes(damage(whole))
    assert paint_all([small("one")], cache, 1) == first
    assert spoilt.read_bytes() == whole


def test_a_lost_entry_is_painted_again(cache: Cache, counted: Counted, hear: Callable[[int, int], None]) -> None:
    first = paint_all([small("one")], cache, 1)
    entries(cache)[1].unlink()
    assert paint_all([small("one")], cache, 1, hear) == first
    assert counted == [(1, 1)]


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Another"},
        {"description": "Another"},
        {"picture": "another"},
        {"colours": {**COLOURS, "ink": "#000001"}},
        {"frame": small("one", "words").frame},
    ],
    ids=lambda change: str(*change),
)
def test_whatever_changes_a_file_changes_its_key(
    cache: Cache, counted: Counted, hear: Callable[[int, int], None], change: dict[str, object]
) -> None:
    paint_all([small("one")], cache, 1)
    paint_all([replace(small("one"), **change)], cache, 1, hear)  # type: ignore[arg-type]
    assert counted == [(2, 2)]


def test_another_font_is_another_picture(cache: Cache, counted: Counted, hear: Callable[[int, int], None]) -> None:
    paint_all([small("one")], cache, 1)
    fonts = dict(small("one").fonts)
    paint_all([replace(small("one"), fonts={**fonts, Weight.REGULAR: fonts[Weight.EXTRABOLD]})], cache, 1, hear)
    assert counted == [(2, 2)]


def test_the_fonts_folder_does_not_matter(
    cache: Cache, counted: Counted, hear: Callable[[int, int], None], tmp_path: Path
) -> None:
    first = paint_all([small("one")], cache, 1)
    moved = {}
    for weight, path in small("one").fonts.items():
        moved[weight] = str(tmp_path / Path(path).name)
        Path(moved[weight]).write_bytes(Path(path).read_bytes())
    assert paint_all([replace(small("one"), fonts=moved)], cache, 1, hear) == first
    assert counted == []


@pytest.mark.slow
def test_a_worker_s_fault_ends_the_work(cache: Cache) -> None:
    broken = replace(small("one"), colours={})
    with pytest.raises(KeyError):
        paint_all([broken, small("two")], cache, 2)


def deadly(job: Job, folder: Path, lives: int) -> Job:
    folder.mkdir()
    for life in range(lives):
        (folder / str(life)).touch()
    return replace(job, fonts=Deadly(job.fonts, folder))


@pytest.mark.slow
def test_two_workers_paint_the_same_bytes_as_one_and_the_work_of_a_killed_one_is_done_again(
    cache: Cache, tmp_path: Path
) -> None:
    jobs = [small("one"), deadly(small("two"), tmp_path / "lives", 1), small("three")]
    painted = paint_all(jobs, cache, 2)
    assert painted == paint_all([small("one"), small("two"), small("three")], Cache(tmp_path / "other"), 1)


@pytest.mark.slow
def test_a_picture_that_kills_its_worker_every_time_is_named(cache: Cache, tmp_path: Path) -> None:
    jobs = [small("one"), deadly(small("two"), tmp_path / "lives", 9), small("three")]
    with pytest.raises(OutputError, match=r"^two-page-light\.png, two-page-light\.svg: .* killed"):
        paint_all(jobs, cache, 2)
    assert len(list((tmp_path / "lives").iterdir())) >= 9 - 3


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_too_little_memory_is_told_in_words(cache: Cache, workers: int) -> None:
    starved = replace(small("two"), colours=Starved(COLOURS))
    with pytest.raises(OutputError, match=r"^two-page-light\.png, .* too little memory .*--jobs 1"):
        paint_all([small("one"), starved], cache, workers)


@pytest.mark.parametrize("switched_on", [True, False])
def test_garbage_is_collected_while_painting(cache: Cache, monkeypatch: pytest.MonkeyPatch, switched_on: bool) -> None:
    """A short command switches that off."""
    seen: list[bool] = []
    monkeypatch.setattr(worker_pool, "paint_here", lambda job: seen.append(gc.isenabled()) or {})
    try:
        (gc.enable if switched_on else gc.disable)()
        paint_all([small("one"), small("two")], cache, 1)
        assert seen == [True, True]
        assert gc.isenabled() is switched_on
        assert gc.get_freeze_count() == 0
    finally:
        gc.enable()


def test_an_entry_in_the_place_of_another_is_painted_again(cache: Cache) -> None:
    first = dict(paint_all([small("one")], cache, 1))
    one, other = entries(cache)
    one.write_bytes(other.read_bytes())
    assert paint_all([small("one")], cache, 1) == first


def test_files_are_read_when_they_are_asked_for_and_not_held(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    painted = paint_all([small("one"), small("two")], cache, 1)
    asked: list[str] = []
    get = Cache.get
    monkeypatch.setattr(Cache, "get", lambda self, key: asked.append(key) or get(self, key))
    again = paint_all([small("one"), small("two")], cache, 1)
    assert asked == []
    name = ("one", PNG)
    assert painted[name] == again[name] == again[name]
    assert len(asked) == 3


# --- what a change of the content repaints ----------------------------------------------------------------------------

TABLE, PROFILES = "kam-vs-tm-comparison-table", "kam-vs-tm-role-profiles"
SEEN = ("comparison-table", "role-profiles", "depth-and-breadth", "career-paths")
EVERY = {(f"kam-vs-tm-{kind}", size) for kind in SEEN for size in ("phone", "slide")}


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    return set_up(tmp_path / "a sandbox", sizes="phone, slide", kinds=SEEN)


@pytest.fixture
def repainted(sandbox: Sandbox, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> Callable[[], set[tuple[str, str]]]:
    """Which pictures and sizes are painted for the content as it is now. Nothing is drawn."""

    def paint(job: Job) -> dict[Target, bytes]:
        return {target: job.frame.digest.encode() for target in job.targets}

    def run() -> set[tuple[str, str]]:
        seen: set[tuple[str, str]] = set()
        monkeypatch.setattr(
            worker_pool, "paint_here", lambda job: seen.update((job.picture, t.size) for t in job.targets) or paint(job)
        )
        paint_all(jobs(compose(sandbox.content).laid_out), cache, 1)
        return seen

    return run


def test_a_change_repaints_the_pictures_that_show_it(
    sandbox: Sandbox, repainted: Callable[[], set[tuple[str, str]]]
) -> None:
    assert repainted() == EVERY
    assert repainted() == set()
    sandbox.put("roles/territory-manager.yml", "tagline", "Another width")
    assert repainted() == {
        (PROFILES, "phone"),
        (PROFILES, "slide"),
    }
    sandbox.put("glossary.yml", "term", "Newly said")
    sandbox.put("site.yml", "author", "Somebody else")
    assert repainted() == set()  # only pages show them
    sandbox.put("brand/palette.yml", "ink", '"#1B1F2B"')
    assert repainted() == EVERY
