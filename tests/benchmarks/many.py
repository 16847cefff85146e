"""A made-up catalogue and one of ten times as many comparisons: what building each costs, by the processors' time.

Out: ratios of the large one to the small one, of a first build, of a sentence that changed, of nothing to do and of a
page's HTML; and the most memory that any process took, in MB. A third of the comparisons are of three or four roles.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from catalogues import write
from subject import ROOT

# Runs a build and says what it and all its processes took: seconds of the processors, and KiB of the largest of them.
_MEASURED = """
import json, resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "generator", "build", "--quiet"])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""


_ROLES = 48  # at least, so that every family has some to compare


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one build: seconds of the processors, and MB of its largest process."""

    seconds: float
    memory: float


@dataclass(frozen=True, slots=True)
class Costs:
    """Of a catalogue. `page` is the size of a topic's page, `site` that of everything, in bytes."""

    first: Cost
    sentence: Cost
    nothing: Cost
    page: int
    site: int


def measure(count: int, say: Callable[[str], None]) -> dict[str, float]:
    """The ratios for ten times `count` comparisons by `count`, and the memory of the large one."""
    small, large = (_costs(number, say) for number in (count, 10 * count))
    pairs = {name: (getattr(large, name), getattr(small, name)) for name in ("first", "sentence", "nothing")}
    return {
        **{f"catalogue-{name}-ten-times-as-many": one.seconds / other.seconds for name, (one, other) in pairs.items()},
        "catalogue-page-ten-times-as-many": large.page / small.page,
        "catalogue-memory": max(cost.memory for cost in (large.first, large.sentence, large.nothing)),
    }


def _costs(count: int, say: Callable[[str], None]) -> Costs:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root / "content", max(count, _ROLES), count)
        shutil.copytree(ROOT / "overrides", root / "overrides")
        shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
        first = _build(root)
        role = sorted((root / "content/roles").glob("*.yml"))[0]
        text = role.read_text(encoding="utf-8")
        role.write_text(text.replace("summary: ", "summary: As of today, ", 1), encoding="utf-8")
        found = Costs(first, _build(root), _build(root), *_sizes(root / "site"))
    for name in ("first", "sentence", "nothing"):
        cost = getattr(found, name)
        say(f"{count} comparisons, {name}: {cost.seconds:.1f} s of the processors, {cost.memory:.0f} MB")
    each = found.site / count / 1e6
    say(f"{count} comparisons: a page {found.page / 1000:.1f} kB, the site {each:.2f} MB a comparison")
    return found


def _build(root: Path) -> Cost:
    command = [sys.executable, "-c", _MEASURED]
    done = subprocess.run(command, cwd=root, env=_environment(), stdout=subprocess.PIPE, text=True, check=True)
    code, seconds, memory = json.loads(done.stdout.splitlines()[-1])
    assert code == 0, "the build failed"
    return Cost(seconds, memory / 1024)


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def _sizes(site: Path) -> tuple[int, int]:
    page = (site / "comparison-0001/work/index.html").stat().st_size
    return page, sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
