"""LibreOffice, which shows decks as people see them who have nothing else.

In: files that it opens, and fonts. Out: PDFs. It has a home of its own, and no fonts but those that it is given.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NoReturn

from required import lacking

# Fonts as wide as Arial that anybody may have. Liberation Sans is none of them: its dot in the middle of a line is
# narrower by a sixth.
_LIKE_ARIAL = ("Arimo", "Arial")
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{home}/.fonts</dir>
  <cachedir>{home}/.cache</cachedir>
  <alias binding="same">
    <family>Arial</family>
    <accept>{like_arial}</accept>
  </alias>
</fontconfig>
"""
_LIMIT = 300  # seconds; for a bug, no measure


def program() -> str:
    """LibreOffice; without it the test is skipped, unless VISAVIS_OFFICE=required."""
    return shutil.which("soffice") or _missing("no LibreOffice is installed")


def like_arial() -> tuple[Path, Path]:
    """Regular and bold of a free font of Arial's widths; without one the test is skipped, unless as above."""
    for name in _LIKE_ARIAL:
        regular, bold = (_matched(f"{name}:{style}") for style in ("regular", "bold"))
        if regular[1] == bold[1] == name:
            return Path(regular[0]), Path(bold[0])
    return _missing("no free font of Arial's widths is installed, such as Debian's fonts-croscore")


def _matched(pattern: str) -> list[str]:
    """The file and the family that this system takes for a font."""
    matcher = shutil.which("fc-match") or _missing("there is no fc-match, which finds fonts")
    command = [matcher, "--format", "%{file}\n%{family[0]}", pattern]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n")


def _missing(reason: str) -> NoReturn:
    lacking(reason, "VISAVIS_OFFICE")


def pdfs(decks: Mapping[str, bytes], fonts: Iterable[Path], folder: Path) -> None:
    """Every deck as `<name>.pdf` in the folder, by one run of LibreOffice that finds these fonts and no others."""
    home = folder / "home"
    (home / ".fonts").mkdir(parents=True)
    for font in fonts:
        shutil.copy(font, home / ".fonts")
    accepted = "".join(f"<family>{name}</family>" for name in _LIKE_ARIAL)
    settings = home / "fonts.conf"
    settings.write_text(_FONTS.format(home=home, like_arial=accepted), encoding="utf-8")
    files = [folder / f"{name}.pptx" for name in decks]
    for file, data in zip(files, decks.values(), strict=True):
        file.write_bytes(data)
    profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
    command = [program(), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    own = {"HOME": str(home), "FONTCONFIG_FILE": str(settings), "SAL_USE_VCLPLUGIN": "svp"}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")} | own
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=_LIMIT)
    for file in files:  # its exit code is 0 whatever happens
        assert file.with_suffix(".pdf").is_file(), f"{done.stdout}{done.stderr}"
