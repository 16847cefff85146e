"""Content with random mistakes: `check` ends in problems or success, never in a fault, and what it accepts can be made.

For as many seconds as VISAVIS_ENDURANCE says, ten minutes when it says nothing. A failure names its seed; with
VISAVIS_SEED set to it the first round is that one.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner
from projects import BRAND, ROOT, put, without_painting

from endurance.mutations import spoil
from generator import pipeline
from generator.cli import cli
from generator.painting import here

DURATION = float(os.environ.get("VISAVIS_ENDURANCE", "600"))
ACCEPTED, REFUSED = 0, 1
CONTENTS = (ROOT / "content", ROOT / "tests" / "wards")


def outcome(seed: int, folder: Path, *, sizes: str = "") -> int:
    """Spoils a content as this seed has it, checks it, and makes all but the pictures of it where it is accepted; with
    these sizes of pictures, or its own.
    """
    dice = Random(seed)
    content = Path(shutil.copytree(dice.choice(CONTENTS), folder / str(seed)))
    shutil.copytree(BRAND / "fonts", content / "brand" / "fonts", dirs_exist_ok=True)
    if sizes:
        put(content / "site.yml", "sizes", sizes)
    spoil(content, dice)
    result = CliRunner().invoke(cli, ["check", "--format", "json", "--content", str(content)])
    assert result.exit_code in (ACCEPTED, REFUSED), f"VISAVIS_SEED={seed} ended in {result.exit_code}: {result.output}"
    errors = [problem for problem in json.loads(result.stdout) if problem["severity"] == "error"]
    assert bool(errors) == (result.exit_code == REFUSED), f"VISAVIS_SEED={seed}: {result.output}"
    if result.exit_code == ACCEPTED:
        with pytest.MonkeyPatch.context() as patch:
            without_painting(patch)
            made = pipeline.make(pipeline.compose(content), (), here(folder / "cache"), report=lambda _: None)
        assert "index.md" in made.files, f"VISAVIS_SEED={seed}"
    shutil.rmtree(content)
    return result.exit_code


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 1, 3, 4, 5, 6])  # the second one makes what is accepted, which takes long
def test_a_few_random_mistakes(tmp_path: Path, seed: int) -> None:
    assert outcome(seed, tmp_path, sizes="[page, slide]") in (ACCEPTED, REFUSED)


@pytest.mark.slow
@pytest.mark.endurance
def test_minutes_of_random_mistakes(tmp_path: Path) -> None:
    first = int(os.environ.get("VISAVIS_SEED") or secrets.randbelow(10**9))
    ends = time.monotonic() + DURATION
    found: Counter[int] = Counter()
    seed = first
    while time.monotonic() < ends or not found:
        print(f"VISAVIS_SEED={seed}")  # shown if it fails in a way that says no more
        found[outcome(seed, tmp_path)] += 1
        seed += 1
    print(f"seeds {first} to {seed - 1}: {found[ACCEPTED]} accepted, {found[REFUSED]} refused")
