"""What is kept of painted files, and for how long, by a clock that the tests set."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest

from generator.painting.cache import Cache

DAY = 24 * 60 * 60
KEYS = ("ab" + "0" * 62, "ab" + "1" * 62)


class Clock:
    """So many days from now."""

    def __init__(self) -> None:
        self.days, self._begun = 0, time.time()

    def __call__(self) -> float:
        return self._begun + self.days * DAY


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def cache(tmp_path: Path, clock: Clock) -> Cache:
    kept = Cache(tmp_path / "painted", clock)
    for key in KEYS:
        kept.put(key, key.encode())
    return kept


def test_what_was_used_within_a_month_is_kept(cache: Cache, clock: Clock) -> None:
    used, unused = KEYS
    for clock.days in (20, 29, 45):
        assert cache.get(used) == used.encode()
        cache.remove_unused()
    assert cache.get(used) == used.encode()
    assert cache.get(unused) is None


def test_the_time_of_an_entry_changes_once_a_day(cache: Cache, clock: Clock) -> None:
    path = cache.folder / KEYS[0][:2] / KEYS[0][2:]
    seen = [path.stat().st_mtime]
    for clock.days in (0, 2, 2, 4):
        cache.get(KEYS[0])
        seen.append(path.stat().st_mtime)
    assert [later > earlier for earlier, later in pairwise(seen)] == [False, True, False, True]


def test_only_entries_are_removed_and_what_was_to_be_one(cache: Cache, clock: Clock) -> None:
    folder = cache.folder / KEYS[0][:2]
    (folder / ".visavis-0123456789abcdef.part").write_bytes(b"killed")
    others = [folder / "notes.txt", cache.folder / "notes.txt", cache.folder.parent / ("0" * 62)]
    for path in others:
        path.write_bytes(b"somebody's")
    clock.days = 31
    cache.remove_unused()
    assert sorted(path for path in cache.folder.parent.rglob("*") if path.is_file()) == sorted(others)


def test_a_cache_that_can_only_be_read_serves_as_well(
    cache: Cache, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("os.utime", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    clock.days = 31
    cache.remove_unused()
    assert [cache.get(key) for key in KEYS] == [key.encode() for key in KEYS]


def test_where_there_is_no_cache_there_is_nothing_to_remove(tmp_path: Path) -> None:
    Cache(tmp_path / "nowhere").remove_unused()
    assert not list(tmp_path.iterdir())
