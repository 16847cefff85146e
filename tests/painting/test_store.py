"""A store behind the folder: what it has is not painted, and whatever it does wrong costs time only."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest
from small_jobs import small

from generator.painting import opened, paint_all
from generator.painting.cache import Cache
from generator.painting.store import home, shared, shown
from generator.painting.store.home import Home
from generator.painting.store.shared import SharedStore, opened_store
from generator.painting.store.trust import Trust
from generator.problems import OutputError, UsageError

ADDRESS = "memory://visavis/kept"
KEYS = [f"{number:064x}" for number in range(100)]
Painted = list[tuple[int, int]]
Read = Callable[[Home, str], bytes | None]


@pytest.fixture(autouse=True)
def emptied() -> Iterator[None]:
    yield
    fsspec.filesystem("memory").store.clear()


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def store(told: list[str]) -> SharedStore:
    return opened_store(ADDRESS, told.append)


def entries() -> dict[str, bytes]:
    memory = fsspec.filesystem("memory")
    return {name: memory.cat_file(name) for name in memory.find("/visavis")}


def painted(folder: Path, told: list[str]) -> tuple[dict[str, bytes], Painted]:
    """By a machine of its own; with what it had to paint."""
    heard: Painted = []
    with opened(folder, 1, store=ADDRESS, tell=told.append) as means:
        found = paint_all([small("one"), small("two")], means.cache, means.painter, lambda *done: heard.append(done))
    return {target.file_name(name): data for (name, target), data in found.items()}, heard


def put(store: SharedStore, keys: list[str]) -> None:
    for key in keys:
        store.put(key, key.encode())
    store.close()


def spoil(patch: pytest.MonkeyPatch, read: Read) -> list[str]:
    """Every entry is read in that way; which ones were asked for."""
    asked: list[str] = []
    patch.setattr(Home, "read", lambda self, key: asked.append(key) or read(self, key))
    return asked


def test_what_one_machine_painted_no_other_does(tmp_path: Path, told: list[str]) -> None:
    first, heard = painted(tmp_path / "one", told)
    assert heard[-1] == (4, 4)
    again, heard = painted(tmp_path / "other", told)
    assert again == first
    assert heard == []
    assert told == []


def test_nothing_is_fetched_twice(tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    painted(tmp_path / "one", told)
    asked = spoil(monkeypatch, Home.read)
    painted(tmp_path / "other", told)
    assert len(asked) == len(set(asked)) > 4
    asked.clear()
    painted(tmp_path / "other", told)
    assert len(asked) == 1  # whether it is there at all


def test_what_the_store_has_not_is_asked_for_once(tmp_path: Path, store: SharedStore, monkeypatch: Any) -> None:
    asked = spoil(monkeypatch, Home.read)
    cache = Cache(tmp_path, store=store)
    cache.fetch(KEYS[:3])
    assert [cache.get(key) for key in KEYS[:3]] == [None] * 3
    assert sorted(asked) == KEYS[:3]


@pytest.mark.parametrize(
    "damage",
    [
        lambda entry: entry[:-1] + bytes([entry[-1] ^ 1]),
        lambda entry: entry[: len(entry) // 2],
        lambda entry: entry[:20],
        lambda entry: b"",
        lambda entry: b"<html>a proxy's words</html>",
    ],
    ids=["a bit", "half", "less than a hash", "empty", "somebody else's"],
)
def test_a_damaged_entry_is_painted_here_and_mended_there(
    tmp_path: Path, told: list[str], damage: Callable[[bytes], bytes]
) -> None:
    first, _ = painted(tmp_path / "one", told)
    whole = entries()
    spoilt = max(whole)
    fsspec.filesystem("memory").pipe_file(spoilt, damage(whole[spoilt]))
    again, heard = painted(tmp_path / "other", told)
    assert again == first
    assert heard == [(1, 1)]
    assert entries() == whole
    assert told == ["memory://visavis/kept: what it gave is damaged; what it does not give is painted here"]


def test_a_damaged_file_of_the_folder_comes_from_the_store(tmp_path: Path, store: SharedStore) -> None:
    put(store, KEYS[:1])
    cache = Cache(tmp_path, store=store)
    cache.put(KEYS[0], KEYS[0].encode())
    (file,) = (path for path in tmp_path.rglob("*") if path.is_file())
    file.write_bytes(b"half")
    assert cache.get(KEYS[0]) == KEYS[0].encode()


def fails(*_: object) -> None:
    raise OSError(5, "Input/output error")


def test_a_store_that_fails_is_told_of_once_and_left_alone(
    tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = painted(tmp_path / "one", [])
    asked = spoil(monkeypatch, fails)
    monkeypatch.setattr(Home, "write", fails)
    again, heard = painted(tmp_path / "other", told)
    assert again == first
    assert heard[-1] == (4, 4)
    assert told == ["memory://visavis/kept: [Errno 5] Input/output error; what it does not give is painted here"]
    store = SharedStore(Home(ADDRESS), told.append)
    asked.clear()
    assert list(store.take(KEYS)) == []
    assert len(asked) < len(KEYS) / 2


def test_a_store_that_may_only_be_read_still_gives(
    tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("Access Denied")

    put(opened_store(ADDRESS, told.append), KEYS)
    monkeypatch.setattr(Home, "write", refuse)
    store = opened_store(ADDRESS, told.append)
    for key in KEYS:
        store.put(key, b"another")
    store.close()
    assert dict(store.take(KEYS)) == {key: key.encode() for key in KEYS}
    assert told == ["memory://visavis/kept: not allowed: Access Denied; what it does not give is painted here"]


def test_a_store_that_does_not_answer_is_not_waited_for(told: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for_ever = threading.Event()
    monkeypatch.setattr(Home, "read", lambda *_: for_ever.wait())
    monkeypatch.setattr(Home, "write", lambda *_: for_ever.wait())
    try:
        store = SharedStore(Home(ADDRESS), told.append, seconds=0.05)
        assert list(store.take(KEYS)) == []
        put(store, KEYS)
        assert not store.put_now(KEYS[0], b"")
    finally:
        for_ever.set()
    assert told == ["memory://visavis/kept: it does not answer; what it does not give is painted here"]


def test_a_store_that_is_silent_from_the_start_is_asked_nothing_more(
    told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for_ever = threading.Event()
    asked = spoil(monkeypatch, lambda *_: for_ever.wait() and None)
    try:
        store = SharedStore(Home(ADDRESS), told.append, seconds=0.05)
        store.check()
        assert list(store.take(KEYS)) == []
    finally:
        for_ever.set()
    assert len(asked) <= 1 + shared._AT_A_TIME
    assert len(told) == 1


def test_a_store_slower_than_painting_is_left_alone(told: list[str]) -> None:
    quick, slow = Trust(told.append), Trust(told.append)
    for _ in range(100):
        quick.answered(0.5)
    assert not quick.lost
    for _ in range(22):
        slow.answered(1.5)
    assert slow.lost
    assert told == ["21 files in 32 seconds"]


def test_failures_count_only_in_a_row(told: list[str]) -> None:
    trust = Trust(told.append)
    for _ in range(9):
        trust.failed("no")
        trust.failed("no")
        trust.answered(0.0)
    assert not trust.lost
    for _ in range(3):
        trust.failed("no")
    assert trust.lost


def test_where_the_store_is_the_result_a_failure_ends_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    store = opened_store(ADDRESS, print, needed=True)
    monkeypatch.setattr(Home, "write", fails)
    with pytest.raises(OutputError, match=r"^memory://visavis/kept: cannot be written: .*Input/output error$"):
        put(store, KEYS)
    with pytest.raises(OutputError, match="nothing can be put there"):
        opened_store(ADDRESS, print, needed=True)


def test_what_lacks_is_found_without_reading_it(tmp_path: Path, store: SharedStore, monkeypatch: Any) -> None:
    put(store, KEYS[:5])
    asked = spoil(monkeypatch, Home.read)
    cache = Cache(tmp_path, store=opened_store(ADDRESS, print))
    asked.clear()
    Cache(tmp_path).put(KEYS[5], b"only in the folder")
    assert cache.lacking(KEYS[:8]) == set(KEYS[6:8])
    assert asked == []


def test_what_only_the_folder_has_is_put_into_the_store(tmp_path: Path, store: SharedStore) -> None:
    Cache(tmp_path).put(KEYS[0], b"only in the folder")
    assert Cache(tmp_path, store=store).lacking(KEYS[:1]) == set()
    store.close()
    assert dict(store.take(KEYS[:1])) == {KEYS[0]: b"only in the folder"}


# --- what a person has done wrong -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("nowhere://a/b", r'^nowhere://a/b: "nowhere" is no kind of place that is known here; there are s3, gs'),
        ("s3://", r"^s3://: names no bucket or folder; say s3://name$"),
        ("s3:///", r"^s3:///: names no bucket or folder"),
    ],
)
def test_an_address_that_leads_nowhere_is_told(address: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        opened_store(address, print)


@pytest.mark.parametrize(("lacking", "address"), [("fsspec.core", ADDRESS), ("s3fs", "s3://bucket/kept")])
def test_what_is_not_installed_is_named(lacking: str, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, lacking, None)
    monkeypatch.delitem(sys.modules["fsspec.registry"]._registry, "s3", raising=False)
    with pytest.raises(UsageError, match=rf'^{address}: .* not installed; pip install "visavis\[store\]"$'):
        opened_store(address, print)


def test_a_bucket_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class NoSuchBucket(Exception):
        response = {"Error": {"Code": "NoSuchBucket"}}  # noqa: RUF012

    def read(*_: object) -> None:
        raise FileNotFoundError("The specified bucket does not exist") from NoSuchBucket()

    monkeypatch.setattr(Home, "read", lambda *_: Home.exists(*_))
    monkeypatch.setattr(fsspec.get_filesystem_class("memory"), "info", read)
    with pytest.raises(UsageError, match=r"^memory://visavis/kept: there is no such bucket$"):
        opened_store(ADDRESS, print)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("sftp://anna:very@secret@host/kept", "sftp://host/kept"),
        ("https://host/kept?X-Amz-Signature=secret", "https://host/kept"),
        ("s3://bucket/a-key-of-mine/kept", "s3://bucket/…/kept"),
    ],
)
def test_nothing_secret_stands_in_a_message(address: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "a-key-of-mine")
    assert shown(address) == said
    assert Home(ADDRESS).reason(OSError(f"cannot reach {address}")) == f"cannot reach {said}"


def test_short_words_are_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    assert shown("s3://test/kept") == "s3://test/kept"


def test_who_may_not_is_told_what_it_takes() -> None:
    s3 = Home(ADDRESS)
    s3._is_s3 = True
    assert s3.reason(PermissionError("Access Denied")).endswith(
        "s3:GetObject and s3:ListBucket to read, s3:PutObject to write"
    )
    assert home._OPTIONS["s3"]["config_kwargs"]["read_timeout"] < shared._SECONDS
