"""A page on paper, as Chromium prints it: tagged, with bookmarks from its headings.

In: HTML, the program. Out: the bytes of a PDF.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from datetime import date
from pathlib import Path

from generator.problems import UsageError
from generator.system import is_superuser

VARIABLE = "VISAVIS_CHROMIUM"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_PATIENCE = 300  # seconds
_OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # a report is made of files of this machine
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
)
_TIME = re.compile(rb"\(D:\d{14}[+-]\d\d'\d\d'\)")
_PART = re.compile(rb"\(node\d{8}\)")


def chromium() -> str:
    """The program: the one that the variable names, or the first on PATH. UsageError: there is none."""
    if named := os.environ.get(VARIABLE):
        if found := shutil.which(named):
            return found
        raise UsageError(f"{VARIABLE} names {named}, which is no program here")
    if found := next(filter(None, map(shutil.which, _NAMES)), None):
        return found
    raise UsageError(
        f"a report is printed by Chromium or Chrome, and neither is on PATH; install one, or name it in {VARIABLE}"
    )


def printed(html: str, program: str, day: date) -> bytes:
    """The page as PDF, dated that day: when it was printed is nobody's matter. UsageError: the program failed."""
    with tempfile.TemporaryDirectory(prefix="visavis-report-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "report.html").write_text(html, encoding="utf-8")
        said = _print(program, folder)
        made = folder / "report.pdf"
        data = made.read_bytes() if made.is_file() else b""
    if not data.startswith(b"%PDF-"):
        raise UsageError(f"{program} printed nothing{said}; try again, or name another one in {VARIABLE}")
    return _numbered(_TIME.sub(f"(D:{day:%Y%m%d}000000+00'00')".encode(), data))


def _numbered(data: bytes) -> bytes:
    """The same with numbers of its parts from 1 on, in their order: Chromium counts from wherever it is."""
    numbers = {name: number for number, name in enumerate(sorted(set(_PART.findall(data))), 1)}
    return _PART.sub(lambda found: b"(node%08d)" % numbers[found[0]], data)


def _print(program: str, folder: Path) -> str:
    """What the program said last, if anything."""
    files = (f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={folder / 'report.pdf'}")
    # Who may do everything gets no sandbox from it, and in containers that is everybody.
    free = ("--no-sandbox",) if is_superuser() else ()
    command = [program, *_OPTIONS, *free, *files, (folder / "report.html").as_uri()]
    try:
        ended = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        raise UsageError(f"{program} did not end within {_PATIENCE // 60} minutes; try again") from None
    except OSError as error:
        raise UsageError(f"{program} does not start: {error.strerror}") from error
    lines = ended.stderr.strip().splitlines()
    return f": {lines[-1].strip()}" if lines else ""
