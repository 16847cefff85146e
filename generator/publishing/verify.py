"""Whether the same content gives the same bytes here as well as elsewhere: a second build, in other surroundings.

In: a project and its finished site. Out: nothing, or the files that differ.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from generator import files, surroundings, system
from generator.manifest import handwritten
from generator.problems import OutputError, VisavisError
from generator.project import Project
from generator.publishers import Publisher
from generator.publishing import swap
from generator.publishing.config_inputs import copied_config

_ENVIRONMENT = {"TZ": "Pacific/Chatham", "LC_ALL": "C"}


class DifferenceError(VisavisError):
    """Two builds of the same content are not the same."""


def verify(project: Project, publisher: Publisher, fresh: Path, *, generated: Collection[str], jobs: int) -> None:
    """Builds again from a copy, with no cache, and compares. DifferenceError, OutputError.

    The copy lies in another folder; time zone, language, hash seed, umask and the number of processes are others too.
    """
    with swap.sibling_folder(project.site.resolve()) as folder:
        second = _copy(project, folder, generated)
        _build(second, publisher, jobs=1 if jobs > 1 else 2)
        differing = _differing(fresh, second.site)
    if differing:
        raise DifferenceError("\n".join(["Built twice, these files differ; the last site stays as it was", *differing]))


def _copy(project: Project, folder: Path, generated: Collection[str]) -> Project:
    """The project without what is generated. OSError."""
    named = {"content": folder / "content", "docs": folder / "docs", "site": folder / "site"}
    config = copied_config(project, folder / "config", generated)
    second = replace(project, **named, config=config, shared_cache=folder / ".cache", store="")
    files.copy(project.content, second.content)
    for name, path in handwritten(project.docs, generated).items():
        (second.docs / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, second.docs / name)
    return second


def _build(project: Project, publisher: Publisher, *, jobs: int) -> None:
    """A build in a process of its own, which an interruption ends too. OutputError: it failed."""
    command = surroundings.visavis(
        "build", "--quiet", "--jobs", str(jobs), "--publisher", publisher.name, *project.options
    )
    seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    environment = surroundings.environment(**_ENVIRONMENT, PYTHONHASHSEED=seed)
    with subprocess.Popen(
        command,
        env=environment,
        **system.child_options(umask=0o077),
        **system.group_options(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="backslashreplace",
    ) as process:
        try:
            _, errors = process.communicate()
        except BaseException:
            system.end(process)  # it clears up behind itself
            process.wait()
            raise
    if process.returncode:
        raise OutputError(f"The second build failed; the last site stays as it was\n{errors.strip()}")


def _differing(one: Path, other: Path) -> list[str]:
    """Names of the files that are not in both sites with the same bytes and rights."""
    here, there = files.tree(one), files.tree(other)
    return [name for name in sorted(here.keys() | there.keys()) if _state(here, name) != _state(there, name)]


def _state(site: Mapping[str, Path], name: str) -> tuple[bytes, int] | None:
    return (site[name].read_bytes(), site[name].stat().st_mode) if name in site else None
