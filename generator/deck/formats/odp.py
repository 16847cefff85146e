"""A deck as OpenDocument, by LibreOffice.

In: the bytes of a .pptx. Out: those of an .odp with the same slides; of one LibreOffice with the same fonts the same.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

from lxml import etree

from generator.deck.formats.odf import settled
from generator.problems import UsageError

_PROGRAMS = ("soffice", "libreoffice")
_PATIENCE = 300  # seconds; the first start on a machine takes some
_INSTEAD = "or write a .pptx, which LibreOffice opens as well"


def as_odp(data: bytes) -> bytes:
    """The deck as LibreOffice saves it. UsageError: there is none, or it failed."""
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise UsageError(f"an .odp is made by LibreOffice, and there is no soffice on PATH; install it, {_INSTEAD}")
    with tempfile.TemporaryDirectory(prefix="visavis-odp-") as name:
        folder = Path(name)
        (folder / "deck.pptx").write_bytes(data)
        said = _convert(program, folder)
        made = folder / "deck.odp"
        if not made.is_file() or not made.stat().st_size:
            raise UsageError(f"LibreOffice made no .odp{said}; try again, {_INSTEAD}")
        try:
            return settled(made.read_bytes())
        except (zipfile.BadZipFile, etree.LxmlError) as error:
            raise UsageError(f"LibreOffice made an .odp that is damaged{said}; try again, {_INSTEAD}") from error


def _convert(program: str, folder: Path) -> str:
    """What the program said, if anything."""
    # A profile of its own: beside one that is open a second LibreOffice ends at once, and says nothing.
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ("--headless", "--norestore", "--convert-to", "odp", "--outdir", str(folder))
    command = [program, profile, *options, str(folder / "deck.pptx")]
    # Of the machine's language are the styles that nothing uses.
    around = os.environ | {"LC_ALL": "C.UTF-8"}
    try:
        ended = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=_PATIENCE, env=around)
    except subprocess.TimeoutExpired:
        raise UsageError(f"LibreOffice did not end within {_PATIENCE // 60} minutes; try again, {_INSTEAD}") from None
    except OSError as error:
        raise UsageError(f"LibreOffice does not start: {error.strerror}; mend it, {_INSTEAD}") from error
    lines = (ended.stderr or ended.stdout).strip().splitlines()
    return f": {lines[-1].strip()}" if lines else ""
