"""What is kept of reading changes nothing but the time that it takes: cold and warm agree, whatever is in the cache."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import shutil
import struct
from collections.abc import Callable, Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest
from catalogues import write
from projects import Sandbox, snapshot

from generator import pipeline
from generator.infographics import sections
from generator.model import Origin, inspect, loading, pack, read_file, unpack
from generator.model.schema import Part
from generator.model.text import Placed
from generator.pipeline.kept import Kept
from generator.problems import Place, Problem

ROOT = Path(__file__).parents[2]
DAY = 24 * 60 * 60
CONTENTS = ("content", "tests/wards", "tests/trades/bakery", "tests/trades/software")
Edit = Callable[[Path, str, str], int]


@pytest.fixture(scope="module", autouse=True)
def _files_parsed_once() -> Iterator[None]:
    """What stays as it is, for those who read cold."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(read_file, "read_yaml", lru_cache(maxsize=256)(read_file.read_yaml))
        yield


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """The folder of a cache that is there."""
    (tmp_path / "cache").mkdir()
    return tmp_path / "cache" / "read"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read anew, by their names."""
    names = list[str]()
    anew = loading.read_file

    def noted(data: bytes, file: str, *arguments: Any) -> object:
        names.append(Path(file).name)
        return anew(data, file, *arguments)

    monkeypatch.setattr(loading, "read_file", noted)
    return names


def cold(content: Path) -> object:
    return told(inspect(content, kinds=sections()))


def warm(content: Path, cache: Path, *, linted: bool = True) -> object:
    kept = Kept(cache, content)
    found = inspect(content, kinds=sections(), recall=kept, linted=linted)
    kept.save()
    return told(found)


def told(found: tuple[object, tuple[Problem, ...]]) -> object:
    """The model with the place of every text, the types and what was written; and the problems in their order."""
    model, problems = found
    return whole(model), problems


def whole(value: object) -> object:
    if isinstance(value, Placed):
        return type(value), str(value), value.place
    if isinstance(value, Part):
        return type(value), sorted(value.model_fields_set), whole(vars(value))
    if isinstance(value, dict):
        return [(whole(key), whole(item)) for key, item in value.items()]
    return tuple(map(whole, value)) if isinstance(value, tuple) else value


# --- the same, warm or cold -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CONTENTS)
def test_what_was_kept_is_what_was_read(name: str, cache: Path, read: list[str]) -> None:
    content = ROOT / name
    first = warm(content, cache)
    read.clear()
    assert warm(content, cache) == first
    assert read == []
    assert cold(content) == first


@pytest.mark.parametrize("edits", [30, pytest.param(500, marks=pytest.mark.endurance)])
def test_after_many_careless_edits(wards: Path, cache: Path, edits: int) -> None:
    random, sound = Random(16), wards.with_name("sound")
    shutil.copytree(wards, sound)
    for _ in range(edits):
        if random.random() < 0.2:  # somebody mends it
            shutil.rmtree(wards)
            shutil.copytree(sound, wards)
        spoil(random.choice(sorted(wards.rglob("*.yml"))), random)
        assert warm(wards, cache, linted=True) == cold(wards)


def spoil(file: Path, random: Random) -> None:
    lines = file.read_text(encoding="utf-8").split("\n")
    at, other = random.randrange(len(lines)), random.randrange(len(lines))
    edits: tuple[Callable[[str], str], ...] = (
        lambda line: line[: random.randrange(len(line) + 1)],
        lambda line: f"{line}\n{lines[other]}",
        lambda line: line.replace("e", "", 1),
        lambda line: f"  {line}",
        lambda line: f"{line} TODO XYZ 25 % best-in-class churn",
        lambda line: line.replace(": ", ":", 1),
        lambda line: f"{line} # note",
        lambda _: lines[other],
    )
    lines[at] = random.choice(edits)(lines[at])
    file.write_text("\n".join(lines), encoding="utf-8")


def test_a_changed_file_is_read_and_no_other(tmp_path: Path, cache: Path, read: list[str], edit: Edit) -> None:
    write(tmp_path / "content", 30, 20)
    role = sorted((tmp_path / "content/roles").glob("*.yml"))[0]
    before = warm(tmp_path / "content", cache)
    read.clear()
    text = role.read_text(encoding="utf-8")
    role.write_text(text.replace("summary: ", "summary: TODO ", 1), encoding="utf-8")
    after = warm(tmp_path / "content", cache)
    assert read == [role.name]
    assert after == cold(tmp_path / "content") != before


def test_check_tells_the_same_of_what_was_kept_and_writes_nothing(tmp_path: Path, read: list[str]) -> None:
    sandbox = Sandbox(tmp_path)
    write(sandbox.content, 24, 2)
    role = min((sandbox.content / "roles").iterdir())
    role.write_text(role.read_text(encoding="utf-8").replace("summary:", "summary: TODO", 1), encoding="utf-8")
    without = sandbox.run("check", "--format", "json")
    assert not (sandbox.root / ".cache").exists()
    sandbox.project.cache.mkdir(parents=True)
    with contextlib.chdir(sandbox.root):
        pipeline.read(sandbox.project.content, drafts=True, readings=sandbox.project.readings)
    before, read[:] = snapshot(sandbox.root), []
    with_it = sandbox.run("check", "--format", "json")
    assert read == []
    assert snapshot(sandbox.root) == before
    assert json.loads(without.stdout) != []
    assert with_it.stdout == without.stdout


# --- what is in the cache ---------------------------------------------------------------------------------------------


def shelves(cache: Path) -> Iterator[Path]:
    return (path for path in sorted(cache.iterdir()) if path.is_file())


@pytest.mark.parametrize("at", [0, 40, 70, -1])
def test_a_damaged_file_is_made_anew(wards: Path, cache: Path, read: list[str], at: int) -> None:
    first = warm(wards, cache)
    for path in shelves(cache):
        data = bytearray(path.read_bytes())
        data[at] ^= 1
        path.write_bytes(data)
    read.clear()
    assert warm(wards, cache) == first
    assert read != []
    read.clear()
    assert warm(wards, cache) == first
    assert read == []


@pytest.mark.parametrize("size", [0, 1, 31, 32, 1000])
def test_a_file_that_was_cut_off_is_made_anew(wards: Path, cache: Path, size: int) -> None:
    first = warm(wards, cache)
    for path in shelves(cache):
        path.write_bytes(path.read_bytes()[:size])
    assert warm(wards, cache) == first


class Harmful:
    """What a pickle can ask for."""

    def __init__(self, command: str) -> None:
        self.command = command

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, (self.command,)


def test_a_sealed_entry_runs_nothing(wards: Path, cache: Path, tmp_path: Path) -> None:
    """Somebody who can write the cache can seal what they write."""
    first = warm(wards, cache)
    harm = pickle.dumps(Harmful(f"touch {tmp_path / 'harmed'}"))
    for path in shelves(cache):
        body = path.read_bytes()[32:]
        spoilt, start = b"", 0
        while start < len(body):
            (size,) = struct.unpack(">I", body[start + 32 : start + 36])
            spoilt += body[start : start + 32] + struct.pack(">I", len(harm)) + harm
            start += 36 + size
        path.write_bytes(sha256(spoilt).digest() + spoilt)
    assert warm(wards, cache) == first
    assert not (tmp_path / "harmed").exists()


@pytest.mark.parametrize(
    "data",
    [
        pickle.dumps(Harmful("exit 1")),
        pickle.dumps(print),
        b"\x80\x04\x8c\x17generator.model.packing\x8c\x10sha256.__class__\x93.",
        b"\x80\x04\x8c\x17generator.model.packing\x8c\x03sys\x93.",
        b"",
        b"\x80\x04.",
    ],
)
def test_only_values_of_the_model_are_unpacked(data: bytes) -> None:
    with pytest.raises(ValueError, match="kept"):
        unpack(data, "a.yml")


def test_places_in_another_file_stay_there() -> None:
    problem = Problem("same-text", Place("b.yml", 3, 4), "said before", width=2)
    values = {"here": Place("a.yml", 1, 2), "there": problem, "nowhere": Placed("x"), "set": frozenset({1})}
    found = unpack(pack(values, "a.yml"), "a.yml")
    assert found == values
    assert found["nowhere"].place == Placed("x").place


def test_another_program_takes_nothing(
    wards: Path, cache: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    warm(wards, cache)
    count = len(read)
    monkeypatch.setattr("generator.pipeline.kept.program", lambda: "another")
    warm(wards, cache)
    assert len(read) == 2 * count


def test_a_file_under_another_name_is_read_anew(wards: Path, cache: Path, read: list[str]) -> None:
    warm(wards, cache)
    read.clear()
    (wards / "roles/ward-nurse.yml").rename(wards / "roles/night-nurse.yml")
    assert warm(wards, cache) == cold(wards)
    assert read[0] == "night-nurse.yml"


# --- a cache that is not there, not writable, or old ------------------------------------------------------------------


def test_without_a_cache_nothing_is_written(wards: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    assert warm(wards, tmp_path / "none" / "read") == cold(wards)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_cache_that_cannot_be_written_is_none(wards: Path, cache: Path) -> None:
    cache.write_text("a file where the folder was to be", encoding="utf-8")
    assert warm(wards, cache) == cold(wards)


def test_reading_without_style_keeps_what_was_found_of_it(wards: Path, cache: Path) -> None:
    warm(wards, cache)
    before = {path.name: path.read_bytes() for path in shelves(cache)}
    warm(wards, cache, linted=False)
    assert {path.name: path.read_bytes() for path in shelves(cache)} == before


def test_a_folder_that_nobody_reads_is_forgotten_after_a_month(tmp_path: Path, cache: Path) -> None:
    left = []
    for day, name in ((0, "old"), (20, "new"), (40, "new")):
        kept = Kept(cache, tmp_path / name, clock=lambda day=day: 10_000 * DAY + day * DAY)  # type: ignore[misc]
        kept("read", [Origin("a.yml", "1")], (), lambda: "read")
        before = set(cache.glob("*"))
        kept.save()
        for path in set(cache.glob("*")) - before:  # the system's clock is not that of the test
            os.utime(path, (10_000 * DAY + day * DAY,) * 2)
        left.append(len(list(cache.glob("*"))))
    assert left == [1, 2, 1]
