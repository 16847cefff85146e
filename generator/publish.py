"""docs/ → site/, all or nothing.

In: docs/ and MkDocs' configuration. Out: the site, built beside the old one, proved and swapped in. A
build that fails, warns or is killed leaves the old site as it was.
"""

from __future__ import annotations

import calendar
import os
import re
import subprocess
import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator import files, imprint, proof, staging
from generator.errors import OutputError

if TYPE_CHECKING:
    from generator.build import Folders


@dataclass(frozen=True, slots=True)
class Facts:
    """What publishing knows of the content: its day, the site's address, which files of docs/ no hand wrote."""

    updated: date
    address: str
    generated: Collection[str] = ()


def publish(
    folders: Folders, facts: Facts, *, lock: int | None = None, inspect: Callable[[Path], None] = lambda _: None
) -> None:
    """Build the site and put it in place. OutputError: MkDocs failed or warned, something is missing or not writable.

    `inspect` sees the finished site before anybody else and may raise. `lock` is open in MkDocs too: where only this
    process is killed, the next one waits until MkDocs has ended as well.
    """
    site = folders.site.resolve()  # a link stays a link
    try:
        with staging.beside(site) as fresh:
            _mkdocs(folders, fresh, facts, lock)
            _sign(fresh)
            _prove(folders.docs, fresh, facts)
            inspect(fresh)
            staging.swap(fresh, site)
    except OSError as error:
        raise OutputError(f"{folders.site}: cannot be published: {error.strerror or error}") from error


def _mkdocs(folders: Folders, fresh: Path, facts: Facts, lock: int | None) -> None:
    """MkDocs in a process of its own: strict, with a fixed date, the generated navigation and nothing else of ours."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or str(calendar.timegm(facts.updated.timetuple()))
    environment = {
        **os.environ,
        "VISAVIS_DOCS": str(folders.docs.resolve()),
        "VISAVIS_NAV": str((folders.docs / "nav.yml").resolve()),
        "SOURCE_DATE_EPOCH": epoch,
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "NO_MKDOCS_2_WARNING": "1",
    }
    # Not --quiet: it would keep warnings from being counted, and a strict build from failing over them.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean"]
    command += ["--config-file", str(folders.config.resolve()), "--site-dir", str(fresh.resolve())]
    # Whoever serves the site must be able to read it, whatever the umask is here.
    done = subprocess.run(
        command,
        env=environment,
        umask=0o022,
        pass_fds=() if lock is None else (lock,),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise OutputError(f"MkDocs could not build the site; the last one stays as it was\n{_said(done.stderr)}")


def _said(log: str) -> str:
    """MkDocs' warnings and errors without colours, reports of progress and, but for their last lines, tracebacks."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", log)
    lines = re.sub(r"^Traceback .*\n(?: .*\n)*", "", plain, flags=re.MULTILINE).splitlines()
    return "\n".join(line for line in lines if line.strip() and not line.startswith(("INFO", "DEBUG")))


def _sign(fresh: Path) -> None:
    """The last file of a site tells all others. OutputError: there is one of that name."""
    if (fresh / imprint.FILE).exists():
        raise OutputError(f"docs/{imprint.FILE}: the site has a file of its own there; rename or remove this one")
    files.write(fresh / imprint.FILE, imprint.imprint(fresh))


def _prove(docs: Path, fresh: Path, facts: Facts) -> None:
    """OutputError: the site does not hold together."""
    found = proof.findings(docs, fresh, generated=facts.generated, address=facts.address)
    if found:
        raise OutputError("\n".join(["The site is not whole; the last one stays as it was", *found]))
