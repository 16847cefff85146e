"""docs/ → pages, by the publisher in a process of its own.

In: a project, a publisher, a folder. Out: the pages in that folder, or what the publisher had to say.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from generator import surroundings
from generator.problems import OutputError, UsageError
from generator.project import Project
from generator.publishers import Publisher
from generator.publishing.config_inputs import theme_folders
from generator.system import child_options


def check_installed(publisher: Publisher) -> None:
    """UsageError: it is not."""
    if not publisher.installed:
        raise UsageError(
            f"{publisher.title} is not installed; get it with {publisher.install}, or choose another publisher"
        )


def docs_environment(docs: Path) -> dict[str, str]:
    """What mkdocs.yml asks for: this docs folder and the navigation that was generated in it."""
    docs = docs.resolve()
    return {"VISAVIS_DOCS": str(docs), "VISAVIS_NAV": str(docs / "nav.yml"), "NO_MKDOCS_2_WARNING": "1"}


def build(project: Project, publisher: Publisher, fresh: Path, *, order: Path, epoch: int, lock: int | None) -> None:
    """Strict, with a fixed date (seconds since 1970), the generated navigation and nothing else of ours.

    `order` says what was made before, for a publisher that can begin with that (renewal.py). `lock` stays open in the
    publisher. OutputError: it failed or warned.
    """
    asked_for = surroundings.source_date_epoch()
    environment = surroundings.environment(
        **docs_environment(project.docs),
        SOURCE_DATE_EPOCH=str(epoch if asked_for is None else asked_for),
        PYTHONHASHSEED="0",
        PYTHONUTF8="1",
        TZ="UTC",
        LC_ALL="C.UTF-8",
    )
    places = (project.settings, fresh.resolve(), project.docs.resolve(), *theme_folders(project))
    told = (str(order),) if publisher.renews else ()
    command = surroundings.module(*publisher.program, *told, *map(str, places))
    # Whoever serves the site must be able to read it, whatever the umask is here.
    done = subprocess.run(
        command,
        env=environment,
        **child_options(umask=0o022, keep=lock),
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="backslashreplace",
        check=False,
    )
    if wrong := publisher.failure(done.returncode, done.stdout, done.stderr):
        raise OutputError(
            f"{publisher.title} could not build the site; the last one stays as it was\n{wrong}{_help(wrong)}"
        )


def _help(told: str) -> str:
    """What helps where the system has refused something, in the publisher's last words."""
    number = re.search(r"\[Errno ([0-9]+)\]", told)
    return surroundings.help_for(int(number[1])) if number else ""
