"""Decks opened and saved by LibreOffice, where it is there.

In: the bytes of a deck. Out: what LibreOffice makes of them.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest

NAME = "soffice"
needed = pytest.mark.skipif(shutil.which(NAME) is None, reason="LibreOffice is not there")


def through(data: bytes, folder: Path) -> bytes:
    """The deck after a person has opened and saved it there."""
    home = _home()
    source, saved = folder / "deck.pptx", folder / "saved"
    saved.mkdir(parents=True, exist_ok=True)
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
    command = [NAME, "--headless", profile, "--convert-to", "pptx", "--outdir", str(saved), str(source)]
    surroundings = os.environ | {"HOME": str(home)}
    subprocess.run(command, check=True, capture_output=True, timeout=300, env=surroundings)
    return (saved / "deck.pptx").read_bytes()


@cache
def _home() -> Path:
    """One for each process that tests: two at once with one profile would fail without a word, and to make one takes
    longer than to save a deck.
    """
    home = tempfile.mkdtemp(prefix="visavis-office-")
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    return Path(home)
