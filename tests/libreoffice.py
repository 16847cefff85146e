"""Decks opened and saved by LibreOffice, where it is there.

In: the bytes of decks. Out: what LibreOffice makes of them.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from generator import files

NAME = "soffice"
needed = pytest.mark.skipif(shutil.which(NAME) is None, reason="LibreOffice is not there")


def through(decks: Mapping[str, bytes], folder: Path) -> Path:
    """The folder with `<name>.pptx` of every deck after a person has opened and saved it there: in one run, since to
    start the program takes longer than to save a deck.
    """
    home, source, saved = _home(), folder / "opened", folder / "saved"
    for name, data in decks.items():
        files.write(source / f"{name}.pptx", data)
    profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
    opened = [str(source / f"{name}.pptx") for name in decks]
    command = [NAME, "--headless", profile, "--convert-to", "pptx", "--outdir", str(saved), *opened]
    surroundings = os.environ | {"HOME": str(home)}
    subprocess.run(command, check=True, capture_output=True, timeout=300, env=surroundings)
    return saved


@cache
def _home() -> Path:
    """One for each process that tests: two at once with one profile would fail without a word, and to make one takes
    longer than to save a deck.
    """
    home = tempfile.mkdtemp(prefix="visavis-office-")
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    return Path(home)
