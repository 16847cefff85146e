"""docs/ → site/, all or nothing.

In: docs/ and MkDocs' configuration. Out: the site, built beside the old one, checked and swapped in. A
build that fails, warns or is killed leaves the old site as it was.
"""

from __future__ import annotations

import calendar
import ctypes
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from generator import files
from generator.errors import OutputError

# A folder is replaced only when it carries this file, is empty, or does not exist.
MARK = ".visavis-site"


def publish(docs: Path, site: Path, config: Path, updated: date) -> None:
    """Build the site and put it in place. OutputError: MkDocs failed or warned, or files cannot be written."""
    _check_target(site, docs, config)
    site.parent.mkdir(parents=True, exist_ok=True)
    for left in site.parent.glob(f".{site.name}-*"):
        if (left / MARK).is_file() or not any(left.iterdir()):
            shutil.rmtree(left)
    fresh = Path(tempfile.mkdtemp(prefix=f".{site.name}-", dir=site.parent))
    try:
        (fresh / MARK).touch()
        _mkdocs(docs, fresh, config, updated)
        (fresh / MARK).touch()
        _check_site(docs, fresh)
        fresh.chmod(0o755)
        _swap(fresh, site)
    except OSError as error:
        raise OutputError(f"{site}: cannot be published: {error.strerror}") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _check_target(site: Path, docs: Path, config: Path) -> None:
    """OutputError: the site's folder is one that must not be replaced."""
    target = site.resolve()
    root = config.resolve().parent
    inside = [docs.resolve(), root, *root.parents, Path.home()]
    if target in inside or docs.resolve() in target.parents:
        raise OutputError(f"{site}: cannot be replaced by the site; choose a folder of its own with --site")
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).is_file():
        raise OutputError(f"{site}: holds files that Visavis did not publish; empty it or choose another with --site")
    if target.exists() and not target.is_dir():
        raise OutputError(f"{site}: is a file; choose a folder with --site")


def _mkdocs(docs: Path, fresh: Path, config: Path, updated: date) -> None:
    """MkDocs in a process of its own: strict, with a fixed date, the generated navigation and nothing else of ours."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or str(calendar.timegm(updated.timetuple()))
    environment = {
        **os.environ,
        "VISAVIS_DOCS": str(docs.resolve()),
        "VISAVIS_NAV": str((docs / "nav.yml").resolve()),
        "SOURCE_DATE_EPOCH": epoch,
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "NO_MKDOCS_2_WARNING": "1",
    }
    # Not --quiet: it would keep warnings from being counted, and a strict build from failing over them.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean"]
    command += ["--config-file", str(config.resolve()), "--site-dir", str(fresh.resolve())]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OutputError(f"MkDocs could not build the site; the last one stays as it was\n{_said(done.stderr)}")


def _said(log: str) -> str:
    """MkDocs' warnings and errors without colours, reports of progress and, but for their last lines, tracebacks."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", log)
    lines = re.sub(r"^Traceback .*\n(?: .*\n)*", "", plain, flags=re.MULTILINE).splitlines()
    return "\n".join(line for line in lines if line.strip() and not line.startswith(("INFO", "DEBUG")))


def _check_site(docs: Path, fresh: Path) -> None:
    """OutputError: a file of docs/ did not arrive in the site."""
    missing = []
    for name in files.tree(docs):
        page = re.sub(r"(^|/)(index|README)$", r"\1", name.removesuffix(".md")) if name.endswith(".md") else None
        expected = fresh / name if page is None else fresh / page / "index.html"
        if name != "nav.yml" and not expected.is_file():
            missing.append(name)
    if missing:
        count = len(missing)
        raise OutputError(f"the site lacks {count} files of docs/, first {missing[0]}; the last one stays as it was")


def _swap(fresh: Path, site: Path) -> None:
    """`fresh` becomes `site` in one step where the system can exchange two names; `fresh` is the old site then."""
    if not site.exists():
        fresh.rename(site)
        return
    if _exchange(fresh, site):
        return
    old = fresh.with_name(fresh.name + "-old")
    site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old)


def _exchange(one: Path, other: Path) -> bool:
    """Linux's renameat2 with RENAME_EXCHANGE; False where there is none."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    here, exchange = -100, 2
    return bool(rename(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0)
