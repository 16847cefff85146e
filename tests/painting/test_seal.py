"""What an entry says of itself: whole or not, and its hash without its bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.files import About, Renamed, Together, about
from generator.painting.cache import Cache
from generator.painting.seal import HEAD, opened, sealed, told

KEY, OTHER, DATA = "ab" + "0" * 62, "cd" + "1" * 62, b"a picture"


def test_an_entry_gives_back_what_was_sealed_and_its_hash() -> None:
    entry = sealed(KEY, DATA)
    assert opened(KEY, entry) == DATA
    assert told(KEY, entry[:HEAD], len(DATA)) == hashlib.sha256(DATA).hexdigest()
    assert opened(OTHER, entry) is told(OTHER, entry[:HEAD], len(DATA)) is None


@pytest.mark.parametrize("place", [0, 31, 32, 63, HEAD, HEAD + len(DATA) - 1])
def test_no_flipped_bit_passes(place: int) -> None:
    entry = bytearray(sealed(KEY, DATA))
    entry[place] ^= 1
    assert opened(KEY, bytes(entry)) is None
    assert (told(KEY, bytes(entry[:HEAD]), len(DATA)) is None) is (place < HEAD)


@pytest.mark.parametrize("length", [0, 31, HEAD - 1])
def test_a_short_entry_says_nothing(length: int) -> None:
    assert opened(KEY, sealed(KEY, DATA)[:length]) is told(KEY, sealed(KEY, DATA)[:length], 0) is None


def test_an_entry_that_lost_its_end_is_seen_without_reading_it(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(KEY, DATA)
    assert cache.has(KEY)
    (entry,) = (path for path in tmp_path.rglob("*") if path.is_file())
    entry.write_bytes(entry.read_bytes()[:-1])
    assert not cache.has(KEY)
    assert cache.about(KEY) is None


def test_size_and_hash_are_known_without_the_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path)
    cache.put(KEY, DATA)
    monkeypatch.setattr(Cache, "get", lambda *_: pytest.fail("it reads"))
    assert cache.about(KEY) == About(len(DATA), hashlib.sha256(DATA).hexdigest())
    assert cache.about(OTHER) is None


def test_files_of_several_places_are_one_mapping() -> None:
    class Stored(dict[str, bytes]):
        def about(self, name: str) -> About:
            return About(7, name)

    whole = Together({"a": b"1", "b": b"2"}, Renamed({"c": "x", "a": "x"}, Stored(x=b"3")))
    assert dict(whole) == {"a": b"1", "b": b"2", "c": b"3"}
    assert list(whole) == ["a", "b", "c"]
    assert about(whole, "c") == About(7, "x")
    assert about(whole, "a") == About(1, hashlib.sha256(b"1").hexdigest())
