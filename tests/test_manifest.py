"""Which generated files are written, and what is read to find out."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator import files, manifest


class Asked(Mapping[str, bytes]):
    """What is made, and how often each file was asked for."""

    def __init__(self, made: Mapping[str, bytes]) -> None:
        self.made, self.names = made, list[str]()

    def __getitem__(self, name: str) -> bytes:
        self.names.append(name)
        return self.made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.made)

    def __len__(self) -> int:
        return len(self.made)


MADE = {"a.md": b"one", "b/c.png": b"two"}


def write(
    root: Path, made: Mapping[str, bytes], known: Mapping[str, str] | None = None
) -> tuple[list[str], list[str], list[str]]:
    """What was written, removed and asked for, by a build that remembers the last one."""
    asked, digests = Asked(made), files.Digests(root / "cache" / "digests.json")
    written, removed = manifest.write(root / "docs", asked, root / "cache", digests, (known or {}).get)
    settle(root / "docs", digests)
    digests.save()
    return written, removed, asked.names


def settle(docs: Path, digests: files.Digests) -> None:
    """As if the files had been written a while ago: what changed just now is not remembered."""
    for name, path in files.tree(docs).items():
        found = path.stat()
        if found.st_mtime_ns > 10**18:
            os.utime(path, ns=(10**18, 10**18 + len(name)))
        digests.of(path)


def test_each_file_is_asked_for_once_and_written_where_it_differs(tmp_path: Path) -> None:
    assert write(tmp_path, MADE) == (["a.md", "b/c.png"], [], ["a.md", "b/c.png"])
    assert write(tmp_path, MADE) == ([], [], ["a.md", "b/c.png"])
    assert write(tmp_path, {"a.md": b"new"}) == (["a.md"], ["b/c.png"], ["a.md"])
    assert files.tree(tmp_path / "docs").keys() == {"a.md"}


def test_a_file_that_is_as_it_was_written_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, MADE)
    monkeypatch.setattr(hashlib, "file_digest", lambda *_: pytest.fail("it is read"))
    assert write(tmp_path, MADE)[0] == []


def test_one_whose_hash_is_known_is_not_even_made(tmp_path: Path) -> None:
    write(tmp_path, MADE)
    known = {name: files.sha256(data) for name, data in MADE.items()}
    assert write(tmp_path, MADE, known) == ([], [], [])
    assert write(tmp_path, MADE | {"a.md": b"new"}, known | {"a.md": files.sha256(b"new")}) == (["a.md"], [], ["a.md"])


@pytest.mark.parametrize("spoil", [lambda path: path.write_bytes(b"owt"), lambda path: path.unlink()])
def test_a_file_that_somebody_changed_or_lost_is_written_again(tmp_path: Path, spoil: object) -> None:
    write(tmp_path, MADE)
    spoil(tmp_path / "docs" / "b" / "c.png")  # type: ignore[operator]
    known = {name: files.sha256(data) for name, data in MADE.items()}
    assert write(tmp_path, MADE, known)[0] == ["b/c.png"]
    assert (tmp_path / "docs" / "b" / "c.png").read_bytes() == b"two"


def test_a_new_file_takes_the_place_of_the_old_one_and_what_this_held_stays(tmp_path: Path) -> None:
    """The published site has the same file by a second name."""
    write(tmp_path, MADE)
    files.link(tmp_path / "docs" / "a.md", tmp_path / "published")
    assert (tmp_path / "published").samefile(tmp_path / "docs" / "a.md")
    write(tmp_path, MADE | {"a.md": b"new"})
    assert (tmp_path / "published").read_bytes() == b"one"


# --- hashes that are remembered ---------------------------------------------------------------------------------------


def kept(root: Path) -> files.Digests:
    return files.Digests(root / "digests.json")


def test_a_hash_is_remembered_until_the_file_changes(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"one")
    os.utime(file, ns=(10**18, 10**18))
    digests = kept(tmp_path)
    assert digests.of(file) == files.sha256(b"one")
    digests.save()
    assert kept(tmp_path).known(file.stat()) == files.sha256(b"one")
    os.utime(file, ns=(10**18, 10**18 + 1))
    assert kept(tmp_path).known(file.stat()) is None


def test_what_changed_just_now_could_change_again_and_is_not_remembered(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"one")
    digests = kept(tmp_path)
    digests.of(file)
    digests.save()
    assert kept(tmp_path).known(file.stat()) is None


def test_what_is_no_longer_asked_for_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"one")
    os.utime(file, ns=(10**18, 10**18))
    digests = kept(tmp_path)
    digests.of(file)
    digests.save()
    kept(tmp_path).save()
    assert kept(tmp_path).known(file.stat()) is None


@pytest.mark.parametrize("spoilt", [b"", b"\x00", b"[]", b'{"1-1-1-1": 3}'])
def test_a_damaged_memory_is_none(tmp_path: Path, spoilt: bytes) -> None:
    (tmp_path / "digests.json").write_bytes(spoilt)
    file = tmp_path / "file"
    file.write_bytes(b"one")
    assert kept(tmp_path).of(file) == files.sha256(b"one")
