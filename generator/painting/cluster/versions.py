"""Whether two machines paint the same bytes.

In: nothing, or what both have. Out: versions by name, and differences in words.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import generator
from generator import files
from generator.painting.keys import PACKAGES
from generator.surroundings import version

_DASK = ("dask", "distributed")
_OWN = "visavis"
_SHOWN = 8  # digits of a digest


@cache
def versions() -> dict[str, str]:
    """Of Python, of the packages that have a say, and of every part of Visavis that a worker uses.

    They are those of the start: what is installed anew later is not what runs.
    """
    found = {"Python": ".".join(map(str, sys.version_info[:2])), _OWN: _version(_OWN)}
    found |= {name: _version(name) for name in (*PACKAGES, *_DASK)}
    return found | {f"{_OWN}/{name}": digest[:_SHOWN] for name, digest in _rooms().items()}


def differences(here: Mapping[str, str], there: Mapping[str, str]) -> tuple[str, ...]:
    """What differs there, each in a few words. Parts of Visavis only where its version is the same."""
    unlike = {name: there.get(name) or "missing" for name in here if there.get(name) != here[name]}
    if _OWN in unlike:
        unlike = {name: value for name, value in unlike.items() if not name.startswith(f"{_OWN}/")}
    return tuple(f"{name} {value} (here {here[name]})" for name, value in unlike.items())


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _rooms() -> dict[str, str]:
    """The rooms that painting uses, each by its code."""
    package = Path(generator.__file__).parent
    names = ("painting", "layout", "brand", "problems", "surroundings", "system", "files")
    found = {}
    for name in names:
        modules = files.tree(package / name) if (package / name).is_dir() else {name: package / name}
        own = {path: file for path, file in modules.items() if path.endswith(".py")}
        found[name] = files.digest((path, files.content_digest(file).encode()) for path, file in own.items())
    return found
