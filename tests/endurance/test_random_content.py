"""Content that a careless hand made: `check` ends in problems or in none, never in a fault, whatever is there.

For ten minutes, or as many seconds as VISAVIS_ENDURANCE_SECONDS says. A failure names its seed; with that seed as
VISAVIS_ENDURANCE_SEED the same content is made again, first of all.
"""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from projects import ROOT

from generator.pipeline import check
from generator.problems import OutputError, Severity

SECONDS = float(os.environ.get("VISAVIS_ENDURANCE_SECONDS", "600"))
# Scalars over which readers of YAML have stumbled.
VALUES = (
    *("", "~", "null", "yes", "0x1F", "1e400", "-0", "2026-02-30", "12:30", ".inf", "{}", "[]", "*a", "&a b"),
    *("'", '"', "|", ">-", "a: b: c", "- -", "\t", "\u200b", "\ufeff", "\x07", "Ω" * 300, "x" * 5000, "!!set {}"),
)
Edit = Callable[[list[str], random.Random], None]


def delete(lines: list[str], chance: random.Random) -> None:
    del lines[chance.randrange(len(lines))]


def repeat(lines: list[str], chance: random.Random) -> None:
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))


def indent(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = " " * chance.randrange(6) + lines[at].lstrip()


def replace(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    name, colon, _ = lines[at].partition(": ")
    lines[at] = f"{name}{colon}{chance.choice(VALUES)}"


def cut(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
    if chance.random() < 0.2:
        del lines[at + 1 :]


def swap(lines: list[str], chance: random.Random) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


EDITS: tuple[Edit, ...] = (delete, repeat, indent, replace, cut, swap)


def spoil(content: Path, chance: random.Random) -> None:
    """One to four edits of lines, anywhere in the model; now and then a file is lost or a byte is another."""
    files = sorted(content.rglob("*.yml"))
    for _ in range(chance.randint(1, 4)):
        file = chance.choice(files)
        lines = file.read_text(encoding="utf-8", errors="replace").split("\n") if file.exists() else [""]
        chance.choice(EDITS)(lines, chance)
        file.write_text("\n".join(lines), encoding="utf-8")
    if chance.random() < 0.05:
        chance.choice(files).unlink()
    elif chance.random() < 0.05:
        data = bytearray(files[0].read_bytes() or b" ")
        data[chance.randrange(len(data))] = chance.randrange(256)
        files[0].write_bytes(bytes(data))


def seeds() -> Iterator[int]:
    if given := os.environ.get("VISAVIS_ENDURANCE_SEED"):
        yield int(given)
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        yield random.randrange(2**32)


@pytest.mark.endurance
def test_random_content_is_never_a_fault(tmp_path: Path) -> None:
    tried = told = 0
    for seed in seeds():
        content = Path(shutil.copytree(ROOT / "content", tmp_path / "content", dirs_exist_ok=True))
        spoil(content, random.Random(seed))
        try:
            problems = check(content)
        except OutputError:
            pass
        except Exception as error:
            raise AssertionError(f"with VISAVIS_ENDURANCE_SEED={seed}") from error
        else:
            told += any(problem.severity is Severity.ERROR for problem in problems)
            assert all(problem.line >= 0 and problem.message for problem in problems), f"seed {seed}"
        tried += 1
    assert tried > 10
    assert 0 < told < tried  # some of it is harmless, most of it is not
