"""The site without a server, written: as a folder beside the published one, or as one small file.

In: a project whose site is built. Out: `<site>-offline/`, whole, in one step; or `<site>-offline.zip`; or the bytes of
the ZIP that a site offers itself.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from generator import files
from generator.problems import OutputError
from generator.project import Project
from generator.publishing import preflight, swap
from generator.publishing.offline.site import Offline, offline
from generator.surroundings import said

_NAME = re.compile(r"[^\w]+")


def check_offline_destination(project: Project, *, packed: bool) -> None:
    """Nothing of anybody's may be lost. UsageError."""
    if not packed:
        preflight.check_destination(_beside(project), publish=True)


def publish_offline(project: Project, *, packed: bool) -> Path:
    """The folder, or with `packed` the ZIP; says where it is. OutputError."""
    beside = _beside(project)
    try:
        if packed:
            target = beside.site.with_name(f"{beside.site.name}.zip")
            files.write(target, archive(project.site, name=beside.site.name))
            return target
        place = beside.site.resolve()
        swap.recover(place)
        with swap.sibling_folder(place) as fresh:
            _write(offline(project.site, whole=True), fresh)
            swap.swap(fresh, place)
        return beside.site
    except OSError as error:
        raise OutputError(f"{beside.site}: cannot be written: {said(error)}") from error


def archive(site: Path, *, name: str) -> bytes:
    """What pages show and the data, as a ZIP with one folder of that name. OutputError, OSError."""
    found = offline(site, whole=False)
    entries = {path: file.read_bytes() for path, file in found.kept.items()} | dict(found.made)
    return files.packed(((f"{name}/{path}", data) for path, data in sorted(entries.items())), found.updated)


def folder_name(title: str) -> str:
    """A name for the folder in a ZIP."""
    return _NAME.sub("-", title.casefold()).strip("-") or "site"


def _beside(project: Project) -> Project:
    site = project.site if project.site.name else project.site.resolve()
    return replace(project, site=site.with_name(f"{site.name}-offline"))


def _write(found: Offline, folder: Path) -> None:
    for name, path in found.kept.items():
        files.write(folder / name, path.read_bytes())
    for name, data in found.made.items():
        files.write(folder / name, data)
    for each in folder.rglob("*"):
        if each.is_dir():
            files.set_mode(each, 0o755)  # whatever the umask
