"""docs/ → pages, by MkDocs in a process of its own.

In: MkDocs' configuration, docs/ and a folder. Out: the pages in that folder, or what MkDocs had to say.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from generator import surroundings
from generator.problems import OutputError
from generator.project import Project
from generator.system import child_options


def mkdocs_environment(docs: Path) -> dict[str, str]:
    """What mkdocs.yml asks for: this docs folder and the navigation that was generated in it."""
    docs = docs.resolve()
    return {"VISAVIS_DOCS": str(docs), "VISAVIS_NAV": str(docs / "nav.yml"), "NO_MKDOCS_2_WARNING": "1"}


def build(project: Project, fresh: Path, *, epoch: int, lock: int | None) -> None:
    """Strict, with a fixed date (seconds since 1970), the generated navigation and nothing else of ours.

    `lock` stays open in MkDocs. OutputError: it failed or warned.
    """
    asked_for = surroundings.source_date_epoch()
    environment = surroundings.environment(
        **mkdocs_environment(project.docs),
        SOURCE_DATE_EPOCH=str(epoch if asked_for is None else asked_for),
        PYTHONHASHSEED="0",
        PYTHONUTF8="1",
        TZ="UTC",
        LC_ALL="C.UTF-8",
    )
    folders = map(str, project.theme_folders)
    command = surroundings.module("generator.publisher.mkdocs", str(project.settings), str(fresh.resolve()), *folders)
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
    if done.returncode:
        told = _warnings(done.stderr)
        raise OutputError(f"MkDocs could not build the site; the last one stays as it was\n{told}{_help(told)}")


def _help(told: str) -> str:
    """What helps where the system has refused something, in MkDocs' last words."""
    number = re.search(r"\[Errno ([0-9]+)\]", told)
    return surroundings.help_for(int(number[1])) if number else ""


def _warnings(log: str) -> str:
    """MkDocs' warnings and errors without colours, reports of progress and, but for their last lines, tracebacks."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", log)
    lines = re.sub(r"^Traceback .*\n(?: .*\n)*", "", plain, flags=re.MULTILINE).splitlines()
    return "\n".join(line for line in lines if line.strip() and not line.startswith(("INFO", "DEBUG")))
